/** Under which addresses a plan serves a host, as far as those are addresses that stay and that a filing can name. */
import { inOneSpelling, isAddress } from "../../names/ip-address";
import type { Exposure } from "../../graph/exposure";
import type { LeadingAddress } from "../../graph/target";
import type { Doubt, Urn } from "../../plan/fact";
import { doubtOf, mayBeOutside } from "../scope";
import { KINDS } from "../../vocabulary/kinds";

/** One way in which a host is served from the mainland, or perhaps from there. */
export type Serving = {
  readonly exposure: Exposure;
  /** What serves it, for messages. */
  readonly name: string;
} & (
  | { readonly is: "address"; readonly address: string }
  /** An address that only this plan makes. */
  | { readonly is: "new"; readonly owner: Urn }
  /** Something without an address that stays, such as an ALB. */
  | { readonly is: "unfixed"; readonly owner: Urn }
  | { readonly is: "unknown"; readonly doubt: Doubt }
);

/** How a host with these exposures is served, outside the mainland apart; an edge's own addresses are its vendor's. */
export const servingsOf = (all: readonly Exposure[]): readonly Serving[] =>
  all
    .filter(({ location }) => location.in !== "outside")
    .flatMap((exposure) => (exposure.entry?.edge === true ? [] : ofExposure(exposure)));

/** Whether a host with these exposures may have left the mainland: then the rules about that speak for it. */
export const mayHaveLeft = (all: readonly Exposure[]): boolean =>
  all.every(({ location }) => location.in !== "mainland") && all.some(mayBeOutside);

function ofExposure(exposure: Exposure): readonly Serving[] {
  const { entry, unmatched } = exposure;
  if (unmatched !== undefined) return [{ exposure, name: unmatched, is: "address", address: unmatched }];
  if (!entry) {
    const why = doubtOf(exposure);
    return why ? [{ exposure, name: "?", is: "unknown", doubt: why }] : [];
  }
  const { name, urn } = entry.resource;
  if (!KINDS[entry.kind].keepsAddress) return [{ exposure, name, is: "unfixed", owner: urn }];
  return addressesOf(exposure).flatMap(({ value, owner }): Serving[] => {
    if (value.state === "absent") return [];
    if (value.state === "known") return [{ exposure, name, is: "address", address: inOneSpelling(value.value) }];
    const { why, waitsFor } = value.doubt;
    const made = why === "computed" && waitsFor.includes(owner.urn);
    return [{ exposure, name, ...(made ? { is: "new", owner: owner.urn } : { is: "unknown", doubt: value.doubt }) }];
  });
}

/** The addresses that an exposure may come by: the one that led to its entry, else any of the entry's. */
function addressesOf({ ledBy, entry }: Exposure): readonly LeadingAddress[] {
  if (ledBy && ledBy.value.state !== "absent") return [ledBy];
  if (!entry) return [];
  const own = entry.addresses.map((value) => ({ owner: entry.resource, value }));
  const attached = entry.attached.map(({ resource, value }) => ({ owner: resource, value }));
  return [...own, ...attached].filter(({ value }) => value.state !== "known" || isAddress(value.value));
}
