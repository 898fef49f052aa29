import type { Product, Reader } from "../../graph/contribution";
import { contributesNothing } from "../reading/values";
import { edge } from "./edge";
import { EDGES, type EdgeRow } from "./edges";
import { FOREIGN } from "./addresses";
import { kubernetes } from "../kubernetes";
import { record } from "./record";
import { PRIVATE_RECORDS, RECORDS } from "./records";
import { readZone, ZONES } from "./zones";

const read = <Row>(rows: Readonly<Record<string, Row>>, reader: (row: Row) => Reader): Product =>
  Object.fromEntries(Object.entries(rows).map(([type, row]) => [type, reader(row)]));

/** Types that say nothing by themselves: others lead to them, or are named by them. */
const ALONG: readonly string[] = Object.values<EdgeRow>(EDGES)
  .flatMap(({ origins, coverage }) =>
    [...origins.flatMap(({ steps = [] }) => steps), ...(coverage.words?.of ? [coverage.words.of] : [])].flatMap(
      (step) => ("to" in step ? step.to : step.members),
    ),
  )
  .filter((type) => !(type in ZONES));

/** What is a zone and holds a record besides is read as both. */
const zones = Object.fromEntries(
  Object.entries(read(ZONES, readZone)).map(([type, ofZone]): [string, Reader] => {
    const row = type in RECORDS ? RECORDS[type as keyof typeof RECORDS] : undefined;
    const ofRecord = row ? record(row) : contributesNothing;
    return [type, (resource, plan) => [ofZone, ofRecord].flatMap((reader) => reader(resource, plan))];
  }),
);

const silent = (types: readonly string[]): Product =>
  Object.fromEntries(types.map((type) => [type, contributesNothing]));

/** All described resource types of other providers. */
export const elsewhere: Product = {
  ...silent(PRIVATE_RECORDS),
  ...silent(ALONG),
  ...read(RECORDS, record),
  ...zones,
  ...read(EDGES, edge),
  ...Object.fromEntries(FOREIGN),
  ...kubernetes,
};

/** The described types by what they are, for whoever lists them. */
export const DESCRIBED = {
  records: Object.keys(RECORDS),
  edges: Object.keys(EDGES),
  kubernetes: Object.keys(kubernetes),
  addresses: FOREIGN.map(([type]) => type),
  zones: Object.keys(ZONES).filter((type) => !(type in RECORDS)),
  along: [...new Set(ALONG)],
  privateRecords: PRIVATE_RECORDS,
} as const satisfies Readonly<Record<string, readonly string[]>>;
