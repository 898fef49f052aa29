import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import type { Register } from "../../src/register/register";
import { planOf } from "../support/plan";
import { filed, lines, register, TODAY, unfiled } from "../support/rule-tester";
import { record } from "../support/stacks";

/** An address that matches nothing in the plan: an entry of any tier, or nobody's. */
const plan = planOf([record("www", "47.98.1.2")]);
const found = (declared: Register) => lines(judge(plan, { register: declared, today: TODAY }));

describe("an entry of an unknown tier leaves that rule in doubt which may have something to say", () => {
  it.each<[string, Register, string[]]>([
    ["unfiled", unfiled(), ["icp-dns-record undetermined www.example.com"]],
    [
      "filed elsewhere",
      filed("example.com", "accessProviders: [{ name: huawei }]"),
      ["icp-access-provider undetermined www.example.com"],
    ],
    ["access providers not given", filed("example.com", ""), ["icp-access-provider undetermined www.example.com"]],
    [
      "Alibaba Cloud is being added",
      register(
        "filings: [{ domain: example.com, status: pending-access, number: 浙ICP备12345678号-1, accessProviders: [{ name: huawei }] }]\n",
      ),
      ["icp-access-pending undetermined www.example.com"],
    ],
    ["filed here", filed(), []],
  ])("%s", (_, declared, expected) => {
    expect(found(declared)).toEqual(expected);
  });
});

it("a name of Global Traffic Manager may lead to anything, so a number alone does not satisfy it", () => {
  const answered = planOf([record("www", "gtm-cn-x.gtm-a2b4.com", { type: "CNAME" })]);
  const judged = (declared: Register) => lines(judge(answered, { register: declared, today: TODAY }));
  expect(judged(filed("example.com", "accessProviders: [{ name: huawei }]"))).toEqual([
    "icp-access-provider undetermined www.example.com",
    "icp-filed-domain-offshore undetermined www.example.com",
  ]);
  expect(judged(filed())).toEqual(["icp-filed-domain-offshore undetermined www.example.com"]);
});
