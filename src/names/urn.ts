/** The parts of a URN that matter; the name may contain `::` as well. */
export interface UrnParts {
  readonly stack: string;
  readonly project: string;
  readonly name: string;
}

const URN_PREFIX = "urn:pulumi:";

/** The parts of a URN; undefined when it is none. */
export function partsOfUrn(urn: string): UrnParts | undefined {
  const stack = urn.indexOf("::");
  const project = urn.indexOf("::", stack + 2);
  const type = urn.indexOf("::", project + 2);
  const isUrn = urn.startsWith(URN_PREFIX) && stack > 0 && project > stack && type > project && urn.length > type + 2;
  if (!isUrn) return undefined;
  return {
    stack: urn.slice(URN_PREFIX.length, stack),
    project: urn.slice(stack + 2, project),
    name: urn.slice(type + 2),
  };
}
