/** Asks for servers by their ids: in batches, page after page. */
import { inParts } from "../base/collections";
import type { CloudAnswer } from "../register/verified";
import type { CloudOperation } from "../vocabulary/cloud-operations";
import type { ListPage } from "./answers/pages";
import { noAnswerOf, unreadableAnswer, type NoAnswer, type Reading } from "./answers/reading";
import type { CloudCall, Caller } from "./call";

/** An operation that lists what it knows of servers. */
export interface Listing<Value> {
  readonly operation: CloudOperation;
  /** The parameters that ask for these ids, a hundred of them at most. */
  readonly query: (ids: readonly string[]) => CloudCall["query"];
  /** The parameter that asks for another page than the first. */
  readonly page: "NextToken" | "PageNumber";
  readonly read: Reading<ListPage<Value>>;
}

/** What was said of each id that was asked for: of all of them, `not-found` where nothing was. */
export type ById<Value> = ReadonlyMap<string, CloudAnswer<Value>>;

/** As many ids as an operation takes. */
const MOST_IDS = 100;
/** As many pages as a hundred servers can be on, with room for empty ones; what has more has no end. */
const MOST_PAGES = 200;

/** Asks for servers, in one region or where none is asked for. */
export async function askById<Value>(
  caller: Caller,
  listing: Listing<Value>,
  ids: readonly string[],
  region?: string,
): Promise<ById<Value>> {
  const batches = await Promise.all(batchesOf(ids).map((batch) => askBatch(caller, listing, batch, region)));
  return new Map(batches.flatMap((batch) => [...batch]));
}

/** Ids in parts of as many as an operation takes. */
export const batchesOf = (ids: readonly string[]): readonly (readonly string[])[] => inParts(ids, MOST_IDS);

/** The call that asks for the first page of a batch. */
export const firstCall = <Value>(
  { operation, query }: Listing<Value>,
  ids: readonly string[],
  region?: string,
): CloudCall => ({
  operation,
  ...(region !== undefined && { region }),
  query: { ...query(ids), ...(region !== undefined && { RegionId: region }) },
});

async function askBatch<Value>(
  caller: Caller,
  listing: Listing<Value>,
  ids: readonly string[],
  region: string | undefined,
): Promise<ById<Value>> {
  const found = new Map<string, CloudAnswer<Value>>();
  const last = await pages(caller, listing, firstCall(listing, ids, region), (page, at) => {
    for (const id of ids.filter((one) => page.values.has(one))) {
      const says = page.values.get(id);
      found.set(
        id,
        says === undefined ? unreadableAnswer(listing.operation, at) : { operation: listing.operation, at, says },
      );
    }
    return found.size === ids.length;
  });
  // An error instead of a list: one id that is not there can be why nothing is said of the others.
  if (last.unanswered === "not-found" && last.code !== undefined && ids.length > 1) {
    const alone = await Promise.all(ids.map((id) => askBatch(caller, listing, [id], region)));
    return new Map(alone.flatMap((one) => [...one]));
  }
  return new Map(ids.map((id) => [id, found.get(id) ?? last]));
}

/** Goes through pages until `take` says that it has enough, and gives what is to be said of what was on none of them. */
async function pages<Value>(
  caller: Caller,
  { operation, page: parameter, read }: Listing<Value>,
  first: CloudCall,
  take: (page: ListPage<Value>, at: string) => boolean,
): Promise<NoAnswer> {
  const asked = new Set<string>();
  for (let next: string | undefined; ;) {
    const reply = await caller(next === undefined ? first : { ...first, query: { ...first.query, [parameter]: next } });
    if ("unanswered" in reply) return noAnswerOf(operation, reply);
    const { at } = reply;
    const page = read(reply.body, at);
    if (page === undefined) return unreadableAnswer(operation, at);
    if (take(page, at) || page.next === undefined) return { operation, at, unanswered: "not-found" };
    if (asked.has(page.next) || asked.size === MOST_PAGES) return unreadableAnswer(operation, at);
    asked.add(page.next);
    next = page.next;
  }
}
