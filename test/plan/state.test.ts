import { locate } from "../../src/location/locate";
import { describe, expect, test } from "vitest";
import { joinParts } from "../../src/plan/read";
import {
  eipType,
  exported,
  main,
  messageOf,
  planOfDocument,
  preview,
  read,
  state,
  step,
  urnOf,
  type Json,
  type JsonObject,
} from "./documents";

const eip = state("main", {
  id: "eip-1",
  inputs: { bandwidth: "5" },
  outputs: { bandwidth: "5", ipAddress: "203.0.113.1" },
});

describe("a state", () => {
  const cases: Record<string, [keys: Record<string, Json>, change: string]> = {
    "what there is": [{}, "unsaid"],
    "pending deletion": [{ delete: true }, "delete"],
    "deleted, awaits its replacement": [{ pendingReplacement: true }, "delete"],
    "only read": [{ external: true }, "read"],
  };
  for (const [name, [keys, change]] of Object.entries(cases)) {
    test(name, () => {
      expect(main(exported([{ ...eip, ...keys }]))?.change).toBe(change);
    });
  }

  test("outputs are final", () => {
    const resource = main(exported([eip]));
    expect(resource?.id).toEqual({ state: "known", value: "eip-1" });
    expect(resource?.output("ipAddress")).toEqual({ state: "known", value: "203.0.113.1" });
    expect(resource?.output("nothing")).toEqual({ state: "absent" });
  });

  test.each<[string, Record<string, Json>, string]>([
    ["is there, whatever was answered", { outputs: null }, "absent"],
    ["was read, and answered", { external: true }, "absent"],
    ["was read, without an answer", { external: true, outputs: null }, "unknown"],
  ])("what is not said of what %s", (_, keys, expected) => {
    expect(main(exported([{ ...eip, ...keys }]))?.string("description").state).toBe(expected);
  });

  for (const [name, secret] of Object.entries({
    encrypted: { ciphertext: "v1:x" },
    shown: { plaintext: '"203.0.113.9"' },
  })) {
    test(`a secret stays one, ${name}`, () => {
      const value = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ...secret };
      const resource = main(exported([{ ...eip, inputs: { ipAddress: value } }]));
      expect(resource?.string("ipAddress")).toMatchObject({ state: "unknown", doubt: { why: "secret" } });
    });
  }

  test("the region of a default provider, which a state shows", () => {
    const type = "pulumi:providers:alicloud";
    const provider = state("default_3_108_0", { type, id: "1", inputs: { region: "cn-shanghai", secretKey: "SK" } });
    const plan = planOfDocument(exported([provider, { ...eip, provider: `${urnOf("default_3_108_0", type)}::1` }]));
    expect(plan.ofType(eipType).map((resource) => locate(resource, plan))).toEqual([
      { in: "mainland", region: "cn-shanghai", by: "provider" },
    ]);
    expect(JSON.stringify(plan.resources)).not.toContain("SK");
  });

  test("duplicates that are to be deleted are normal", () => {
    const plan = planOfDocument(exported([eip, { ...eip, id: "eip-0", delete: true }]));
    expect(plan.resource(urnOf("main"))?.id).toEqual({ state: "known", value: "eip-1" });
    expect(plan.removed.map(({ id }) => id)).toEqual([{ state: "known", value: "eip-0" }]);
  });

  test("a bare deployment, and version 4", () => {
    expect(read(exported([eip])["deployment"] ?? null).resources).toHaveLength(2);
    expect(read({ ...exported([eip]), version: 4 }).resources).toHaveLength(2);
  });

  test("an empty stack has neither project nor stack", () => {
    for (const deployment of [null, { manifest: {} }]) {
      const { part, resources } = read({ version: 3, deployment }, "empty.json");
      expect(part).toMatchObject({ id: "empty.json", applied: true, project: "", stack: "", missing: 0 });
      expect(resources).toEqual([]);
    }
  });
});

describe("joining", () => {
  const other = { version: 3, deployment: { resources: [{ ...eip, urn: "urn:pulumi:prod::dns::a:b:C::main" }] } };

  test("two stacks", () => {
    const plan = joinParts([read(preview([]), "a.json"), read(other, "b.json")]);
    expect(plan.parts.map(({ id, source }) => [id, source])).toEqual([
      ["web/dev", "a.json"],
      ["dns/prod", "b.json"],
    ]);
  });

  test("refuses a stack given twice", () => {
    const twice = [read(preview([]), "a.json"), read(exported([]), "b.json")];
    expect(messageOf(() => joinParts(twice))).toBe(
      "b.json: is about the same stack as a.json (web/dev); give each stack once: its preview, its export or an extract. Stacks of two organisations that have one name are judged one at a time, for nothing in them tells the organisation",
    );
  });

  test("refuses a file given twice", () => {
    const twice = [read(preview([]), "a.json"), read(preview([]), "a.json")];
    expect(messageOf(() => joinParts(twice))).toBe("a.json: is given twice; give each file once");
  });

  test("takes two stacks of one program for two", () => {
    const prod = JSON.parse(
      JSON.stringify(exported([state("main", { id: "eip-1" })])).replaceAll(":dev::", ":prod::"),
    ) as JsonObject;
    const plan = joinParts([read(exported([state("main", { id: "eip-2" })]), "dev.json"), read(prod, "prod.json")]);
    expect(plan.resources.map(({ urn, part }) => [urn.split("::")[0], part.id])).toContainEqual([
      "urn:pulumi:prod",
      "web/prod",
    ]);
    expect(plan.ofType(eipType)).toHaveLength(2);
  });

  test("ids stay unique, and resources know their part", () => {
    const rest = read({ steps: [step("create", { new: state("main", { inputs: {} }) })] }, "rest.json");
    const plan = joinParts([read(preview([]), "a.json"), rest]);
    expect(plan.parts.map(({ id }) => id)).toEqual(["web/dev", "web/dev#2"]);
    expect(plan.resource(urnOf("main"))?.part).toBe(plan.parts[1]);
  });
});
