/**
 * The first five minutes, as docs/start.md says: an empty folder with the packed package in it, and then the commands of the
 * page and nothing else. What the page shows is what comes out.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPage } from "../docs/pages";
import { notShown } from "../docs/sandbox";
import { pack } from "./install";
import { startRegistry, type Registry } from "./registry";

const top = mkdtempSync(join(tmpdir(), "alicloud-icp-start-"));
let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry(top);
});
afterAll(() => {
  registry.close();
});

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a block as it stands, up to the first command that fails. */
function bash(code: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const said = { stdout: "", stderr: "" };
    const child = spawn("bash", ["-e", "-c", code], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of ["stdout", "stderr"] as const)
      child[stream].setEncoding("utf8").on("data", (text: string) => (said[stream] += text));
    child.on("error", reject).on("close", (status) => {
      resolve({ status, ...said });
    });
  });
}

describe.each([
  ["docs/start.md", "C.UTF-8"],
  ["docs/zh/start.md", "zh_CN.UTF-8"],
])("%s, followed with LANG=%s", (file, lang) => {
  const { blocks } = readPage(file);
  const folder = join(top, lang);
  const outputs: string[] = [];

  it("runs from the package to the pages for others", { timeout: 180_000 }, async () => {
    mkdirSync(folder);
    pack(".", folder);
    const env = {
      ...registry.env,
      PATH: [dirname(process.execPath), "/usr/local/bin", "/usr/bin", "/bin"].join(":"),
      HOME: top,
      LANG: lang,
    };
    for (const { language, code, line, notRun } of blocks) {
      if (language === "sh" && notRun === undefined) {
        const { status, stdout, stderr } = await bash(code, folder, env);
        expect({ line, status, ...(status === 0 ? {} : { stderr }) }).toEqual({ line, status: 0 });
        outputs.push(stdout);
      } else if (language === "text") {
        expect(notShown(outputs.at(-1) ?? "", code), `line ${line}`).toEqual([]);
      }
    }
  });

  it("finds what is wrong first, and nothing in the end", () => {
    const checks = outputs.filter((output) => output.includes("alicloud-icp 0."));
    const rules = checks.map((output) => new Set(output.match(/^ {2}\S+ +\S+ +icp-[a-z-]+/gm)).size);
    expect(rules).toEqual([3, 1, 0]);
    expect(checks[0]).toMatch(/^exit code 1$/m);
    const made = ["icp.yaml", "graph.svg", "report.html", "report.json", "report.zh.html"];
    expect(made.filter((name) => !existsSync(join(folder, name)))).toEqual([]);
  });
});
