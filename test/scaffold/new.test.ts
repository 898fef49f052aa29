/** `npm run new`, as CONTRIBUTING says: in a copy of the repository, which then passes what concerns rules and products. */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = resolve(__dirname, "../..");
const COPIED = ["src", "policy-pack", "data", "docs", "scripts", "test", "examples", "bench", "templates"];
const FILES = [
  "package.json",
  "tsconfig.json",
  "tsconfig.check.json",
  "vitest.config.mts",
  ".prettierrc.json",
  ".prettierignore",
];
const PAGES = [
  "README.md",
  "README.zh.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  "SECURITY.zh.md",
  "PulumiPolicy.yaml",
  "LICENSE",
];
const TYPE = "alicloud:vpn/gateway:Gateway";
const MINUTES = 60_000;

const copy = mkdtempSync(join(tmpdir(), "alicloud-icp-new-"));
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

/** Runs a script of the copy with Node, as tests are run (vitest.config.mts). */
function node(...argv: readonly string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, ...argv], {
    cwd: copy,
    encoding: "utf8",
  });
  return { status, said: stdout + stderr };
}

/** The files of the copy below some folders that are not as they were: new ones, and changed ones. */
const changed = (...folders: readonly string[]): readonly string[] =>
  folders
    .flatMap((folder) =>
      readdirSync(join(copy, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
    )
    .filter((file) => /\.\w+$/.test(file) && statSync(join(copy, file)).isFile())
    .filter(
      (file) => !existsSync(join(root, file)) || !readFileSync(join(root, file)).equals(readFileSync(join(copy, file))),
    );

const read = (file: string): string => readFileSync(join(copy, file), "utf8");

beforeAll(() => {
  for (const file of [...COPIED, ...FILES, ...PAGES]) cpSync(join(root, file), join(copy, file), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "dir");
  expect(node("scripts/new.mjs", "rule", "icp-made-up")).toMatchObject({ status: 0 });
  expect(node("scripts/new.mjs", "product", "network/made-up", TYPE)).toMatchObject({ status: 0 });
}, 6 * MINUTES);

it("names each file that it writes, and CONTRIBUTING names them too", () => {
  const guide = read("CONTRIBUTING.md");
  for (const file of [
    "src/vocabulary/rule-ids.ts",
    "src/rules/index.ts",
    "data/statements.json",
    "src/messages/en/findings.ts",
    "src/messages/zh/findings.ts",
    "src/messages/en/help.ts",
    "src/messages/zh/help.ts",
    "src/products/alicloud/index.ts",
    "data/excluded-types.json",
  ]) {
    expect(readFileSync(join(root, file), "utf8") === read(file), file).toBe(false);
    expect(guide, file).toContain(file.replace(/messages\/(?:en|zh)/, "messages/<language>"));
  }
  expect(read("data/excluded-types.json")).not.toContain(`"${TYPE}"`);
  expect(read("docs/products.md")).not.toBe(readFileSync(join(root, "docs/products.md"), "utf8"));
  expect(read("icp.schema.json")).toContain('"icp-made-up"');
});

it("refuses what is there already, and what is no name, and then writes nothing", () => {
  const before = read("src/vocabulary/rule-ids.ts");
  for (const [argv, says] of [
    [["rule", "icp-made-up"], "src/rules/icp-made-up.ts is there already"],
    [["rule", "made up"], "a rule's id is icp- and words with hyphens between them"],
    [["product", "network/made-up", TYPE], "src/products/alicloud/network/made-up.ts is there already"],
    [["product", "network/other", TYPE], `${TYPE}: described already`],
    [["product", "network/other", "alicloud:no/type:Type"], "@pulumi/alicloud has no alicloud:no/type:Type"],
    [["product", "nowhere/other"], "a product is family/name, of one of the families "],
    [["format", "x"], "npm run new -- rule icp-x, or "],
  ] as const) {
    const { status, said } = node("scripts/new.mjs", ...argv);
    expect({ status, said: said.slice(0, says.length) }).toEqual({ status: 2, said: says });
  }
  expect(read("src/vocabulary/rule-ids.ts")).toBe(before);
  expect(existsSync(join(copy, "src/products/alicloud/network/other.ts"))).toBe(false);
});

it(
  "leaves types, forms, the new tests and the contracts as they should be",
  () => {
    const own = ["test/rules/icp-made-up.test.ts", "test/products/alicloud/made-up.test.ts"];
    const written = changed("src", "test", "docs");
    expect(written).toEqual(expect.arrayContaining(own));
    const { said: ill } = node("node_modules/prettier/bin/prettier.cjs", "--list-different", ...written);
    expect(ill).toBe("");
    // Tests that name no rule id by its type compile as before.
    const tests = readdirSync(join(copy, "test"), { recursive: true, encoding: "utf8" })
      .map((file) => join("test", file))
      .filter((file) => file.endsWith(".ts") && /RuleId|RULE_IDS|rule-ids/.test(read(file)));
    const checked = { extends: "./tsconfig.check.json", include: ["src", "policy-pack", "scripts", ...own, ...tests] };
    writeFileSync(join(copy, "tsconfig.copy.json"), JSON.stringify(checked));
    expect(node("node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.copy.json")).toEqual({
      status: 0,
      said: "",
    });
    const contracts = ["rules", "statements", "house", "coverage", "doors", "thresholds", "sdk-properties"];
    const files = contracts.map((name) => `test/contract/${name}.test.ts`);
    const { status, said } = node(
      "node_modules/vitest/vitest.mjs",
      "run",
      ...own,
      ...files,
      "test/messages",
      ...["docs", "examples", "twins", "blocks"].map((name) => `test/docs/${name}.test.ts`),
      // The page that is compared with the code takes long where much else runs.
      "--testTimeout=120000",
    );
    expect({ status, failed: said.match(/^.*(?:×|FAIL).*$/gm) }).toEqual({ status: 0, failed: null });
  },
  8 * MINUTES,
);
