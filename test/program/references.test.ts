import { describe, expect, it } from "vitest";
import type { StackOutputs } from "../../src/program/answers";
import { References, type Referring } from "../../src/program/references";

interface Done {
  readonly name: string;
  readonly outputs: StackOutputs;
  readonly heard: readonly (readonly [string, unknown])[];
}

/** A program of a stack `project/dev` that asks for some stacks, one after the other. */
const program = (project: string, asks: readonly string[] = [], fails = false): Referring<Done> => ({
  key: { project, stack: "dev" },
  read: async (stackOf) => {
    const heard: [string, unknown][] = [];
    for (const name of asks) heard.push([name, (await stackOf(name))?.values["from"]]);
    if (fails) throw new Error(`${project} fails`);
    return { name: project, outputs: { values: { from: project }, secret: [] }, heard };
  },
});

const all = (programs: readonly Referring<Done>[], most = 2, told: Record<string, string> = {}) =>
  new References(
    programs,
    ({ project, stack }) => {
      const from = told[`${project}/${stack}`];
      return from === undefined ? undefined : { values: { from }, secret: [] };
    },
    most,
  ).all();

describe("programs that refer to one another", () => {
  it("get each other's outputs in whatever order they are given", async () => {
    const programs = [program("dns", ["acme/web/dev"]), program("web", ["acme/net/dev"]), program("net")];
    for (const order of [programs, [...programs].reverse()]) {
      const done = await all(order, 1);
      expect(done.map(({ name }) => name)).toEqual(order.map(({ key }) => key.project));
      expect(Object.fromEntries(done.map(({ name, heard }) => [name, heard]))).toEqual({
        dns: [["acme/web/dev", "web"]],
        web: [["acme/net/dev", "net"]],
        net: [],
      });
    }
  });

  it("take a name without a project for one of their own", async () => {
    const [own] = await all([program("web", ["prod", "acme/prod"])], 2, { "web/prod": "told" });
    expect(own?.heard.map(([, from]) => from)).toEqual(["told", "told"]);
  });

  it("hear nothing of stacks that nobody knows, and of those that wait for them", async () => {
    const done = await all(
      [program("a", ["x/b/dev", "x/none/dev"]), program("b", ["x/a/dev"]), program("c", ["x/c/dev"])],
      1,
    );
    expect(done.map(({ heard }) => heard.map(([, from]) => from))).toEqual([
      ["b", undefined],
      [undefined],
      [undefined],
    ]);
  });

  it("are told what a user says before what another program gives", async () => {
    const [first] = await all([program("a", ["x/b/dev"]), program("b")], 2, { "b/dev": "told" });
    expect(first?.heard).toEqual([["x/b/dev", "told"]]);
  });

  it("fail with the first in their order, and do not wait for ever for one that fails", async () => {
    await expect(all([program("a", ["x/b/dev"]), program("b", [], true)])).rejects.toThrow("b fails");
    await expect(all([program("a", [], true), program("b", [], true)], 1)).rejects.toThrow("a fails");
  });
});
