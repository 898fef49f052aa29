/** The documentation keeps up with the code: pages of all rules, and generated parts. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { cloudAccess } from "../../src/messages/en/cloud-access";
import { doubts } from "../../src/messages/en/doubts";
import { terraform } from "../../src/messages/en/terraform";
import { LANGUAGES, render, type MessageId } from "../../src/messages";
import { allRules } from "../../src/rules";
import { registerJsonSchema } from "../../src/register/schema";

const root = resolve(__dirname, "../..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** What a page of a rule is made of, in each language. */
const EDITIONS = {
  en: {
    folder: "docs/rules",
    headings: ["Why do I get this", "What do I do", "Example", "How it decides", "What it cannot see", "Sources"],
    cases: ["Bad", "Good"],
    verdicts: ["violation", "undetermined", "satisfied", "not applicable"],
  },
  zh: {
    folder: "docs/zh/rules",
    headings: ["为什么会出现", "如何处理", "示例", "判定方式", "无法看到的情况", "来源"],
    cases: ["错误", "正确"],
    verdicts: ["违规", "无法判定", "符合", "不适用"],
  },
} as const;

/** A page without its code blocks. */
const prose = (page: string): string => page.replace(/^```.*?^```$/gms, "");

/** The text between a heading and the next one of its level. */
function sectionOf(page: string, heading: string): string {
  const [, rest = ""] = page.split(`\n## ${heading}\n`);
  return rest.split("\n## ")[0] ?? "";
}

describe.each(LANGUAGES)("the pages of rules in %s", (language) => {
  const { folder, headings, cases, verdicts } = EDITIONS[language];
  const [, , example, decides, , sources] = headings;

  describe.each(allRules.map((rule) => [rule.id, rule] as const))("%s.md", (id, rule) => {
    const page = read(`${folder}/${id}.md`);

    it("has the headings of every page, in order", () => {
      expect(prose(page).match(/^##? .*$/gm)).toEqual([`# ${id}`, ...headings.map((heading) => `## ${heading}`)]);
    });

    it("begins with the rule's own description", () => {
      const lines = page.split("\n").filter((line) => line !== "" && !line.startsWith("<!--"));
      expect(lines[1]).toBe(render(language, `rule.${id}` as MessageId));
    });

    it("says something in every section", () => {
      const empty = headings.filter((heading) => !/\p{L}/u.test(sectionOf(page, heading)));
      expect(empty).toEqual([]);
    });

    it("names the rule's sources", () => {
      const ids = [...sectionOf(page, sources).matchAll(/^- \*\*(\S+)\*\*/gm)].map(([, source]) => source);
      expect(ids).toEqual(rule.sources);
    });

    it("shows what breaks the rule and what does not", () => {
      const section = sectionOf(page, example);
      expect(prose(section).match(/^### .*$/gm)).toEqual(cases.map((heading) => `### ${heading}`));
      const blocks = section.match(/^```\w+$/gm)?.map((fence) => fence.slice(3)) ?? [];
      expect(blocks.filter((language) => !["ts", "hcl", "yaml", "json"].includes(language))).toEqual([]);
      // What the cloud said is shown with the register that it was asked about.
      expect(blocks.filter((language, at) => language === "json" && blocks[at - 1] !== "yaml")).toEqual([]);
      // What Pulumi's users write is followed by what Terraform's do.
      expect(blocks.filter((language, at) => (blocks[at - 1] === "ts") !== (language === "hcl"))).toEqual([]);
    });

    it("tells of every verdict", () => {
      const says = sectionOf(page, decides).toLowerCase();
      expect(verdicts.filter((verdict) => !says.includes(verdict))).toEqual([]);
    });
  });

  it("are those of rules", () => {
    expect(readdirSync(join(root, folder)).sort()).toEqual(allRules.map(({ id }) => `${id}.md`).sort());
  });
});

it.each(["ARCHITECTURE.md", "CONTRIBUTING.md"])("%s names files and folders that are there", (file) => {
  const paths = [...prose(read(file)).matchAll(/`((?:src|test|data|docs|scripts|policy-pack|examples)\/[^`<*\s]+)`/g)];
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.flatMap(([, path = ""]) => (existsSync(join(root, path)) ? [] : [path]))).toEqual([]);
});

it("generated parts are up to date", { timeout: 120_000 }, () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts/docs.mjs"), "--check"], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

/** All keys that a schema names, whatever they stand in. */
function keysOf(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const inner = Object.entries(schema).flatMap(([, value]) => keysOf(value));
  return "properties" in schema ? [...Object.keys(schema.properties as object), ...inner] : inner;
}

it.each(["docs/register-keys.md", "docs/zh/register-keys.md"])("%s has every key of the register", (file) => {
  const page = read(file);
  const keys = [...new Set(keysOf(registerJsonSchema()))];
  expect(keys.length).toBeGreaterThan(50);
  expect(keys.filter((key) => !page.includes(`| \`${key}\``))).toEqual([]);
});

it.each([
  ["docs/register.md", "Look at it"],
  ["docs/zh/register.md", "查看"],
])("%s names the rules that a register alone is judged by", (file, heading) => {
  const rows = sectionOf(read(file), heading).match(/^\|.*$/gm) ?? [];
  const named = rows.flatMap((row) => row.match(/(?<=\[)icp-[a-z-]+(?=\])/g) ?? []);
  expect(named.sort()).toEqual(
    allRules
      .filter(({ register }) => register === true)
      .map(({ id }) => id)
      .sort(),
  );
});

/** The texts whose ids begin so. */
const textsOf = (messages: Readonly<Record<string, string>>, beginning: string): readonly string[] =>
  Object.entries(messages).flatMap(([id, text]) => (id.startsWith(beginning) ? [text] : []));

it.each([
  ["A file of Terraform or OpenTofu is refused", textsOf(terraform, "input.terraform-")],
  ["The cloud cannot be asked", textsOf(cloudAccess, "input.")],
  ["A question to the cloud has no answer", textsOf(doubts, "doubt.cloud-")],
])("docs/troubleshooting.md has every sentence under “%s”, and no other", (heading, sentences) => {
  const [, table = ""] = read("docs/troubleshooting.md").split(`### ${heading}\n`);
  const cells = (table.split("\n### ")[0] ?? "").match(/^\| ".*?(?= \|)/gm) ?? [];
  const quoted = cells.flatMap((cell) => [...cell.matchAll(/"([^"]+)"/g)].map(([, text = ""]) => text));
  expect(sentences.length).toBeGreaterThan(5);
  expect(sentences.filter((sentence) => !quoted.some((quote) => sentence.includes(quote)))).toEqual([]);
  expect(quoted.filter((quote) => !sentences.some((sentence) => sentence.includes(quote)))).toEqual([]);
});

it.each(["README.md", "README.zh.md"])(
  "%s says how to try it and how to test it, with scripts that there are",
  (file) => {
    const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> };
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["demo", "test"]));
    expect(read(file)).toMatch(/^npm ci && npm run demo\b/m);
    expect(read(file)).toMatch(/^npm ci && npm test\b/m);
  },
);
