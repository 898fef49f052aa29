/** What the command writes is whole, or said not to be: to files, and to whatever stands behind standard output. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bytesOf, cli, emptyFolder, preview, repository } from "./terminal";

const bundle = join(repository, "dist", "cli.js");
const PLAN = preview("cdn-scope-omitted");
const REGISTER = "version: 1\nasOf: 2026-11-20\n";

/** Runs the built command in a shell, in a folder of its own. */
function shell(line: string, cwd = emptyFolder()) {
  const command = line.replaceAll("icp", `"${process.execPath}" "${bundle}"`).replaceAll("PLAN", `"${PLAN}"`);
  const env = { PATH: process.env["PATH"], NODE_DISABLE_COMPILE_CACHE: "1" };
  const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-c", command], { cwd, encoding: "utf8", env });
  return { status, stdout, stderr, cwd };
}

describe.skipIf(process.platform === "win32")("standard output", () => {
  it.each([
    "icp check PLAN",
    "icp check PLAN --format json",
    "icp rules",
    "icp facts",
    "icp init PLAN --output -",
    "icp --help",
  ])("that takes nothing is said, with exit code 2: %s", (command) => {
    const { status, stderr } = shell(`${command} > /dev/full`);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "alicloud-icp: standard output cannot be written (ENOSPC)\n",
    });
  });

  it("that takes only a part is said, with exit code 2", () => {
    const { status, stderr, cwd } = shell("ulimit -f 4; icp check PLAN --format json --fail-on never > report.json");
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "alicloud-icp: standard output cannot be written (EFBIG)\n",
    });
    expect(statSync(join(cwd, "report.json")).size).toBe(4096);
  });

  it("that is closed, or goes away, changes nothing", () => {
    expect(shell("icp check PLAN >&-")).toMatchObject({ status: 1, stderr: "" });
    expect(shell("icp check PLAN --format json | true; exit ${PIPESTATUS[0]}")).toMatchObject({
      status: 1,
      stderr: "",
    });
    expect(shell("icp check PLAN 2>&- > /dev/null")).toMatchObject({ status: 1 });
  });

  it("that is a file takes the same as a pipe", () => {
    const { cwd } = shell("icp check PLAN --format json > report.json");
    expect(readFileSync(join(cwd, "report.json"), "utf8")).toBe(shell("icp check PLAN --format json").stdout);
  });
});

describe.skipIf(process.platform === "win32")("standard input and pipes", () => {
  it("may be a register as well as a plan", () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "my.yaml"), REGISTER);
    const read = shell("icp check PLAN --register my.yaml --now 2026-11-25", cwd);
    expect(read.status).toBe(1);
    for (const given of ["--register <(cat my.yaml)", "--register /dev/stdin < my.yaml"]) {
      const { status, stdout } = shell(`icp check PLAN ${given} --now 2026-11-25`, cwd);
      expect({ status, stdout: stdout.replace(/\/dev\/(?:stdin|fd\/\d+)/g, "my.yaml") }).toEqual({
        status: 1,
        stdout: read.stdout,
      });
    }
    expect(shell("icp check <(cat PLAN) --register my.yaml --now 2026-11-25", cwd).status).toBe(1);
  });
});

describe("a plan that does not fit into memory", () => {
  it("is refused before it is read, with what to do", () => {
    const cwd = emptyFolder();
    const text = JSON.stringify({ steps: [], padding: "" });
    writeFileSync(join(cwd, "plan.json"), text.replace('""', `"${"a".repeat(100_000_000)}"`));
    const run = (limit: number) =>
      spawnSync(process.execPath, [`--max-old-space-size=${limit}`, bundle, "check", "plan.json"], {
        cwd,
        encoding: "utf8",
      });
    const { status, stderr } = run(100);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(
        /^alicloud-icp: plan.json: 96 MB of plans take some 477 MB to judge, and Node has [123]\d\d; set NODE_OPTIONS=--max-old-space-size=477, or give fewer at once\n$/,
      ) as string,
    });
    expect(run(800).stderr).toContain("holds no steps");
  });
});

describe("--output", () => {
  const plan = (): string => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "plan.json"), bytesOf("cdn-scope-omitted"));
    writeFileSync(join(cwd, "icp.yaml"), REGISTER);
    return cwd;
  };
  const check = (cwd: string, output: string) => cli(["check", "plan.json", "--output", output], { cwd });

  it.skipIf(process.platform === "win32")("keeps the mode of a file", async () => {
    const cwd = plan();
    writeFileSync(join(cwd, "report.txt"), "");
    chmodSync(join(cwd, "report.txt"), 0o600);
    await check(cwd, "report.txt");
    expect((statSync(join(cwd, "report.txt")).mode & 0o777).toString(8)).toBe("600");
    expect(readFileSync(join(cwd, "report.txt"), "utf8")).toContain("icp-cdn-coverage");
  });

  it.skipIf(process.platform === "win32")("is no file that is read-only", async () => {
    const cwd = plan();
    writeFileSync(join(cwd, "report.txt"), "mine");
    chmodSync(join(cwd, "report.txt"), 0o444);
    const { code, err } = await check(cwd, "report.txt");
    expect({ code, err }).toEqual({ code: 2, err: "alicloud-icp: report.txt: cannot be written (EACCES)\n" });
    expect(readFileSync(join(cwd, "report.txt"), "utf8")).toBe("mine");
    expect(readdirSync(cwd).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it.each(["plan.json", "./plan.json", "icp.yaml", "link.json", "hard.json"])(
    "is never what is read: %s",
    async (output) => {
      const cwd = plan();
      symlinkSync("plan.json", join(cwd, "link.json"));
      spawnSync("ln", ["plan.json", "hard.json"], { cwd });
      const { code, err } = await check(cwd, output);
      expect({ code, err }).toEqual({
        code: 2,
        err: `alicloud-icp: ${output}: is one of the files to be read; write another one\n`,
      });
      expect(readFileSync(join(cwd, "plan.json")).equals(bytesOf("cdn-scope-omitted"))).toBe(true);
      expect(readFileSync(join(cwd, "icp.yaml"), "utf8")).toBe(REGISTER);
    },
  );

  it("follows links, to what is not there yet as well", async () => {
    const cwd = plan();
    symlinkSync("second", join(cwd, "first"));
    symlinkSync("report.txt", join(cwd, "second"));
    await check(cwd, "first");
    expect(readdirSync(cwd).sort()).toEqual(["first", "icp.yaml", "plan.json", "report.txt", "second"]);
    expect(readFileSync(join(cwd, "first"), "utf8")).toContain("icp-cdn-coverage");
  });

  it.skipIf(process.platform === "win32")("is never what stands behind standard input", () => {
    const cwd = plan();
    const { status, stderr } = shell("icp check - --output plan.json < plan.json", cwd);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "alicloud-icp: plan.json: is one of the files to be read; write another one\n",
    });
    expect(readFileSync(join(cwd, "plan.json")).equals(bytesOf("cdn-scope-omitted"))).toBe(true);
  });

  it("may have a name as long as names can be, and leaves nothing beside it", async () => {
    const cwd = plan();
    const name = `${"r".repeat(251)}.txt`;
    expect(await check(cwd, name)).toMatchObject({ code: 1 });
    expect(readdirSync(cwd).sort()).toEqual(["icp.yaml", "plan.json", name]);
    expect(await check(cwd, `${name}x`)).toMatchObject({
      code: 2,
      err: `alicloud-icp: ${name}x: cannot be written (ENAMETOOLONG)\n`,
    });
    expect(readdirSync(cwd)).toHaveLength(3);
  });

  it("that is a link in a circle cannot be written", async () => {
    const cwd = plan();
    symlinkSync("b", join(cwd, "a"));
    symlinkSync("a", join(cwd, "b"));
    expect(await check(cwd, "a")).toMatchObject({ code: 2, err: "alicloud-icp: a: cannot be written (ELOOP)\n" });
  });
});

describe("init", () => {
  it.skipIf(process.platform === "win32")("leaves nothing behind where it cannot write all", () => {
    const { status, stderr, cwd } = shell("ulimit -f 0; icp init PLAN");
    expect({ status, stderr }).toEqual({ status: 2, stderr: "alicloud-icp: icp.yaml: cannot be written (EFBIG)\n" });
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("writes over nothing, not even a link that leads nowhere", async () => {
    const cwd = emptyFolder();
    symlinkSync("elsewhere.yaml", join(cwd, "icp.yaml"));
    const { code, err } = await cli(["init", PLAN], { cwd });
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringContaining("icp.yaml: is there already") as string,
    });
    expect(readdirSync(cwd)).toEqual(["icp.yaml"]);
    expect(existsSync(join(cwd, "elsewhere.yaml"))).toBe(false);
  });
});
