import { plainLine } from "../base/plain";
import { statementOf } from "../vocabulary/statements";
import type { Finding, Judged } from "../judge";
import { render, type Language } from "../messages";
import { joinSome } from "../messages/join-some";
import { isOfTerraform, typeInTerraform } from "../names/urn";
import { MOST_WAITED_FOR } from "../plan/fact";
import { linkOf, pageOf, registerPageIn } from "./links";
import { joinClauses, joinSentences, sentence, withBrackets, withColon } from "../messages/punctuation";
import { planOf, remediesOf, statementsOf, textOf, toSteps } from "./report";
import { crossings, nameFrom, stackOfFinding } from "./stacks";
import type { ReportRemedy, ReportStep } from "./types";

/** What leads from one step to the next, each with its stack where that is another one than before. */
export function stepTexts(path: readonly ReportStep[], from: string, language: Language): readonly string[] {
  const stacks = crossings(path, from);
  return path.map(({ urn, name, type, why }, at) => {
    const stack = stacks[at];
    // An address tells the type already.
    const what = [...(isOfTerraform(urn) ? [] : [shortType({ urn, type })]), ...(stack === undefined ? [] : [stack])];
    const says = `${render(language, `why.${why}` as "why.entry")} ${name}`;
    return what.length === 0 ? says : withBrackets(language, says, joinClauses(language, what));
  });
}

/** The evidence of a finding in one line: the host, then what each step leads to; `from` is its own stack. */
export const pathText = (
  host: string | undefined,
  path: readonly ReportStep[],
  from: string,
  language: Language,
): string => [...(host === undefined ? [] : [host]), ...stepTexts(path, from, language)].join(" → ");

/** `alicloud:ecs/eipAddress:EipAddress` as `ecs.EipAddress`, or as Terraform calls it. */
export function shortType({ urn, type }: { readonly urn?: string | undefined; readonly type: string }): string {
  const address = urn === undefined ? undefined : typeInTerraform(urn);
  if (address !== undefined) return address;
  const [, module = "", name = ""] = type.split(":");
  return `${module.split("/")[0] ?? ""}.${name}`;
}

/**
 * What the command says among its limits, for a door that has none: no register was found, and domains are exposed. The
 * other limits are left to the command: they are about what is satisfied or decided all the same.
 */
export function noRegisterText({ context, exposures }: Judged, language: Language): string | undefined {
  const { register, problems } = context;
  const isNews = !register.found && exposures.apexes.length > 0 && !problems.some(({ silences }) => silences);
  if (!isNews) return undefined;
  const says = sentence(language, render(language, "limit.register-none"));
  const page = withColon(language, render(language, "report.page"), linkOf(registerPageIn(language)));
  return [says, `  ${page}`].join("\n");
}

/** So many waived findings are named in one notice. */
const MOST_WAIVED = 20;

/** What is waived, for a door that shows nothing of it otherwise: how many findings, and which. */
export function waivedText({ findings }: Judged, language: Language): string | undefined {
  const waived = findings.filter(({ waiver }) => waiver);
  if (waived.length === 0) return undefined;
  const lines = waived.slice(0, MOST_WAIVED).map(({ rule, subject, resource, waiver }) => {
    const about = subject.host ?? subject.apex ?? resource?.name ?? "";
    return withColon(language, `${rule} ${about}`.trimEnd(), waiver ? waiverText(waiver, language) : "");
  });
  const left = waived.length - lines.length;
  return [
    sentence(language, render(language, "report.waived-notice", { count: waived.length })),
    ...lines.map((line) => `  ${plainLine(line)}`),
    ...(left > 0 ? [`  ${render(language, "report.more-findings", { n: left })}`] : []),
  ].join("\n");
}

/** Until when a finding is waived, by whom and why. */
export function waiverText(
  {
    until,
    reason,
    owner,
  }: { readonly until: string; readonly reason: string; readonly owner?: string | null | undefined },
  language: Language,
): string {
  return owner === null || owner === undefined
    ? render(language, "report.waived-unowned", { until, reason })
    : render(language, "report.waived", { until, reason, owner });
}

/** What to do: sentences in one line, with lines to paste below the one that brings them. */
export const remedyLines = (remedies: readonly ReportRemedy[], language: Language): readonly string[] =>
  paragraphsOf(remedies, language).flatMap(({ text, snippet }, at) => [
    at === 0 ? withColon(language, render(language, "report.fix"), text) : text,
    ...snippet.map((line) => `  ${line}`),
  ]);

/** Remedies in paragraphs: one ends where lines to paste follow. */
function paragraphsOf(
  remedies: readonly ReportRemedy[],
  language: Language,
): readonly { readonly text: string; readonly snippet: readonly string[] }[] {
  const paragraphs: { text: string; snippet: readonly string[] }[] = [];
  let open: string[] = [];
  const close = (snippet: readonly string[]): void => {
    if (open.length > 0) paragraphs.push({ text: joinSentences(language, open), snippet });
    open = [];
  };
  for (const { text, snippet } of remedies) {
    open.push(text);
    if (snippet !== undefined) close(snippet.split("\n"));
  }
  close([]);
  return paragraphs;
}

/** So many are named of the resources that something waits for. */
const MOST_WAITS = 5;

/** What an unknown value waits for: the first by their names, and how many more there are; `also` counts those not given. */
export const waitsIn = (waitsFor: readonly string[], stack: string, language: Language, also?: number): string =>
  joinSome(
    language,
    waitsFor.slice(0, MOST_WAITED_FOR).map((urn) => nameFrom(stack, urn, language)),
    MOST_WAITS,
    (also ?? 0) + Math.max(0, waitsFor.length - MOST_WAITED_FOR),
  );

/** All that a person sees of a finding in Pulumi's output: what, path, fact, remedy and page. */
export function violationText(finding: Finding, judged: Judged, language: Language): string {
  const [source] = statementsOf(finding, judged);
  const fact = source === undefined ? undefined : statementOf(source, language);
  const path = toSteps(finding.path, finding.resource);
  const waits = finding.doubt?.waitsFor ?? [];
  const stack = stackOfFinding({ plan: planOf(finding, judged) });
  const say = (label: "path" | "why" | "waits" | "page", text: string): string[] =>
    text === "" ? [] : [`  ${withColon(language, render(language, `report.${label}`), text)}`];
  const { lines = [] } = finding.message;
  const text = textOf(finding, language);
  const says = lines.length > 0 ? text : sentence(language, text);
  return [
    finding.verdict === "undetermined" ? withColon(language, finding.rule, says) : says,
    ...lines.map(({ id, params }) => `  ${render(language, id, params)}`),
    ...(path.length > 0 ? say("path", pathText(finding.subject.host, path, stack, language)) : []),
    ...say("waits", waitsIn(waits, stack, language)),
    ...(fact ? say("why", withBrackets(language, fact.text, fact.id)) : []),
    ...remedyLines(remediesOf(finding, language), language).map((line) => `  ${line}`),
    ...say("page", linkOf(pageOf(finding.rule, language))),
  ]
    .map(plainLine)
    .join("\n");
}
