/**
 * Web Application Firewall: in CNAME mode a domain is served from the nodes of an instance and fetched from its origins.
 * An instance is in the mainland or outside as a whole (F-20): by its provider's region, the former generation by its
 * package or its own region. What it protects in place (cloud-native mode) binds no host: the protected entry decides.
 */
import { product, type Contribution, type EntrySpec } from "../../../graph/contribution";
import { resourcesMeant } from "../../../graph/links";
import { locate, locationFrom, locationOf, type Location } from "../../../location/locate";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { boundDomain, originsOf } from "../shared/bound-domain";
import { contributesNothing, keyword } from "../../reading/values";

const INSTANCES = ["alicloud:wafv3/instance:Instance"] as const;
const FORMER_INSTANCES = ["alicloud:waf/instance:Instance"] as const;

function readDomain(domain: Resource, plan: Plan): readonly Contribution[] {
  const redirect = domain.at("redirect");
  return [
    ...boundDomain(domain, domain.at("domain"), specAt(domainLocation(domain, plan)), [domain.output("cname")]),
    ...originsOf(domain, [...redirect.at("backends").elements(), ...redirect.at("backupBackends").elements()]),
  ];
}

/** A hybrid cloud serves from nodes of the user's own, wherever they are. */
function domainLocation(domain: Resource, plan: Plan): Location {
  const mode = keyword(domain.at("accessType"), ["share"]);
  if (mode.state === "unknown") return { in: "undetermined", doubt: mode.doubt };
  const instance = plan.referred(domain, "instanceId", { types: INSTANCES, by: ["instanceId"] });
  return ofInstance(domain, instance, plan, (one) => locate(one, plan));
}

/** Where the instance of a domain is; while nothing tells which one it is, where all that it may be are. */
function ofInstance(
  domain: Resource,
  instance: Reference,
  plan: Plan,
  place: (instance: Resource) => Location,
): Location {
  const [first, ...others] = resourcesMeant(instance, plan).map(place);
  if (!first) return locate(domain, plan);
  if (instance.is !== "unknown" || others.every((other) => other.in === first.in)) return first;
  return { in: "undetermined", doubt: instance.doubt };
}

function formerDomain(domain: Resource, plan: Plan): readonly Contribution[] {
  const host = domain.at("domainName");
  const named = host.string().state === "absent" && domain.string("domain").state !== "absent";
  const spec = specAt(formerLocation(domain, plan));
  return [
    ...boundDomain(domain, named ? domain.at("domain") : host, spec, [domain.output("cname")]),
    ...originsOf(domain, domain.at("sourceIps").elements()),
  ];
}

function formerLocation(domain: Resource, plan: Plan): Location {
  const instance = plan.referred(domain, "instanceId", { types: FORMER_INSTANCES });
  // Its package is not shown, and tells where it is.
  const absence = instance.is === "resource" ? undefined : plan.absenceDoubt;
  if (absence) return { in: "undetermined", doubt: absence };
  return ofInstance(domain, instance, plan, (one) => formerInstanceLocation(one, plan));
}

/** The package tells best: each is sold for the mainland or for the rest of the world. */
function formerInstanceLocation(instance: Resource, plan: Plan): Location {
  const code = instance.string("packageCode");
  const region = code.state === "known" ? regionOfPackage(code.value) : undefined;
  if (region !== undefined) return locationOf(region, "property");
  const stated = locationFrom(instance.string("region"), "property");
  if (stated) return stated;
  return code.state === "unknown" ? { in: "undetermined", doubt: code.doubt } : locate(instance, plan);
}

/** The region of an instance with this package, of the two there are. */
function regionOfPackage(code: string): string | undefined {
  if (/asia$/i.test(code)) return "ap-southeast-1";
  return /^version_?[345]$|china$/i.test(code) ? "cn-hangzhou" : undefined;
}

const specAt = (location: Location): EntrySpec => ({
  kind: "waf",
  location,
  reach: "public",
});

export const waf = product({
  "alicloud:wafv3/domain:Domain": readDomain,
  "alicloud:wafv3/instance:Instance": contributesNothing,
  "alicloud:wafv3/addressBook:AddressBook": contributesNothing,
  "alicloud:wafv3/defenseResourceGroup:DefenseResourceGroup": contributesNothing,
  "alicloud:wafv3/defenseRule:DefenseRule": contributesNothing,
  "alicloud:wafv3/defenseTemplate:DefenseTemplate": contributesNothing,

  "alicloud:waf/domain:Domain": formerDomain,
  "alicloud:waf/instance:Instance": contributesNothing,
  "alicloud:waf/certificate:Certificate": contributesNothing,
  "alicloud:waf/protectionModule:ProtectionModule": contributesNothing,
});
