import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { message } from "../../src/messages";
import { nothingDeclared } from "../../src/register/register";
import { planOf, unknownValue } from "../support/plan";
import { lines, TODAY } from "../support/rule-tester";
import { cdn } from "../support/stacks";

const plan = planOf([cdn("site"), cdn("other", { domainName: unknownValue })]);
const judged = (...problems: ReturnType<typeof message>[]) =>
  lines(judge(plan, { register: nothingDeclared, today: TODAY, problems }));

describe("icp-register", () => {
  it("speaks alone when the register is unreadable", () => {
    expect(judged(message("icp-register.unreadable", { reason: "icp.yaml:3: tabs" }))).toEqual([
      "icp-register violation -",
    ]);
  });

  it("speaks for each unknown name of the configuration", () => {
    const problems = ["regsiter", "langauge"].map((name) => message("icp-register.policy", { name }));
    expect(judged(...problems)).toEqual(["icp-register violation -", "icp-register violation -"]);
  });

  it("is silent when the input is in order, whatever is unknown in the plan", () => {
    expect(judged().filter((line) => line.startsWith("icp-register "))).toEqual([]);
  });
});
