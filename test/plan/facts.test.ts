import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { absent, isOneOf, known, map, orElse, type Fact } from "../../src/plan/fact";
import { kindOf, UNKNOWN_STRING, unwrap, type Raw, type RawProperties } from "../../src/plan/raw";
import { Resource, type PlanPart, type ResourceData } from "../../src/plan/resource";
import { part } from "../support/plan";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const secret = { [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", plaintext: '"hunter2"' };
const output = (rest: RawProperties): Raw => ({ [SIGNATURE]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", ...rest });

const base: ResourceData = { urn: "urn:pulumi:dev::web::a:b:C::main", type: "a:b:C", name: "main", inputs: {} };
const other = "urn:pulumi:dev::web::a:b:C::other";
const resourceOf = (data: Partial<ResourceData>, at: Partial<PlanPart> = {}): Resource =>
  new Resource({ ...base, ...data }, { ...part, ...at });
const valueOf = (raw: Raw): Resource => resourceOf({ inputs: { p: raw } });

/** A fact in one word: its value, or why there is none. */
function say(fact: Fact<unknown>): unknown {
  return fact.state === "known" ? fact.value : fact.state === "unknown" ? `(${fact.doubt.why})` : "(absent)";
}

describe("what a raw value is", () => {
  const cases: Record<string, [raw: Raw | undefined, kind: string]> = {
    text: ["x", "value"],
    "a list": [[UNKNOWN_STRING], "value"],
    "an object": [{ a: 1 }, "value"],
    false: [false, "value"],
    null: [null, "missing"],
    nothing: [undefined, "missing"],
    "an unknown string": [UNKNOWN_STRING, "unknown"],
    "an unknown object": ["dd056dcd-154b-4c76-9bd3-c8f88648b5ff", "unknown"],
    "a blinded secret": ["[secret]", "secret"],
    "a secret of a state": [secret, "secret"],
    "an asset": [{ [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17", text: "x" }, "value"],
    "an output": [output({ value: "x" }), "value"],
    "an output of an unknown": [output({ value: UNKNOWN_STRING }), "unknown"],
    "an output without value": [output({}), "unknown"],
    "a secret output": [output({ value: "x", secret: true }), "secret"],
    "an output marked secret by a text": [output({ value: "x", secret: "true" }), "secret"],
    "an output marked secret by null": [output({ value: "x", secret: null }), "secret"],
    "an output marked as no secret": [output({ value: "x", secret: false }), "value"],
    "an output of an output": [output({ value: output({}) }), "unknown"],
  };
  for (const [name, [raw, kind]] of Object.entries(cases)) {
    test(`${name} is ${kind}`, () => {
      expect(kindOf(raw)).toBe(kind);
    });
  }
  test("every JSON value is of some kind, and unwrapping twice changes nothing", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const raw = value as Raw;
        expect(["value", "unknown", "secret", "missing"]).toContain(kindOf(raw));
        expect(unwrap(unwrap(raw))).toEqual(unwrap(raw));
      }),
    );
  });
});

describe("reading a value", () => {
  const table: [raw: Raw, text: unknown, number: unknown, boolean: unknown, items: unknown][] = [
    ["x", "x", "(malformed)", "(malformed)", 1],
    [" x ", "x", "(malformed)", "(malformed)", 1],
    ["", "(absent)", "(malformed)", "(malformed)", 1],
    ["5", "5", 5, "(malformed)", 1],
    [5, "5", 5, "(malformed)", 1],
    [true, "(malformed)", "(malformed)", true, 1],
    ["true", "true", "(malformed)", true, 1],
    [{ a: 1 }, "(malformed)", "(malformed)", "(malformed)", 1],
    [["a", "b"], "(malformed)", "(malformed)", "(malformed)", 2],
    [[], "(malformed)", "(malformed)", "(malformed)", 0],
    [null, "(absent)", "(absent)", "(absent)", "(absent)"],
    [UNKNOWN_STRING, "(computed)", "(computed)", "(computed)", "(computed)"],
    ["[secret]", "(secret)", "(secret)", "(secret)", "(secret)"],
    [secret, "(secret)", "(secret)", "(secret)", "(secret)"],
    [output({ value: "x" }), "x", "(malformed)", "(malformed)", 1],
  ];
  for (const [raw, text, number, boolean, items] of table) {
    test(JSON.stringify(raw), () => {
      const resource = valueOf(raw);
      expect(say(resource.string("p"))).toBe(text);
      expect(say(resource.number("p"))).toBe(number);
      expect(say(resource.boolean("p"))).toBe(boolean);
      expect(say(map(resource.items("p"), ({ length }) => length))).toBe(items);
    });
  }

  test("any JSON value reads without an exception, and a secret never shows", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, key) => {
        const resource = valueOf(value as Raw);
        const place = resource.at("p");
        for (const read of [place, place.at(key), place.at(key).at("__proto__")]) {
          for (const fact of [read.string(), read.number(), read.boolean(), read.items(), read.presence()]) {
            expect(["known", "unknown", "absent"]).toContain(fact.state);
          }
        }
        const hiding = resourceOf({ inputs: { p: { [key]: secret } } });
        expect(JSON.stringify(hiding.at("p").at(key).string())).not.toContain("hunter2");
      }),
    );
  });

  test("what is under an unknown or a secret is unknown for the same reason", () => {
    for (const [raw, why] of [
      [UNKNOWN_STRING, "(computed)"],
      ["[secret]", "(secret)"],
    ] as const) {
      expect(say(valueOf(raw).at("p").at("a").at("b").string())).toBe(why);
    }
  });

  test("a list of one object is that object; of several it is none", () => {
    expect(
      say(
        valueOf([{ a: "x" }])
          .at("p")
          .at("a")
          .string(),
      ),
    ).toBe("x");
    expect(
      say(
        valueOf([{ a: "x" }, { a: "y" }])
          .at("p")
          .at("a")
          .string(),
      ),
    ).toBe("(absent)");
  });

  test("a doubt names the property and what it waits for", () => {
    const resource = resourceOf({
      inputs: { sources: [{ content: UNKNOWN_STRING }] },
      propertyDependencies: { sources: [other] },
    });
    const items = resource.items("sources");
    const content = items.state === "known" ? items.value[0]?.at("content").string() : undefined;
    expect(content).toEqual({
      state: "unknown",
      doubt: {
        why: "computed",
        params: { property: "sources[0].content" },
        property: "sources[0].content",
        urn: base.urn,
        waitsFor: [other],
      },
    });
  });

  test("where the program itself knows its properties only later, all of them wait for what it waits for", () => {
    const fact = resourceOf({ inputs: {}, hidden: "computed", dependencies: [other] }).string("p");
    expect(say(fact)).toBe("(computed)");
    expect(fact).toMatchObject({ doubt: { waitsFor: [other] } });
  });

  test("where the source hides properties, absent means unknown", () => {
    const resource = resourceOf({ inputs: { shown: {} }, hidden: "hidden" });
    expect(say(resource.string("p"))).toBe("(hidden)");
    expect(say(resource.at("shown").at("p").string())).toBe("(hidden)");
  });
});

describe("inputs and outputs", () => {
  const cases: Record<string, [data: Partial<ResourceData>, fact: unknown]> = {
    "an input counts before an output": [{ inputs: { p: "in" }, outputs: { p: "out" } }, "in"],
    "what was left out is what the provider answered": [{ outputs: { p: "out" } }, "out"],
    "an unknown input that was answered since": [{ inputs: { p: UNKNOWN_STRING }, outputs: { p: "out" } }, "out"],
    "an unknown output says nothing about what was left out": [{ outputs: { p: UNKNOWN_STRING } }, "(absent)"],
    "a secret output of what was left out": [{ outputs: { p: "[secret]" } }, "(secret)"],
    "an update without the input keeps the answer": [
      { change: "update", outputs: { p: "out" }, previous: { ...base } },
      "out",
    ],
    "an update that removes the input": [
      { change: "update", outputs: { p: "out" }, previous: { ...base, inputs: { p: "in" } } },
      "(absent)",
    ],
    "an update that makes the input unknown": [
      { change: "update", inputs: { p: UNKNOWN_STRING }, outputs: { p: "out" }, previous: { ...base } },
      "(computed)",
    ],
    "a replacement knows no answers": [{ change: "replace", previous: { ...base, outputs: { p: "out" } } }, "(absent)"],
    "names that mean something to JavaScript": [{ outputs: {} }, "(absent)"],
  };
  for (const [name, [data, fact]] of Object.entries(cases)) {
    test(name, () => {
      expect(say(resourceOf(data).string("p"))).toBe(fact);
      expect(say(resourceOf(data).string("constructor"))).toBe("(absent)");
    });
  }
});

describe("what an update no longer says", () => {
  const cdn = "alicloud:cdn/domainNew:DomainNew";
  const was = (inputs: RawProperties, outputs?: RawProperties): ResourceData => ({
    ...base,
    type: cdn,
    inputs,
    ...(outputs && { outputs }),
  });
  const update = (previous: ResourceData, rest: Partial<ResourceData> = {}): Partial<ResourceData> => ({
    type: cdn,
    change: "update",
    previous,
    ...rest,
  });
  const before = was({ scope: "overseas" }, { scope: "overseas" });
  const cases: Record<string, [data: Partial<ResourceData>, fact: unknown]> = {
    "is what the provider answered last": [update(before, { outputs: { scope: "global" } }), "global"],
    "is what the old state has": [update(before), "overseas"],
    "is the old answer where the new one is not known": [
      update(before, { outputs: { scope: UNKNOWN_STRING } }),
      "overseas",
    ],
    "is the old answer before the old input": [update(was({ scope: "domestic" }, { scope: "global" })), "global"],
    "is the old input where nothing was answered": [update(was({ scope: "overseas" })), "overseas"],
    "is the old input where the answer was empty": [update(was({ scope: "overseas" }, { scope: "" })), "overseas"],
    "is the same when it is said to be empty": [update(before, { inputs: { scope: "" } }), "overseas"],
    "is secret where it was": [update(was({ scope: secret }, { scope: secret })), "(secret)"],
    "is unknown where nothing tells what it was": [update(was({ scope: UNKNOWN_STRING })), "(kept)"],
    "stays what it is when it was never said": [
      update(was({}, { scope: "global" }), { outputs: { scope: "global" } }),
      "global",
    ],
    "is not kept by another type": [update(before, { type: "alicloud:vod/domain:Domain" }), "(absent)"],
    "is not kept by a replacement": [{ ...update(before), change: "replace" }, "(absent)"],
    "is not asked for where the old state is not told": [{ type: cdn, outputs: { scope: "overseas" } }, "overseas"],
  };
  for (const [name, [data, fact]] of Object.entries(cases)) {
    test(name, () => {
      expect(say(resourceOf(data).string("scope"))).toBe(fact);
    });
  }

  test("is the default where the provider keeps nothing", () => {
    const resource = resourceOf(update(was({ checkUrl: "a" }, { checkUrl: "a" }), { outputs: { checkUrl: "a" } }));
    expect(say(resource.string("checkUrl"))).toBe("(absent)");
  });

  test("says that it was kept", () => {
    expect(resourceOf(update(was({ scope: UNKNOWN_STRING }))).string("scope")).toEqual({
      state: "unknown",
      doubt: { why: "kept", params: { property: "scope" }, property: "scope", urn: base.urn, waitsFor: [] },
    });
  });

  test("is kept as a whole", () => {
    const type = "alicloud:ecs/instance:Instance";
    const told = { networkInterfaces: [{ networkInterfaceId: "eni-1" }] };
    const kept = resourceOf(update(was(told), { type })).at("networkInterfaces");
    expect([say(kept.at("networkInterfaceId").string()), say(kept.at("vswitchId").string())]).toEqual([
      "eni-1",
      "(absent)",
    ]);
    const untold = resourceOf(update(was({ networkInterfaces: UNKNOWN_STRING }), { type })).at("networkInterfaces");
    expect(say(untold.at("networkInterfaceId").string())).toBe("(kept)");
  });
});

describe("what only the provider can say", () => {
  const cases: Record<string, [data: Partial<ResourceData>, at: Partial<PlanPart>, fact: unknown]> = {
    "not yet": [{ change: "create" }, {}, "(computed)"],
    answered: [{ change: "create", outputs: { p: "out" } }, {}, "out"],
    "said by the program": [{ change: "create", inputs: { p: "in" } }, {}, "in"],
    "never, in what stays": [{ change: "same", outputs: {} }, {}, "(absent)"],
    "never, in what goes": [{ change: "delete", outputs: {} }, {}, "(absent)"],
    "never, in a state": [{ outputs: {} }, { applied: true }, "(absent)"],
    "not shown, in what stays": [{ change: "same" }, {}, "(computed)"],
    "empty, in what stays": [{ change: "same", outputs: { p: "" } }, {}, "(absent)"],
    "empty before an update": [{ change: "update", outputs: { p: "" } }, {}, "(computed)"],
    secret: [{ change: "same", outputs: { p: secret } }, {}, "(secret)"],
  };
  for (const [name, [data, at, fact]] of Object.entries(cases)) {
    test(name, () => {
      expect(say(resourceOf(data, at).output("p"))).toBe(fact);
    });
  }
  test("an id", () => {
    expect(say(resourceOf({ id: "i-1" }).id)).toBe("i-1");
    for (const id of [UNKNOWN_STRING, "[secret]", null]) expect(say(resourceOf({ id }).id)).toBe("(computed)");
    expect(resourceOf({}).id).toMatchObject({ state: "unknown", doubt: { waitsFor: [base.urn] } });
  });
});

test("facts combine without losing a doubt", () => {
  const doubtful = valueOf(UNKNOWN_STRING).string("p");
  expect(map(known(2), (value) => value * 2)).toEqual(known(4));
  expect(map(doubtful, String)).toBe(doubtful);
  expect(map(absent, String)).toBe(absent);
  expect([orElse(absent, "x"), orElse(known("y"), "x")]).toEqual([known("x"), known("y")]);
  expect(orElse(doubtful, "x")).toBe(doubtful);
  expect([isOneOf(known("a"), ["a"]), isOneOf(known("b"), ["a"]), isOneOf(absent, ["a"])]).toEqual([
    true,
    false,
    false,
  ]);
  expect(isOneOf(doubtful, ["a"])).toBe(doubtful);
});
