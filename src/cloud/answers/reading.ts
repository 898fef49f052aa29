/**
 * Answers of operations, read: what is needed of a body has to be as the vendor describes it, what else is there may be
 * anything.
 */
import type * as z from "../../register/libraries";
import type { CloudAnswer, Unanswered } from "../../register/verified";
import type { CloudOperation } from "../../vocabulary/cloud-operations";
import type { CloudReply } from "../call";

/** What a body says at the moment `at`; undefined where it has another form than the one that is known. */
export type Reading<Said> = (body: unknown, at: string) => Said | undefined;

/** Why an operation said nothing. */
export type NoAnswer = Extract<CloudAnswer<never>, { readonly unanswered: Unanswered }>;

/** The reading of what fits a schema; `said` gives undefined for a value of the right type that nobody knows. */
export const readingOf =
  <Schema extends z.ZodMiniType, Said>(
    schema: Schema,
    said: (fitting: z.output<Schema>, at: string) => Said | undefined,
  ): Reading<Said> =>
  (body, at) => {
    const parsed = schema.safeParse(body, { jitless: true });
    return parsed.success ? said(parsed.data, at) : undefined;
  };

/** What a reply says, and why it says nothing where it does not; a body that has no known form is `unreadable`. */
export function answerIn<Said>(operation: CloudOperation, reply: CloudReply, read: Reading<Said>): CloudAnswer<Said> {
  if ("unanswered" in reply) return noAnswerOf(operation, reply);
  const says = read(reply.body, reply.at);
  return says === undefined ? unreadableAnswer(operation, reply.at) : { operation, at: reply.at, says };
}

/** Why there is no answer, of a reply that has no body. */
export const noAnswerOf = (
  operation: CloudOperation,
  { at, unanswered, code }: Extract<CloudReply, { readonly unanswered: Unanswered }>,
): NoAnswer => ({ operation, at, unanswered, ...(code !== undefined && { code }) });

/** An answer that has no known form. */
export const unreadableAnswer = (operation: CloudOperation, at: string): NoAnswer => ({
  operation,
  at,
  unanswered: "unreadable",
});
