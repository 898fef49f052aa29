/** Every type that is described, and every property that a reader asks for, exists in the installed SDK, nested ones included. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it, vi } from "vitest";
import { sdkTypes } from "../../scripts/sdk";
import { alicloud } from "../../src/products/alicloud";
import { SERVERS } from "../../src/products/alicloud/shared/balancer";
import * as tokens from "../../src/products/alicloud/shared/tokens";
import { Resource, Value } from "../../src/plan/resource";
import { ByValue, type ReferenceOptions } from "../../src/plan/by-value";
import { planOf, unknownValue, type ResourceSpec } from "../support/plan";
import { READ_TOGETHER, TOGETHER } from "./sdk-together";

const sdk = sdkTypes();

/** Properties that hold JSON as text, and the keys of it that are read: no declaration has them. */
const JSON_TEXTS: readonly string[] = ["policy", "config", "addons.config", "deployConfigs", "triggerConfig"];
const JSON_KEYS: ReadonlySet<string> = new Set([
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
const isInJson = (path: string): boolean => JSON_TEXTS.some((text) => path.startsWith(`${text}.`));

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
function asked(): Asked {
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

const { read, lookedUp } = asked();

it.each(Object.keys(alicloud))("the SDK has %s, and what is read of it", (type) => {
  const paths = read.get(type) ?? [];
  const missing = [...paths].filter((path) => !isInJson(path) && !sdk.get(type)?.has(path));
  expect({ type, isInSdk: sdk.has(type), missing }).toEqual({ type, isInSdk: true, missing: [] });
});

it("the SDK has each property by which others are looked for, in a type of those that are meant", () => {
  const missing = [...lookedUp.values()].flatMap(({ types, by = [] }) =>
    by.filter((property) => !types.some((type) => sdk.get(type)?.has(property))).map((property) => [types, property]),
  );
  expect(missing).toEqual([]);
  expect(lookedUp.size).toBeGreaterThan(50);
});

it("the SDK has the types that readers share", () => {
  const types = [...Object.values(tokens).flat(), ...SERVERS.types];
  expect(types.filter((type) => !sdk.has(type))).toEqual([]);
});

it("what is read is found out, nested properties included", () => {
  expect(namesWritten('value.at("madeUp")')).toEqual(["madeUp"]);
  expect(read.size).toBeGreaterThan(100);
  expect([...(read.get("alicloud:ens/securityGroup:SecurityGroup") ?? [])]).toContain("permissions.portRange");
  expect([...(read.get("alicloud:ecs/instance:Instance") ?? [])]).toContain("networkInterfaces.securityGroupIds");
  const properties = [...read].flatMap(([type, paths]) => [...paths].map((path) => `${type} ${path}`));
  const sought = [...lookedUp.values()].flatMap(({ types, by = [] }) => by.map((one) => `${types.join()} ${one}`));
  expect(READ_TOGETHER.filter((one) => ![...properties, ...sought].includes(one))).toEqual([]);
});

/** The names in the sources of the readers that only a certain value of another property makes them ask for. */
function namesWritten(text: string): readonly string[] {
  const calls = text.matchAll(/\.(?:at|string|number|boolean|items|output|says)\(\s*"(\w+)"/g);
  const references = text.matchAll(/\b(?:referred|referredAll)\(\s*\w+,\s*"(\w+)"/g);
  const values = [...text.matchAll(/\bby: \[([^\]]*)\]/g)].flatMap(([, list = ""]) => [...list.matchAll(/"(\w+)"/g)]);
  return [...calls, ...references, ...values].map(([, name = ""]) => name);
}

const FOLDER = "src/products/alicloud";
const sources = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => [file, readFileSync(join(FOLDER, file), "utf8")]),
);
const imports = (file: string): readonly string[] =>
  [...(sources.get(file) ?? "").matchAll(/from "(\.[\w./-]+)"/g)].map(
    ([, path = ""]) => `${join(dirname(file), path)}.ts`,
  );
const tokensIn = (text: string): readonly string[] =>
  [...text.matchAll(/"(alicloud:\w+\/\w+:\w+)"/g)].map(([, token = ""]) => token);
const leaf = (path: string): string => path.slice(path.lastIndexOf(".") + 1);

/** The names of properties of all types that a file names, or that its neighbours name: those it imports, or that import it. */
function namesFor(file: string): ReadonlySet<string> {
  const own = imports(file);
  const near = [...sources].filter(([other]) => [file, ...own].includes(other) || imports(other).includes(file));
  const types = near.flatMap(([, text]) => tokensIn(text));
  return new Set(types.flatMap((type) => [...(sdk.get(type) ?? [])].map(leaf)));
}

it.each([...sources].filter(([file]) => file !== "index.ts"))("the SDK has all that is written in %s", (file, text) => {
  const names = namesFor(file);
  expect({
    types: tokensIn(text).filter((type) => !sdk.has(type)),
    names: namesWritten(text).filter((name) => !names.has(name) && !JSON_KEYS.has(name)),
  }).toEqual({ types: [], names: [] });
});
