import type { Context } from "./context";
import type { Exposure } from "../graph/exposure";
import { doubt, type Doubt } from "../plan/fact";
import type { RuleId } from "../vocabulary/rule-ids";
import { doubtOf, isClosed } from "./scope";
import { productRule, assignmentOf, type Assignment, type FilingState } from "./state";
import { NOT_APPLICABLE, SATISFIED, undeterminedBy, violates, type Verdict } from "./verdict";
import type { Tier } from "../vocabulary/kinds";

/** What an exposure means for the filing: which rule speaks, and what it says. */
export interface Outcome {
  readonly rule: RuleId;
  /** The rule says itself what is wrong. */
  readonly verdict: Verdict<undefined>;
}

/**
 * Judges one exposure by location, tier and register. An unknown value that cannot change the verdict raises no doubt:
 * an apex that satisfies every tier it may meet is satisfied whatever it waits for.
 */
export function evaluate(exposure: Exposure, context: Context): Outcome {
  const own = productRule(exposure.binding, exposure.on?.kind ?? exposure.entry?.kind);
  const isOut = exposure.location.in === "outside" || exposure.foreign !== undefined;
  if (isOut || isClosed(exposure)) return { rule: own, verdict: NOT_APPLICABLE };
  const unsure = doubtOf(exposure);
  if (exposure.apex === undefined) {
    const why = unsure ?? doubt("bad-name", { host: exposure.host ?? "" });
    return { rule: own, verdict: undeterminedBy(why) };
  }
  const state = context.stateOf(exposure.apex);
  const tiers: readonly Tier[] = exposure.tier ? [exposure.tier] : ["number", "access"];
  const assignments = tiers.map((tier) => assignmentOf(state, tier));
  const assignment = agreed(assignments);
  const assigned = assignment?.rule ?? objecting(assignments);
  const why = unsure ?? (assignment ? undefined : tierUnknown(exposure));
  const rule = assigned === "product" ? own : assigned;
  return { rule, verdict: verdictOf(assignment, why, exposure.apex, state) };
}

const tierUnknown = ({ entry }: Exposure): Doubt => doubt("tier-unknown", { entry: entry?.name ?? "?" });

/** What an assignment comes to when the exposure itself may be in doubt. */
function verdictOf(
  assignment: Assignment | undefined,
  unsure: Doubt | undefined,
  apex: string,
  state: FilingState,
): Outcome["verdict"] {
  if (assignment?.verdict === "satisfied") return SATISFIED;
  if (unsure) return undeterminedBy(unsure);
  if (assignment?.verdict === "violation") return violates(undefined);
  return undeterminedBy(doubt(state === "unlisted-undetermined" ? "unlisted" : "provider-not-given", { apex }));
}

/** The assignment all tiers agree on, by rule and verdict. */
function agreed(assignments: readonly Assignment[]): Assignment | undefined {
  const [first] = assignments;
  const same = assignments.every(
    (assignment) => assignment.verdict === first?.verdict && assignment.rule === first.rule,
  );
  return same ? first : undefined;
}

/** Where tiers disagree, the doubt is that of the rule that has something to say at one of them. */
const objecting = (assignments: readonly Assignment[]): Assignment["rule"] =>
  assignments.find(({ verdict }) => verdict !== "satisfied")?.rule ?? "product";
