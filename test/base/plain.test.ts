/** What the gate for text lets through, and what it makes of the rest. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { plainJson, plainLine, plainLines } from "../../src/base/plain";
import { anyText } from "../support/any-text";

it.each([
  [
    "urn:pulumi:dev::web::alicloud:ecs/instance:Instance::server",
    "urn:pulumi:dev::web::alicloud:ecs/instance:Instance::server",
  ],
  ["::1 and fe80::1", "::1 and fe80::1"],
  ["## a heading, a <b>, a <{}>", "## a heading, a <b>, a <{}>"],
  ["中文，标点。नि\u200dकी", "中文，标点。नि\u200dकी"],
  ["a\r\n\tb\u2028c", "a b c"],
  ["\u001b[31m\u202ered", "\ufffd[31m\ufffdred"],
  ["half \ud83d", "half \ufffd"],
  ["tag \u{e0041}", "tag \ufffd"],
  ["::error::x", ": :error::x"],
  ["x ::set-output name=a::b", "x : :set-output name=a::b"],
  ["中::warning::x", "中: :warning::x"],
  ["##[group]x ##vso[task]y", "# #[group]x # #vso[task]y"],
  ["<{%fg 1%}>", "< {%fg 1%}>"],
])("%j is %j", (text, plain) => {
  expect(plainLine(text)).toBe(plain);
});

it("leaves what it has made as it is, in one line", () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      const plain = plainLine(text);
      expect(plainLine(plain)).toBe(plain);
      expect(plain).not.toContain("\n");
    }),
  );
});

it("keeps lines where they are lines", () => {
  expect(plainLines("a\u0007\n  b")).toBe("a\ufffd\n  b");
});

it("writes JSON of the same values, of which all is seen", () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      const json = plainJson(JSON.stringify({ text: `${text} ##vso[a] <{%b` }));
      expect(JSON.parse(json)).toEqual({ text: `${text} ##vso[a] <{%b` });
      expect(json).not.toMatch(/##vso\[|<\{%|(?![\u200c\u200d])\p{Cf}|\p{Cc}|[\u2028\u2029]/u);
    }),
  );
});

it("looks closely at all that is not seen", () => {
  for (let code = 0x7f; code <= 0x10ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCodePoint(code);
    if (!/[\u007f-\u009f\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/u.test(character)) continue;
    if (plainJson(JSON.stringify(character)).includes(character)) expect.fail(`U+${code.toString(16)} is left in JSON`);
    if (plainLine(character) === character) expect.fail(`U+${code.toString(16)} is left in a line`);
  }
});
