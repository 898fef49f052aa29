/** The operations as the loopback server plays them, after the vendor's pages. */
import type { CloudOperation } from "../../src/vocabulary/cloud-operations";
import { ownFilings, ownSite, ownSubject } from "./bodies";
import type { CloudError } from "./signature";
import type { CloudState, MadeServer, Wire } from "./state";

export type Query = Readonly<Record<string, string>>;
type Played = (state: CloudState, query: Query) => Wire;

/** Thrown by an operation, to be answered. */
export class Refusal extends Error {
  constructor(readonly error: CloudError) {
    super(error.code);
  }
}

const refuse = (status: number, code: string, message = code): never => {
  throw new Refusal({ status, code, message });
};

function required(query: Query, name: string): string {
  const value = query[name];
  return value === undefined || value === ""
    ? refuse(
        400,
        "MissingParameter",
        `The input parameter ${name} that is mandatory for processing this request is not supplied.`,
      )
    : value;
}

const numberOf = (query: Query, name: string, otherwise: number): number => {
  const text = query[name];
  if (text === undefined) return otherwise;
  return /^[1-9]\d*$/.test(text) ? Number(text) : refuse(400, `Invalid${name}`);
};

function idsIn(text: string): readonly string[] {
  try {
    const ids: unknown = JSON.parse(text);
    if (Array.isArray(ids) && ids.length <= 100 && ids.every((id) => typeof id === "string")) return ids;
  } catch {
    // No JSON.
  }
  return refuse(400, "InvalidParameter", "InstanceIds is not valid.");
}

/** A page of things by number; the account's size of a page is the most. */
function numbered<Thing>(state: CloudState, query: Query, things: readonly Thing[], byDefault = 10) {
  const page = numberOf(query, "PageNumber", 1);
  const size = Math.min(numberOf(query, "PageSize", byDefault), state.pageSize ?? 2);
  const PageSize = Math.min(size, 100);
  return {
    page: things.slice((page - 1) * PageSize, page * PageSize),
    said: { PageNumber: page, PageSize, TotalCount: things.length },
  };
}

const chosen = (servers: readonly MadeServer[], { InstanceIds }: Query): readonly MadeServer[] => {
  if (InstanceIds === undefined) return servers;
  const ids = idsIn(InstanceIds);
  return servers.filter(({ instance }) => ids.includes(instance.InstanceId));
};

const inRegion = (
  regions: Readonly<Record<string, readonly MadeServer[]>> | undefined,
  region: string,
): readonly MadeServer[] =>
  regions?.[region] ?? refuse(404, "InvalidRegionId.NotFound", "The specified RegionId does not exist.");

/** The servers that are named, each of which has to be one of these. */
const named = (
  servers: readonly MadeServer[],
  ids: readonly string[],
  status: number,
  code: string,
): readonly MadeServer[] =>
  ids.map((id) => servers.find(({ instance }) => instance.InstanceId === id) ?? refuse(status, code));

/** How each operation answers who may call it. */
const PLAYED: Readonly<Record<CloudOperation, Played>> = {
  "sts:GetCallerIdentity": ({ account }) => ({
    IdentityType: "Account",
    AccountId: account,
    PrincipalId: account,
    UserId: account,
    Arn: `acs:ram::${account}:root`,
  }),
  "cdn:CheckCdnDomainICP": ({ domains }, query) => ({
    Status:
      domains?.[required(query, "DomainName")]?.filing ??
      refuse(400, "-124", "The domain provided does not belong to you."),
  }),
  "companyreg:QuerySuccessIcpData": ({ filings = {} }, query) => {
    if (required(query, "Caller") !== "skill") refuse(400, "InvalidParameter");
    return ownFilings([ownSubject(Object.entries(filings).map(([domain, number]) => ownSite(number, [domain])))]);
  },
  "domain:QueryDomainByDomainName": ({ domains }, query) => {
    const DomainName = required(query, "DomainName");
    const registration =
      domains?.[DomainName]?.registration ?? refuse(400, "DomainNotExist", "The domain does not exist.");
    return { ...registration, DomainName };
  },
  "ecs:DescribeRegions": ({ ecs = {} }) => ({
    Regions: {
      Region: Object.keys(ecs).map((RegionId) => ({
        RegionId,
        RegionEndpoint: `ecs.${RegionId}.aliyuncs.com`,
        LocalName: RegionId,
      })),
    },
  }),
  "ecs:DescribeInstances": (state, query) => {
    const RegionId = required(query, "RegionId");
    const servers = chosen(inRegion(state.ecs, RegionId), query);
    const shown = (page: readonly MadeServer[]): Wire => ({
      Instance: page.map(({ instance }) => ({ ...instance, RegionId })),
    });
    if (query["PageNumber"] !== undefined) {
      const { page, said } = numbered(state, query, servers);
      return { ...said, Instances: shown(page), NextToken: "" };
    }
    const from = Number(
      /^page-(\d+)$/.exec(query["NextToken"] ?? "page-0")?.[1] ?? refuse(400, "InvalidParameter.NextToken"),
    );
    const to = from + Math.min(Math.max(numberOf(query, "MaxResults", 10), 10), 100, state.pageSize ?? 2);
    return {
      TotalCount: 0,
      Instances: shown(servers.slice(from, to)),
      NextToken: to < servers.length ? `page-${to}` : "",
    };
  },
  "ecs:DescribeInstanceAutoRenewAttribute": (state, query) => {
    const all = inRegion(state.ecs, required(query, "RegionId"));
    const ids = required(query, "InstanceId").split(",");
    if (ids.length > 100) refuse(403, "InvalidParameter.ToManyInstanceIds");
    const servers = named(all, ids, 404, "InvalidInstanceId.NotFound");
    if (servers.some(({ instance }) => instance["InstanceChargeType"] !== "PrePaid"))
      refuse(403, "ChargeTypeViolation");
    const { page, said } = numbered(state, query, servers);
    return { ...said, InstanceRenewAttributes: { InstanceRenewAttribute: page.map(renewalOf) } };
  },
  "swas-open:ListRegions": ({ swas = {} }) => ({
    Regions: Object.keys(swas).map((RegionId) => ({
      RegionId,
      RegionEndpoint: `swas.${RegionId}.aliyuncs.com`,
      LocalName: RegionId,
    })),
  }),
  "swas-open:ListInstances": (state, query) => {
    const RegionId = required(query, "RegionId");
    const { page, said } = numbered(state, query, chosen(inRegion(state.swas, RegionId), query));
    return { ...said, Instances: page.map(({ instance }) => ({ ...instance, RegionId })) };
  },
  "ens:DescribeInstances": (state, query) => {
    const { page, said } = numbered(state, query, chosen(state.ens ?? [], query));
    return { Code: 0, ...said, Instances: { Instance: page.map(({ instance }) => instance) } };
  },
  "ens:DescribeInstanceAutoRenewAttribute": ({ ens = [] }, query) => ({
    Code: 0,
    InstanceRenewAttributes: {
      InstanceRenewAttribute: named(ens, required(query, "InstanceIds").split(";"), 400, "InstanceNotExists").map(
        renewalOf,
      ),
    },
  }),
};

const renewalOf = ({ instance: { InstanceId }, renewal }: MadeServer): Wire => ({ InstanceId, ...renewal });

/**
 * What an operation answers. Who may not call it is refused, but for the list of instances: that is empty then, and only a
 * trial is refused. Throws a `Refusal`.
 */
export function play(operation: CloudOperation, state: CloudState, query: Query): Wire {
  const isForbidden = state.forbidden?.includes(operation) ?? false;
  const isTrial = query["DryRun"] === "true";
  if (operation === "ecs:DescribeInstances" && (isForbidden || isTrial)) {
    inRegion(state.ecs, required(query, "RegionId"));
    if (isTrial && !isForbidden)
      refuse(400, "DryRunOperation", "Request validation has been passed with DryRun flag set.");
    if (!isTrial) return { TotalCount: 0, Instances: { Instance: [] }, NextToken: "" };
  }
  if (isForbidden) refuse(403, "Forbidden.RAM", "User not authorized to operate on the specified resource.");
  return PLAYED[operation](state, query);
}
