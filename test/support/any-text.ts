/** Text of any code points for property tests, lone surrogates aside. */
import fc from "fast-check";

const SURROGATES = 0x800;
const FIRST_SURROGATE = 0xd800;
const LAST = 0x10ffff;

/** As `unit: "binary"` of fast-check, which writes down all of its million code points before it makes the first text. */
const codePoint = fc.nat(LAST - SURROGATES).map(
  (at) => String.fromCodePoint(at < FIRST_SURROGATE ? at : at + SURROGATES),
  (text) => {
    const point = typeof text === "string" ? (text.codePointAt(0) ?? -1) : -1;
    const isSurrogate = point >= FIRST_SURROGATE && point < FIRST_SURROGATE + SURROGATES;
    if (point < 0 || isSurrogate || String.fromCodePoint(point) !== text) throw new Error("no single code point");
    return point < FIRST_SURROGATE ? point : point - SURROGATES;
  },
);

/** Any text. */
export const anyText = (constraints: Omit<fc.StringConstraints, "unit"> = {}): fc.Arbitrary<string> =>
  fc.string({ ...constraints, unit: codePoint });
