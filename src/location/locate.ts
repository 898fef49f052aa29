import { doubt, known, unknown, type Doubt, type Fact, type Urn } from "../plan/fact";
import type { Plan } from "../plan/plan";
import type { Resource } from "../plan/resource";
import { classifyRegion, regionOfZone, regionsAsOf } from "./regions";

/** What told where a resource is. */
export type Witness =
  | "property"
  | "provider"
  | "config"
  | "zone"
  | "option"
  | "environment"
  | "scope"
  | "endpoint"
  | "assumed"
  | "vendor"
  | "declared";

/** Where something is: in mainland China, outside of it, or undetermined and why. */
export type Location =
  | { readonly in: "mainland"; readonly region: string; readonly by: Witness; readonly contradictedBy?: string }
  | { readonly in: "outside"; readonly region: string; readonly by: Witness; readonly contradictedBy?: string }
  | { readonly in: "undetermined"; readonly doubt: Doubt };

/** A region that nothing in the plan tells: `--region`, or an environment variable by name. */
export interface RegionFallback {
  readonly region: string;
  readonly from: "--region" | "ALICLOUD_REGION" | "ALIBABA_CLOUD_REGION";
}

/** The region of a process's environment, which the provider would use as well. */
export function regionFromEnvironment(env: Readonly<Record<string, string | undefined>>): RegionFallback | undefined {
  for (const from of ["ALICLOUD_REGION", "ALIBABA_CLOUD_REGION"] as const) {
    const region = env[from];
    if (region) return { region, from };
  }
  return undefined;
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

const ZONE_PROPERTIES = ["zoneId", "availabilityZone", "masterZoneId"] as const;
const SWITCH_TYPES = ["alicloud:vpc/switch:Switch"];

/**
 * Where a regional resource is: its provider's region, the stack's `alicloud:region`, a zone or vswitch, the fallback
 * that the user or the environment gives; else undetermined.
 */
export function locate(resource: Resource, plan: Plan): Location {
  const provided = locationFrom(providerRegion(resource, plan), "provider");
  const config = usesDefaultProvider(resource) ? resource.part.region : undefined;
  const location = provided ?? (config === undefined || config === "" ? undefined : locationOf(config, "config"));
  const zone = zoneRegion(resource, plan);
  if (location) return withContradiction(location, zone);
  const witnessed = locationFrom(zone, "zone");
  if (witnessed) return witnessed;
  const fallback = plan.options.region;
  if (fallback) return locationOf(fallback.region, fallback.from === "--region" ? "option" : "environment");
  return { in: "undetermined", doubt: doubt("region-unset", {}, { urn: resource.urn }) };
}

/** The region among the inputs of the resource's provider. */
function providerRegion(resource: Resource, plan: Plan): Fact<string> {
  const provider = plan.resource(resource.provider);
  if (provider) return provider.string("region");
  if (resource.provider === undefined || usesDefaultProvider(resource)) return { state: "absent" };
  // An explicit provider that the plan does not show: its region is no secret, but it is not here either.
  const absence = plan.absenceDoubt ?? doubt("not-in-plan", { what: resource.provider });
  return unknown({ ...absence, urn: resource.urn, waitsFor: [resource.provider] });
}

/** Only default providers take their region from the stack's configuration. */
export function usesDefaultProvider(resource: Resource): boolean {
  const provider: Urn | undefined = resource.provider;
  return provider === undefined || /::default(?:_[0-9_a-z-]+)?$/.test(provider);
}

function zoneRegion(resource: Resource, plan: Plan): Fact<string> {
  for (const property of ZONE_PROPERTIES) {
    if (!resource.says(property)) continue;
    const zone = resource.string(property);
    if (zone.state === "known") {
      const region = regionOfZone(zone.value);
      if (region !== undefined) return known(region);
    }
  }
  if (SWITCH_TYPES.includes(resource.type)) return { state: "absent" };
  if (!resource.says("vswitchId")) return { state: "absent" };
  const reference = plan.referred(resource, "vswitchId", { types: SWITCH_TYPES });
  return reference.is === "resource" ? zoneRegion(reference.resource, plan) : { state: "absent" };
}

function withContradiction(location: Location, zone: Fact<string>): Location {
  const contradicts = zone.state === "known" && location.in !== "undetermined" && location.region !== zone.value;
  return contradicts ? { ...location, contradictedBy: zone.value } : location;
}
