import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { glob } from "../../src/base/glob";

describe("glob", () => {
  it.each([
    ["*", "", true],
    ["*", "a/b:c$d", true],
    ["", "", true],
    ["", "a", false],
    ["*::filing", "urn:pulumi:prod::web::a:b/c$d:e/f:G::filing", true],
    ["*::filing", "urn:pulumi:prod::web::d:e/f:G::filing2", false],
    ["web/*", "web/prod", true],
    ["web/*", "webs/prod", false],
    ["a?c", "abc", true],
    ["a?c", "ac", false],
    ["a?c", "a😀c", true],
    ["*??b", "😀b", false],
    ["a*b*c", "a1b2b3c", true],
    ["a.c", "abc", false],
    ["[ab]", "a", false],
    ["(a|b)+", "(a|b)+", true],
    ["*ab", "aab", true],
    ["a**", "a", true],
    ["A", "a", false],
  ])("%s on %s: %s", (pattern, text, expected) => {
    expect(glob(pattern)(text)).toBe(expected);
  });

  test("says the same as a regular expression", () => {
    const letters = fc.stringMatching(/^[ab?*.$/]{0,8}$/);
    fc.assert(
      fc.property(letters, fc.stringMatching(/^[ab.$/]{0,12}$/), (pattern, text) => {
        const source = Array.from(pattern, (char) =>
          char === "*" ? ".*" : char === "?" ? "." : `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
        );
        expect(glob(pattern)(text)).toBe(new RegExp(`^${source.join("")}$`, "s").test(text));
      }),
      { numRuns: 2000 },
    );
  });

  test("a hostile pattern ends", () => {
    // With backtracking it would never end.
    expect(glob("*a".repeat(500) + "b")("a".repeat(20_000))).toBe(false);
  });
});
