/** What is to be said of one domain: each finding with its evidence, then the facts once, then the ways out. */
import { plainLine } from "../../base/plain";
import { joinClauses, joinList, withColon } from "../../messages/punctuation";
import { isExcused } from "../format";
import { ownSpotOf, placeOf, spotText } from "../place";
import { planToTell } from "../stacks";
import { excuseText, factText, linkFor, pathLine, waitsText, verifiedNote } from "../telling";
import type { Report, ReportFinding } from "../types";
import { hyperlink, widthOf } from "../wrap";
import type { Paint, TextPen } from "./pen";

/** The block of a domain; of what has none where `apex` is undefined. */
export function domainLines(
  apex: string | undefined,
  findings: readonly ReportFinding[],
  report: Report,
  pen: TextPen,
): readonly string[] {
  return [
    ...headLines(apex, report, pen),
    ...findings.flatMap((finding) => ["", ...findingLines(finding, report, pen)]),
    ...reasonLines(findings, report, pen),
  ];
}

/** The domain, and where its filing stands. */
function headLines(
  apex: string | undefined,
  { apexes }: Report,
  { say, block, colours, options }: TextPen,
): readonly string[] {
  if (apex === undefined) return [colours.bold(say("report.no-apex"))];
  const known = apexes.find((one) => one.apex === apex);
  const name = plainLine(apex);
  if (!known) return [colours.bold(name)];
  const state = joinClauses(
    options.language,
    [
      say(`state.${known.state}` as "state.active"),
      known.filing?.number ?? undefined,
      verifiedNote(known.filing?.verified, options.language),
    ].filter((part) => part !== undefined),
  );
  // The name is painted once the lines are broken: marks for colours have no width.
  return block(`${apex} ${state}`, 0).map((line, at) =>
    at === 0 && line.startsWith(name) ? colours.bold(name) + line.slice(name.length) : line,
  );
}

function findingLines(finding: ReportFinding, report: Report, pen: TextPen): readonly string[] {
  const { colours, say, block, options } = pen;
  const { language, folder } = options;
  const labelled = (label: "path" | "waits" | "inside", says: string | undefined, paint?: Paint): string[] =>
    says === undefined ? [] : block(withColon(language, say(`report.${label}`), says), 4, paint, 2);
  const own = ownSpotOf(finding);
  const excuse = excuseText(finding, language);
  return [
    ...titleLines(finding, report, pen),
    ...block(finding.message, 4),
    ...(excuse === undefined ? [] : block(excuse, 4, colours.dim)),
    ...labelled("path", pathLine(finding, language), colours.dim),
    ...labelled("inside", own && spotText(own, folder), colours.dim),
    ...labelled("waits", waitsText(finding, language)),
    // Where the terminal has links, the rule's name is one.
    ...(options.links ? [] : [colours.dim(`    ${withColon(language, say("report.page"), linkFor(finding, report))}`)]),
  ];
}

/** `violation mandatory icp-dns-record index.ts:12`; where it is stands in a line of its own when there is no room. */
function titleLines(finding: ReportFinding, report: Report, { colours, say, options }: TextPen): readonly string[] {
  const paint = isExcused(finding) ? colours.dim : finding.verdict === "violation" ? colours.red : colours.yellow;
  const words = [say(`report.${finding.verdict}`), say(`report.${finding.level}`), finding.rule];
  const [verdict = "", level = ""] = words;
  const place = placeOf(finding, options.folder);
  const plan = planToTell(finding, report);
  const where = [...(place === undefined ? [] : [place]), ...(plan === undefined ? [] : [plainLine(plan)])].join("  ");
  const rule = options.links ? hyperlink(finding.rule, linkFor(finding, report)) : finding.rule;
  const head = `  ${[colours.bold(paint(verdict)), level, rule].join("  ")}`;
  if (where === "") return [head];
  const fits = 2 + widthOf([...words, where].join("  ")) <= options.width;
  return fits ? [`${head}  ${colours.cyan(where)}`] : [head, `    ${colours.cyan(where)}`];
}

/** What the findings of a domain rest on, each fact once, and what can be done, each way once. */
function reasonLines(findings: readonly ReportFinding[], report: Report, pen: TextPen): readonly string[] {
  const { say, block, colours, options } = pen;
  const facts = new Set(findings.flatMap((finding) => factText(finding, report, options.language) ?? []));
  const ways = waysOf(findings);
  const isAlone = ways.length === 1;
  const reasons = [...facts].flatMap((fact) =>
    block(withColon(options.language, say("report.why"), fact), 2, colours.dim, 2),
  );
  if (reasons.length + ways.length === 0) return [];
  return [
    "",
    ...reasons,
    ...(isAlone || ways.length === 0 ? [] : [`  ${colours.bold(say("report.ways"))}`]),
    ...ways.flatMap(({ text, snippet, rules }, at) => {
      const own = rules.length === 0 ? text : withColon(options.language, joinList(options.language, rules), text);
      return [
        ...(isAlone
          ? block(withColon(options.language, say("report.fix"), own), 2, undefined, 2)
          : block(`${at + 1}. ${own}`, 4, undefined, 3)),
        // Lines to paste are never broken.
        ...snippet.map((line) => `       ${plainLine(line)}`),
      ];
    }),
  ];
}

/** Something to do, with lines to paste; `rules` are those that it is for, where it is not for all. */
interface Way {
  readonly text: string;
  readonly snippet: readonly string[];
  readonly rules: readonly string[];
}

interface JoinedWay {
  readonly text: string;
  readonly snippet: string | undefined;
  readonly rules: Set<string>;
}

/** Of ways in the same words whose lines go on from those of another, the longer ones serve both. */
function joinContinued(ways: Map<string, JoinedWay>): void {
  for (const [key, { text, snippet = "", rules }] of ways) {
    const longer = [...ways.values()].find((other) => other.text === text && continues(other.snippet ?? "", snippet));
    if (!longer) continue;
    for (const rule of rules) longer.rules.add(rule);
    ways.delete(key);
  }
}

/** Whether lines say what others do and more of it: `{ a: 1, b: 2 }` goes on from `{ a: 1 }`. */
function continues(longer: string, shorter: string): boolean {
  const [long, short] = [longer.split("\n"), shorter.split("\n")];
  if (shorter === "" || longer === shorter || long.length !== short.length) return false;
  return short.every((line, at) => long[at] === line || long[at]?.startsWith(line.replace(/ \}$/, ",")) === true);
}

function waysOf(findings: readonly ReportFinding[]): readonly Way[] {
  const all = new Set(findings.map(({ rule }) => rule));
  const ways = new Map<string, JoinedWay>();
  for (const { rule, remedies } of findings) {
    for (const { text, snippet } of remedies) {
      const key = `${text}\n${snippet ?? ""}`;
      const way = ways.get(key) ?? { text, snippet, rules: new Set() };
      ways.set(key, way);
      way.rules.add(rule);
    }
  }
  joinContinued(ways);
  return [...ways.values()].map(({ text, snippet, rules }) => ({
    text,
    snippet: snippet?.split("\n") ?? [],
    rules: rules.size === all.size ? [] : [...rules],
  }));
}
