/** A report of GitLab's Code Quality: what a merge request shows beside its changes. */
import { plainLine } from "../../base/plain";
import { numbered } from "../fingerprints";
import { isExcused, type Format } from "../format";
import { jsonText } from "../json-text";
import { spotOf } from "../place";
import { severityOf, type Severity } from "../severity";

/** Nothing is a `blocker`: whether findings block is for the exit code to say. */
const SEVERITY: Readonly<Record<Severity, "critical" | "major" | "minor">> = {
  error: "critical",
  warning: "major",
  note: "minor",
};

/** All open findings. GitLab shows of each fingerprint one, so that none is in the file twice. */
export const gitlab: Format = ({ findings }) => {
  const issues = numbered(findings.filter((finding) => !isExcused(finding))).map(({ finding, nth }) => {
    const { file, line } = spotOf(finding);
    return {
      description: plainLine(finding.message),
      check_name: finding.rule,
      fingerprint: nth === 1 ? finding.fingerprint : `${finding.fingerprint}-${nth}`,
      severity: SEVERITY[severityOf(finding)],
      location: { path: plainLine(file), lines: { begin: line } },
    };
  });
  return jsonText(issues, "gitlab");
};
