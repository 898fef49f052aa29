/** The region of a provider's configuration: the plan has it as an expression and not as a value. */
import { classifyRegion } from "../../../names/regions";
import { isObject, SECRET_MARK, type Raw } from "../../raw";
import type { ModuleInstance } from "./modules";
import { referencesOf } from "./expression";
import { worthOf, type Variables, type Worth } from "./worth";

/**
 * What the expression of a region comes to, in the module where it stands: a constant, or a variable that holds a listed
 * region. `"cn-${var.city}"` refers to its variable in the same words, and what that holds is no region.
 */
export function configuredRegion(expression: Raw | undefined, within: ModuleInstance, variables: Variables): Worth {
  const worth = worthOf(expression, { within }, variables);
  if (worth.is !== "value" || worth.value === SECRET_MARK || isConstant(expression)) return worth;
  return typeof worth.value === "string" && classifyRegion(worth.value) !== "unlisted" ? worth : { is: "unshown" };
}

const isConstant = (expression: Raw | undefined): boolean =>
  isObject(expression) && referencesOf(expression).length === 0;
