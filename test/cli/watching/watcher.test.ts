import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { NOTHING, type Interest } from "../../../src/cli/watching/interest";
import { Watcher } from "../../../src/cli/watching/watcher";
import { emptyFolder } from "../terminal";

const open: Watcher[] = [];
afterEach(() => {
  for (const watcher of open.splice(0)) watcher.close();
});

/** A folder with a file, and who watches it. */
function watched(interest: (folder: string) => Partial<Interest>, isOwn?: (path: string) => boolean) {
  const folder = emptyFolder();
  const at = (name: string): string => join(folder, name);
  mkdirSync(at("lib"));
  writeFileSync(at("index.ts"), "one");
  const watcher = new Watcher(isOwn);
  open.push(watcher);
  watcher.look({ ...NOTHING, ...interest(folder) });
  const next = async (): Promise<readonly string[]> =>
    (await watcher.next()).map(({ path }) => relative(folder, path) || ".");
  return { folder, at, watcher, next };
}
const tree = (folder: string) => ({ trees: new Set([folder]) });

describe("a watcher tells", () => {
  it("what is written, once nothing more is", async () => {
    const { at, next } = watched(tree);
    writeFileSync(at("index.ts"), "two");
    appendFileSync(at("index.ts"), " and three");
    writeFileSync(at("lib/names.json"), "[]");
    expect(await next()).toEqual(["index.ts", "lib/names.json"]);
  });

  it("a file that takes the place of another, as editors have it, again and again", async () => {
    const { at, next } = watched((folder) => ({ files: new Set([join(folder, "index.ts")]) }));
    for (const text of ["two", "three"]) {
      writeFileSync(at(".index.ts.tmp"), text);
      renameSync(at(".index.ts.tmp"), at("index.ts"));
      expect(await next()).toEqual(["index.ts"]);
    }
  });

  it("one that goes, and one that comes", async () => {
    const { at, next } = watched(tree);
    rmSync(at("index.ts"));
    expect(await next()).toEqual(["index.ts"]);
    writeFileSync(at("main.ts"), "");
    expect(await next()).toEqual(["main.ts"]);
  });

  it("what comes in a folder that came later", async () => {
    const { at, next } = watched(tree);
    mkdirSync(at("new/deep"), { recursive: true });
    writeFileSync(at("new/deep/first.ts"), "");
    expect((await next()).some((name) => name.startsWith("new"))).toBe(true);
    writeFileSync(at("new/deep/second.ts"), "");
    expect(await next()).toEqual([join("new/deep/second.ts")]);
  });

  it("a file of a folder that is not there yet", async () => {
    const { at, next } = watched((folder) => ({ files: new Set([join(folder, "ops/eu/icp.yaml")]) }));
    mkdirSync(at("ops"));
    mkdirSync(at("ops/eu"));
    writeFileSync(at("ops/eu/icp.yaml"), "version: 1");
    expect((await next()).every((name) => name.startsWith("ops"))).toBe(true);
  });

  it("a folder that takes the place of another", async () => {
    const { at, next } = watched(tree);
    mkdirSync(at(".lib"));
    writeFileSync(at(".lib/a.ts"), "");
    rmSync(at("lib"), { recursive: true });
    renameSync(at(".lib"), at("lib"));
    expect((await next())[0]).toMatch(/^lib/);
    writeFileSync(at("lib/b.ts"), "");
    expect(await next()).toEqual([join("lib/b.ts")]);
  });
});

describe("a watcher keeps to itself", () => {
  /** What it tells is what comes after. */
  const thenTells = async ({ at, next }: ReturnType<typeof watched>): Promise<void> => {
    writeFileSync(at("last.ts"), "");
    expect(await next()).toEqual(["last.ts"]);
  };

  it("what says the same as when it was told last", async () => {
    const watching = watched(tree);
    writeFileSync(watching.at("index.ts"), "two");
    expect(await watching.next()).toEqual(["index.ts"]);
    writeFileSync(watching.at("index.ts"), "two");
    await thenTells(watching);
  });

  it("what came and went", async () => {
    const watching = watched(tree);
    writeFileSync(watching.at("sed4up1Hm"), "");
    rmSync(watching.at("sed4up1Hm"));
    await thenTells(watching);
  });

  it("packages, hidden files, and empty folders", async () => {
    const watching = watched(tree);
    mkdirSync(watching.at("node_modules/x"), { recursive: true });
    mkdirSync(watching.at("empty"));
    writeFileSync(watching.at("node_modules/x/index.js"), "");
    writeFileSync(watching.at(".index.ts.swp"), "");
    await thenTells(watching);
  });

  it("what it is told to be its own", async () => {
    const watching = watched(tree, (path) => path.endsWith("out.txt"));
    writeFileSync(watching.at("out.txt"), "1");
    writeFileSync(watching.at("out.txt"), "2");
    await thenTells(watching);
  });
});
