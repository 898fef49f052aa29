/** Annotations of GitHub Actions: commands to the log, which put findings beside the lines of a pull request. */
import { plainLine } from "../../base/plain";
import { render, type Language } from "../../messages";
import { joinSentences, sentence, withSemicolon } from "../../messages/punctuation";
import { openOf, wantingLimits, type Format } from "../format";
import { spotOf } from "../place";
import { excusedText, resultText } from "../result";
import { severityOf, type Severity } from "../severity";
import { messageLines } from "../telling";
import type { Report, ReportFinding } from "../types";

const COMMAND: Readonly<Record<Severity, string>> = {
  error: "::error",
  warning: "::warning",
  note: "::notice",
};

/** GitHub shows so many of each kind for a step, and none of the others. */
const MOST = 10;

/**
 * What makes the report wanting, then the open findings, in the order of the report, as many as GitHub shows; then what is
 * not among them, and the result.
 */
export const github: Format = (report, options) => {
  const open = openOf(report, options);
  if (options.quiet && open.length === 0) return "";
  const { language, summarised = false } = options;
  const wanting = options.quiet ? [] : wantingLimits(report).slice(0, MOST);
  const warnings = MOST - wanting.length;
  const excused = excusedText(report, language);
  const all = chosenOf(open, warnings, MOST);
  // What is left out is said in a notice, which is one of the ten.
  const chosen = excused === undefined && all.length === open.length ? all : chosenOf(open, warnings, MOST - 1);
  const last = lastNotice(open.length - chosen.length, excused, summarised, language);
  return [
    ...wanting.map(({ message }) => command(COMMAND.warning, { title: "alicloud-icp" }, [plainLine(message)])),
    ...chosen.map((finding) => annotation(finding, report, language)),
    ...last,
    resultText(report, language),
  ]
    .map((line) => `${line}\n`)
    .join("");
};

/** As many of each kind as are shown. */
function chosenOf(findings: readonly ReportFinding[], warnings: number, notices: number): ReportFinding[] {
  const left: Record<Severity, number> = { error: MOST, warning: warnings, note: notices };
  return findings.filter((finding) => left[severityOf(finding)]-- > 0);
}

function annotation(finding: ReportFinding, report: Report, language: Language): string {
  const { file, line, column } = spotOf(finding);
  const title = report.rules.find(({ id }) => id === finding.rule)?.title;
  return command(
    COMMAND[severityOf(finding)],
    { file, line, col: column, title: title === undefined ? finding.rule : `${finding.rule}: ${title}` },
    messageLines(finding, report, language),
  );
}

function lastNotice(cut: number, excused: string | undefined, summarised: boolean, language: Language): string[] {
  const capped = render(language, "limit.capped", { count: cut });
  const says = [
    ...(cut > 0 ? [summarised ? withSemicolon(language, capped, render(language, "report.job-summary")) : capped] : []),
    ...(excused === undefined ? [] : [excused]),
  ].map((text) => sentence(language, text));
  return says.length > 0 ? [command(COMMAND.note, { title: "alicloud-icp" }, [joinSentences(language, says)])] : [];
}

/** A command in one line: what would end it or a property is escaped. */
function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  lines: readonly string[],
): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(plainLine(String(value)))}`);
  return `${name} ${given.join(",")}::${lines.map(escaped).join("%0A")}`;
}

const escaped = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapedProperty = (text: string): string => escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
