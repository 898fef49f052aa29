/** Where a finding is, in words. */
import type { ReportFinding } from "../types";

/** `file:line:column`; the start of the project file stands for not knowing. */
export function positionText({ position }: Pick<ReportFinding, "position">): string | undefined {
  if (!position || (position.file === "Pulumi.yaml" && position.line === 1)) return undefined;
  return `${position.file}:${position.line}`;
}
