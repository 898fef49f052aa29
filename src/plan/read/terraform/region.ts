/** The region of a provider's configuration: the plan has it as an expression and not as a value. */
import regions from "../../../../data/regions.json";
import { isObject, own, SECRET_MARK, type Raw, type RawProperties } from "../../raw";
import { longestOf } from "./address";
import { objectAt, type ModuleInstance } from "./modules";

const LISTED: ReadonlySet<string> = new Set([...regions.mainland, ...regions.outside]);

/** What an expression comes to: a value, nothing given, or something that the plan does not show. */
export type Worth =
  { readonly is: "value"; readonly value: Raw } | { readonly is: "nothing" } | { readonly is: "unshown" };

const NOTHING: Worth = { is: "nothing" };
const UNSHOWN: Worth = { is: "unshown" };

/** The variables that the plan was made with, by name. */
export type Variables = RawProperties | undefined;

/**
 * What the expression of a region comes to, in the module where it stands: a constant, or a variable that holds a listed
 * region. Whatever else is computed with a variable refers to it in the same words, such as `"cn-${var.city}"`.
 */
export function configuredRegion(expression: Raw | undefined, within: ModuleInstance, variables: Variables): Worth {
  const worth = worthOf(expression, within, variables);
  if (worth.is !== "value" || worth.value === SECRET_MARK || isConstant(expression)) return worth;
  return typeof worth.value === "string" && LISTED.has(worth.value) ? worth : UNSHOWN;
}

const isConstant = (expression: Raw | undefined): boolean =>
  isObject(expression) && referencesOf(expression).length === 0 && "constant_value" in expression;

const referencesOf = (expression: RawProperties): readonly string[] => {
  const references = own(expression, "references");
  return Array.isArray(references) ? longestOf(references.filter((one): one is string => typeof one === "string")) : [];
};

function worthOf(expression: Raw | undefined, within: ModuleInstance, variables: Variables): Worth {
  if (expression === undefined || expression === null) return NOTHING;
  if (!isObject(expression)) return UNSHOWN;
  const [reference, another] = referencesOf(expression);
  if (reference === undefined) return "constant_value" in expression ? given(expression["constant_value"]) : UNSHOWN;
  const name = another === undefined ? /^var\.([\w-]+)$/.exec(reference)?.[1] : undefined;
  return name === undefined ? UNSHOWN : variableOf(name, within, variables);
}

function variableOf(name: string, within: ModuleInstance, variables: Variables): Worth {
  const declared = within.module.variable(name);
  if (declared && own(declared, "sensitive") === true) return { is: "value", value: SECRET_MARK };
  const { outer, call } = within;
  if (!outer) {
    const variable = objectAt(variables, name);
    return variable ? given(own(variable, "value")) : UNSHOWN;
  }
  const argument = own(objectAt(call, "expressions") ?? {}, name);
  if (argument !== undefined) return worthOf(argument, outer, variables);
  return declared && "default" in declared ? given(own(declared, "default")) : UNSHOWN;
}

const given = (value: Raw | undefined): Worth =>
  value === undefined || value === null || value === "" ? NOTHING : { is: "value", value };
