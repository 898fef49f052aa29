/** What is asked of servers, for each product. */
import { groupBy } from "../base/collections";
import { saidIn, type CloudServer, type VerifiedServer } from "../register/verified";
import type { CloudOperation } from "../vocabulary/cloud-operations";
import { readEcsRegions, readSasRegions } from "./answers/regions";
import { readEcsRenewals, readEnsRenewals, type CloudRenewal } from "./answers/renewals";
import { readEcsServers, readEnsServers, readSasServers } from "./answers/servers";
import type { Caller } from "./call";
import { askById, type ById, type Listing } from "./list";
import type { AskedProduct } from "./questions";
import { searched, type Search } from "./search";

/** How a product's servers are asked about. */
interface AskingProduct {
  readonly listing: Listing<CloudServer>;
  /** How a server's region is found; left out where no region is asked. */
  readonly search?: Omit<Search, "listing"> | undefined;
  /** How subscriptions are renewed; left out where the product does not tell. */
  readonly renewals?: Listing<CloudRenewal> | undefined;
}

const asJson = (ids: readonly string[]): string => JSON.stringify(ids);

/** Parameters are those of the vendor's pages of each operation. */
const ASKING: Readonly<Record<AskedProduct, AskingProduct>> = {
  ecs: {
    listing: {
      operation: "ecs:DescribeInstances",
      query: (ids) => ({ InstanceIds: asJson(ids), MaxResults: "100" }),
      page: "NextToken",
      read: readEcsServers,
    },
    search: {
      regions: { operation: "ecs:DescribeRegions", read: readEcsRegions },
      // For want of permission it gives an empty list:
      // https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstances
      trial: { query: { DryRun: "true" }, passed: "DryRunOperation" },
    },
    renewals: {
      operation: "ecs:DescribeInstanceAutoRenewAttribute",
      query: (ids) => ({ InstanceId: ids.join(","), PageSize: "100" }),
      page: "PageNumber",
      read: readEcsRenewals,
    },
  },
  sas: {
    listing: {
      operation: "swas-open:ListInstances",
      query: (ids) => ({ InstanceIds: asJson(ids), PageSize: "100" }),
      page: "PageNumber",
      read: readSasServers,
    },
    search: { regions: { operation: "swas-open:ListRegions", read: readSasRegions } },
  },
  ens: {
    listing: {
      operation: "ens:DescribeInstances",
      query: (ids) => ({ InstanceIds: asJson(ids), PageSize: "100" }),
      page: "PageNumber",
      read: readEnsServers,
    },
    renewals: {
      operation: "ens:DescribeInstanceAutoRenewAttribute",
      query: (ids) => ({ InstanceIds: ids.join(";") }),
      page: "PageNumber",
      read: readEnsRenewals,
    },
  },
};

/** The operations by which servers of a product are asked about. */
export function operationsOfServers(product: AskedProduct): readonly CloudOperation[] {
  const { listing, search, renewals } = ASKING[product];
  return [search?.regions, listing, renewals].flatMap((asked) => (asked ? [asked.operation] : []));
}

/** What the cloud says of a product's servers, in the order of their ids as given; `most` regions are asked at once. */
export async function askServers(
  caller: Caller,
  product: AskedProduct,
  ids: readonly string[],
  most: number,
): Promise<readonly VerifiedServer[]> {
  const { listing, search, renewals } = ASKING[product];
  const servers = search
    ? await searched(caller, { listing, ...search }, ids, most)
    : await askById(caller, listing, ids);
  const renewed: ById<CloudRenewal> = renewals
    ? await renewalsOf(caller, renewals, servers, search !== undefined)
    : new Map();
  return ids.flatMap((id) => {
    const server = servers.get(id);
    const renewal = renewed.get(id);
    return server ? [{ product, id, server, ...(renewal && { renewal }) }] : [];
  });
}

/** How those servers are renewed whose term ends: an operation refuses a list in which there is another one. */
async function renewalsOf(
  caller: Caller,
  listing: Listing<CloudRenewal>,
  servers: ById<CloudServer>,
  byRegion: boolean,
): Promise<ById<CloudRenewal>> {
  const ending = [...servers].flatMap(([id, answer]) => {
    const said = saidIn(answer);
    return said && said.expiresOn !== null ? [{ id, region: said.region }] : [];
  });
  const groups = groupBy(ending, ({ region }) => (byRegion ? region : undefined));
  const asked = await Promise.all(
    [...groups].map(([region, group]) =>
      askById(
        caller,
        listing,
        group.map(({ id }) => id),
        region,
      ),
    ),
  );
  return new Map(asked.flatMap((one) => [...one]));
}
