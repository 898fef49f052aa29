import { describe, expect, it } from "vitest";
import { namedAmong, partsOf, resourcesNamed, type Naming } from "../../src/register/naming";
import { planOf, urnOf, type ResourceSpec } from "../support/plan";
import { instance, record } from "../support/stacks";

const INSTANCE = "alicloud:ecs/instance:Instance";
const web = instance("web", {}, { rest: { id: "i-web" } });
const shop = instance("shop", {}, { rest: { id: "i-shop" } });
const fresh = instance("fresh", {});
const moved = instance("moved", {}, { rest: { id: "i-moved", aliases: [urnOf(INSTANCE, "former")] } });
const all: readonly ResourceSpec[] = [web, shop, fresh, moved];

describe("an entry names", () => {
  it.each<[string, Naming, readonly string[]]>([
    ["by a glob over URNs", { resource: "*::web" }, ["web"]],
    ["by a whole URN", { resource: urnOf(INSTANCE, "shop") }, ["shop"]],
    ["several by a glob", { resource: "*Instance::*o*" }, ["moved", "shop"]],
    ["all by a glob", { resource: "*" }, ["fresh", "moved", "shop", "web"]],
    ["one that was renamed by its former URN", { resource: "*::former" }, ["moved"]],
    ["one that was renamed by the one it has", { resource: "*::moved" }, ["moved"]],
    ["none by a part of a name", { resource: "*::we" }, []],
    ["by the id", { id: "i-shop" }, ["shop"]],
    ["none by an id that nothing has", { id: "i-none" }, []],
    ["by the id where the glob meets others too", { id: "i-shop", resource: "*" }, ["fresh", "shop"]],
    ["not by the glob what has another id", { id: "i-other", resource: "*::web" }, []],
    ["by the glob what has no id yet", { id: "i-other", resource: "*::fresh" }, ["fresh"]],
    ["what is of its stack", { resource: "*::web", stack: "web/*" }, ["web"]],
    ["nothing of another stack", { resource: "*::web", stack: "shop/*" }, []],
    ["nothing of another stack, not by the id either", { id: "i-web", stack: "shop/*" }, []],
    ["nothing without a way to name it", { stack: "web/*" }, []],
  ])("%s", (_, entry, expected) => {
    const plan = planOf(all);
    expect(
      namedAmong(entry, plan.resources, plan)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(expected);
  });

  it("only what it can mean, whatever the glob meets", () => {
    const plan = planOf([web, record("www", "47.96.0.1"), { ...record("web", "47.96.0.1"), name: "web" }].slice(0, 2));
    const named = resourcesNamed({ resource: "*" }, plan, ({ type }) => type === INSTANCE);
    expect(named.map(({ name }) => name)).toEqual(["web"]);
  });

  it("the parts of its stack, or all", () => {
    const plan = planOf(all);
    expect(partsOf({ stack: "web/dev" }, plan)).toEqual(plan.parts);
    expect(partsOf({ stack: "web/prod" }, plan)).toEqual([]);
    expect(partsOf({}, plan)).toEqual(plan.parts);
  });
});
