/** Texts of a schema that have one spelling. */
import { quote } from "../base/errors";
import { message, type Message } from "../messages";
import type { ForEditors } from "./described";
import * as z from "./libraries";
import type { Spelling } from "./numbers";

/** What an editor can say of a text: the form that all have which are taken, and more. */
export type TextForm = Required<Pick<ForEditors, "pattern" | "patternErrorMessage">>;

/** A value that is rewritten to its one spelling, or refused with a message. */
export const inSpelling = (spell: (value: string) => Spelling, form?: TextForm) =>
  z
    .pipe(
      z.string().check(z.minLength(1)),
      z.transform((value: string, context) => {
        const spelling = spell(value);
        if ("value" in spelling) return spelling.value;
        context.issues.push({ code: "custom", params: { problem: spelling.problem }, input: value });
        return value;
      }),
    )
    .check(z.meta({ ...form }));

/** What is said of a text that stands where another was expected. */
export const foundInstead = (expected: Message, value: string): Spelling => ({
  problem: message("input.found", { expected, found: quote(value) }),
});
