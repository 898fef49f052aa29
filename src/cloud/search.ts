/** Looks for servers whose region nobody has said. */
import { inParts } from "../base/collections";
import type { CloudAnswer, CloudServer } from "../register/verified";
import type { CloudOperation } from "../vocabulary/cloud-operations";
import { answerIn, noAnswerOf, unreadableAnswer, type NoAnswer, type Reading } from "./answers/reading";
import type { Caller, CloudCall } from "./call";
import { askById, batchesOf, firstCall, type ById, type Listing } from "./list";

/** How servers of a product are looked for. */
export interface Search {
  readonly listing: Listing<CloudServer>;
  readonly regions: { readonly operation: CloudOperation; readonly read: Reading<readonly string[]> };
  /** How to find out whether an empty list is one for want of permission; left out where the product refuses instead. */
  readonly trial?: Trial | undefined;
}

/** A call that only says whether it would be allowed. */
interface Trial {
  /** The parameters that make a call a trial. */
  readonly query: CloudCall["query"];
  /** The code of the error by which it says yes. */
  readonly passed: string;
}

/**
 * Looks for servers in one region after the other, so many at once, until all are found. Of one that is nowhere it says why
 * it may still be somewhere: a region that could not be asked, or may not be. `not-found` is left where there is none.
 */
export async function searched(
  caller: Caller,
  { regions: { operation, read }, listing, trial }: Search,
  ids: readonly string[],
  most: number,
): Promise<ById<CloudServer>> {
  const regions = answerIn(operation, await caller({ operation, query: {} }), read);
  if ("unanswered" in regions) return new Map(ids.map((id) => [id, regions]));
  const answers = new Map<string, CloudAnswer<CloudServer>>();
  for (const some of inParts(regions.says, most)) {
    const missing = ids.filter((id) => !isSaid(answers.get(id)));
    if (missing.length === 0) break;
    const asked = await Promise.all(some.map((region) => askById(caller, listing, missing, region)));
    for (const [id, answer] of asked.flatMap((one) => [...one])) {
      if (isSaid(answer) || !isDoubt(answers.get(id))) answers.set(id, answer);
    }
  }
  const gone = ids.filter((id) => !isSaid(answers.get(id)) && !isDoubt(answers.get(id)));
  const doubt = trial && gone.length > 0 ? await refused(caller, listing, trial, gone, regions.says, most) : undefined;
  return doubt ? new Map([...answers, ...gone.map((id) => [id, doubt] as const)]) : answers;
}

const isSaid = (answer: CloudAnswer<CloudServer> | undefined): boolean => answer !== undefined && "says" in answer;

/** Whether a server may be where nothing was said of it. */
const isDoubt = (answer: CloudAnswer<CloudServer> | undefined): boolean =>
  answer !== undefined && "unanswered" in answer && answer.unanswered !== "not-found";

/** Why a region would not have shown servers that it has; undefined where each would have shown them. */
async function refused(
  caller: Caller,
  listing: Listing<CloudServer>,
  { query, passed }: Trial,
  ids: readonly string[],
  regions: readonly string[],
  most: number,
): Promise<NoAnswer | undefined> {
  for (const some of inParts(regions, most)) {
    const calls = some.flatMap((region) => batchesOf(ids).map((batch) => firstCall(listing, batch, region)));
    const replies = await Promise.all(calls.map((call) => caller({ ...call, query: { ...call.query, ...query } })));
    for (const reply of replies) {
      if (!("unanswered" in reply)) return unreadableAnswer(listing.operation, reply.at);
      if (reply.code !== passed && reply.unanswered !== "not-found") return noAnswerOf(listing.operation, reply);
    }
  }
  return undefined;
}
