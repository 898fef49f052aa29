import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/filing/context";
import { judge } from "../../src/judge";
import { message } from "../../src/messages";
import { nothingDeclared } from "../../src/register/register";
import { planOf, unknownValue } from "../support/plan";
import { lines, TODAY, wholeLineOf } from "../support/rule-tester";
import { cdn } from "../support/stacks";

const plan = planOf([cdn("site"), cdn("other", { domainName: unknownValue })]);
const judgedWith = (...problems: Problem[]) => judge(plan, { register: nothingDeclared, today: TODAY, problems });
const judged = (...problems: Problem[]) => lines(judgedWith(...problems));
const unreadable: Problem = {
  message: message("icp-register.unreadable", { reason: "icp.yaml:3: tabs" }),
  remedy: "fix-register",
  silences: true,
};
const misnamed = (name: string): Problem => ({
  message: message("icp-register.policy", { name }),
  remedy: "fix-config",
  silences: false,
});

describe("icp-register", () => {
  it("speaks alone when the register is unreadable", () => {
    expect(judged(unreadable)).toEqual(["icp-register violation -"]);
    expect(judged(misnamed("regsiter"), unreadable)).toEqual(["icp-register violation -", "icp-register violation -"]);
  });

  it("speaks for each unknown name of the configuration, and lets the others speak", () => {
    const rest = judged();
    expect(rest).toContain("icp-cdn-coverage violation www.example.com");
    const own = ["icp-register violation -", "icp-register violation -"];
    expect(judged(misnamed("regsiter"), misnamed("langauge")).sort()).toEqual([...own, ...rest].sort());
  });

  it.each<[string, Problem, string]>([
    ["one mistake of the register", unreadable, "icp-register.unreadable [fix-register]"],
    [
      "several mistakes of it",
      { ...unreadable, message: message("icp-register.mistakes", {}) },
      "icp-register.mistakes [fix-register]",
    ],
    ["an unknown name of the configuration", misnamed("colour"), "icp-register.policy [fix-config]"],
    [
      "a name that is nearly one",
      { ...misnamed(""), message: message("icp-register.policy-near", { name: "regsiter", near: "register" }) },
      "icp-register.policy-near [fix-config]",
    ],
    [
      "a day that is none",
      {
        message: message("icp-register.clock", { name: "ALICLOUD_ICP_NOW", value: "today" }),
        remedy: "fix-clock",
        silences: true,
      },
      "icp-register.clock [fix-clock]",
    ],
    [
      "a stack that is too large",
      { message: message("icp-register.too-large", { reason: "many" }), remedy: "fewer-places", silences: true },
      "icp-register.too-large [fewer-places]",
    ],
  ])("says what to correct: %s", (_, problem, says) => {
    const own = judgedWith(problem).findings.filter(({ rule }) => rule === "icp-register");
    expect(own.map(wholeLineOf)).toEqual([`icp-register violation -: ${says}`]);
  });

  it("is silent when the input is in order, whatever is unknown in the plan", () => {
    expect(judged().filter((line) => line.startsWith("icp-register "))).toEqual([]);
  });
});
