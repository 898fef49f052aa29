/** What a pack is told of a stack, and what the reader makes of it. */
import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/plan/plan";
import { AnalyzerReader, type AnalyzedResource, type AnalyzedStack } from "../../src/plan/read/analyzer";
import { UNKNOWN_STRING } from "../../src/plan/raw";

const EIP = "alicloud:ecs/eipAddress:EipAddress";
const nowhere: AnalyzedStack = { project: "", stack: "", region: undefined };
const urnIn = (stack: string, name: string): string => `urn:pulumi:${stack}::web::${EIP}::${name}`;
const eip = (props: object = {}, rest: Partial<AnalyzedResource> = {}): AnalyzedResource => ({
  urn: urnIn("dev", "main"),
  type: EIP,
  name: "main",
  props,
  ...rest,
});
const reader = (stack = nowhere): AnalyzerReader => new AnalyzerReader(stack, {}, new Set([EIP]));
const partsOf = (plan: Plan): string[] => plan.parts.map(({ id }) => id);
const mainOf = (plan: Plan) => plan.resources.find(({ name }) => name === "main");

describe("the stack", () => {
  test("is that of the URNs, whatever the engine says", () => {
    const told = reader({ project: "told", stack: "otherwise", region: undefined });
    for (const plan of [told.whole([eip()]), told.single(eip())]) {
      expect(partsOf(plan)).toEqual(["web/dev"]);
      expect(mainOf(plan)?.part).toMatchObject({ project: "web", stack: "dev" });
    }
  });

  test("is what the engine says where there is no resource", () => {
    const told = reader();
    told.enter({ project: "web", stack: "prod", region: "cn-hangzhou" });
    expect(told.whole([]).parts).toMatchObject([{ id: "web/prod", region: "cn-hangzhou" }]);
  });

  test("keeps the region that the engine tells", () => {
    const plan = reader({ ...nowhere, region: "cn-hangzhou" }).whole([eip()]);
    expect(plan.parts).toMatchObject([{ id: "web/dev", region: "cn-hangzhou" }]);
  });

  test("is one part for each where the resources of several are shown, in any order", () => {
    const both = [eip({}, { urn: urnIn("prod", "main") }), eip({}, { urn: urnIn("dev", "other"), name: "other" })];
    for (const resources of [both, [...both].reverse()]) {
      const plan = reader().whole(resources);
      expect(partsOf(plan)).toEqual(["web/dev", "web/prod"]);
      expect(mainOf(plan)?.part.id).toBe("web/prod");
    }
  });

  test("holds the providers that resources name", () => {
    const urn = "urn:pulumi:dev::web::pulumi:providers:alicloud::default";
    const provider = { urn, type: "pulumi:providers:alicloud", name: "default", props: { region: "cn-hangzhou" } };
    const plan = reader().whole([eip({}, { provider })]);
    expect(partsOf(plan)).toEqual(["web/dev"]);
    expect(plan.resource(urn)?.part).toBe(mainOf(plan)?.part);
  });
});

describe("whether a resource exists", () => {
  const existence = (props: object) => mainOf(reader().whole([eip(props)]))?.exists;

  test.each([
    ["yes", "an id is told", { id: "eip-1" }],
    ["no", "the id is still to be given", { id: UNKNOWN_STRING }],
    ["unknown", "no id is told", { bandwidth: "5" }],
    ["unknown", "an unknown provider configuration hides it", {}],
  ] as const)("is %s where %s", (expected, _when, props) => {
    expect(existence(props)).toBe(expected);
  });

  test("is unknown of one resource before the rest: inputs have no id", () => {
    expect(mainOf(reader().single(eip({ bandwidth: "5" })))?.exists).toBe("unknown");
  });
});

describe("what is not said of a resource", () => {
  test.each<[string, object, object]>([
    ["is not there", { bandwidth: "5" }, { state: "absent" }],
    ["is hidden by an unknown provider configuration, which leaves nothing", {}, { doubt: { why: "hidden" } }],
  ])("%s", (_, props, expected) => {
    expect(mainOf(reader().whole([eip(props)]))?.string("addressName")).toMatchObject(expected);
  });

  test("is not there where the inputs were told before", () => {
    const told = reader();
    told.remember(eip({ bandwidth: "5" }));
    expect(mainOf(told.whole([eip()]))?.string("addressName")).toEqual({ state: "absent" });
  });

  test("is not there where nothing is read of its type", () => {
    const other = eip({}, { type: "random:index/randomId:RandomId" });
    expect(mainOf(reader().whole([other]))?.string("addressName")).toEqual({ state: "absent" });
  });
});

describe("what the options of a resource tell", () => {
  const opts = { aliases: [urnIn("dev", "former")], ignoreChanges: ["bandwidth"] };

  test("is kept, of one resource and of the whole stack", () => {
    const resource = eip({}, { opts });
    for (const plan of [reader().single(resource), reader().whole([resource])])
      expect(mainOf(plan)).toMatchObject(opts);
  });

  test("is nothing from engines that send no options", () => {
    expect(mainOf(reader().whole([eip()]))).toMatchObject({ aliases: [], ignoreChanges: [] });
  });
});
