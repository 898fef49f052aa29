/** Unknown elements of a list, and the resources that it was computed from: which of them each stands for. */
import { expect, it } from "vitest";
import { judge } from "../../src/judge";
import { planOf, ref, urnOf, type Properties } from "../support/plan";
import { lines, TODAY, unfiled } from "../support/rule-tester";
import { cdn, instance, resource, subscription, web } from "../support/stacks";

const PROVIDER = "pulumi:providers:alicloud";
const abroad = resource(PROVIDER, "abroad", { region: "cn-hongkong" });
const servers = [
  ...web,
  abroad,
  instance("a", subscription, { rest: { provider: urnOf(PROVIDER, "abroad") } }),
  instance("b"),
];

const found = (sources: readonly Properties[], untoldOrder: boolean, all = servers): string[] => {
  const plan = planOf([...all, cdn("edge", { scope: "overseas", sources })], untoldOrder ? { untoldOrder } : {});
  const findings = judge(plan, { register: unfiled(), today: TODAY });
  return [...new Set(lines(findings))].filter((line) => line.startsWith("icp-offshore-edge"));
};

const origin = (name: string, priority: number): Properties => ({ type: "ipaddr", content: ref(name), priority });

it.each<[string, readonly Properties[], boolean, string]>([
  ["are taken in their order", [origin("a", 20), origin("b", 30)], false, "violation"],
  ["are not where they may be sorted and differ", [origin("a", 20), origin("b", 30)], true, "undetermined"],
  ["are where they are sorted and alike", [origin("a", 20), origin("b", 20)], true, "violation"],
])("elements %s", (_, sources, untoldOrder, verdict) => {
  expect(found(sources, untoldOrder)).toEqual([`icp-offshore-edge ${verdict} www.example.com`]);
});

it("elements that may be sorted are what all agree on", () => {
  const all = [...web, instance("a"), instance("b")];
  expect(found([origin("a", 20), origin("b", 30)], true, all)).toEqual(["icp-offshore-edge violation www.example.com"]);
});
