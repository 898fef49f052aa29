/** Expressions of a configuration: the plan has what each refers to, or its value where that is a constant. */
import { isObject, own, type Raw, type RawProperties } from "../../raw";
import type { InstanceKey } from "./address";
import type { ModuleInstance } from "./modules";

/** Where an expression stands. */
export interface ExpressionPlace {
  readonly within: ModuleInstance;
  /** The `for_each` of the block around it. */
  readonly forEach?: Raw | undefined;
  /** The key of the instance that it belongs to. */
  readonly key?: InstanceKey | undefined;
}

/** Whether an object is an expression, and no block of such. */
export function isExpression(raw: RawProperties): boolean {
  const references = own(raw, "references");
  const isOfTexts = Array.isArray(references) && references.every((one) => typeof one === "string");
  return isOfTexts || "constant_value" in raw || Object.keys(raw).length === 0;
}

/** The references of one expression; none where it is something else. */
export const referencesOf = (raw: Raw | undefined): readonly string[] =>
  isObject(raw) ? textsOf(own(raw, "references")) : [];

/** The references of each expression in arguments and blocks. */
export function expressionsIn(raw: Raw | undefined): readonly (readonly string[])[] {
  if (Array.isArray(raw)) return (raw as readonly Raw[]).flatMap(expressionsIn);
  if (!isObject(raw)) return [];
  if (isExpression(raw)) return [referencesOf(raw)];
  return Object.values(raw).flatMap(expressionsIn);
}

/** The texts of a list. */
export const textsOf = (raw: Raw | undefined): readonly string[] =>
  Array.isArray(raw) ? (raw as readonly Raw[]).filter((one): one is string => typeof one === "string") : [];
