/**
 * The pack lets the SDK skip the policies that have nothing to say, by a property that the SDK reads first. That is the
 * SDK's own business: here it is said what it does, and that the pack judges all the same where it does something else.
 */
import { createRequire } from "node:module";
import type { Policies, StackValidationArgs, StackValidationPolicy } from "@pulumi/policy";
import { describe, expect, it } from "vitest";
import { policiesOf } from "../../policy-pack/policies";
import { Session } from "../../policy-pack/session";
import { UNKNOWN_STRING } from "../../src/plan/raw";
import { provider, urnOf } from "./site";

const sdk = createRequire(createRequire(`${process.cwd()}/package.json`).resolve("@pulumi/policy"));

type Callback = (error: unknown) => void;
/** What the SDK answers AnalyzeStack calls with; it has no declaration. */
const { makeAnalyzeStackRpcFun } = sdk("./server") as {
  readonly makeAnalyzeStackRpcFun: (
    pack: string,
    version: string,
    level: string,
    policies: Policies,
  ) => (call: { readonly request: unknown }, callback: Callback) => Promise<void>;
};
interface StackRequest {
  addResources(resource: unknown): void;
  getResourcesList(): unknown[];
}
const { AnalyzeStackRequest, AnalyzerResource, AnalyzerResourceOptions } = sdk("@pulumi/pulumi/proto/analyzer_pb") as {
  readonly AnalyzeStackRequest: new () => StackRequest;
  readonly AnalyzerResource: new () => Record<"setProperties" | "setOptions", (value: unknown) => void>;
  readonly AnalyzerResourceOptions: new () => unknown;
};
const { Struct } = sdk("google-protobuf/google/protobuf/struct_pb") as { readonly Struct: new () => unknown };
const { unknownCheckingProxy } = sdk("./proxy") as { readonly unknownCheckingProxy: (props: object) => object };

describe("the SDK", () => {
  it("reads __pulumiType once for each policy, in their order, right before it runs it or skips it", async () => {
    const events: string[] = [];
    const policy = (name: string, type: string | undefined): StackValidationPolicy => {
      const validateStack = (): void => {
        events.push(`runs ${name}`);
      };
      Object.defineProperty(validateStack, "__pulumiType", {
        get: () => {
          events.push(`asks ${name}`);
          return type;
        },
      });
      return { name, description: name, enforcementLevel: "advisory", validateStack };
    };
    const policies = [policy("first", undefined), policy("skipped", "nobody:has/this:Type"), policy("last", undefined)];
    const analyze = makeAnalyzeStackRpcFun("pack", "1.0.0", "advisory", policies);
    const once = ["asks first", "runs first", "asks skipped", "asks last", "runs last"];
    for (const analyses of [1, 2]) {
      await analyze({ request: new AnalyzeStackRequest() }, (error) => {
        expect(error).toBeFalsy();
      });
      expect(events).toEqual(Array(analyses).fill(once).flat());
    }
  });
});

describe("the SDK, for what is done once", () => {
  it("makes objects of the resources of the request anew for each policy, and of none that are gone from it", async () => {
    const request = new AnalyzeStackRequest();
    const resource = new AnalyzerResource();
    resource.setProperties(new Struct());
    resource.setOptions(new AnalyzerResourceOptions());
    request.addResources(resource);
    const shown: number[] = [];
    const policy = (name: string): StackValidationPolicy => ({
      name,
      description: name,
      validateStack: ({ resources }) => {
        shown.push(resources.length);
        request.getResourcesList().splice(0);
      },
    });
    await makeAnalyzeStackRpcFun("pack", "1.0.0", "advisory", [policy("first"), policy("last")])(
      { request },
      (error) => {
        expect(error).toBeFalsy();
      },
    );
    expect(shown).toEqual([1, 0]);
  });

  it("gives the properties behind its proxy by a name of its own", () => {
    const props = { domainName: UNKNOWN_STRING };
    const proxy = unknownCheckingProxy(props) as Readonly<Record<string, unknown>>;
    expect(() => proxy["domainName"]).toThrow();
    expect(proxy["__getSpecialProxyTarget"]).toBe(props);
  });
});

/** A stack with a CDN domain of this name. */
const stackWith = (domainName: string): StackValidationArgs => {
  const type = "alicloud:cdn/domainNew:DomainNew";
  const site = {
    urn: urnOf(type, "site"),
    type,
    name: "site",
    props: { domainName, cdnType: "web" },
    opts: {},
    provider: { ...provider, type: "pulumi:providers:alicloud", name: "default" },
    dependencies: [],
    propertyDependencies: {},
  };
  return { resources: [site], stackTags: new Map(), getConfig: () => ({}), notApplicable: () => undefined } as never;
};

/** How an SDK goes about one policy: whether it runs it. */
type Manner = (validate: object) => boolean;

/** What the pack says in three analyses one after another, when the SDK goes about its policies like this. */
function said(manner: Manner, upfront: boolean): readonly string[][] {
  const session = new Session({
    stack: { project: "web", stack: "dev", region: undefined },
    env: { PWD: "/nowhere" },
    packFolder: "/nowhere",
  });
  const policies = policiesOf(session) as StackValidationPolicy[];
  return ["www.example.com", "www.example.com", "shop.example.org"].map((name) => {
    const reports: string[] = [];
    const args = stackWith(name);
    if (upfront) policies.forEach(({ validateStack }) => manner(validateStack));
    for (const { name: policy, validateStack } of policies) {
      if (!upfront && !manner(validateStack)) continue;
      void validateStack(args, (message) => reports.push(`${policy}: ${message.split("\n")[0] ?? ""}`));
    }
    return reports;
  });
}

describe("the pack", () => {
  const asked: Manner = (validate) => !("__pulumiType" in validate) || validate.__pulumiType === undefined;
  const expected = said(asked, false);

  it("is asked before each policy, and says of each analysis its own", () => {
    expect(expected[0]?.join("\n")).toContain("icp-cdn-coverage: www.example.com");
    expect(expected[1]).toEqual(expected[0]);
    expect(expected[2]?.join("\n")).toContain("icp-cdn-coverage: shop.example.org");
    expect(expected[2]?.join("\n")).not.toContain("www.example.com");
  });

  it.each<[string, Manner, boolean]>([
    ["is not asked at all", () => true, false],
    ["is asked twice", (validate) => asked(validate) && asked(validate), false],
    ["is asked and runs all the same", (validate) => [true, false].includes(asked(validate)), false],
    ["is asked of all before any runs", asked, true],
  ])("says the same where it %s", (_, manner, upfront) => {
    expect(said(manner, upfront)).toEqual(expected);
  });
});
