/** What Pulumi shows of the pack and its policies besides their findings, from the registry of rules. */
import type { Policy, PolicyPackArgs } from "@pulumi/policy";
import manifest from "../package.json";
import { render } from "../src/messages";
import { HOMEPAGE, linkOf, pageOf } from "../src/report/links";
import type { Rule } from "../src/judging/rule";
import type { RuleId } from "../src/vocabulary/rule-ids";
import remediation from "./remediation.json";

/** What is said of the pack. */
export const aboutPack: Omit<PolicyPackArgs, "policies"> = {
  displayName: "ICP filing for Alibaba Cloud",
  description: manifest.description,
  provider: "alicloud",
  tags: ["alicloud", "icp", "china", "compliance"],
  repository: HOMEPAGE,
};

/** What is said of the policy of a rule. */
export const aboutRule = (rule: Rule): Omit<Policy, "enforcementLevel" | "configSchema"> => ({
  name: rule.id,
  description: render("en", `rule.${rule.id}` as "rule.icp-register"),
  displayName: displayName(rule.id),
  severity: severityOf(rule),
  tags: ["icp", rule.group === "itself" ? "tool" : rule.group],
  remediationSteps: remediation[rule.id],
  url: linkOf(pageOf(rule.id, "en")),
});

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
