/** Many plans in one run: read by threads, in any number of them, they are judged as without any. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { refuseMoreResources } from "../../src/cli/memory";
import { exampleNames, exampleFolder } from "../examples/examples";
import { folderOf, previewFiles, stackNames } from "../stacks/stacks";
import { cli, emptyFolder, repository, type Around } from "./terminal";

const bundle = join(repository, "dist", "reader.js");
const previews = [
  ...exampleNames.map((name) => join(exampleFolder(name), "preview.json")),
  ...stackNames.flatMap((name) => previewFiles(name).map((file) => join(folderOf(name), file))),
  ...stackNames
    .map((name) => join(folderOf(name), "terraform", "plan.terraform.json"))
    .filter((file) => existsSync(file)),
];

/** A folder with the plans of all examples and stacks, as `0.json` and so on, and a register. */
function manyPlans(): string {
  const cwd = emptyFolder();
  previews.forEach((file, at) => {
    cpSync(file, join(cwd, "plans", `${at}.json`));
  });
  // Where blocks are written is told by the files in which threads look.
  cpSync(join(folderOf("shop-alb-waf"), "terraform", "main.tf"), join(cwd, "main.tf"));
  writeFileSync(
    join(cwd, "icp.yaml"),
    "version: 1\nasOf: 2026-11-20\nfilings:\n  - { domain: example.com, status: active, accessProviders: [{ name: aliyun }] }\n",
  );
  return cwd;
}

const files = previews.map((_, at) => join("plans", `${at}.json`));
const check = (given: readonly string[], around: Around, ...options: string[]) =>
  cli(["check", ...given, "--now", "2026-11-25", ...options], around);

describe("plans that threads read", () => {
  const cwd = manyPlans();
  const all = ["--show", "satisfied", "--format"];

  it.each([0, 1, 2, 3, 12])("are judged by the byte as those that none reads: %i threads", async (count) => {
    for (const format of ["json", "html"]) {
      const plain = await check(files, { cwd }, ...all, format);
      expect(plain.err).toBe("");
      expect(plain.out.length).toBeGreaterThan(1000);
      expect(await check(files, { cwd, threads: { count, bundle } }, ...all, format)).toEqual(plain);
    }
    expect(await cli(["graph", ...files], { cwd, threads: { count, bundle } })).toEqual(
      await cli(["graph", ...files], { cwd }),
    );
    const init = ["init", ...files, "--output", "-"];
    expect(await cli(init, { cwd, threads: { count, bundle } })).toEqual(await cli(init, { cwd }));
  });

  it("may come with one on standard input", async () => {
    const [first = "", ...rest] = files;
    const stdin = JSON.stringify({ version: 3, deployment: { manifest: {}, resources: [] } });
    const given = [first, "-", ...rest];
    const plain = await check(given, { cwd, stdin }, "--format", "json");
    expect(await check(given, { cwd, stdin, threads: { count: 2, bundle } }, "--format", "json")).toEqual(plain);
  });

  it("may be extracts of plans, of one and of several", async () => {
    const [first = "", second = "", third = "", ...rest] = files;
    await cli(["extract", first, "--output", "one.icp.json"], { cwd });
    await cli(["extract", second, third, "--output", "two.icp.json"], { cwd });
    const given = ["one.icp.json", ...rest, "two.icp.json"];
    const plain = await check(given, { cwd }, ...all, "json");
    for (const count of [0, 1, 2])
      expect(await check(given, { cwd, threads: { count, bundle } }, ...all, "json")).toEqual(plain);
  });

  it.skipIf(process.platform === "win32")("may come through a pipe", async () => {
    const [first = "", ...rest] = files;
    const pipe = join(cwd, "pipe");
    spawnSync("mkfifo", [pipe]);
    const through = (around: Around) => {
      spawn("sh", ["-c", `cat "${join(cwd, first)}" > "${pipe}"`]);
      return check([...rest, pipe], around, "--format", "json");
    };
    expect(await through({ cwd, threads: { count: 2, bundle } })).toEqual(await through({ cwd }));
  });

  it("are read without threads where these cannot run", async () => {
    const threads = { count: 2, bundle: join(cwd, "nowhere.js") };
    expect(await check(files, { cwd, threads }, ...all, "json")).toEqual(await check(files, { cwd }, ...all, "json"));
  });

  it("are counted on a terminal, in its language", async () => {
    const around = { cwd, isTTY: true, threads: { count: 2, bundle } };
    expect((await check(files, around)).err).toContain(`reading ${files.length} of ${files.length}…`);
    const chinese = (await check(files, around, "--lang", "zh")).err;
    expect(chinese).toContain(`正在读取：第 ${files.length} 个，共 ${files.length} 个…`);
  });
});

describe("what is wrong with one of many plans", () => {
  const cwd = manyPlans();
  const write = (name: string, text: string): string => {
    writeFileSync(join(cwd, name), text);
    return name;
  };
  mkdirSync(join(cwd, "folder"));
  const blank = " ".repeat(200_000);
  const changed = JSON.stringify({ tool: "alicloud-icp", extract: 1, sha256: "0", parts: [] });
  const bad = {
    missing: "nowhere.json",
    folder: "folder",
    empty: write("empty.json", ""),
    text: write("text.json", "Previewing update (dev)\n"),
    invalid: write("invalid.json", `{"steps": [${blank}\n\n  {"op" "same"}]}`),
    key: write("key.json", `{"steps": [{"op": "same", "urn": 3}],${blank} "changeSummary": {}}`),
    extract: write("changed.icp.json", changed),
    twice: files[3] ?? "",
  };

  it.each(Object.entries(bad))("is said as it is of one alone: %s", async (_, file) => {
    const given = [...files.slice(0, 5), file, ...files.slice(5)];
    const plain = await check(given, { cwd });
    expect([plain.code, plain.out, plain.err.split("\n").length]).toEqual([2, "", 2]);
    for (const count of [0, 1, 3]) expect(await check(given, { cwd, threads: { count, bundle } })).toEqual(plain);
  });

  it("is said of the first in the order in which they are given, whichever is read first", async () => {
    for (const given of [
      [bad.text, bad.invalid],
      [bad.invalid, bad.text],
      [bad.key, bad.missing],
    ]) {
      const plain = await check([...files, ...given], { cwd });
      expect(plain.err).toContain(given[0]);
      expect(await check([...files, ...given], { cwd, threads: { count: 3, bundle } })).toEqual(plain);
    }
  });
});

describe("memory", () => {
  it("that a thread has too little of is said in one sentence, with exit code 2", async () => {
    const cwd = emptyFolder();
    const resources = Array.from({ length: 60_000 }, (_, at) => ({
      urn: `urn:pulumi:dev::web::random:index/randomId:RandomId::id-${at}`,
      type: "random:index/randomId:RandomId",
      inputs: { byteLength: at, keepers: { name: `name-${at}` } },
    }));
    writeFileSync(join(cwd, "large.json"), JSON.stringify({ version: 3, deployment: { resources } }));
    const limits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 };
    const { code, out, err } = await check(["large.json"], { cwd, threads: { count: 1, bundle, limits } });
    expect({ code, out, err }).toEqual({
      code: 2,
      out: "",
      err: "alicloud-icp: large.json: takes more memory to read than Node has; set NODE_OPTIONS=--max-old-space-size to more megabytes\n",
    });
  });

  it("need not hold all plans at once, but what is kept of them", () => {
    const cwd = emptyFolder();
    const resources = [
      { urn: "urn:pulumi:STACK::web::random:index/randomId:RandomId::id", type: "random:index/randomId:RandomId" },
    ];
    const text = JSON.stringify({ version: 3, padding: "a".repeat(10_000_000), deployment: { resources } });
    for (let at = 0; at < 8; at++) writeFileSync(join(cwd, `${at}.json`), text.replace("STACK", `dev-${at}`));
    // All of them would take 400 MB by what is counted for one.
    const cliBundle = join(repository, "dist", "cli.js");
    const run = spawnSync(process.execPath, ["--max-old-space-size=150", cliBundle, "check", "."], {
      cwd,
      encoding: "utf8",
    });
    expect([run.status, run.stderr]).toEqual([0, ""]);
    expect(() => {
      refuseMoreResources(1e8, "a.json");
    }).toThrow(/^a\.json: 100000000 resources of the plans so far take some \d+ MB to judge, and Node has \d+; /);
  });
});
