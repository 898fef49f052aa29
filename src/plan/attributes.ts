/** The attributes of Terraform's resources as properties of Pulumi's. */
import type { Names } from "../names/terraform";
import { isObject, kindOf, unwrap, type Raw, type RawProperties } from "./raw";

/** The properties of a resource. Terraform has an empty list for blocks and lists that nobody wrote: these are left out. */
export const asProperties = (attributes: RawProperties, names: Names): RawProperties =>
  within(attributes, "", names, 0);

/** No provider nests blocks deeper. */
const DEEPEST = 20;

function within(block: RawProperties, above: string, names: Names, depth: number): RawProperties {
  const properties: [string, Raw][] = [];
  for (const [name, raw] of Object.entries(block)) {
    if (Array.isArray(raw) && raw.length === 0) continue;
    const path = above === "" ? name : `${above}.${name}`;
    properties.push([names.property(path), depth < DEEPEST ? valueOf(raw, path, names, depth + 1) : raw]);
  }
  return Object.fromEntries(properties);
}

/** Objects in a list are blocks; of one that stands alone the names tell whether it is one, or a map with keys of the user's. */
function valueOf(raw: Raw, path: string, names: Names, depth: number): Raw {
  if (kindOf(raw) !== "value") return raw;
  const value = unwrap(raw);
  const inBlock = (item: Raw): Raw => {
    const block = kindOf(item) === "value" ? unwrap(item) : item;
    return isObject(block) ? within(block, path, names, depth) : item;
  };
  if (Array.isArray(value)) return (value as readonly Raw[]).map(inBlock);
  return names.alone === "block" ? inBlock(value) : value;
}
