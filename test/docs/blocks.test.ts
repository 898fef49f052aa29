/**
 * Blocks of YAML and JSON on the pages: all parse, and what is a register, settings or a policy configuration is a right one.
 * Those of rules are run (examples.test.ts): some are wrong on purpose.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { readSettings, settingsJsonSchema } from "../../src/cli/settings-file";
import { loadRegister, takeRegister } from "../../src/register/load";
import { registerJsonSchema } from "../../src/register/schema";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { TODAY } from "../support/rule-tester";
import { ENGLISH_PAGES, readPage, twinOf, type Block } from "./pages";

const options = { file: "icp.yaml", knownRules: RULE_IDS, today: TODAY };
/** What every register says, and a part of one on a page leaves out. */
const ALWAYS = { version: "1", asOf: "2026-11-22" };

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const keysOf = (schema: object): ReadonlySet<string> =>
  new Set(Object.keys((schema as { properties: object }).properties));
const REGISTER = keysOf(registerJsonSchema());
const SETTINGS = keysOf(settingsJsonSchema());
const allOf = (value: unknown, keys: ReadonlySet<string>): boolean =>
  isMap(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => keys.has(key));

/** What a block of YAML is, by its keys. Some keys of settings are keys of a register too. */
function kindOf(value: unknown): "register" | "settings" | "other" {
  if (allOf(value, REGISTER)) return "register";
  return allOf(value, SETTINGS) ? "settings" : "other";
}

/** Reads a block as what it is: an error tells what is wrong with it. */
function readYaml(code: string): "register" | "settings" | "other" {
  const documents = parseAllDocuments(code);
  for (const document of documents) if (document.errors[0]) throw document.errors[0];
  const value: unknown = documents.length === 1 ? documents[0]?.toJS() : undefined;
  const kind = kindOf(value);
  const missing = Object.entries(ALWAYS).filter(([key]) => isMap(value) && !(key in value));
  if (kind === "register") loadRegister([...missing.map(([key, is]) => `${key}: ${is}`), code].join("\n"), options);
  if (kind === "settings") readSettings(code, "alicloud-icp.yaml");
  return kind;
}

/** Reads a block as JSON, and as the configuration of the pack where it names its policies. */
function readJson(code: string): "configuration" | "other" {
  const value: unknown = JSON.parse(code);
  if (!isMap(value) || !Object.keys(value).every((key) => key === "all" || key.startsWith("icp-"))) return "other";
  const names = ["all", ...RULE_IDS];
  const unknown = Object.keys(value).filter((key) => !names.includes(key));
  if (unknown.length > 0) throw new Error(`no policy is called ${unknown.join(" or ")}`);
  const own = value["icp-register"];
  if (isMap(own) && isMap(own["register"])) takeRegister(own["register"], options);
  return "configuration";
}

const blocks = ENGLISH_PAGES.filter((file) => !file.startsWith("docs/rules/"))
  .flatMap((file) => [file, twinOf(file)])
  .map(readPage)
  .flatMap((page) => page.blocks.map((block) => [`${page.file}:${block.line}`, block] as const));
const inLanguage = (...languages: string[]): readonly (readonly [string, Block])[] =>
  blocks.filter(([, { language }]) => languages.includes(language));

describe("YAML", () => {
  it.each(inLanguage("yaml", "yml"))("of %s is right", (_, { code }) => {
    expect(() => readYaml(code)).not.toThrow();
  });

  it("is a register on some pages, settings on others, and something else on yet others", () => {
    const kinds = inLanguage("yaml").map(([, { code }]) => readYaml(code));
    expect(new Set(kinds)).toEqual(new Set(["register", "settings", "other"]));
    expect(kinds.filter((kind) => kind === "register").length).toBeGreaterThan(20);
  });

  it("is found wrong where it is", () => {
    expect(() => readYaml("a: [1\n")).toThrow();
    expect(() => readYaml("filings: [{ domain: www.example.com }]\n")).toThrow(/www\.example\.com/);
    expect(() => readYaml("failOn: [sometimes]\n")).toThrow(/sometimes/);
  });
});

describe("JSON", () => {
  it.each(inLanguage("json"))("of %s is right", (_, { code }) => {
    expect(() => readJson(code)).not.toThrow();
  });

  it("is a policy configuration on some pages", () => {
    expect(new Set(inLanguage("json").map(([, { code }]) => readJson(code)))).toEqual(
      new Set(["configuration", "other"]),
    );
  });

  it("is found wrong where it is", () => {
    expect(() => readJson("{ a: 1 }")).toThrow();
    expect(() => readJson('{ "icp-nothing": "advisory" }')).toThrow(/icp-nothing/);
    expect(() => readJson('{ "icp-register": { "register": { "version": 2 } } }')).toThrow(/version/);
  });
});

describe.each(["docs/organisation.md", "docs/zh/organisation.md"])("the wrapper pack of %s", (page) => {
  const TEMPLATE = "templates/wrapper-pack";
  const shown = [...readPage(page).text.matchAll(/^`([\w.]+)`[:：]\n\n```\w+\n(.*?)^```$/gms)];

  it("is that of the template", () => {
    const files = shown.map(([, name = ""]) => name);
    expect(files).toEqual(["package.json", "index.js", "PulumiPolicy.yaml"]);
    for (const [, name = "", code = ""] of shown) {
      const kept = readFileSync(`${TEMPLATE}/${name}`, "utf8");
      if (name.endsWith(".json")) expect(JSON.parse(code), name).toEqual(JSON.parse(kept));
      else expect(code, name).toBe(kept);
    }
  });

  it("has a register that can be read", () => {
    expect(readYaml(readFileSync(`${TEMPLATE}/icp.yaml`, "utf8"))).toBe("register");
  });
});

it("blocks are in languages that are looked at", () => {
  const known = ["yaml", "json", "sh", "text", "ts", "js", "groovy", "powershell", "hcl"];
  expect([...new Set(blocks.map(([, { language }]) => language))].filter((name) => !known.includes(name))).toEqual([]);
});
