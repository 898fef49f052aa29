/** The configuration of a program: what stack, project and program say, and what Pulumi makes of it. */
import { describe, expect, it } from "vitest";
import type { Raw } from "../../../src/plan/raw";
import { readBody, saidOf, stepsOf, type Given } from "./programs";

const bucket = (value: string): string =>
  `resources:\n  it:\n    type: alicloud:oss:Bucket\n    properties:\n      it: ${JSON.stringify(value)}`;

const valueOf = (value: string, body: string, given: Given): Raw | undefined =>
  stepsOf(readBody(`${body}\n${bucket(value)}`, given))["it"]?.inputs?.["it"] as Raw | undefined;

describe("a value of the stack", () => {
  it.each<[string, Raw]>([
    ["text", "text"],
    ["80", 80],
    ["-1.5e3", -1500],
    ["0", 0],
    ["0.5", 0.5],
    ["012", "012"],
    ["00", "00"],
    ["1e999", "1e999"],
    ["1234567890", 1234567890],
    ["true", true],
    ["t", true],
    ["F", false],
    ["yes", "yes"],
    ["", ""],
    ['{"a":[1,2]}', { a: [1, 2] }],
    ["[not json", "[not json"],
    ['"quoted"', "quoted"],
    ["{}", {}],
  ])("%j is %j", (text, value) => {
    expect(valueOf("${key}", "", { config: { "site:key": text } })).toEqual(value);
  });

  it.each<[string, string]>([
    ["its key", "${key}"],
    ["its full key", "${site:key}"],
  ])("is called by %s", (_name, reference) => {
    expect(valueOf(reference, "", { config: { "site:key": "x" } })).toBe("x");
  });

  it("of another namespace is called by its full key", () => {
    expect(valueOf("${alicloud:region}", "", { config: { "alicloud:region": "cn-hangzhou" } })).toBe("cn-hangzhou");
  });

  it("is secret where it is encrypted", () => {
    const reading = readBody(bucket("${key}"), { secretKeys: ["site:key"] });
    expect(stepsOf(reading)["it"]?.inputs).toEqual({ it: "[secret]" });
    expect(reading.document.config).toEqual({ "site:key": "[secret]" });
  });

  it("counts in spite of a default, and of the type that was declared", () => {
    const body = "config:\n  key: { type: string, default: x }\n  alicloud:region: cn-shanghai";
    const given = { config: { "site:key": "80", "alicloud:region": "cn-hangzhou" } };
    expect(valueOf("${key}", body, given)).toBe(80);
    expect(readBody(`${body}\n${bucket("")}`, given).document.config).toEqual(given.config);
  });

  it("gives way to a resource of the same name, and before a variable", () => {
    const given = { config: { "site:other": "x", "site:name": "y" } };
    expect(valueOf("${other}", "variables: { name: z }", given)).toBe("x");
    expect(valueOf("${name}", "variables: { name: z }", given)).toBe("y");
    const resources =
      'resources:\n  other: { type: alicloud:oss:Bucket, properties: { acl: a } }\n  it: { type: alicloud:oss:Bucket, properties: { it: "${other.acl}" } }';
    expect(stepsOf(readBody(resources, given))["it"]?.inputs).toEqual({ it: "a" });
  });
});

describe("what the project says", () => {
  it("is the default of each stack, and shows in its configuration", () => {
    const body = `config:
  text: { type: string, default: x }
  number: { type: integer, default: 3 }
  list: { type: array, items: { type: string }, default: [a, b] }
  value: { value: 5 }
  plain: y
  alicloud:region: cn-shanghai`;
    expect(valueOf("${text}-${number}-${list[1]}-${value}-${plain}-${alicloud:region}", body, {})).toBe(
      "x-3-b-5-y-cn-shanghai",
    );
    expect(readBody(`${body}\n${bucket("")}`).document.config).toEqual({
      "alicloud:region": "cn-shanghai",
      "site:list": '["a","b"]',
      "site:number": "3",
      "site:plain": "y",
      "site:text": "x",
      "site:value": "5",
    });
  });

  it("may be secret", () => {
    const body = "config:\n  key: { type: string, secret: true }";
    expect(valueOf("${key}", body, { config: { "site:key": "plain" } })).toBe("[secret]");
    expect(valueOf("${key}", body, { secretKeys: ["site:key"] })).toBe("[secret]");
  });

  it("counts for a program in a file of its own", () => {
    const files = { "Main.yaml": bucket("${key}") };
    expect(stepsOf(readBody("config: { key: { default: x } }", { files }))["it"]?.inputs).toEqual({ it: "x" });
  });

  it("must have a value", () => {
    expect(saidOf(`config:\n  key: { type: string }\n${bucket("${key}")}`)).toEqual([
      "Pulumi.yaml:4: config.key: the stack dev gives no value, and there is no default; run `pulumi config set key VALUE`, or name another stack",
    ]);
  });
});

describe("what the program says itself", () => {
  const given = (config: string, value: string): Given => ({ files: { "Main.yaml": `${config}\n${bucket(value)}` } });

  it("is a default that keeps its type, and is no configuration of the stack", () => {
    const reading = readBody(
      "",
      given('configuration: { key: { type: String, default: "80" }, flag: { default: [1] } }', "${key}"),
    );
    expect(stepsOf(reading)["it"]?.inputs).toEqual({ it: "80" });
    expect(reading.document.config).toEqual({});
  });

  it("may be called otherwise", () => {
    const reading = readBody("", { ...given("config: { key: { name: other, default: x } }", "${other}") });
    expect(stepsOf(reading)["it"]?.inputs).toEqual({ it: "x" });
  });

  it("may be secret", () => {
    expect(
      stepsOf(readBody("", given("config: { key: { default: x, secret: true } }", "${key}")))["it"]?.inputs,
    ).toEqual({
      it: "[secret]",
    });
  });

  it("must have a value", () => {
    expect(saidOf("", given("config: { key: { type: string } }", "${key}"))).toEqual([
      "Main.yaml:1: config.key: the stack dev gives no value, and there is no default; run `pulumi config set key VALUE`, or name another stack",
    ]);
  });
});
