/** What is added to what rules say, whichever rule says it. */
import { nameOfUrn } from "../names/urn";
import { doubt, type Doubt, type DoubtId } from "../plan/fact";
import type { Plan } from "../plan/plan";
import { topLevel } from "../plan/resource";
import { isStackReference } from "../plan/stack-references";
import type { RemedyId } from "../messages";
import type { Remedy, FindingDraft } from "./rule";
import { inTerms } from "./terms";

/** A draft with what the plan tells of its doubt and its remedies beyond what the rule knows, in its user's terms. */
export function completed<S extends FindingDraft>(draft: S, plan: Plan): S {
  const why = draft.doubt && ofStack(draft.doubt, plan);
  const remedies = draft.remedies && withIgnored(withWhole(draft.remedies, why), draft);
  const isWhole = why === draft.doubt && remedies === draft.remedies;
  return inTerms(isWhole ? draft : { ...draft, ...(why && { doubt: why }), ...(remedies && { remedies }) }, plan);
}

/** What shows the plan whole, by the doubt that it is not. */
const WHOLE: Readonly<Partial<Record<DoubtId, RemedyId>>> = {
  incomplete: "show-sames",
  "incomplete-plans": "show-sames",
  bridged: "use-native",
  unexpanded: "give-preview",
  "extract-older": "extract-again",
  "stack-untold": "judge-programs",
  "stack-reference": "judge-stacks",
};

/** Where only what the plan does not show is in doubt, seeing it comes before anything else that may help. */
function withWhole(remedies: readonly Remedy[], why: Doubt | undefined): readonly Remedy[] {
  const id = why && WHOLE[why.why];
  if (id === undefined || remedies.some((remedy) => remedy.id === id)) return remedies;
  const stack = why?.params["stack"];
  const whole: Remedy = { id, ...(stack !== undefined && { params: { stack } }) };
  return [whole, ...remedies.filter((remedy) => remedy.id !== "check")];
}

/** A value that waits for another stack's outputs names that stack; a pack is told of the reference by its URN alone. */
function ofStack(why: Doubt, plan: Plan): Doubt {
  const reference = why.waitsFor.find(isStackReference);
  if (why.why !== "computed" || reference === undefined) return why;
  const name = plan.resource(reference)?.string("name");
  const stack = name?.state === "known" ? name.value : nameOfUrn(reference);
  const isJudged = plan.references.stacksBehind(reference, why.urn).length > 0;
  return doubt(isJudged ? "stack-untold" : "stack-reference", { ...why.params, stack }, why);
}

/** The property that a remedy asks to set, where it is another than the one that the finding is about. */
const SETS: Readonly<Partial<Record<RemedyId, string>>> = {
  "scope-overseas": "scope",
  "coverage-overseas": "coverage",
  subscription: "instanceChargeType",
  term: "period",
  bandwidth: "internetMaxBandwidthOut",
};

/** A change of a property that Pulumi is told to ignore has no effect; on what is only to be created there is no change. */
function withIgnored(remedies: readonly Remedy[], { resource, property }: FindingDraft): readonly Remedy[] {
  const ignored = resource?.ignoreChanges ?? [];
  if (!resource || resource.change === "create" || ignored.length === 0) return remedies;
  const asked = [...remedies.map(({ id }) => SETS[id]), property === undefined ? undefined : topLevel(property)];
  const found = ignored.find((one) => one === "*" || asked.includes(topLevel(one)));
  return found === undefined
    ? remedies
    : [...remedies, { id: "ignored", params: { property: found, name: resource.name } }];
}
