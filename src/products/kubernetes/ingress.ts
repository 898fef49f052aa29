/**
 * Ingresses name hosts; their class tells what serves them: an AlbConfig, an MseIngressConfig, or a controller with a load
 * balancer of its own. The class itself is often made elsewhere: then its usual name tells.
 */
import { locate } from "../../location/locate";
import { CLUSTERS, controllersOf } from "../alicloud/compute/ack";
import { APPLICATION_BALANCERS, CLASSIC_BALANCERS, NETWORK_BALANCERS } from "../alicloud/shared/tokens";
import { referenceTo, type Contribution, type EntrySpec, type Reach } from "../../graph/contribution";
import { memo } from "../../base/memo";
import { absent, doubt, type Doubt, type Fact } from "../../plan/fact";
import type { Plan, Reference } from "../../plan/plan";
import type { Resource, Value } from "../../plan/resource";
import { valuesAtAll } from "../reading/path";
import { clusterOf, locationOfCluster, strangers, type OurCluster } from "./cluster";
import {
  annotation,
  called,
  inClusterOf,
  KUBERNETES_GATEWAYS,
  namedBy,
  nameOfObject,
  perhapsServedBy,
  perhapsServedByAny,
} from "./object";
import { hostnames } from "./service";
import type { EntryKind } from "../../vocabulary/kinds";

export const ALB_CONFIG = "kubernetes:alibabacloud.com/v1:AlbConfig";
export const MSE_CONFIG = "kubernetes:mse.alibabacloud.com/v1alpha1:MseIngressConfig";
export const CLASSES = [
  "kubernetes:networking.k8s.io/v1:IngressClass",
  "kubernetes:networking.k8s.io/v1beta1:IngressClass",
] as const;
export const SERVICES = ["kubernetes:core/v1:Service", "kubernetes:core/v1:ServicePatch"] as const;
export const RELEASES = ["kubernetes:helm.sh/v3:Release"] as const;

/** The objects that bring load balancers. */
const OBJECTS: readonly string[] = [...SERVICES, ALB_CONFIG, ...KUBERNETES_GATEWAYS];

/** What brings load balancers to a cluster, and those that it may use. */
const FRONTS: readonly string[] = [
  ...OBJECTS,
  ...CLUSTERS,
  ...APPLICATION_BALANCERS,
  ...CLASSIC_BALANCERS,
  ...NETWORK_BALANCERS,
];

const HOSTS = ["spec.rules[].host", "spec.tls[].hosts[]"] as const;

/** What serves the hosts of an object: an entry of the plan, or what is known of one that it does not show. */
export interface IngressFront {
  readonly kind: EntryKind;
  readonly to: Reference;
  readonly reach: Reach;
  /** Nothing in the plan is known to serve it: any load balancer of the cluster may. */
  readonly unseen?: true;
  /** What brings the load balancer, where that may be private. */
  readonly perhaps?: Resource;
}

/** Reads an Ingress. */
export function readIngress(ingress: Resource, plan: Plan): readonly Contribution[] {
  const cluster = clusterOf(ingress, plan);
  if (cluster.is === "elsewhere") return [strangers(ingress, cluster)];
  const front = frontOf(ingress, cluster, plan);
  return [...served(ingress, HOSTS, front, cluster, plan), ...addressOf(ingress, front, plan)];
}

/** The address in the Ingress's own status is that of what serves it. */
function addressOf(ingress: Resource, { kind, to }: IngressFront, plan: Plan): readonly Contribution[] {
  if (to.is !== "resource") return [];
  return [
    { is: "address", resource: ingress, value: absent, location: locate(to.resource, plan) },
    { is: "attachment", by: ingress, address: referenceTo(ingress), to, opens: "as-is", kind },
  ];
}

/** The hosts that an object names, bound to what serves them. */
export function served(
  object: Resource,
  paths: readonly string[],
  { kind, to, reach, unseen, perhaps }: IngressFront,
  cluster: OurCluster,
  plan: Plan,
): readonly Contribution[] {
  const standIn: EntrySpec = { kind, location: locationOfCluster(cluster, plan), reach };
  const hosts = distinct(valuesAtAll(object, paths)).map((host): Contribution => ({
    is: "binding",
    by: object,
    host: host.string(),
    property: host.path,
    to,
    standIn,
  }));
  const others = unseen
    ? [
        ...perhapsServedBy(object, plan),
        ...perhapsServedByAny(object, addOnsOf(cluster, plan)),
        ...elsewhere(object, cluster, plan),
      ]
    : perhapsServedByAny(object, perhaps ? [perhaps] : []);
  return [...hosts, ...hostnames(object, to, standIn), ...others];
}

/**
 * What may serve an object besides its own cluster's: where that is not known, whatever brings load balancers to any cluster;
 * else what does so to a cluster that is not known, for that may be this one.
 */
function elsewhere(object: Resource, cluster: OurCluster, plan: Plan): readonly Contribution[] {
  const link = (to: Reference): Contribution => ({ is: "link", by: object, from: referenceTo(object), to });
  if (cluster.is === "unknown") {
    const provider = plan.resource(object.provider);
    return provider ? [link(plan.anyOf(provider.at("kubeconfig"), cluster.doubt, FRONTS))] : [];
  }
  const among = placeless(plan);
  return among.length > 0 ? [link({ is: "unknown", doubt: doubt("not-in-plan"), candidates: [], among })] : [];
}

/** What brings load balancers to a cluster that is not known. */
const placeless = memo((plan: Plan): readonly Resource[] =>
  plan.ofType(...OBJECTS).filter((one) => clusterOf(one, plan).is === "unknown"),
);

/** What brings load balancers to a cluster that may be public. */
function addOnsOf(cluster: OurCluster, plan: Plan): readonly Resource[] {
  const found = cluster.is === "here" ? controllersOf(cluster.cluster, plan) : [];
  return [...new Set(found.flatMap(({ reach, by }) => (reach === undefined || reach === "private" ? [] : [by])))];
}

/** Each name once, and one of those that are unknown; a star alone names no host. */
function distinct(values: readonly Value[]): readonly Value[] {
  const seen = new Map<string, Value>();
  for (const value of values) {
    const host = value.string();
    const key = host.state === "known" ? host.value : "";
    if (host.state !== "absent" && key !== "*" && !seen.has(key)) seen.set(key, value);
  }
  return [...seen.values()];
}

function frontOf(ingress: Resource, cluster: OurCluster, plan: Plan): IngressFront {
  const legacy = annotation(ingress, "kubernetes.io/ingress.class");
  const property = ingress.at("spec").at("ingressClassName");
  const name: Fact<string> = legacy.state === "absent" ? property.string() : legacy;
  const ingressClass =
    legacy.state === "known" ? called(legacy.value, ingress, CLASSES, plan)[0] : namedBy(property, CLASSES, plan);
  const controller = controllerOf(ingressClass, name);
  switch (controller) {
    case "alb":
      return configured("alb", ALB_CONFIG, ingress, ingressClass, plan) ?? albOf(ingress, ingressClass, cluster, plan);
    case "mse":
      return (
        configured("mse", MSE_CONFIG, ingress, ingressClass, plan) ??
        unseen(doubt("not-in-plan", { what: "MseIngressConfig" }), "mse")
      );
    case "nginx":
      return nginxOf(ingress, cluster, plan);
    default:
      return unseen(name.state === "unknown" ? name.doubt : notShown(ingress, name));
  }
}

const CONTROLLERS: ReadonlyMap<string, "alb" | "mse" | "nginx"> = new Map([
  ["ingress.k8s.alibabacloud/alb", "alb"],
  ["mse.alibabacloud.com/ingress", "mse"],
  ["k8s.io/ingress-nginx", "nginx"],
  ["alb", "alb"],
  ["mse", "mse"],
  ["nginx", "nginx"],
]);

/** The controller that a class names; without the class, the one whose classes are usually called so. */
function controllerOf(ingressClass: Resource | undefined, name: Fact<string>): "alb" | "mse" | "nginx" | undefined {
  const said = ingressClass?.at("spec").at("controller").string() ?? name;
  return said.state === "known" ? CONTROLLERS.get(said.value) : undefined;
}

const notShown = (ingress: Resource, name: Fact<string>): Doubt =>
  doubt(
    "not-in-plan",
    { what: `IngressClass ${name.state === "known" ? name.value : "(default)"}` },
    { property: "spec.ingressClassName", urn: ingress.urn },
  );

const unseen = (why: Doubt, kind: EntryKind = "kubernetes"): IngressFront => ({
  kind,
  to: { is: "absent" },
  reach: why,
  unseen: true,
});

/** By the object that configures a class: the one its parameters name, or the only one there is; undefined for none. */
function configured(
  kind: "alb" | "mse",
  type: string,
  ingress: Resource,
  ingressClass: Resource | undefined,
  plan: Plan,
): IngressFront | undefined {
  const all = inClusterOf(ingress, [type], plan);
  const named = ingressClass && namedBy(ingressClass.at("spec").at("parameters").at("name"), [type], plan);
  const config = named ?? (all.length === 1 ? all[0] : undefined);
  return config && { kind, to: leadsTo(config, plan), reach: "public" };
}

/**
 * An ALB that no object of the plan configures: by what the Ingress says itself, or the one that the controller's add-on
 * makes together with the class `alb` (Alibaba Cloud: Configure ALB instances with AlbConfig, 2026-03).
 */
function albOf(ingress: Resource, ingressClass: Resource | undefined, cluster: OurCluster, plan: Plan): IngressFront {
  const kind = "alb";
  const said = annotation(ingress, "alb.ingress.kubernetes.io/address-type");
  if (said.state === "known") {
    return { kind, to: { is: "absent" }, reach: said.value.toLowerCase() === "intranet" ? "private" : "public" };
  }
  const made = ingressClass ? undefined : addOnFront(cluster, ALB_ADD_ON, plan);
  return made ?? unseen(doubt("not-in-plan", { what: "AlbConfig" }), kind);
}

/** A config that uses a load balancer of the plan leads there. */
function leadsTo(config: Resource, plan: Plan): Reference {
  const id = config.at("spec").at("config").at("id");
  const existing = plan.refer(id, { types: ["alicloud:alb/loadBalancer:LoadBalancer"] });
  return existing.is === "resource" ? existing : referenceTo(config);
}

/** The nginx controller of a cluster is looked for once. */
function nginxOf(ingress: Resource, cluster: OurCluster, plan: Plan): IngressFront {
  const found = nginxFronts(plan);
  const front = found.get(cluster.key) ?? nginx(ingress, cluster, plan);
  found.set(cluster.key, front);
  return front;
}

const nginxFronts = memo((_: Plan) => new Map<string, IngressFront>());

/** The nginx controller: an add-on of the cluster, or a Service that is called so. */
function nginx(ingress: Resource, cluster: OurCluster, plan: Plan): IngressFront {
  const addOn = addOnFront(cluster, NGINX_ADD_ON, plan);
  if (addOn) return addOn;
  const services = inClusterOf(ingress, SERVICES, plan).filter(isNginx);
  const [only] = services;
  if (only && services.length === 1) return { kind: "kubernetes", to: referenceTo(only), reach: "public" };
  const chart = inClusterOf(ingress, RELEASES, plan).find(isNginxChart);
  const why = chart ? doubt("chart", { chart: chart.name }) : doubt("not-in-plan", { what: "ingress-nginx" });
  return unseen(why);
}

const NGINX_ADD_ON = "nginx-ingress-controller";
const ALB_ADD_ON = "alb-ingress-controller";

/** What an add-on of the cluster brings; undefined when it brings nothing, or is not there. */
function addOnFront(cluster: OurCluster, called: string, plan: Plan): IngressFront | undefined {
  const kind = "kubernetes";
  const addOn =
    cluster.is === "here"
      ? controllersOf(cluster.cluster, plan).find(
          ({ name, reach }) => reach !== undefined && name.state === "known" && name.value === called,
        )
      : undefined;
  if (addOn?.reach === "public") return { kind, to: referenceTo(addOn.by), reach: "public" };
  if (addOn?.reach === "private") return { kind, to: { is: "absent" }, reach: "private" };
  return addOn?.reach && { kind, to: { is: "absent" }, reach: addOn.reach, perhaps: addOn.by };
}

function isNginxChart(release: Resource): boolean {
  const chart = release.string("chart");
  return chart.state === "known" && chart.value.includes("nginx");
}

/** A public Service of the controller: its name says so, whichever chart made it. */
function isNginx(service: Resource): boolean {
  const name = nameOfObject(service);
  const type = service.at("spec").at("type").string();
  const title = name.state === "known" ? name.value : service.name;
  return type.state === "known" && type.value === "LoadBalancer" && title.includes("nginx");
}
