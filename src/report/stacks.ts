/** In which stacks things are: that is told where several plans were judged together, and of paths where they cross. */
import type { Language } from "../messages";
import { withBrackets } from "../messages/punctuation";
import { nameOfUrn, stackInUrn } from "../names/urn";
import type { Report, ReportFinding } from "./types";

/** Whether there are several plans, so that each thing has to be told apart by its own. */
export const areSeveral = ({ plans }: Pick<Report, "plans">): boolean => plans.length > 1;

/** The plan of a finding, where it is to be told; what is about all together has none. */
export const planToTell = ({ plan }: Pick<ReportFinding, "plan">, report: Pick<Report, "plans">): string | undefined =>
  areSeveral(report) && plan !== "" ? plan : undefined;

/** The stack of a finding: that of its plan, which has a number behind it where two plans would have the same id. */
export const stackOfFinding = ({ plan }: Pick<ReportFinding, "plan">): string => plan.replace(/#\d+$/, "");

/** The stack of each step, where it is another one than that of the step before; of the first, than that of its finding. */
export function crossings(path: readonly { readonly urn: string }[], from: string): readonly (string | undefined)[] {
  let before = from;
  return path.map(({ urn }) => {
    const stack = stackInUrn(urn);
    if (stack === undefined || stack === before) return undefined;
    before = stack;
    return stack;
  });
}

/** The name in a URN, with its stack where that is another one. */
export function nameFrom(stack: string, urn: string, language: Language): string {
  const own = stackInUrn(urn);
  return own === undefined || own === stack ? nameOfUrn(urn) : withBrackets(language, nameOfUrn(urn), own);
}

/** The name in a URN, with its stack where there are several plans. */
export const nameAmong = (report: Pick<Report, "plans">, urn: string, language: Language): string =>
  areSeveral(report) ? nameFrom("", urn, language) : nameOfUrn(urn);
