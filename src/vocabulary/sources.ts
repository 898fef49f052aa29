/** The documents and notes that statements and data rest on, as a reader of each language would name them. */
import data from "../../data/sources.json";
import { render, type Language } from "../messages";
import { joinClauses, withSemicolon } from "../messages/punctuation";

/** A document or note: its name, its day (`YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null where it has none), and where it is known to stand. */
export interface Citation {
  readonly name: string;
  readonly date: string | null;
  readonly url?: string;
}

/** What something rests on: the names of all its sources in one text, the day and address of the first, then each by itself. */
export interface Sourced {
  readonly source: string;
  readonly date: string | null;
  readonly url?: string;
  readonly sources: readonly Citation[];
}

interface Source extends Readonly<Record<Language, string>> {
  readonly date: string | null;
  readonly url?: string;
}

const SOURCES: Readonly<Record<string, Source>> = data.sources;

/** The source of an id; undefined when there is none. */
export function citationOf(id: string, language: Language): Citation | undefined {
  const found = Object.hasOwn(SOURCES, id) ? SOURCES[id] : undefined;
  return found && { name: found[language], date: found.date, ...(found.url !== undefined && { url: found.url }) };
}

/** Several sources as one. */
export function sourcedBy(sources: readonly Citation[], language: Language): Sourced {
  const [first] = sources;
  return {
    source: joined(
      sources.map(({ name }) => name),
      language,
    ),
    date: first?.date ?? null,
    ...(first?.url !== undefined && { url: first.url }),
    sources,
  };
}

const joined = (texts: readonly string[], language: Language): string =>
  texts.length === 0 ? "" : texts.reduce((before, after) => withSemicolon(language, before, after));

/** The day of a source, or that it has none. */
export const dateText = ({ date }: Pick<Citation, "date">, language: Language): string =>
  date ?? render(language, "source.undated");

/** Sources in one text, each with its day. */
export const sourcesText = (sources: readonly Citation[], language: Language): string =>
  joined(
    sources.map((one) => joinClauses(language, [one.name, dateText(one, language)])),
    language,
  );
