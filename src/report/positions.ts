/** Where resources are in their programs. */
import { memo } from "../base/memo";
import type { Plan } from "../plan/plan";
import type { Position, Resource } from "../plan/resource";

/** Gives the position of a resource, or that of the nearest component around it; undefined where neither has one. */
export const positionsIn = memo((plan: Plan) => {
  const known = new Map<Resource, Position | undefined>();
  return (resource: Resource): Position | undefined => {
    const passed: Resource[] = [];
    let position: Position | undefined;
    for (let at: Resource | undefined = resource; at && !position; at = plan.resource(at.parent)) {
      if (known.has(at)) {
        position = known.get(at);
        break;
      }
      position = at.position;
      // Parents may be each other's in a plan that nobody's engine wrote.
      known.set(at, position);
      passed.push(at);
    }
    for (const one of passed) known.set(one, position);
    return position;
  };
});
