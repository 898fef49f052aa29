import { describe, expect, test } from "vitest";
import { message } from "../../src/messages";
import { decode } from "../../src/input/decode";
import { bytesOf, messageOf } from "../plan/documents";

describe("the text of a file", () => {
  const text = '{"a": "浙ICP备"}';
  const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");
  const cases: Record<string, Buffer> = {
    "UTF-8": Buffer.from(text),
    "UTF-8 with byte order mark": Buffer.from(`\ufeff${text}`),
    "UTF-16, little end first": utf16,
    "UTF-16, big end first": Buffer.from(utf16).swap16(),
  };
  for (const [name, bytes] of Object.entries(cases)) {
    test(name, () => {
      const given = Uint8Array.from(bytes);
      expect(decode(given, "x", message("expected.json", {}))).toBe(text);
      expect(Buffer.compare(given, bytes)).toBe(0);
    });
  }

  test.each(["绿", "\uff3f", "\ufef0"])("keeps a first character %s, whose bytes are nearly a mark's", (first) => {
    expect(decode(bytesOf(first + text), "x", message("expected.json", {}))).toBe(first + text);
  });

  test("a view into a larger buffer", () => {
    const large = bytesOf(`xx${text}xx`);
    expect(decode(large.subarray(2, large.length - 2), "x", message("expected.json", {}))).toBe(text);
  });

  test("nothing at all", () => {
    expect(decode(Buffer.alloc(0), "x", message("expected.json", {}))).toBe("");
  });

  test("says what was expected instead of bytes", () => {
    expect(messageOf(() => decode(Buffer.from([1, 2, 0, 3]), "x", message("expected.yaml", {})))).toBe(
      "x: is a binary file; expected YAML text in UTF-8",
    );
  });
});
