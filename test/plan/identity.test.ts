/** What a resource was called before, whether it is there already, and what Pulumi is told to leave alone. */
import { describe, expect, test } from "vitest";
import { exported, main, messageOf, preview, state, step, urnOf } from "./documents";

const former = urnOf("former");
const oldest = urnOf("oldest");

describe("aliases", () => {
  test("stand in a preview's new state", () => {
    expect(main(preview([step("create", { new: state("main", { aliases: [former] }) })]))?.aliases).toEqual([former]);
  });

  test("include the URN under which the resource is in the state, once", () => {
    const renamed = (aliases: string[]) =>
      main(
        preview([
          step("same", { old: state("former", { id: "eip-1" }), new: state("main", { aliases, id: "eip-1" }) }),
        ]),
      )?.aliases;
    expect(renamed([])).toEqual([former]);
    expect(renamed([oldest])).toEqual([oldest, former]);
    expect(renamed([former])).toEqual([former]);
  });

  test("are none where nothing was renamed", () => {
    const document = preview([step("update", { old: state("main"), new: state("main") })]);
    expect(main(document)?.aliases).toEqual([]);
    expect(main(exported([state("main")]))?.aliases).toEqual([]);
  });

  test("stand in a state", () => {
    expect(main(exported([state("main", { aliases: [former] })]))?.aliases).toEqual([former]);
  });

  test("of another form are refused", () => {
    expect(messageOf(() => main(exported([state("main", { aliases: [{ name: "former" }] })])))).toContain(
      "deployment.resources[1].aliases: is a list, expected a list of texts",
    );
  });
});

describe("ignored changes", () => {
  test("stand in previews and states", () => {
    const ignoring = state("main", { ignoreChanges: ["period", "tags.team"] });
    const documents = [preview([step("update", { old: state("main"), new: ignoring })]), exported([ignoring])];
    for (const document of documents) expect(main(document)?.ignoreChanges).toEqual(["period", "tags.team"]);
  });

  test("are none where none are told of", () => {
    expect(main(preview([step("create", { new: state("main") })]))?.ignoreChanges).toEqual([]);
  });
});

describe("a resource", () => {
  const there = state("main", { id: "eip-1" });
  const gone = state("main", { id: "eip-0" });

  test.each([
    ["same", { old: there, new: there }],
    ["update", { old: there, new: state("main") }],
    ["delete", { old: there }],
    ["read", { new: there }],
    ["import", { new: state("main", { importID: "eip-1" }) }],
  ])("exists before a %s", (op, states) => {
    expect(main(preview([step(op, states)]))?.exists).toBe("yes");
  });

  test.each([
    ["create", { new: state("main") }],
    ["replace", { old: gone, new: state("main") }],
    ["create-replacement", { old: gone, new: state("main") }],
  ])("does not exist before a %s", (op, states) => {
    expect(main(preview([step(op, states)]))?.exists).toBe("no");
  });

  test("exists when a state holds it, a component without id too", () => {
    expect(main(exported([there]))?.exists).toBe("yes");
    expect(main(exported([state("main", { custom: false })]))?.exists).toBe("yes");
  });
});
