/**
 * Gateway API: a Gateway brings a load balancer, and its listeners and routes name the hosts. Whether it is public is up
 * to its class and the annotations it hands on; no default is documented.
 */
import { referenceTo, type Contribution, type EntrySpec, type Reach } from "../../graph/contribution";
import { doubt } from "../../plan/fact";
import type { Plan } from "../../plan/plan";
import type { Resource } from "../../plan/resource";
import { openingOfPorts } from "../../graph/ports";
import { clusterOf, locationOfCluster, strangers } from "./cluster";
import { served, type IngressFront } from "./ingress";
import { GATEWAY_API, KUBERNETES_GATEWAYS, namedBy, VERSIONS } from "./object";
import { reachOfAnnotation } from "./service";

export const ROUTES = VERSIONS.flatMap((version) =>
  ["HTTPRoute", "GRPCRoute", "TLSRoute"].map((kind) => `${GATEWAY_API}/${version}:${kind}`),
);

/** Reads a Gateway: an entry, with the hosts of its listeners. */
export function readGateway(gateway: Resource, plan: Plan): readonly Contribution[] {
  const cluster = clusterOf(gateway, plan);
  if (cluster.is === "elsewhere") return [strangers(gateway, cluster)];
  const reach = reachOf(gateway);
  const spec: EntrySpec = { kind: "kubernetes", location: locationOfCluster(cluster, plan), reach };
  const front: IngressFront = { kind: "kubernetes", to: referenceTo(gateway), reach };
  return [
    { is: "entry", resource: gateway, ...spec, addresses: [] },
    ...listeners(gateway),
    ...served(gateway, ["spec.listeners[].hostname"], front, cluster, plan),
  ];
}

function reachOf(gateway: Resource): Reach {
  const property = "spec.infrastructure.annotations";
  const said = reachOfAnnotation(gateway.at("spec").at("infrastructure").at("annotations"), true);
  return said ?? doubt("default-unsourced", { property }, { property, urn: gateway.urn });
}

function listeners(gateway: Resource): readonly Contribution[] {
  return gateway
    .at("spec")
    .at("listeners")
    .elements()
    .map((listener) => {
      const port = listener.at("port").number();
      const opening =
        port.state === "known" ? openingOfPorts(port.value) : port.state === "unknown" ? port.doubt : "web";
      return { is: "listener", by: gateway, on: referenceTo(gateway), opening };
    });
}

/** Reads a route: its hosts are served by the Gateways that it names as parents. */
export function readRoute(route: Resource, plan: Plan): readonly Contribution[] {
  const cluster = clusterOf(route, plan);
  if (cluster.is === "elsewhere") return [];
  const parents = route.at("spec").at("parentRefs").elements();
  const fronts = parents.map((parent): IngressFront => {
    const found = namedBy(parent.at("name"), KUBERNETES_GATEWAYS, plan);
    if (found) return { kind: "kubernetes", to: referenceTo(found), reach: "public" };
    const name = parent.at("name").string();
    const what = `Gateway ${name.state === "known" ? name.value : ""}`.trim();
    return { kind: "kubernetes", to: { is: "absent" }, reach: doubt("not-in-plan", { what }) };
  });
  return fronts.flatMap((front) => served(route, ["spec.hostnames[]"], front, cluster, plan));
}
