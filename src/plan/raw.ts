/**
 * Raw property values as Pulumi writes them, and how unknowns and secrets are told apart from values.
 * Pulumi's sentinels are part of its wire protocol (`@pulumi/pulumi/runtime/rpc` and the engine's `plugin` package).
 */

/** A JSON value as a reader found it. */
export type Raw = null | boolean | number | string | readonly Raw[] | { readonly [key: string]: Raw };
/** A resource's properties as a reader found them. */
export type RawProperties = Readonly<Record<string, Raw>>;

const UNKNOWNS: ReadonlySet<string> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // bool
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9", // string
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
  "030794c1-ac77-496b-92df-f27374a8bd58", // asset
  "e48ece36-62e2-4504-bad9-02848725956a", // archive
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);
/** The sentinel that stands for an unknown string, and for every unknown output. */
export const UNKNOWN_STRING = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What stands for a secret where its value is left out. */
export const SECRET_MARK = "[secret]";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** Whether a key tells that an object stands for something else. */
export const isSignature = (key: string): boolean => key === SIGNATURE;

/** All sentinels have the length of a UUID: to look up every text would cost more than to measure it. */
const isUnknown = (text: string): boolean => text.length === UNKNOWN_STRING.length && UNKNOWNS.has(text);

/** What a raw value is: a plain value, unknown, secret, or missing. Never looks inside a secret. */
export function kindOf(raw: Raw | undefined): "value" | "unknown" | "secret" | "missing" {
  // A loop: how deep output values are nested is up to the file.
  let value = raw;
  for (;;) {
    if (value === undefined || value === null) return "missing";
    if (typeof value === "string") return value === SECRET_MARK ? "secret" : isUnknown(value) ? "unknown" : "value";
    if (typeof value !== "object" || Array.isArray(value)) return "value";
    const object = value as Record<string, Raw>;
    const signature = own(object, SIGNATURE);
    if (signature === SECRET) return "secret";
    if (signature !== OUTPUT) return "value";
    if (isMarked(object["secret"])) return "secret";
    if (!("value" in object)) return "unknown";
    value = object["value"];
  }
}

/** Whether something is marked secret: by anything but a plain `false`. */
export const isMarked = (secret: unknown): boolean => secret !== undefined && secret !== false;

/** The value inside an output value on the wire; other values as they are. */
export function unwrap(raw: Raw): Raw {
  let value = raw;
  for (;;) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const output = value as Record<string, Raw>;
    if (own(output, SIGNATURE) !== OUTPUT || output["value"] === undefined) return value;
    value = output["value"];
  }
}

/** Whether a value is an object and no list. */
export const isObject = (value: unknown): value is RawProperties =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Own property, so that keys such as `__proto__` and `constructor` mean nothing special. What objects inherit is functions,
 * and `__proto__`: only there it has to be asked whose it is, which takes longer than all the rest.
 */
export function own(properties: RawProperties, key: string): Raw | undefined {
  const value = properties[key];
  if (typeof value !== "function" && key !== "__proto__") return value;
  return Object.hasOwn(properties, key) ? value : undefined;
}

/** Whether lists and objects lie in each other deeper than any that is written by hand; what goes through them is a loop. */
export function isTooDeep(raw: Raw | undefined): boolean {
  let level: readonly Raw[] = raw === undefined ? [] : [raw];
  for (let depth = 0; depth <= MOST_NESTED; depth++) {
    const next: Raw[] = [];
    for (const one of level) {
      if (typeof one !== "object" || one === null) continue;
      for (const inner of Object.values(one) as readonly Raw[]) {
        if (typeof inner === "object" && inner !== null) next.push(inner);
      }
    }
    if (next.length === 0) return false;
    level = next;
  }
  return true;
}

/** The program's stack has room for many times as much. */
const MOST_NESTED = 500;
