/** What becomes of several resources of one URN: replaced, left behind, kept in the cloud, or only read. */
import { describe, expect, test } from "vitest";
import {
  exported,
  fates,
  main,
  planOfDocument,
  preview,
  state,
  step,
  urnOf,
  type Json,
  type JsonObject,
} from "./documents";

const before = state("main", { id: "eip-1", inputs: { bandwidth: "5" }, outputs: { ipAddress: "203.0.113.1" } });
const after = state("main", { inputs: { bandwidth: "6" } });
const retained = { ...before, retainOnDelete: true };
const external = { ...before, external: true };
/** The engine marks what a replacement ends before it shows most of its steps. */
const marked = (old: JsonObject): JsonObject => ({ ...old, delete: true });
/** Left behind by an earlier, interrupted update: to be deleted, or deleted already. */
const leftover = { ...before, id: "eip-0", delete: true };
const pending = { ...before, pendingReplacement: true };
const readNow = state("main", { id: "eip-9", external: true });

const replace = (old: Json, now: Json = after) => step("replace", { old, new: now });
const createReplacement = (old: Json) => step("create-replacement", { old, new: after });
const deleteReplaced = (old: Json) => step("delete-replaced", { old });
const same = step("same", { old: { ...before, id: "eip-2" }, new: { ...after, id: "eip-2" } });
const refresh = (found: Json) => step("refresh", { old: found, new: found });

describe("what the steps of a preview come to", () => {
  const cases: Record<string, [steps: Json[], fates: string]> = {
    dropped: [[step("delete", { old: before })], "nothing, deletes eip-1"],
    "dropped and retained": [[step("delete", { old: retained })], "nothing, forgets eip-1"],

    "replaced, as most previews show it": [[replace(marked(before))], "replace, was eip-1"],
    "replaced, with all steps": [
      [createReplacement(before), replace(marked(before)), deleteReplaced(marked(before))],
      "replace, was eip-1",
    ],
    "replaced and retained": [[replace(marked(retained))], "create, forgets eip-1"],
    "replaced and retained, with all steps": [
      [createReplacement(retained), replace(marked(retained)), deleteReplaced(marked(retained))],
      "create, forgets eip-1",
    ],
    "replaced and retained, deleted first": [
      [deleteReplaced(retained), replace(retained), createReplacement(retained)],
      "create, forgets eip-1",
    ],
    "retained from now on only": [[replace(marked(before), { ...after, retainOnDelete: true })], "replace, was eip-1"],
    "retained, gone in the cloud, created again": [
      [step("delete", { old: retained }), step("create", { new: after })],
      "replace, was eip-1",
    ],

    "only read, dropped": [[step("discard", { old: external })], "nothing, forgets eip-1"],
    "only read, created beside": [
      [step("discard", { old: external }), step("create", { new: after })],
      "create, forgets eip-1",
    ],
    "only read, created now": [[replace(marked(external))], "create, forgets eip-1"],
    "only read, created now, with all steps": [
      [createReplacement(external), replace(marked(external)), step("discard-replaced", { old: marked(external) })],
      "create, forgets eip-1",
    ],
    "managed, read now": [[replace(marked(before), readNow)], "read, deletes eip-1"],
    "managed, read now, with all steps": [
      [
        step("read-replacement", { old: before, new: readNow }),
        replace(marked(before), readNow),
        deleteReplaced(marked(before)),
      ],
      "read, deletes eip-1",
    ],
    "managed and retained, read now": [[replace(marked(retained), readNow)], "read, forgets eip-1"],
    "read, another read now": [[step("read", { old: external, new: readNow })], "read"],

    "a leftover beside what stays": [[same, deleteReplaced(leftover)], "same, deletes eip-0"],
    "a leftover before what stays": [[deleteReplaced(leftover), same], "same, deletes eip-0"],
    "a leftover beside what is updated": [
      [step("update", { old: before, new: after }), deleteReplaced(leftover)],
      "update, was eip-1, deletes eip-0",
    ],
    "a leftover beside what is replaced": [
      [createReplacement(before), replace(marked(before)), deleteReplaced(leftover), deleteReplaced(marked(before))],
      "replace, was eip-1, deletes eip-0",
    ],
    "a leftover beside what is dropped": [
      [step("delete", { old: before }), deleteReplaced(leftover)],
      "nothing, deletes eip-0 + eip-1",
    ],
    "a leftover beside what is created again": [
      [step("create", { new: after }), deleteReplaced(leftover)],
      "create, deletes eip-0",
    ],
    "two leftovers": [
      [same, deleteReplaced({ ...leftover, id: "eip-00" }), deleteReplaced(leftover)],
      "same, deletes eip-0 + eip-00",
    ],
    "two leftovers, one retained": [
      [same, deleteReplaced({ ...leftover, id: "eip-00", retainOnDelete: true }), deleteReplaced(leftover)],
      "same, deletes eip-0, forgets eip-00",
    ],
    "a leftover of which only a refresh tells": [[refresh(before), refresh(leftover)], "same, deletes eip-0"],
    "a leftover of which a refresh and a step tell": [
      [refresh(leftover), refresh(before), deleteReplaced(leftover)],
      "same, deletes eip-0",
    ],
    "a retained leftover of which only a refresh tells": [
      [refresh(before), refresh({ ...leftover, retainOnDelete: true })],
      "same, forgets eip-0",
    ],
    "a leftover of something that --target leaves out": [
      [step("same", { old: state("main"), new: state("main") }), deleteReplaced(leftover)],
      "nothing, deletes eip-0",
    ],

    "deleted by an interrupted update, made now": [[replace(pending)], "replace, was eip-1"],
    "deleted by an interrupted update, made now, refreshed": [
      [refresh(pending), replace(pending), createReplacement(pending)],
      "replace, was eip-1",
    ],
    "kept by an interrupted update, made now": [
      [replace({ ...pending, retainOnDelete: true })],
      "create, forgets eip-1",
    ],
    "deleted by an interrupted update, dropped": [
      [step("remove-pending-replace", { old: pending })],
      "nothing, deletes eip-1",
    ],
    "kept by an interrupted update, dropped": [
      [step("remove-pending-replace", { old: { ...pending, retainOnDelete: true } })],
      "nothing, forgets eip-1",
    ],
    "deleted by an interrupted update, beside what is made": [
      [step("remove-pending-replace", { old: pending }), step("create-replacement", { new: after })],
      "create, deletes eip-1",
    ],
    "deleted by an interrupted update, beside what stays": [
      [same, step("remove-pending-replace", { old: pending })],
      "same, deletes eip-1",
    ],
    "deleted by an interrupted update, of which only a refresh tells": [[refresh(pending)], "nothing, deletes eip-1"],
  };
  for (const [name, [steps, expected]] of Object.entries(cases)) {
    test(name, () => {
      expect(fates(preview(steps))).toBe(expected);
    });
  }

  test("a component has no id, and is replaced once", () => {
    const component = state("main", { custom: false });
    const steps = [replace(component, component), deleteReplaced(marked(component))];
    expect(fates(preview(steps))).toBe("replace, was unknown");
  });

  test("a renamed resource that was refreshed under its former name is one", () => {
    const former = state("former", { id: "eip-1" });
    const plan = planOfDocument(
      preview([
        step("refresh", { old: former, new: former }, "former"),
        step("same", { old: former, new: { ...after, id: "eip-1" } }),
      ]),
    );
    expect(plan.resources.filter(({ type }) => type === after["type"]).map(({ name }) => name)).toEqual(["main"]);
  });
});

describe("what a state comes to", () => {
  const cases: Record<string, [resources: JsonObject[], fates: string]> = {
    "what is retained one day": [[retained], "unsaid"],
    "pending deletion": [[leftover], "nothing, deletes eip-0"],
    "pending deletion and retained": [[{ ...leftover, retainOnDelete: true }], "nothing, forgets eip-0"],
    "pending deletion of what was only read": [[{ ...leftover, external: true }], "nothing, forgets eip-0"],
    "deleted, awaits its replacement": [[pending], "nothing, deletes eip-1"],
    "awaits its replacement and retained": [[{ ...pending, retainOnDelete: true }], "nothing, forgets eip-1"],
    "two leftovers beside what lives, one retained": [
      [{ ...before, id: "eip-2" }, leftover, { ...leftover, id: "eip-00", retainOnDelete: true }],
      "unsaid, deletes eip-0, forgets eip-00",
    ],
    "only read": [[external], "read"],
  };
  for (const [name, [resources, expected]] of Object.entries(cases)) {
    test(name, () => {
      expect(fates(exported(resources))).toBe(expected);
    });
  }
});

describe("what leaves the state and lives on", () => {
  const plan = planOfDocument(preview([step("delete", { old: retained })]));
  const [forgotten] = plan.forgotten;

  test("is no resource of the plan, and none that it deletes", () => {
    expect(plan.resource(urnOf("main"))).toBeUndefined();
    expect(plan.ofType(before["type"] as string)).toEqual([]);
    expect(plan.removed).toEqual([]);
  });

  test("is there, as it was", () => {
    expect(forgotten?.exists).toBe("yes");
    expect(forgotten?.string("bandwidth")).toEqual({ state: "known", value: "5" });
    expect(forgotten?.output("ipAddress")).toEqual({ state: "known", value: "203.0.113.1" });
    expect(forgotten?.output("nothing")).toEqual({ state: "absent" });
    expect(forgotten?.before?.change).toBe("same");
    expect(main(exported([{ ...leftover, retainOnDelete: true }]))?.before?.change).toBe("same");
  });
});
