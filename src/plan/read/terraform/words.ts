/** How the attributes of a Terraform type are read. */
import table from "../../../../data/terraform-blocks.json";
import { memoized } from "../../../base/memo";
import { ANY_NAME, neededOf } from "../../read-properties";
import { isOfKubernetes } from "./kubernetes";
import { lastOf, namesOf, type Names } from "../../../names/terraform";

/** The names of a type, and which of its attributes are blocks. */
export interface Words extends Names {
  /** Whether blocks stand at a path of attributes, which users write, one for each element: only of what is read. */
  readonly isBlock: (path: string) => boolean;
  /**
   * Whether blocks that are unknown altogether, and of which the configuration says nothing, are made by a `dynamic` block over
   * something unknown, or may be: not those that the provider fills in for nearly everybody, or each server would be in doubt.
   */
  readonly isDynamic: (path: string) => boolean;
  /** Whether the provider gives an attribute a value where nobody writes one: null is unknown then. */
  readonly isFilledIn: (attribute: string) => boolean;
  /** Whether anything is read of an attribute: most of the many that a server has nobody asks for. */
  readonly isAskedFor: (attribute: string) => boolean;
}

const BLOCKS = new Map<string, readonly string[]>(Object.entries(table.blocks));
const FILLED_IN = new Map<string, readonly string[]>(Object.entries(table.filledIn));
const known = new Map<string, Words>();

/** The words of a Terraform type such as `alicloud_alb_rule`. */
export function wordsOfType(type: string): Words {
  let words = known.get(type);
  if (!words) known.set(type, (words = findWords(type)));
  return words;
}

function findWords(type: string): Words {
  const names = namesOf(type);
  const blocks = new Set(BLOCKS.get(type));
  const filled = FILLED_IN.get(type) ?? [];
  const asked = neededOf(names.token)?.names ?? [];
  const isAll = isOfKubernetes(type) || asked.includes(ANY_NAME);
  const isAskedFor = memoized((attribute: string) => isAll || asked.includes(names.property(attribute)));
  return {
    ...names,
    // What objects of Kubernetes are called is told with what they are.
    ...(isOfKubernetes(type) && { property: lastOf }),
    isBlock: (path) => blocks.has(path),
    isDynamic: (path) => blocks.has(path) && !filled.includes(path),
    isFilledIn: (attribute) => filled.includes(attribute),
    isAskedFor: (attribute) => attribute !== "id" && isAskedFor(attribute),
  };
}
