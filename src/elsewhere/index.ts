import type { Product, Reader } from "../exposure/contribution";
import { nothing } from "../alicloud/read";
import { edge } from "./edge";
import { EDGES, type EdgeRow } from "./edges";
import { FOREIGN } from "./foreign";
import { kubernetes } from "./kubernetes";
import { record } from "./record";
import { PRIVATE_RECORDS, RECORDS } from "./records";
import { zone, ZONES } from "./zones";

const read = <Row>(rows: Readonly<Record<string, Row>>, reader: (row: Row) => Reader): Product =>
  Object.fromEntries(Object.entries(rows).map(([type, row]) => [type, reader(row)]));

/** Types that say nothing by themselves: others lead to them, or are named by them. */
const ALONG: readonly string[] = [
  ...Object.keys(ZONES).filter((type) => !(type in RECORDS)),
  ...Object.values<EdgeRow>(EDGES).flatMap(({ origins, coverage }) =>
    [...origins.flatMap(({ steps = [] }) => steps), ...(coverage.words?.of ? [coverage.words.of] : [])].flatMap(
      (step) => ("to" in step ? step.to : step.members),
    ),
  ),
];

const silent = (types: readonly string[]): Product => Object.fromEntries(types.map((type) => [type, nothing]));

/** All described resource types of other providers. */
export const elsewhere: Product = {
  ...silent(PRIVATE_RECORDS),
  ...silent(ALONG),
  ...read(ZONES, zone),
  ...read(RECORDS, record),
  ...read(EDGES, edge),
  ...Object.fromEntries(FOREIGN),
  ...kubernetes,
};

/** The described types by what they are, for whoever lists them. */
export const KINDS = {
  records: Object.keys(RECORDS),
  edges: Object.keys(EDGES),
  kubernetes: Object.keys(kubernetes),
  addresses: FOREIGN.map(([type]) => type),
  along: [...new Set(ALONG)],
  privateRecords: PRIVATE_RECORDS,
} as const satisfies Readonly<Record<string, readonly string[]>>;
