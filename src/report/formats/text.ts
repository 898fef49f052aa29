/** The report for people: a block for each domain, then what was judged, so that a zero explains itself. */
import { joinList, withColon, withSemicolon } from "../../messages/punctuation";
import { isExcused, isShown, isOfRegister, isUnjudged, type Format } from "../format";
import { byDomain } from "../groups";
import { inOrderOf, inOrderText } from "../in-order";
import { nameOfUrn } from "../../names/urn";
import { resultText } from "../result";
import { aboutText, excuseText } from "../telling";
import { penOf, type TextPen } from "../text/pen";
import { domainLines } from "../text/domain";
import { registerSections } from "../text/register";
import type { Report, ReportFinding } from "../types";

export const text: Format = (report, options) => {
  const pen = penOf(options);
  const shown = report.findings.filter((finding) => isShown(finding, options));
  if (options.quiet && shown.length === 0) return "";
  const domains = atMost(byDomain(shown), options.max ?? shown.length);
  const left = domains.reduce((count, [, findings]) => count - findings.length, shown.length);
  const sections = [
    ...(isOfRegister(report) && !options.quiet ? registerSections(report, pen) : []),
    ...domains.map(([apex, findings]) => domainLines(apex, findings, report, pen)),
    left > 0 ? [pen.colours.bold(pen.say("report.more-findings", { n: left }))] : [],
    ...(options.quiet ? [] : [waivedLines(report, pen), limitLines(report, pen), inOrderLines(report, pen)]),
    lastLines(report, shown, pen),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
};

/** The result, in the colour of its heaviest finding. */
export function resultLines(report: Report, { colours, options, block }: TextPen): readonly string[] {
  const { findings } = report.summary;
  const paint = findings.mandatory > 0 ? colours.red : findings.advisory > 0 ? colours.yellow : colours.green;
  return block(resultText(report, options.language), 0, (line) => colours.bold(paint(line)));
}

type Domain = [string | undefined, ReportFinding[]];

/** The first findings, by domain. */
function atMost(domains: readonly Domain[], most: number): Domain[] {
  let room = most;
  return domains.flatMap(([apex, findings]): Domain[] => {
    const some = findings.slice(0, room);
    room -= some.length;
    return some.length > 0 ? [[apex, some]] : [];
  });
}

/** What is waived, a line each, where it is not told in full. What was accepted before is only counted. */
function waivedLines(report: Report, { options, colours, say, block }: TextPen): readonly string[] {
  const waived = options.show.waived ? [] : report.findings.filter((finding) => finding.waived === true);
  if (waived.length === 0) return [];
  const shown = waived.slice(0, options.max ?? waived.length);
  const left = waived.length - shown.length;
  return [
    colours.bold(say("report.waived-list")),
    ...shown.flatMap((finding) => {
      const about = `${finding.rule} ${aboutText(finding, report, options.language)}`;
      return block(withColon(options.language, about, excuseText(finding, options.language) ?? ""), 2, colours.dim, 2);
    }),
    ...(left > 0 ? [`  ${say("report.more-findings", { n: left })}`] : []),
  ];
}

function limitLines({ limits }: Report, { colours, say, block }: TextPen): readonly string[] {
  if (limits.length === 0) return [];
  return [colours.bold(say("report.limits")), ...limits.flatMap(({ message }) => block(message, 2, colours.yellow, 2))];
}

/** The hosts that are in order, and by which number; then what else satisfied a rule. */
function inOrderLines(report: Report, { options, colours, say, block }: TextPen): readonly string[] {
  const { satisfied = [] } = report;
  if (!options.show.satisfied) return [];
  const hosts = inOrderOf(report).map((one) => inOrderText(one, report, options.language));
  const others = new Map<string, Set<string>>();
  for (const { rule, host, apex, urn } of satisfied) {
    const about = host ?? apex ?? (urn === undefined ? undefined : nameOfUrn(urn));
    if (about !== undefined) others.set(rule, (others.get(rule) ?? new Set()).add(about));
  }
  const rules = [...others].map(([rule, about]) =>
    withColon(options.language, rule, joinList(options.language, [...about])),
  );
  if (hosts.length + rules.length === 0) return [];
  return [
    ...(hosts.length > 0 ? [colours.bold(say("report.in-order-list"))] : []),
    ...hosts.flatMap((line) => block(line, 2, undefined, 2)),
    ...(rules.length > 0 ? [colours.bold(say("report.satisfied-list"))] : []),
    ...rules.flatMap((line) => block(line, 2, colours.dim, 2)),
  ];
}

/** What was read and judged, by which register, the result, what to do next, and by what it was judged when. */
function lastLines(report: Report, shown: readonly ReportFinding[], pen: TextPen): readonly string[] {
  const { say, block, colours, options } = pen;
  const result = resultLines(report, pen);
  if (options.quiet) return result;
  const open = shown.some((finding) => !isExcused(finding));
  const { tool, now } = report;
  const written = say("report.written", { tool: tool.name, version: tool.version, now, asOf: tool.dataAsOf });
  return [
    ...(open ? [] : cleanLines(report, pen)),
    ...block(judgedText(report, pen), 0, colours.dim),
    ...result,
    ...nextLines(report, open, pen),
    ...block(written, 0, colours.dim),
  ];
}

/** That nothing is to be said: because all is in order, or because nothing could be looked at. */
function cleanLines(report: Report, { say, block, options }: TextPen): readonly string[] {
  if (isUnjudged(report)) return [say("report.nothing-judged")];
  if (isOfRegister(report)) return block(say("register.clean"), 0);
  const count = new Set(inOrderOf(report).map(({ exposure }) => exposure.host)).size;
  if (count === 0 || options.show.satisfied) return [say("report.clean")];
  return block(say("report.clean-hosts", { count }), 0);
}

/** What was judged, and by which register. */
function judgedText(report: Report, pen: TextPen): string {
  const { register, summary } = report;
  if (!isOfRegister(report))
    return withSemicolon(pen.options.language, summaryText(report, pen), registerText(report, pen));
  const servers = register.filings.reduce((sum, filing) => sum + filing.servers.length, 0);
  const counts = { filings: register.filings.length, servers, rules: summary.rules };
  const from = { file: register.file ?? "", asOf: register.asOf ?? "" };
  return pen.say("register.summary", { ...summary.judgements, ...counts, ...from });
}

function summaryText(report: Report, { say }: TextPen): string {
  const { judgements, apexes, hosts, rules } = report.summary;
  const sum = (count: "resources" | "alicloudResources"): number =>
    report.plans.reduce((total, plan) => total + plan[count], 0);
  const resources = { resources: sum("resources"), alicloud: sum("alicloudResources") };
  return say("report.summary", { ...judgements, ...resources, hosts, apexes, rules });
}

function registerText({ register: { found, file, asOf } }: Report, { say }: TextPen): string {
  return found && file !== null && asOf !== null ? say("report.register", { file, asOf }) : say("report.register-none");
}

/** The command that helps from here: to write a first register, else to read what is behind a rule. */
function nextLines(report: Report, open: boolean, { say, block, colours }: TextPen): readonly string[] {
  if (!open) return [];
  const { register, plans, apexes, findings } = report;
  const first = findings.find((finding) => !isExcused(finding));
  if (!register.found && apexes.length > 0) {
    const named = plans.map(({ source }) => (/^[\w./@:-]+$/.test(source) && source !== "-" ? source : "PLAN"));
    return block(say("report.next-init", { plans: [...new Set(named)].join(" ") }), 0, colours.cyan, 2);
  }
  return first ? block(say("report.next-rule", { rule: first.rule }), 0, colours.cyan, 2) : [];
}
