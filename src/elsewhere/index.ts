import type { Product, Reader } from "../exposure/contribution";
import { nothing } from "../alicloud/read";
import { edge } from "./edge";
import { EDGES } from "./edges";
import { FOREIGN } from "./foreign";
import { kubernetes } from "./kubernetes";
import { record } from "./record";
import { PRIVATE_RECORDS, RECORDS } from "./records";

const read = <Row>(rows: Readonly<Record<string, Row>>, reader: (row: Row) => Reader): Product =>
  Object.fromEntries(Object.entries(rows).map(([type, row]) => [type, reader(row)]));

/** All described resource types of other providers. */
export const elsewhere: Product = {
  ...read(RECORDS, record),
  ...read(EDGES, edge),
  ...Object.fromEntries(PRIVATE_RECORDS.map((type) => [type, nothing])),
  ...Object.fromEntries(FOREIGN),
  ...kubernetes,
};
