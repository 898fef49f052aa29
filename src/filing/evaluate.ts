import type { Context } from "./context";
import type { Exposure } from "../graph/exposure";
import { doubt, type Doubt } from "../plan/fact";
import type { RuleId } from "../vocabulary/rule-ids";
import { doubtOf, isClosed } from "./scope";
import { productRule, rulingOf, type Ruling, type Standing } from "./state";
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
  const standing = context.standing(exposure.apex);
  const tiers: readonly Tier[] = exposure.tier ? [exposure.tier] : ["number", "access"];
  const rulings = tiers.map((tier) => rulingOf(standing, tier));
  const ruling = agreed(rulings);
  const speaker = ruling?.speaker ?? objecting(rulings);
  const why = unsure ?? (ruling ? undefined : tierUnknown(exposure));
  const rule = speaker === "product" ? own : speaker;
  return { rule, verdict: verdictOf(ruling, why, exposure.apex, standing) };
}

const tierUnknown = ({ entry }: Exposure): Doubt => doubt("tier-unknown", { entry: entry?.name ?? "?" });

/** What a ruling comes to when the exposure itself may be in doubt. */
function verdictOf(
  ruling: Ruling | undefined,
  unsure: Doubt | undefined,
  apex: string,
  standing: Standing,
): Outcome["verdict"] {
  if (ruling?.verdict === "satisfied") return SATISFIED;
  if (unsure) return undeterminedBy(unsure);
  if (ruling?.verdict === "violation") return violates(undefined);
  return undeterminedBy(doubt(standing === "unlisted-undetermined" ? "unlisted" : "provider-not-given", { apex }));
}

/** The ruling all tiers agree on, by verdict and speaker. */
function agreed(rulings: readonly Ruling[]): Ruling | undefined {
  const [first] = rulings;
  const same = rulings.every((ruling) => ruling.verdict === first?.verdict && ruling.speaker === first.speaker);
  return same ? first : undefined;
}

/** Where tiers disagree, the doubt is that of the rule that has something to say at one of them. */
const objecting = (rulings: readonly Ruling[]): Ruling["speaker"] =>
  rulings.find(({ verdict }) => verdict !== "satisfied")?.speaker ?? "product";
