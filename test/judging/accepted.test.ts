/** What a baseline keeps of a finding: enough to tell another one apart, in words that are the same in every language. */
import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { acceptedAmong } from "../../src/judging/accepted";
import { planOf, ref, updated, type ResourceSpec } from "../support/plan";
import { filed, TODAY } from "../support/rule-tester";
import { clb, instance, record, web } from "../support/stacks";

const register = filed(
  "example.com",
  "accessProviders: [{ name: aliyun }], commercial: { required: true, licence: 浙B2-20260001, ipBound: true }",
);

/** What is kept of a record that led to this address, of a server of its own, before the plan. */
function kept(address: string) {
  const old: ResourceSpec = {
    ...instance("old"),
    outputs: { publicIp: address },
    rest: { change: "same", id: "i-old" },
  };
  const before = { domainName: "example.com", rr: "www", type: "A", value: address };
  const plan = planOf([...web, old, clb("clb"), updated(record("www", ref("clb")), before)]);
  const drafts = judge(plan, { register, today: TODAY }).findings.flatMap(({ members }) => members);
  return acceptedAmong(drafts, plan).filter(({ rule }) => rule === "icp-licence-ip");
}

describe("a baseline", () => {
  it("keeps texts that stand inside of others by their words, as it keeps any other word", () => {
    expect(kept("47.96.0.10").map((one) => one.with)).toEqual([{ before: "47.96.0.10 (old)" }]);
  });

  it("tells two findings apart that say different things there", () => {
    expect(kept("47.96.0.10")).not.toEqual(kept("47.96.0.12"));
  });
});
