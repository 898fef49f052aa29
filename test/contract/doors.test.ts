/** Nothing above the readers knows the doors by name, and nothing but `names/urn.ts` knows how a URN is written. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type typescript from "typescript";
import { expect, it } from "vitest";
import { isDefaultProvider } from "../../src/plan/read/providers";
import { TERRAFORM } from "../../src/names/urn";
import { urnOf } from "../support/plan";
import { ts } from "../support/typescript";

const READERS = join("src", "plan", "read");
const URNS = join("src", "names", "urn.ts");
const DOORS: ReadonlySet<string> = new Set(["analyzer", "policy pack", "preview", "state", "program", "terraform"]);

const files = ["src", "policy-pack"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file)),
);

/** The texts that a file's code holds, types included, with their lines; a template counts as what it begins with. */
function textsOf(file: string): readonly { readonly text: string; readonly at: string }[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const found: { text: string; at: string }[] = [];
  const visit = (node: typescript.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isRegularExpressionLiteral(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.pos);
      found.push({ text: node.text, at: `${file}:${line + 1}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const texts = files.flatMap(textsOf);
const outside = (room: string): typeof texts => texts.filter(({ at }) => !at.startsWith(room));

it("finds the names of doors where readers have them", () => {
  expect(texts.filter(({ text, at }) => at.startsWith(READERS) && DOORS.has(text)).length).toBeGreaterThan(0);
});

it("compares the name of a door nowhere above the readers", () => {
  // In whose words a user writes is told in each URN.
  const isDialect = (one: (typeof texts)[number]): boolean => one.text === TERRAFORM && one.at.startsWith(URNS);
  expect(outside(READERS).filter((one) => DOORS.has(one.text) && !isDialect(one))).toEqual([]);
});

it("cuts and makes URNs in one place", () => {
  const cutting = ({ text }: { readonly text: string }): boolean =>
    text === "::" || /^urn:(?:pulumi|terraform):/.test(text);
  expect(texts.filter(cutting).length).toBeGreaterThan(0);
  // What GitHub takes for a command begins so, too.
  const others = outside(URNS).filter(({ at }) => !at.startsWith(join("src", "report", "formats", "github.ts")));
  expect(others.filter(cutting)).toEqual([]);
});

it("leaves the names of default providers to the readers", () => {
  const theirs = ["default", "default_3_1_0", "default_https___example_com"].concat([
    "default_3_1_0_https_/example.com/x",
    "default_github_/api.github.com/acme",
  ]);
  const names = [...theirs, "defaults", "default_hk", "my-default", "default/hk"];
  const found = names.filter((name) => isDefaultProvider(urnOf("pulumi:providers:alicloud", name)));
  expect(found).toEqual(theirs);
  expect(outside(READERS).filter(({ text }) => text.includes("::default"))).toEqual([]);
});
