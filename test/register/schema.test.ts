import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { expect, it, describe } from "vitest";
import { parse } from "yaml";
import { registerJsonSchema } from "../../src/register/schema";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { EXAMPLE } from "./example";

const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats(ajv);
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
