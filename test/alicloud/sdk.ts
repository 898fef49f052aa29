/** What the installed SDK of Alibaba Cloud knows, and what readers read of it. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test, vi } from "vitest";
import type { Product } from "../../src/exposure/contribution";
import type { Fact } from "../../src/plan/fact";
import { Plan, type ReferenceOptions } from "../../src/plan/plan";
import { Resource, type Value } from "../../src/plan/resource";
import { planOf, unknownValue, type ResourceSpec } from "../support/plan";

const SDK = dirname(require.resolve("@pulumi/alicloud/package.json"));
const files = new Map<string, ReadonlyMap<string, string>>();

/** Where each resource type of a module is declared. */
function filesOf(module: string): ReadonlyMap<string, string> {
  let found = files.get(module);
  if (!found) {
    const names = readdirSync(join(SDK, module)).filter((name) => name.endsWith(".js") && !name.startsWith("get"));
    found = new Map(
      names.flatMap((name) => {
        const token = /__pulumiType = '([^']+)'/.exec(readFileSync(join(SDK, module, name), "utf8"))?.[1];
        return token === undefined ? [] : [[token, join(SDK, module, name.replace(/\.js$/, ".d.ts"))] as const];
      }),
    );
    files.set(module, found);
  }
  return found;
}

/** The inputs and outputs of a resource type; empty when the SDK has no such type. */
export function sdkProperties(token: string): ReadonlySet<string> {
  const module = /^alicloud:([^/]+)\//.exec(token)?.[1];
  const file = module === undefined ? undefined : filesOf(module).get(token);
  if (file === undefined) return new Set();
  const declared = readFileSync(file, "utf8").matchAll(/^ {4}(?:readonly )?(\w+)\??: pulumi\.(?:Output|Input)</gm);
  return new Set([...declared].map((match) => match[1] ?? ""));
}

/** A property that was read, or by whose value a resource was looked for. */
export interface ReadProperty {
  readonly types: readonly string[];
  readonly property: string;
}

/**
 * The properties that readers read while they go through plans: of each type alone with nothing, something and
 * something unknown in every property, and of the given resources together. What only tells the location is left out.
 */
export function propertiesRead(products: Product, together: readonly (readonly ResourceSpec[])[]): ReadProperty[] {
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
    vi.spyOn(Plan.prototype, "location").mockReturnValue({ in: "mainland", region: "cn-hangzhou", by: "option" }),
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
    expect(types.filter((type) => sdkProperties(type).has(property))).not.toEqual([]);
  });

  test("what is read is found out", () => {
    const read = all.map(({ types, property }) => `${types.join()} ${property}`);
    for (const one of reads) expect(read).toContain(one);
  });
}
