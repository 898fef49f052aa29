/** What the names that Alibaba Cloud gives lead to: the plan's own bucket, balancer or domain, or one that no plan shows. */
import { groupBy } from "../plan/plan";
import { Resource } from "../plan/resource";
import type { EntryKind } from "./contribution";
import { endpointOf, type Endpoint } from "./endpoints";
import type { BoundHost, Entry, Graph } from "./graph";

/** The kinds that give names of the form that CDN gives. */
const CDN_LIKE: readonly EntryKind[] = ["cdn", "dcdn", "vod", "live", "scdn"];

/** The entries that a plan's names of Alibaba Cloud's own lead to. */
export class NamedEntries {
  private bound: ReadonlyMap<string, readonly BoundHost[]> | undefined;

  /** `spell` gives the one spelling of a name. */
  constructor(
    private readonly graph: Graph,
    private readonly spell: (name: string) => string,
  ) {}

  /** The entry that a name of Alibaba Cloud's leads to; undefined when it is none of theirs. `from` names it. */
  entryOf(name: string, from: Resource): Entry | undefined {
    const endpoint = endpointOf(name);
    if (!endpoint) return undefined;
    const own = this.ownOf(endpoint);
    return own ? placed(own, endpoint) : standingFor(name, endpoint, from);
  }

  /** The plan's resource that a name was given to. */
  private ownOf(endpoint: Endpoint): Entry | undefined {
    const { host, kind } = endpoint;
    if (host !== undefined) return this.boundOn(host, kind);
    return undefined;
  }

  /** The edge of the plan on which a host is bound, of a kind that gives such names. */
  private boundOn(host: string, kind: EntryKind): Entry | undefined {
    this.bound ??= groupBy(
      this.graph.bindings.filter((binding) => binding.entry.edge && binding.host.state === "known"),
      (binding) => (binding.host.state === "known" ? this.spell(binding.host.value) : ""),
    );
    const kinds = kind === "cdn" ? CDN_LIKE : [kind];
    return this.bound.get(host)?.find(({ entry }) => kinds.includes(entry.kind))?.entry;
  }
}

/** The plan's entry under a name: where the name says, when it says so, else where the entry is. */
function placed(entry: Entry, { location }: Endpoint): Entry {
  if (location.in === "undetermined") return entry;
  return entry.location.in === "undetermined" ? { ...entry, location } : entry;
}

/** An entry that no plan shows, called by its name. */
function standingFor(name: string, endpoint: Endpoint, from: Resource): Entry {
  const { host: _host, ...spec } = endpoint;
  const { stack, project } = from.part;
  const urn = `urn:pulumi:${stack}::${project}::${NAME_TYPE}::${name}`;
  const resource = new Resource({ urn, type: NAME_TYPE, name, inputs: {} }, from.part);
  return { ...spec, resource, name, edge: spec.edge ?? false, opening: "web", attached: [] };
}

/** The type of what stands for a name in paths and reports. */
export const NAME_TYPE = "icp:name:Endpoint";
