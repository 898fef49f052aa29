/** Lists of servers, which come in pages. */
import * as z from "../../register/libraries";
import { readingOf, type Reading } from "./reading";

/** A page of a list. */
export interface ListPage<Value> {
  /** What it says, by id of the server; undefined where all but the id has no known form. */
  readonly values: ReadonlyMap<string, Value | undefined>;
  /** What asks for the next page; undefined after the last one. */
  readonly next: string | undefined;
}

const readId = readingOf(z.object({ InstanceId: z.string() }), ({ InstanceId }) => InstanceId);

/** A page of entries, each read by `read`; undefined where one has no id, since it could be any server's. */
export function listPageOf<Value>(
  entries: readonly unknown[],
  at: string,
  read: Reading<Value>,
  next?: string,
): ListPage<Value> | undefined {
  const values = new Map<string, Value | undefined>();
  for (const entry of entries) {
    const id = readId(entry, at);
    if (id === undefined) return undefined;
    values.set(id, read(entry, at));
  }
  return { values, next };
}

const whole = z.int().check(z.gte(0));

/** The fields that say of a page which one it is. */
export const numberedPage = { PageNumber: whole, PageSize: whole, TotalCount: whole };

/** The number of the next page; undefined where all entries are on this one and those before it. */
export const nextNumber = (page: Readonly<Record<keyof typeof numberedPage, number>>): string | undefined =>
  page.PageNumber * page.PageSize < page.TotalCount ? String(page.PageNumber + 1) : undefined;
