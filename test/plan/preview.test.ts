import { locate } from "../../src/location/locate";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { joinParts, readPlan } from "../../src/plan/read";
import { UNKNOWN_STRING } from "../../src/plan/raw";
import { eipType, main, planOfDocument, preview, read, stackUrn, state, step, urnOf, type Json } from "./documents";

const before = state("main", {
  id: "eip-1",
  inputs: { bandwidth: "5", addressName: "old" },
  outputs: { bandwidth: "5", addressName: "old", ipAddress: "203.0.113.1" },
});
const after = state("main", { inputs: { bandwidth: "6" } });

/** What the steps about `main` come to: change, id, an output, a property that was left out, the id before. */
function outcome(...steps: Json[]): string | undefined {
  const resource = main(preview(steps));
  if (!resource) return undefined;
  const id = resource.id.state === "known" ? resource.id.value : resource.id.state;
  const address = resource.output("ipAddress");
  const name = resource.string("addressName");
  return [
    resource.change,
    id,
    address.state === "known" ? address.value : address.state,
    name.state === "known" ? name.value : name.state,
    resource.previous ? "has previous" : "no previous",
  ].join(", ");
}

describe("operations", () => {
  const cases: Record<string, [steps: Json[], outcome: string | undefined]> = {
    create: [[step("create", { new: after })], "create, unknown, unknown, absent, no previous"],
    "import has its id": [
      [step("import", { new: { ...after, importID: "eip-9" } })],
      "create, eip-9, unknown, absent, no previous",
    ],
    "update: outputs and id from before, what was removed is absent": [
      [step("update", { old: before, new: after })],
      "update, eip-1, 203.0.113.1, absent, has previous",
    ],
    "same: what the provider answered counts": [
      [step("same", { old: before, new: after })],
      "same, eip-1, 203.0.113.1, old, no previous",
    ],
    "new outputs win": [
      [step("same", { old: before, new: { ...after, id: "eip-2", outputs: { ipAddress: "203.0.113.2" } } })],
      "same, eip-2, 203.0.113.2, absent, no previous",
    ],
    "replace as JSON previews show it": [
      [step("replace", { old: before, new: after })],
      "replace, unknown, unknown, absent, has previous",
    ],
    "replace in three steps": [
      [
        step("create-replacement", { old: before, new: after }),
        step("replace", { old: before, new: after }),
        step("delete-replaced", { old: before }),
      ],
      "replace, unknown, unknown, absent, has previous",
    ],
    "replace, deleted before": [
      [
        step("delete-replaced", { old: before, new: null }),
        step("replace", { old: before, new: after }),
        step("create-replacement", { new: after }),
      ],
      "replace, unknown, unknown, absent, has previous",
    ],
    "replacement after an interrupted one": [
      [step("remove-pending-replace", { old: before }), step("create-replacement", { new: after })],
      "create, unknown, unknown, absent, no previous",
    ],
    delete: [[step("delete", { old: before })], "delete, eip-1, 203.0.113.1, old, no previous"],
    "a delete that leaves it be": [
      [step("delete", { old: { ...before, retainOnDelete: true } })],
      "forget, eip-1, 203.0.113.1, old, no previous",
    ],
    discard: [[step("discard", { old: before })], "forget, eip-1, 203.0.113.1, old, no previous"],
    "read for the first time: nothing is shown, nothing is absent": [
      [step("read", { new: state("main", { id: "eip-1", external: true }) })],
      "read, eip-1, unknown, unknown, no previous",
    ],
    "read again": [
      [step("read", { old: before, new: state("main", { id: "eip-1", external: true }) })],
      "read, eip-1, 203.0.113.1, old, no previous",
    ],
    "read of another id": [
      [step("read-replacement", { old: before, new: state("main", { id: "eip-2", external: true }) })],
      "read, eip-2, unknown, unknown, no previous",
    ],
    "read before, created now: nothing is lost": [
      [step("discard-replaced", { old: before }), step("create-replacement", { new: after })],
      "create, unknown, unknown, absent, no previous",
    ],
    "refresh alone": [[step("refresh", { old: before, new: before })], "same, eip-1, 203.0.113.1, old, no previous"],
    "refresh, then update": [
      [step("refresh", { old: before, new: before }), step("update", { old: before, new: after })],
      "update, eip-1, 203.0.113.1, absent, has previous",
    ],
    "refresh, then delete": [
      [step("refresh", { old: before, new: before }), step("delete", { old: before })],
      "delete, eip-1, 203.0.113.1, old, no previous",
    ],
    "gone in the cloud, created again": [
      [step("delete", { old: before }), step("create", { new: after })],
      "replace, unknown, unknown, absent, has previous",
    ],
    "left out by --target": [[step("same", { old: state("main"), new: state("main") })], undefined],
    "operations of other business": [[step("diff", { old: before, new: after })], undefined],
  };
  for (const [name, [steps, expected]] of Object.entries(cases)) {
    test(name, () => {
      expect(outcome(...steps)).toBe(expected);
    });
  }

  const bare = state("main", { id: "eip-1", inputs: { bandwidth: "5" } });
  test.each<[string, Json]>([
    ["of what is read again", step("read", { old: before, new: state("main", { id: "eip-1", external: true }) })],
    ["of an update, where the state tells no outputs", step("update", { old: bare, new: after })],
  ])("what is not said is not there: %s", (_, one) => {
    expect(main(preview([one]))?.string("description")).toEqual({ state: "absent" });
  });

  test("a leftover of an interrupted update is deleted beside the living resource", () => {
    const plan = planOfDocument(
      preview([
        step("same", { old: { ...before, id: "eip-2" }, new: after }),
        step("delete", { old: { ...before, delete: true } }),
      ]),
    );
    expect(plan.resource(urnOf("main"))?.id).toEqual({ state: "known", value: "eip-2" });
    expect(plan.resource(urnOf("main"))?.change).toBe("same");
    expect(plan.removed.map(({ id }) => id)).toEqual([{ state: "known", value: "eip-1" }]);
  });

  test("an update that makes an input unknown does not answer it with the old output", () => {
    const resource = main(
      preview([
        step("update", {
          old: before,
          new: state("main", {
            inputs: { bandwidth: UNKNOWN_STRING },
            propertyDependencies: { bandwidth: [stackUrn] },
          }),
        }),
      ]),
    );
    expect(resource?.string("bandwidth")).toMatchObject({
      state: "unknown",
      doubt: { why: "computed", waitsFor: [stackUrn] },
    });
  });

  test("an update that no longer says what the provider keeps leaves it as it was", () => {
    const type = "alicloud:cdn/domainNew:DomainNew";
    const scope = (...old: Json[]) => {
      const [inputs = {}, outputs] = old;
      const was = state("main", { type, inputs, ...(outputs !== undefined && { outputs }) });
      return main(
        preview([step("update", { old: was, new: state("main", { type, inputs: {} }) }, "main", type)]),
      )?.string("scope");
    };
    expect(scope({ scope: "overseas" }, { scope: "overseas" })).toEqual({ state: "known", value: "overseas" });
    expect(scope({ scope: "overseas" })).toEqual({ state: "known", value: "overseas" });
    expect(scope({ scope: "[secret]" })).toMatchObject({ state: "unknown", doubt: { why: "secret" } });
    expect(scope({ scope: UNKNOWN_STRING }, {})).toMatchObject({ state: "unknown", doubt: { why: "kept" } });
  });

  test("an output that was empty before an update may be filled by it", () => {
    const old = { ...before, outputs: { ipAddress: "" } };
    const address = (op: string) => main(preview([step(op, { old, new: after })]))?.output("ipAddress").state;
    expect([address("update"), address("same")]).toEqual(["unknown", "absent"]);
  });
});

describe("how many resources are missing", () => {
  const same = step("same", { old: before, new: after });
  const refreshed = step("refresh", { old: before, new: before });
  const cases: Record<string, [steps: Json[], same: number, missing: number]> = {
    "--show-sames": [[same], 2, 0],
    "the stack alone is always shown": [[], 12, 11],
    "refreshed and hidden is not missing": [[refreshed], 2, 0],
    "refreshed and shown counts once": [[refreshed, same], 3, 1],
    "left out by --target is missing": [[step("same", { old: state("main"), new: state("main") })], 2, 1],
    "refreshed beside a leftover that is deleted": [
      [refreshed, step("delete-replaced", { old: { ...before, id: "eip-0", delete: true } })],
      2,
      0,
    ],
    "a leftover that was refreshed is none of them": [
      [step("refresh", { old: before, new: { ...before, delete: true } })],
      2,
      1,
    ],
    "refreshed under its former name and shown under its new one counts once": [
      [
        step("refresh", { old: state("former", { id: "eip-1" }), new: state("former", { id: "eip-1" }) }, "former"),
        step("same", { old: state("former", { id: "eip-1" }), new: after }),
      ],
      3,
      1,
    ],
    "never negative": [[same], 0, 0],
  };
  for (const [name, [steps, counted, expected]] of Object.entries(cases)) {
    test(name, () => {
      expect(read(preview(steps, { changeSummary: { same: counted } })).part.missing).toBe(expected);
    });
  }

  test("no summary", () => {
    expect(read({ steps: [same] }).part.missing).toBe(0);
  });
});

describe("a preview that failed", () => {
  const error = (message: string) => ({ message, severity: "error" });
  const blocked = error("error: preview failed\n");
  const reading =
    (...diagnostics: Json[]) =>
    () =>
      read(preview([], { diagnostics }));

  test("is refused with its first error", () => {
    expect(
      reading({ message: "warning: w", severity: "warning" }, error("error: no such region\n at x"), blocked),
    ).toThrow("plan.json: the preview itself failed (no such region); mend that and preview again");
  });
  test("tells what a heading announces", () => {
    expect(reading(error("error: Running program 'x' failed:\n  Error: boom\n  at y"))).toThrow(
      "(Running program 'x' failed: Error: boom)",
    );
  });
  test("tells 200 characters at most", () => {
    expect(reading(error(`error: ${"x".repeat(500)}`))).toThrow(`(${"x".repeat(200)}…)`);
  });
  test("is whole when only a policy pack blocked it", () => {
    expect(reading(blocked)).not.toThrow();
  });
});

describe("genuine previews of the examples", () => {
  const examples = join(__dirname, "../../examples");
  for (const name of readdirSync(examples).filter((entry) => existsSync(join(examples, entry, "preview.json")))) {
    test(name, () => {
      const bytes = readFileSync(join(examples, name, "preview.json"));
      const { steps } = JSON.parse(bytes.toString()) as { steps: unknown[] };
      const plan = joinParts([readPlan(bytes, name)]);
      expect(plan.resources).toHaveLength(steps.length);
      expect(plan.absenceDoubt).toBeUndefined();
      const cloud = plan.resources.filter(({ type }) => type.startsWith("alicloud:"));
      expect(cloud.length).toBeGreaterThan(0);
      for (const resource of cloud) {
        expect(resource.position?.file).toBe("index.ts");
        expect(locate(resource, plan).in).not.toBe("undetermined");
      }
    });
  }
  test("two providers, two regions", () => {
    const plan = joinParts([readPlan(readFileSync(join(examples, "two-regions/preview.json")), "plan.json")]);
    const regions = plan
      .ofType(eipType, "alicloud:ecs/instance:Instance", "alicloud:vpc/network:Network")
      .map((resource) => {
        const location = locate(resource, plan);
        return location.in === "undetermined" ? location.in : location.region;
      });
    expect([...new Set(regions)].sort()).toEqual(["ap-southeast-1", "cn-hangzhou"]);
  });
});
