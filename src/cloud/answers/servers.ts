/** What is said of servers. */
import { today } from "../../base/calendar";
import * as z from "../../register/libraries";
import type { CloudServer } from "../../register/verified";
import { nextNumber, numberedPage, listPageOf, type ListPage } from "./pages";
import { readingOf, type Reading } from "./reading";
import { regionId } from "./regions";
import { momentIn } from "./times";

const list = z.array(z.unknown());
const texts = z.array(z.string());
const paid = z.enum(["PrePaid", "PostPaid"]);
const CHARGE = { PrePaid: "subscription", PostPaid: "pay-as-you-go" } as const;

/** What is written for the end of what has none: 2099-12-31T15:59Z. */
const NEVER = "2099-12-31";

/** The day of an end, null for none; undefined for what is no time. */
function endIn(text: string): CloudServer["expiresOn"] | undefined {
  const moment = momentIn(text);
  const day = moment && today(moment);
  return day === NEVER ? null : day;
}

/** Whether an end has come; both times are in UTC. */
const isOver = (end: string, at: string): boolean => Date.parse(end) <= Date.parse(at);

const readEcsServer: Reading<CloudServer> = readingOf(
  z.object({
    RegionId: regionId,
    InstanceChargeType: paid,
    ExpiredTime: z.nullish(z.string()),
    InternetMaxBandwidthOut: z.number(),
    PublicIpAddress: z.object({ IpAddress: texts }),
    EipAddress: z.object({ IpAddress: z.string() }),
  }),
  ({ RegionId, InstanceChargeType, ExpiredTime, InternetMaxBandwidthOut, PublicIpAddress, EipAddress }, at) => {
    const isSubscription = InstanceChargeType === "PrePaid";
    const end = ExpiredTime ?? "";
    const expiresOn = isSubscription ? endIn(end) : null;
    if (expiresOn === undefined) return undefined;
    const hasOwnAddress = PublicIpAddress.IpAddress.length > 0 && InternetMaxBandwidthOut > 0;
    return {
      region: RegionId,
      charge: CHARGE[InstanceChargeType],
      expiresOn,
      hasPublicAddress: hasOwnAddress || EipAddress.IpAddress !== "",
      state: isSubscription && isOver(end, at) ? "expired" : "live",
    };
  },
);

/** Reads a page of `ecs:DescribeInstances`, whose next one is asked for by a token; an empty one is behind the last. */
export const readEcsServers: Reading<ListPage<CloudServer>> = readingOf(
  z.object({ Instances: z.object({ Instance: list }), NextToken: z.nullish(z.string()) }),
  ({ Instances, NextToken }, at) =>
    listPageOf(Instances.Instance, at, readEcsServer, NextToken === "" ? undefined : (NextToken ?? undefined)),
);

/** What becomes of a server by its `BusinessStatus`; one whose payment is overdue is there. */
const SAS_STATE = { Normal: "live", Overdue: "live", Expired: "expired" } as const;

const readSasServer: Reading<CloudServer> = readingOf(
  z.object({
    RegionId: regionId,
    ChargeType: paid,
    ExpiredTime: z.string(),
    PublicIpAddress: z.string(),
    BusinessStatus: z.enum(["Normal", "Overdue", "Expired"]),
  }),
  ({ RegionId, ChargeType, ExpiredTime, PublicIpAddress, BusinessStatus }) => {
    const expiresOn = ChargeType === "PrePaid" ? endIn(ExpiredTime) : null;
    if (expiresOn === undefined) return undefined;
    return {
      region: RegionId,
      charge: CHARGE[ChargeType],
      expiresOn,
      hasPublicAddress: PublicIpAddress !== "",
      state: SAS_STATE[BusinessStatus],
    };
  },
);

/** Reads a page of `swas-open:ListInstances`. */
export const readSasServers: Reading<ListPage<CloudServer>> = readingOf(
  z.object({ Instances: list, ...numberedPage }),
  ({ Instances, ...page }, at) => listPageOf(Instances, at, readSasServer, nextNumber(page)),
);

const ENS_STATE = { Running: "live", Stopped: "live", Expired: "expired" } as const;

/** ENS does not say how a server is paid for. */
const readEnsServer: Reading<CloudServer> = readingOf(
  z.object({
    EnsRegionId: regionId,
    ExpiredTime: z.string(),
    Status: z.enum(["Running", "Stopped", "Expired"]),
    PublicIpAddress: z.object({ IpAddress: texts }),
    PublicIpAddresses: z.nullish(z.object({ PublicIpAddress: list })),
  }),
  ({ EnsRegionId, ExpiredTime, Status, PublicIpAddress, PublicIpAddresses }) => {
    const expiresOn = endIn(ExpiredTime);
    if (expiresOn === undefined) return undefined;
    const addresses = [...PublicIpAddress.IpAddress, ...(PublicIpAddresses?.PublicIpAddress ?? [])];
    return {
      region: EnsRegionId,
      charge: null,
      expiresOn,
      hasPublicAddress: addresses.length > 0,
      state: ENS_STATE[Status],
    };
  },
);

/** ENS says with the status 200 that something failed, by another code than 0. */
export const ensSuccess = z.nullish(z.literal(0));

/** Reads a page of `ens:DescribeInstances`. */
export const readEnsServers: Reading<ListPage<CloudServer>> = readingOf(
  z.object({ Code: ensSuccess, Instances: z.object({ Instance: list }), ...numberedPage }),
  ({ Instances, ...page }, at) => listPageOf(Instances.Instance, at, readEnsServer, nextNumber(page)),
);
