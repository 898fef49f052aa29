/** Contributions written so that a test's table can state them exactly: resources by name, facts by value or doubt. */
import type { Contribution, EntrySpec, Product } from "../../../src/graph/contribution";
import { ofKind } from "../../../src/graph/entry";
import type { Fact } from "../../../src/plan/fact";
import type { Plan, Reference } from "../../../src/plan/plan";
import { Resource, Value } from "../../../src/plan/resource";

/** What a resource of the plan contributes, as plain data. */
export function contributed(product: Product, plan: Plan, name = "main"): readonly unknown[] {
  const resource = plan.resources.find((candidate) => candidate.name === name);
  const read = resource && product[resource.type];
  if (!resource || !read) throw new Error(`${name} is not in the plan, or its type is not read`);
  const contributions = read(resource, plan);
  return (Array.isArray(contributions) ? contributions : [contributions]).map((contribution: Contribution) =>
    plain(contribution),
  );
}

/** What an edge says beside its reach: while it is offline, its name leads to its origins (F-04). */
export const offlineAt = (reach: unknown): object => (reach === "(offline)" ? { offline: reach } : {});

const isSpec = (value: object): value is EntrySpec => "kind" in value && "location" in value && "reach" in value;
const isFact = (value: object): value is Fact<unknown> => "state" in value;
const isReference = (value: object): value is Reference => "is" in value && isOneOf(value.is);
const isOneOf = (is: unknown): boolean => ["resource", "elsewhere", "unknown", "absent"].includes(is as string);

function plain(value: unknown): unknown {
  if (value instanceof Resource) return value.name;
  if (value instanceof Value) return { [value.path]: plain(value.string()) };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if (isFact(value)) {
    if (value.state !== "unknown") return value.state === "known" ? value.value : "(absent)";
    const { why, under } = value.doubt;
    return under === undefined ? `(${why})` : `(${why} under ${under})`;
  }
  if (isReference(value)) return reference(value);
  if ("why" in value) return `(${String(value.why)})`;
  if ("in" in value) return location(value as { in: string });
  return fields(isSpec(value) ? entire(value) : value);
}

const fields = (value: object): object =>
  Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));

/** What an entry says, and what its kind tells of it. */
function entire(spec: EntrySpec): object {
  const { tier, edge } = ofKind(spec);
  return { ...spec, tier, ...(edge ? { edge } : {}) };
}

function reference(value: Reference): unknown {
  switch (value.is) {
    case "resource":
      return value.resource.name;
    case "elsewhere":
      return { elsewhere: value.value };
    case "unknown":
      return `(${value.doubt.why})`;
    case "absent":
      return "(absent)";
  }
}

const location = (value: { in: string; region?: string; by?: string; doubt?: { why: string } }): string =>
  value.doubt ? `(${value.doubt.why})` : `${value.in} ${value.region ?? ""} by ${value.by ?? ""}`;
