/** Findings by domain. */
import { groupBy } from "../base/collections";
import type { ReportFinding } from "./types";

/** By domain, in the order of the report; what has no domain comes last. */
export function byDomain(findings: readonly ReportFinding[]): [string | undefined, ReportFinding[]][] {
  const groups = groupBy(findings, ({ apex }) => apex);
  const isLast = ([apex]: readonly [string | undefined, unknown]): number => (apex === undefined ? 1 : 0);
  return [...groups].sort((a, b) => isLast(a) - isLast(b));
}
