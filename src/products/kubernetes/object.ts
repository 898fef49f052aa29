/** What all Kubernetes objects share: names, annotations, and how they name each other. */
import { memo } from "../../base/memo";
import { referenceTo, type Contribution } from "../../graph/contribution";
import { absent, doubt, type Fact } from "../../plan/fact";
import { groupBy } from "../../base/collections";
import type { Plan, Reference } from "../../plan/plan";
import { topLevel, type Resource, type Value } from "../../plan/resource";
import { clusterOf } from "./cluster";

/** The versions of the Gateway API, and its types that are entries. */
export const VERSIONS = ["v1", "v1beta1", "v1alpha2"] as const;
export const GATEWAY_API = "kubernetes:gateway.networking.k8s.io";
export const KUBERNETES_GATEWAYS = VERSIONS.map((version) => `${GATEWAY_API}/${version}:Gateway`);

/** The first annotation of several spellings that says anything. */
export function annotation(object: Resource, ...names: readonly string[]): Fact<string> {
  return annotationIn(object.at("metadata").at("annotations"), ...names);
}

/** As `annotation`, among annotations that stand elsewhere. */
export function annotationIn(annotations: Value, ...names: readonly string[]): Fact<string> {
  for (const name of names) {
    const fact = annotations.at(name).string();
    if (fact.state !== "absent") return fact;
  }
  return absent;
}

/** The object's name in the cluster. */
export const nameOfObject = (object: Resource): Fact<string> => object.at("metadata").at("name").string();

/** The objects of some types in the cluster of another. */
export const inClusterOf = (object: Resource, types: readonly string[], plan: Plan): readonly Resource[] =>
  indexes(plan).of(types).get(clusterOf(object, plan).key) ?? [];

/** The object of some types that a value names, or from which it was computed; undefined when there is not just one. */
export function namedBy(value: Value, types: readonly string[], plan: Plan): Resource | undefined {
  const text = value.string();
  if (text.state === "absent") return undefined;
  const found =
    text.state === "known"
      ? called(text.value, value.owner, types, plan)
      : value.owner
          .dependenciesOf(topLevel(value.path))
          .flatMap((urn) => plan.resource(urn) ?? [])
          .filter(({ type }) => types.includes(type));
  return found.length === 1 ? found[0] : undefined;
}

/** The objects of some types that have a name in the cluster of another object. */
export const called = (name: string, object: Resource, types: readonly string[], plan: Plan): readonly Resource[] =>
  indexes(plan)
    .called(types)
    .get(`${clusterOf(object, plan).key} ${name}`) ?? [];

/**
 * What an Ingress may be served by when its controller is not in the plan: any load balancer of its cluster. All pass by one
 * provider of that, so that there are no more links than objects.
 */
export const perhapsServedBy = (object: Resource, plan: Plan): readonly Contribution[] =>
  linked(object, referenceTo(object), hubOf(object, plan));

/** The other half of `perhapsServedBy`, for what may serve. */
export const perhapsServes = (object: Resource, plan: Plan): readonly Contribution[] => {
  const hub = hubOf(object, plan);
  return hub ? linked(object, referenceTo(hub), object) : [];
};

/** The first provider of an object's cluster that is asked for: it stands for all of them, in whichever stack they are. */
function hubOf(object: Resource, plan: Plan): Resource | undefined {
  const { key } = clusterOf(object, plan);
  const found = hubs(plan).get(key) ?? plan.providerOf(object);
  if (found) hubs(plan).set(key, found);
  return found;
}

const hubs = memo((_: Plan) => new Map<string, Resource>());

/** What may serve an object, its controller's load balancer or another of its cluster. */
export const perhapsServedByAny = (object: Resource, fronts: readonly Resource[]): readonly Contribution[] =>
  fronts.flatMap((front) => linked(object, referenceTo(object), front));

const linked = (by: Resource, from: Reference, to: Resource | undefined): readonly Contribution[] =>
  to ? [{ is: "link", by, from, to: { is: "unknown", doubt: doubt("not-in-plan"), candidates: [to] } }] : [];

type Index = ReadonlyMap<string, readonly Resource[]>;

/** The objects of the plan by their cluster, and by their name there, for each set of types. */
class Indexes {
  private readonly byCluster = new Map<string, Index>();
  private readonly byName = new Map<string, Index>();

  constructor(private readonly plan: Plan) {}

  of(types: readonly string[]): Index {
    return this.make(this.byCluster, types, (one) => clusterOf(one, this.plan).key);
  }

  called(types: readonly string[]): Index {
    return this.make(this.byName, types, (one) => {
      const name = nameOfObject(one);
      return `${clusterOf(one, this.plan).key} ${name.state === "known" ? name.value : ""}`;
    });
  }

  private make(made: Map<string, Index>, types: readonly string[], keyOf: (one: Resource) => string): Index {
    const key = types.join(" ");
    const index = made.get(key) ?? groupBy(this.plan.ofType(...types), keyOf);
    made.set(key, index);
    return index;
  }
}

const indexes = memo((plan: Plan) => new Indexes(plan));
