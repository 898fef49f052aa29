import * as z from "./libraries";

/** A schema with what its key means, for editors and readers. */
export const described = <Schema extends z.ZodMiniType>(schema: Schema, meaning: string): Schema =>
  schema.check(z.describe(meaning));
