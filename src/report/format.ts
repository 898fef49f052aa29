/** What all formats share: what they are given, and which findings make the command fail. */
import type { Language } from "../messages";
import { UNSEEN_NOTES } from "../plan/notes";
import type { Report, ReportFinding, ReportLimit } from "./types";

/**
 * From which findings on the command fails. Each includes the one before: `mandatory` findings; `undetermined`, whatever
 * their level; `advisory`, every finding; `never` none.
 */
export const FAIL_ON = ["mandatory", "undetermined", "advisory", "never"] as const;
export type FailOn = (typeof FAIL_ON)[number];

export interface FormatOptions {
  readonly colour: boolean;
  /** Whether the reader's terminal has links. */
  readonly links?: boolean | undefined;
  /** How many columns a line may have. */
  readonly width: number;
  readonly language: Language;
  /** What is listed besides open findings. */
  readonly show: { readonly satisfied: boolean; readonly waived: boolean };
  /** Only the findings at or above `failOn`, and nothing at all when there are none. */
  readonly quiet: boolean;
  readonly failOn: FailOn;
  /** So many findings are shown at most, and how many more there are; all when left out. For formats that people read. */
  readonly max?: number | undefined;
  /** Whether what is cut off is in the summary of the job. */
  readonly summarised?: boolean | undefined;
  /** The folder in which the reader is, from the root of the repository; empty where positions are to be from the root. */
  readonly folder: string;
}

/** Turns a report into the text of a format. Pure: the same report and options give the same text. */
export type Format = (report: Report, options: FormatOptions) => string;

/** Whether a finding is waived or part of the baseline, and so never makes the command fail. */
export const isExcused = (finding: ReportFinding): boolean => finding.waived === true || finding.baseline === true;

/** Whether a finding is at or above a threshold. */
export function failsAt(finding: ReportFinding, failOn: FailOn): boolean {
  if (isExcused(finding)) return false;
  switch (failOn) {
    case "mandatory":
      return finding.level === "mandatory";
    case "undetermined":
      return finding.level === "mandatory" || finding.verdict === "undetermined";
    case "advisory":
      return true;
    case "never":
      return false;
  }
}

/** Whether a finding is listed for people. */
export function isShown(finding: ReportFinding, { quiet, failOn, show }: FormatOptions): boolean {
  if (quiet) return failsAt(finding, failOn === "never" ? "mandatory" : failOn);
  return !isExcused(finding) || show.waived;
}

/** The findings that are listed and not excused. */
export const openOf = ({ findings }: Report, options: FormatOptions): ReportFinding[] =>
  findings.filter((finding) => !isExcused(finding) && isShown(finding, options));

const UNJUDGED: readonly string[] = ["limit.empty", "limit.no-alicloud"];
/** What was not seen of plans that show all their resources. */
const UNSEEN: ReadonlySet<string> = new Set(UNSEEN_NOTES);
const FILING_RULES_LEFT = "limit.filing-rules-left";
const WANTING: ReadonlySet<string> = new Set([
  ...UNJUDGED,
  "limit.incomplete",
  "limit.incomplete-terraform",
  "limit.extract-older",
  "limit.register-empty",
  ...UNSEEN_NOTES,
  FILING_RULES_LEFT,
]);

/** The limits for which a report without findings does not mean that all is well. */
export const wantingLimits = ({ limits }: Report): ReportLimit[] =>
  limits.filter(({ messageId }) => WANTING.has(messageId));

/** Whether filing rules were left out, so that nothing is known to satisfy them. */
export const lacksFilingRules = ({ limits }: Report): boolean =>
  limits.some(({ messageId }) => messageId === FILING_RULES_LEFT);

/** How many plans have nothing of which anything could be said. */
const unjudgedPlans = ({ limits }: Report): number =>
  limits.filter(({ messageId }) => UNJUDGED.includes(messageId)).length;

/** Whether the register alone was judged, without any plan. */
export const isOfRegister = ({ plans, register }: Report): boolean => plans.length === 0 && register.found;

/** Whether nothing could be said of any plan. */
export const isUnjudged = (report: Report): boolean =>
  !isOfRegister(report) && unjudgedPlans(report) === report.plans.length;

/** Whether a plan hides resources or something else, or has nothing of which anything could be said. */
export const isWanting = (report: Report): boolean =>
  unjudgedPlans(report) > 0 ||
  report.plans.some(({ complete }) => !complete) ||
  report.limits.some(({ messageId }) => UNSEEN.has(messageId));
