/** What changed from one report to the next, for people: what is new or says something else in full, what is gone in a line. */
import { plainLine } from "../../base/plain";
import { joinSome } from "../../messages/join-some";
import { withColon } from "../../messages/punctuation";
import type { Changes } from "../changes";
import { isShown, type FormatOptions } from "../format";
import { resultLines } from "../formats/text";
import { byDomain } from "../groups";
import { aboutText } from "../telling";
import type { Report, ReportFinding } from "../types";
import { domainLines } from "./domain";
import { penOf, type TextPen } from "./pen";

/** So many hosts are named at most. */
const MOST_HOSTS = 10;

/** The changes, then the result; nothing where nobody is to see any of it. */
export function changesText(changes: Changes, report: Report, options: FormatOptions): string {
  const pen = penOf(options);
  const shown = (findings: readonly ReportFinding[]): readonly ReportFinding[] =>
    findings.filter((finding) => isShown(finding, options));
  const [fresh, changed, gone] = [changes.fresh, changes.changed, changes.gone].map(shown);
  const sections = [
    findingLines("report.new-list", fresh ?? [], report, pen),
    findingLines("report.changed-list", changed ?? [], report, pen),
    goneLines(gone ?? [], report, pen),
    ...(options.quiet ? [] : [hostLines(changes, pen), limitLines(changes, pen)]),
  ].filter((lines) => lines.length > 0);
  if (options.quiet && sections.length === 0) return "";
  return [...sections, resultLines(report, pen)].map((lines) => `${lines.join("\n")}\n`).join("\n");
}

function findingLines(
  title: "report.new-list" | "report.changed-list",
  findings: readonly ReportFinding[],
  report: Report,
  pen: TextPen,
): readonly string[] {
  if (findings.length === 0) return [];
  const most = pen.options.max ?? findings.length;
  const left = findings.length - most;
  return [
    pen.colours.bold(pen.say(title)),
    ...byDomain(findings.slice(0, most)).flatMap(([apex, some]) => ["", ...domainLines(apex, some, report, pen)]),
    ...(left > 0 ? ["", `  ${pen.say("report.more-findings", { n: left })}`] : []),
  ];
}

function goneLines(
  findings: readonly ReportFinding[],
  report: Report,
  { say, block, colours, options }: TextPen,
): readonly string[] {
  if (findings.length === 0) return [];
  const line = (finding: ReportFinding): readonly string[] =>
    block(withColon(options.language, finding.rule, aboutText(finding, report, options.language)), 2, undefined, 2);
  const most = options.max ?? findings.length;
  const left = findings.length - most;
  return [
    colours.bold(say("report.gone-list")),
    ...findings.slice(0, most).flatMap(line),
    ...(left > 0 ? [`  ${say("report.more-findings", { n: left })}`] : []),
  ];
}

function hostLines({ hosts }: Changes, { say, block, options }: TextPen): readonly string[] {
  const named = (all: readonly string[]): string => joinSome(options.language, all.map(plainLine), MOST_HOSTS);
  return [
    ...(hosts.fresh.length > 0 ? block(say("report.hosts-new", { hosts: named(hosts.fresh) }), 0, undefined, 2) : []),
    ...(hosts.gone.length > 0 ? block(say("report.hosts-gone", { hosts: named(hosts.gone) }), 0, undefined, 2) : []),
  ];
}

function limitLines({ limits }: Changes, { say, block, colours }: TextPen): readonly string[] {
  const lines = (title: "report.limits" | "report.limits-gone", all: Changes["limits"]["fresh"]): readonly string[] =>
    all.length === 0
      ? []
      : [colours.bold(say(title)), ...all.flatMap(({ message }) => block(message, 2, colours.yellow, 2))];
  return [...lines("report.limits", limits.fresh), ...lines("report.limits-gone", limits.gone)];
}
