/** What is added to what rules say: the stack that a value waits for, and changes that Pulumi is told to ignore. */
import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { remediesOf, textOf } from "../../src/report/report";
import { planOf, ref, unknownValue, urnOf, type ResourceSpec } from "../support/plan";
import { TODAY, unfiled } from "../support/rule-tester";
import { cdn, cname, instance, record, resource, subscription, web } from "../support/stacks";

const findingsOf = (resources: readonly ResourceSpec[]) =>
  judge(planOf(resources), { register: unfiled(), today: TODAY }).findings;

const base = (inputs = {}) => resource("pulumi:pulumi:StackReference", "base", inputs);

describe("a value that waits for another stack", () => {
  it("names the stack that is referred to", () => {
    const [finding] = findingsOf([base({ name: "acme/network/prod" }), cname("www", ref("base"))]);
    expect(finding && textOf(finding, "en")).toBe(
      "It cannot be told whether this breaks the rule for www.example.com: value comes from the stack acme/network/prod, whose outputs this plan does not show",
    );
    expect(finding && textOf(finding, "zh")).toContain("acme/network/prod");
  });

  it("names the reference where the stack's name is not known", () => {
    const [finding] = findingsOf([base({ name: unknownValue }), cname("www", ref("base"))]);
    expect(finding && textOf(finding, "en")).toContain("the stack base,");
  });

  it("names the reference where only its URN is told, as to a pack", () => {
    const type = "alicloud:dns/alidnsRecord:AlidnsRecord";
    const waiting = (urn: string): ResourceSpec => ({
      type,
      inputs: { domainName: "example.com", rr: "www", type: "CNAME", value: unknownValue },
      rest: { propertyDependencies: { value: [urn] } },
    });
    const say = (urn: string) => {
      const [finding] = findingsOf([waiting(urn)]);
      return finding ? textOf(finding, "en") : "";
    };
    expect(say(urnOf("pulumi:pulumi:StackReference", "network/prod"))).toContain("the stack network/prod,");
    expect(say(urnOf("a:b:Site$pulumi:pulumi:StackReference", "network/prod"))).toContain("the stack network/prod,");
    expect(say(urnOf("a:b:Site", "network/prod"))).not.toContain("network/prod");
  });

  it("is only said of a value that waits for one", () => {
    const [finding] = findingsOf([base({ name: "acme/network/prod" }), cname("www", unknownValue)]);
    expect(finding && textOf(finding, "en")).not.toContain("acme/network/prod");
  });
});

describe("a property that Pulumi is told to ignore", () => {
  const ignoring = (spec: ResourceSpec, ...ignoreChanges: string[]): ResourceSpec => ({
    ...spec,
    rest: { change: "update", ...spec.rest, ignoreChanges },
  });
  const ignored = (resources: readonly ResourceSpec[], rule: string) =>
    findingsOf(resources)
      .filter((finding) => finding.rule === rule)
      .flatMap((finding) => remediesOf(finding, "en"))
      .filter(({ id }) => id === "ignored")
      .map(({ text }) => text);
  const short = [...web, instance("server", { ...subscription, renewalStatus: "Normal", period: 1 })];

  it.each<[string, readonly string[], boolean]>([
    ["itself", ["scope"], true],
    ["everything", ["*"], true],
    ["another", ["sources"], false],
    ["none", [], false],
  ])("is told with the remedy that would set it: %s", (_, properties, told) => {
    expect(ignored([ignoring(cdn("edge"), ...properties)], "icp-cdn-coverage")).toHaveLength(told ? 1 : 0);
  });

  it("is not told of what is only to be created", () => {
    const edge = ignoring({ ...cdn("edge"), rest: { change: "create" } }, "scope");
    expect(ignored([edge], "icp-cdn-coverage")).toEqual([]);
  });

  it("is named with the resource", () => {
    expect(ignored([ignoring(cdn("edge"), "scope")], "icp-cdn-coverage")).toEqual([
      "edge lists scope in ignoreChanges: take it out there, or a new value has no effect.",
    ]);
  });

  it("is told of the property that the finding is about", () => {
    const [group, open, server] = short;
    if (!group || !open || !server) throw new Error("the stack has three resources");
    const stack = [group, open, ignoring(server, "period"), record("www", ref("server"))];
    expect(ignored(stack, "icp-server-term")).toHaveLength(1);
    expect(ignored(stack, "icp-dns-record")).toEqual([]);
  });
});
