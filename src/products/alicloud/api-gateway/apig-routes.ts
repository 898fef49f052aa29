/** Which cloud-native API gateways serve a domain: what the routes and deployments in a plan say. */
import type { Urn } from "../../../plan/fact";
import { groupBy } from "../../../base/collections";
import { memo } from "../../../base/memo";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { parsed } from "../../reading/json";
import { referredBy } from "../../reading/values";

export const GATEWAYS = ["alicloud:apig/gateway:Gateway"] as const;
export const ROUTE = "alicloud:apig/route:Route";
export const HTTP_API = "alicloud:apig/httpApi:HttpApi";
const DOMAINS = ["alicloud:apig/domain:Domain"] as const;
const ENVIRONMENTS = ["alicloud:apig/environment:Environment"] as const;

/** A domain, and a gateway that serves it. */
interface Pair {
  readonly domain: Urn;
  readonly gateway: Reference;
}

/** The gateways to which routes and deployments bind a domain; none when nothing in the plan binds it. */
export const gatewaysOf = (domain: Resource, plan: Plan): readonly Reference[] =>
  distinct((pairsIn(plan).get(domain.urn) ?? []).map((pair) => pair.gateway));

/** What routes and deployments bind, by domain. */
const pairsIn = memo((plan: Plan): ReadonlyMap<Urn, readonly Pair[]> => {
  const found = [...plan.ofType(ROUTE).map(ofRoute), ...plan.ofType(HTTP_API).flatMap(ofDeployments)];
  return groupBy(
    found.flatMap((uses) => pairsOf(uses, plan)),
    (pair) => pair.domain,
  );
});

/** The values that name domains, and those that name the gateways or environments which serve them. */
interface Uses {
  readonly domains: readonly Value[];
  readonly gateways: readonly Value[];
}

function ofRoute(route: Resource): Uses {
  const environment = route.at("environmentInfo");
  const gateways = environment
    .at("gatewayInfos")
    .elements()
    .map((info) => info.at("gatewayId"));
  return { domains: route.at("domainIds").elements(), gateways: [environment.at("environmentId"), ...gateways] };
}

/** Deployments are JSON; one that is not known yet is told by the resources from which it is computed. */
const ofDeployments = (api: Resource): readonly Uses[] =>
  api
    .at("deployConfigs")
    .elements()
    .map((text): Uses => {
      const config = parsed(text);
      if (config.state !== "known") return { domains: [text], gateways: [text] };
      const { value } = config;
      const infos = value
        .at("customDomainInfos")
        .elements()
        .map((info) => info.at("domainId"));
      return {
        domains: [...value.at("customDomainIds").elements(), ...infos],
        gateways: [value.at("gatewayId"), value.at("environmentId")],
      };
    });

function pairsOf({ domains, gateways }: Uses, plan: Plan): readonly Pair[] {
  const named = referredBy(plan, gateways, { types: [...GATEWAYS, ...ENVIRONMENTS] }).map((reference) =>
    reference.is === "resource" && !isGateway(reference.resource)
      ? plan.referred(reference.resource, "gatewayId", { types: GATEWAYS })
      : reference,
  );
  // Environment and gateway are two names of one thing: the one that the plan shows tells what the other means.
  const shown = named.filter((reference) => reference.is === "resource");
  const serving = shown.length > 0 ? shown : [named[0] ?? { is: "absent" as const }];
  return referredBy(plan, domains, { types: DOMAINS }).flatMap((domain) =>
    domain.is === "resource" ? serving.map((gateway): Pair => ({ domain: domain.resource.urn, gateway })) : [],
  );
}

const isGateway = ({ type }: Resource): boolean => (GATEWAYS as readonly string[]).includes(type);

/** Each gateway of the plan once, and once that there is one outside the plan. */
function distinct(references: readonly Reference[]): readonly Reference[] {
  const shown = new Map(references.flatMap((one) => (one.is === "resource" ? [[one.resource, one] as const] : [])));
  const other = references.find((reference) => reference.is !== "resource");
  return [...shown.values(), ...(other ? [other] : [])];
}
