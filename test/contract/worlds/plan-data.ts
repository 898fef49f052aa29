/** Plans as data, which can be changed where a plan itself cannot. */
import { Plan, type PlanOptions } from "../../../src/plan/plan";
import type { RawProperties } from "../../../src/plan/raw";
import { Resource, type PlanPart, type ResourceData } from "../../../src/plan/resource";

/** What a plan is made from. */
export interface PlanData {
  readonly parts: readonly PlanPart[];
  readonly resources: readonly { readonly data: ResourceData; readonly part: number }[];
  readonly options: PlanOptions;
}

/** A part whose resources have other URNs; those without one are not in it. */
export const withUrns = (part: PlanPart, urnOf: (urn: string) => string | undefined): PlanPart => ({
  ...part,
  ...(part.unexpanded && { unexpanded: part.unexpanded.flatMap((urn) => urnOf(urn) ?? []) }),
});

/** What a plan was made from. */
export const dataOf = (plan: Plan): PlanData => ({
  parts: plan.parts,
  resources: [...plan.resources, ...plan.removed, ...plan.forgotten].map((resource) => ({
    data: resource.data,
    part: plan.parts.indexOf(resource.part),
  })),
  options: plan.options,
});

/** The plan that is made from data. */
export const planFrom = ({ parts, resources, options }: PlanData): Plan =>
  new Plan(
    parts,
    resources.map(({ data, part }) => {
      const at = parts[part];
      if (!at) throw new Error(`${data.urn} is of no part of the plan`);
      return new Resource(data, at);
    }),
    options,
  );

/** Whether the value that keys lead to was read in the inputs or outputs of a resource. */
export type IsRead = (urn: string, keys: readonly (string | number)[]) => boolean;

/** The same plan, which notes the values that are read of it: what nobody reads cannot change what is said. */
export function watched(plan: PlanData): { readonly plan: PlanData; readonly isRead: IsRead } {
  const seen = new Set<string>();
  const note = (above: string, key: string | symbol): string => {
    const at = `${above} ${String(key)}`;
    seen.add(at);
    return at;
  };
  const watch = <T extends object>(above: string, values: T): T =>
    new Proxy(values, {
      getOwnPropertyDescriptor: (target, key) => {
        note(above, key);
        return Reflect.getOwnPropertyDescriptor(target, key);
      },
      get: (target, key): unknown => {
        const value: unknown = Reflect.get(target, key);
        const at = note(above, key);
        return typeof value === "object" && value !== null ? watch(at, value) : value;
      },
      ownKeys: (target) => {
        for (const key of Object.keys(target)) note(above, key);
        return Reflect.ownKeys(target);
      },
    });
  const resources = plan.resources.map(({ data, part }) => ({
    part,
    data: {
      ...data,
      inputs: watch<RawProperties>(data.urn, data.inputs),
      ...(data.outputs ? { outputs: watch<RawProperties>(data.urn, data.outputs) } : {}),
    },
  }));
  return { plan: { ...plan, resources }, isRead: (urn, keys) => seen.has([urn, ...keys].join(" ")) };
}
