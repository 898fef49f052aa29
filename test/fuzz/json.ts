/** JSON values by their places, to be changed. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Path = readonly (string | number)[];

const isObject = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The paths of all values within one, itself first. */
export function pathsOf(root: Json): readonly Path[] {
  const found: Path[] = [[]];
  // A list hands out what is added to it on the way.
  for (const path of found) {
    const value = at(root, path);
    if (Array.isArray(value)) for (const index of (value as readonly Json[]).keys()) found.push([...path, index]);
    else if (isObject(value)) for (const key of Object.keys(value)) found.push([...path, key]);
  }
  return found;
}

/** The value at a path; undefined where there is none. */
export function at(root: Json, path: Path): Json | undefined {
  let value: Json | undefined = root;
  for (const key of path) {
    if (Array.isArray(value)) value = (value as readonly Json[])[Number(key)];
    else if (isObject(value)) value = Object.hasOwn(value, key) ? value[key] : undefined;
    else return undefined;
  }
  return value;
}

/** The same with another value at a path; without it where that is undefined. */
export function withAt(root: Json, [key, ...rest]: Path, value: Json | undefined): Json {
  if (key === undefined) return value ?? null;
  if (Array.isArray(root)) {
    const list = root as readonly Json[];
    const index = Number(key);
    if (rest.length === 0 && value === undefined) return list.filter((_, other) => other !== index);
    return list.map((one, other) => (other === index ? withAt(one, rest, value) : one));
  }
  if (!isObject(root)) return root;
  const entries = Object.entries(root).filter(([other]) => other !== key || rest.length > 0 || value !== undefined);
  const changed = entries.map(([other, one]): [string, Json] => [
    other,
    other === key ? withAt(one, rest, value) : one,
  ]);
  const isNew = rest.length === 0 && value !== undefined && !Object.hasOwn(root, key);
  return Object.fromEntries(isNew ? [...changed, [String(key), value]] : changed);
}
