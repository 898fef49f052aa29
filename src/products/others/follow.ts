/** The way from one resource to others: by what it names, or by what names it or shares something with it. */
import type { RowStep } from "./step";
import { memo } from "../../base/memo";
import type { Doubt } from "../../plan/fact";
import { doubt } from "../../plan/fact";
import { groupBy } from "../../base/collections";
import type { Plan } from "../../plan/plan";
import { topLevel, type Resource, type Value } from "../../plan/resource";
import { valuesAt, valuesAtAll } from "../reading/path";

/** Where a way ends: resources, and the values whose end is not in the plan. */
export interface End {
  readonly resources: readonly Resource[];
  readonly lost: readonly LostWay[];
}

export interface LostWay {
  readonly value: Value;
  readonly doubt: Doubt;
}

/** Follows steps from a resource. */
export function follow(start: Resource, steps: readonly RowStep[], plan: Plan): End {
  let resources: readonly Resource[] = [start];
  const lost: LostWay[] = [];
  for (const step of steps) {
    const next = new Set<Resource>();
    for (const resource of resources) {
      const end = "to" in step ? named(resource, step, plan) : members(resource, step, plan);
      for (const one of end.resources) next.add(one);
      lost.push(...end.lost);
    }
    resources = [...next];
  }
  return { resources, lost };
}

function named(resource: Resource, { to, by, refs }: Extract<RowStep, { to: unknown }>, plan: Plan): End {
  const resources: Resource[] = [];
  const lost: LostWay[] = [];
  for (const value of valuesAtAll(resource, refs)) {
    const found = plan.refer(value, { types: to, by });
    if (found.is === "resource") resources.push(found.resource);
    else if (found.is === "elsewhere") lost.push({ value, doubt: doubt("not-in-plan", { what: found.value }) });
    else if (found.is === "unknown") {
      resources.push(...found.candidates);
      if (found.candidates.length === 0) lost.push({ value, doubt: found.doubt });
    }
  }
  return { resources, lost };
}

/** The resources of some types that name this one, or that have the same value in a property. */
function members(
  resource: Resource,
  { members: types, on, as }: Extract<RowStep, { members: unknown }>,
  plan: Plan,
): End {
  const index = indexes(plan).of(types, on, as === undefined ? [resource.type] : undefined);
  const keys = as === undefined ? [resource.urn] : valuesAt(resource, as).flatMap(keyOf);
  return { resources: keys.flatMap((key) => index.get(key) ?? []), lost: [] };
}

/** What a value is told by: its text, or what it was computed from. */
function keyOf(value: Value): readonly string[] {
  const text = value.string();
  if (text.state === "known") return [text.value];
  return text.state === "unknown" ? value.owner.dependenciesOf(topLevel(value.path)) : [];
}

type Index = ReadonlyMap<string, readonly Resource[]>;

/** Indexes of members, each made once for a plan. */
class Indexes {
  private readonly made = new Map<string, Index>();

  constructor(private readonly plan: Plan) {}

  /** By what `on` refers to, when it names a resource of `owners`; else by its own key. */
  of(types: readonly string[], on: string, owners: readonly string[] | undefined): Index {
    const name = [...types, on, ...(owners ?? [])].join(" ");
    let index = this.made.get(name);
    if (!index) {
      const pairs = this.plan
        .ofType(...types)
        .flatMap((member) =>
          valuesAt(member, on).flatMap((value) =>
            (owners ? this.owners(value, owners) : keyOf(value)).map((key) => ({ key, member })),
          ),
        );
      index = new Map(
        [...groupBy(pairs, ({ key }) => key)].map(([key, found]) => [key, found.map(({ member }) => member)]),
      );
      this.made.set(name, index);
    }
    return index;
  }

  private owners(value: Value, types: readonly string[]): readonly string[] {
    const found = this.plan.refer(value, { types });
    if (found.is === "resource") return [found.resource.urn];
    return found.is === "unknown" ? found.candidates.map(({ urn }) => urn) : [];
  }
}

const indexes = memo((plan: Plan) => new Indexes(plan));
