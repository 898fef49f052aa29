import fc from "fast-check";
import { expect, it } from "vitest";
import { changedLines } from "../../src/cli/changed-lines";

it.each([
  ["nothing", "a\nb\n", "a\nb\n", []],
  ["a line that is another one", "a\nb\nc\n", "a\nx\nc\n", ["f:2: - b", "f:2: + x"]],
  [
    "lines in two places, and not what is between them",
    "a\nb\nc\nd\n",
    "x\nb\nc\ny\n",
    ["f:1: - a", "f:1: + x", "f:4: - d", "f:4: + y"],
  ],
  ["a line that is new", "a\nc\n", "a\nb\nc\n", ["f:2: + b"]],
  ["a line that is gone", "a\nb\nc\n", "a\nc\n", ["f:2: - b"]],
  ["a last line without an end", "a", "a\nb\n", ["f:2: + b", "f:3: + "]],
  ["line ends alone", "a\r\nb\r\n", "a\nb\n", []],
])("shows %s", (_, before, after, lines) => {
  expect(changedLines(before, after, "f").split("\n").slice(0, -1)).toEqual(lines);
});

/** The text that a difference makes of another one. */
function patched(before: string, shown: string): string {
  const gone = new Set<number>();
  const come = new Map<number, string>();
  for (const [, at = "", sign, line = ""] of shown.matchAll(/^f:(\d+): ([-+]) (.*)$/gm)) {
    if (sign === "-") gone.add(Number(at));
    else come.set(Number(at), line);
  }
  const left = before.split("\n").filter((_, at) => !gone.has(at + 1));
  const after: string[] = [];
  while (left.length > 0 || come.has(after.length + 1)) after.push(come.get(after.length + 1) ?? left.shift() ?? "");
  return after.join("\n");
}

it("shows all that makes one text of another", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(patched(before, changedLines(before, after, "f"))).toBe(after);
    }),
  );
});
