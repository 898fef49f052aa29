import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, it, describe } from "vitest";
import { parse } from "yaml";
import { settingsJsonSchema } from "../../src/cli/settings-file";
import { en } from "../../src/messages/en";
import { registerJsonSchema } from "../../src/register/schema";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { EXAMPLE } from "./example";
import { load } from "./loading";

/** What the language servers of VS Code and Red Hat read beyond the standard. */
const EDITOR_KEYWORDS = ["enumDescriptions", "errorMessage", "patternErrorMessage"];
const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats(ajv);
ajv.addVocabulary([...EDITOR_KEYWORDS]);
const schema = registerJsonSchema(RULE_IDS);
const validate = ajv.compile(schema);
/** The example, as loose as a test needs it. */
interface Loose {
  filings: [object];
  rules: object;
}
const broken = (change: (register: Loose) => unknown): unknown => {
  const register = parse(EXAMPLE) as Loose;
  change(register);
  return register;
};

describe("the JSON Schema of a register", () => {
  it("takes the example", () => {
    expect(validate(parse(EXAMPLE)), ajv.errorsText(validate.errors)).toBe(true);
  });

  it("takes the least there can be", () => {
    expect(validate({ version: 1, asOf: "2026-11-22" }), ajv.errorsText(validate.errors)).toBe(true);
    expect(validate({ version: 1, asOf: "2026-11-22", filings: [{ domain: "a.com", status: "unfiled" }] })).toBe(true);
    expect(validate({ version: 1, asOf: "2026-11-22", filings: null, waivers: null, rules: null })).toBe(true);
  });

  it("takes what is there for editors and anchors", () => {
    const more = { $schema: "./icp.schema.json", "x-common": { a: 1 } };
    expect(validate({ version: 1, asOf: "2026-11-22", ...more }), ajv.errorsText(validate.errors)).toBe(true);
    expect(validate({ version: 1, asOf: "2026-11-22", xcommon: 1 })).toBe(false);
  });

  it.each<[string, (register: Loose) => unknown]>([
    ["an unknown key", (register) => Object.assign(register, { filing: [] })],
    ["an unknown key of a filing", ({ filings }) => Object.assign(filings[0], { state: "active" })],
    ["an unknown rule", ({ rules }) => Object.assign(rules, { "icp-drift": "advisory" })],
    ["an unknown level", ({ rules }) => Object.assign(rules, { "icp-ip-drift": "warning" })],
    ["no version", (register) => Reflect.deleteProperty(register, "version")],
    ["another version", (register) => Object.assign(register, { version: 2 })],
    ["no such day", (register) => Object.assign(register, { asOf: "2026-02-30" })],
    ["a text that is no day", (register) => Object.assign(register, { asOf: "soon" })],
    ["the address of a page", ({ filings }) => Object.assign(filings[0], { domain: "https://example.com/" })],
    ["a name without suffix", ({ filings }) => Object.assign(filings[0], { domain: "example" })],
    ["a wildcard for a domain", ({ filings }) => Object.assign(filings[0], { domain: "*.example.com" })],
    ["a number of nothing", ({ filings }) => Object.assign(filings[0], { number: "12345678" })],
    ["an address that is none", ({ filings }) => Object.assign(filings[0], { ips: ["nowhere"] })],
    [
      "a waiver of a whole rule",
      (register) => Object.assign(register, { waivers: [{ rule: "icp-ip-drift", reason: "a", until: "2027-01-01" }] }),
    ],
    ["no status", ({ filings }) => Reflect.deleteProperty(filings[0], "status")],
  ])("refuses %s", (_, change) => {
    expect(validate(broken(change))).toBe(false);
  });

  it("describes every key", () => {
    const undescribed: string[] = [];
    const look = (node: Record<string, unknown>, path: string): void => {
      for (const [name, child] of Object.entries(
        (node["properties"] ?? {}) as Record<string, Record<string, unknown>>,
      )) {
        if (child["description"] === undefined) undescribed.push(`${path}${name}`);
        look(child, `${path}${name}.`);
      }
      if (node["items"]) look(node["items"] as Record<string, unknown>, path);
      for (const other of (node["anyOf"] ?? []) as Record<string, unknown>[]) look(other, path);
    };
    look(schema, "");
    expect(undescribed).toEqual([]);
  });
});

describe("the JSON Schema for editors", () => {
  const root = resolve(__dirname, "../..");
  const shipped = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

  it.each([
    ["icp.schema.json", registerJsonSchema()],
    ["icp.zh.schema.json", registerJsonSchema(RULE_IDS, "zh")],
    ["alicloud-icp.schema.json", settingsJsonSchema()],
    ["alicloud-icp.zh.schema.json", settingsJsonSchema("zh")],
  ])("%s is shipped, by its address", (file, made) => {
    expect(shipped(file)).toEqual(plain(made));
    expect(made).toMatchObject({ $id: `https://raw.githubusercontent.com/alicloud-icp/alicloud-icp/main/${file}` });
  });

  /** All parts of a schema. */
  function* partsOf(value: unknown): Generator<Readonly<Record<string, unknown>>> {
    if (typeof value !== "object" || value === null) return;
    if (!Array.isArray(value)) yield value as Readonly<Record<string, unknown>>;
    for (const inner of Object.values(value)) yield* partsOf(inner);
  }

  it.each([
    ["icp.schema.json", /^[\p{Script=Latin}]/u],
    ["icp.zh.schema.json", /\p{Script=Han}/u],
    ["alicloud-icp.schema.json", /^[\p{Script=Latin}]/u],
    ["alicloud-icp.zh.schema.json", /\p{Script=Han}/u],
  ])("%s says what each key and each value means, in its language", (file, words) => {
    const parts = [...partsOf(shipped(file))];
    const enumerations = parts.filter((part) => Array.isArray(part["enum"]));
    expect(enumerations.length).toBeGreaterThan(3);
    const silent = enumerations.filter((part) => {
      const says = (part["enumDescriptions"] ?? []) as readonly string[];
      return says.length !== (part["enum"] as readonly string[]).length || says.some((text) => !words.test(text));
    });
    expect(silent).toEqual([]);
    const texts = parts.flatMap((part) =>
      ["title", "description", "errorMessage", "patternErrorMessage"].flatMap((key) =>
        typeof part[key] === "string" ? [part[key]] : [],
      ),
    );
    expect(texts.filter((text) => !words.test(text) || /^(?:schema|meaning|rule)\./.test(text))).toEqual([]);
    expect(JSON.stringify(parts[0])).not.toMatch(/"meanings":/);
  });

  it("says of a day what is expected, in place of a pattern of two hundred characters", () => {
    const days = [...partsOf(schema)].filter(({ format }) => format === "date");
    expect(days.length).toBeGreaterThan(8);
    for (const { pattern, patternErrorMessage } of days) {
      expect(pattern).toBe("^\\d{4}-\\d{2}-\\d{2}$");
      expect(patternErrorMessage).toBe("Expected a calendar day as YYYY-MM-DD, such as 2026-11-22");
    }
  });

  it("says at the key of a rule's level what the rule asks for", () => {
    expect(schema["properties"]).toMatchObject({
      rules: { patternProperties: { "^icp-ip-drift$": { description: en["rule.icp-ip-drift"] } } },
    });
  });

  it.each(["example.com", "EXAMPLE.com.", "例子.中国", "xn--fsqu00a.xn--fiqs8s", "例子。中国", "example.com.cn"])(
    "refuses no domain that the command takes: %s",
    (domain) => {
      const text = JSON.stringify({ version: 1, asOf: "2026-11-22", filings: [{ domain, status: "unfiled" }] });
      expect(load(text).register.filings).toHaveLength(1);
      expect(validate(JSON.parse(text)), ajv.errorsText(validate.errors)).toBe(true);
    },
  );

  it.each(["浙ICP备12345678号-1", "浙 icp備12345678號 － 1", "粤B2-20070000-1", "粤ｂ２-20070000-1"])(
    "refuses no number that the command takes: %s",
    (number) => {
      const filing = { domain: "example.com", status: "active", number };
      const text = JSON.stringify({ version: 1, asOf: "2026-11-22", filings: [filing] });
      expect(load(text).register.filings).toHaveLength(1);
      expect(validate(JSON.parse(text)), ajv.errorsText(validate.errors)).toBe(true);
    },
  );

  it.each(["203.0.113.10", "2001:db8::1", "::ffff:192.0.2.1"])(
    "refuses no address that the command takes: %s",
    (ip) => {
      const filing = { domain: "example.com", status: "active", ips: [ip] };
      const text = JSON.stringify({ version: 1, asOf: "2026-11-22", filings: [filing] });
      expect(load(text).register.filings).toHaveLength(1);
      expect(validate(JSON.parse(text)), ajv.errorsText(validate.errors)).toBe(true);
    },
  );
});
