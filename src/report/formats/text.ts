/** The report for people: findings by domain, then what was judged, so that a zero explains itself. */
import { plainLine } from "../../base/plain";
import { createColors } from "picocolors";
import { render, type MessageId, type Params } from "../../messages";
import { joinList, withColon, withSemicolon } from "../../messages/punctuation";
import { isExcused, isShown, type Format, type FormatOptions } from "../format";
import { nameOfUrn } from "../../names/urn";
import { byDomain } from "../groups";
import { placeOf } from "../place";
import type { Report, ReportFinding } from "../types";
import { paragraphsOf, pathText } from "../violation";
import { wrap } from "../wrap";

type Colours = ReturnType<typeof createColors>;
type Paint = (line: string) => string;
type Labelled = (label: MessageId, value: string, paint?: Paint) => string[];

/** Everything that is needed to write one report. */
interface Pen {
  readonly options: FormatOptions;
  readonly colours: Colours;
  readonly say: (id: MessageId, params?: Params) => string;
  /** A text, wrapped, at an indent; further lines are indented by `hang` more. */
  readonly block: (text: string, indent: number, paint?: Paint, hang?: number) => string[];
}

export const text: Format = (report, options) => {
  const pen = penOf(options);
  const shown = report.findings.filter((finding) => isShown(finding, options));
  if (options.quiet && shown.length === 0) return "";
  const sections = [
    ...byDomain(shown).map(([apex, findings]) => groupLines(apex, findings, report, pen)),
    ...(options.quiet ? [] : [limitLines(report, pen), satisfiedLines(report, pen)]),
    summaryLines(report, shown, pen),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
};

function penOf(options: FormatOptions): Pen {
  return {
    options,
    colours: createColors(options.colour),
    say: (id, params) => render(options.language, id, params),
    block: (text, indent, paint = (line) => line, hang = 0) => {
      const lines = wrap(text, Math.max(20, options.width - indent - hang));
      return lines.map((line, at) => " ".repeat(at === 0 ? indent : indent + hang) + paint(line));
    },
  };
}

function groupLines(
  apex: string | undefined,
  findings: readonly ReportFinding[],
  report: Report,
  pen: Pen,
): readonly string[] {
  const explained = new Set<string>();
  return [
    pen.colours.bold(plainLine(apex ?? pen.say("report.no-apex"))),
    ...findings.flatMap((finding) => {
      const ground = finding.statements[0] ?? finding.rule;
      const first = !explained.has(ground);
      explained.add(ground);
      return findingLines(finding, report, pen, first);
    }),
  ];
}

/** A finding. The fact that it rests on is said once in each group. */
function findingLines(finding: ReportFinding, report: Report, pen: Pen, explain: boolean): readonly string[] {
  const { colours, say, block, options } = pen;
  const labelled: Labelled = (label, value, paint) =>
    value === "" ? [] : block(withColon(options.language, say(label), value), 4, paint, 2);
  const path = finding.path.length > 0 ? pathText(finding.host, finding.path, options.language) : "";
  const waits = joinList(options.language, (finding.waitsFor ?? []).map(nameOfUrn));
  return [
    headLine(finding, report, pen),
    ...block(finding.message, 4),
    ...waivedLines(finding, pen),
    ...labelled("report.path", path, colours.dim),
    ...labelled("report.waits", waits),
    ...(explain ? reasonLines(finding, report, labelled, colours.dim) : []),
    ...paragraphsOf(finding.remedies, options.language).flatMap(({ text: says, snippet }, at) => [
      ...(at === 0 ? labelled("report.fix", says) : block(says, 6)),
      // Lines to paste are never broken.
      ...snippet.map((line) => `        ${plainLine(line)}`),
    ]),
  ];
}

/** `violation mandatory icp-dns-record index.ts:12` */
function headLine(finding: ReportFinding, report: Report, { colours, say }: Pen): string {
  const paint = isExcused(finding) ? colours.dim : finding.verdict === "violation" ? colours.red : colours.yellow;
  const place = placeOf(finding);
  const plan = report.plans.length > 1 && finding.plan !== "" ? [colours.dim(plainLine(finding.plan))] : [];
  return `  ${[
    paint(say(`report.${finding.verdict}`)),
    say(`report.${finding.level}`),
    finding.rule,
    ...(place === undefined ? [] : [place]),
    ...plan,
  ].join("  ")}`;
}

/** The statement a rule rests on, and the page that says more. */
function reasonLines(
  { statements, rule }: ReportFinding,
  { rules }: Report,
  labelled: Labelled,
  paint: Paint,
): string[] {
  const spoke = rules.find(({ id }) => id === rule);
  if (!spoke) return [];
  const fact = spoke.statements.find(({ id }) => id === statements[0]);
  return fact
    ? labelled("report.why", `${fact.text} (${fact.id}); ${spoke.page}`, paint)
    : labelled("report.page", spoke.page, paint);
}

function waivedLines({ waiver }: ReportFinding, { say, block, colours }: Pen): readonly string[] {
  if (!waiver) return [];
  const { until, reason, owner } = waiver;
  const says =
    owner === null ? say("report.waived-unowned", { until, reason }) : say("report.waived", { until, reason, owner });
  return block(says, 4, colours.dim);
}

function limitLines(report: Report, { colours, say, block }: Pen): readonly string[] {
  if (report.limits.length === 0) return [];
  return [
    colours.bold(say("report.limits")),
    ...report.limits.flatMap(({ message }) => block(message, 2, colours.yellow, 2)),
  ];
}

function satisfiedLines({ satisfied = [] }: Report, { options, colours, say, block }: Pen): readonly string[] {
  if (!options.show.satisfied || satisfied.length === 0) return [];
  const about = ({ host, apex, urn }: (typeof satisfied)[number]): string => host ?? apex ?? urn ?? "";
  return [
    colours.bold(say("report.satisfied-list")),
    ...satisfied.flatMap((one) => block(`${one.rule} ${about(one)}`, 2, undefined, 2)),
  ];
}

/** What was read and judged, by which register, and the result. */
function summaryLines(report: Report, shown: readonly ReportFinding[], pen: Pen): readonly string[] {
  const { say, block, colours, options } = pen;
  const { judgements, findings, apexes, hosts, rules } = report.summary;
  const result = say("report.result", {
    mandatory: findings.mandatory,
    advisory: findings.advisory,
    waived: findings.waived,
  });
  const paint = findings.mandatory > 0 ? colours.red : findings.advisory > 0 ? colours.yellow : colours.green;
  if (options.quiet) return block(result, 0, paint);
  const sum = (count: "resources" | "alicloudResources"): number =>
    report.plans.reduce((total, plan) => total + plan[count], 0);
  const read = say("report.summary", {
    ...judgements,
    resources: sum("resources"),
    alicloud: sum("alicloudResources"),
    hosts,
    apexes,
    rules,
  });
  const { file, asOf } = report.register;
  const register =
    report.register.found && file !== null && asOf !== null
      ? say("report.register", { file, asOf })
      : say("report.register-none");
  return [
    ...(shown.some((finding) => !isExcused(finding)) ? [] : [say("report.clean")]),
    ...block(withSemicolon(options.language, read, register), 0, colours.dim),
    ...block(result, 0, paint),
  ];
}
