/**
 * The judgement of an apex: what the register says about its filing, and which rule speaks for it at an entry of a tier.
 * This is the one table of which rule speaks for which state (S2-05, S2-06, S3-19, S3-20, F-10 to F-16).
 */
import type { BindingKind } from "../graph/exposure";
import type { RuleId } from "../vocabulary/rule-ids";
import type { VerdictId } from "../vocabulary/verdicts";
import { KINDS, type EntryKind, type Tier } from "../vocabulary/kinds";

/** The state of a filing: its status, and for an active one the part Alibaba Cloud plays in it. */
export type FilingState =
  | "unlisted"
  | "unlisted-undetermined"
  | "unfiled"
  | "cancelling"
  | "revoked"
  | "empty-shell"
  | "pending-initial"
  | "pending-access"
  | "active-provider-not-given"
  | "active"
  | "active-new"
  | "active-removing"
  | "active-elsewhere";

/** Which rule speaks for a state at a tier, and what it says. `product` is the rule of the product that serves the host. */
export interface Assignment {
  readonly rule: RuleId | "product";
  readonly verdict: Exclude<VerdictId, "not-applicable">;
}

const violation = (rule: Assignment["rule"]): Assignment => ({ rule, verdict: "violation" });
const undetermined = (rule: Assignment["rule"]): Assignment => ({ rule, verdict: "undetermined" });
const SATISFIED: Assignment = { rule: "product", verdict: "satisfied" };

const UNFILED = { number: violation("product"), access: violation("product") };

const ASSIGNMENTS: Readonly<Record<FilingState, Readonly<Record<Exclude<Tier, "none">, Assignment>>>> = {
  unlisted: UNFILED,
  "unlisted-undetermined": { number: undetermined("product"), access: undetermined("product") },
  unfiled: UNFILED,
  cancelling: UNFILED,
  revoked: UNFILED,
  "empty-shell": UNFILED,
  "pending-initial": { number: violation("icp-filing-pending"), access: violation("icp-filing-pending") },
  "pending-access": { number: SATISFIED, access: violation("icp-access-pending") },
  "active-provider-not-given": { number: SATISFIED, access: undetermined("icp-access-provider") },
  active: { number: SATISFIED, access: SATISFIED },
  "active-new": { number: violation("icp-access-pending"), access: violation("icp-access-pending") },
  "active-removing": { number: SATISFIED, access: violation("icp-access-provider-removal") },
  "active-elsewhere": { number: SATISFIED, access: violation("icp-access-provider") },
};

/** Which rule speaks for this state at an entry of this tier. */
export const assignmentOf = (state: FilingState, tier: Tier): Assignment =>
  tier === "none" ? SATISFIED : ASSIGNMENTS[state][tier];

/** Whether a filing must still be obtained: nothing active, and nothing that only waits for Alibaba Cloud. */
export function toBeFiled(state: FilingState): boolean {
  const { rule, verdict } = ASSIGNMENTS[state].number;
  return verdict === "violation" && rule !== "icp-access-pending";
}

/** Whether something must still be filed or added: an initial filing, or Alibaba Cloud as access provider. */
export function toBeObtained(state: FilingState): boolean {
  return toBeFiled(state) || state === "pending-access" || state === "active-elsewhere";
}

/** Whether the apex has a number that an authority issued and that can be put at risk. */
export const isFiled = (state: FilingState): boolean => state === "pending-access" || state.startsWith("active");

/** Whether a filing rests on Alibaba Cloud: what leaves it on purpose, or was never with it, does not. */
export const isBacked = (state: FilingState): boolean =>
  isFiled(state) && state !== "active-elsewhere" && state !== "active-removing";

/** The product rule of an exposure: that of the product on which the host is bound, else the DNS rule. */
export function productRule(binding: BindingKind, kind: EntryKind | undefined): RuleId {
  return binding === "product" && kind !== undefined ? KINDS[kind].rule : "icp-dns-record";
}
