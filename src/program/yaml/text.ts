/** Values as texts, as Go writes them: Pulumi's YAML is read by a program in Go. */
import type { Scalar } from "./scalars";
import type { Worked } from "./value";

/** From this exponent on a number is written with one. */
const EXPONENT = 6;

/** A number in a text: 1000000 is `1e+06` there. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
  const [digits = "", power = "0"] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < EXPONENT) return String(value);
  return `${digits}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

const scalarText = (value: Scalar): string =>
  value === null ? "<nil>" : typeof value === "number" ? numberText(value) : String(value);

/** A known value inside of a text. */
export function textOfValue(value: Worked): string {
  switch (value.is) {
    case "scalar":
      return scalarText(value.value);
    case "list":
      return `[${value.items.map(textOfValue).join(" ")}]`;
    case "map":
      return `map[${inOrder(value.entries)
        .map(([key, item]) => `${key}:${textOfValue(item)}`)
        .join(" ")}]`;
    default:
      return "";
  }
}

/** A known value as JSON: keys in order, and no sign that HTML would read. */
export function jsonOfValue(value: Worked): string {
  switch (value.is) {
    case "scalar":
      return jsonText(value.value);
    case "list":
      return `[${value.items.map(jsonOfValue).join(",")}]`;
    case "map":
      return `{${inOrder(value.entries)
        .map(([key, item]) => `${jsonText(key)}:${jsonOfValue(item)}`)
        .join(",")}}`;
    default:
      return "null";
  }
}

const jsonText = (value: Scalar): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );

const inOrder = (entries: ReadonlyMap<string, Worked>): readonly (readonly [string, Worked])[] =>
  [...entries].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
