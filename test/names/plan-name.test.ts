import { describe, expect, it } from "vitest";
import { fileOfPlan, namedPlanFile } from "../../src/names/plan-name";

describe("a plan as a user names it", () => {
  it.each([
    ["plan.json", { file: "plan.json" }],
    ["-", { file: "-" }],
    ["shop=plan.json", { file: "plan.json", project: "shop", stack: undefined }],
    ["shop/prod=-", { file: "-", project: "shop", stack: "prod" }],
    ["shop/prod=a=b.json", { file: "a=b.json", project: "shop", stack: "prod" }],
    ["my-shop.v2/eu_1=../plans/x.json", { file: "../plans/x.json", project: "my-shop.v2", stack: "eu_1" }],
    // A path that happens to have the sign in it.
    ["./a=b.json", { file: "./a=b.json" }],
    ["../a=b.json", { file: "../a=b.json" }],
    ["/plans/a=b.json", { file: "/plans/a=b.json" }],
    ["a/b/c=d.json", { file: "a/b/c=d.json" }],
    ["=plan.json", { file: "=plan.json" }],
    ["shop=", { file: "shop=" }],
    ["", { file: "" }],
  ])("%s", (given, parts) => {
    expect(namedPlanFile(given)).toEqual(parts);
    expect(fileOfPlan(given)).toBe(parts.file);
  });
});
