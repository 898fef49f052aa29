/**
 * The libraries that only a register needs. The build puts them into a file of their own, read when there is one; what
 * is used of them is named one by one, so that the rest stays out.
 */
export { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseAllDocuments } from "yaml";
export {
  NEVER,
  array,
  boolean,
  enum,
  int,
  iso,
  literal,
  partialRecord,
  strictObject,
  string,
  toJSONSchema,
  union,
} from "zod";
export type { core, output, ZodType } from "zod";
