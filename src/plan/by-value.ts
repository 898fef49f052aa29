/** Resources by what they hold. */
import { flat, groupBy } from "../base/collections";
import type { Fact } from "./fact";
import type { Resource, Value } from "./resource";

/**
 * How a property refers: the types it can name, and the properties of theirs whose value it holds (`id` always counts).
 * `zones.address` is that property of each element of a list.
 */
export interface ReferenceOptions {
  readonly types: readonly string[];
  readonly by?: readonly string[];
}

/** Finds resources by their id and by their properties; each of these is indexed when it is first asked for. */
export class ByValue {
  private readonly indexes = new Map<string, ReadonlyMap<string, readonly Holding[]>>();

  constructor(private readonly ofType: (type: string) => readonly Resource[]) {}

  /**
   * The first resource of the given types whose id, or one of whose `by` properties, has a value, and that `fits`: many may
   * have one value.
   */
  first(value: string, { types, by = [] }: ReferenceOptions, fits: (one: Resource) => boolean): Resource | undefined {
    for (const type of types) {
      for (const path of ["id", ...by]) {
        const found = this.index(type, path)
          .get(value)
          ?.find(({ resource }) => fits(resource));
        if (found) return found.resource;
      }
    }
    return undefined;
  }

  private index(type: string, path: string): ReadonlyMap<string, readonly Holding[]> {
    const key = `${type} ${path}`;
    let index = this.indexes.get(key);
    if (!index) {
      index = groupBy(
        flat(this.ofType(type), (resource) => held(resource, path)),
        ({ value }) => value,
      );
      this.indexes.set(key, index);
    }
    return index;
  }
}

interface Holding {
  readonly resource: Resource;
  readonly value: string;
}

const held = (resource: Resource, path: string): readonly Holding[] =>
  flat(textsAt(resource, path), (fact) => (fact.state === "known" ? [{ resource, value: fact.value }] : []));

/** The texts that a resource holds at a path, in each element of the lists on it. A list that is not known stands for them. */
export function textsAt(resource: Resource, path: string): readonly Fact<string>[] {
  if (path === "id") return [resource.id];
  const [top = "", ...below] = path.split(".");
  return below
    .reduce<readonly Value[]>(
      (values, key) => flat(values, (value) => value.elements()).map((value) => value.at(key)),
      [resource.at(top)],
    )
    .map((value) => value.string());
}
