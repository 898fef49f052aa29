import type { MessageId } from "../messages";
import * as z from "./libraries";

/** The groups of texts that say what the values of an enumeration mean; `rule` says what a rule asks for. */
export type Meanings =
  "rule" | (MessageId extends infer Id ? (Id extends `meaning.${infer Group}.${string}` ? Group : never) : never);

/** What a schema says to editors besides what it means; `editors.ts` makes keywords of it. */
export interface ForEditors {
  /** What each of its values means. */
  readonly meanings?: Meanings;
  /** A form that all values have which are taken, and what to say of another. */
  readonly pattern?: string;
  readonly patternErrorMessage?: MessageId;
  readonly allOf?: readonly object[];
}

/** A schema with what its key means, for editors and readers: a text, or the id of one. */
export const described = <Schema extends z.ZodMiniType>(
  schema: Schema,
  meaning: string,
  more: ForEditors = {},
): Schema => schema.check(z.meta({ description: meaning, ...more }));
