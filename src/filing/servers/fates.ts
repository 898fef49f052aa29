/**
 * What a plan has of the servers that the register names. A server is only what a product describes as one, in the new or
 * the old state: an EIP or a record of the same name is none.
 */
import type { Context } from "../context";
import { isDoubt, readerOf, type ServerContribution } from "../../graph/contribution";
import { memo, memoIn } from "../../base/memo";
import type { Doubt } from "../../plan/fact";
import { groupBy } from "../../base/collections";
import type { PlanPart, Resource } from "../../plan/resource";
import { namedAmong, partsOf } from "../../register/naming";
import type { FilingServer } from "../../register/register";
import { hasExpired, isUnplanned } from "./unplanned";

/** A server that the cloud no longer has after this plan. */
export interface Lost {
  readonly resource: Resource;
  readonly change: "delete" | "replace";
  /** Why it may live on all the same. */
  readonly doubt: Doubt | undefined;
}

/** What a plan has of a server of the register. */
export interface ServersNamed {
  /** Those that live on under this plan. */
  readonly living: readonly Resource[];
  /** Whether they are in other stacks than the register says. */
  readonly moved: boolean;
  readonly lost: readonly Lost[];
  /** Those that leave the state and live on: nobody manages them any more. */
  readonly forgotten: readonly Resource[];
  /** The judged stacks that the register says hold it; none when it does not say. */
  readonly stacks: readonly PlanPart[];
}

/** What becomes of a server of the register. */
export type Fate =
  | { readonly is: "living"; readonly resources: readonly Resource[]; readonly moved: boolean }
  | { readonly is: "lost"; readonly lost: readonly Lost[] }
  | { readonly is: "forgotten"; readonly resources: readonly Resource[] }
  /** Its stack is judged, and has no such server. */
  | { readonly is: "gone"; readonly stack: PlanPart }
  | { readonly is: "unsure"; readonly doubt: Doubt }
  /** It is not this plan's matter. */
  | { readonly is: "unrelated" };

/** What a plan has of a server of the register. */
export const serversNamed = memoIn((server: FilingServer, context: Context): ServersNamed => {
  const { plan } = context;
  const { living, old } = serversOfPlan(context);
  const ended = namedAmong(
    server,
    old.map(({ resource }) => resource),
    plan,
  );
  const endings = old.filter(({ resource }) => ended.includes(resource));
  const replaced = new Set(endings.map(({ resource }) => resource.urn));
  // Of what is replaced only the id tells the new one from the old.
  const named = namedAmong(server, living, plan).filter(({ urn, id }) => !replaced.has(urn) || isCalled(id, server));
  const adopted = endings.flatMap((one) => one.adoptedBy ?? []);
  const stacks = server.stack === undefined ? [] : partsOf(server, plan);
  const own = [...new Set([...named, ...adopted])];
  // What its stack no longer has may have moved to another one: its id tells.
  const isMissed = own.length === 0 && endings.length === 0 && stacks.length > 0;
  const elsewhere = isMissed ? living.filter(({ id }) => isCalled(id, server)) : [];
  return {
    living: isMissed ? elsewhere : own,
    moved: elsewhere.length > 0,
    lost: endings.flatMap(({ resource, change, doubt }) => (change === "forget" ? [] : [{ resource, change, doubt }])),
    forgotten: onceEach(
      endings.flatMap(({ resource, change, adoptedBy }) => (change === "forget" && !adoptedBy ? [resource] : [])),
    ),
    stacks,
  };
});

/** What several stacks had, once. */
const onceEach = (resources: readonly Resource[]): readonly Resource[] =>
  [...groupBy(resources, (one) => idOf(one) ?? one).values()].map(([first]) => first);

const isCalled = (id: Resource["id"], server: FilingServer): boolean =>
  server.id !== undefined && id.state === "known" && id.value === server.id;

interface Ending {
  readonly resource: Resource;
  readonly change: "delete" | "replace" | "forget";
  readonly doubt: Doubt | undefined;
  /** The resource that has a forgotten server from now on, by its id. */
  readonly adoptedBy?: Resource | undefined;
}

interface ServersOfPlan {
  readonly living: readonly Resource[];
  readonly old: readonly Ending[];
}

/** The servers of a plan's end state, and those that end with it. */
const serversOfPlan = memo((context: Context): ServersOfPlan => {
  const { plan, exposures } = context;
  const living = [...exposures.graph.servers.values()].map(({ resource }) => resource);
  const ending = (resource: Resource, change: Ending["change"]): readonly Ending[] => {
    const server = serverIn(resource, context);
    if (!server) return [];
    const { outlives } = server;
    return [
      { resource, change: outlives === true ? "forget" : change, doubt: isDoubt(outlives) ? outlives : undefined },
    ];
  };
  return byIds(living, [
    ...plan.removed.flatMap((resource) => ending(resource, "delete")),
    ...living.flatMap((one) => (one.change === "replace" ? ending(one.previous ?? one, "replace") : [])),
    ...plan.forgotten.flatMap((resource) => ending(resource, "forget")),
  ]);
});

/**
 * A server that moves to another stack stands in both, with one id: what one stack deletes the other has lost as well, and
 * what one forgets is the other's from now on, unless that one only reads it.
 */
function byIds(living: readonly Resource[], old: readonly Ending[]): ServersOfPlan {
  const managers = groupBy(
    living.filter(({ change }) => change !== "read"),
    idOf,
  );
  const endings = old.map((one): Ending => {
    const id = one.change === "forget" ? idOf(one.resource) : undefined;
    return id === undefined ? one : { ...one, adoptedBy: managers.get(id)?.[0] };
  });
  const ended = new Map(
    endings.flatMap((one) => {
      const isOver = one.change === "delete" ? !one.doubt : one.change === "forget" && !one.adoptedBy;
      const id = isOver ? idOf(one.resource) : undefined;
      return id === undefined ? [] : [[id, one] as const];
    }),
  );
  /** What became of the server that a resource still is to its stack. */
  const endOf = (resource: Resource): Ending | undefined => {
    const end = ended.get(idOf(resource) ?? "");
    return end && end.resource.urn !== resource.urn ? end : undefined;
  };
  return {
    living: living.filter((resource) => !endOf(resource)),
    old: [
      ...endings,
      ...living.flatMap((resource): readonly Ending[] => {
        const end = endOf(resource);
        return end ? [{ resource, change: end.change, doubt: undefined }] : [];
      }),
    ],
  };
}

const idOf = ({ id }: Resource): string | undefined => (id.state === "known" ? id.value : undefined);

/** The server that a resource is, by its product, in the new or the old state; undefined when it is none. */
export function serverIn(resource: Resource, { plan, exposures }: Context): ServerContribution | undefined {
  const read = readerOf(exposures.products, resource.type)?.(resource, plan) ?? [];
  const all = Array.isArray(read) ? (read as readonly { readonly is: string }[]) : [read as { readonly is: string }];
  return all.find((one): one is ServerContribution => one.is === "server");
}

/** What becomes of a server of the register under this plan. */
export function fateOf(server: FilingServer, context: Context): Fate {
  const { living, moved, lost, forgotten, stacks } = serversNamed(server, context);
  if (living.length > 0) return { is: "living", resources: living, moved };
  const unsure = lost.find((one) => one.doubt)?.doubt;
  if (unsure) return { is: "unsure", doubt: unsure };
  if (lost.length > 0) return { is: "lost", lost };
  if (forgotten.length > 0) return { is: "forgotten", resources: forgotten };
  const [stack] = stacks;
  // Without a way to recognise the resource, its absence shows nothing; what has run out is gone for good.
  const isShown = !isUnplanned(server) && isRecognisable(server, stacks, context);
  if (!stack || hasExpired(server, context.today) || !isShown) return { is: "unrelated" };
  const absence = context.plan.absenceDoubt;
  return absence ? { is: "unsure", doubt: absence } : { is: "gone", stack };
}

/**
 * An id can only be missed where ids are known: in a state, or when every server of its stacks exists; and only one of a
 * product that a plan shows.
 */
const isRecognisable = (server: FilingServer, stacks: readonly PlanPart[], context: Context): boolean =>
  server.resource !== undefined ||
  (server.id !== undefined &&
    server.product !== "other" &&
    serversOfPlan(context).living.every(({ id, part }) => id.state === "known" || !stacks.includes(part)));
