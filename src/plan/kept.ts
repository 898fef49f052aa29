import data from "../../data/kept-properties.json";
import { nameInData } from "./type-name";

const kept: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries<readonly string[]>(data.kept).map(([property, types]) => [property, new Set(types)]),
);

/**
 * Whether the provider keeps a property of an existing resource that its program no longer says: it is optional and
 * computed.
 */
export function isKept(type: string, property: string): boolean {
  const name = nameInData(type);
  return name !== undefined && kept.get(property)?.has(name) === true;
}
