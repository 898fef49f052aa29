/** What a DNS record does: whether it leads visitors on, and why it is not sure that it leads them all. */
import { flat } from "../base/collections";
import { doubt, type Doubt } from "../plan/fact";
import type { RecordContribution } from "./contribution";

const ADDRESS_RECORDS: ReadonlySet<string> = new Set(["A", "AAAA", "CNAME", "ALIAS", "ANAME"]);

const FORWARDS: ReadonlySet<string> = new Set(["REDIRECT_URL", "FORWARD_URL"]);

/** Whether a record of this type leads visitors to an address. */
export const leadsToAddress = (type: string): boolean => ADDRESS_RECORDS.has(type);

/** Whether a record of this type leads visitors to a service that forwards them to a URL. */
export const isForward = (type: string): boolean => FORWARDS.has(type);

/** Whether a record answers with something that visitors follow, or may. */
export const serves = ({ active, type }: RecordContribution): boolean =>
  !(active.state === "known" && !active.value) &&
  !(type.state === "known" && !leadsToAddress(type.value) && !isForward(type.value));

/** Whether a record certainly leads to a service that forwards. */
export const forwards = ({ type }: RecordContribution): boolean => type.state === "known" && isForward(type.value);

/** Whether a record that would lead to an address, or may, is switched off. */
export const isOff = ({ active, type }: RecordContribution): boolean =>
  active.state === "known" && !active.value && (type.state !== "known" || leadsToAddress(type.value));

/** Why it is not sure that a record answers with an address. */
export const doubtsOf = ({ active, type }: RecordContribution): readonly Doubt[] =>
  flat([active, type], (fact) => (fact.state === "unknown" ? [fact.doubt] : []));

/** Why a record does not answer every visitor: its line is one that only some get, or unknown. */
export function lineOf({ line }: RecordContribution): Doubt | undefined {
  if (line.state === "unknown") return line.doubt;
  return line.state === "known" && line.value !== "default" ? doubt("line", { line: line.value }) : undefined;
}
