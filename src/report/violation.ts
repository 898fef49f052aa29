import { factOf } from "../facts";
import type { Finding, Judged } from "../judge";
import { render, type Language } from "../messages";
import { joinList, joinSentences, sentence, withColon } from "../messages/punctuation";
import { remediesOf, textOf } from "./report";

/** The page of a rule, from the package's folder. */
export const pageOf = (rule: string): string => `docs/rules/${rule}.md`;

/** The page about the register, from the package's folder. */
const REGISTER_PAGE = "docs/register.md";

/** The evidence of a finding in one line: the host, then what each step leads to. */
export function pathText(
  host: string | undefined,
  path: readonly { readonly name: string; readonly type: string; readonly why: string }[],
  language: Language,
): string {
  const steps = path.map(
    ({ name, type, why }) => `${render(language, `why.${why}` as "why.entry")} ${name} (${shortType(type)})`,
  );
  return [...(host === undefined ? [] : [host]), ...steps].join(" → ");
}

/** `alicloud:ecs/eipAddress:EipAddress` as `ecs.EipAddress`. */
export function shortType(type: string): string {
  const [, module = "", name = ""] = type.split(":");
  return `${module.split("/")[0] ?? ""}.${name}`;
}

/** The name in a URN. */
export const nameOfUrn = (urn: string): string => urn.slice(urn.lastIndexOf("::") + 2);

/**
 * What the command says among its limits, for a door that has none: no register was found, and domains are exposed. The
 * other limits are left to the command: they are about what is satisfied or decided all the same.
 */
export function noRegisterText({ context, exposures }: Judged, language: Language): string | undefined {
  const { register, problems } = context;
  const isNews = !register.found && exposures.apexes.length > 0 && !problems.some(({ silences }) => silences);
  if (!isNews) return undefined;
  const says = sentence(language, render(language, "limit.register-none"));
  return [says, `  ${withColon(language, render(language, "report.page"), REGISTER_PAGE)}`].join("\n");
}

/** All that a person sees of a finding in Pulumi's output: what, path, fact, remedy and page. */
export function violationText(finding: Finding, judged: Judged, language: Language): string {
  const rule = judged.rules.find((one) => one.id === finding.rule);
  const source = rule?.sources[0];
  const fact = source === undefined ? undefined : factOf(source);
  const path = (finding.path ?? []).map(({ resource, why }) => ({ name: resource.name, type: resource.type, why }));
  const waits = finding.doubt?.waitsFor ?? [];
  const say = (label: "path" | "why" | "fix" | "waits" | "page", text: string): string[] =>
    text === "" ? [] : [`  ${withColon(language, render(language, `report.${label}`), text)}`];
  const says = sentence(language, textOf(finding, language));
  return [
    finding.verdict === "undetermined" ? withColon(language, finding.rule, says) : says,
    ...(path.length > 0 ? say("path", pathText(finding.subject.host, path, language)) : []),
    ...say("waits", joinList(language, waits.map(nameOfUrn))),
    ...(fact ? say("why", `${fact.text} (${fact.id})`) : []),
    ...say("fix", joinSentences(language, remediesOf(finding, language))),
    ...say("page", pageOf(finding.rule)),
  ].join("\n");
}
