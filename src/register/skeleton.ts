/** A first register, written from a plan, to be corrected by hand. */
import { plainJson } from "../base/plain";
import { STATUSES } from "./statuses";

export interface SkeletonFiling {
  readonly domain: string;
  readonly hosts: readonly string[];
}

export interface SkeletonServer {
  readonly product: string;
  /** `project/stack`. */
  readonly stack: string;
  /** Glob over URNs. */
  readonly resource: string;
}

export interface Skeleton {
  readonly asOf: string;
  readonly filings: readonly SkeletonFiling[];
  readonly servers: readonly SkeletonServer[];
}

/** The YAML of a register that declares every domain unfiled, and shows in comments what else could be said. */
export function skeletonText({ asOf, filings, servers }: Skeleton): string {
  const domains = filings.flatMap((filing) => filingLines(filing, servers));
  return `${[
    "# yaml-language-server: $schema=./node_modules/alicloud-icp/icp.schema.json",
    "# The ICP register: what a plan cannot show. alicloud-icp init wrote it from a plan; it knows nothing of your filings.",
    "# Correct the status of each domain, fill in what applies, and set asOf whenever you bring it up to date.",
    "version: 1",
    `asOf: ${asOf}`,
    ...(domains.length > 0
      ? ["filings:", ...domains]
      : ["# The plan serves no domain. One entry would be: { domain: example.com, status: unfiled }", "filings: []"]),
  ].join("\n")}\n`;
}

function filingLines({ domain, hosts }: SkeletonFiling, servers: readonly SkeletonServer[]): string[] {
  return [
    `  - domain: ${domain}`,
    `    status: unfiled # correct this: ${STATUSES.join(" | ")}`,
    "    # number: 浙ICP备12345678号-1",
    "    # approvedAt: 2024-03-01",
    "    # accessProviders: [{ name: aliyun }] # through whom it is filed; Alibaba Cloud is aliyun",
    ...(hosts.length > 0
      ? [`    # hosts: [${hosts.map(quoted).join(", ")}] # those that must keep serving from the mainland`]
      : []),
    ...(servers.length > 0 ? ["    # servers: # those that the filing was, or is to be, made with"] : []),
    ...servers.map(
      ({ product, stack, resource }) =>
        `    #   - { product: ${product}, stack: ${quoted(stack)}, resource: ${quoted(resource)} }`,
    ),
  ];
}

/** Names come from programs: in quotes, nothing in them is YAML. */
const quoted = (text: string): string => plainJson(JSON.stringify(text));
