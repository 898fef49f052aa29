/** What the readers of Alibaba Cloud's types ask for, found out by asking them. */
import { vi } from "vitest";
import { sdkTypes } from "../../scripts/sdk";
import { ByValue, type ReferenceOptions } from "../../src/plan/by-value";
import { Resource, Value } from "../../src/plan/resource";
import { alicloud } from "../../src/products/alicloud";
import { planOf, unknownValue, type ResourceSpec } from "../support/plan";
import { TOGETHER } from "./sdk-together";

const sdk = sdkTypes();

/** Properties that hold JSON as text, and the keys of it that are read: no declaration has them. */
const JSON_TEXTS: readonly string[] = ["policy", "config", "addons.config", "deployConfigs", "triggerConfig"];
export const JSON_KEYS: ReadonlySet<string> = new Set([
  "AddressType",
  "Condition",
  "CreateDefaultALBConfig",
  "Effect",
  "IngressSlbNetworkType",
  "Principal",
  "Statement",
  "albIngress",
  "customDomainIds",
  "customDomainInfos",
  "disableURLInternet",
]);
/** Whether a path leads into a text that holds JSON. */
export const isInJson = (path: string): boolean => JSON_TEXTS.some((text) => path.startsWith(`${text}.`));

/** What readers ask for. */
interface Asked {
  /** The paths that are read of each type. */
  readonly read: ReadonlyMap<string, ReadonlySet<string>>;
  /** The properties by whose values resources of some types are looked for. */
  readonly lookedUp: ReadonlyMap<string, ReferenceOptions>;
}

/** A type by itself, with all its properties missing, text, true, or unknown. */
function alone(type: string): readonly (readonly ResourceSpec[])[] {
  const tops = [...(sdk.get(type) ?? [])].filter((path) => !path.includes("."));
  return [undefined, "1", true, unknownValue].map((value) => [
    { type, inputs: value === undefined ? {} : Object.fromEntries(tops.map((property) => [property, value])) },
  ]);
}

/** What the readers of all types ask for, of each type alone and of resources together. */
export function asked(): Asked {
  const found = new Map<string, Set<string>>();
  const lookedUp = new Map<string, ReferenceOptions>();
  const note = ({ type }: Resource, path: string): void => {
    const paths = found.get(type) ?? new Set();
    found.set(type, paths.add(path.replace(/\[\d+\]/g, "")));
  };
  const ofResource: (this: Resource, property: string) => Value = Reflect.get(Resource.prototype, "at");
  const ofValue: (this: Value, key: string) => Value = Reflect.get(Value.prototype, "at");
  const output: Resource["output"] = Reflect.get(Resource.prototype, "output");
  const first: ByValue["first"] = Reflect.get(ByValue.prototype, "first");
  const spies = [
    vi.spyOn(Resource.prototype, "at").mockImplementation(function (this: Resource, property) {
      note(this, property);
      return ofResource.call(this, property);
    }),
    vi.spyOn(Value.prototype, "at").mockImplementation(function (this: Value, key) {
      note(this.owner, `${this.path}.${key}`);
      return ofValue.call(this, key);
    }),
    vi.spyOn(Resource.prototype, "output").mockImplementation(function (this: Resource, property) {
      note(this, property);
      return output.call(this, property);
    }),
    vi.spyOn(ByValue.prototype, "first").mockImplementation(function (this: ByValue, value, options, fits) {
      lookedUp.set(`${options.types.join()} by ${(options.by ?? []).join()}`, options);
      return first.call(this, value, options, fits);
    }),
  ];
  for (const specs of [...Object.keys(alicloud).flatMap(alone), ...TOGETHER]) {
    const plan = planOf(specs);
    for (const resource of plan.resources) alicloud[resource.type]?.(resource, plan);
  }
  for (const spy of spies) spy.mockRestore();
  return { read: found, lookedUp };
}
