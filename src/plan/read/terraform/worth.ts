/** What expressions come to, as far as the plan tells: constants, and the variables that it was made with. */
import { isObject, own, SECRET_MARK, type Raw, type RawProperties } from "../../raw";
import { longestOf, stepsOf, type AddressStep } from "./address";
import { objectAt, type ModuleInstance } from "./modules";
import { referencesOf, type ExpressionPlace } from "./expression";

/** What an expression comes to: a value, nothing given, or something that the plan does not show. */
export type Worth =
  { readonly is: "value"; readonly value: Raw } | { readonly is: "nothing" } | { readonly is: "unshown" };

/** The variables that the plan was made with, by name. */
export type Variables = RawProperties | undefined;

const NOTHING: Worth = { is: "nothing" };
const UNSHOWN: Worth = { is: "unshown" };

/**
 * What an expression comes to that is a constant, or refers to one variable and nothing else: whatever is computed with that
 * alone refers to it in the same words, so that its value may be another.
 */
export function worthOf(expression: Raw | undefined, standing: ExpressionPlace, variables: Variables): Worth {
  if (expression === undefined || expression === null) return NOTHING;
  if (!isObject(expression)) return UNSHOWN;
  const [reference, another] = longestOf(referencesOf(expression));
  if (reference === undefined)
    return "constant_value" in expression ? given(own(expression, "constant_value")) : UNSHOWN;
  const steps = another === undefined ? stepsOf(reference) : undefined;
  if (!steps) return UNSHOWN;
  const [head, name, ...rest] = steps;
  if (head === "var" && typeof name === "string") return within(variableOf(name, standing.within, variables), rest);
  return head === "each" && name === "value" ? within(elementOf(standing, variables), rest) : UNSHOWN;
}

/** What an instance has of what its block goes over. */
function elementOf({ forEach, within: module, key }: ExpressionPlace, variables: Variables): Worth {
  const all = forEach === undefined ? UNSHOWN : worthOf(forEach, { within: module }, variables);
  if (all.is !== "value" || !isObject(all.value) || key === undefined) return UNSHOWN;
  const element = own(all.value, String(key));
  return element === undefined ? UNSHOWN : given(element);
}

/** What lies at the end of some steps into a value. What an object does not have may have a default that no plan shows. */
function within(worth: Worth, steps: readonly AddressStep[]): Worth {
  let value = worth;
  for (const step of steps) {
    if (value.is !== "value") return value;
    if (!isObject(value.value)) return UNSHOWN;
    const inner = own(value.value, typeof step === "string" ? step : String(step.key));
    value = inner === undefined ? UNSHOWN : given(inner);
  }
  return value;
}

function variableOf(name: string, { module, outer, call, key }: ModuleInstance, variables: Variables): Worth {
  const declared = module.variable(name);
  if (declared && own(declared, "sensitive") === true) return { is: "value", value: SECRET_MARK };
  if (!outer) {
    const variable = objectAt(variables, name);
    const worth = variable ? given(own(variable, "value")) : UNSHOWN;
    // Null may stand for the default of a variable that is never null.
    return worth.is === "nothing" && declared && given(own(declared, "default")).is === "value" ? UNSHOWN : worth;
  }
  const argument = own(objectAt(call, "expressions") ?? {}, name);
  const standing: ExpressionPlace = { within: outer, forEach: call && own(call, "for_each_expression"), key };
  if (argument !== undefined) return worthOf(argument, standing, variables);
  return declared && "default" in declared ? given(own(declared, "default")) : UNSHOWN;
}

const given = (value: Raw | undefined): Worth =>
  value === undefined || value === null || value === "" ? NOTHING : { is: "value", value };
