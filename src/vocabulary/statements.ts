/** The dated knowledge behind the rules: the statements they rest on, and how old the data is. */
import endpoints from "../../data/endpoints.json";
import ens from "../../data/ens.json";
import clouds from "../../data/other-clouds.json";
import ports from "../../data/ports.json";
import provider from "../../data/provider-domains.json";
import provinces from "../../data/provinces.json";
import quotas from "../../data/quotas.json";
import regions from "../../data/regions.json";
import sources from "../../data/sources.json";
import statements from "../../data/statements.json";
import suffixes from "../../data/suffixes.json";
import thresholds from "../../data/thresholds.json";
import vendors from "../../data/vendor-names.json";
import { render, type Language } from "../messages";
import { joinList } from "../messages/punctuation";
import { kindsSource } from "./kinds";
import { citationOf, sourcedBy, type Citation, type Sourced } from "./sources";

/** A statement of the source documents, or a researched fact, in a language. */
export interface Statement extends Sourced {
  readonly id: string;
  readonly text: string;
}

/** The ids of sources or of statements, as data names what it rests on. */
export type SourceIds = string | readonly string[];

/** A statement of a document, or how this tool `reads` other statements. */
type Row = Readonly<Record<Language, string>> & { readonly source?: SourceIds; readonly reads?: readonly string[] };

const STATEMENTS: Readonly<Record<string, Row>> = statements.statements;

const rowOf = (id: string): Row | undefined => (Object.hasOwn(STATEMENTS, id) ? STATEMENTS[id] : undefined);

/** The statement of an id; undefined when there is none. */
export function statementOf(id: string, language: Language): Statement | undefined {
  const row = rowOf(id);
  return row && { id, text: row[language], ...sourcedBy(citationsOf(row, language), language) };
}

/** What a statement rests on. What this tool reads out of others is as old as the statements. */
function citationsOf({ source = [], reads }: Row, language: Language): readonly Citation[] {
  if (reads === undefined) return idsIn(source).map((id) => documentOf(id, language));
  const name = render(language, "source.reads", { statements: joinList(language, reads) });
  return [{ name, date: statements.asOf }];
}

/** The ids that data names. */
export const idsIn = (source: SourceIds): readonly string[] => (typeof source === "string" ? [source] : source);

/** What a row of data rests on: a statement is named by its id, and is as old as its own first source. */
export const sourcedOf = (source: SourceIds, language: Language): Sourced =>
  sourcedBy(
    idsIn(source).map((id) => {
      const row = rowOf(id);
      return row ? namedBy(id, row, language) : documentOf(id, language);
    }),
    language,
  );

function namedBy(id: string, row: Row, language: Language): Citation {
  const [first] = citationsOf(row, language);
  return { name: id, date: first?.date ?? null, ...(first?.url !== undefined && { url: first.url }) };
}

/** The tests see that there is one for each id that data names. */
const documentOf = (id: string, language: Language): Citation => citationOf(id, language) ?? { name: id, date: null };

/** The oldest day on which any of the data was taken from its source. */
export const dataAsOf: string =
  [
    ...[clouds, endpoints, ens, ports, provider, provinces, quotas, regions],
    ...[sources, statements, suffixes, thresholds, vendors, kindsSource],
  ]
    .map(({ asOf }) => asOf)
    .sort((a, b) => (a < b ? -1 : 1))[0] ?? regions.asOf;
