/** The parts of a stack's name: the organisation may stand before it, and the project between the two. */
export interface StackNameParts {
  readonly organization: string | undefined;
  readonly project: string | undefined;
  readonly stack: string;
}

/** The parts of a stack's name, as `stack`, `organisation/stack` or `organisation/project/stack`; undefined where it is none. */
export function partsOfStackName(name: string): StackNameParts | undefined {
  const parts = name.split("/");
  if (parts.length > 3 || parts.includes("")) return undefined;
  const [stack = "", project, organization] = parts.length === 2 ? [parts[1], undefined, parts[0]] : parts.reverse();
  return { organization, project, stack };
}
