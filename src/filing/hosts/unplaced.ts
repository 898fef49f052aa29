/** Hosts that the register says a judged stack serves, and that nothing in the plan places: any entry of the stack may serve them. */
import type { Entry } from "../../graph/entry";
import type { Context } from "../context";
import { doubt, type Doubt } from "../../plan/fact";
import { partsOf } from "../../register/naming";
import { previousExposures } from "./previous";
import { exposuresOf } from "../scope";
import { KINDS } from "../../vocabulary/kinds";

/** Whether an entry is of a kind that serves whatever host leads to it. */
export const servesAnyHost = ({ kind }: Entry): boolean => KINDS[kind].servesAnyHost;

/** The doubt about such a host. */
export const unplaced = (host: string): Doubt => doubt("host-unplaced", { host });

/**
 * Whether an entry of a stack, in the mainland or perhaps there, of which no host is known, may serve one that nothing places.
 * A host that this plan places no longer was placed before: it lost something.
 */
export function isUnplaced(host: string, stack: string, context: Context): boolean {
  const { plan, exposures } = context;
  const parts = partsOf({ stack }, plan);
  const mayServe = (entry: Entry): boolean => {
    const { reach, location, opening, resource } = entry;
    return (
      servesAnyHost(entry) &&
      reach !== "private" &&
      location.in !== "outside" &&
      opening !== "none" &&
      exposures.named.get(resource.urn) !== "certainly" &&
      parts.includes(resource.part)
    );
  };
  return isNowhere(host, context) && [...exposures.graph.entries.values()].some(mayServe);
}

/** Whether neither this plan nor the old state leads a host anywhere. */
function isNowhere(host: string, context: Context): boolean {
  const previous = previousExposures(context);
  return exposuresOf(host, context.exposures).length === 0 && (!previous || exposuresOf(host, previous).length === 0);
}

/** The declared hosts of an entry's stack that nothing places. */
export function unplacedHosts({ resource }: Entry, context: Context): readonly string[] {
  const { register, plan } = context;
  return register.filings.flatMap(({ hosts }) =>
    hosts.flatMap(({ host, stack }) =>
      stack !== undefined && partsOf({ stack }, plan).includes(resource.part) && isNowhere(host, context) ? [host] : [],
    ),
  );
}
