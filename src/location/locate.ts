import { memoIn } from "../base/memo";
import { doubt, unknown, type Doubt, type Fact } from "../plan/fact";
import type { Plan, PlanOptions, RegionFallback } from "../plan/plan";
import type { Resource } from "../plan/resource";
import { PROVIDER, isUnconfigured, usesDefaultProvider } from "./configuration";
import { classifyRegion, regionsAsOf } from "../names/regions";
import { regionsAnswered, regionsAround, regionsOfZones } from "./witnesses";

/** What told where a resource is. */
export type Witness =
  | "property"
  | "provider"
  | "config"
  | "zone"
  | "output"
  | "neighbour"
  | "option"
  | "environment"
  | "scope"
  | "endpoint"
  | "assumed"
  | "vendor"
  | "declared";

/** A place that is known, and how. */
interface Known {
  readonly region: string;
  readonly by: Witness;
  readonly contradictedBy?: string;
  /** Where the resource does not say itself what tells its place: it is left out and means this, or its rate plan says it. */
  readonly unsaid?: "default" | "rate-plan";
}

/** Where something is: in mainland China, outside of it, or undetermined and why. */
export type Location =
  | ({ readonly in: "mainland" } & Known)
  | ({ readonly in: "outside" } & Known)
  | { readonly in: "undetermined"; readonly doubt: Doubt };

/** The region of a process's environment, which the provider would use as well. */
export function regionFromEnvironment(env: Readonly<Record<string, string | undefined>>): RegionFallback | undefined {
  for (const from of ["ALICLOUD_REGION", "ALIBABA_CLOUD_REGION"] as const) {
    const region = env[from];
    if (region) return { region, from };
  }
  return undefined;
}

/** The options of a plan: the region that the user gives, else the environment's. */
export function planOptions(env: Readonly<Record<string, string | undefined>>, region?: string): PlanOptions {
  const fallback = region === undefined ? regionFromEnvironment(env) : ({ region, from: "--region" } as const);
  return fallback ? { region: fallback } : {};
}

/** The location a known region means; a region in no list is undetermined and says how old the list is. */
export function locationOf(region: string, by: Witness): Location {
  const kind = classifyRegion(region);
  return kind === "unlisted"
    ? { in: "undetermined", doubt: doubt("region-unlisted", { region, asOf: regionsAsOf }) }
    : { in: kind, region, by };
}

/** As `locationOf`, for a fact that is known or unknown. */
export function locationFrom(region: Fact<string>, by: Witness): Location | undefined {
  if (region.state === "absent") return undefined;
  return region.state === "known" ? locationOf(region.value, by) : { in: "undetermined", doubt: region.doubt };
}

/**
 * Where a regional resource is: its provider's region, the stack's `alicloud:region`, what its zones or its provider's
 * answers show, what those of its neighbours at the same provider show, the fallback that the user or the environment
 * gives; else undetermined.
 */
export const locate = memoIn((resource: Resource, plan: Plan): Location => {
  const provided = providerRegion(resource, plan);
  const config = usesDefaultProvider(resource) ? resource.part.region : undefined;
  if (provided.state === "known") return against(provided.value, "provider", resource, plan);
  if (provided.state === "absent" && config) return against(config, "config", resource, plan);
  const witnessed = witness(resource, plan);
  if (witnessed) return witnessed;
  // A region that waits, or is secret, is none that an option or the environment could give.
  if (provided.state === "unknown") return given(provided.doubt, plan) ?? { in: "undetermined", doubt: provided.doubt };
  return fallen(resource, plan);
});

/** The region that the user gives for a provider whose region the plan does not show, where it is the only such one. */
function given({ why }: Doubt, plan: Plan): Location | undefined {
  const fallback = plan.options.region;
  if (why !== "unshown" || fallback?.from !== "--region") return undefined;
  const unshown = plan.ofType(PROVIDER).filter(({ isShown }) => !isShown);
  return unshown.length === 1 ? locationOf(fallback.region, "option") : undefined;
}

/** The region among the inputs of the resource's provider. */
function providerRegion(resource: Resource, plan: Plan): Fact<string> {
  const provider = plan.providerOf(resource);
  if (provider) return provider.string("region");
  if (resource.provider === undefined || isUnconfigured(resource)) return { state: "absent" };
  // An explicit provider that the plan does not show: its region is no secret, but it is not here either.
  const absence = plan.absenceDoubt ?? doubt("not-in-plan", { what: resource.provider });
  return unknown({ ...absence, urn: resource.urn, waitsFor: [resource.provider] });
}

/** A region that is set, held against the resource's own zones: noted where they differ, in doubt where that decides. */
function against(region: string, by: Witness, resource: Resource, plan: Plan): Location {
  const location = locationOf(region, by);
  if (location.in === "undetermined") return location;
  const zones = regionsOfZones(resource, plan);
  if (zones.size === 0) return location;
  const others = [...zones].filter((other) => other !== region && isListed(other)).sort();
  const elsewhere = others.find((other) => classifyRegion(other) !== location.in);
  if (elsewhere !== undefined) {
    return undetermined(doubt("region-contradicted", { region, zone: elsewhere }, { urn: resource.urn }));
  }
  const [contradictedBy] = others;
  return contradictedBy === undefined ? location : { ...location, contradictedBy };
}

/** What shows the region where nothing sets it. */
function witness(resource: Resource, plan: Plan): Location | undefined {
  const zones = regionsOfZones(resource, plan);
  if (zones.size > 0) return agreed(zones, "zone", resource);
  const own = regionsAnswered(resource, plan);
  if (own.size > 0) return agreed(own, "output", resource);
  // Neighbours that come later may show another one.
  const around = resource.part.isolated ? own : regionsAround(resource, plan);
  return around.size > 0 ? agreed(around, "neighbour", resource) : undefined;
}

/** Where something is of which several regions are shown: that matters only when they are not in the same place. */
function agreed(shown: ReadonlySet<string>, by: Witness, resource: Resource): Location | undefined {
  const regions = [...shown].sort();
  const [first] = regions;
  if (first === undefined) return undefined;
  const differ = new Set(regions.map(classifyRegion)).size > 1;
  return differ
    ? undetermined(doubt("regions-differ", { regions: regions.join(", ") }, { urn: resource.urn }))
    : locationOf(first, by);
}

/** The region that the user or the environment gives; before the whole plan is known a zone may still say another. */
function fallen(resource: Resource, plan: Plan): Location {
  const fallback = plan.options.region;
  if (!fallback) return undetermined(doubt("region-unset", {}, { urn: resource.urn }));
  if (resource.part.isolated) return undetermined(doubt("isolated", {}, { urn: resource.urn }));
  // What may have several providers has not all of them from the environment: only the user's word is for all.
  if (resource.part.untoldProviders && fallback.from !== "--region") {
    return undetermined(doubt("providers-untold", {}, { urn: resource.urn }));
  }
  return locationOf(fallback.region, fallback.from === "--region" ? "option" : "environment");
}

const undetermined = (why: Doubt): Location => ({ in: "undetermined", doubt: why });
const isListed = (region: string): boolean => classifyRegion(region) !== "unlisted";
