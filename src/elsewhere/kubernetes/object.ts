/** What all Kubernetes objects share: names, annotations, and how they name each other. */
import { once } from "../../once";
import { absent, type Fact } from "../../plan/fact";
import { groupBy, type Plan } from "../../plan/plan";
import { topLevel, type Resource, type Value } from "../../plan/resource";
import { clusterOf } from "./cluster";

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
export const nameOf = (object: Resource): Fact<string> => object.at("metadata").at("name").string();

/** The objects of some types in the cluster of another. */
export const inClusterOf = (object: Resource, types: readonly string[], plan: Plan): readonly Resource[] =>
  indexes(plan).of(types).get(clusterOf(object, plan).key) ?? [];

/** The object of some types that a value names, or from which it was computed; undefined when there is not just one. */
export function namedBy(value: Value, types: readonly string[], plan: Plan): Resource | undefined {
  const text = value.string();
  if (text.state === "absent") return undefined;
  const found =
    text.state === "known"
      ? inClusterOf(value.owner, types, plan).filter((one) => isCalled(one, text.value))
      : value.owner
          .dependenciesOf(topLevel(value.path))
          .flatMap((urn) => plan.resource(urn) ?? [])
          .filter(({ type }) => types.includes(type));
  return found.length === 1 ? found[0] : undefined;
}

function isCalled(object: Resource, name: string): boolean {
  const own = nameOf(object);
  return own.state === "known" && own.value === name;
}

/** The objects of the plan by their cluster, for each set of types. */
class Indexes {
  private readonly made = new Map<string, ReadonlyMap<string, readonly Resource[]>>();

  constructor(private readonly plan: Plan) {}

  of(types: readonly string[]): ReadonlyMap<string, readonly Resource[]> {
    const key = types.join(" ");
    const index = this.made.get(key) ?? groupBy(this.plan.ofType(...types), (one) => clusterOf(one, this.plan).key);
    this.made.set(key, index);
    return index;
  }
}

const indexes = once((plan: Plan) => new Indexes(plan));
