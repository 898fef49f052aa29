/** What a finding says, in lines of plain text: for tools that show a text as it is. */
import { plainLine } from "../base/plain";
import { render, type Language } from "../messages";
import { joinList, withBrackets, withColon } from "../messages/punctuation";
import { nameOfUrn } from "../names/urn";
import { linkOfRule } from "./links";
import type { Report, ReportFinding, ReportStatement, ReportStep } from "./types";
import { pathText, remedyLines, waiverText } from "./violation";

/** The message, then what to do, with lines to paste. */
export const adviceLines = (finding: ReportFinding, language: Language): string[] => [
  plainLine(finding.message),
  ...remedyLines(finding.remedies, language).map(plainLine),
];

/** The same, and where more is. */
export const messageLines = (finding: ReportFinding, report: Report, language: Language): string[] => [
  ...adviceLines(finding, language),
  withColon(language, render(language, "report.page"), linkFor(finding, report)),
];

/** The address of the page that says more about a finding, in the language of the report. */
export function linkFor({ rule }: ReportFinding, { rules, language }: Report): string {
  return linkOfRule(rules.find(({ id }) => id === rule) ?? { id: rule, page: "" }, language);
}

/** The path, in one line; undefined where there is none. */
export const pathLine = ({ host, path }: ReportFinding, language: Language): string | undefined =>
  path.length > 0 ? plainLine(pathText(host, path, language)) : undefined;

/** A step of the path: how it came to the resource, and which. */
export const stepText = (step: ReportStep, language: Language): string =>
  plainLine(pathText(undefined, [step], language));

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
export const waitsText = ({ waitsFor = [] }: ReportFinding, language: Language): string | undefined =>
  waitsFor.length > 0 ? plainLine(joinList(language, waitsFor.map(nameOfUrn))) : undefined;

/** Why a finding is accepted: its waiver, or that it was there before; undefined where it is open. */
export function excuseText({ waived, waiver, baseline }: ReportFinding, language: Language): string | undefined {
  if (waived && waiver) return waiverText(waiver, language);
  return baseline || waived ? render(language, "report.baseline") : undefined;
}

/** What a finding is about, in as few words as tell it apart: its host, else its domain, and its resource. */
export function aboutText({ host, apex, resource, plan }: ReportFinding, language: Language): string {
  const name = host ?? apex;
  const about = [...(name === undefined ? [] : [name]), ...(resource ? [resource.name] : [])];
  return plainLine(about.length > 0 ? about.join(" → ") : plan === "" ? render(language, "report.no-apex") : plan);
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
