/** Every type that is described, and every property that a reader asks for, exists in the installed SDK, nested ones included. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { sdkTypes } from "../../scripts/sdk";
import { alicloud } from "../../src/products/alicloud";
import { SERVERS } from "../../src/products/alicloud/shared/balancer";
import * as tokens from "../../src/products/alicloud/shared/tokens";
import { JSON_KEYS, asked, isInJson } from "./sdk-asked";
import { READ_TOGETHER } from "./sdk-together";

const sdk = sdkTypes();

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
