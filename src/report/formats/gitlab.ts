/** A report of GitLab's Code Quality: what a merge request shows beside its changes. */
import { numbered } from "../../base/collections";
import { plainLine } from "../../base/plain";
import { isExcused, type Format } from "../format";
import { jsonText } from "../json-text";
import { spotOf } from "../place";
import { messageLines } from "../telling";
import { severityOf, type Severity } from "../severity";

/** Nothing is a `blocker`: whether findings block is for the exit code to say. */
const SEVERITY: Readonly<Record<Severity, "critical" | "major" | "minor">> = {
  error: "critical",
  warning: "major",
  note: "minor",
};

/** All open findings. GitLab shows of each fingerprint one, so that none is in the file twice. */
export const gitlab: Format = (report, { language }) => {
  const { findings } = report;
  const open = findings.filter((finding) => !isExcused(finding));
  const issues = numbered(open, ({ fingerprint }) => fingerprint).map(({ item: finding, nth }) => {
    const { file, line } = spotOf(finding);
    return {
      description: plainLine(finding.message),
      content: { body: messageLines(finding, report, language).join("\n\n") },
      check_name: finding.rule,
      fingerprint: nth === 1 ? finding.fingerprint : `${finding.fingerprint}-${nth}`,
      severity: SEVERITY[severityOf(finding)],
      location: { path: plainLine(file), lines: { begin: line } },
    };
  });
  return jsonText(issues, "gitlab");
};
