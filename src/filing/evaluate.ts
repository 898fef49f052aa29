import type { Context } from "./context";
import type { Exposure } from "../graph/exposure";
import { doubt, type Doubt } from "../plan/fact";
import type { RuleId } from "../vocabulary/rule-ids";
import { isClosed } from "./scope";
import { productRule, rulingOf, type Ruling, type Standing } from "./state";
import type { Tier } from "../vocabulary/kinds";

/** What an exposure means for the filing: which rule speaks, and what it says. */
export interface Outcome {
  readonly rule: RuleId;
  readonly verdict: "violation" | "undetermined" | "satisfied" | "not-applicable";
  /** Set when the verdict is undetermined. */
  readonly doubt?: Doubt;
}

/**
 * Judges one exposure by location, tier and register. An unknown value that cannot change the verdict raises no doubt:
 * an apex that satisfies every tier it may meet is satisfied whatever it waits for.
 */
export function evaluate(exposure: Exposure, context: Context): Outcome {
  const own = productRule(exposure.binding, exposure.on?.kind ?? exposure.entry?.kind);
  const isOut = exposure.location.in === "outside" || exposure.foreign !== undefined;
  if (isOut || isClosed(exposure)) return { rule: own, verdict: "not-applicable" };
  const doubts =
    exposure.location.in === "undetermined" ? [exposure.location.doubt, ...exposure.doubts] : exposure.doubts;
  const unsure = exposure.doubts[0] ?? doubts[0];
  if (exposure.apex === undefined) {
    return { rule: own, verdict: "undetermined", doubt: unsure ?? doubt("bad-name", { host: exposure.host ?? "" }) };
  }
  const standing = context.standing(exposure.apex);
  const tiers: readonly Tier[] = exposure.tier ? [exposure.tier] : ["number", "access"];
  const rulings = tiers.map((tier) => rulingOf(standing, tier));
  const ruling = agreed(rulings);
  const speaker = ruling?.speaker ?? objecting(rulings);
  const why = unsure ?? (ruling ? undefined : tierUnknown(exposure));
  return ruled(ruling, speaker === "product" ? own : speaker, why, exposure.apex, standing);
}

const tierUnknown = ({ entry }: Exposure): Doubt => doubt("tier-unknown", { entry: entry?.name ?? "?" });

/** What a ruling comes to when the exposure itself may be in doubt. */
function ruled(
  ruling: Ruling | undefined,
  rule: RuleId,
  unsure: Doubt | undefined,
  apex: string,
  standing: Standing,
): Outcome {
  if (ruling?.verdict === "satisfied") return { rule, verdict: "satisfied" };
  if (unsure) return { rule, verdict: "undetermined", doubt: unsure };
  if (ruling?.verdict === "violation") return { rule, verdict: "violation" };
  const why = standing === "unlisted-undetermined" ? "unlisted" : "provider-not-given";
  return { rule, verdict: "undetermined", doubt: doubt(why, { apex }) };
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
