/** The ids of all rules, in the order in which they are listed. One name everywhere: rule, file, test, page and policy. */
export const RULE_IDS = [
  "icp-cdn-coverage",
  "icp-oss-custom-domain",
  "icp-gateway-domain",
  "icp-protection-domain",
  "icp-global-accelerator",
  "icp-dns-record",
  "icp-url-forward",
  "icp-access-provider",
  "icp-filing-pending",
  "icp-access-pending",
  "icp-origin-provider",
  "icp-unnamed-website",
  "icp-offshore-edge",
  "icp-oss-default-domain",
  "icp-commercial-licence",
  "icp-psb-filing",
  "icp-app-filing",
  "icp-server-billing",
  "icp-server-term",
  "icp-server-bandwidth",
  "icp-server-region",
  "icp-server-renewal",
  "icp-server-quota",
  "icp-server-missing",
  "icp-filed-domain-offshore",
  "icp-filed-domain-split",
  "icp-server-removed",
  "icp-licence-ip",
  "icp-ip-drift",
  "icp-access-provider-removal",
  "icp-empty-shell",
  "icp-edge-duplicate",
  "icp-domain-suffix",
  "icp-domain-suffix-filed",
  "icp-domain-registrar",
  "icp-domain-real-name",
  "icp-domain-holder",
  "icp-domain-expiry",
  "icp-domain-words",
  "icp-account-site",
  "icp-account-entity",
  "icp-one-domain-per-site",
  "icp-entity-eligible",
  "icp-entity-province",
  "icp-register-contradicted",
  "icp-register-differs",
  "icp-register",
  "icp-register-stale",
  "icp-undetermined",
] as const;

export type RuleId = (typeof RULE_IDS)[number];

export type Level = "mandatory" | "advisory" | "disabled";

/** The groups in which rules are listed. */
export const GROUPS = ["filing", "server", "break", "domain", "itself"] as const;
export type Group = (typeof GROUPS)[number];

/** A section of the register that is optional; a rule that rests on one is not applicable while it is absent. */
export type Section = "accounts" | "entities" | "apps" | "servers" | "ips" | "commercial" | "psb" | "registration";
