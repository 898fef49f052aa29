/**
 * Services of type LoadBalancer: the cloud controller makes a CLB or NLB for them, public unless an annotation says
 * otherwise, or uses one that is there already.
 */
import { locate } from "../../location/locate";
import {
  referenceTo,
  type BindingContribution,
  type Contribution,
  type EntrySpec,
  type ListenerContribution,
  type Opening,
  type Reach,
} from "../../graph/contribution";
import { doubt, known, type Fact } from "../../plan/fact";
import type { Plan, Reference } from "../../plan/plan";
import type { Resource, Value } from "../../plan/resource";
import { openingOfTransport } from "../alicloud/shared/balancer";
import { unreadable } from "../reading/values";
import { CLASSIC_BALANCERS } from "../alicloud/shared/tokens";
import { valuesAtAll } from "../reading/path";
import { clusterOf, locationOfCluster, type OurCluster, strangers } from "./cluster";
import { annotation, annotationIn, perhapsServes } from "./object";
import type { EntryKind } from "../../vocabulary/kinds";

const PREFIXES = [
  "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-",
  "service.beta.kubernetes.io/alicloud-loadbalancer-",
];
const spelled = (name: string): readonly string[] => PREFIXES.map((prefix) => `${prefix}${name}`);

const BALANCERS = [...CLASSIC_BALANCERS, "alicloud:nlb/loadBalancer:LoadBalancer"] as const;
const ADDRESSES = ["status.loadBalancer.ingress[].ip", "status.loadBalancer.ingress[].hostname"] as const;
/** The annotations by which ExternalDNS makes records for an object. */
const HOSTNAMES = ["external-dns.kubernetes.io/hostname", "external-dns.alpha.kubernetes.io/hostname"] as const;

/** Reads a Service; `type` is ClusterIP when nothing is said. */
export function readService(service: Resource, plan: Plan): readonly Contribution[] {
  const type = service.at("spec").at("type").string();
  if (type.state === "absent" || (type.state === "known" && type.value !== "LoadBalancer")) return [];
  const cluster = clusterOf(service, plan);
  if (cluster.is === "elsewhere") return [strangers(service, cluster)];
  // A class hands the Service to a controller of the user's own.
  const handed = annotation(service, "service.beta.kubernetes.io/class");
  const kind = kindOf(service.at("spec").at("loadBalancerClass"));
  const unsure = [type, handed, kind].find((fact) => fact.state === "unknown");
  const strange =
    handed.state === "known" || kind.state === "absent"
      ? doubt("not-in-plan", { what: "loadBalancerClass" })
      : undefined;
  const reach =
    (unsure?.state === "unknown" ? unsure.doubt : undefined) ??
    strange ??
    reachOf(service, kind.state === "known" && kind.value === "nlb");
  return balancer(service, kind.state === "known" ? kind.value : "kubernetes", reach, cluster, plan);
}

/** What kind of load balancer a class makes; absent for a class of somebody else. */
function kindOf(balancerClass: Value): Fact<EntryKind> {
  const fact = balancerClass.string();
  if (fact.state === "absent") return known("clb");
  if (fact.state === "unknown") return fact;
  const [, word] = /^alibabacloud\.com\/(clb|nlb)$/.exec(fact.value) ?? [];
  return word === undefined ? { state: "absent" } : known(word as EntryKind);
}

/** Whether annotations make a load balancer public; it is when they say nothing, or when it has an EIP as well. */
function reachOf(service: Resource, anyCase: boolean): Reach {
  const eip = annotation(service, ...spelled("external-ip-type"));
  if (eip.state === "known" && eip.value === "eip") return "public";
  const ipv6 = annotation(service, ...spelled("ipv6-address-type"));
  if (ipv6.state === "known" && ipv6.value.toLowerCase() === "internet") return "public";
  return reachOfAnnotation(service.at("metadata").at("annotations"), anyCase) ?? "public";
}

/** What annotations say of the address type, which CLB takes in lower case only; undefined when nothing. */
export function reachOfAnnotation(annotations: Value, anyCase: boolean): Reach | undefined {
  const type = annotationIn(annotations, ...spelled("address-type"));
  if (type.state === "unknown") return type.doubt;
  if (type.state === "absent") return undefined;
  switch (anyCase ? type.value.toLowerCase() : type.value) {
    case "internet":
      return "public";
    case "intranet":
      return "private";
    default:
      return unreadable(annotations, "internet, intranet");
  }
}

function balancer(
  service: Resource,
  kind: EntryKind,
  reach: Reach,
  cluster: OurCluster,
  plan: Plan,
): readonly Contribution[] {
  const id = existing(service);
  const to = id ? plan.refer(id, { types: BALANCERS }) : referenceTo(service);
  const spec: EntrySpec = {
    kind,
    location: locationOfCluster(cluster, plan),
    reach: id ? hidden(to) : reach,
  };
  return [
    ...(to.is === "resource" && id ? existingEntry(service, to, kind, plan) : ownEntry(service, spec)),
    ...perhapsServes(service, plan),
    ...listeners(service, to.is === "resource" ? to : referenceTo(service)),
    ...hostnames(service, to.is === "resource" ? to : referenceTo(service), spec),
  ];
}

/** The annotation that names a load balancer which is there already. */
function existing(service: Resource): Value | undefined {
  const annotations = service.at("metadata").at("annotations");
  return spelled("id")
    .map((name) => annotations.at(name))
    .find((value) => annotations.presence().state === "known" && value.string().state !== "absent");
}

function hidden(to: Reference): Reach {
  if (to.is === "unknown") return to.doubt;
  return doubt("not-in-plan", { what: to.is === "elsewhere" ? to.value : "" });
}

const ownEntry = (service: Resource, spec: EntrySpec): readonly Contribution[] => [
  {
    is: "entry",
    resource: service,
    ...spec,
    addresses: valuesAtAll(service, ADDRESSES).map((value) => value.string()),
  },
];

/** The Service leads to a load balancer of the plan, which is as public as it is. */
const existingEntry = (service: Resource, to: Reference, kind: EntryKind, plan: Plan): readonly Contribution[] => [
  {
    is: "address",
    resource: service,
    value: valuesAtAll(service, ADDRESSES)[0]?.string() ?? { state: "absent" },
    location: locate(to.is === "resource" ? to.resource : service, plan),
  },
  { is: "attachment", by: service, address: referenceTo(service), to, opens: "as-is", kind },
];

function listeners(service: Resource, on: Reference): readonly ListenerContribution[] {
  return service
    .at("spec")
    .at("ports")
    .elements()
    .map((port) => ({
      is: "listener",
      by: service,
      on,
      opening: openingOf(port),
    }));
}

function openingOf(port: Value): Opening {
  const number = port.at("port").number();
  const protocol = port.at("protocol").string();
  if (number.state === "unknown") return number.doubt;
  if (number.state === "absent") return unreadable(port.at("port"), "a number");
  const udp = protocol.state === "known" && protocol.value.toUpperCase() === "UDP";
  return openingOfTransport(udp ? "udp" : "tcp", number.value, number.value);
}

/** The hosts for which ExternalDNS makes records that lead to an object. */
export function hostnames(object: Resource, to: Reference, standIn: EntrySpec): readonly BindingContribution[] {
  const listed = annotation(object, ...HOSTNAMES);
  const hosts: readonly Fact<string>[] =
    listed.state === "known"
      ? listed.value.split(",").map((host) => known(host.trim()))
      : listed.state === "unknown" && isCertain(object)
        ? [listed]
        : [];
  return hosts.map((host) => ({ is: "binding", by: object, host, property: "metadata.annotations", to, standIn }));
}

/** Whether the annotations are known but for this one: of wholly unknown ones nobody knows that they name hosts. */
const isCertain = (object: Resource): boolean => object.at("metadata").at("annotations").presence().state === "known";
