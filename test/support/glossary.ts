/** The terms of the project, which are the law in both languages. */
import glossary from "../../data/glossary.json";

/** A term: its word in each language, words that may stand for it, and words that must not. */
export interface Term {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly forms?: { readonly en?: readonly string[]; readonly zh?: readonly string[] };
  readonly instead?: readonly string[];
}

export const TERMS: readonly Term[] = glossary.terms;

/** The words in a Chinese text that must not be used for a term, each with the one that is. */
export const wrongWordsIn = (text: string): readonly string[] =>
  TERMS.flatMap(({ zh, instead = [] }) =>
    instead.filter((word) => text.includes(word)).map((word) => `${word}: ${zh}`),
  );
