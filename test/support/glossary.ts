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

/** All of them. A form is a word that language needs beside the one of the glossary, such as a plural or a shorter name. */
export const TERMS: readonly Term[] = glossary.terms;

/** The English words for a term. One with a note in brackets means more than its words: then only its other forms count. */
export const englishWordsOf = ({ en, forms }: Term): readonly string[] =>
  [en, ...(forms?.en ?? [])].filter((word) => !word.includes("("));

/** The Chinese words for a term. */
export const chineseWordsOf = ({ zh, forms }: Term): readonly string[] => [zh, ...(forms?.zh ?? [])];

/** The words in a Chinese text that must not be used for a term, each with the one that is. */
export const wrongWordsIn = (text: string): readonly string[] =>
  TERMS.flatMap(({ zh, instead = [] }) =>
    instead.filter((word) => text.includes(word)).map((word) => `${word}: ${zh}`),
  );
