/**
 * Inputs for the fuzz: plans that Pulumi wrote, with things in them that it would not write, and graphs of names with forks
 * and circles. The same seed gives the same input.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { products } from "../../src/products";
import { HOSTILE } from "../support/harmless";
import { at, pathsOf, withAt, type Json, type Path } from "./json";
import { Random } from "./random";

/** Plans, which a user gave together, and a register. A text stands for itself; other values are written as JSON. */
export interface Input {
  readonly plans: readonly Json[];
  readonly register?: Json;
}

/** Stands where secrets and credentials do. */
export const CANARY = "canary-7d1f";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What is put in the place of other values. */
const ODD: readonly Json[] = [
  null,
  true,
  "",
  "0",
  -1,
  2.5,
  1e21,
  9_007_199_254_740_993,
  [],
  {},
  [[]],
  UNKNOWN,
  "[secret]",
  { [SIGNATURE]: SECRET },
  { [SIGNATURE]: OUTPUT },
  { [SIGNATURE]: OUTPUT, value: { [SIGNATURE]: OUTPUT, value: "a", secret: "yes" } },
  HOSTILE,
  `www.${HOSTILE}.com`,
  "__proto__",
  "constructor",
  "*",
  "**",
  "a".repeat(300),
  "urn:pulumi:a::b::c::d",
  "2026-02-30",
  "*.example.com",
  "xn--a",
  "中文.中国",
  "1.2.3.4",
  "::1",
  "http://",
  "cn-hangzhou",
  "default",
];

const TYPES = Object.keys(products);

interface Seeds {
  readonly plans: readonly Json[];
  readonly registers: readonly Json[];
}

/** The captured previews of examples and stacks, what Terraform planned of them and of its own fixtures, and their registers. */
export function readSeeds(): Seeds {
  const roots = ["examples", "test/stacks", "test/plan/read/terraform/fixtures"];
  const folders = roots.flatMap((root) =>
    readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => [join(root, name), join(root, name, "terraform")])
      .filter((folder) => existsSync(folder)),
  );
  const files = folders.sort().flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
  const plans = files.filter((file) => /(?:preview[^/]*|(?:plan|state)\.terraform)\.json$/.test(file)).sort();
  const registers = files.filter((file) => file.endsWith("icp.yaml")).sort();
  return {
    plans: plans.map((file) => JSON.parse(readFileSync(file, "utf8")) as Json),
    registers: registers.map((file) => parse(readFileSync(file, "utf8")) as Json),
  };
}

/** The input of a seed. */
export function inputOf(seed: number, seeds: Seeds): Input {
  const random = new Random(seed);
  const count = random.once(4) ? 2 : 1;
  const plans = Array.from({ length: count }, () => {
    const base = random.once(3) ? graph(random) : asState(random.pick(seeds.plans), random);
    return mutated(base, random, seeds);
  });
  const declared = random.once(3) ? undefined : random.pick(seeds.registers);
  const register = declared !== undefined && random.once(5) ? mutated(declared, random, seeds) : declared;
  const whole = plans.map((plan) => damaged(withCanaries(plan, random), random));
  return { plans: whole, ...(register === undefined ? {} : { register: damaged(register, random) }) };
}

/** One preview in five is given as the state after it. */
function asState(plan: Json, random: Random): Json {
  const steps = at(plan, ["steps"]);
  if (!random.once(5) || !Array.isArray(steps)) return plan;
  const resources = (steps as readonly Json[]).flatMap((step) => at(step, ["newState"]) ?? []);
  return { version: 3, deployment: { manifest: {}, resources } };
}

/** Names that lead to names, addresses and edges: chains, forks that join, and circles. */
function graph(random: Random): Json {
  const names = 2 + random.below(8);
  const name = (): string => `n${random.below(names)}.example.com`;
  const urn = (type: string, index: number): string => `urn:pulumi:dev::p::${type}::r${index}`;
  const record = "alicloud:dns/alidnsRecord:AlidnsRecord";
  const eip = "alicloud:ecs/eipAddress:EipAddress";
  const cdn = "alicloud:cdn/domainNew:DomainNew";
  const status = (): Json => random.pick<Json>(["ENABLE", "DISABLE", UNKNOWN]);
  const steps = Array.from({ length: 2 + random.below(20) }, (_, index): Json => {
    const other = random.below(20);
    const made = random.pick<[type: string, inputs: Json, from: readonly string[]]>([
      [record, { domainName: "example.com", rr: `n${random.below(names)}`, type: "CNAME", value: name() }, []],
      [
        record,
        {
          domainName: "example.com",
          rr: `n${random.below(names)}`,
          type: "CNAME",
          value: name(),
          line: "telecom",
          status: status(),
        },
        [],
      ],
      [record, { domainName: "example.com", rr: `n${random.below(names)}`, type: "A", value: "47.96.1.1" }, []],
      [
        record,
        { domainName: "example.com", rr: `n${random.below(names)}`, type: "CNAME", value: UNKNOWN },
        [urn(eip, other), urn(cdn, other)],
      ],
      [eip, {}, []],
      [
        cdn,
        {
          domainName: name(),
          scope: random.pick(["domestic", "overseas"]),
          status: random.pick(["online", "offline"]),
          sources: [{ type: "domain", content: name() }],
        },
        [],
      ],
    ]);
    const [type, inputs, from] = made;
    const newState = {
      urn: urn(type, index),
      type,
      custom: true,
      inputs,
      dependencies: from,
      propertyDependencies: { value: from },
    };
    return { op: "create", urn: urn(type, index), newState };
  });
  return { config: { "alicloud:region": "cn-hangzhou" }, steps, changeSummary: { create: steps.length } };
}

function mutated(root: Json, random: Random, seeds: Seeds): Json {
  let value = root;
  for (let left = random.below(7); left > 0; left--) value = mutate(value, random, seeds);
  return value;
}

/** Where a resource's own values stand, and what is said of them. */
const INNER = ["inputs", "outputs", "config", "after", "after_unknown", "before", "values", "expressions"];

function mutate(root: Json, random: Random, seeds: Seeds): Json {
  const paths = pathsOf(root);
  const inner = paths.filter((one) => INNER.some((key) => one.includes(key)));
  // Most of what is wrong outside of the resources' own values is refused.
  const path = random.pick(inner.length > 0 && !random.once(6) ? inner : paths);
  const found = at(root, path);
  switch (random.below(8)) {
    case 0:
      return path.length === 0 ? root : withAt(root, path, undefined);
    case 1:
      return withAt(root, path, spliced(random, seeds));
    case 2:
      return typeof found === "string" ? withAt(root, path, `${found}${random.pick(["", ".", " ", HOSTILE])}`) : root;
    case 3:
      return withAt(root, path, {
        [SIGNATURE]: OUTPUT,
        value: found ?? null,
        ...(random.once(2) && { secret: random.pick<Json>([true, 1, null]) }),
      });
    case 4:
      return doubled(root, path, random);
    case 5:
      return crossed(root, random);
    default:
      return withAt(root, path, random.pick(ODD));
  }
}

/** A value of any seed. */
function spliced(random: Random, seeds: Seeds): Json {
  const other = random.pick(seeds.plans);
  return at(other, random.pick(pathsOf(other))) ?? null;
}

/** An element of a list stands there twice. */
function doubled(root: Json, path: Path, random: Random): Json {
  const list = at(root, path.slice(0, -1));
  if (!Array.isArray(list) || list.length === 0) return root;
  return withAt(root, path.slice(0, -1), [...(list as readonly Json[]), random.pick(list as readonly Json[])]);
}

/** Something refers to a resource that it did not refer to: so there are circles of parents and dependencies. */
function crossed(root: Json, random: Random): Json {
  const paths = pathsOf(root);
  const urns = paths
    .filter((path) => path.at(-1) === "urn")
    .map((path) => at(root, path))
    .filter((urn) => typeof urn === "string");
  const states = paths.filter((path) => at(root, [...path, "inputs"]) !== undefined);
  if (urns.length === 0 || states.length === 0) return root;
  const state = random.pick(states);
  const urn = random.pick(urns);
  switch (random.below(4)) {
    case 0:
      return withAt(root, [...state, "parent"], urn);
    case 1:
      return withAt(root, [...state, "provider"], `${urn}::id`);
    case 2:
      return withAt(root, [...state, "type"], random.pick(TYPES));
    default: {
      const keys = Object.keys(at(root, [...state, "inputs"]) ?? {});
      const property = keys.length === 0 ? "value" : random.pick(keys);
      const unknown = withAt(root, [...state, "inputs", property], UNKNOWN);
      return withAt(unknown, [...state, "propertyDependencies"], { [property]: [urn, random.pick(urns)] });
    }
  }
}

/** Secrets where Pulumi and Terraform have them: last, so that nothing moves them to a plain place. */
function withCanaries(root: Json, random: Random): Json {
  let value = withMarked(root, random);
  for (const path of pathsOf(root)) {
    const type = at(root, [...path, "type"]);
    if (typeof type !== "string" || !type.startsWith("pulumi:providers:")) continue;
    for (const place of ["inputs", "outputs"])
      value = withAt(value, [...path, place], { accessKey: CANARY, secretKey: CANARY });
  }
  const inputs = pathsOf(value).filter((path) => path.at(-2) === "inputs" && path.length > 3);
  if (inputs.length > 0 && !random.once(3)) {
    value = withAt(value, random.pick(inputs), { [SIGNATURE]: SECRET, value: CANARY, plaintext: CANARY });
  }
  return at(value, ["config"]) === undefined
    ? value
    : withAt(value, ["config", "a:key"], { value: CANARY, secret: true });
}

/** Attributes that Terraform marks sensitive, and what providers are configured with. */
function withMarked(root: Json, random: Random): Json {
  if (at(root, ["resource_changes"]) === undefined) return root;
  let value = root;
  for (const path of pathsOf(root)) {
    if (path[0] !== "configuration" || path.at(-2) !== "provider_config") continue;
    value = withAt(value, [...path, "expressions", "secret_key"], { constant_value: CANARY });
  }
  for (const path of pathsOf(value)) {
    const key = path.at(-1);
    const attributes = Object.keys(at(value, path) ?? {});
    const isState = path[0] === "resource_changes" && path.length === 4 && (key === "after" || key === "before");
    if (!isState || attributes.length === 0 || random.once(2)) continue;
    const attribute = random.pick(attributes);
    value = withAt(value, [...path, attribute], CANARY);
    value = withAt(value, [...path.slice(0, -1), `${key}_sensitive`], { [attribute]: true });
  }
  return value;
}

/** One document in twenty comes as a text that was cut, has something in it, or a number that JSON can only read. */
function damaged(value: Json, random: Random): Json {
  if (!random.once(20)) return value;
  const text = JSON.stringify(value, null, random.below(3));
  const place = random.below(text.length + 1);
  const [before, after] = [text.slice(0, place), text.slice(place)];
  switch (random.below(3)) {
    case 0:
      return before;
    case 1:
      return before + after.replace(/(?<=": ?)\d+/, random.pick(["1e999", "-1e999", "-0"]));
    default:
      return `${before}${random.pick(["}", "\n", "\u0000", HOSTILE, ","])}${after}`;
  }
}
