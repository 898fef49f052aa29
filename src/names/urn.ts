/** The parts of a URN that matter; the name may contain `::` as well. */
export interface UrnParts {
  readonly stack: string;
  readonly project: string;
  /** The type of the resource itself, without those of its parents. */
  readonly type: string;
  readonly name: string;
}

const URN_PREFIX = "urn:pulumi:";
const SEPARATOR = "::";

/** Where the separators of a URN stand that follow its stack, its project and its type; undefined when it is none. */
function cutsOf(urn: string): { readonly stack: number; readonly project: number; readonly type: number } | undefined {
  const stack = urn.indexOf(SEPARATOR);
  const project = urn.indexOf(SEPARATOR, stack + 2);
  const type = urn.indexOf(SEPARATOR, project + 2);
  const isUrn = urn.startsWith(URN_PREFIX) && stack > 0 && project > stack && type > project && urn.length > type + 2;
  return isUrn ? { stack, project, type } : undefined;
}

/** The parts of a URN; undefined when it is none. */
export function partsOfUrn(urn: string): UrnParts | undefined {
  const cuts = cutsOf(urn);
  if (!cuts) return undefined;
  const { stack, project, type } = cuts;
  return {
    stack: urn.slice(URN_PREFIX.length, stack),
    project: urn.slice(stack + 2, project),
    type: lastOfTypes(urn.slice(project + 2, type)),
    name: urn.slice(type + 2),
  };
}

/** The name in a URN; undefined when it is none. */
export function nameInUrn(urn: string): string | undefined {
  const cuts = cutsOf(urn);
  return cuts && urn.slice(cuts.type + 2);
}

/** The types in a URN, those of its parents before its own, joined by `$`; empty when it is none. */
export function typesOfUrn(urn: string): string {
  const cuts = cutsOf(urn);
  return cuts ? urn.slice(cuts.project + 2, cuts.type) : "";
}

/** The reference of a provider: its URN and its id. */
export const referenceOf = (urn: string, id: string): string => `${urn}${SEPARATOR}${id}`;

/** The stack in a URN as `project/stack`; undefined when it is none. */
export function stackInUrn(urn: string): string | undefined {
  const cuts = cutsOf(urn);
  return cuts && `${urn.slice(cuts.stack + 2, cuts.project)}/${urn.slice(URN_PREFIX.length, cuts.stack)}`;
}

/** The URN of a resource that has no parents. */
export const urnOf = ({ stack, project, type, name }: UrnParts): string =>
  `${URN_PREFIX}${[stack, project, type, name].join(SEPARATOR)}`;

/** What all URNs of a stack begin with. */
export const startOfUrns = ({ stack, project }: Pick<UrnParts, "stack" | "project">): string =>
  `${URN_PREFIX}${stack}${SEPARATOR}${project}${SEPARATOR}`;

/** What follows on that in a URN: all types, those of parents before its own, and the name; undefined where it has not both. */
export function partsOfEnd(end: string): { readonly types: string; readonly name: string } | undefined {
  const cut = end.indexOf(SEPARATOR);
  return cut < 0 ? undefined : { types: end.slice(0, cut), name: end.slice(cut + SEPARATOR.length) };
}

/** What follows on it, from these parts. */
export const endFrom = (types: string, name: string): string => types + SEPARATOR + name;

/** The type of a resource itself, of those that stand in its URN: `my:site:Site$alicloud:ecs/instance:Instance`. */
export const lastOfTypes = (types: string): string => types.slice(types.lastIndexOf("$") + 1);

/** The name in a URN; what is no URN is its own name. */
export const nameOfUrn = (urn: string): string => nameInUrn(urn) ?? urn;

/** What is left of a URN without its stack and project: types and name, as globs over URNs end. */
export function endOfUrn(urn: string): string {
  const project = urn.indexOf(SEPARATOR, urn.indexOf(SEPARATOR) + 2);
  return urn.slice(project + 2);
}

/** No id has more separators in it; each is a place where the URN may end. */
const MOST_IN_ID = 100;

/** The URN in a reference to a provider, which is `urn::id`; `isUrn` tells where it ends when name or id contain `::`. */
export function urnOfReference(reference: string, isUrn: (urn: string) => boolean): string {
  const shortest = cutsOf(reference)?.type ?? reference.length;
  const last = reference.lastIndexOf(SEPARATOR);
  let end = reference.length;
  for (let tries = 0; end > shortest && tries <= MOST_IN_ID; tries++) {
    if (isUrn(reference.slice(0, end))) return reference.slice(0, end);
    end = reference.lastIndexOf(SEPARATOR, end - 1);
  }
  // Where the provider is not shown, do as the engine does: the id follows the last separator.
  return last > shortest ? reference.slice(0, last) : reference;
}
