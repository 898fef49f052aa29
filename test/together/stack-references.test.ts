/** Outputs of one stack that are values of another: known, not known yet, secret, or out of date. */
import { describe, expect, it } from "vitest";
import { remediesOf, textOf } from "../../src/report/report";
import { Plan } from "../../src/plan/plan";
import { Resource, type PlanPart } from "../../src/plan/resource";
import { part, planOfStacks, ref, unknownValue, type Properties, type ResourceSpec } from "../support/plan";
import { CLUSTERS } from "../../src/products/alicloud/compute/ack";
import { clusterOf } from "../../src/products/kubernetes/cluster";
import { CLUSTER_ID } from "../../src/plan/read/providers";
import { filed, unfiled } from "../support/rule-tester";
import { association, eip, instance, record, resource, subscription, web } from "../support/stacks";
import { found, together, type Stacks } from "./together";

const VIOLATION = "icp-dns-record violation www.example.com";
const UNTOLD = "icp-dns-record undetermined www.example.com (stack-untold)";

const reference = (name: string, called = "base"): ResourceSpec =>
  resource("pulumi:pulumi:StackReference", called, { name }, { rest: { change: "read", id: name } });

describe("the name of a reference", () => {
  const at = (id: string): PlanPart => {
    const [project = "", stack = ""] = id.split("/");
    return { ...part, id, project, stack };
  };
  const parts = ["web/prod", "web/staging", "net/prod", "net/staging"].map(at);
  it.each<[string, readonly string[]]>([
    ["acme/net/prod", ["net/prod"]],
    ["organization/net/staging", ["net/staging"]],
    ["acme/staging", ["web/staging"]],
    ["net/prod", ["net/prod"]],
    ["staging", ["web/staging"]],
    ["acme/other/prod", []],
    ["acme/net/prod/more", []],
    ["prod", []],
    ["", []],
  ])("%s is that of a judged stack, whatever the organisation", (name, expected) => {
    const [from] = parts;
    if (!from) throw new Error("no stack");
    const urn = `urn:pulumi:prod::web::pulumi:pulumi:StackReference::${name}`;
    const data = { urn, type: "pulumi:pulumi:StackReference", name, inputs: { name } };
    const plan = new Plan(parts, [new Resource(data, from)]);
    expect(plan.references.stacksBehind(urn, undefined).map(({ id }) => id)).toEqual(expected);
  });
});

describe("a value of which the program of the other stack is known", () => {
  const net: Stacks = {
    "net/prod": {
      has: [eip("public"), instance("server", subscription), association("bound", "public", "server"), ...web],
    },
  };

  it("is what it waits for there", () => {
    expect(found({ ...net, "dns/prod": { has: [record("www", ref("net/prod:public"))] } }, unfiled())).toEqual([
      VIOLATION,
    ]);
  });

  it("is what it waits for there, whatever else the other stack has", () => {
    const others = [eip("other"), instance("second", subscription), association("second-bound", "other", "second")];
    const hongkong = { has: [...others, ...web], region: "cn-hongkong" };
    const stacks: Stacks = { ...net, "hk/prod": hongkong, "dns/prod": { has: [record("www", ref("hk/prod:other"))] } };
    expect(found(stacks, unfiled())).not.toContain(VIOLATION);
    expect(found(stacks, filed())).toContain("icp-filed-domain-offshore violation www.example.com");
  });

  it("is what it waits for there, through attachments in a third stack", () => {
    expect(
      found(
        {
          "net/prod": { has: [eip("public")] },
          "vm/prod": { has: [instance("server", subscription), ...web] },
          "bind/prod": { has: [association("bound", "net/prod:public", "vm/prod:server")] },
          "dns/prod": { has: [record("www", ref("net/prod:public"))] },
        },
        unfiled(),
      ),
    ).toEqual([VIOLATION]);
  });
});

describe("a value that is not known, of a stack that is judged", () => {
  const net = {
    has: [eip("public"), instance("server", subscription), association("bound", "public", "server"), ...web],
  };
  const base = reference("acme/net/prod");

  it("is in doubt, however few things it can be; the doubt says where it comes from and what to do", () => {
    const judged = together({ "net/prod": net, "dns/prod": { has: [base, record("www", ref("base"))] } }, unfiled());
    const finding = judged.findings.find(({ rule }) => rule === "icp-dns-record");
    expect(finding?.verdict).toBe("undetermined");
    expect(finding && textOf(finding, "en")).toBe(
      "It cannot be told whether this breaks the rule for www.example.com: value comes from the stack acme/net/prod, which is judged here as well, but whose plan does not tell this value",
    );
    expect(finding?.remedies?.[0]?.id).toBe("judge-programs");
    expect(finding && remediesOf(finding, "en")[0]?.text).toBe(
      "Judge the programs of both stacks together instead of their plans, or preview again once acme/net/prod is deployed.",
    );
  });

  it("is no doubt for the filing where whatever it is changes nothing", () => {
    const all = found({ "net/prod": net, "dns/prod": { has: [base, record("www", ref("base"))] } }, filed());
    // It may lead out of the mainland all the same.
    expect(all).toEqual([
      "icp-filed-domain-offshore undetermined www.example.com (stack-untold)",
      "icp-unnamed-website undetermined server (stack-untold)",
    ]);
  });

  it("comes from a stack that is not judged where that is so", () => {
    const other = reference("acme/other/prod");
    const stacks = { "net/prod": net, "dns/prod": { has: [other, record("www", ref("base"))] } };
    expect(found(stacks, unfiled())).toContain("icp-dns-record undetermined www.example.com (stack-reference)");
    const finding = together(stacks, unfiled()).findings.find(({ rule }) => rule === "icp-dns-record");
    expect(finding?.remedies?.[0]?.id).toBe("judge-stacks");
    expect(finding && remediesOf(finding, "en")[0]?.text).toBe(
      "Judge acme/other/prod together with this stack (alicloud-icp check), or give its outputs with --stack-output.",
    );
  });
});

describe("what an unknown value may be", () => {
  /** A server that only an EIP would make public, and a security group that lets the web in. */
  const bare = { ...subscription, internetMaxBandwidthOut: 0 };
  const vm = (name = "server") => ({ has: [instance(name, bare), ...web] });
  const binding = (target: Properties[string]): ResourceSpec[] => [
    eip("public"),
    resource("alicloud:ecs/eipAssociation:EipAssociation", "bound", {
      allocationId: ref("public"),
      instanceId: target,
    }),
  ];
  const unnamed = (stacks: Stacks): readonly string[] =>
    found(stacks).filter((line) => line.includes("icp-unnamed-website") && line.includes("server"));
  const isUnnamed = (line: string): boolean => line.startsWith("icp-unnamed-website");
  const perhaps = ["icp-unnamed-website undetermined server (stack-untold)"];

  it("is of the stack that is referred to", () => {
    expect(unnamed({ "vm/p": vm(), "b/p": { has: [reference("acme/vm/p"), ...binding(ref("base"))] } })).toEqual(
      perhaps,
    );
  });

  it("is of a stack behind that one", () => {
    expect(
      unnamed({
        "vm/p": vm(),
        "middle/p": { has: [reference("acme/vm/p")] },
        "b/p": { has: [reference("acme/middle/p"), ...binding(ref("base"))] },
      }),
    ).toEqual(perhaps);
  });

  it("is of any stack where the name of the reference is not known", () => {
    expect(unnamed({ "vm/p": vm(), "b/p": { has: [reference(unknownValue), ...binding(ref("base"))] } })).toHaveLength(
      1,
    );
  });

  it("is of any stack where nothing tells what it depends on: it may have been looked up", () => {
    expect(unnamed({ "vm/p": vm(), "b/p": { has: binding(unknownValue) } })).toHaveLength(1);
  });

  it("is of no stack that nobody refers to", () => {
    const other = resource("alicloud:ess/scalingGroup:ScalingGroup", "group-of-servers");
    expect(unnamed({ "vm/p": vm(), "b/p": { has: [other, ...binding(ref("group-of-servers"))] } })).toEqual([]);
    expect(
      unnamed({ "vm/p": vm(), "c/p": vm("third"), "b/p": { has: [reference("acme/c/p"), ...binding(ref("base"))] } }),
    ).toEqual([]);
    expect(unnamed({ "vm/p": vm(), "b/p": { has: [reference("acme/x/p"), ...binding(ref("base"))] } })).toEqual([]);
  });

  it("is none of the websites of a stack that nobody refers to", () => {
    const site = (id: string) => ({ has: [instance(id, subscription), ...web] });
    const dns = { has: [reference("acme/a/p"), record("www", ref("base"))] };
    expect(
      found({ "a/p": site("one"), "b/p": site("two"), "dns/p": dns }, filed("example.com", "")).filter(isUnnamed),
    ).toEqual(["icp-unnamed-website undetermined one (stack-untold)", "icp-unnamed-website violation two"]);
  });

  it("is nothing certain", () => {
    const server = instance("server", {});
    const plan = planOfStacks({
      "vm/p": { has: [server] },
      "b/p": { has: [reference("acme/vm/p"), ...binding(ref("base"))] },
    });
    const [bound] = plan.ofType("alicloud:ecs/eipAssociation:EipAssociation");
    expect(bound && plan.referred(bound, "instanceId", { types: [server.type] })).toMatchObject({
      is: "unknown",
      candidates: [],
      among: [{ name: "server" }],
    });
  });
});

describe("a known value", () => {
  const there = (spec: ResourceSpec, id: string, outputs = {}): ResourceSpec => ({
    ...spec,
    outputs,
    rest: { ...spec.rest, id, change: "same" },
  });
  const given = (value: string, called = "base"): ResourceSpec => {
    const spec = record("www", value);
    const urn = "urn:pulumi:prod::dns::pulumi:pulumi:StackReference::" + called;
    return { ...spec, rest: { propertyDependencies: { value: [urn] } } };
  };

  it("means the stack that gave it before others that have the same", () => {
    const labelled = (name: string, id: string) => there(resource("a:b:Server", name, { label: "web" }), id);
    const plan = planOfStacks({
      "a/prod": { has: [labelled("of-a", "1")] },
      "net/prod": { has: [labelled("of-net", "2")] },
      "dns/prod": { has: [reference("acme/net/prod"), labelled("own", "3"), given("web")] },
    });
    const [www] = plan.ofType("alicloud:dns/alidnsRecord:AlidnsRecord");
    const options = { types: ["a:b:Server"], by: ["label"] };
    expect(www && plan.referred(www, "value", options)).toMatchObject({ is: "resource", resource: { name: "of-net" } });
    const alone = planOfStacks({
      "a/prod": { has: [labelled("of-a", "1")] },
      "dns/prod": { has: [labelled("own", "3"), record("www", "web")] },
    });
    const [other] = alone.ofType("alicloud:dns/alidnsRecord:AlidnsRecord");
    expect(other && alone.referred(other, "value", options)).toMatchObject({ resource: { name: "own" } });
  });

  describe("that its stack replaces", () => {
    const type = eip("").type;
    const previous = (name: string, id: string, outputs: Record<string, string>, of = type) => ({
      urn: `urn:pulumi:prod::net::${of}::${name}`,
      type: of,
      name,
      id,
      inputs: {},
      outputs,
      change: "same" as const,
    });
    const replaced: ResourceSpec = {
      ...eip("public"),
      rest: { change: "replace", previous: previous("public", "eip-1", { ipAddress: "47.96.0.1" }) },
    };
    const net = { has: [replaced, instance("server", subscription), association("bound", "public", "server"), ...web] };

    it("leads to what it is replaced by", () => {
      const dns = { has: [reference("acme/net/prod"), given("47.96.0.1")] };
      expect(found({ "net/prod": net, "dns/prod": dns }, unfiled())).toEqual([VIOLATION]);
    });

    it("refers to what it is replaced by", () => {
      const bound: ResourceSpec = {
        ...resource("alicloud:ecs/eipAssociation:EipAssociation", "bound", {
          allocationId: "eip-1",
          instanceId: ref("server"),
        }),
        rest: {
          propertyDependencies: {
            allocationId: ["urn:pulumi:prod::vm::pulumi:pulumi:StackReference::base"],
            instanceId: [`urn:pulumi:prod::vm::${instance("").type}::server`],
          },
        },
      };
      const stacks: Stacks = {
        "net/prod": { has: [replaced] },
        "vm/prod": { has: [reference("acme/net/prod"), instance("server", subscription), bound, ...web] },
        "dns/prod": { has: [reference("acme/net/prod"), given("47.96.0.1")] },
      };
      expect(found(stacks, unfiled())).toEqual([VIOLATION]);
    });

    it("leads nowhere where no reference tells that it is the stack's", () => {
      const dns = { has: [reference("acme/net/prod"), record("www", "47.96.0.1")] };
      expect(found({ "net/prod": net, "dns/prod": dns }, unfiled())).toContain(
        "icp-dns-record undetermined www.example.com (unmatched-address)",
      );
    });
  });
});

describe("the cluster of objects whose kubeconfig is another stack's", () => {
  const id = `c${"0123456789abcdef".repeat(2)}`;
  const platform = { has: [resource(CLUSTERS[0], "shop", {}, { rest: { id, change: "same" } })] };
  const provider = (inputs: Properties): ResourceSpec => resource("pulumi:providers:kubernetes", "k8s", inputs);
  const inCluster = { rest: { provider: "urn:pulumi:prod::app::pulumi:providers:kubernetes::k8s" } };
  const objects = [
    resource(
      "kubernetes:core/v1:Service",
      "front",
      { spec: { type: "LoadBalancer" }, metadata: { name: "front" } },
      inCluster,
    ),
    record("www", ref("front")),
  ];

  it("is in doubt, which says where it comes from", () => {
    const app = { has: [reference("acme/platform/prod"), provider({ kubeconfig: ref("base") }), ...objects] };
    expect(found({ "platform/prod": platform, "app/prod": app }, unfiled())).toContain(UNTOLD);
  });

  it("is the one that a known kubeconfig calls by its id", () => {
    const app = { has: [provider({ [CLUSTER_ID]: id }), ...objects] };
    expect(found({ "platform/prod": platform, "app/prod": app }, unfiled())).toContain(VIOLATION);
    expect(found({ "app/prod": app }, unfiled())).toEqual([
      "icp-dns-record undetermined www.example.com (cluster-not-in-plan)",
    ]);
  });

  it("is one for each stack where no provider is told", () => {
    const bare = (name: string) => ({
      has: objects.map((one): ResourceSpec => ({ ...one, rest: {} })).slice(0, 1),
      source: name,
    });
    const plan = planOfStacks({ "a/p": bare("a"), "b/p": bare("b") });
    const [a, b] = plan.ofType("kubernetes:core/v1:Service");
    expect(a && b && clusterOf(a, plan).key !== clusterOf(b, plan).key).toBe(true);
  });
});
