import { daysBetween } from "../base/calendar";
import type { Register } from "../register/register";
import { THRESHOLDS } from "../vocabulary/thresholds";
import type { FilingState } from "./state";

/** An approval has a day and no hour. */
const DAYS_UNTIL_ACCESS = Math.ceil(THRESHOLDS.hours["access-latest"].value / 24);

/** The states of filings on a day, by the register. An approval of today or yesterday is not in force yet (S4-16). */
export function filingStates(register: Register, today: string): (apex: string) => FilingState {
  return (apex) => {
    const filing = register.filingOf(apex);
    if (!filing) return register.unlisted === "undetermined" ? "unlisted-undetermined" : "unlisted";
    switch (filing.status) {
      case "unfiled":
      case "cancelling":
      case "revoked":
      case "empty-shell":
      case "pending-initial":
      case "pending-access":
        return filing.status;
      case "active": {
        const fresh = filing.approvedAt != null && daysBetween(filing.approvedAt, today) <= DAYS_UNTIL_ACCESS;
        const state = ACCESS[register.aliyunOf(apex)];
        return state === "active" && fresh ? "active-new" : state;
      }
    }
  };
}

const ACCESS = {
  "not-given": "active-provider-not-given",
  active: "active",
  pending: "pending-access",
  removing: "active-removing",
  removed: "active-elsewhere",
  "not-listed": "active-elsewhere",
} as const satisfies Record<ReturnType<Register["aliyunOf"]>, FilingState>;
