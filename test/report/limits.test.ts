import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { nothingDeclared, type Register } from "../../src/register/register";
import { reportOf } from "../../src/report/report";
import type { Plan } from "../../src/plan/plan";
import { planOf } from "../support/plan";
import { filed, TODAY } from "../support/rule-tester";
import { instance, resource, subscription, web } from "../support/stacks";

/** What a report says of its own limits. */
const limitsOf = (plan: Plan, register: Register = filed()) =>
  reportOf(judge(plan, { register, today: TODAY }), { language: "en", showSatisfied: false }).limits;

describe("the limits of a report", () => {
  it("are none when everything was told", () => {
    expect(
      limitsOf(planOf([...web, instance("server", { ...subscription, availabilityZone: "cn-hangzhou-h" })])),
    ).toEqual([]);
  });

  it("say that there is no register", () => {
    expect(limitsOf(planOf(web), nothingDeclared).map(({ messageId }) => messageId)).toEqual(["limit.register-none"]);
  });

  it("say how much of a plan is not shown", () => {
    expect(limitsOf(planOf([], { missing: 3 }))).toMatchObject([
      { messageId: "limit.incomplete", params: { count: 3, plan: "plan" } },
    ]);
  });

  it("say where the region of a provider and a zone contradict each other", () => {
    const server = (availabilityZone: string) => instance("server", { ...subscription, availabilityZone });
    expect(limitsOf(planOf([...web, server("cn-shanghai-b")]))).toEqual([
      {
        messageId: "limit.region",
        params: { name: "server", region: "cn-hangzhou", zone: "cn-shanghai" },
        message: "server is taken to be in cn-hangzhou, as its provider says, although its zone lies in cn-shanghai",
      },
    ]);
    // Where that decides, it is a doubt, which the findings say.
    expect(limitsOf(planOf([...web, server("cn-hongkong-b")]))).toEqual([]);
  });
});

describe("what a report says of its plans", () => {
  it("counts the resources of Alibaba Cloud, those that come through Terraform included", () => {
    const plan = planOf([
      resource("alicloud:ecs/eipAddress:EipAddress", "ip"),
      resource("web:tf:alicloud_instance", "through"),
      resource("alicloud:index/alicloudFoo:AlicloudFoo", "any"),
      resource("aws:ec2/instance:Instance", "other"),
    ]);
    const { plans } = reportOf(judge(plan, { register: filed(), today: TODAY }), {
      language: "en",
      showSatisfied: false,
    });
    expect(plans).toMatchObject([{ resources: plan.resources.length, alicloudResources: 3 }]);
  });
});
