/** What is said of how subscriptions are renewed. */
import * as z from "../../register/libraries";
import type { VerifiedServer } from "../../register/verified";
import { nextNumber, numberedPage, listPageOf, type ListPage } from "./pages";
import { readingOf, type Reading } from "./reading";
import { ensSuccess } from "./servers";

/** How a subscription is renewed: by itself, by whoever remembers it, or not at all. */
export type CloudRenewal = Extract<NonNullable<VerifiedServer["renewal"]>, { readonly says: unknown }>["says"];

const list = z.object({ InstanceRenewAttribute: z.array(z.unknown()) });
const STATUS = { AutoRenewal: "automatic", Normal: "manual", NotRenewal: "none" } as const;

const readEcsRenewal: Reading<CloudRenewal> = readingOf(
  z.object({ RenewalStatus: z.enum(["AutoRenewal", "Normal", "NotRenewal"]) }),
  ({ RenewalStatus }) => STATUS[RenewalStatus],
);

/** Reads a page of `ecs:DescribeInstanceAutoRenewAttribute`. */
export const readEcsRenewals: Reading<ListPage<CloudRenewal>> = readingOf(
  z.object({ InstanceRenewAttributes: list, ...numberedPage }),
  ({ InstanceRenewAttributes: { InstanceRenewAttribute }, ...page }, at) =>
    listPageOf(InstanceRenewAttribute, at, readEcsRenewal, nextNumber(page)),
);

const readEnsRenewal: Reading<CloudRenewal> = readingOf(z.object({ AutoRenewal: z.boolean() }), ({ AutoRenewal }) =>
  AutoRenewal ? "automatic" : "manual",
);

/** Reads `ens:DescribeInstanceAutoRenewAttribute`, which has no pages. */
export const readEnsRenewals: Reading<ListPage<CloudRenewal>> = readingOf(
  z.object({ Code: ensSuccess, InstanceRenewAttributes: list }),
  ({ InstanceRenewAttributes: { InstanceRenewAttribute } }, at) =>
    listPageOf(InstanceRenewAttribute, at, readEnsRenewal),
);
