/** Builds plans for tests in the shape that readers build them: one call per resource, references by `ref`. */
import { isDefaultProvider } from "../../src/plan/read/providers";
import { Plan, type PlanOptions } from "../../src/plan/plan";
import { UNKNOWN_STRING, type Raw, type RawProperties } from "../../src/plan/raw";
import { Resource, type PlanPart, type ResourceData } from "../../src/plan/resource";

/** A value that is unknown in a preview, and the resources it is computed from. */
export class Ref {
  constructor(readonly names: readonly string[]) {}
}
/** The unknown output of one or more resources, by their names. */
export const ref = (...names: string[]): Ref => new Ref(names);
/** A value that is unknown and depends on nothing in the plan. */
export const unknownValue = UNKNOWN_STRING;

export interface Properties {
  readonly [key: string]: Raw | Ref | readonly (Raw | Ref | Properties)[] | Properties;
}

export interface ResourceSpec {
  readonly type: string;
  readonly name?: string;
  readonly inputs?: Properties;
  readonly outputs?: RawProperties;
  readonly rest?: Partial<ResourceData>;
}

export const part: PlanPart = {
  id: "plan",
  source: "plan.json",
  project: "web",
  stack: "dev",
  missing: 0,
  isolated: false,
  applied: false,
  tellsIds: true,
  isDefaultProvider,
  region: "cn-hangzhou",
};

export const urnOf = (type: string, name: string): string => `urn:pulumi:dev::web::${type}::${name}`;

/** A resource that this plan changes, with what it was: its inputs then, as the engine tells them, and what else is told. */
export const updated = (now: ResourceSpec, inputs: RawProperties, more: Partial<ResourceData> = {}): ResourceSpec => ({
  ...now,
  rest: {
    ...now.rest,
    change: "update",
    previous: {
      urn: urnOf(now.type, nameOf(now)),
      type: now.type,
      name: nameOf(now),
      change: "same",
      inputs,
      ...more,
    },
  },
});

/** A plan of these resources; by default complete, in `cn-hangzhou`. */
export function planOf(
  specs: readonly ResourceSpec[],
  partOptions: Partial<PlanPart> = {},
  options: PlanOptions = {},
): Plan {
  const at: PlanPart = { ...part, ...partOptions };
  const urns = new Map(specs.map((spec) => [nameOf(spec), urnOf(spec.type, nameOf(spec))]));
  const find = (name: string): string => {
    const urn = urns.get(name);
    if (urn === undefined) throw new Error(`test refers to ${name}, which is not in the plan`);
    return urn;
  };
  const resources = specs.map((spec) => new Resource(dataOf(spec, urnOf(spec.type, nameOf(spec)), find), at));
  return new Plan([at], resources, options);
}

/** What a reader would tell of a resource; `find` gives the URN of a name. */
function dataOf(spec: ResourceSpec, urn: string, find: (name: string) => string): ResourceData {
  const propertyDependencies: Record<string, string[]> = {};
  const inputs: Record<string, Raw> = {};
  for (const [key, value] of Object.entries(spec.inputs ?? {})) {
    const names: string[] = [];
    inputs[key] = plain(value, names);
    if (names.length > 0) propertyDependencies[key] = names.map(find);
  }
  return {
    urn,
    type: spec.type,
    name: nameOf(spec),
    inputs,
    propertyDependencies,
    change: "create",
    ...(spec.outputs ? { outputs: spec.outputs } : {}),
    ...spec.rest,
  };
}

const nameOf = (spec: ResourceSpec): string => spec.name ?? "main";

function plain(value: Properties[string] | Raw | Ref | Properties, names: string[]): Raw {
  if (value instanceof Ref) {
    names.push(...value.names);
    return UNKNOWN_STRING;
  }
  if (Array.isArray(value)) return value.map((item) => plain(item as Raw, names));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item as Raw, names)]));
  }
  return value;
}

/** The resources of one stack among several, and what its source is like. */
export interface StackSpec extends Partial<PlanPart> {
  readonly has: readonly ResourceSpec[];
}

/**
 * A plan of several stacks, by `project/stack`. References are by name, in the stack itself before others; a name of another
 * stack may have that before it: `net/prod:web`.
 */
export function planOfStacks(stacks: Readonly<Record<string, StackSpec>>, options: PlanOptions = {}): Plan {
  const parts = Object.entries(stacks).map(([id, { has, ...rest }]) => {
    const [project = "", stack = ""] = id.split("/");
    const at: PlanPart = { ...part, id, source: `${id}.json`, project, stack, ...rest };
    const urn = (spec: ResourceSpec): string =>
      spec.rest?.urn ?? `urn:pulumi:${at.stack}::${at.project}::${spec.type}::${nameOf(spec)}`;
    return { id, at, has, urn };
  });
  const urns = new Map<string, string>(
    parts.flatMap(({ id, has, urn }) => has.map((spec) => [`${id}:${nameOf(spec)}`, urn(spec)] as const)),
  );
  const find = (name: string, from: string): string => {
    const found =
      urns.get(name) ??
      urns.get(`${from}:${name}`) ??
      [...urns].find(([key]) => key.endsWith(`:${name}`) && !key.startsWith(`${from}:`))?.[1];
    if (found === undefined) throw new Error(`test refers to ${name}, which is in no stack`);
    return found;
  };
  const resources = parts.flatMap(({ id, at, has, urn }) =>
    has.map(
      (spec) =>
        new Resource(
          dataOf(spec, urn(spec), (name) => find(name, id)),
          at,
        ),
    ),
  );
  return new Plan(
    parts.map(({ at }) => at),
    resources,
    options,
  );
}
