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
  const resources = specs.map((spec) => {
    const propertyDependencies: Record<string, string[]> = {};
    const inputs: Record<string, Raw> = {};
    for (const [key, value] of Object.entries(spec.inputs ?? {})) {
      const names: string[] = [];
      inputs[key] = plain(value, names);
      if (names.length > 0) {
        propertyDependencies[key] = names.map((name) => {
          const urn = urns.get(name);
          if (urn === undefined) throw new Error(`test refers to ${name}, which is not in the plan`);
          return urn;
        });
      }
    }
    const name = nameOf(spec);
    return new Resource(
      {
        urn: urnOf(spec.type, name),
        type: spec.type,
        name,
        inputs,
        propertyDependencies,
        change: "create",
        ...(spec.outputs ? { outputs: spec.outputs } : {}),
        ...spec.rest,
      },
      at,
    );
  });
  return new Plan([at], resources, options);
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
