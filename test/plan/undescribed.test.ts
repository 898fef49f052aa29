/** What is said of types that no product describes, by a list of exclusions of one's own. */
import { describe, expect, it } from "vitest";
import { mayServe, servesUnless } from "../../src/plan/undescribed";

const serves = servesUnless([
  { undetermined: true, types: ["alicloud:future/thing:Thing"] },
  { types: ["alicloud:future/queueEndpoint:QueueEndpoint"] },
]);

describe("a type that no product describes", () => {
  it.each([
    ["may serve although it does not sound so, when it is excluded as undetermined", "thing:Thing", true],
    ["serves nobody although it sounds so, when it is excluded with a reason", "queueEndpoint:QueueEndpoint", false],
    ["may serve when nothing is known of it and it sounds so", "webListener:WebListener", true],
    ["serves nobody when nothing is known of it and it does not sound so", "table:Table", false],
  ])("%s", (_what, name, expected) => {
    expect(serves(`alicloud:future/${name}`)).toBe(expected);
  });

  it("is no matter of other providers, nor of what comes through Terraform", () => {
    expect(serves("aws:future/webListener:WebListener")).toBe(false);
    expect(serves("alicloud:index/webListener:WebListener")).toBe(false);
  });

  it("is looked up in the list of the package", () => {
    expect(mayServe("alicloud:rds/dbInstanceEndpoint:DbInstanceEndpoint")).toBe(false);
    expect(mayServe("alicloud:future/webListener:WebListener")).toBe(true);
  });
});
