/** The pipelines of docs/many-stacks.md: their scripts run as on the platforms, which stand-ins answer for. */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readPage } from "../docs/pages";
import { execute, type Done } from "./shell";

const PLANS = {
  dns: "test/stacks/shared-register/preview.dns.json",
  web: "test/stacks/shared-register/preview.web.json",
};
const REGISTER = "test/stacks/shared-register/icp.yaml";
const COMMAND = `node ${resolve("dist/cli.js")}`;

/** The block of YAML in which a job of this name stands. */
function blockWith(job: string): unknown {
  const blocks = readPage("docs/many-stacks.md").blocks.filter(({ language }) => language === "yaml");
  const found = blocks.find(({ code }) => new RegExp(`^ *${job}:`, "m").test(code));
  if (!found) throw new Error(`no job ${job}`);
  return parse(found.code);
}

/** A folder of a job with the register in it, and programs of its own. */
function jobFolder(programs: Readonly<Record<string, string>>): { readonly cwd: string; readonly path: string } {
  const cwd = mkdtempSync(join(tmpdir(), "icp-stacks-"));
  const bin = join(cwd, "bin");
  mkdirSync(bin);
  cpSync(REGISTER, join(cwd, "icp.yaml"));
  const all = { npm: "exit 0", npx: `shift\nexec ${COMMAND} "$@"`, ...programs };
  for (const [name, program] of Object.entries(all)) {
    writeFileSync(join(bin, name), `#!/usr/bin/env bash\n${program}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return { cwd, path: [bin, dirname(process.execPath), "/usr/local/bin", "/usr/bin", "/bin"].join(":") };
}

const run = (
  script: readonly string[],
  { cwd, path }: ReturnType<typeof jobFolder>,
  env: Readonly<Record<string, string>> = {},
): Promise<Done> =>
  execute("bash", ["-eo", "pipefail", "-c", script.join("\n")], { cwd, env: { PATH: path, HOME: cwd, ...env } });

/** What both plans come to together, and neither alone. */
function expectBoth({ code, out }: Done): void {
  expect(out).toContain("www.example.net is bound on web (ALB)");
  expect(out).toContain("domains: 2, hosts: 3");
  expect(code).toBe(1);
}

/** A package registry of GitLab, which lists one package on a page. */
class Packages {
  readonly kept = new Map<string, string>();
  readonly tokens = new Set<string>();
  private readonly server: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://gitlab");
    const stack = pathname.split("/").at(-2) ?? "";
    this.tokens.add(String(request.headers["job-token"] ?? request.headers["private-token"]));
    if (request.method === "PUT") {
      void text(request).then((body) => {
        this.kept.set(stack, body);
        response.end("{}");
      });
      return;
    }
    const page = Number(searchParams.get("page") ?? 0);
    const listed = [...this.kept.keys()].slice(page - 1, page).map((version) => ({ version }));
    const body = pathname.endsWith("/packages") ? JSON.stringify(listed) : this.kept.get(stack);
    if (body === undefined) response.statusCode = 404;
    response.end(body);
  });

  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

describe("GitLab, many projects", { timeout: 60_000 }, () => {
  const packages = new Packages();
  let api = "";
  beforeAll(async () => {
    api = await packages.start();
  });
  afterAll(() => {
    packages.stop();
  });
  const env = () => ({ CI_API_V4_URL: api, CI_PROJECT_ID: "7", ICP_PROJECT_ID: "7" });
  const scriptOf = (job: string): readonly string[] =>
    (blockWith(job) as Record<string, { script: readonly string[] }>)[job]?.script ?? [];

  it("puts the extract of each stack into the registry of packages", async () => {
    for (const [name, plan] of Object.entries(PLANS)) {
      const job = jobFolder({});
      cpSync(plan, join(job.cwd, "plan.json"));
      const script = scriptOf("icp-extract").map((line) => line.replace("shop-prod", `${name}-prod`));
      expect(await run(script, job, { ...env(), CI_JOB_TOKEN: "of the job" })).toMatchObject({ code: 0 });
    }
    expect([...packages.kept.keys()]).toEqual(["dns-prod", "web-prod"]);
    expect([...packages.tokens]).toEqual(["of the job"]);
  });

  it("gets all of them, however many pages they fill, and judges them together", async () => {
    const job = jobFolder({});
    expectBoth(await run(scriptOf("icp-estate"), job, { ...env(), ICP_READ_TOKEN: "to read" }));
    expect(readdirSync(join(job.cwd, "extracts"))).toEqual(["dns-prod.icp.json", "web-prod.icp.json"]);
    expect(readdirSync(job.cwd)).toContain("estate.html");
  });

  it("judges nothing where the registry does not answer", async () => {
    const { code, out } = await run(scriptOf("icp-estate"), jobFolder({}), {
      ...env(),
      CI_API_V4_URL: "http://127.0.0.1:9",
      ICP_READ_TOKEN: "to read",
    });
    expect(code).not.toBe(0);
    expect(out).not.toContain("hosts:");
  });
});

describe("GitHub, many repositories", { timeout: 60_000 }, () => {
  const workflow = blockWith("workflow_dispatch") as {
    readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
  };
  const script = (workflow.jobs["check"]?.steps ?? []).flatMap(({ run: line }) => line ?? []);
  /** Gives the run that it is asked for, and writes what that has uploaded as the real one does. */
  const gh = (runs: string): string =>
    [
      `if [ "$2" = list ]; then ${runs}; exit; fi`,
      'while [ $# -gt 0 ]; do if [ "$1" = --dir ]; then dir="$2"; fi; shift; done',
      'mkdir -p "$dir/icp-stack"',
      `${COMMAND} extract "$PLANS/preview.$(basename "$dir").json" --output "$dir/icp-stack/stack.icp.json"`,
    ].join("\n");
  const PLANS_FOLDER = { PLANS: resolve("test/stacks/shared-register") };

  it("gets the extracts of the last deployment of each, and judges them together", async () => {
    const job = jobFolder({ gh: gh("echo 42") });
    writeFileSync(join(job.cwd, "repositories.txt"), "acme/dns\nacme/web\n");
    expectBoth(await run(script, job, PLANS_FOLDER));
    expect(readdirSync(join(job.cwd, "extracts/acme"))).toEqual(["dns", "web"]);
  });

  it("judges nothing where one of them cannot be had", async () => {
    const job = jobFolder({ gh: gh("exit 1") });
    writeFileSync(join(job.cwd, "repositories.txt"), "acme/dns\nacme/web\n");
    const { code, out } = await run(script, job, PLANS_FOLDER);
    expect([code, out]).toEqual([1, ""]);
  });
});
