/** What expressions come to: values that are known, unknown or secret, each with the resources that it comes from. */
import { memo } from "../../base/memo";
import type { Urn } from "../../plan/fact";
import { kindOf, UNKNOWN_STRING, unwrap, type Raw, type RawProperties } from "../../plan/raw";
import { originsOfUnknown, unknownOf, unknownSecret } from "../properties";
import { SECRET_TEXT } from "../stack-settings";
import type { Scalar } from "./scalars";

/** The resources from which a value comes. */
export type From = ReadonlySet<Urn>;

export const NOWHERE: From = new Set();

export type Worked = ScalarValue | ListValue | MapValue | HiddenValue | AssetValue | ResourceValue;

interface Sourced {
  /** Where the value itself comes from; what is in it may come from elsewhere besides. */
  readonly from: From;
  /** How much there is of it, whether or not it is written out. */
  readonly size: number;
}
export interface ScalarValue extends Sourced {
  readonly is: "scalar";
  readonly value: Scalar;
}
export interface ListValue extends Sourced {
  readonly is: "list";
  readonly items: readonly Worked[];
}
export interface MapValue extends Sourced {
  readonly is: "map";
  readonly entries: ReadonlyMap<string, Worked>;
  /** Whether all its keys are written in the program: another one is a mistake. */
  readonly closed: boolean;
}
/** What is known only once something exists, and what is not for reading. */
export interface HiddenValue extends Sourced {
  readonly is: "unknown" | "secret";
}
/** A file, or an archive of them, as Pulumi passes it on. */
export interface AssetValue extends Sourced {
  readonly is: "asset";
  readonly raw: RawProperties;
}
/** A resource itself, as options name it. */
export interface ResourceValue extends Sourced {
  readonly is: "resource";
  readonly made: Made;
}

/** A resource that the program has made, as far as the rest of the program can see it. */
export interface Made {
  readonly urn: Urn;
  readonly type: string;
  readonly id: Worked;
  /** What the program says of it; unknown where the program itself does not know yet. */
  readonly inputs: ReadonlyMap<string, Worked> | "unknown";
  /** What is answered in place of what it says: of a resource that is only read. */
  readonly answers?: ReadonlyMap<string, Worked> | undefined;
  /** The properties that Pulumi keeps secret. */
  readonly secrets: ReadonlySet<string>;
  /** The providers of its children, by package. */
  readonly providers: ReadonlyMap<string, Made>;
}

/** Characters that count as one of a value's parts. */
const CHARACTERS = 20;

export const scalar = (value: Scalar, from: From = NOWHERE): ScalarValue => ({
  is: "scalar",
  value,
  from,
  size: 1 + (typeof value === "string" ? Math.floor(value.length / CHARACTERS) : 0),
});
export const unknownFrom = (from: From): HiddenValue => ({ is: "unknown", from, size: 1 });
export const secretFrom = (from: From): HiddenValue => ({ is: "secret", from, size: 1 });
export const assetOf = (raw: RawProperties, from: From): AssetValue => ({ is: "asset", raw, from, size: 1 });
export const resourceValue = (made: Made): ResourceValue => ({
  is: "resource",
  made,
  from: new Set([made.urn]),
  size: 1,
});

export const listOf = (items: readonly Worked[], from: From = NOWHERE): ListValue => ({
  is: "list",
  items,
  from,
  size: sizeOf(items),
});

export const mapOf = (entries: ReadonlyMap<string, Worked>, closed: boolean, from: From = NOWHERE): MapValue => ({
  is: "map",
  entries,
  closed,
  from,
  size: sizeOf(entries.values()),
});

function sizeOf(parts: Iterable<Worked>): number {
  let size = 1;
  for (const part of parts) size += part.size;
  return size;
}

/** The values that stand directly in one. */
function* partsOf(value: Worked): Generator<Worked, void, undefined> {
  if (value.is === "list") yield* value.items;
  else if (value.is === "map") yield* value.entries.values();
}

/** All resources from which a value and what is in it come. */
export const allFrom = memo((value: Worked): From =>
  union([value.from, ...[...partsOf(value)].map((part) => allFrom(part))]),
);

/** The resources of several values together. */
export function union(sources: readonly From[]): From {
  const [only = NOWHERE, ...others] = sources.filter(({ size }) => size > 0);
  return others.length === 0 ? only : new Set([only, ...others].flatMap((from) => [...from]));
}

/** What hides a value, or anything in it: a secret hides it for good. */
const hides = memo((value: Worked): "secret" | "unknown" | "nothing" => {
  switch (value.is) {
    case "scalar":
      return "nothing";
    case "secret":
      return "secret";
    case "unknown":
    case "asset":
    case "resource":
      return "unknown";
    default: {
      const parts = new Set([...partsOf(value)].map((part) => hides(part)));
      return parts.has("secret") ? "secret" : parts.has("unknown") ? "unknown" : "nothing";
    }
  }
});

/** A value made of others: hidden where one of them is, else what is worked out of them. */
export function combined(values: readonly Worked[], compute: (from: From) => Worked): Worked {
  const from = union(values.map((value) => allFrom(value)));
  const hidden = new Set(values.map((value) => hides(value)));
  return hidden.has("secret") ? secretFrom(from) : hidden.has("unknown") ? unknownFrom(from) : compute(from);
}

/** A value as it comes from elsewhere, with all that is in it. */
export function cameFrom(value: Worked, from: From): Worked {
  switch (value.is) {
    case "list":
      return listOf(
        value.items.map((item) => cameFrom(item, from)),
        from,
      );
    case "map":
      return mapOf(new Map([...value.entries].map(([key, item]) => [key, cameFrom(item, from)])), false, from);
    case "resource":
      return unknownFrom(from);
    default:
      return { ...value, from };
  }
}

/** A value in the form in which a preview tells it. Nothing (null) says nothing in an object. */
export function rawOf(value: Worked): Raw {
  switch (value.is) {
    case "scalar":
      // JSON has no word for what is no number.
      return typeof value.value === "number" && !Number.isFinite(value.value) ? String(value.value) : value.value;
    case "list":
      return value.items.map(rawOf);
    case "map":
      return rawProperties(value.entries);
    case "asset":
      return value.raw;
    case "secret":
      return SECRET_TEXT;
    case "unknown":
    case "resource":
      return UNKNOWN_STRING;
  }
}

/** Whether nothing is said. */
export const isNothing = (value: Worked): boolean => value.is === "scalar" && value.value === null;

/** Properties in the form in which a preview tells them. */
export const rawProperties = (properties: ReadonlyMap<string, Worked>): RawProperties =>
  Object.fromEntries([...properties].flatMap(([key, value]) => (isNothing(value) ? [] : [[key, rawOf(value)]])));

/** A value as other programs get it: what is unknown in it says what it comes from. */
export function answerOf(value: Worked): Raw {
  switch (value.is) {
    case "list":
      return value.items.map(answerOf);
    case "map":
      return Object.fromEntries([...value.entries].map(([key, item]) => [key, answerOf(item)]));
    case "unknown":
    case "resource":
      return unknownOf(allFrom(value));
    case "secret":
      return unknownSecret;
    default:
      return rawOf(value);
  }
}

/** A value that somebody else answered with. */
export function answeredValue(raw: Raw, from: From): Worked {
  switch (kindOf(raw)) {
    case "missing":
      return scalar(null, from);
    case "secret":
      return secretFrom(from);
    case "unknown":
      return unknownFrom(new Set(originsOfUnknown(raw) ?? from));
    case "value": {
      const value = unwrap(raw);
      if (Array.isArray(value)) {
        return listOf(
          (value as readonly Raw[]).map((item) => answeredValue(item, from)),
          from,
        );
      }
      if (typeof value !== "object" || value === null) return scalar(value, from);
      const entries = Object.entries(value as RawProperties).map(
        ([key, item]) => [key, answeredValue(item, from)] as const,
      );
      return mapOf(new Map(entries), false, from);
    }
  }
}
