/** By which of its properties a resource shows in which region its provider works. */
import { byPath, sdkDeclarations, sdkTypes, type ByPath, type Declared, type PropertyPath } from "./sdk";

/** What kind of value tells a region, and where the types have it. */
export interface Witnesses {
  /** Zones, whose names begin with their region. */
  readonly zones: ByPath;
  /** VSwitches, which lie in a zone. */
  readonly switches: ByPath;
  /** Regions, also before a colon. */
  readonly regions: ByPath;
  /** Names of endpoints, which contain a region. */
  readonly endpoints: ByPath;
}

/** Services that are everywhere, or that speak of the zones and regions of others. */
const ELSEWHERE = /^alicloud:(?:(?:alidns|dns|dts|ens|esa|eventbridge|ga|pvtz)\/|vpc\/ipam)/;
/** Words with which a property begins that names another place than its own. */
const OTHERS = /^(?:dest|endpoint|opposite|peer|source|src|target)/;
/** Nobody looks further down: what is there says nothing that the rest does not. */
const DEEPEST = 2;

const ZONE = /^(?:availabilityZone|zone|zoneIds?|(?:arbiter|hidden|master|primary|secondary|slave|standby)ZoneId)$/;
const SWITCH = /^(?:vswitchIds?|vswId|(?:arbiter|master|pod|primary|standby|worker)VswitchIds?)$/;
const REGION = /[rR]egion/;

/** Endpoints that only the provider tells, and that have the region in their names. */
const ENDPOINTS: Readonly<Record<string, readonly PropertyPath[]>> = {
  "alicloud:alb/loadBalancer:LoadBalancer": ["dnsName"],
  "alicloud:apigateway/group:Group": ["subDomain", "vpcDomain"],
  "alicloud:cs/kubernetes:Kubernetes": ["connections.serviceDomain"],
  "alicloud:cs/managedKubernetes:ManagedKubernetes": ["connections.serviceDomain"],
  "alicloud:fc/v3Trigger:V3Trigger": ["httpTrigger.urlInternet", "httpTrigger.urlIntranet"],
  "alicloud:nas/mountTarget:MountTarget": ["mountTargetDomain"],
  "alicloud:nlb/loadBalancer:LoadBalancer": ["dnsName"],
  "alicloud:oss/bucket:Bucket": ["extranetEndpoint", "intranetEndpoint", "location"],
};

/** What of each type tells its provider's region, as the installed SDK declares it. */
export function witnesses(): Witnesses {
  const declared = sdkDeclarations();
  const types = [...sdkTypes()]
    .filter(([type]) => !ELSEWHERE.test(type))
    .map(([type, paths]): Type => ({
      type,
      paths: [...paths].filter(isNear),
      declared: declared.get(type) ?? new Map(),
    }));
  const where = (fits: (path: PropertyPath, type: Type) => boolean): ByPath =>
    byPath(types.map((type) => [type.type, type.paths.filter((path) => fits(path, type))]));
  return {
    zones: where((path, type) => ZONE.test(leafOf(path)) && isOwn(path, type)),
    switches: where((path, type) => SWITCH.test(leafOf(path)) && isOwn(path, type)),
    regions: where((path, type) => (path === "regionId" && saysOneRegion(type)) || isNamespace(path, type)),
    endpoints: where((path, { type }) => ENDPOINTS[type]?.includes(path) === true),
  };
}

interface Type {
  readonly type: string;
  readonly paths: readonly PropertyPath[];
  readonly declared: ReadonlyMap<string, Declared>;
}

const leafOf = (path: PropertyPath): string => path.slice(path.lastIndexOf(".") + 1);
const placeOf = (path: PropertyPath): string => path.slice(0, Math.max(0, path.lastIndexOf(".")));
const isNear = (path: PropertyPath): boolean => path.split(".").length <= DEEPEST;

/** Neither its name nor a region beside it says that it is about another place. */
function isOwn(path: PropertyPath, { paths, declared }: Type): boolean {
  const around = placeOf(path);
  const said = paths.filter((other) => placeOf(other) === around && declared.get(other)?.input !== "never");
  return !path.split(".").some((word) => OTHERS.test(word)) && !said.some((other) => REGION.test(leafOf(other)));
}

/** The provider alone tells `regionId`, and no other region is spoken of with which it could be confused. */
const saysOneRegion = ({ declared }: Type): boolean =>
  declared.get("regionId")?.input === "never" &&
  [...declared.keys()].every((name) => name === "regionId" || !REGION.test(name));

/** Namespaces of the Serverless App Engine are called `cn-hangzhou:name`. */
const isNamespace = (path: PropertyPath, { type }: Type): boolean =>
  path === "namespaceId" && type.startsWith("alicloud:sae/");
