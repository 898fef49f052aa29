/**
 * The cluster of a Kubernetes object: its provider's kubeconfig was computed from it. A kubeconfig that comes from the
 * environment, a file or another stack tells nothing.
 */
import { CLUSTERS } from "../alicloud/compute/ack";
import type { ForeignContribution } from "../../graph/contribution";
import { locate, type Location } from "../../location/locate";
import { memo } from "../../base/memo";
import { doubt, type Doubt, type Urn } from "../../plan/fact";
import type { Plan } from "../../plan/plan";
import type { Resource } from "../../plan/resource";
import { CLUSTER_ID } from "../../plan/read/providers";
import { isStackReference } from "../../plan/stack-references";
import { AWS_CHINA, AZURE_CHINA, chinaOf, placeOfForeign, notJudged, somewhere, type Cloud } from "../others/coverage";

/** Where an object goes: a cluster of the plan, another provider's, or nobody knows. `key` is the same for one cluster. */
export type Cluster =
  | { readonly is: "here"; readonly cluster: Resource; readonly key: Urn }
  | { readonly is: "elsewhere"; readonly location: Location; readonly key: Urn }
  | { readonly is: "unknown"; readonly doubt: Doubt; readonly key: Urn };

/** An object of a cluster that is another provider's. */
export const strangers = (
  object: Resource,
  { location }: Extract<Cluster, { readonly is: "elsewhere" }>,
): ForeignContribution => ({ is: "foreign", resource: object, location });

/** The clusters of other providers, with their clouds in the mainland. */
const OTHERS = {
  "aws:eks/cluster:Cluster": AWS_CHINA,
  "azure-native:containerservice:ManagedCluster": AZURE_CHINA,
  "azure:containerservice/kubernetesCluster:KubernetesCluster": AZURE_CHINA,
  "digitalocean:index/kubernetesCluster:KubernetesCluster": undefined,
  "eks:index:Cluster": AWS_CHINA,
  "gcp:container/cluster:Cluster": undefined,
  "linode:index/lkeCluster:LkeCluster": undefined,
} as const satisfies Readonly<Record<string, Cloud | undefined>>;

/** The cluster an object goes to. */
export function clusterOf(object: Resource, plan: Plan): Cluster {
  const found = clusters(plan);
  // Where nothing tells the provider, the objects of one stack go to one cluster.
  const key = object.provider ?? object.part.id;
  let cluster = found.get(key);
  if (!cluster) {
    cluster = findCluster(object, key, plan);
    found.set(key, cluster);
  }
  return cluster.is === "unknown" && isForOthers(object)
    ? { is: "elsewhere", location: somewhere(object), key }
    : cluster;
}

/** Annotations that only controllers of providers without a mainland cloud know: not those of AWS and Azure. */
const OF_OTHERS =
  /^(?:service\.beta\.kubernetes\.io\/(?:do|linode|oci)-|networking\.gke\.io\/|cloud\.google\.com\/|load-balancer\.hetzner\.cloud\/)/;

/** Whether an object is written for another provider's cluster. */
function isForOthers(object: Resource): boolean {
  const keys = object.at("metadata").at("annotations").keys();
  return keys.state === "known" && keys.value.some((key) => OF_OTHERS.test(key));
}

const clusters = memo((_: Plan) => new Map<Urn, Cluster>());

/** A cluster that is, or may be, ours. */
export type OurCluster = Exclude<Cluster, { readonly is: "elsewhere" }>;

/** Where an object is served from. */
export const locationOfCluster = (cluster: OurCluster, plan: Plan): Location =>
  cluster.is === "here" ? locate(cluster.cluster, plan) : { in: "undetermined", doubt: cluster.doubt };

function findCluster(object: Resource, key: Urn, plan: Plan): Cluster {
  const provider = plan.providerOf(object);
  const called = provider && clusterCalled(provider, plan);
  if (called) return { is: "here", cluster: called, key: called.urn };
  const sources = provider ? sourcesOf(provider, plan) : [];
  const here = new Set(sources.flatMap((source) => clustersOf(source, plan)));
  const [only] = here;
  const unknown = (why: Doubt): Cluster => ({ is: "unknown", doubt: why, key });
  // It may be computed from a cluster that the plan does not show as well.
  const unseen = provider && plan.unseen(provider.at("kubeconfig"), CLUSTERS);
  if (unseen) return unknown(unseen);
  const other = sources.find(({ type }) => Object.prototype.hasOwnProperty.call(OTHERS, type));
  const given = ofAnotherStack(provider);
  if (given && !other) return unknown(given);
  if (only && here.size === 1) return { is: "here", cluster: only, key: only.urn };
  if (here.size > 1) {
    const names = [...here].map(({ name }) => name).join(", ");
    return unknown(doubt("several-candidates", { property: "kubeconfig", names }, about(provider)));
  }
  if (!other) return unknown(doubt("cluster-not-in-plan", { what: object.name }, about(provider)));
  const cloud = OTHERS[other.type as keyof typeof OTHERS];
  const china = cloud && chinaOf(other, cloud, plan);
  if (china !== undefined) return unknown(notJudged(other.name));
  return { is: "elsewhere", location: placeOfForeign(other, cloud, plan), key };
}

/** The cluster that the kubeconfig calls by its id. */
function clusterCalled(provider: Resource, plan: Plan): Resource | undefined {
  const called = provider.string(CLUSTER_ID);
  return called.state === "known" ? plan.onlyMatching([called.value], { types: CLUSTERS }) : undefined;
}

/** Why nothing tells a cluster whose kubeconfig is an output of another stack: that can be anything. */
function ofAnotherStack(provider: Resource | undefined): Doubt | undefined {
  const waitsFor = provider?.dependenciesOf("kubeconfig").filter(isStackReference) ?? [];
  return waitsFor.length > 0
    ? doubt("computed", { property: "kubeconfig" }, { ...about(provider), waitsFor })
    : undefined;
}

const about = (provider: Resource | undefined) => (provider ? { property: "kubeconfig", urn: provider.urn } : {});

/** What the kubeconfig was computed from; failing that, what the provider waits for. */
function sourcesOf(provider: Resource, plan: Plan): readonly Resource[] {
  const resources = (urns: readonly Urn[]) => urns.flatMap((urn) => plan.resource(urn) ?? []);
  const computed = resources(provider.dependenciesOf("kubeconfig"));
  return computed.length > 0 ? computed : resources(provider.dependencies);
}

/** A cluster itself, or that of its node pool or add-on. */
function clustersOf(source: Resource, plan: Plan): readonly Resource[] {
  if ((CLUSTERS as readonly string[]).includes(source.type)) return [source];
  if (!source.type.startsWith("alicloud:cs/")) return [];
  const of = plan.referred(source, "clusterId", { types: CLUSTERS });
  return of.is === "resource" ? [of.resource] : [];
}
