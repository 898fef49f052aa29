/**
 * API gateways. The classic one serves the APIs of a group under a name of Alibaba Cloud's own; the SDK has no custom
 * domains of it, so DNS records alone tell the hosts. The cloud-native one (APIG) has domains as resources of their own:
 * routes and deployments tell which gateways serve them, and a gateway is public by its network access.
 */
import { configurationOf } from "../../../location/configuration";
import { locate } from "../../../location/locate";
import { referenceTo, product, type Contribution, type EntrySpec, type Reach } from "../../../graph/contribution";
import { doubt } from "../../../plan/fact";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { gatewaysOf, GATEWAYS, HTTP_API, ROUTE } from "./apig-routes";
import { linksTo, serversOf } from "../shared/balancer";
import { contributesNothing, referredBy, required, keyword } from "../../reading/values";
import { CLASSIC_BALANCERS, INSTANCES } from "../shared/tokens";

const GROUPS = ["alicloud:apigateway/group:Group"] as const;
const VPC_ACCESSES = ["alicloud:apigateway/vpcAccess:VpcAccess"] as const;

const specOf = (resource: Resource, plan: Plan, reach: Reach): EntrySpec => ({
  kind: "api-gateway",
  location: locate(resource, plan),
  reach,
});

/** A group always has a public name. */
const readGroup = (group: Resource, plan: Plan): Contribution => ({
  is: "entry",
  resource: group,
  ...specOf(group, plan, "public"),
  addresses: [group.output("subDomain")],
});

/** An API leads on to the servers that the group may call inside a VPC. */
const readApi = (api: Resource, plan: Plan): readonly Contribution[] =>
  linksTo(
    api,
    plan.referred(api, "groupId", { types: GROUPS }),
    referredBy(plan, [api.at("httpVpcServiceConfig").at("name")], { types: VPC_ACCESSES, by: ["name"] }),
  );

const vpcAccess = (access: Resource, plan: Plan): readonly Contribution[] =>
  linksTo(
    access,
    referenceTo(access),
    referredBy(plan, [access.at("instanceId")], { types: [...INSTANCES, ...CLASSIC_BALANCERS] }),
  );

function readGateway(gateway: Resource, plan: Plan): Contribution {
  const balancers = gateway.at("loadBalancers").elements();
  const addresses = balancers.flatMap((balancer) => [
    balancer.at("address").string(),
    ...balancer
      .at("ipv4Addresses")
      .elements()
      .map((address) => address.string()),
  ]);
  return { is: "entry", resource: gateway, ...specOf(gateway, plan, reachOf(gateway)), addresses };
}

const NETWORKS = ["Internet", "Intranet", "InternetAndIntranet"] as const;

/** What was asked for at creation, or what the gateway's load balancers show. */
function reachOf(gateway: Resource): Reach {
  const property = gateway.at("networkAccessConfig").at("type");
  const type = keyword(property, NETWORKS);
  if (type.state === "known") return type.value === "Intranet" ? "private" : "public";
  if (type.state === "unknown") return type.doubt;
  const balancers = gateway
    .at("loadBalancers")
    .elements()
    .map((balancer) => balancer.at("addressType").string());
  const kinds = balancers.flatMap((kind) => (kind.state === "known" ? [kind.value.toLowerCase()] : []));
  if (kinds.includes("internet")) return "public";
  const why = doubt("default-unsourced", { property: property.path }, { property: property.path, urn: gateway.urn });
  return kinds.length > 0 && kinds.length === balancers.length ? "private" : why;
}

/** A domain is served by the gateways it is bound to, each in its own place and within its own reach. */
function readDomain(domain: Resource, plan: Plan): readonly Contribution[] {
  const gateways = gatewaysOf(domain, plan);
  const host = required(domain.string("domainName"), domain.at("domainName"), "text");
  const bind = (to: Reference, reach: Reach): Contribution => ({
    is: "binding",
    by: domain,
    host,
    property: "domainName",
    to,
    standIn: specOf(domain, plan, reach),
  });
  if (gateways.length === 0) return [bind({ is: "absent" }, reachOfUnbound(domain, plan))];
  return gateways.map((to) => bind(to, notInPlan(to)));
}

const notInPlan = (to: Reference): Reach =>
  to.is === "unknown" ? to.doubt : doubt("not-in-plan", { what: to.is === "elsewhere" ? to.value : GATEWAYS[0] });

/** What binds a domain may be outside the plan: it is public when every gateway that could serve it is. */
function reachOfUnbound(domain: Resource, plan: Plan): Reach {
  const shown = plan.ofType(...GATEWAYS).filter((gateway) => configurationOf(gateway) === configurationOf(domain));
  return shown.length > 0 && shown.every((gateway) => reachOf(gateway) === "public")
    ? "public"
    : notInPlan({ is: "absent" });
}

/** A service leads on to the servers it names. */
const readService = (service: Resource, plan: Plan): readonly Contribution[] =>
  linksTo(
    service,
    plan.referred(service, "gatewayId", { types: GATEWAYS }),
    serversOf(plan, service.at("addresses").elements()),
  );

export const apiGateway = product({
  "alicloud:apigateway/group:Group": readGroup,
  "alicloud:apigateway/api:Api": readApi,
  "alicloud:apigateway/vpcAccess:VpcAccess": vpcAccess,
  "alicloud:apigateway/accessControlList:AccessControlList": contributesNothing,
  "alicloud:apigateway/aclEntryAttachment:AclEntryAttachment": contributesNothing,
  "alicloud:apigateway/app:App": contributesNothing,
  "alicloud:apigateway/appAttachment:AppAttachment": contributesNothing,
  "alicloud:apigateway/backend:Backend": contributesNothing,
  "alicloud:apigateway/backendModel:BackendModel": contributesNothing,
  "alicloud:apigateway/groupPluginAttachment:GroupPluginAttachment": contributesNothing,
  "alicloud:apigateway/instance:Instance": contributesNothing,
  "alicloud:apigateway/instanceAclAttachment:InstanceAclAttachment": contributesNothing,
  "alicloud:apigateway/logConfig:LogConfig": contributesNothing,
  "alicloud:apigateway/model:Model": contributesNothing,
  "alicloud:apigateway/plugin:Plugin": contributesNothing,
  "alicloud:apigateway/pluginAttachment:PluginAttachment": contributesNothing,
  "alicloud:apigateway/stageModel:StageModel": contributesNothing,

  [GATEWAYS[0]]: readGateway,
  "alicloud:apig/domain:Domain": readDomain,
  "alicloud:apig/service:Service": readService,
  [ROUTE]: contributesNothing,
  [HTTP_API]: contributesNothing,
  "alicloud:apig/environment:Environment": contributesNothing,
  "alicloud:apig/aiModelProvider:AiModelProvider": contributesNothing,
  "alicloud:apig/plugin:Plugin": contributesNothing,
  "alicloud:apig/pluginClass:PluginClass": contributesNothing,
  "alicloud:apig/policy:Policy": contributesNothing,
  "alicloud:apig/secret:Secret": contributesNothing,
  "alicloud:apig/source:Source": contributesNothing,
});
