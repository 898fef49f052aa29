/**
 * The commands of every page are run: those in blocks of `sh`, in order, in one folder a page. A block that cannot run there
 * says why in a comment directly above it. docs/start.md is followed with the package itself: test/package/start.test.ts.
 */
import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENGLISH_PAGES, englishOf, readPage, twinOf, type Block } from "./pages";
import { notShown, openSandbox, type Sandbox } from "./sandbox";

/** Programs that a machine may not have: what needs one is then skipped, and named. */
const missing = ["jq"].filter((name) => spawnSync(name, ["--version"]).status !== 0);
const needsMissing = ({ code }: Block): boolean => missing.some((name) => new RegExp(`^${name} `, "m").test(code));

const FOLLOWED_ELSEWHERE = ["docs/start.md"];
const isPackaged = (file: string): boolean => /^(?:README|docs\/)/.test(file);
const pages = ENGLISH_PAGES.filter(isPackaged)
  .flatMap((file) => [file, twinOf(file)])
  .map(readPage)
  .map(({ file, blocks }) => ({ file, blocks: blocks.filter(({ language }) => /^(?:sh|text)$/.test(language)) }))
  .filter(
    ({ file, blocks }) =>
      !FOLLOWED_ELSEWHERE.includes(englishOf(file)) && blocks.some(({ language }) => language === "sh"),
  );

describe.each(pages.map(({ file, blocks }) => [file, blocks] as const))("%s", (file, blocks) => {
  let sandbox: Sandbox;
  beforeAll(() => {
    sandbox = openSandbox(file === englishOf(file) ? "en" : "zh");
  });
  afterAll(() => {
    sandbox.remove();
  });

  const named = (block: Block): string => `line ${block.line}`;
  const commands = blocks.filter(({ language, notRun }) => language === "sh" && notRun === undefined);

  it.for(commands.map((block) => [named(block), block] as const))("%s", ([line, block], { skip }) => {
    if (needsMissing(block)) skip(`needs ${missing.join(" or ")}`);
    const { stdout, stderr, calls, failed } = sandbox.run(block);
    const wrong = calls.filter(({ status }) => status > 1);
    expect(wrong, `${file}, ${line}`).toEqual([]);
    expect(failed, `${file}, ${line}: ${stderr}`).toEqual([]);
    const after = blocks[blocks.indexOf(block) + 1];
    if (after?.language === "text" && after.directly) expect(notShown(stdout, after.code)).toEqual([]);
  });

  const left = blocks.filter(({ language, notRun }) => language === "sh" && notRun !== undefined);
  it.each(left.map((block) => [named(block), block.notRun] as const))("%s is not run: %s", (_, reason) => {
    expect(reason).toMatch(/\w{3}/);
  });
});

it("there are commands to run in both languages", () => {
  const count = (english: boolean) =>
    pages
      .filter(({ file }) => (englishOf(file) === file) === english)
      .flatMap(({ blocks }) => blocks.filter(({ language, notRun }) => language === "sh" && notRun === undefined))
      .length;
  expect(count(true)).toBeGreaterThan(40);
  expect(count(false)).toBe(count(true));
});

describe("the sandbox", () => {
  let sandbox: Sandbox;
  beforeAll(() => {
    sandbox = openSandbox("en");
  });
  afterAll(() => {
    sandbox.remove();
  });
  const block = (code: string): Block => ({ language: "sh", code, line: 1, directly: false });

  it("tells how the command ended, and what else failed", () => {
    const { calls, failed } = sandbox.run(
      block("alicloud-icp check nowhere.json\nnpx alicloud-icp --version\ncat nowhere\n"),
    );
    expect(calls.map(({ args, status }) => [args, status])).toEqual([
      ["check nowhere.json", 2],
      ["--version", 0],
    ]);
    expect(calls[0]?.stderr).toContain("nowhere.json");
    expect(failed).toEqual(["1 cat nowhere"]);
  });

  it("fetches nothing", () => {
    expect(sandbox.run(block("npm install x\nnpx other\n")).failed).toEqual(["99 npm install x", "99 npx other"]);
  });

  it("tells what an output does not show", () => {
    expect(notShown("a  \nb\n\nc\n", "a\nb\n")).toEqual([]);
    expect(notShown("a\nb\n\nc\n", "a\nc\n\nb\n")).toEqual(["a\nc"]);
  });
});
