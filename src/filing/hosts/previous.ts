import type { Context } from "../context";
import { Exposures } from "../../graph/exposures";
import { memo } from "../../base/memo";
import { Plan } from "../../plan/plan";

/**
 * The exposures before this plan, where the source tells of an old state that differs: a preview does, a policy pack and
 * an exported stack do not.
 */
export const previousExposures = memo(({ plan, exposures, register }: Context): Exposures | undefined => {
  if (!plan.changesAny) return undefined;
  const previous = [...plan.resources, ...plan.doubles, ...plan.removed].flatMap((resource) => resource.before ?? []);
  return new Exposures(new Plan(plan.parts, previous, plan.options), exposures.products, register);
});
