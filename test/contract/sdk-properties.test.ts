/** Every property that a reader asks for exists in the installed SDK, nested ones included. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it, vi } from "vitest";
import { sdkTypes } from "../../scripts/sdk";
import { alicloud } from "../../src/products/alicloud";
import { Resource, Value } from "../../src/plan/resource";
import { planOf, unknownValue } from "../support/plan";

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

/** What readers ask a resource of each type for, when all its properties are missing, text, true, or unknown. */
function pathsRead(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const note = ({ type }: Resource, path: string): void => {
    const paths = found.get(type) ?? new Set();
    found.set(type, paths.add(path.replace(/\[\d+\]/g, "")));
  };
  const ofResource: (this: Resource, property: string) => Value = Reflect.get(Resource.prototype, "at");
  const ofValue: (this: Value, key: string) => Value = Reflect.get(Value.prototype, "at");
  const output: Resource["output"] = Reflect.get(Resource.prototype, "output");
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
  ];
  for (const [type, read] of Object.entries(alicloud)) {
    const tops = [...(sdk.get(type) ?? [])].filter((path) => !path.includes("."));
    for (const value of [undefined, "1", true, unknownValue]) {
      const inputs = value === undefined ? {} : Object.fromEntries(tops.map((property) => [property, value]));
      const plan = planOf([{ type, inputs }]);
      for (const resource of plan.resources) read(resource, plan);
    }
  }
  for (const spy of spies) spy.mockRestore();
  return found;
}

const read = pathsRead();

it.each([...read])("the SDK has what is read of %s", (type, paths) => {
  expect([...paths].filter((path) => !isInJson(path) && !sdk.get(type)?.has(path))).toEqual([]);
});

it("what is read is found out, nested properties included", () => {
  expect(namesWritten('value.at("madeUp")')).toEqual(["madeUp"]);
  expect(read.size).toBeGreaterThan(100);
  expect([...(read.get("alicloud:ens/securityGroup:SecurityGroup") ?? [])]).toContain("permissions.portRange");
  expect([...(read.get("alicloud:ecs/instance:Instance") ?? [])]).toContain("networkInterfaces.securityGroupIds");
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

it.each([...sources].filter(([file]) => file !== "index.ts"))("the SDK has every name written in %s", (file, text) => {
  const names = namesFor(file);
  expect(namesWritten(text).filter((name) => !names.has(name) && !JSON_KEYS.has(name))).toEqual([]);
});
