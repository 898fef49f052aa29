/** Plans that are another one in nothing but names, order, or a record more. */
import { UNKNOWN_STRING } from "../../../src/plan/raw";
import type { ResourceData } from "../../../src/plan/resource";
import { asRegister, type Register } from "../../../src/register/register";
import type { Sample } from "./corpus";
import { withUrns, type PlanData } from "./plan-data";

/** A plan under other names, and what they were. */
export interface Renamed {
  readonly plan: PlanData;
  readonly register: Register;
  /** The URN that a resource had before. */
  readonly before: (urn: string) => string;
}

/** Where the name begins in a URN, of which names may have separators in them, and in a glob over such. */
const nameAt = (urn: string): number =>
  /^urn:[^:]+:.*?::.*?::.*?::/s.exec(urn)?.[0].length ?? urn.lastIndexOf("::") + 2;
const nameIn = (urn: string): string => urn.slice(nameAt(urn));
const withName = (urn: string, name: string): string => urn.slice(0, nameAt(urn)) + name;

/** Puts names in another order. */
const reversed = (name: string, fromLast: number): string => `${String(fromLast).padStart(3, "0")}-${name}`;

/** Gives every resource another name, by which all are in another order; globs of the register follow. */
export function renamed({ plan, register }: Sample, newName = reversed): Renamed {
  const names = [...new Set(plan.resources.map(({ data }) => data.name))].sort();
  const renames = new Map(names.map((name, at) => [name, newName(name, names.length - at)]));
  const nameOf = (name: string): string => renames.get(name) ?? newName(name, 0);
  const urnOf = (urn: string): string => (isDefault(urn) ? urn : withName(urn, nameOf(nameIn(urn))));
  const linked = (links: NonNullable<ResourceData["byKey"]>) =>
    Object.fromEntries(Object.entries(links).map(([key, urns]) => [key, urns.map(urnOf)]));
  const before = new Map<string, string>();
  const rename = (data: ResourceData): ResourceData => {
    const urn = urnOf(data.urn);
    before.set(urn, data.urn);
    return {
      ...data,
      urn,
      name: isDefault(data.urn) ? data.name : nameOf(data.name),
      parent: data.parent === undefined ? undefined : urnOf(data.parent),
      provider: data.provider === undefined ? undefined : urnOf(data.provider),
      dependencies: data.dependencies?.map(urnOf),
      propertyDependencies: data.propertyDependencies && linked(data.propertyDependencies),
      byKey: data.byKey && linked(data.byKey),
      aliases: data.aliases?.map(urnOf),
      previous: data.previous && rename(data.previous),
    };
  };
  return {
    plan: {
      ...plan,
      parts: plan.parts.map((part) => withUrns(part, urnOf)),
      resources: plan.resources.map(({ data, part }) => ({ part, data: rename(data) })),
    },
    register: withGlobs(register, (glob) => {
      const name = nameIn(glob);
      const renamedName = renames.get(name) ?? (name.startsWith("*") ? name : `*${name}`);
      return glob.includes("::") ? withName(glob, renamedName) : glob;
    }),
    before: (urn) => before.get(urn) ?? urn,
  };
}

/** What tells a provider of the engine's own is its name. */
const isDefault = (urn: string): boolean => urn.includes("::pulumi:providers:") && nameIn(urn).startsWith("default");

/** An entry of the register that names something. */
interface Entry {
  readonly resource?: string | undefined;
  readonly origin?: string | undefined;
  readonly stack?: string | undefined;
}

/** A register in which the globs over URNs are others. */
const withGlobs = (declared: Register, change: (glob: string) => string): Register =>
  withEntries(declared, (entry) => ({
    ...entry,
    ...(entry.resource !== undefined && { resource: change(entry.resource) }),
    ...(entry.origin !== undefined && { origin: change(entry.origin) }),
  }));

/** A register in which the globs over stacks are others. */
export const withStacks = (declared: Register, change: (glob: string) => string): Register =>
  withEntries(declared, (entry) => (entry.stack === undefined ? entry : { ...entry, stack: change(entry.stack) }));

function withEntries(declared: Register, change: <T extends Entry>(entry: T) => T): Register {
  const loaded = declared["loaded"];
  if (!loaded) return declared;
  const { filings, externalDns, edges, waivers } = loaded.register;
  const changed = <T>(entry: T): T =>
    typeof entry === "object" && entry !== null ? change(entry as T & Entry) : entry;
  const register = {
    ...loaded.register,
    filings: filings.map((filing) => ({
      ...filing,
      servers: filing.servers?.map(changed),
      hosts: filing.hosts.map(changed),
    })),
    externalDns: externalDns.map(changed),
    edges: edges.map(changed),
    waivers: waivers.map(changed),
  };
  return asRegister({ ...loaded, register }, declared.verified);
}

/** The same plan with everything in another order that has none. */
export function shuffled(plan: PlanData, seed: number): PlanData {
  const random = numbers(seed);
  const mix = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  return {
    ...plan,
    resources: mix(plan.resources).map(({ data, part }) => ({
      part,
      data: {
        ...data,
        dependencies: data.dependencies && mix(data.dependencies),
        propertyDependencies:
          data.propertyDependencies &&
          Object.fromEntries(mix(Object.entries(data.propertyDependencies)).map(([key, urns]) => [key, mix(urns)])),
      },
    })),
  };
}

/** Always the same numbers between 0 and 1 for a seed. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const RECORD = "alicloud:dns/alidnsRecord:AlidnsRecord";

/** A plan with a record beside one of its own. */
export interface Beside {
  readonly plan: PlanData;
  /** The record that was there. */
  readonly record: ResourceData;
  readonly added: "line" | "target" | "host";
}

/** The label of the host that is added. */
export const SECOND = "second-host";

/** A second record beside each: on another line, with the target of another record, and for another host. */
export function besides(plan: PlanData): readonly Beside[] {
  const records = plan.resources.filter(({ data }) => data.type === RECORD && isNew(data));
  return records.flatMap((one, at): Beside[] => {
    const { data: record, part } = one;
    const second = (inputs: ResourceData["inputs"], value?: readonly string[]): PlanData => {
      const data: ResourceData = {
        ...record,
        urn: `${record.urn}-second`,
        name: `${record.name}-second`,
        id: undefined,
        outputs: undefined,
        change: "create",
        previous: undefined,
        inputs: { ...record.inputs, ...inputs },
        ...(value ? { propertyDependencies: { ...record.propertyDependencies, value } } : {}),
      };
      return { ...plan, resources: [...plan.resources, { data, part }] };
    };
    const other = records[(at + 1) % records.length]?.data;
    const { line, rr } = record.inputs;
    return [
      ...(line === undefined || line === "default"
        ? [{ record, added: "line", plan: second({ line: "telecom" }) } as const]
        : []),
      ...(other && other !== record
        ? [
            {
              record,
              added: "target",
              plan: second(
                { value: other.inputs["value"] ?? UNKNOWN_STRING, type: other.inputs["type"] ?? "A" },
                other.propertyDependencies?.["value"] ?? [],
              ),
            } as const,
          ]
        : []),
      ...(typeof rr === "string" ? [{ record, added: "host", plan: second({ rr: SECOND }) } as const] : []),
    ];
  });
}

const isNew = ({ change = "unsaid" }: ResourceData): boolean => change !== "delete" && change !== "forget";
