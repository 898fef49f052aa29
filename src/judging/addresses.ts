/** What the rules about the addresses of a filing share (S3-25, S3-26, F-48). */
import type { Context } from "../filing/context";
import { mayHaveLeft, servingsOf, type Serving } from "../filing/hosts/addresses";
import { doubtOf } from "../filing/scope";
import { unlessDoubted, type Verdict } from "../filing/verdict";
import type { Message } from "../messages";
import { groupBy } from "../base/collections";
import type { Filing } from "../register/register";
import { evidenceOf } from "./exposures";
import { judgementOf } from "./judgement";
import { doubtRemedies } from "./remedies";
import { subjectOf, type Judgement, type Remedy } from "./rule";

/** One way in which a host of a filing is served. */
export interface ServedAddress {
  readonly filing: Filing;
  readonly host: string;
  readonly apex: string;
  readonly serving: Serving;
}

/** How a rule judges the addresses of a filing. */
export interface AddressPoint {
  /** Whether it leaves hosts alone that may have left the mainland. */
  readonly onlyHere?: true;
  readonly check: (served: ServedAddress, context: Context) => Verdict<Message>;
  readonly remedies: (served: ServedAddress, context: Context) => readonly Remedy[];
}

/** Judges each address that serves hosts of a filing, at the first of these hosts that certainly leads there. */
export function judgeAddresses(filing: Filing, context: Context, point: AddressPoint): Judgement[] {
  const apex = filing.domain;
  const hosts = groupBy(context.exposures.ofApex(apex), ({ host }) => host ?? "");
  // The same host speaks for an address, whatever its resources are called.
  const inOrder = [...hosts].sort(([a], [b]) => (a < b ? -1 : 1));
  const served = inOrder.flatMap(([host, exposures]) =>
    point.onlyHere && mayHaveLeft(exposures)
      ? []
      : servingsOf(exposures).map((serving): ServedAddress => ({ filing, host, apex, serving })),
  );
  return [...groupBy(served, keyOf).values()].map((group) => {
    const best = group.find(({ serving }) => doubtOf(serving.exposure) === undefined) ?? group[0];
    return judge(best, context, point);
  });
}

/** What makes two ways of serving the same one. */
export function keyOf({ serving }: Pick<ServedAddress, "serving">): string {
  switch (serving.is) {
    case "address":
      return serving.address;
    case "new":
    case "unfixed":
      return `${serving.is} ${serving.owner}`;
    case "unknown":
      return ["unknown", serving.doubt.urn, serving.doubt.property].join(" ");
  }
}

function judge(served: ServedAddress, context: Context, point: AddressPoint): Judgement {
  const { serving, apex, host } = served;
  const { exposure } = serving;
  // It may be no mainland address at all.
  const verdict = unlessDoubted(point.check(served, context), doubtOf(exposure));
  return judgementOf(verdict, subjectOf(exposure), {
    what: host,
    on: () => ({
      ...evidenceOf(exposure),
      registerKey: [...(context.register.keyOf(apex) ?? []), "ips"],
    }),
    remedies: () => point.remedies(served, context),
    against: (why) => doubtRemedies(why, apex, context),
  });
}

/** The addresses that a filing names; undefined when it names none. */
export const ipsOf = ({ ips }: Filing): readonly string[] | undefined => (ips && ips.length > 0 ? ips : undefined);

/** Whether the filing has a commercial licence that names the serving address. */
export const isIpBound = ({ commercial }: Filing): boolean =>
  commercial?.ipBound === true && commercial.licence !== null;
