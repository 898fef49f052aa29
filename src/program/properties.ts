/** Properties on the wire, and as previews tell them: secrets are only marked, and what is made of one is one. */
import { kindOf, unwrap, UNKNOWN_STRING, type Raw, type RawProperties } from "../plan/raw";
import type { Urn } from "../plan/fact";
import { SECRET_TEXT } from "./stack-settings";

/** The key by which the SDK marks values that are no plain JSON (`@pulumi/pulumi/runtime/rpc`). */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** A secret value on the wire; nobody reads it. */
export const unknownSecret: Raw = { [SIGNATURE]: SECRET, value: UNKNOWN_STRING };

/** An unknown value on the wire that comes from some resources. */
export const unknownOf = (dependencies: Iterable<Urn>): Raw => ({
  [SIGNATURE]: OUTPUT,
  dependencies: [...dependencies],
});

/** What an unknown value on the wire comes from; undefined where it does not say so. */
export function originsOfUnknown(value: Raw): readonly Urn[] | undefined {
  const object = signed(value);
  const isUnknown = object?.[SIGNATURE] === OUTPUT && !("value" in object);
  return isUnknown && Array.isArray(object["dependencies"]) ? (object["dependencies"] as readonly Urn[]) : undefined;
}

/** Properties as a preview tells them. */
export const told = (properties: RawProperties): RawProperties => toldValue(properties, 0) as RawProperties;

/** No program nests values deeper, and what does is not looked into. */
const DEEPEST = 200;

function toldValue(value: Raw, depth: number): Raw {
  if (typeof value === "string") return value.includes(SECRET_TEXT) ? SECRET_TEXT : value;
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST) return UNKNOWN_STRING;
  if (Array.isArray(value)) return value.map((item: Raw) => toldValue(item, depth + 1));
  const object = value as RawProperties;
  if (typeof object[SIGNATURE] === "string") {
    const kind = kindOf(object);
    if (kind === "secret") return SECRET_TEXT;
    if (kind === "unknown") return UNKNOWN_STRING;
    if (object[SIGNATURE] === OUTPUT) return toldValue(object["value"] ?? UNKNOWN_STRING, depth + 1);
  }
  const entries = Object.entries(object).map(([key, inner]): [string, Raw] => [key, toldValue(inner, depth + 1)]);
  return Object.fromEntries(entries);
}

/** The resources that the output values inside of a value on the wire come from. */
function dependenciesIn(value: Raw, found = new Set<Urn>(), depth = 0): ReadonlySet<Urn> {
  if (typeof value !== "object" || value === null || depth > DEEPEST) return found;
  if (Array.isArray(value)) {
    for (const item of value as readonly Raw[]) dependenciesIn(item, found, depth + 1);
    return found;
  }
  const object = value as RawProperties;
  if (object[SIGNATURE] === OUTPUT && Array.isArray(object["dependencies"])) {
    for (const urn of object["dependencies"] as readonly Urn[]) found.add(urn);
  }
  for (const inner of Object.values(object)) dependenciesIn(inner, found, depth + 1);
  return found;
}

/** Inputs in which each property says what it comes from, so that it still does after a transform. */
export const withDependencies = (
  inputs: RawProperties,
  urns: Readonly<Record<string, readonly Urn[]>>,
): RawProperties =>
  Object.fromEntries(
    Object.entries(inputs).map(([key, value]): [string, Raw] => {
      const dependencies = urns[key] ?? [];
      return [key, dependencies.length === 0 ? value : asOutput(value, dependencies)];
    }),
  );

/** A value as an output: one that is unknown has no value, and of a secret the output says so. */
function asOutput(value: Raw, dependencies: readonly Urn[]): Raw {
  const mark = { [SIGNATURE]: OUTPUT, dependencies };
  if (value === UNKNOWN_STRING) return mark;
  const object = signed(value);
  if (object?.[SIGNATURE] === OUTPUT) return { ...object, dependencies };
  if (object?.[SIGNATURE] !== SECRET) return { ...mark, value };
  const inner = object["value"] ?? UNKNOWN_STRING;
  return { ...mark, ...(inner !== UNKNOWN_STRING && { value: inner }), secret: true };
}

/** What each property comes from, by its output values. */
export const dependenciesOf = (inputs: RawProperties): Readonly<Record<string, readonly Urn[]>> =>
  Object.fromEntries(
    Object.entries(inputs).flatMap(([key, value]) => {
      const found = [...dependenciesIn(value)];
      return found.length === 0 ? [] : [[key, found] as const];
    }),
  );

/** Properties without the marks of outputs at their top; unknown ones and secrets stay such. */
export const withoutOutputs = (properties: RawProperties): RawProperties =>
  Object.fromEntries(
    Object.entries(properties).map(([key, value]): [string, Raw] => {
      const object = signed(value);
      if (object?.[SIGNATURE] !== OUTPUT) return [key, value];
      const plain = "value" in object ? unwrap({ ...object, secret: false }) : UNKNOWN_STRING;
      return [key, object["secret"] === true ? { [SIGNATURE]: SECRET, value: plain } : plain];
    }),
  );

const signed = (value: Raw): RawProperties | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) && SIGNATURE in value ? value : undefined;
