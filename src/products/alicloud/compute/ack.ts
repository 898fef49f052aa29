/**
 * Container Service for Kubernetes: a cluster's public API server says nothing about web sites. Add-ons do: an ingress
 * controller brings a load balancer of its own, public or not by its configuration. Hosts are bound inside the cluster.
 */
import { locate } from "../../../location/locate";
import { referenceTo, product, type Contribution, type Reach } from "../../../graph/contribution";
import { memo } from "../../../base/memo";
import { doubt, type Fact } from "../../../plan/fact";
import { groupBy } from "../../../base/collections";
import type { Plan } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { parsed } from "../../reading/json";
import { contributesNothing, required, keyword } from "../../reading/values";

export const CLUSTERS = [
  "alicloud:cs/managedKubernetes:ManagedKubernetes",
  "alicloud:cs/kubernetes:Kubernetes",
  "alicloud:cs/serverlessKubernetes:ServerlessKubernetes",
  "alicloud:cs/edgeKubernetes:EdgeKubernetes",
] as const;

const ADD_ON = "alicloud:cs/kubernetesAddon:KubernetesAddon";

/** An add-on, in a list of a cluster or a resource of its own. */
type AddOn = Pick<Value, "at">;

/** How the load balancer that an add-on brings is reached; undefined when it brings none. */
function reachOf(addOn: AddOn): Reach | undefined {
  const property = addOn.at("name");
  const name = required(property.string(), property, "text");
  if (name.state === "unknown") return name.doubt;
  return CONTROLLERS.get(name.value)?.(addOn.at("config"));
}

/** As `reachOf`, for an add-on of a cluster's list, which may be turned off there. */
function reachOfListed(addOn: Value): Reach | undefined {
  const disabled = addOn.at("disabled").boolean();
  if (disabled.state === "known" && disabled.value) return undefined;
  const reach = reachOf(addOn);
  return reach !== undefined && disabled.state === "unknown" ? disabled.doubt : reach;
}

/** The add-ons that bring a load balancer. */
const CONTROLLERS: ReadonlyMap<string, (config: Value) => Reach | undefined> = new Map([
  ["nginx-ingress-controller", (config: Value) => reachOfType(config, (all) => all.at("IngressSlbNetworkType"))],
  ["alb-ingress-controller", reachOfDefaultAlb],
]);

/** The ALB controller brings a load balancer only when it is told to; others are made by objects in the cluster. */
function reachOfDefaultAlb(config: Value): Reach | undefined {
  const said = parsed(config);
  if (said.state === "unknown") return said.doubt;
  if (said.state === "absent") return undefined;
  const wanted = said.value.at("albIngress").at("CreateDefaultALBConfig").boolean();
  if (wanted.state === "unknown") return wanted.doubt;
  if (wanted.state === "absent" || !wanted.value) return undefined;
  return reachOfType(config, (all) => all.at("albIngress").at("AddressType"));
}

function reachOfType(config: Value, typeIn: (config: Value) => Value): Reach {
  const said = parsed(config);
  if (said.state === "unknown") return said.doubt;
  const type = said.state === "known" ? keyword(typeIn(said.value), ["internet", "intranet"]) : said;
  if (type.state === "unknown") return type.doubt;
  if (type.state === "known") return type.value === "internet" ? "public" : "private";
  return doubt("default-unsourced", { property: config.path }, { property: config.path, urn: config.owner.urn });
}

/** Such a load balancer listens on 80 and 443. */
const entry = (resource: Resource, of: Resource, reach: Reach, plan: Plan): readonly Contribution[] => [
  { is: "entry", resource, kind: "kubernetes", location: locate(of, plan), reach, addresses: [] },
  { is: "listener", by: resource, on: referenceTo(resource), opening: "web" },
];

/**
 * A cluster is an entry through the add-ons it is created with. Without a public one it is none, rather than a private
 * one: its API server may be public.
 */
function readCluster(cluster: Resource, plan: Plan): readonly Contribution[] {
  const reaches = cluster.at("addons").elements().map(reachOfListed);
  const reach = reaches.includes("public") ? "public" : reaches.find((one) => one !== undefined && one !== "private");
  return reach === undefined ? [] : entry(cluster, cluster, reach, plan);
}

function readAddOn(addOn: Resource, plan: Plan): readonly Contribution[] {
  const reach = reachOf(addOn);
  const of = plan.referred(addOn, "clusterId", { types: CLUSTERS });
  return reach === undefined ? [] : entry(addOn, of.is === "resource" ? of.resource : addOn, reach, plan);
}

/** An add-on of a cluster, and how the load balancer that it brings is reached. */
export interface Controller {
  readonly name: Fact<string>;
  /** Undefined when it brings none. */
  readonly reach: Reach | undefined;
  /** The resource that says so: the cluster, or an add-on of its own. */
  readonly by: Resource;
}

/** The add-ons of a cluster: those it is created with, and those that were added. */
export const controllersOf = (cluster: Resource, plan: Plan): readonly Controller[] => [
  ...cluster
    .at("addons")
    .elements()
    .map((one) => ({
      name: one.at("name").string(),
      reach: reachOfListed(one),
      by: cluster,
    })),
  ...(addedTo(plan).get(cluster.urn) ?? []).map((one) => ({ name: one.string("name"), reach: reachOf(one), by: one })),
];

const addedTo = memo((plan: Plan) =>
  groupBy(plan.ofType(ADD_ON), (one) => {
    const of = plan.referred(one, "clusterId", { types: CLUSTERS });
    return of.is === "resource" ? of.resource.urn : undefined;
  }),
);

export const ack = product({
  [CLUSTERS[0]]: readCluster,
  [CLUSTERS[1]]: readCluster,
  [CLUSTERS[2]]: readCluster,
  [CLUSTERS[3]]: readCluster,
  [ADD_ON]: readAddOn,
  "alicloud:cs/autoscalingConfig:AutoscalingConfig": contributesNothing,
  "alicloud:cs/kubernetesAutoscaler:KubernetesAutoscaler": contributesNothing,
  "alicloud:cs/kubernetesPermission:KubernetesPermission": contributesNothing,
  "alicloud:cs/kubernetesPolicyInstance:KubernetesPolicyInstance": contributesNothing,
});
