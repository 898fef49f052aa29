/**
 * Access control lists of load balancers' listeners: a whitelist lets in some addresses only, a blacklist all but some.
 * Which addresses a whitelist holds is not read: the block goes by host name and knows no list.
 */
import { isDoubt, type Opening } from "../../../graph/contribution";
import type { Doubt } from "../../../plan/fact";
import type { Value } from "../../../plan/resource";
import { required, keyword } from "../../reading/values";

/** Whether a list of this type, `white` or `black`, is a whitelist. */
export function isWhitelist(type: Value): boolean | Doubt {
  const fact = required(keyword(type, ["white", "black"]), type, "white, black");
  return fact.state === "known" ? fact.value === "white" : fact.doubt;
}

/** What a listener opens behind a whitelist, or behind what may be one. */
export function throughLists(opening: Opening, whitelists: readonly (boolean | Doubt)[]): Opening {
  if (opening !== "web" && !isDoubt(opening)) return opening;
  if (whitelists.includes(true)) return "restricted";
  return whitelists.find(isDoubt) ?? opening;
}
