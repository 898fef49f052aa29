/** The permissions that asking takes. */
import { groupBy } from "../base/collections";
import type { CloudOperation } from "../vocabulary/cloud-operations";
import type { CloudQuestions } from "./questions";
import { operationsOfServers } from "./servers";

/** A policy of RAM, in the form that its console and API take. */
export interface RamPolicy {
  readonly Version: "1";
  readonly Statement: readonly RamStatement[];
}

interface RamStatement {
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

/** What allows an operation. */
interface Permission {
  /** The actions; empty where nothing has to be allowed. */
  readonly actions: readonly string[];
  readonly resources: (questions: CloudQuestions) => readonly string[];
}

const everything = (): readonly string[] => ["*"];

/** More servers than these are not named one by one: RAM takes policies of 6,144 characters. */
const MOST_NAMED = 30;

/** A product's servers that are asked about, or all of them where they are many. */
const servers = (product: "ecs" | "ens") => (questions: CloudQuestions) => {
  const asked = questions.servers.filter((server) => server.product === product);
  const ids = asked.length > MOST_NAMED ? ["*"] : asked.map(({ id }) => id);
  return ids.map((id) => `acs:${product}:*:*:instance/${id}`);
};

/**
 * What each operation needs, by the vendor's pages of it. They name no action for `sts:GetCallerIdentity`, which everybody may
 * call, nor for `swas-open:ListRegions`, which is allowed by its own name in case it needs that. Domains are allowed by
 * `QueryCommonInfo`: https://www.alibabacloud.com/help/en/dws/developer-reference/authentication-rules-for-the-domains-api;
 * the vendor's newer tools name the operation itself instead. For `companyreg:QuerySuccessIcpData`, which no page describes,
 * its tools name two actions, one here and one there.
 */
const PERMISSIONS = {
  "sts:GetCallerIdentity": { actions: [], resources: everything },
  "cdn:CheckCdnDomainICP": { actions: ["cdn:CheckCdnDomainICP"], resources: everything },
  "companyreg:QuerySuccessIcpData": {
    actions: ["beian:QuerySuccessIcpData", "companyreg:QuerySuccessIcpData"],
    resources: everything,
  },
  "domain:QueryDomainByDomainName": {
    actions: ["domain:QueryCommonInfo", "domain:QueryDomainByDomainName"],
    resources: () => ["acs:domain:*:*:*"],
  },
  "ecs:DescribeRegions": { actions: ["ecs:DescribeRegions"], resources: everything },
  "ecs:DescribeInstances": { actions: ["ecs:DescribeInstances"], resources: servers("ecs") },
  "ecs:DescribeInstanceAutoRenewAttribute": {
    actions: ["ecs:DescribeInstanceAutoRenewAttribute"],
    resources: servers("ecs"),
  },
  "swas-open:ListRegions": { actions: ["swas-open:ListRegions"], resources: everything },
  "swas-open:ListInstances": {
    actions: ["swas-open:ListInstances"],
    resources: () => ["acs:swas-open:*:*:instance/*"],
  },
  "ens:DescribeInstances": { actions: ["ens:DescribeInstances"], resources: servers("ens") },
  "ens:DescribeInstanceAutoRenewAttribute": {
    actions: ["ens:DescribeInstanceAutoRenewAttribute"],
    resources: everything,
  },
} as const satisfies Readonly<Record<CloudOperation, Permission>>;

/** The operations that questions may take, sorted. */
export function operationsOf({
  ownFilings,
  domains,
  registrations,
  servers,
}: CloudQuestions): readonly CloudOperation[] {
  const products = new Set(servers.map(({ product }) => product));
  return [
    "sts:GetCallerIdentity" as const,
    ...(ownFilings ? (["companyreg:QuerySuccessIcpData"] as const) : []),
    ...(domains.length > 0 ? (["cdn:CheckCdnDomainICP"] as const) : []),
    ...(registrations.length > 0 ? (["domain:QueryDomainByDomainName"] as const) : []),
    ...[...products].flatMap(operationsOfServers),
  ].sort();
}

/** The smallest policy that suffices for questions: one statement for all actions that are allowed on the same. */
export function ramPolicyOf(questions: CloudQuestions): RamPolicy {
  const needed = operationsOf(questions).map((operation): Permission => PERMISSIONS[operation]);
  const statements = groupBy(needed, ({ resources }) => resources(questions).join());
  return {
    Version: "1",
    Statement: [...statements.values()]
      .map((group) => ({
        Effect: "Allow" as const,
        Action: group.flatMap(({ actions }) => actions).sort(),
        Resource: group[0].resources(questions),
      }))
      .filter(({ Action }) => Action.length > 0),
  };
}
