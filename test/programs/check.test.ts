/** Every program through the door that runs it: it finds what is found in its preview, texts and places included. */
import { describe, expect, it } from "vitest";
import { DIFFERENT, type Difference } from "./exceptions";
import { bothDoors, captures, comparable, linesOf, type Captured } from "./programs";

/** Several take their turn at once, on a machine that does other things, too. */
const PATIENCE = 120_000;

const differenceOf = ({ name, file }: Captured): Difference | undefined =>
  DIFFERENT[file === "preview.json" ? name : `${name}/${file}`];

const label = ({ folder, file }: Captured): string => `${folder}/${file}`;
const [same, different] = [captures.filter((one) => !differenceOf(one)), captures.filter(differenceOf)];

describe.concurrent("a program", { timeout: PATIENCE }, () => {
  it.each(same.map((one) => [label(one), one] as const))("%s is found to be its preview", async (_label, captured) => {
    const { program, preview } = await bothDoors(captured);
    const [ran, previewed] = [comparable(program), comparable(preview)];
    expect(linesOf(ran)).toEqual(linesOf(previewed));
    expect(ran).toEqual(previewed);
    expect(program.code).toBe(preview.code);
  });

  it.each(different.map((one) => [label(one), one] as const))(
    "%s differs from its preview in what is said of it",
    async (_label, captured) => {
      const { program, preview } = await bothDoors(captured);
      const [ran, previewed] = [linesOf(comparable(program)), linesOf(comparable(preview))];
      const { why, ...only } = differenceOf(captured) ?? { why: "", program: [], preview: [] };
      expect(why).not.toBe("");
      expect({
        program: ran.filter((line) => !previewed.includes(line)),
        preview: previewed.filter((line) => !ran.includes(line)),
      }).toEqual(only);
    },
  );
});
