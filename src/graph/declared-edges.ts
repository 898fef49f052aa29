/** Edges that no plan contains and that the register declares: who serves a host, from where, and what it fetches from. */
import { ofKind, type Entry } from "./entry";
import type { Location } from "../location/locate";
import { urnOf } from "../names/urn";
import { doubt } from "../plan/fact";
import { UNKNOWN_STRING } from "../plan/raw";
import type { Plan } from "../plan/plan";
import { Resource } from "../plan/resource";
import { partsOf, resourcesNamed } from "../register/naming";
import type { OriginContribution, Reach } from "./contribution";

/** An edge as the register declares it. */
export interface DeclaredEdge {
  readonly host: string;
  readonly vendor?: string | undefined;
  /** Whether it serves from nodes in the mainland; unknown when it is not said. */
  readonly mainlandNodes?: boolean | undefined;
  /** Glob over URNs: the origin. */
  readonly origin?: string | undefined;
  /** Glob over `project/stack`: where the origin is. */
  readonly stack?: string | undefined;
}

/** The resources that the origin of a declared edge names. */
export const originsNamed = (
  { origin, stack }: DeclaredEdge,
  plan: Plan,
  holds: (owner: Resource) => boolean,
): readonly Resource[] => (origin === undefined ? [] : resourcesNamed({ resource: origin, stack }, plan, holds));

/** A declared edge as an entry, with what it fetches from here. */
export interface EdgeEntry {
  readonly host: string;
  readonly entry: Entry;
  readonly origins: readonly OriginContribution[];
}

/** The type of what stands for a declared edge. */
const EDGE_TYPE = "icp:register:Edge";

/** The entry that stands for a declared edge; undefined where no stack of it is judged. `holds`: what an origin can be. */
export function edgeEntry(edge: DeclaredEdge, plan: Plan, holds: (owner: Resource) => boolean): EdgeEntry | undefined {
  const [part] = partsOf(edge, plan);
  if (!part) return undefined;
  const name = edge.vendor ?? edge.host;
  const { dialect, stack, project } = part;
  const owners = originsNamed(edge, plan, holds);
  const resource = new Resource(
    {
      urn: urnOf({ dialect, stack, project, type: EDGE_TYPE, name: edge.host }),
      type: EDGE_TYPE,
      name,
      inputs: { origin: UNKNOWN_STRING },
      propertyDependencies: { origin: owners.map(({ urn }) => urn) },
    },
    part,
  );
  const entry: Entry = {
    kind: "foreign-edge",
    ...ofKind({ kind: "foreign-edge" }),
    ...placeOf(edge, name),
    opening: "web",
    addresses: [],
    attached: [],
    resource,
    name,
  };
  const origins: readonly OriginContribution[] =
    owners.length === 0 ? [] : [{ is: "origin", of: resource, value: resource.at("origin") }];
  return { host: edge.host, entry, origins };
}

/** A vendor's nodes in the mainland ask for a filing with that vendor, which is not judged here. */
function placeOf({ mainlandNodes }: DeclaredEdge, vendor: string): { location: Location; reach: Reach } {
  const by = mainlandNodes === undefined ? "assumed" : "declared";
  if (mainlandNodes !== true) return { location: { in: "outside", region: vendor, by }, reach: "public" };
  return { location: { in: "mainland", region: vendor, by }, reach: doubt("other-provider", { what: vendor }) };
}
