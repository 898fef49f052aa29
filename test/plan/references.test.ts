import { describe, expect, test } from "vitest";
import type { Plan, Reference } from "../../src/plan/plan";
import type { Resource } from "../../src/plan/resource";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../support/plan";

const server = "a:server:Server";
const disk = "alicloud:ecs/disk:Disk";
const data = "terraform:terraform/data:Data";
const user = "a:user:User";
const other = (name: string, type = server, rest: Partial<ResourceSpec> = {}): ResourceSpec => ({
  type,
  name,
  ...rest,
});
const settled = (name: string, id: string, inputs: Properties = {}): ResourceSpec =>
  other(name, server, { inputs, rest: { id, change: "same" } });

function using(inputs: Properties, ...others: ResourceSpec[]): { plan: Plan; main: Resource } {
  const plan = planOf([...others, { type: user, inputs }]);
  const [main] = plan.ofType(user);
  if (!main) throw new Error("no user in the plan");
  return { plan, main };
}

/** A reference in a word: a resource's name, `elsewhere: value`, `unknown: candidates` or `absent`. */
function say(reference: Reference): string {
  switch (reference.is) {
    case "resource":
      return reference.resource.name;
    case "elsewhere":
      return `elsewhere: ${reference.value}`;
    case "unknown":
      return `unknown: ${reference.candidates.map(({ name }) => name).join(" ")}`.trim();
    case "absent":
      return "absent";
  }
}

describe("one reference", () => {
  const a = other("a");
  const b = other("b");
  const cases: Record<string, [inputs: Properties, others: ResourceSpec[], expected: string]> = {
    nothing: [{}, [a], "absent"],
    "an unknown output of one resource": [{ p: ref("a") }, [a, b], "a"],
    "an unknown output of two": [{ p: ref("a", "b") }, [a, b], "unknown: a b"],
    "an unknown output of one of the types": [{ p: ref("a", "d") }, [a, other("d", disk)], "a"],
    "an unknown output of one of the types, or what something passes on": [
      { p: ref("a", "d") },
      [a, b, other("d", data)],
      "unknown:",
    ],
    "an unknown output of another type": [{ p: ref("d") }, [other("d", disk)], "unknown:"],
    "unknown, of nothing here": [{ p: unknownValue }, [a], "unknown:"],
    "a secret never tells": [{ p: "[secret]" }, [a], "unknown:"],
    "a known id": [{ p: "i-1" }, [settled("a", "i-1"), settled("b", "i-2")], "a"],
    "a known id of nothing here": [{ p: "i-3" }, [settled("a", "i-1")], "elsewhere: i-3"],
    "a value of another property": [{ p: "web" }, [settled("a", "i-1", { label: "web" })], "a"],
    "a value in each element of a list": [
      { p: "web" },
      [settled("a", "i-1", { zones: ["db", "web"].map((label) => ({ label })) })],
      "a",
    ],
    "a list that is not known": [{ p: "web" }, [settled("a", "i-1", { zones: unknownValue })], "elsewhere: web"],
    "a value that may be one that is secret": [
      { p: "web" },
      [settled("a", "i-1", { label: "[secret]" }), settled("b", "i-2", { label: "db" })],
      "unknown: a",
    ],
    "a value that may be one in an element that is secret": [
      { p: "web" },
      [settled("a", "i-1", { zones: ["[secret]", "db", "[secret]"].map((label) => ({ label })) })],
      "unknown: a",
    ],
    "a value that may be in a list that is secret": [
      { p: "web" },
      [settled("a", "i-1", { zones: "[secret]" })],
      "unknown: a",
    ],
    "a property that does not count": [{ p: "web" }, [settled("a", "i-1", { title: "web" })], "elsewhere: web"],
  };
  for (const [name, [inputs, others, expected]] of Object.entries(cases)) {
    test(name, () => {
      const { plan, main } = using(inputs, ...others);
      expect(say(plan.referred(main, "p", { types: [server], by: ["label", "zones.label"] }))).toBe(expected);
    });
  }

  test("of two resources with one value, the one it was computed from", () => {
    const rest = { propertyDependencies: { p: ["urn:pulumi:dev::web::a:server:Server::b"] } };
    const plan = planOf([settled("a", "i-1"), settled("b", "i-1"), { type: user, inputs: { p: "i-1" }, rest }]);
    const [main] = plan.ofType(user);
    expect(main && say(plan.referred(main, "p", { types: [server] }))).toBe("b");
  });

  test("a resource that is deleted is no target", () => {
    const gone = other("a", server, { rest: { id: "i-1", change: "delete" } });
    const { plan, main } = using({ p: "i-1" }, gone);
    expect(say(plan.referred(main, "p", { types: [server] }))).toBe("elsewhere: i-1");
  });
});

describe("a list of references", () => {
  const [a, b, c] = ["a", "b", "c"].map((name) => other(name)) as [ResourceSpec, ResourceSpec, ResourceSpec];
  const d = other("d", data);
  const cases: Record<string, [inputs: Properties, others: ResourceSpec[], expected: string[]]> = {
    nothing: [{}, [a], []],
    "an empty list": [{ p: [] }, [a], []],
    "each unknown element stands for a dependency": [{ p: [ref("a"), ref("b")] }, [a, b, c], ["a", "b"]],
    "known and unknown elements": [{ p: ["i-9", ref("a")] }, [a, settled("z", "i-9")], ["z", "a"]],
    "fewer dependencies than unknown elements": [{ p: [ref("a"), unknownValue] }, [a], ["a", "unknown: a"]],
    "an element for each dependency, and one that passes something on": [
      { p: [ref("a"), ref("d")] },
      [a, d],
      ["a", "unknown:"],
    ],
    "an element that something may pass on": [
      { p: ["i-9", ref("a", "d")] },
      [a, d, settled("z", "i-9")],
      ["z", "unknown:"],
    ],
    "a list that something may pass on": [{ p: ref("a", "d") }, [a, d], ["unknown:"]],
    "more dependencies than unknown elements": [
      { p: [ref("a", "b"), ref("c")] },
      [a, b, c],
      ["a", "b", "c", "unknown: a b c", "unknown: a b c"],
    ],
    "a list that is unknown as a whole": [{ p: ref("a", "b") }, [a, b], ["a", "b", "unknown: a b"]],
    "a single value is a list of one": [{ p: "i-9" }, [settled("z", "i-9")], ["z"]],
  };
  for (const [name, [inputs, others, expected]] of Object.entries(cases)) {
    test(name, () => {
      const { plan, main } = using(inputs, ...others);
      expect(plan.referredAll(main, "p", { types: [server] }).map(say)).toEqual(expected);
    });
  }
});

describe("the plan", () => {
  test("is sorted, whatever the order", () => {
    const specs = [other("b"), other("a"), other("c")];
    const names = (given: ResourceSpec[]) => planOf(given).resources.map(({ name }) => name);
    expect(names(specs)).toEqual(["a", "b", "c"]);
    expect(names([...specs].reverse())).toEqual(["a", "b", "c"]);
  });

  test("says why nothing follows from absence", () => {
    expect(planOf([]).absenceDoubt).toBeUndefined();
    expect(planOf([], { missing: 3 }).absenceDoubt).toMatchObject({ why: "incomplete", params: { count: 3 } });
    expect(planOf([], { isolated: true }).absenceDoubt).toMatchObject({ why: "isolated" });
  });
});
