import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNKNOWN_STRING, type Raw } from "../../src/plan/raw";
import {
  dependenciesOf,
  originsOfUnknown,
  SECRET,
  SIGNATURE,
  told,
  unknownOf,
  withDependencies,
  withoutOutputs,
} from "../../src/program/properties";
import { SECRET_TEXT } from "../../src/program/stack-settings";

const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const secret = (value: Raw): Raw => ({ [SIGNATURE]: SECRET, value });
const output = (rest: Record<string, Raw>): Raw => ({ [SIGNATURE]: OUTPUT, ...rest });

describe("what a preview is told", () => {
  const table: Record<string, [given: Raw, told: Raw]> = {
    "a plain value": ["x", "x"],
    "an unknown one": [UNKNOWN_STRING, UNKNOWN_STRING],
    "a secret": [secret("hunter2"), SECRET_TEXT],
    "a secret inside of a list": [
      ["a", secret("hunter2")],
      ["a", SECRET_TEXT],
    ],
    "an unknown output": [output({ dependencies: ["urn"] }), UNKNOWN_STRING],
    "a known output": [output({ value: { a: [1] }, dependencies: ["urn"] }), { a: [1] }],
    "a secret output": [output({ value: "hunter2", secret: true }), SECRET_TEXT],
    "a text that is made of a secret": [`x-${SECRET_TEXT}.example.com`, SECRET_TEXT],
    "an asset": [
      { [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17", text: "x" },
      { [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17", text: "x" },
    ],
  };
  it.each(Object.entries(table))("%s", (_, [given, expected]) => {
    expect(told({ given })).toEqual({ given: expected });
  });

  it("never holds what is secret, wherever it stands", () => {
    const value = fc.letrec<{ readonly any: unknown }>((tie) => ({
      any: fc.oneof(
        { depthSize: "small" },
        fc.string(),
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(fc.string(), tie("any"), { maxKeys: 3 }),
        tie("any").map((inner) => secret(["HUNTER2", inner] as Raw)),
      ),
    })).any;
    fc.assert(
      fc.property(value, (given) => {
        expect(JSON.stringify(told({ given: given as Raw }))).not.toContain("HUNTER2");
      }),
    );
  });
});

describe("what transforms are given", () => {
  const urns = { a: ["urn:a"], b: ["urn:b", "urn:c"], c: ["urn:d"] };

  it("says of each property what it comes from, and has it back", () => {
    const inputs = { a: "x", b: UNKNOWN_STRING, c: secret("s"), d: 1 };
    const marked = withDependencies(inputs, urns);
    expect(dependenciesOf(marked)).toEqual(urns);
    expect(withoutOutputs(marked)).toEqual(inputs);
  });

  it("leaves what has no origin as it is", () => {
    expect(withDependencies({ a: { b: [1] } }, {})).toEqual({ a: { b: [1] } });
  });
});

describe("an unknown output of a stack", () => {
  it("says what it comes from", () => {
    expect(originsOfUnknown(unknownOf(["urn:a"]))).toEqual(["urn:a"]);
    expect(originsOfUnknown(UNKNOWN_STRING)).toBeUndefined();
    expect(originsOfUnknown(output({ value: 1, dependencies: ["urn:a"] }))).toBeUndefined();
  });
});
