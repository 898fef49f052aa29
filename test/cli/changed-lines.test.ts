import { describe, expect, it } from "vitest";
import { changedLines } from "../../src/cli/changed-lines";

const linesOf = (text: string): string => text.split("").join("\n");
const changed = (before: string, after: string): readonly string[] =>
  changedLines(linesOf(before), linesOf(after), "f").split("\n").slice(0, -1);

describe("changedLines", () => {
  it.each<[string, string, readonly string[]]>([
    ["abc", "abc", []],
    ["abc", "axc", ["f:2: - b", "f:2: + x"]],
    ["abcde", "xbcdy", ["f:1: - a", "f:1: + x", "f:5: - e", "f:5: + y"]],
    ["abcdefg", "abxcdefyg", ["f:3: + x", "f:8: + y"]],
    ["abcd", "ad", ["f:2: - b", "f:3: - c"]],
    ["abcd", "axyzcd", ["f:2: - b", "f:2: + x", "f:3: + y", "f:4: + z"]],
    ["aa", "aaa", ["f:3: + a"]],
    ["abab", "ababab", ["f:5: + a", "f:6: + b"]],
    ["ab", "xyz", ["f:1: - a", "f:2: - b", "f:1: + x", "f:2: + y", "f:3: + z"]],
    ["a", "", ["f:1: - a", "f:1: + "]],
  ])("%s to %s", (before, after, expected) => {
    expect(changed(before, after)).toEqual(expected);
  });

  it("takes lines for the same whatever ends them, and shows no control characters", () => {
    expect(changedLines("a\r\nb\r\n", "a\nb\n", "f")).toBe("");
    expect(changedLines("a\n", "\u001b[2Ja\n", "f")).not.toContain("\u001b");
  });

  it("shows all that is between where nothing is the same for long, and what follows not", () => {
    const many = (word: string): string => Array.from({ length: 600 }, (_, at) => `${word} ${at}\n`).join("");
    const lines = changedLines(`same\n${many("old")}same\n`, `same\n${many("new")}same\n`, "f").split("\n");
    expect([lines.length, lines[0], lines[600], lines.at(-2)]).toEqual([
      1201,
      "f:2: - old 0",
      "f:2: + new 0",
      "f:601: + new 599",
    ]);
  });

  it("tells how to make the one of the other", () => {
    // All pairs of texts of three lines out of two, and of four.
    const texts = [3, 4].flatMap((length) =>
      Array.from({ length: 2 ** length }, (_, bits) => bits.toString(2).padStart(length, "0")),
    );
    for (const before of texts)
      for (const after of texts) expect(applied(before, changed(before, after)), `${before} ${after}`).toBe(after);
  });
});

/** A text with changes made to it. */
function applied(text: string, changes: readonly string[]): string {
  const of = (sign: string) =>
    changes.flatMap((line) => {
      const [, number = "", found, value = ""] = /^f:(\d+): ([-+]) (.*)$/.exec(line) ?? [];
      return found === sign ? [[Number(number), value] as const] : [];
    });
  const gone = new Map(of("-"));
  const kept = text.split("").filter((line, at) => {
    expect(gone.get(at + 1) ?? line).toBe(line);
    return !gone.has(at + 1);
  });
  for (const [number, value] of of("+")) kept.splice(number - 1, 0, value);
  return kept.join("");
}
