/** What the document as a whole tells: its kind, its name, and whether it shows everything. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPlan } from "../../../../src/plan/read";
import type { Json, JsonObject } from "../../documents";
import { messageOf, read } from "../../documents";
import { captureOf, PROGRAMS, programsOf, readCapture, resourcesOf, type Program } from "./fixtures";

/** How many resources are missing, and which blocks may have instances that the plan does not show. */
const told = (fixture: string, program: Program, name?: string): string => {
  const { part } = readCapture(fixture, program, name);
  const notes = (part.notes ?? []).map(({ id, params }) => `${id} ${JSON.stringify(params["count"])}`);
  return [part.missing, ...notes].join(", ");
};

describe("whether all is shown", () => {
  const WHOLE = ["0", "0"];
  const ASK = "0, limit.terraform-targets 1";
  /** By capture: what Terraform's plan tells, then OpenTofu's; undefined where one of them has none. */
  const cases: Readonly<Record<string, readonly (string | undefined)[]>> = {
    "changes/plan": WHOLE,
    "changes/state": WHOLE,
    // What no change names stands in the state from before, whoever planned.
    "changes/target": ["1", "1"],
    // A block without instances: Terraform says that the plan is whole, OpenTofu says nothing.
    "conditions/plan": ["0", ASK],
    "count/plan": ["0", ASK],
    "changes/destroy": ["0", ASK],
    "targeted/plan": ["2", "2"],
    "targeted/counted": ["1", ASK],
    // A block without count has an instance; what is switched off reads like what is excluded.
    "excluded/plan": [undefined, "1"],
    "enabled/plan": [undefined, "1"],
    "nothing/plan": WHOLE,
    "nothing/state": WHOLE,
    "modules/plan": WHOLE,
    "data/plan": WHOLE,
  };
  for (const [capture, all] of Object.entries(cases)) {
    const [fixture = "", name] = capture.split("/");
    it(`is told by ${capture}`, () => {
      const programs = programsOf(fixture, name);
      expect(PROGRAMS.map((one) => (programs.includes(one) ? told(fixture, one, name) : undefined))).toEqual(all);
    });
  }
});

const document = (fixture: string, program: Program = "terraform", name?: string): JsonObject =>
  JSON.parse(readFileSync(captureOf(fixture, program, name), "utf8")) as JsonObject;
const without = (from: JsonObject, ...keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key)));
const missingOf = (given: JsonObject): number => read(given).part.missing;
const notesOf = (given: JsonObject): number => read(given).part.notes?.length ?? 0;

describe("of plans by other versions", () => {
  const targeted = without(document("targeted", "opentofu", "counted"), "complete", "applyable");
  const single = document("excluded", "opentofu");

  it("deferred changes are missing", () => {
    expect(missingOf({ ...document("count"), complete: false, deferred_changes: [{}, {}] })).toBe(2);
    expect(missingOf({ ...document("count"), complete: true, deferred_changes: [{}] })).toBe(1);
  });
  it("a plan that is not complete misses something, whatever it shows", () => {
    expect(missingOf({ ...document("modules"), complete: false })).toBe(1);
  });
  it("where nothing says that all is shown, a block without count that has no instance was left out", () => {
    expect([missingOf(single), notesOf(single)]).toEqual([1, 0]);
    expect([missingOf({ ...single, complete: true }), notesOf({ ...single, complete: true })]).toEqual([0, 0]);
    expect([missingOf(targeted), notesOf(targeted)]).toEqual([0, 1]);
  });
  it("a plan without a state from before is read", () => {
    expect(missingOf(without(document("changes"), "prior_state"))).toBe(0);
  });
  it("what only the state from before has stays as it is, but for leftovers", () => {
    const changes = document("changes", "terraform", "target")["resource_changes"] as readonly JsonObject[];
    const named = new Set(changes.map(({ address }) => address));
    const { resources } = readCapture("changes", "terraform", "target");
    const left = resources.filter(({ name, type }) => !named.has(name) && !type.startsWith("pulumi:"));
    expect(left.length).toBeGreaterThan(5);
    expect(left.filter(({ change }) => change !== "same")).toEqual([]);
    expect(new Set(resources.map(({ urn }) => urn)).size).toBe(resources.length);
  });
});

describe("what a plan is called", () => {
  const nameOf = (file: string): string => readPlan(readFileSync(captureOf("count", "terraform")), file).part.id;
  it.each([
    ["shop/plan.json", "shop/default"],
    ["shop/tfplan.json", "shop/default"],
    ["shop/prod.tfplan.json", "shop/prod"],
    ["shop/prod.plan.json", "shop/prod"],
    ["shop/prod.json", "shop/prod"],
    ["shop/eu west::1.json", "shop/eu-west-1"],
    ["my shop/plan.json", "my-shop/default"],
    ["/plan.json", "terraform/default"],
  ])("%s is %s", (file, id) => {
    expect(nameOf(file)).toBe(id);
  });
  it("of standard input it is the folder where the command runs", () => {
    expect(nameOf("-")).toMatch(/^[^/]+\/default$/);
  });
  it("its resources have URNs of its own, which end with their addresses", () => {
    for (const one of resourcesOf(readCapture("for-each", "terraform"))) {
      expect(one.urn).toBe(`urn:terraform:default::for-each::${one.type}::${one.name}`);
    }
  });
});

describe("what is refused", () => {
  const SAVED =
    "is a plan as Terraform or OpenTofu saves it; run `terraform show -json` on it (or `tofu show -json`) and give the output";
  const cases: readonly (readonly [fixture: string, name: string, says: string])[] = [
    ["refused", "saved.tfplan", SAVED],
    [
      "refused",
      "events.jsonl",
      "are the lines of `terraform plan -json`, which show no resources; run `terraform plan -out=tfplan` and `terraform show -json tfplan`",
    ],
    [
      "refused",
      "raw.tfstate",
      "is a state as Terraform stores it, of no stable form; run `terraform show -json` and give the output, or rather that of a plan",
    ],
    [
      "refused",
      "schemas.json",
      "has the schemas of providers and no plan; run `terraform show -json PLAN` and give the output",
    ],
    [
      "refused",
      "validate.json",
      "is what `terraform validate -json` writes and no plan; run `terraform show -json PLAN` and give the output",
    ],
    [
      "configuration",
      "configuration.json",
      "is a configuration and no plan; run `terraform plan -out=tfplan` and give the output of `terraform show -json tfplan`",
    ],
    [
      "encrypted",
      "saved.tfplan",
      "is a plan or state that OpenTofu has encrypted; run `tofu show -json` where the key is, and give the output",
    ],
    [
      "errored",
      "plan",
      "is of a plan that failed half-way, so that resources are missing; mend what Terraform or OpenTofu says and plan again",
    ],
  ];
  const all = cases.flatMap(([fixture, name, says]) =>
    programsOf(fixture, name).map((program) => [fixture, name, program, says] as const),
  );
  it.each(all)("%s/%s of %s", (fixture, name, program, says) => {
    expect(messageOf(() => readCapture(fixture, program, name))).toBe(`${fixture}/${name}.json: ${says}`);
  });
  it("as many as there are", () => {
    expect(all).toHaveLength(14);
  });
  it.each(["refused", "configuration", "dynamic"])("the configuration of %s itself", (fixture) => {
    const file = `test/plan/read/terraform/fixtures/${fixture}/main.tf`;
    expect(messageOf(() => readPlan(readFileSync(file), "main.tf"))).toBe(
      "main.tf: is a Terraform configuration and no plan; run `terraform plan -out=tfplan` and give the output of `terraform show -json tfplan`",
    );
  });
});

describe("what is not as it should be", () => {
  const plan = document("count");
  const [first] = plan["resource_changes"] as readonly JsonObject[];
  const changed = (change: Json): JsonObject => ({ ...plan, resource_changes: [change] });
  const of = (rest: JsonObject): JsonObject => changed({ ...first, ...rest });
  const acting = (...actions: readonly string[]): JsonObject => of({ change: { actions, before: null, after: {} } });
  it.each<[says: string, given: JsonObject]>([
    ["resource_changes: is an object, expected a list", { ...plan, resource_changes: {} }],
    ["resource_changes[0]: is text, expected a change of a resource, which is an object", changed("x")],
    ["resource_changes[0].address: is missing, expected the address of a resource", changed({})],
    ["resource_changes[0].type: is null, expected the type of a resource", of({ type: null })],
    ["resource_changes[0].module_address: is text, expected the address of a module", of({ module_address: "web[0]" })],
    ["resource_changes[0].change: is null, expected an object", of({ change: null })],
    ["resource_changes[0].change.actions: is text, expected a list", of({ change: { actions: "create" } })],
    ["configuration: is a list, expected an object", { ...plan, configuration: [] }],
  ])("%s", (says, given) => {
    expect(messageOf(() => read(given))).toBe(`plan.json: ${says}; write the file again`);
  });
  it.each<[told: string, given: JsonObject]>([
    ["dance", acting("dance")],
    ["create,create", acting("create", "create")],
    ["update,delete", acting("update", "delete")],
    ["[]", acting()],
    ["x".repeat(40), acting("x".repeat(99))],
  ])("an action that nobody knows: %s", (actions, given) => {
    expect(messageOf(() => read(given))).toBe(
      `plan.json: resource_changes[0].change.actions: is "${actions}", which this version of alicloud-icp does not know; upgrade alicloud-icp`,
    );
  });
});
