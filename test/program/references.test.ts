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

  it("hear nothing of stacks that nobody knows, nor of their own", async () => {
    const done = await all(
      [program("a", ["x/b/dev", "x/none/dev"]), program("b", ["x/a/dev"]), program("c", ["x/c/dev"])],
      1,
    );
    expect(done.map(({ heard }) => heard.map(([, from]) => from))).toEqual([["b", undefined], ["a"], [undefined]]);
  });

  describe("in a circle", () => {
    /** A program whose outputs are worked out from those that it asks for, by `stack.output`; unknown ones are `?`. */
    const working = (
      project: string,
      outputs: Readonly<Record<string, string>>,
      needs?: string,
      count: () => void = () => undefined,
    ): Referring<Done> => ({
      key: { project, stack: "dev" },
      read: async (stackOf) => {
        count();
        const values: Record<string, string> = {};
        const valueOf = async (text: string): Promise<string> => {
          const [stack = "", output = ""] = text.split(".");
          return output === "" ? text : (((await stackOf(`x/${stack}/dev`))?.values[output] ?? "?") as string);
        };
        for (const [name, text] of Object.entries(outputs)) values[name] = await valueOf(text);
        if (needs !== undefined && (await valueOf(needs)) === "?") throw new Error(`${project} needs ${needs}`);
        return { name: project, outputs: { values, secret: [] }, heard: [] };
      },
    });
    const given = async (programs: readonly Referring<Done>[], most: number) =>
      Object.fromEntries((await all(programs, most)).map(({ name, outputs }) => [name, outputs.values]));
    const orders = <T>([first, ...rest]: readonly T[]): T[][] =>
      first === undefined
        ? [[]]
        : orders(rest).flatMap((order) =>
            Array.from({ length: order.length + 1 }, (_, at) => [...order.slice(0, at), first, ...order.slice(at)]),
          );

    const circles: Record<string, [programs: Referring<Done>[], gives: Record<string, Record<string, string>>]> = {
      "of two, each with what the other needs": [
        [working("a", { own: "1", other: "b.own" }), working("b", { own: "2", other: "a.own" })],
        { a: { own: "1", other: "2" }, b: { own: "2", other: "1" } },
      ],
      "of two, back and forth": [
        [working("a", { x: "1", z: "b.y" }), working("b", { y: "a.x", last: "a.z" })],
        { a: { x: "1", z: "1" }, b: { y: "1", last: "1" } },
      ],
      "of three, and one that only takes": [
        [
          working("a", { x: "c.x", own: "1" }),
          working("b", { x: "a.own" }),
          working("c", { x: "b.x" }),
          working("d", { x: "a.x" }),
        ],
        { a: { x: "1", own: "1" }, b: { x: "1" }, c: { x: "1" }, d: { x: "1" } },
      ],
      "of values, which stay unknown": [
        [working("a", { x: "b.x" }), working("b", { x: "a.x" })],
        { a: { x: "?" }, b: { x: "?" } },
      ],
      "of which one cannot go on without the other": [
        [working("a", { own: "1" }, "b.own"), working("b", { own: "2", other: "a.own" })],
        { a: { own: "1" }, b: { own: "2", other: "1" } },
      ],
    };
    it.each(Object.entries(circles))("the order changes nothing: %s", async (_, [programs, gives]) => {
      for (const order of orders(programs)) {
        for (const most of [1, 2, 4]) expect(await given(order, most)).toEqual(gives);
      }
    });

    it("are read again only where they missed something, and not for ever", async () => {
      const read: string[] = [];
      const counting = (project: string, outputs: Record<string, string>) =>
        working(project, outputs, undefined, () => read.push(project));
      await given([counting("a", { own: "1", x: "b.own" }), counting("b", { own: "2" })], 2);
      expect(read.sort()).toEqual(["a", "b"]);
      read.length = 0;
      let now = 0;
      const restless = {
        ...counting("b", {}),
        read: async (stackOf: Parameters<Referring<Done>["read"]>[0]) => {
          read.push("b");
          await stackOf("x/a/dev");
          return { name: "b", outputs: { values: { own: String(now++) }, secret: [] }, heard: [] };
        },
      };
      await given([counting("a", { own: "b.own" }), restless], 2);
      expect(read.length).toBeLessThan(20);
    });
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
