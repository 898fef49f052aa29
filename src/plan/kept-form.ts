/** In which form an extract keeps a property; two resources are compared in it as well, so that both are judged alike. */
import { canonical, namesOnly } from "./canonical";
import { concealed } from "./conceal";
import { onlyRead } from "./read-entries";
import type { Raw } from "./raw";
import { STACK_REFERENCE_TYPE, STACK_TYPE } from "../names/own-types";

/** The types that have the outputs of a stack, whatever these are. */
const OF_STACKS: ReadonlySet<string> = new Set([STACK_TYPE, STACK_REFERENCE_TYPE]);

/**
 * What stands for a credential among the values of a chart. No rule reads it, but what is unknown there may be a host: what
 * is known stays known.
 */
const CONCEALED = "[concealed]";
const CHART = "kubernetes:helm.sh/";

/** The value of a property of a type, without secrets and without entries that are not read. */
export function keptForm(type: string, name: string, raw: Raw): Raw {
  const value = onlyRead(type, name, canonical(raw));
  if (OF_STACKS.has(type)) return concealed(namesOnly(value), { key: name });
  return concealed(value, type.startsWith(CHART) ? { mark: CONCEALED } : {});
}
