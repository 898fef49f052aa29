import { describe, expect, it } from "vitest";
import type { Waiver } from "../../src/register/register";
import { concerns, couldMean, faultsOf, matchWaiver, type Waivable } from "../../src/register/waivers";
import { planOf, updated, urnOf } from "../support/plan";

const TODAY = "2026-11-25";
const waiver = (rest: Partial<Waiver>): Waiver => ({
  rule: "icp-ip-drift",
  reason: "why",
  until: "2027-01-31",
  ...rest,
});
const finding: Waivable = {
  rule: "icp-ip-drift",
  urn: "urn:pulumi:prod::web::alicloud:ecs/instance:Instance::debug-box",
  host: "www.example.com",
  apex: "example.com",
  stack: "web/prod",
};

describe("matchWaiver", () => {
  it.each<[string, Partial<Waiver>, boolean]>([
    ["its resource", { resource: "*::debug-box" }, true],
    ["another resource", { resource: "*::box" }, false],
    ["its host", { host: "www.example.com" }, true],
    ["another host", { host: "shop.example.com" }, false],
    ["its apex", { apex: "example.com" }, true],
    ["another apex", { apex: "example.net" }, false],
    ["its apex in its stack", { apex: "example.com", stack: "web/*" }, true],
    ["its apex in another stack", { apex: "example.com", stack: "web/dev" }, false],
    ["its resource and another host", { resource: "*", host: "shop.example.com" }, false],
    ["another rule", { rule: "icp-psb-filing", apex: "example.com" }, false],
    ["its last day", { apex: "example.com", until: TODAY }, true],
    ["yesterday", { apex: "example.com", until: "2026-11-24" }, false],
  ])("a waiver of %s: %s", (_, rest, expected) => {
    const given = waiver(rest);
    expect(matchWaiver(finding, [given], TODAY)).toBe(expected ? given : undefined);
  });

  it("does not cover by what a finding lacks", () => {
    expect(
      matchWaiver({ rule: "icp-ip-drift", apex: "example.com" }, [waiver({ resource: "*" })], TODAY),
    ).toBeUndefined();
  });

  it("passes over a waiver that expired", () => {
    const old = waiver({ apex: "example.com", until: "2026-01-01" });
    const fresh = waiver({ apex: "example.com" });
    expect(matchWaiver(finding, [old, fresh], TODAY)).toBe(fresh);
  });
});

describe("faultsOf", () => {
  it.each<[string, string, boolean, readonly string[]]>([
    ["a used one", "2027-01-31", true, []],
    ["an unused one", "2027-01-31", false, ["unused"]],
    ["an expired one", "2026-11-24", false, ["expired"]],
    ["one that runs a year", "2027-11-25", true, []],
    ["one that runs longer", "2028-01-01", true, ["longer-than-a-year"]],
    ["one that runs longer unused", "2028-01-01", false, ["longer-than-a-year", "unused"]],
  ])("%s", (_, until, used, faults) => {
    const given = waiver({ apex: "example.com", until });
    expect(faultsOf(given, new Set(used ? [given] : []), TODAY)).toEqual(faults);
  });
});

describe("concerns", () => {
  it("asks only for the stacks that the waiver names", () => {
    expect(concerns(waiver({}), [])).toBe(true);
    expect(concerns(waiver({ stack: "web/*" }), ["dns/prod", "web/prod"])).toBe(true);
    expect(concerns(waiver({ stack: "web/*" }), ["dns/prod"])).toBe(false);
  });
});

describe("couldMean", () => {
  const type = "alicloud:ecs/instance:Instance";
  const plan = planOf([
    { type, name: "here" },
    { type, name: "gone", rest: { change: "delete" } },
    { type, name: "left", rest: { change: "forget" } },
    { type, name: "new", rest: { aliases: [urnOf(type, "old")] } },
    updated({ type, name: "moved" }, {}, { urn: urnOf(type, "before") }),
  ]);

  it.each<[string, Partial<Waiver>, boolean]>([
    ["a resource that is there", { resource: "*::here" }, true],
    ["one that is deleted", { resource: "*::gone" }, true],
    ["one that leaves the state", { resource: "*::left" }, true],
    ["the former name of one", { resource: "*::old" }, true],
    ["one as it was", { resource: "*::before" }, true],
    ["a resource of another stack", { resource: "*::elsewhere" }, false],
    ["a host of a domain that is exposed", { host: "shop.example.com" }, true],
    ["a host of another domain", { host: "www.example.net" }, false],
    ["a domain that is exposed", { apex: "example.com" }, true],
    ["another domain", { apex: "example.net" }, false],
    ["a resource and a domain, both here", { resource: "*::here", apex: "example.com" }, true],
    ["a resource that is here, of another domain", { resource: "*::here", host: "www.example.net" }, false],
    ["a domain that is exposed, on another stack's resource", { resource: "*::elsewhere", apex: "example.com" }, false],
    ["anything in its stack", { resource: "*::elsewhere", apex: "example.net", stack: "web/*" }, true],
  ])("%s", (_, rest, expected) => {
    expect(couldMean(waiver(rest), plan, (apex) => apex === "example.com")).toBe(expected);
  });
});
