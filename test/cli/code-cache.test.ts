import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cacheFolder } from "../../src/cli/code-cache";

const bundle = join(process.cwd(), "dist/cli.js");
const example = join(process.cwd(), "examples/cdn-scope-omitted");

it("keeps code where the user's caches are, unless none is wanted", () => {
  expect(cacheFolder({ XDG_CACHE_HOME: "/caches" })).toBe(join("/caches", "alicloud-icp", "compiled"));
  expect(cacheFolder({ XDG_CACHE_HOME: "/caches", NODE_DISABLE_COMPILE_CACHE: "1" })).toBeUndefined();
  expect(cacheFolder({ XDG_CACHE_HOME: "/caches", NODE_V8_COVERAGE: "/coverage" })).toBeUndefined();
});

/** Needs `npm run build`. */
describe.skipIf(!existsSync(bundle))("the built command", () => {
  let caches = "";
  let compiled = "";
  beforeEach(() => {
    caches = mkdtempSync(join(tmpdir(), "alicloud-icp-cache-"));
    compiled = join(caches, "alicloud-icp/compiled");
  });
  afterEach(() => {
    rmSync(caches, { recursive: true, force: true });
  });

  const run = (argv: readonly string[], env: Record<string, string> = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...argv], {
      encoding: "utf8",
      env: { PATH: process.env["PATH"], XDG_CACHE_HOME: caches, ...env },
    });
    return { status, stdout, stderr };
  };
  const check = (env?: Record<string, string>) =>
    run(["check", join(example, "preview.json"), "--register", join(example, "icp.yaml"), "--now", "2026-11-25"], env);
  const kept = () => (existsSync(compiled) ? readdirSync(compiled).sort() : []);

  it("finds again what an earlier check has compiled, and says the same", () => {
    const first = check();
    expect(first).toMatchObject({ status: 1, stderr: "" });
    const files = kept();
    expect(files.map((name) => name.split(".js-")[0])).toEqual(["command", "register-libraries"]);
    const before = files.map((name) => readFileSync(join(compiled, name)));
    expect(check()).toEqual(first);
    expect(kept()).toEqual(files);
    expect(files.map((name, at) => readFileSync(join(compiled, name)).equals(before[at] ?? Buffer.of()))).toEqual([
      true,
      true,
    ]);
  });

  it("keeps nothing of other commands, nor of a check that failed", () => {
    expect(run(["--version"]).status).toBe(0);
    expect(run(["rules"]).status).toBe(0);
    expect(run(["check", "nowhere.json"]).status).toBe(2);
    expect(kept()).toEqual([]);
  });

  it("compiles anew what was damaged or cut off", () => {
    const first = check();
    const [name = ""] = kept();
    const file = join(compiled, name);
    const good = readFileSync(file);
    const damaged = Buffer.from(good);
    damaged.fill(0x55, 1000, 100_000);
    // A sector that a crash left empty.
    const lost = Buffer.from(good);
    lost.fill(0, 512_000, 512_512);
    for (const bad of [damaged, lost, good.subarray(0, 5000), Buffer.of()]) {
      writeFileSync(file, bad);
      expect(check()).toEqual(first);
      expect(readFileSync(file).length).toBeGreaterThan(100_000);
    }
  });

  it("works where nothing can be kept", () => {
    const first = check({ NODE_DISABLE_COMPILE_CACHE: "1" });
    expect(check({ CI: "true" })).toEqual(first);
    expect(kept()).toEqual([]);
    writeFileSync(join(caches, "alicloud-icp"), "no folder");
    expect(check()).toEqual(first);
  });

  it("removes what other builds, other versions of Node and broken runs left a month ago", () => {
    check();
    const own = kept();
    const [name = ""] = own;
    const others = ["command.js-other", name.replace(process.version, "v18.0.0"), `${name}.123.tmp`];
    for (const other of [...others, "command.js-recent"]) writeFileSync(join(compiled, other), "");
    for (const other of others) utimesSync(join(compiled, other), 0, 0);
    // What is damaged is compiled and kept anew, and then the folder is looked through.
    writeFileSync(join(compiled, name), "");
    check();
    expect(kept()).toEqual([...own, "command.js-recent"].sort());
  });
});
