/** Plain scalars as the Pulumi engine reads them: YAML 1.2, and what its library keeps of YAML 1.1. */

/** What stands in a program by itself. */
export type Scalar = null | boolean | number | string;

const WORDS: ReadonlyMap<string, Scalar> = new Map<string, Scalar>([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, Number.NaN] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
]);

const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const FRACTION = /^\.\d+(?:[eE][-+]?\d+)?$/;
/** `0x1f`, `0b11`, `0o17`, and `017`, which is octal too. */
const WITH_BASE = /^([-+]?)0(?:x([\da-f]+)|b([01]+)|o?([0-7]+))$/i;
/** Whole numbers of other bases end here; decimal ones become fractions. */
const LARGEST = 2n ** 64n;

/** The value of a plain scalar: `yes` and days are text, `0777` and `1_000` are numbers. */
export function plainScalar(text: string): Scalar {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (text.startsWith(".")) return FRACTION.test(text) ? (numberIn(text) ?? text) : text;
  return /^[-+\d]/.test(text) ? (numberIn(text.replaceAll("_", "")) ?? text) : text;
}

function numberIn(text: string): number | undefined {
  const [, sign, hex, binary, octal] = WITH_BASE.exec(text) ?? [];
  const digits = hex !== undefined ? `0x${hex}` : binary !== undefined ? `0b${binary}` : octal && `0o${octal}`;
  if (digits !== undefined && digits !== "") {
    const whole = BigInt(digits);
    return whole < LARGEST ? Number(sign === "-" ? -whole : whole) : undefined;
  }
  return FLOAT.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
}
