/** Where resources are in their programs. */
import { memo } from "../base/memo";
import type { Plan } from "../plan/plan";
import type { Position, Resource } from "../plan/resource";
import type { ReportPosition } from "./types";

/**
 * Gives the position of a resource, or that of the nearest component around it; undefined where neither has one. One in a
 * component has the line that makes the component, too.
 */
export const positionsIn = memo((plan: Plan) => {
  const known = new Map<Resource, ReportPosition | undefined>();
  return (resource: Resource): ReportPosition | undefined => {
    if (!known.has(resource)) known.set(resource, positionOf(resource, plan));
    return known.get(resource);
  };
});

function positionOf(resource: Resource, plan: Plan): ReportPosition | undefined {
  const around = componentsAround(resource, plan);
  const at = [resource, ...around].map(({ position }) => position).find((position) => position !== undefined);
  const caller = callerOf(resource, around.at(-1));
  return at && { ...at, ...(caller && !isSame(caller, at) && { caller }) };
}

/** The components that a resource is in, the nearest first; not the stack, which is around everything. */
function componentsAround(resource: Resource, plan: Plan): readonly Resource[] {
  const around = new Set<Resource>();
  for (let at = plan.resource(resource.parent); at; at = plan.resource(at.parent)) {
    // Parents may be each other's in a plan that nobody's engine wrote.
    if (at.type === "pulumi:pulumi:Stack" || around.has(at)) break;
    around.add(at);
  }
  return [...around];
}

/**
 * The line that makes the outermost component: the innermost one that was being carried out both when the component began
 * and when the resource was made in it.
 */
function callerOf(resource: Resource, component: Resource | undefined): Position | undefined {
  if (!component) return undefined;
  const outer = component.frames;
  if (outer.length === 0) return component.position;
  const inner = resource.frames;
  let shared = 0;
  while (shared < outer.length && shared < inner.length && isSame(outer.at(-1 - shared), inner.at(-1 - shared)))
    shared++;
  return outer.at(-shared) ?? outer.at(-1);
}

const isSame = (a: Position | undefined, b: Position | undefined): boolean =>
  a?.file === b?.file && a?.line === b?.line && a?.column === b?.column;
