/** How a language ends a sentence and puts texts together. */
import type { Language } from "./language";

interface Marks {
  readonly stop: string;
  readonly colon: string;
  readonly semicolon: string;
  readonly open: string;
  readonly close: string;
  readonly comma: string;
  /** What stands between parts that are not of one kind. */
  readonly clause: string;
  /** What stands between two sentences. */
  readonly gap: string;
}

const MARKS: Readonly<Record<Language, Marks>> = {
  en: { stop: ".", colon: ": ", semicolon: "; ", open: " (", close: ")", comma: ", ", clause: ", ", gap: " " },
  zh: { stop: "。", colon: "：", semicolon: "；", open: "（", close: "）", comma: "、", clause: "，", gap: "" },
};

/** A text as a sentence with its end. */
export const sentence = (language: Language, text: string): string => `${text}${MARKS[language].stop}`;

/** Sentences, one after the other. */
export const joinSentences = (language: Language, sentences: readonly string[]): string =>
  sentences.join(MARKS[language].gap);

/** What is spoken of, then what is said about it. */
export const withColon = (language: Language, before: string, after: string): string =>
  `${before}${MARKS[language].colon}${after}`;

/** Two parts of one sentence. */
export const withSemicolon = (language: Language, before: string, after: string): string =>
  `${before}${MARKS[language].semicolon}${after}`;

/** A text, and what is added to it in brackets. */
export const withBrackets = (language: Language, text: string, added: string): string =>
  `${text}${MARKS[language].open}${added}${MARKS[language].close}`;

/** What stands before and after such an addition. */
export const bracketsIn = (language: Language): Pick<Marks, "open" | "close"> => MARKS[language];

/** Things of one kind: names, hosts. */
export const joinList = (language: Language, items: readonly string[]): string => items.join(MARKS[language].comma);

/** Parts of a sentence that are not of one kind: a name, a place, a number. */
export const joinClauses = (language: Language, parts: readonly string[]): string => parts.join(MARKS[language].clause);
