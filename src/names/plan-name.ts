/** A plan as a user names it: a file, with or without a name that the plan does not tell itself. */
export interface NamedPlanFile {
  /** The file, or `-` for standard input. */
  readonly file: string;
  /** What the plan is to be called; undefined where the user does not say. */
  readonly project?: string | undefined;
  readonly stack?: string | undefined;
}

const NAMED = /^(\w[\w.-]*)(?:\/(\w[\w.-]*))?=(.+)$/s;

/** Takes `project=FILE` and `project/stack=FILE` apart; anything else is a file, so that `./a=b.json` is one as well. */
export function namedPlanFile(given: string): NamedPlanFile {
  const [, project, stack, file] = NAMED.exec(given) ?? [];
  return file === undefined ? { file: given } : { file, project, stack };
}

/** The file of a plan as a user names it, or `-` for standard input. */
export const fileOfPlan = (given: string): string => namedPlanFile(given).file;
