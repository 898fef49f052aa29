/** What a finding says, in lines of plain text: for tools that show a text as it is. */
import { plainLine } from "../base/plain";
import { render, type Language } from "../messages";
import { withBrackets, withColon } from "../messages/punctuation";
import { linkOfRule } from "./links";
import { planToTell, stackOfFinding } from "./stacks";
import type { Report, ReportFinding, ReportStatement, ReportVerified } from "./types";
import { pathText, remedyLines, stepTexts, waitsIn, waiverText } from "./violation";

/** The message, then what to do, with lines to paste. */
export const adviceLines = (finding: ReportFinding, language: Language): string[] => [
  plainLine(finding.message),
  ...remedyLines(finding.remedies, language).map(plainLine),
];

/** The same, and where more is. */
export const messageLines = (finding: ReportFinding, report: Report, language: Language): string[] => [
  ...adviceLines(finding, language),
  ...planLines(finding, report, language),
  withColon(language, render(language, "report.page"), linkFor(finding, report)),
];

/** What the cloud said of a filing, and when; undefined where nobody asked. */
export const verifiedNote = (verified: ReportVerified | undefined, language: Language): string | undefined =>
  verified &&
  plainLine(
    render(language, verified.filed ? "report.verified" : "report.denied", {
      operation: verified.operation,
      on: verified.on,
    }),
  );

/** The plan of a finding, where there are several. */
export function planLines(finding: ReportFinding, report: Report, language: Language): string[] {
  const plan = planToTell(finding, report);
  return plan === undefined ? [] : [plainLine(withColon(language, render(language, "report.plan"), plan))];
}

/** The address of the page that says more about a finding, in the language of the report. */
export function linkFor({ rule }: ReportFinding, { rules, language }: Report): string {
  return linkOfRule(rules.find(({ id }) => id === rule) ?? { id: rule, page: "" }, language);
}

/** The path, in one line; undefined where there is none. */
export const pathLine = (finding: ReportFinding, language: Language): string | undefined =>
  finding.path.length > 0
    ? plainLine(pathText(finding.host, finding.path, stackOfFinding(finding), language))
    : undefined;

/** The steps of the path: how each came to its resource, and which that is. */
export const stepLines = (finding: ReportFinding, language: Language): readonly string[] =>
  stepTexts(finding.path, stackOfFinding(finding), language).map(plainLine);

/** The statement that a finding rests on; undefined where there is none. */
export function factOf(finding: ReportFinding, { rules }: Report): ReportStatement | undefined {
  const statements = rules.find(({ id }) => id === finding.rule)?.statements ?? [];
  return statements.find(({ id }) => id === finding.statements[0]);
}

/** The same in words, with its id. */
export function factText(finding: ReportFinding, report: Report, language: Language): string | undefined {
  const fact = factOf(finding, report);
  return fact && plainLine(withBrackets(language, fact.text, fact.id));
}

/** What an unknown value waits for; undefined where it waits for nothing. */
export function waitsText(finding: ReportFinding, language: Language): string | undefined {
  const { waitsFor = [], alsoWaitsFor } = finding;
  const waits = waitsIn(waitsFor, stackOfFinding(finding), language, alsoWaitsFor);
  return waits === "" ? undefined : plainLine(waits);
}

/** Why a finding is accepted: its waiver, or that it was there before; undefined where it is open. */
export function excuseText({ waived, waiver, baseline }: ReportFinding, language: Language): string | undefined {
  if (waived && waiver) return waiverText(waiver, language);
  return baseline || waived ? render(language, "report.baseline") : undefined;
}

/** What a finding is about, in as few words as tell it apart: its host, else its domain, its resource, and its plan. */
export function aboutText(finding: ReportFinding, report: Report, language: Language): string {
  const { host, apex, resource, plan } = finding;
  const name = host ?? apex;
  const about = [...(name === undefined ? [] : [name]), ...(resource ? [resource.name] : [])].join(" → ");
  if (about === "") return plainLine(plan === "" ? render(language, "report.no-apex") : plan);
  const told = planToTell(finding, report);
  return plainLine(told === undefined ? about : withBrackets(language, about, told));
}

/** The same, with each label: path, what it waits for, and the fact. */
export function evidenceLines(finding: ReportFinding, report: Report, language: Language): string[] {
  const labelled = (label: "path" | "waits" | "why", text: string | undefined): string[] =>
    text === undefined ? [] : [withColon(language, render(language, `report.${label}`), text)];
  return [
    ...labelled("path", pathLine(finding, language)),
    ...labelled("waits", waitsText(finding, language)),
    ...labelled("why", factText(finding, report, language)),
  ];
}
