import { glob } from "../base/glob";

/** In whose words a user writes who does not write Pulumi's. */
export const TERRAFORM = "terraform";
export type Dialect = typeof TERRAFORM;

/**
 * The parts of a URN that matter; the name may contain `::` as well. Terraform has no URNs: its resources get some of the
 * same form, whose name is the address.
 */
export interface UrnParts {
  /** In whose words the name is; Pulumi's when left out. */
  readonly dialect?: Dialect | undefined;
  readonly stack: string;
  readonly project: string;
  /** The type of the resource itself, without those of its parents. */
  readonly type: string;
  readonly name: string;
}

const PULUMI_PREFIX = "urn:pulumi:";
const TERRAFORM_PREFIX = "urn:terraform:";
const SEPARATOR = "::";

const prefixOf = ({ dialect }: Pick<UrnParts, "dialect">): string => (dialect ? TERRAFORM_PREFIX : PULUMI_PREFIX);

/** Whether a URN is that of a resource whose user writes Terraform. */
export const isOfTerraform = (urn: string): boolean => urn.startsWith(TERRAFORM_PREFIX);

/** Where the stack of a URN begins, and the separators stand that follow its stack, its project and its type. */
interface Cuts {
  readonly start: number;
  readonly stack: number;
  readonly project: number;
  readonly type: number;
}

/** Undefined when it is no URN. */
function cutsOf(urn: string): Cuts | undefined {
  const prefix = [PULUMI_PREFIX, TERRAFORM_PREFIX].find((one) => urn.startsWith(one));
  const stack = urn.indexOf(SEPARATOR);
  const project = urn.indexOf(SEPARATOR, stack + 2);
  const type = urn.indexOf(SEPARATOR, project + 2);
  const isUrn = stack > 0 && project > stack && type > project && urn.length > type + 2;
  return prefix !== undefined && isUrn ? { start: prefix.length, stack, project, type } : undefined;
}

/** The parts of a URN; undefined when it is none. */
export function partsOfUrn(urn: string): UrnParts | undefined {
  const cuts = cutsOf(urn);
  if (!cuts) return undefined;
  const { start, stack, project, type } = cuts;
  return {
    ...(isOfTerraform(urn) && { dialect: TERRAFORM }),
    stack: urn.slice(start, stack),
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
  return cuts && `${urn.slice(cuts.stack + 2, cuts.project)}/${urn.slice(cuts.start, cuts.stack)}`;
}

/** The URN of a resource that has no parents. */
export const urnOf = (parts: UrnParts): string =>
  prefixOf(parts) + [parts.stack, parts.project, parts.type, parts.name].join(SEPARATOR);

/** What all URNs of a stack begin with. */
export const startOfUrns = (parts: Pick<UrnParts, "dialect" | "stack" | "project">): string =>
  prefixOf(parts) + parts.stack + SEPARATOR + parts.project + SEPARATOR;

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

/** What is left of a URN without its stack and project: types and name. */
function endOfUrn(urn: string): string {
  const project = urn.indexOf(SEPARATOR, urn.indexOf(SEPARATOR) + 2);
  return urn.slice(project + 2);
}

/** The keys of instances in an address: `[0]`, `["cn"]`. */
const KEYS = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/gs;

/** The words of an address, without the keys of instances. */
export const wordsOfAddress = (address: string): readonly string[] => address.replace(KEYS, "").split(".");

/** The type that who writes Terraform gives a resource, as its address has it; undefined for one of Pulumi's. */
export const typeInTerraform = (urn: string): string | undefined =>
  isOfTerraform(urn) ? wordsOfAddress(nameOfUrn(urn)).at(-2) : undefined;

/** A glob over resources: over their URNs, and where the user writes Terraform, over addresses as well. */
export function globOverUrns(pattern: string): (urn: string) => boolean {
  const matches = glob(pattern);
  return (urn) => matches(urn) || (isOfTerraform(urn) && matches(nameOfUrn(urn)));
}

/** The glob that means the resource of a URN in whichever stack. */
export const globOfUrn = (urn: string): string => (isOfTerraform(urn) ? nameOfUrn(urn) : `*::${endOfUrn(urn)}`);

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
