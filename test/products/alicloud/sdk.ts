/** What the installed SDK of Alibaba Cloud knows, and what readers read of it. */
import { expect, test, vi } from "vitest";
import { sdkTypes } from "../../../scripts/sdk";
import type { Product } from "../../../src/graph/contribution";
import type { Fact } from "../../../src/plan/fact";
import type { ReferenceOptions } from "../../../src/plan/by-value";
import { Plan } from "../../../src/plan/plan";
import { Resource, type Value } from "../../../src/plan/resource";
import { planOf, unknownValue, type ResourceSpec } from "../../support/plan";

const sdk = sdkTypes();

/** The inputs and outputs of a resource type; empty when the SDK has no such type. */
export const sdkProperties = (token: string): ReadonlySet<string> =>
  new Set([...(sdk.get(token) ?? [])].filter((path) => !path.includes(".")));

/** A property that was read, or by whose value a resource was looked for. */
export interface ReadProperty {
  readonly types: readonly string[];
  readonly property: string;
}

/**
 * The properties that readers read while they go through plans: of each type alone with nothing, something and
 * something unknown in every property, and of the given resources together. What only tells the location is left out.
 */
function propertiesRead(products: Product, together: readonly (readonly ResourceSpec[])[]): ReadProperty[] {
  const found = new Map<string, ReadProperty>();
  const note = (types: readonly string[], property: string): void => {
    found.set(`${types.join()} ${property}`, { types, property });
  };
  const alone = Object.keys(products).flatMap((type) => {
    const filled = (value: string): ResourceSpec => ({
      type,
      inputs: Object.fromEntries([...sdkProperties(type)].map((property) => [property, value])),
    });
    return [[{ type }], [filled("1")], [filled(unknownValue)]];
  });
  const plans = [...alone, ...together].map((specs) => planOf(specs));
  const at: (this: Resource, property: string) => Value = Reflect.get(Resource.prototype, "at");
  const output: (this: Resource, property: string) => Fact<string> = Reflect.get(Resource.prototype, "output");
  const spies = [
    vi.spyOn(Resource.prototype, "at").mockImplementation(function (this: Resource, property) {
      note([this.type], property);
      return at.call(this, property);
    }),
    vi.spyOn(Resource.prototype, "output").mockImplementation(function (this: Resource, property) {
      note([this.type], property);
      return output.call(this, property);
    }),
    vi.spyOn(Plan.prototype, "matching").mockImplementation((_value: string, { types, by }: ReferenceOptions) => {
      for (const property of by ?? []) note(types, property);
      return [];
    }),
  ];
  for (const plan of plans) for (const resource of plan.resources) products[resource.type]?.(resource, plan);
  for (const spy of spies) spy.mockRestore();
  return [...found.values()];
}

/** Tests that the SDK has the types that are described, those in `tokens`, and the properties that are read of them. */
export function isInSdk({
  products,
  together,
  tokens = [],
  reads,
}: {
  readonly products: Product;
  /** Resources whose readers look at others. */
  readonly together: readonly (readonly ResourceSpec[])[];
  readonly tokens?: readonly string[];
  /** Some of what is read, as `types property`: shows that what is read is found out. */
  readonly reads: readonly string[];
}): void {
  const all = propertiesRead(products, together);

  test.each([...new Set([...Object.keys(products), ...tokens])])("the SDK has %s", (token) => {
    expect([...sdkProperties(token)]).not.toEqual([]);
  });

  test.each(all)("the SDK has $property of $types", ({ types, property }) => {
    expect(types.filter((type) => sdk.get(type)?.has(property))).not.toEqual([]);
  });

  test("what is read is found out", () => {
    const read = all.map(({ types, property }) => `${types.join()} ${property}`);
    for (const one of reads) expect(read).toContain(one);
  });
}
