/** Leads: what something leads to in one step, so that following them needs no recursion. */
import { flat } from "../base/collections";
import type { Target } from "./target";

/** What has to be followed before it is known where a lead ends: a name, or a resource that others answer for. */
export interface Node {
  /** Tells it from all other nodes. */
  readonly key: string;
  /** What it leads to in one step. */
  readonly leads: () => readonly Lead[];
  /** What all that it leads to comes to, where that is not simply all of it. */
  readonly weigh?: (targets: readonly Target[]) => readonly Target[];
}

/** A way on through a node. */
export interface Pass {
  readonly is: "pass";
  readonly node: Node;
  /** What a target of the node is from here; undefined when it is none. */
  readonly seen: (target: Target) => Target | undefined;
}

/** An end, or a way on. */
export type Lead = Target | Pass;

/** The way on through a node. */
export const passTo = (node: Node): Pass => ({ is: "pass", node, seen: (target) => target });

/** Leads as they are seen from one step before: `change` is for each target that they come to. */
export function before(leads: readonly Lead[], change: (target: Target) => Target | undefined): readonly Lead[] {
  return flat(leads, (lead): readonly Lead[] => {
    if (lead.is !== "pass") return listed(change(lead));
    const { seen } = lead;
    return [
      {
        ...lead,
        seen: (target) => {
          const inner = seen(target);
          return inner && change(inner);
        },
      },
    ];
  });
}

const listed = <T>(one: T | undefined): readonly T[] => (one === undefined ? [] : [one]);
