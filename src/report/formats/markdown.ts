/** A comment on a pull request, and the summary of a job: short, with what is more in folds. */
import { render, type Language, type MessageId, type Params } from "../../messages";
import { joinClauses, joinList, sentence, withBrackets, withColon } from "../../messages/punctuation";
import { isExcused, isUnjudged, openOf, type Format, type FormatOptions } from "../format";
import { clipped, fenced, htmlText, markdownText } from "../gfm";
import { byDomain } from "../groups";
import { inOrderOf, inOrderText } from "../in-order";
import { addressOf } from "../links";
import { placeOf } from "../place";
import { resultText } from "../result";
import { planToTell } from "../stacks";
import { excuseText, factOf, linkFor, pathLine, waitsText, verifiedNote } from "../telling";
import type { Report, ReportApex, ReportFinding, ReportStatement } from "../types";

/** By this a bot finds its comment again. */
const MARKER = "<!-- alicloud-icp -->";

/** GitHub takes 65,536 characters. */
const MOST = 60_000;
/** For the last line, and for what says that something is left out. */
const RESERVE = 2_000;
/** What the table may take at most. */
const MOST_OF_TABLE = 15_000;
/** What one text may take at most: a finding may name thousands of hosts. */
const MOST_OF_TEXT = 1_000;
/** So many hosts are named in a row of the table. */
const MOST_HOSTS = 5;

/** Everything that is needed to write one comment. */
interface Pen {
  readonly report: Report;
  readonly options: FormatOptions;
  readonly say: (id: MessageId, params?: Params) => string;
}

/** A fold: its title, and what is in it, of which as much is shown as fits. */
interface Fold {
  readonly title: string;
  readonly entries: readonly string[];
  /** What stands between two of them. */
  readonly gap: "\n" | "\n\n";
}

/** Open findings by domain, then what is excused, what was not judged, and what is in order. */
export const markdown: Format = (report, options) => {
  const pen: Pen = { report, options, say: (id, params) => render(options.language, id, params) };
  const open = openOf(report, options);
  if (options.quiet && open.length === 0) return "";
  const shown = open.slice(0, options.max ?? open.length);
  const head = [
    MARKER,
    `## ${markdownText(pen.say("report.title", { result: resultText(report, options.language) }))}`,
  ];
  const blocks = [...head, ...tableOf(pen)];
  const page = new Page(MOST - RESERVE - lengthOf(blocks));
  blocks.push(...(open.length === 0 ? [pen.say(isUnjudged(report) ? "report.nothing-judged" : "report.clean")] : []));
  for (const [apex, findings] of byDomain(shown)) {
    if (page.isFull) break;
    blocks.push(...page.fold(findingsFold(apex, findings, pen)));
  }
  const left = open.length - page.entries;
  if (left > 0) blocks.push(`**${sentence(options.language, pen.say("limit.capped", { count: left }))}**`);
  if (!options.quiet) for (const fold of otherFolds(pen)) blocks.push(...page.fold(fold, pen));
  return `${[...blocks, lastLine(pen)].join("\n\n")}\n`;
};

const lengthOf = (blocks: readonly string[]): number => blocks.reduce((sum, block) => sum + block.length + 2, 0);

/** How much room is left. */
class Page {
  /** How many entries are written. */
  entries = 0;
  /** Whether something did not fit. */
  isFull = false;
  constructor(private room: number) {}

  /** A fold with the entries that fit; with a pen it says how many more there are. Nothing where none is. */
  fold({ title, entries, gap }: Fold, pen?: Pen): string[] {
    const text = (inside: readonly string[]): string =>
      [`<details><summary>${title}</summary>`, ...inside, "</details>"].join("\n\n");
    let room = this.room - text([]).length - 2;
    const taken: string[] = [];
    for (const entry of entries) {
      if (entry.length + 2 > room) break;
      room -= entry.length + 2;
      taken.push(entry);
    }
    const more = entries.length - taken.length;
    if (more > 0) this.isFull = true;
    if (entries.length === 0 || (taken.length === 0 && !pen)) return [];
    this.entries += taken.length;
    this.room = Math.max(0, room);
    const shown = taken.length > 0 ? [taken.join(gap)] : [];
    return [text([...shown, ...(more > 0 && pen ? [pen.say("report.more", { n: more })] : [])])];
  }
}

/** A row for each domain that the plans serve or an open finding is about, whatever is listed. */
function tableOf(pen: Pen): string[] {
  const { report, say } = pen;
  const found = new Map(byDomain(report.findings.filter((finding) => !isExcused(finding))));
  const domains = [...new Set([...report.apexes.map(({ apex }) => apex), ...found.keys()])];
  if (domains.length === 0) return [];
  const columns = (["domain", "filing", "findings", "hosts"] as const).map((column) => say(`report.column-${column}`));
  const lines = [row(columns), row(columns.map(() => "---"))];
  let room = MOST_OF_TABLE;
  for (const domain of domains) {
    const line = rowOf(domain, found.get(domain) ?? [], pen);
    room -= line.length + 1;
    if (room < 0) break;
    lines.push(line);
  }
  const more = domains.length + 2 - lines.length;
  return [lines.join("\n"), ...(more > 0 ? [say("report.more", { n: more })] : [])];
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function rowOf(domain: string | undefined, findings: readonly ReportFinding[], pen: Pen): string {
  const { report, say, options } = pen;
  const apex = report.apexes.find((one) => one.apex === domain);
  const rules = [...new Map(findings.map((finding) => [finding.rule, ruleLink(finding, pen)])).values()];
  const hosts = apex?.hosts ?? [...new Set(findings.flatMap((finding) => finding.hosts))];
  const more = hosts.length - MOST_HOSTS;
  return row([
    markdownText(clipped(domain ?? say("report.no-apex"), MOST_OF_TEXT)),
    markdownText(apex ? filingText(apex, pen) : ""),
    rules.length > 0 ? `${levelsText(findings, pen)}<br>${rules.join("<br>")}` : say("report.none"),
    joinList(options.language, [
      ...hosts.slice(0, MOST_HOSTS).map((host) => markdownText(clipped(host, MOST_OF_TEXT))),
      ...(more > 0 ? [say("report.more", { n: more })] : []),
    ]),
  ]);
}

/** The state of a filing, and its number. */
function filingText({ state, filing }: ReportApex, { say, options }: Pen): string {
  const parts = [
    say(`state.${state}` as "state.active"),
    filing?.number ?? undefined,
    verifiedNote(filing?.verified, options.language),
  ];
  return joinClauses(
    options.language,
    parts.flatMap((part) => (part === undefined ? [] : [clipped(part, MOST_OF_TEXT)])),
  );
}

function levelsText(findings: readonly ReportFinding[], { say, options }: Pen): string {
  const count = (level: ReportFinding["level"]): number => findings.filter((one) => one.level === level).length;
  const levels = (["mandatory", "advisory"] as const).filter((level) => count(level) > 0);
  return joinClauses(
    options.language,
    levels.map((level) => say(`report.count-${level}`, { n: count(level) })),
  );
}

const ruleLink = (finding: ReportFinding, { report }: Pen): string => `[${finding.rule}](${linkFor(finding, report)})`;

/** The findings of a domain. The fact that they rest on is said once. */
function findingsFold(apex: string | undefined, findings: readonly ReportFinding[], pen: Pen): Fold {
  const name = htmlText(clipped(apex ?? pen.say("report.no-apex"), MOST_OF_TEXT));
  const explained = new Set<string>();
  const entries = findings.map((finding) => {
    const fact = factOf(finding, pen.report);
    const isNew = fact !== undefined && !explained.has(fact.id);
    if (fact !== undefined) explained.add(fact.id);
    return findingText(finding, isNew ? fact : undefined, pen);
  });
  return { title: withColon(pen.options.language, `<b>${name}</b>`, levelsText(findings, pen)), entries, gap: "\n\n" };
}

function findingText(finding: ReportFinding, fact: ReportStatement | undefined, pen: Pen): string {
  const { say, options } = pen;
  const line = (label: MessageId, markdown: string): string => `- ${withColon(options.language, say(label), markdown)}`;
  const labelled = (label: MessageId, text: string | undefined): string[] =>
    text === undefined ? [] : [line(label, escaped(text))];
  const lists = [
    [
      ...labelled("report.path", pathLine(finding, options.language)),
      ...labelled("report.waits", waitsText(finding, options.language)),
      ...(fact === undefined ? [] : [line("report.why", factMarkdown(fact, options.language))]),
    ],
    finding.remedies.flatMap(({ text, snippet }, at) => [
      `${at + 1}. ${escaped(text)}`,
      ...(snippet === undefined ? [] : fenced(snippet.split("\n")).map((line) => `   ${line}`)),
    ]),
  ];
  return [
    headOf(finding, pen),
    escaped(finding.message),
    ...lists.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")),
  ].join("\n\n");
}

/** A fact with its id, which leads to its first source where the address of that is known. */
function factMarkdown(fact: ReportStatement, language: Language): string {
  const url = addressOf(fact);
  const id = markdownText(fact.id);
  return withBrackets(language, escaped(fact.text), url === undefined ? id : `[${id}](${url})`);
}

const escaped = (text: string): string => markdownText(clipped(text, MOST_OF_TEXT));

/** What it is, by which rule, where, and in which plan when there are several. */
function headOf(finding: ReportFinding, pen: Pen): string {
  const { say, report } = pen;
  const place = placeOf(finding);
  const plan = planToTell(finding, report);
  const weight = joinClauses(pen.options.language, [say(`report.${finding.level}`), say(`report.${finding.verdict}`)]);
  return [
    `**${weight}**`,
    ruleLink(finding, pen),
    ...(place === undefined ? [] : [escaped(place)]),
    ...(plan === undefined ? [] : [escaped(plan)]),
  ].join(" · ");
}

/** What is excused, what was not judged, and what is in order. */
function otherFolds(pen: Pen): Fold[] {
  const { report, options, say } = pen;
  const { language } = options;
  const fold = (title: MessageId, texts: readonly string[]): Fold => ({
    title: withColon(language, say(title), String(texts.length)),
    entries: texts.map((text) => `- ${text}`),
    gap: "\n",
  });
  const excused = report.findings.filter(isExcused).map((finding) => {
    const why = escaped(excuseText(finding, language) ?? "");
    const plan = planToTell(finding, report);
    const about = [ruleLink(finding, pen), ...(plan === undefined ? [] : [escaped(plan)])];
    return [...about, escaped(finding.message), why].join(" · ");
  });
  return [
    fold("report.excused-list", excused),
    fold(
      "report.limits-list",
      report.limits.map(({ message }) => escaped(message)),
    ),
    fold(
      "report.in-order-list",
      inOrderOf(report).map((one) => escaped(inOrderText(one, report, language))),
    ),
  ];
}

function lastLine({ report, say }: Pen): string {
  const { name, version, dataAsOf } = report.tool;
  return `<sub>${markdownText(say("report.written", { tool: name, version, now: report.now, asOf: dataAsOf }))}</sub>`;
}
