/** The tables, in the order in which they are printed. */
export const TABLES = [
  "region",
  "node",
  "tier",
  "threshold",
  "quota",
  "suffix",
  "province",
  "endpoint",
  "port",
  "owned-name",
  "vendor-name",
  "other-cloud",
  "statement",
] as const;
export type Table = (typeof TABLES)[number];
