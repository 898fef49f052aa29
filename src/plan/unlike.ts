/** Whether two values cannot be of one thing, however a program writes them and a provider answers. */
import { kindOf, type Raw, type RawProperties } from "./raw";

/** Whether a value says nothing: providers answer what was left out with what is empty. */
export function saysNothing(value: Raw | undefined): boolean {
  if (value === undefined || kindOf(value) !== "value" || value === "" || value === false || value === 0) return true;
  if (Array.isArray(value)) return (value as readonly Raw[]).every(saysNothing);
  return typeof value === "object" && Object.values(value as RawProperties).every(saysNothing);
}

/**
 * Whether two values say different things. What one of them leaves out or does not tell is no difference, nor is the order of
 * a list, how a text is written, or that a single object stands in a list.
 */
export function differ(a: Raw, b: Raw): boolean {
  if (saysNothing(a) || saysNothing(b)) return false;
  if (Array.isArray(a) || Array.isArray(b)) return differAsLists(listOf(a), listOf(b));
  if (typeof a === "object" && typeof b === "object") {
    const one = a as RawProperties;
    const other = b as RawProperties;
    return Object.keys(one).some((key) => Object.hasOwn(other, key) && differ(one[key] ?? null, other[key] ?? null));
  }
  const isEither = typeof a === "object" || typeof b === "object";
  return !isEither && textOf(a) !== textOf(b);
}

const listOf = (value: Raw): readonly Raw[] => (Array.isArray(value) ? (value as readonly Raw[]) : [value]);

function differAsLists(a: readonly Raw[], b: readonly Raw[]): boolean {
  if ([...a, ...b].some((one) => one !== null && kindOf(one) !== "value")) return false;
  const lacks = (some: readonly Raw[], all: readonly Raw[]): boolean =>
    some.some((one) => !saysNothing(one) && all.every((other) => differ(one, other)));
  return lacks(a, b) || lacks(b, a);
}

const textOf = (value: boolean | number | string): string => String(value).trim().toLowerCase().replace(/\.$/, "");
