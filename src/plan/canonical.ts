/** One form for each raw value: what means the same is written the same, and what is secret or unknown is only marked. */
import { isSignature, kindOf, SECRET_MARK, UNKNOWN_STRING, unwrap, type Raw, type RawProperties } from "./raw";

/** Nothing is read that lies deeper. */
const DEEPEST = 200;

/** A value as it is read: without what wraps it, keys in order, with marks for secrets and unknowns at any depth. */
export function canonical(raw: Raw, depth = 0): Raw {
  if (typeof raw === "boolean") return raw;
  // JSON has no number that large; its digits are read alike.
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : String(raw);
  switch (kindOf(raw)) {
    case "missing":
      return null;
    case "secret":
      return SECRET_MARK;
    case "unknown":
      return UNKNOWN_STRING;
    case "value": {
      const value = unwrap(raw);
      if (typeof value !== "object" || value === null) return value;
      if (depth >= DEEPEST) return SECRET_MARK;
      return Array.isArray(value)
        ? (value as readonly Raw[]).map((item) => canonical(item, depth + 1))
        : sorted(value as RawProperties, depth);
    }
  }
}

/** A host name is no longer, and an id hardly. */
const LONGEST_NAME = 253;

/** A value in this form without texts that are no name, address or id: a kubeconfig, a key, a document. They count as secret. */
export function namesOnly(value: Raw): Raw {
  if (typeof value === "string") return value.length > LONGEST_NAME || /[\r\n]/.test(value) ? SECRET_MARK : value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Raw[]).map(namesOnly);
  const result: Record<string, Raw> = {};
  for (const key of Object.keys(value)) put(result, key, namesOnly((value as RawProperties)[key] ?? null));
  return result;
}

function sorted(object: RawProperties, depth: number): RawProperties {
  const result: Record<string, Raw> = {};
  for (const key of Object.keys(object).sort()) put(result, key, under(key, object[key] ?? null, depth + 1));
  return result;
}

function under(key: string, raw: Raw, depth: number): Raw {
  // What would make a mark of this object, once it is unwrapped, makes none of it now.
  if (isSignature(key)) return typeof raw === "string" ? raw : null;
  return canonical(raw, depth);
}

/** Sets an own property, whatever it is called. */
export function put<T>(object: Record<string, T>, key: string, value: T): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else object[key] = value;
}

/** Whether two values in this form are the same. */
export function isSame(a: Raw, b: Raw): boolean {
  if (a === b) return true;
  return typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b);
}
