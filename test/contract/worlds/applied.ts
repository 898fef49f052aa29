/**
 * A plan after its update, as far as that can be made up: everything has an id, addresses are given, and what referred to
 * something that was not there yet has its id or its address.
 */
import { Exposures } from "../../../src/graph/exposures";
import type { Plan } from "../../../src/plan/plan";
import { type Reference } from "../../../src/plan/plan";
import { kindOf, type Raw, type RawProperties } from "../../../src/plan/raw";
import type { ResourceData, Value } from "../../../src/plan/resource";
import { products } from "../../../src/products";
import type { Register } from "../../../src/register/register";
import { planFrom, type PlanData } from "./plan-data";

type Refer = Plan["refer"];

/** The same plan, applied. */
export function applied(plan: PlanData, register: Register): PlanData {
  const inputs = new Map<string, Map<string, string>>();
  const outputs = new Map<string, Map<string, string>>();
  const put = (all: typeof inputs, urn: string, path: string, text: string): void => {
    const own = all.get(urn) ?? new Map<string, string>();
    all.set(urn, own);
    if (!own.has(path)) own.set(path, text);
  };
  const ids = new Map(plan.resources.map(({ data }, at) => [data.urn, idOf(data, at)]));
  const made = planFrom(plan);
  const refer = made.refer.bind(made);
  // What the readers ask for tells what a value means.
  made.refer = (...[value, options]: Parameters<Refer>): Reference => {
    const found = refer(value, options);
    if (found.is === "resource" && value.string().state === "unknown") {
      put(inputs, value.owner.urn, value.path, ids.get(found.resource.urn) ?? "");
    }
    return found;
  };
  const { graph } = new Exposures(made, products, register);
  const facts = [
    ...graph.contributed.flatMap(({ addresses }) => addresses),
    ...[...graph.addresses.values()].map(({ value }) => value),
  ];
  const first = new Map<string, string>();
  for (const fact of facts) {
    if (fact.state !== "unknown" || fact.doubt.urn === undefined || fact.doubt.property === undefined) continue;
    const { urn, property } = fact.doubt;
    if (!/^\w+$/.test(property) || fact.doubt.why !== "computed") continue;
    const address = addressOf(urn, property, ids);
    put(outputs, urn, property, address);
    if (!first.has(urn)) first.set(urn, address);
  }
  const led = (value: Value): void => {
    const urns = new Set(value.owner.dependenciesOf(topOf(value.path)));
    const [only, other] = urns;
    const address = only === undefined || other !== undefined ? undefined : first.get(only);
    if (address !== undefined && value.string().state === "unknown") put(inputs, value.owner.urn, value.path, address);
  };
  for (const { value } of graph.records) led(value);
  for (const origins of graph.origins.values()) for (const { value } of origins) led(value);
  return {
    ...plan,
    resources: plan.resources.map(({ data, part }) => ({
      part,
      data: {
        ...data,
        id: data.id === undefined || kindOf(data.id) !== "value" ? ids.get(data.urn) : data.id,
        change: data.change === "create" || data.change === "unsaid" ? "same" : data.change,
        inputs: withTexts(data.inputs, inputs.get(data.urn)),
        outputs: { ...data.outputs, ...Object.fromEntries(outputs.get(data.urn) ?? []) },
      },
    })),
  };
}

const topOf = (path: string): string => /^\w+/.exec(path)?.[0] ?? path;

const idOf = ({ type, id }: ResourceData, at: number): string =>
  typeof id === "string" && kindOf(id) === "value" ? id : `${(type.split(":")[2] ?? "x").toLowerCase()}-${at}`;

function addressOf(urn: string, property: string, ids: ReadonlyMap<string, string>): string {
  const at = [...ids.keys()].indexOf(urn);
  if (/ip(?:v4)?address|publicip|^address$|^ip/i.test(property)) return `47.100.${at >> 8}.${at & 255}`;
  return `n${at}-${property.toLowerCase()}.alb.aliyuncsslbintl.com`;
}

/** Properties with texts at some paths instead of what is not known there. */
function withTexts(properties: RawProperties, texts: ReadonlyMap<string, string> | undefined): RawProperties {
  if (!texts) return properties;
  const copy = structuredClone(properties) as Record<string, Raw>;
  for (const [path, text] of texts) {
    const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
    const last = keys.pop() ?? "";
    let at: unknown = copy;
    for (const key of keys) at = step(at, key);
    const owner = Array.isArray(at) && at.length === 1 && !/^\d+$/.test(last) ? (at[0] as unknown) : at;
    if (typeof owner === "object" && owner !== null) (owner as Record<string, Raw>)[last] = text;
  }
  return copy;
}

function step(at: unknown, key: string): unknown {
  const owner = Array.isArray(at) && at.length === 1 && !/^\d+$/.test(key) ? (at[0] as unknown) : at;
  if (typeof owner !== "object" || owner === null) return undefined;
  // A single value counts as a list of one.
  return key === "0" && !Array.isArray(owner) ? owner : (owner as Record<string, unknown>)[key];
}
