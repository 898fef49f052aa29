/** What Pulumi shows of the pack and its policies besides their findings, from the registry of rules. */
import type { Policy, PolicyPackArgs } from "@pulumi/policy";
import manifest from "../package.json";
import { render, type Language } from "../src/messages";
import { HOMEPAGE, linkOf, pageOf } from "../src/report/links";
import type { Rule } from "../src/judging/rule";
import type { RuleId } from "../src/vocabulary/rule-ids";
import remediation from "./remediation.json";

/** What is said of the pack. */
export const aboutPack = (language: Language): Omit<PolicyPackArgs, "policies"> => ({
  displayName: render(language, "pack.name"),
  description: language === "en" ? manifest.description : render(language, "cli.description"),
  provider: "alicloud",
  tags: ["alicloud", "icp", "china", "compliance"],
  repository: HOMEPAGE,
});

/** What is said of the policy of a rule. */
export const aboutRule = (rule: Rule, language: Language): Omit<Policy, "enforcementLevel" | "configSchema"> => ({
  name: rule.id,
  description: descriptionOf(rule, language),
  displayName: displayName(rule.id),
  severity: severityOf(rule),
  tags: ["icp", rule.group === "itself" ? "tool" : rule.group],
  remediationSteps: remediation[language][rule.id],
  url: linkOf(pageOf(rule.id, language)),
});

/** What a rule says, in one line. */
export const descriptionOf = ({ id }: Rule, language: Language): string => render(language, `rule.${id}`);

/** Words of rule ids that are written in capitals. */
const CAPITALS: ReadonlySet<string> = new Set(["icp", "cdn", "oss", "dns", "url", "psb", "ip"]);

/** `icp-cdn-coverage` as `ICP CDN coverage`. */
const displayName = (id: RuleId): string =>
  id
    .split("-")
    .map((word) => (CAPITALS.has(word) ? word.toUpperCase() : word))
    .join(" ");

/** How bad a finding is by the rule's own level, which no configuration changes; what the tool says of itself is least. */
function severityOf({ level, group }: Rule): NonNullable<Policy["severity"]> {
  if (level === "mandatory") return "high";
  return group === "itself" ? "low" : "medium";
}
