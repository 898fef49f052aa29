/** For which resources some host is known: entries, all that is behind them, and the origins of edges. */
import { flat } from "../base/collections";
import { doubt, type Doubt, type Urn } from "../plan/fact";
import type { Resource } from "../plan/resource";
import type { Links } from "./links";

/** A resource to which some host leads; with a doubt where that is not sure. */
export interface Led {
  readonly resource: Resource;
  readonly doubt: Doubt | undefined;
}

/** The resources for which a host is known, or may be: `certainly`, also where it is for one of several, or why not. */
export type HostsKnown = ReadonlyMap<Urn, "certainly" | Doubt>;

/** All that hosts reach from where they lead. */
export function hostsKnown(led: readonly Led[], links: Links): HostsKnown {
  const known = new Map<Urn, "certainly" | Doubt>();
  const certain = new Map(flat(led, ({ resource, doubt: why }) => (why ? [] : [[resource.urn, resource] as const])));
  const perhaps: Led[] = led.filter(({ doubt: why }) => why !== undefined);
  // Lists and maps hand out what is added to them on the way.
  for (const resource of certain.values()) {
    known.set(resource.urn, "certainly");
    for (const { to, how } of links.of(resource)) {
      // One of the candidates is meant, and that somebody knows a host for them is all that counts.
      if (how !== "by-type") certain.set(to.urn, to);
      else if (!known.has(to.urn)) perhaps.push({ resource: to, doubt: doubt("may-lead", { what: resource.name }) });
    }
  }
  for (const { resource, doubt: why } of perhaps) {
    if (!why || known.has(resource.urn)) continue;
    known.set(resource.urn, why);
    for (const { to } of links.of(resource)) if (!known.has(to.urn)) perhaps.push({ resource: to, doubt: why });
  }
  return known;
}
