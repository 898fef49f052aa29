/** How the attributes of a Terraform type are read. */
import table from "../../../../data/terraform-blocks.json";
import { namesOf, type Names } from "../../../names/terraform";

/** The names of a type, and which of its attributes are blocks. */
export interface Words extends Names {
  /** Whether blocks stand at a path of attributes, which users write, one for each element: only of what is read. */
  readonly isBlock: (path: string) => boolean;
  /**
   * Whether blocks that are unknown altogether, and of which the configuration says nothing, are made by a `dynamic` block over
   * something unknown, or may be: not those that the provider fills in for nearly everybody, or each server would be in doubt.
   */
  readonly isDynamic: (path: string) => boolean;
}

const BLOCKS = new Map<string, readonly string[]>(Object.entries(table.blocks));
const FILLED_IN = new Map<string, readonly string[]>(Object.entries(table.filledIn));
const known = new Map<string, Words>();

/** The words of a Terraform type such as `alicloud_alb_rule`. */
export function wordsOfType(type: string): Words {
  let words = known.get(type);
  if (!words) {
    const blocks = new Set(BLOCKS.get(type));
    const filled = FILLED_IN.get(type) ?? [];
    words = {
      ...namesOf(type),
      isBlock: (path) => blocks.has(path),
      isDynamic: (path) => blocks.has(path) && !filled.includes(path),
    };
    known.set(type, words);
  }
  return words;
}
