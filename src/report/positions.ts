/** Where resources are in their programs. */
import { memo } from "../base/memo";
import type { Plan } from "../plan/plan";
import type { Position, Resource } from "../plan/resource";
import type { ReportPosition } from "./types";
import { STACK_TYPE } from "../names/own-types";

/** What the components around a resource tell of it. */
interface Around {
  /** The position of the nearest one that has one, the resource itself included. */
  readonly at: Position | undefined;
  /** The outermost component; undefined for what is in none. */
  readonly outermost: Resource | undefined;
}

/**
 * Gives the position of a resource, or that of the nearest component around it; undefined where neither has one. One in a
 * component has the line that makes the component, too.
 */
export const positionsIn = memo((plan: Plan) => {
  const known = new Map<Resource, Around>();
  return (resource: Resource): ReportPosition | undefined => {
    const { at, outermost } = aroundOf(resource, plan, known);
    const caller = callerOf(resource, outermost);
    return at && { ...at, ...(caller && !isSame(caller, at) && { caller }) };
  };
});

/** Each resource is looked at once, however deep components are in one another. */
function aroundOf(resource: Resource, plan: Plan, known: Map<Resource, Around>): Around {
  const inner: Resource[] = [];
  const passed = new Set<Resource>();
  let around: Around = { at: undefined, outermost: undefined };
  for (let next: Resource | undefined = resource; next; next = plan.resource(next.parent)) {
    const found = known.get(next);
    if (found) {
      around = found;
      break;
    }
    // Parents may be each other's in a plan that nobody's engine wrote. The stack is around everything.
    if (passed.has(next) || next.type === STACK_TYPE) break;
    passed.add(next);
    inner.push(next);
  }
  for (const one of inner.reverse()) {
    const parent = plan.resource(one.parent);
    const isTop = parent === undefined || parent.type === STACK_TYPE;
    around = { at: one.position ?? around.at, outermost: isTop ? undefined : (around.outermost ?? parent) };
    known.set(one, around);
  }
  return around;
}

/**
 * The line that makes the outermost component: the innermost one that was being carried out both when the component began
 * and when the resource was made in it.
 */
function callerOf(resource: Resource, component: Resource | undefined): Position | undefined {
  // In Terraform modules are around resources, and no component is.
  if (!component) return resource.part.dialect ? resource.frames.at(-1) : undefined;
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
