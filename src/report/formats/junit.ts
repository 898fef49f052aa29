/** Test results as Jenkins, GitLab and others read them: a suite for each domain, a case for each finding and each host in order. */
import { groupBy, numbered } from "../../base/collections";
import { plainLine, plainLines } from "../../base/plain";
import { render, type Language } from "../../messages";
import { failsAt, isExcused, isUnjudged, wantingLimits, type Format, type FormatOptions } from "../format";
import { byDomain } from "../groups";
import { inOrderOf, inOrderText } from "../in-order";
import { asEntities } from "../entities";
import { placeOf } from "../place";
import { aboutText, evidenceLines, excuseText, messageLines } from "../telling";
import type { Report, ReportFinding } from "../types";

interface Case {
  readonly classname: string;
  readonly name: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** In one line, for a case that did not pass. */
  readonly message?: string;
  /** What is wrong, in the words of the report. */
  readonly type?: string;
  readonly lines: readonly string[];
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** What fails is what makes the command fail; what is excused or cannot be told is skipped, other findings are said. */
export const junit: Format = (report, options) => {
  const suites = suitesOf(report, options);
  const all = suites.flatMap(({ cases }) => cases);
  const failures = all.filter(({ outcome }) => outcome === "failed").length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: report.tool.name, tests: all.length, failures, errors: 0 })}>`,
    ...suites.flatMap((suite) => suiteLines(suite, report)),
    "</testsuites>",
    "",
  ].join("\n");
};

function suitesOf(report: Report, options: FormatOptions): Suite[] {
  const { language } = options;
  const found = new Map(byDomain(report.findings));
  const inOrder = groupBy(inOrderOf(report), ({ apex }) => apex.apex);
  const domains = new Set([
    ...report.apexes.map(({ apex }) => apex),
    ...[...found.keys()].filter((key) => key !== undefined),
  ]);
  const suites = [...domains].map((domain) => ({
    name: domain,
    cases: distinct([
      ...(found.get(domain) ?? []).map((finding) => caseOf(finding, report, options)),
      ...(inOrder.get(domain) ?? []).map((one): Case => ({
        classname: "filing",
        name: inOrderText(one, report, language),
        outcome: "passed",
        lines: [],
      })),
    ]),
  }));
  const others = (found.get(undefined) ?? []).map((finding) => caseOf(finding, report, options));
  const filled = suites.filter(({ cases }) => cases.length > 0);
  const isEmpty = others.length === 0 && filled.length === 0;
  const last = [
    // A file without a case is taken for a run that failed.
    ...(isEmpty ? [isUnjudged(report) ? skipped(render(language, "report.nothing-judged")) : clean(language)] : []),
    ...wantingLimits(report).map(({ message }) => skipped(message)),
    ...others,
  ];
  if (last.length === 0) return filled;
  return [...filled, { name: render(language, "report.no-apex"), cases: distinct(last) }];
}

const clean = (language: Language): Case => ({
  classname: "filing",
  name: render(language, "report.clean"),
  outcome: "passed",
  lines: [],
});

const skipped = (message: string): Case => ({
  classname: "filing",
  name: message,
  outcome: "skipped",
  message,
  lines: [],
});

function caseOf(finding: ReportFinding, report: Report, { language, failOn }: FormatOptions): Case {
  const outcome = failsAt(finding, failOn)
    ? "failed"
    : isExcused(finding) || finding.verdict === "undetermined"
      ? "skipped"
      : "passed";
  const excuse = excuseText(finding, language);
  const place = placeOf(finding);
  return {
    classname: finding.rule,
    name: aboutText(finding, report, language),
    outcome,
    message: excuse ?? finding.message,
    type: render(language, `report.${finding.verdict}`),
    lines: [
      ...(place === undefined ? [] : [place]),
      ...messageLines(finding, report, language),
      ...evidenceLines(finding, report, language),
    ],
  };
}

/** Cases of one class and name are told apart by a number: readers take them for one. */
const distinct = (cases: readonly Case[]): Case[] =>
  numbered(cases, ({ classname, name }) => `${classname} ${name}`).map(({ item, nth }) =>
    nth === 1 ? item : { ...item, name: `${item.name} (${nth})` },
  );

function suiteLines({ name, cases }: Suite, report: Report): string[] {
  const count = (outcome: Case["outcome"]): number => cases.filter((one) => one.outcome === outcome).length;
  const { tool, now, register } = report;
  const counts = { tests: cases.length, failures: count("failed"), errors: 0, skipped: count("skipped") };
  const properties = {
    version: tool.version,
    dataAsOf: tool.dataAsOf,
    now,
    ...(register.file === null ? {} : { register: register.file }),
  };
  return [
    `  <testsuite${attributes({ name, ...counts })}>`,
    "    <properties>",
    ...Object.entries(properties).map(([key, value]) => `      <property${attributes({ name: key, value })}/>`),
    "    </properties>",
    ...cases.flatMap(caseLines),
    "  </testsuite>",
  ];
}

function caseLines({ classname, name, outcome, message = "", type = "", lines }: Case): string[] {
  const open = `    <testcase${attributes({ classname, name })}`;
  const says = xml(plainLines(lines.join("\n")));
  if (outcome === "failed") {
    return [`${open}>`, `      <failure${attributes({ type, message })}>${says}</failure>`, "    </testcase>"];
  }
  const reason = outcome === "skipped" ? [`      <skipped${attributes({ message })}/>`] : [];
  const output = lines.length > 0 ? [`      <system-out>${says}</system-out>`] : [];
  return reason.length + output.length > 0 ? [`${open}>`, ...reason, ...output, "    </testcase>"] : [`${open}/>`];
}

const attributes = (all: Readonly<Record<string, string | number>>): string =>
  Object.entries(all)
    .map(([name, value]) => ` ${name}="${xml(plainLine(String(value)))}"`)
    .join("");

/** Text of XML 1.0, which cannot hold these two characters at all. Others of their kind are plain by now. */
const xml = (text: string): string => asEntities(text.replace(/[\ufffe\uffff]/g, "\ufffd"));
