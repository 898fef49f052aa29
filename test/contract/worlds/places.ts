/** The places of a plan's values, and plans with another value at one of them. */
import { kindOf, UNKNOWN_STRING, type Raw, type RawProperties } from "../../../src/plan/raw";
import type { ResourceData } from "../../../src/plan/resource";
import type { IsRead, PlanData } from "./plan-data";

/** Where a value stands: of which resource, in its inputs or outputs, and the keys that lead there. */
export interface Place {
  readonly resource: number;
  readonly in: "inputs" | "outputs";
  readonly keys: readonly [string, ...(string | number)[]];
}

/** The path of a place without positions in lists: what the elements of a list share. */
export const pathOf = ({ keys }: Place): string => keys.filter((key) => typeof key === "string").join(".");

/** The type of the resource that a value stands in. */
export const typeAt = (plan: PlanData, { resource }: Place): string => plan.resources[resource]?.data.type ?? "";

/** The resources from which the property of a place is computed. */
export const sourcesOf = (plan: PlanData, { resource, keys: [property] }: Place): readonly string[] =>
  plan.resources[resource]?.data.propertyDependencies?.[property] ?? [];

/**
 * The places of all values for which `isWanted`: each single one, and each list or object as a whole. Of outputs only those
 * that no input says as well.
 */
export function placesOf(plan: PlanData, isWanted: IsRead): readonly Place[] {
  return plan.resources.flatMap(({ data }, resource) => {
    const { urn, inputs, outputs = {} } = data;
    const within = (where: Place["in"], properties: RawProperties, names: readonly string[]): readonly Place[] =>
      names
        .flatMap((property) => below([property], properties[property]))
        .filter((keys) => isWanted(urn, keys))
        .map((keys) => ({ resource, in: where, keys }));
    return [
      ...within("inputs", inputs, Object.keys(inputs)),
      ...within(
        "outputs",
        outputs,
        Object.keys(outputs).filter((property) => !(property in inputs)),
      ),
    ];
  });
}

function below(keys: Place["keys"], raw: Raw | undefined): readonly Place["keys"][] {
  if (kindOf(raw) === "missing") return [];
  if (kindOf(raw) !== "value" || typeof raw !== "object" || raw === null) return [keys];
  const items: readonly (readonly [string | number, Raw])[] = Array.isArray(raw)
    ? (raw as readonly Raw[]).map((item, at) => [at, item] as const)
    : Object.entries(raw);
  return [keys, ...items.flatMap(([key, item]) => below([...keys, key], item))];
}

/** What stands in a place. */
export const valueAt = (plan: PlanData, { resource, in: where, keys }: Place): Raw | undefined =>
  valueBelow(plan.resources[resource]?.data[where], keys);

const valueBelow = (raw: Raw | undefined, keys: Place["keys"]): Raw | undefined =>
  keys.reduce<Raw | undefined>((at, key) => (at as Record<string | number, Raw> | null | undefined)?.[key], raw);

/** Whether anything in a value is not known. */
export function holdsUnknown(raw: Raw | undefined): boolean {
  const kind = kindOf(raw);
  if (kind === "unknown" || kind === "secret") return true;
  return kind === "value" && typeof raw === "object" && raw !== null && Object.values(raw).some(holdsUnknown);
}

/** The plan with another value in a place; without one where it is undefined. `from`: what it is computed from now. */
export const withValue = (plan: PlanData, place: Place, raw: Raw | undefined, from?: readonly string[]): PlanData =>
  withResource(plan, place.resource, (data) => {
    const [property] = place.keys;
    const written = { ...data, [place.in]: replaced(data[place.in] ?? {}, place.keys, raw) };
    return from ? { ...written, propertyDependencies: { ...data.propertyDependencies, [property]: from } } : written;
  });

/** The plan with an unknown in a place. */
export const withUnknown = (plan: PlanData, place: Place, from?: readonly string[]): PlanData =>
  withValue(plan, place, UNKNOWN_STRING, from);

const SECRET = "[secret]";

/** The plan with a secret in a place: what is secret now was so before. */
export function withSecret(plan: PlanData, place: Place): PlanData {
  const hide = (data: ResourceData): ResourceData => {
    const properties = data[place.in];
    if (!properties || valueBelow(properties, place.keys) === undefined) return data;
    return { ...data, [place.in]: replaced(properties, place.keys, SECRET) };
  };
  return withResource(plan, place.resource, (data) => ({
    ...hide(data),
    ...(data.previous ? { previous: hide(data.previous) } : {}),
  }));
}

/** The plan with one of its resources changed. */
const withResource = (plan: PlanData, at: number, change: (data: ResourceData) => ResourceData): PlanData => ({
  ...plan,
  resources: plan.resources.map((one, index) => (index === at ? { ...one, data: change(one.data) } : one)),
});

function replaced(raw: Raw, [key, ...rest]: readonly (string | number)[], value: Raw | undefined): Raw {
  if (key === undefined) return value ?? null;
  if (Array.isArray(raw)) {
    return (raw as readonly Raw[]).map((item, at) => (at === key ? replaced(item, rest, value) : item));
  }
  const { [key]: old, ...others } = raw as Record<string, Raw>;
  if (rest.length === 0 && value === undefined) return others;
  return { ...others, [key]: rest.length === 0 ? (value ?? null) : replaced(old ?? null, rest, value) };
}
