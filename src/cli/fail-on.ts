/** What makes a run fail: findings from a threshold on, and plans that do not show enough to be judged. */
import { FAIL_ON, failsAt, isWanting, type FailOn } from "../report";
import type { Report } from "../report/types";
import { choice } from "./errors";

/** A plan that hides unchanged resources, or has none of Alibaba Cloud. */
export const INCOMPLETE = "incomplete";

export interface FailingFrom {
  readonly from: FailOn;
  readonly incomplete: boolean;
}

/** Reads what `--fail-on` was given; of several thresholds the last one counts. Throws an `InputError`. */
export async function thresholdOf(given: readonly string[]): Promise<FailingFrom> {
  const all = await Promise.all(given.map((one) => choice("--fail-on", one, [...FAIL_ON, INCOMPLETE] as const)));
  const from = all.filter((one) => one !== INCOMPLETE).at(-1) ?? "mandatory";
  return { from, incomplete: all.includes(INCOMPLETE) };
}

/** Whether a report fails. */
export const isFailed = (report: Report, { from, incomplete }: FailingFrom): boolean =>
  report.findings.some((finding) => failsAt(finding, from)) || (incomplete && isWanting(report));
