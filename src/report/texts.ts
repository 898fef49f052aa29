/** What a report says, made of ids and parameters: so that a report which is written down can be told in another language. */
import { isMessageId, message, render, type Language, type MessageId } from "../messages";
import { linkOf, pageOf } from "./links";
import { joinList, sentence, withBrackets, withColon } from "../messages/punctuation";
import { nameOfUrn, stackInUrn } from "../names/urn";
import { statementOf } from "../vocabulary/statements";
import type { Report, ReportDoubt, ReportFinding, ReportLimit, ReportParams, ReportRemedy, ReportRule } from "./types";

/** As much of a finding as its text is made of. */
export type Telling = Pick<
  ReportFinding,
  "messageId" | "params" | "doubt" | "apex" | "host" | "hosts" | "unnamed" | "urn" | "resources" | "waitsFor"
>;

/** What a finding says: its message, why it is undetermined, and of what else it holds. */
export function findingText(language: Language, finding: Telling): string {
  const { messageId, params, doubt } = finding;
  const says = render(language, messageId as MessageId, params);
  const selfSaid = messageId.startsWith("icp-undetermined.");
  const whole = doubt && !selfSaid ? withColon(language, says, doubtText(language, doubt, finding)) : says;
  const others = othersOf(finding, language);
  if (others.length === 0) return whole;
  return render(language, "finding.also", { text: whole, others: joinList(language, others) });
}

/** Why it is undetermined. A property of a resource that the finding does not show is told with the name of that. */
function doubtText(language: Language, { id, params, urn }: ReportDoubt, finding: Telling): string {
  const { property } = params;
  // What a data source gives waits for nothing, nor does what is made of a secret that nobody reads here.
  const isUntold = id === "computed" && (finding.waitsFor ?? []).length === 0;
  const says = isUntold ? "finding.untold" : (`doubt.${id}` as MessageId);
  if (urn === undefined || property === undefined) return render(language, says, params);
  const name = nameBeside({ urn, name: nameOfUrn(urn) }, stackOf(finding), language);
  return render(language, says, { ...params, property: message("finding.property", { property, name }) });
}

const stackOf = ({ urn }: Telling): string | undefined => (urn === undefined ? undefined : stackInUrn(urn));

/** The hosts that a finding is about besides the one it speaks of, or where it is about none, the resources. */
function othersOf(finding: Telling, language: Language): string[] {
  const { apex = "?", host, hosts, unnamed = [], urn, resources } = finding;
  if (hosts.length > 0) {
    const hidden = unnamed.map((name) => render(language, "finding.unknown-host", { apex, name }));
    return [...hosts.filter((other) => other !== host), ...hidden];
  }
  const stack = stackOf(finding);
  return resources.filter((other) => other.urn !== urn).map((other) => nameBeside(other, stack, language));
}

/** The name of a resource, with its stack where that is another one. */
function nameBeside(
  { urn, name }: Pick<Telling["resources"][number], "urn" | "name">,
  stack: string | undefined,
  language: Language,
): string {
  const own = stack === undefined ? undefined : stackInUrn(urn);
  return own === undefined || own === stack ? name : withBrackets(language, name, own);
}

/** A sentence, or what announces the lines below it. */
export function remedyText(
  language: Language,
  { id, params, snippet }: { readonly id: string; readonly params?: ReportParams; readonly snippet?: string },
): string {
  const says = render(language, `remedy.${id}` as MessageId, params);
  return snippet === undefined ? sentence(language, says) : withColon(language, says, "").trimEnd();
}

export const limitText = (language: Language, { messageId, params }: Pick<ReportLimit, "messageId" | "params">) =>
  render(language, messageId as MessageId, params);

/** What is said of a rule, and where more is. */
export const ruleTexts = (
  language: Language,
  id: ReportRule["id"],
): Pick<ReportRule, "title" | "help" | "page" | "link"> => ({
  title: render(language, `rule.${id}`),
  help: render(language, `help.${id}`),
  page: pageOf(id, language),
  link: linkOf(pageOf(id, language)),
});

/** A report with its texts in another language; what this version has no text for stays as it was written. */
export function inLanguage(report: Report, language: Language): Report {
  if (report.language === language) return report;
  const remedyIn = (remedy: ReportRemedy): ReportRemedy =>
    isMessageId(`remedy.${remedy.id}`) ? { ...remedy, text: remedyText(language, remedy) } : remedy;
  return {
    ...report,
    language,
    rules: report.rules.map((rule) => ({
      ...rule,
      ...ruleTexts(language, rule.id),
      statements: rule.statements.map((one) => statementOf(one.id, language) ?? one),
    })),
    findings: report.findings.map((finding) => ({
      ...finding,
      ...(isMessageId(finding.messageId) && { message: findingText(language, finding) }),
      remedies: finding.remedies.map(remedyIn),
    })),
    limits: report.limits.map((limit) => ({
      ...limit,
      ...(isMessageId(limit.messageId) && { message: limitText(language, limit) }),
    })),
  };
}
