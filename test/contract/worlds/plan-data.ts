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

/** What a plan was made from. */
export const dataOf = (plan: Plan): PlanData => ({
  parts: plan.parts,
  resources: [...plan.resources, ...plan.removed, ...plan.forgotten].map((resource) => ({
    data: resource["data"],
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

/** The same plan, which notes the properties that are read of it. */
export function watched(plan: PlanData): {
  readonly plan: PlanData;
  readonly isRead: (urn: string, property: string) => boolean;
} {
  const seen = new Set<string>();
  const watch = (urn: string, properties: RawProperties): RawProperties =>
    new Proxy(properties, {
      getOwnPropertyDescriptor: (target, property) => {
        seen.add(`${urn} ${String(property)}`);
        return Reflect.getOwnPropertyDescriptor(target, property);
      },
    });
  const resources = plan.resources.map(({ data, part }) => ({
    part,
    data: {
      ...data,
      inputs: watch(data.urn, data.inputs),
      ...(data.outputs ? { outputs: watch(data.urn, data.outputs) } : {}),
    },
  }));
  return { plan: { ...plan, resources }, isRead: (urn, property) => seen.has(`${urn} ${property}`) };
}
