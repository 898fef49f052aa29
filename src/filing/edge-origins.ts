/** What edges fetch from for the hosts that they serve, and which Host they ask for: the block is by Host (F-09b). */
import { isDoubt, type OriginContribution } from "../graph/contribution";
import type { Entry } from "../graph/entry";
import type { Exposure } from "../graph/exposure";
import type { Exposures } from "../graph/exposures";
import type { Target } from "../graph/target";
import { memo } from "../base/memo";
import { doubt, type Doubt } from "../plan/fact";
import { groupBy } from "../base/collections";
import { nameOf } from "../names/host-name";
import { KINDS } from "../vocabulary/kinds";

/** A host that an edge serves, and one of the things that the edge fetches it from. */
export interface Fetched {
  readonly exposure: Exposure;
  readonly origin: OriginContribution;
  readonly target: Target;
  /** What the origin is asked for. */
  readonly asked: Asked;
}

/** The Host that an origin is asked for. Its apex decides; unknown ones are in doubt. */
export interface Asked {
  readonly host: string | undefined;
  readonly apex: string | undefined;
  readonly doubt: Doubt | undefined;
}

/**
 * All that edges fetch: for the hosts bound on an edge, and on an edge that binds none, for those that DNS leads there. Only
 * what may reach a public entry in the mainland under a name that could be filed.
 */
export const fetchedIn = memo((exposures: Exposures): readonly Fetched[] => {
  const edges = exposures.all.filter(({ entry }) => entry?.edge === true);
  const bound = new Set(
    edges.flatMap(({ binding, entry }) => (binding === "product" && entry ? [entry.resource.urn] : [])),
  );
  const served = edges.filter(({ binding, entry }) => binding === "product" || !bound.has(entry?.resource.urn ?? ""));
  const found = served.flatMap((exposure) =>
    (exposure.entry ? exposures.originsOf(exposure.entry) : []).flatMap((origin) => {
      const asked = askedBy(origin, exposure);
      exposures.fetched.spend(1);
      return asked
        ? exposures.targets
            .resolve(origin.value)
            .filter((target) => !isServedThere(asked, target, exposures))
            .map((target) => ({ exposure, origin, target, asked }))
        : [];
    }),
  );
  const groups = groupBy(found.filter(mayBeMainland), keyOf);
  return [...groups.values()].map((group) => group.reduce(outermost));
});

const PLACES = ["outside", "undetermined", "mainland"] as const;

/** Of an edge with several doors the one that is furthest from the mainland shows it. */
const outermost = (one: Fetched, other: Fetched): Fetched =>
  PLACES.indexOf(other.exposure.location.in) < PLACES.indexOf(one.exposure.location.in) ? other : one;

/**
 * Which exposures are of edges outside the mainland, certainly or perhaps. One that the same resource serves from the mainland
 * as well is none, and neither are those of WAF, where the origin decides (F-20).
 */
export const offshoreIn = memo(({ all }: Exposures): ((exposure: Exposure) => boolean | Doubt) => {
  const key = ({ by, host }: Exposure): string => [by?.urn, host].join(" ");
  const edges = groupBy(
    all.filter(({ entry }) => entry?.edge === true),
    key,
  );
  return (exposure) => {
    const { entry } = exposure;
    if (exposure.location.in !== "outside" || (entry && KINDS[entry.kind].originDecides)) return false;
    const places = (edges.get(key(exposure)) ?? []).map(({ location }) => location);
    if (places.some((place) => place.in === "mainland")) return false;
    return places.flatMap((place) => (place.in === "undetermined" ? [place.doubt] : []))[0] ?? true;
  };
});

/** The Host that an origin is asked for; undefined when it is one that nobody here can file. */
function askedBy({ asks, passesHost }: OriginContribution, { host, apex, label }: Exposure): Asked | undefined {
  if (asks?.state === "known") {
    const name = nameOf(asks.value);
    return name.is === "public" ? { host: name.host, apex: name.apex, doubt: undefined } : undefined;
  }
  if (asks?.state === "unknown") return { host: undefined, apex: undefined, doubt: asks.doubt };
  if (passesHost === false) return undefined;
  return { host, apex, doubt: isDoubt(passesHost) ? passesHost : apex === undefined ? label : undefined };
}

/** A bucket is asked for by its own name, however it is named; what is private or a stranger's is nobody's matter here. */
function mayBeMainland({ target }: Fetched): boolean {
  if (target.is === "entry") return target.entry.location.in !== "outside" && target.entry.kind !== "oss";
  return target.is === "unknown" || target.is === "unmatched";
}

/** Whether an origin is bound for the host that it is asked for, such as a WAF behind a CDN: its own rule speaks for that. */
const isServedThere = ({ host }: Asked, target: Target, exposures: Exposures): boolean =>
  target.is === "entry" && host !== undefined && boundIn(exposures).has(boundKey(target.entry, host));

/** The hosts that are bound on entries. */
const boundIn = memo(
  ({ all }: Exposures): ReadonlySet<string> =>
    new Set(
      all.flatMap(({ binding, entry, host }) =>
        binding === "product" && entry && host !== undefined ? [boundKey(entry, host)] : [],
      ),
    ),
);

const boundKey = ({ kind, resource }: Entry, host: string): string => `${kind} ${resource.urn} ${host}`;

/** An edge with several doors fetches from its origins once. */
function keyOf({ exposure, origin, target, asked }: Fetched): string {
  const { owner, path } = origin.value;
  const found = target.is === "entry" ? target.entry.resource.urn : target.is === "unmatched" ? target.address : "";
  return [exposure.by?.urn, exposure.host, asked.host, owner.urn, path, target.is, found].join(" ");
}

/** Why it is not certain that an origin is a mainland entry which is asked for that Host; undefined when it is. */
export function doubtOfOrigin({ asked, target, exposure }: Fetched): Doubt | undefined {
  if (asked.doubt) return asked.doubt;
  switch (target.is) {
    case "unknown":
      return target.why;
    case "unmatched":
      return doubt("unmatched-address", { address: target.address });
    case "entry": {
      const { reach, location } = target.entry;
      if (isDoubt(reach)) return reach;
      // Where another provider serves the edge from, and with which filing, changes nothing of what the origin asks for.
      const [unsure] = exposure.doubts.filter(({ why }) => why !== "other-provider");
      return location.in === "undetermined" ? location.doubt : (target.doubt ?? unsure);
    }
    default:
      return doubt("no-address");
  }
}
