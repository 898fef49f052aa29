/**
 * The libraries that only a register needs. The build puts them into a file of their own, read when there is one; what
 * is used of them is named one by one, so that the rest stays out.
 */
export { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseAllDocuments } from "yaml";
export {
  _default,
  array,
  boolean,
  enum,
  exactOptional,
  gte,
  int,
  iso,
  literal,
  meta,
  minLength,
  nullable,
  nullish,
  number,
  object,
  optional,
  partialRecord,
  pipe,
  record,
  regex,
  strictObject,
  string,
  toJSONSchema,
  transform,
  union,
  unknown,
} from "zod/mini";
export type { output, ZodMiniType } from "zod/mini";
