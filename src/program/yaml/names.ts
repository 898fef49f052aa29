/** The names of a program: each is given once, and refers to others. */
import { message } from "../../messages";
import { referencesIn, type Expression } from "./expression";
import type { Declared } from "./order";
import type { Place, Problems } from "./problems";
import type { DeclaredResource, Named, YamlTemplate } from "./template";
import { providedPackage } from "./types";

/** A variable or a resource, and what has to be worked out before it. */
export interface NamedDeclaration extends Declared {
  readonly variable?: Named;
  readonly resource?: DeclaredResource;
}

/** What a program declares. Notes names that are given twice, or that Pulumi keeps for itself. */
export function declarationsOf(template: YamlTemplate, problems: Problems): readonly NamedDeclaration[] {
  const { config, resources, variables } = template;
  const taken = new Map<string, Place>();
  const take = (name: string, at: Place): boolean => {
    const first = taken.get(name);
    if (name === "pulumi") problems.add(message("input.yaml-reserved", {}), at);
    if (first) problems.add(message("input.yaml-twice", { name, line: first.line }), at);
    else taken.set(name, at);
    return first === undefined;
  };
  for (const { name, at } of config) take(name, at);
  const defaults = new Map(
    resources.flatMap(({ key, type, isDefaultProvider }) =>
      isDefaultProvider ? [[providedPackage(type), key] as const] : [],
    ),
  );
  return [
    ...resources.flatMap((resource) => {
      const { key: name, at } = resource;
      return take(name, at) ? [{ name, at, resource, refersTo: namesIn(resource, defaults) }] : [];
    }),
    ...variables.flatMap((variable) => {
      const { name, at, value } = variable;
      return take(name, at) ? [{ name, at, variable, refersTo: new Set(rootsIn(value)) }] : [];
    }),
  ];
}

const rootsIn = (expression: Expression): readonly string[] =>
  [...referencesIn(expression)].map(({ access }) => access.root);

/** The names in all that is said of a resource; `defaults` are the providers of packages for those that name none. */
function namesIn(
  { type, properties, get, options, isDefaultProvider }: DeclaredResource,
  defaults: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const provider = options.provider || isDefaultProvider ? undefined : defaults.get(providedPackage(type));
  const said = [
    ...(Array.isArray(properties)
      ? (properties as readonly Named[]).map(({ value }) => value)
      : [properties as Expression]),
    ...(get ? [get.id, ...get.state.map(({ value }) => value)] : []),
    options.dependsOn,
    options.parent,
    options.provider,
    options.providers,
    options.deletedWith,
    options.protect,
  ].filter((expression) => expression !== undefined);
  return new Set([...said.flatMap(rootsIn), ...(provider === undefined ? [] : [provider])]);
}
