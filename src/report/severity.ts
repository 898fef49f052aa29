/** How heavy a finding is, for tools that know three weights. */
import type { ReportFinding, ReportRule } from "./types";

export type Severity = "error" | "warning" | "note";

/**
 * A violation of a mandatory rule is an error. Of an advisory one it is a warning, and so is what a mandatory rule cannot
 * tell; what an advisory rule cannot tell is a note.
 */
export function severityOf({ verdict, level }: Pick<ReportFinding, "verdict" | "level">): Severity {
  if (level === "mandatory") return verdict === "violation" ? "error" : "warning";
  return verdict === "violation" ? "warning" : "note";
}

/** What a violation of a rule is, unless a register or configuration makes something else of it. */
export const severityOfRule = ({ level }: Pick<ReportRule, "level">): Severity =>
  severityOf({ verdict: "violation", level });
