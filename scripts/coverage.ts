/** Which resource types of the SDK look public, and what the products read of each type that they describe. */
import { soundsPublic } from "../src/plan/undescribed";
import { wordsOf } from "../src/plan/words";
import type { Contribution, Product } from "../src/graph/contribution";
import { Plan } from "../src/plan/plan";
import { UNKNOWN_STRING, type Raw } from "../src/plan/raw";
import { Resource, type PlanPart, type Value } from "../src/plan/resource";
import type { PropertyPath } from "./sdk";

/** Words in the name of a property that let one expect that the public can reach something by it. */
const WORDS: ReadonlySet<string> = new Set([
  "cname",
  "cnames",
  "domain",
  "domains",
  "eip",
  "eips",
  "endpoint",
  "endpoints",
  "hostname",
  "hostnames",
  "internet",
  "public",
  "website",
]);
/** The same, for two words in a row. */
const PAIRS: ReadonlySet<string> = new Set([
  "address type",
  "connection string",
  "dns name",
  "host name",
  "host names",
  "network type",
]);

function isPublicName(property: string): boolean {
  const words = wordsOf(property);
  return words.some((word, at) => WORDS.has(word) || PAIRS.has(`${word} ${words[at + 1] ?? ""}`));
}

/** Why a type looks public: its own name, and the properties whose names sound so. */
const looksPublic = (type: string, properties: Iterable<PropertyPath>): readonly string[] => [
  ...(soundsPublic(type) ? [type] : []),
  ...[...properties].filter((path) => isPublicName(path.slice(path.lastIndexOf(".") + 1))),
];

/** The types that look public, each with why, among those that are neither described nor excluded. */
export const uncovered = (
  types: ReadonlyMap<string, ReadonlySet<PropertyPath>>,
  covered: ReadonlySet<string>,
): readonly { readonly type: string; readonly because: readonly string[] }[] =>
  [...types]
    .filter(([type]) => !covered.has(type))
    .map(([type, properties]) => ({ type, because: looksPublic(type, properties) }))
    .filter(({ because }) => because.length > 0);

const PART: PlanPart = {
  id: "sample",
  source: "sample",
  project: "sample",
  stack: "sample",
  missing: 0,
  isolated: false,
  applied: false,
  tellsIds: true,
  isDefaultProvider: () => true,
  region: "cn-hangzhou",
};

/** What readers read of a type: what they contribute of it, and whether those of other types look it up. */
export interface Reading {
  readonly contributes: ReadonlySet<Contribution["is"]>;
  readonly lookedUp: boolean;
}

/** A plan that notes the types among which readers look for others. */
class WatchedPlan extends Plan {
  constructor(
    resource: Resource,
    private readonly note: (types: readonly string[]) => void,
  ) {
    super([PART], [resource]);
  }

  override candidates(value: Value, types: readonly string[]): readonly Resource[] {
    this.note(types);
    return super.candidates(value, types);
  }

  override ofType(...types: readonly string[]): readonly Resource[] {
    this.note(types);
    return super.ofType(...types);
  }
}

/** What the readers of all types read, as far as resources tell whose properties are all missing, or all the same. */
export function readingsOf(
  products: Product,
  sdk: ReadonlyMap<string, ReadonlySet<PropertyPath>>,
): ReadonlyMap<string, Reading> {
  const lookedUp = new Set<string>();
  const contributed = Object.entries(products).map(([type, read]) => {
    const tops = [...(sdk.get(type) ?? [])].filter((path) => !path.includes("."));
    const samples: readonly Raw[] = [UNKNOWN_STRING, "1", true];
    const found = [undefined, ...samples].flatMap((sample) => {
      const inputs = sample === undefined ? {} : Object.fromEntries(tops.map((property) => [property, sample]));
      const resource = new Resource({ urn: "urn:sample", type, name: "sample", inputs, change: "create" }, PART);
      const plan = new WatchedPlan(resource, (types) => {
        for (const other of types) if (other !== type) lookedUp.add(other);
      });
      return read(resource, plan);
    });
    return [type, new Set(found.map(({ is }) => is))] as const;
  });
  return new Map(contributed.map(([type, contributes]) => [type, { contributes, lookedUp: lookedUp.has(type) }]));
}
