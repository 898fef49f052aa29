/** Under which addresses a plan serves a host, as far as those are addresses that stay and that a filing can name. */
import { isAddress, plainAddress } from "../../names/ip-address";
import type { Exposure } from "../../graph/exposure";
import type { Exposures } from "../../graph/exposures";
import { memo } from "../../base/memo";
import type { Doubt, Fact, Urn } from "../../plan/fact";
import { groupBy } from "../../base/collections";
import type { Resource } from "../../plan/resource";
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
export const servingsOf = (all: readonly Exposure[], exposures: Exposures): readonly Serving[] =>
  all
    .filter(({ location }) => location.in !== "outside")
    .flatMap((exposure) => (exposure.entry?.edge === true ? [] : ofExposure(exposure, exposures)));

/** Whether a host with these exposures may have left the mainland: then the rules about that speak for it. */
export const mayHaveLeft = (all: readonly Exposure[], exposures: Exposures): boolean =>
  all.every(({ location }) => location.in !== "mainland") && all.some((exposure) => mayBeOutside(exposure, exposures));

function ofExposure(exposure: Exposure, exposures: Exposures): readonly Serving[] {
  const { entry, unmatched } = exposure;
  if (unmatched !== undefined) return [{ exposure, name: unmatched, is: "address", address: unmatched }];
  if (!entry) {
    const why = doubtOf(exposure);
    return why ? [{ exposure, name: "?", is: "unknown", doubt: why }] : [];
  }
  const { name, urn } = entry.resource;
  if (!KINDS[entry.kind].keepsAddress) return [{ exposure, name, is: "unfixed", owner: urn }];
  const facts = addressesOf(exposure, exposures);
  return facts.flatMap(({ value, owner }): Serving[] => {
    if (value.state === "absent") return [];
    if (value.state === "known") return [{ exposure, name, is: "address", address: spelled(value.value) }];
    const { why, waitsFor } = value.doubt;
    const made = why === "computed" && waitsFor.includes(owner.urn);
    return [{ exposure, name, ...(made ? { is: "new", owner: owner.urn } : { is: "unknown", doubt: value.doubt }) }];
  });
}

/** One spelling of an address; what is none stays as it is written. */
const spelled = (text: string): string => (isAddress(text) ? plainAddress(text) : text);

interface Held {
  readonly owner: Resource;
  readonly value: Fact<string>;
}

/** The addresses that an exposure may come by: the one its record names, that of the EIP on the path, else the entry's. */
function addressesOf({ path, entry }: Exposure, exposures: Exposures): readonly Held[] {
  const { addresses } = exposures.graph;
  const literals = literalsOf(exposures);
  for (const { resource } of [...path].reverse()) {
    const literal = literals.get(resource.urn);
    if (literal !== undefined) return [{ owner: resource, value: { state: "known", value: literal } }];
    const address = addresses.get(resource.urn);
    if (address) return [{ owner: resource, value: address.value }];
  }
  if (!entry) return [];
  const attached = entry.attached.map(({ address }) => ({ owner: address, value: addresses.get(address.urn)?.value }));
  const own = (declaredOf(exposures).get(entry.resource.urn) ?? []).map((value) => ({ owner: entry.resource, value }));
  return [...own, ...attached].flatMap(({ owner, value }) =>
    value && (value.state !== "known" || isAddress(value.value)) ? [{ owner, value }] : [],
  );
}

/** The one known address that a record's resource answers with. */
const literalsOf = memo(({ graph }: Exposures): ReadonlyMap<Urn, string> => {
  const values = graph.records.flatMap(({ by, value }) => {
    const text = value.string();
    return text.state === "known" && isAddress(text.value) ? [{ urn: by.urn, address: text.value }] : [];
  });
  return new Map(
    [...groupBy(values, ({ urn }) => urn)].flatMap(([urn, [first, second]]) =>
      second ? [] : [[urn, first.address] as const],
    ),
  );
});

const declaredOf = memo(
  ({ graph }: Exposures): ReadonlyMap<Urn, readonly Fact<string>[]> =>
    new Map(graph.declared.map(({ resource, addresses }) => [resource.urn, addresses])),
);
