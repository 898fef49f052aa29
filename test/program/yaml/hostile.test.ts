/** Programs that mean harm, or that are only very large. */
import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/input/error";
import { readBody, saidOf, stepsOf, valueOf } from "./programs";

const TOO_LARGE = "comes to more values than can be judged; does it repeat itself?";
const TOO_DEEP = "nests too deeply to be read";
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** Variables of which each repeats the one before it. */
const doubling = (first: string, next: (name: string) => string): string =>
  ["variables:", `  v0: ${first}`, ...numbers(60).map((index) => `  v${index + 1}: ${next(`\${v${index}}`)}`)].join(
    "\n",
  );

describe("what repeats itself", () => {
  it("by aliases is refused as aliases are", () => {
    const levels = numbers(30).map((index) => `  v${index + 1}: &v${index + 1} [*v${index}, *v${index}]`);
    const said = saidOf(["variables:", "  v0: &v0 [a]", ...levels].join("\n"));
    expect(said[0]).toBe(
      "Pulumi.yaml:5: variables.v1[0]: *v0 is an alias, which Pulumi YAML does not take; write the value out",
    );
  });

  it.each([
    ["in lists", doubling("[a]", (name) => `["${name}", "${name}"]`)],
    ["in maps", doubling("{ a: a }", (name) => `{ a: "${name}", b: "${name}" }`)],
    ["in texts", doubling("abcdefghij", (name) => `"${name}${name}"`)],
    ["in JSON", doubling("[a]", (name) => `{ fn::toJSON: ["${name}", "${name}"] }`)],
    ["in joined texts", doubling("abcdefghij", (name) => `{ fn::join: ["", ["${name}", "${name}"]] }`)],
  ])("%s is refused before it is worked out", (_name, body) => {
    const [said = ""] = saidOf(body);
    expect(said).toMatch(/^Pulumi\.yaml:\d+: variables\.v\d+/);
    expect(said).toContain(TOO_LARGE);
  });

  it("from resource to resource is refused", () => {
    const list = `variables:\n  all: [${numbers(5_000).join(", ")}]`;
    const resources = numbers(1_000).map(
      (index) => `  r${index}: { type: alicloud:oss:Bucket, properties: { a: "\${all}" } }`,
    );
    expect(saidOf([list, "resources:", ...resources].join("\n")).join()).toContain(TOO_LARGE);
  });

  it("in what resources wait for is refused", () => {
    const resources = numbers(3_000).map((index) => `  r${index}: { type: alicloud:oss:Bucket }`);
    const waiting = numbers(3_000).map(
      (index) => `  w${index}: { type: alicloud:oss:Bucket, options: { dependsOn: "\${all}" } }`,
    );
    const all = `variables:\n  all: [${numbers(3_000)
      .map((index) => `"\${r${index}}"`)
      .join(", ")}]`;
    expect(saidOf([all, "resources:", ...resources, ...waiting].join("\n")).join()).toContain(TOO_LARGE);
  });
});

describe("what nests deeply", () => {
  it.each([150, 1_000, 20_000])("by %i brackets is refused", (depth) => {
    expect(saidOf(`variables: { a: ${"[".repeat(depth)}${"]".repeat(depth)} }`).join()).toContain(TOO_DEEP);
  });

  it("in the configuration is refused or read, and never breaks", () => {
    const config = { "site:deep": `${"[".repeat(50_000)}${"]".repeat(50_000)}` };
    try {
      readBody("", { config });
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect(String(error)).toContain(TOO_DEEP);
    }
  });

  it("by references from one variable to the next does not", () => {
    const count = 20_000;
    const chain = numbers(count).map((index) => `  v${index}: "\${v${index + 1}}"`);
    expect(valueOf("${v0}", [...chain.map((line) => line.trim()), `v${count}: end`].join("\n")).value).toBe("end");
  });

  it("in a long circle is told in short", () => {
    const count = 20_000;
    const circle = numbers(count).map((index) => `  v${index}: "\${v${(index + 1) % count}}"`);
    expect(saidOf(["variables:", ...circle].join("\n"))).toEqual([
      "Pulumi.yaml:4: variables.v0: waits for itself: v0 → v1 → v2 → v3 → v4 → v5 → v6 → v7 → v8 → v9 → … → v0; take one of these references out",
    ]);
  });
});

describe("names that objects have", () => {
  it("are names like others", () => {
    const body = `config:
  __proto__: { default: c }
variables:
  constructor: { __proto__: { toString: v } }
resources:
  hasOwnProperty:
    type: alicloud:oss:Bucket
    properties:
      __proto__: { polluted: true }
      constructor: "\${constructor.__proto__.toString}"
      valueOf: "\${__proto__}"
      it: "\${hasOwnProperty2.__proto__}"
  hasOwnProperty2:
    type: alicloud:oss:Bucket
outputs:
  __proto__: "\${hasOwnProperty.valueOf}"`;
    const steps = stepsOf(readBody(body, { config: { "site:__proto__": "c" } }));
    const { inputs, propertyDependencies } = new Map(Object.entries(steps)).get("hasOwnProperty") ?? {};
    expect(Object.keys(inputs ?? {})).toEqual(["__proto__", "constructor", "valueOf", "it"]);
    expect(inputs).toMatchObject({ constructor: "v", valueOf: "c" });
    expect(Object.keys(propertyDependencies ?? {})).toContain("__proto__");
    expect(Object.entries(steps["site-dev"]?.outputs ?? {})).toEqual([["__proto__", "c"]]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe("a large program", () => {
  it("of 10,000 resources is read, each from the one before it", () => {
    const resources = numbers(10_000).map(
      (index) => `  r${index}:
    type: alicloud:cdn:DomainNew
    properties:
      domainName: h${index}.example.com
      cdnType: web
      sources:
        - type: domain
          content: ${index === 0 ? "origin.example.com" : `\${r${index - 1}.cname}`}`,
    );
    const { document } = readBody(["resources:", ...resources.reverse()].join("\n"));
    expect(document.changeSummary).toEqual({ create: 10_001 });
    expect(document.steps[1]?.["urn"]).toContain("::r0");
  });

  it("of one text with many references is read", () => {
    const text = "${a}.".repeat(100_000);
    expect(valueOf(`"${text}"`, "a: x").value).toBe("x.".repeat(100_000));
  });

  it("with an open quote behind many others is refused at once", () => {
    const said = saidOf(`variables: { a: '\${b["${'\\"'.repeat(50_000)}' }`);
    expect(said.join()).toContain("a quote that was opened is not closed");
  });
});
