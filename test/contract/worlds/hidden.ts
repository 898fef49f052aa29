/** Plans that do not show one of their resources, each with the worlds in which it is there and in which it is not. */
import type { Sample } from "./corpus";
import { hold } from "./hold";
import type { PlanData } from "./plan-data";
import { shownBy, toldOf, type Told } from "./told";
import { isPossible, type Broken } from "./unknowns";

/** Resources that a plan does not show never change. */
const SHOWN: ReadonlySet<string> = new Set(["update", "replace", "delete", "forget"]);

/** Hides each resource of a plan, and holds what is said then against both worlds. */
export function hiddenBreaks({ name, plan, register }: Sample, counts: { hidden: number }): readonly Broken[] {
  const asItIs = { name: "with it", told: toldOf(plan, register) };
  return plan.resources.flatMap(({ data: { urn, type, change }, part }, at) => {
    if (change !== undefined && SHOWN.has(change)) return [];
    counts.hidden += 1;
    const without: PlanData = { ...plan, resources: plan.resources.filter((_, index) => index !== at) };
    const hidden: PlanData = {
      ...without,
      parts: plan.parts.map((one, index) => (index === part ? { ...one, missing: one.missing + 1 } : one)),
    };
    const worlds = [asItIs, { name: "without it", told: toldOf(without, register) }].filter(isPossible);
    const { told, shows } = shownBy(hidden, register);
    const isHidden = (one: Told): boolean =>
      one.urns.length > 0 ? one.urns.every((each) => each === urn) : !shows(one);
    return (
      hold(told, worlds, false)
        // Nothing is said of what the plan does not show, but that it does not.
        .filter((broken) => broken.kind !== "silence" || !(isHidden(broken.told) || !shows(broken.told)))
        .map((broken): Broken => ({ ...broken, sample: name, type, path: "", how: "hidden" }))
    );
  });
}
