/** Fingerprints for tools that take two findings of one fingerprint for one. */
import type { ReportFinding } from "./types";

/** The findings, each with how many of its fingerprint there are up to it: 1 for nearly all. */
export function numbered(findings: readonly ReportFinding[]): { finding: ReportFinding; nth: number }[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const nth = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, nth);
    return { finding, nth };
  });
}
