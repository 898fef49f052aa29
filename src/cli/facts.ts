/** `alicloud-icp facts`: the dated data and the statements that judgements rest on. */
import { createColors } from "picocolors";
import { InputError } from "../input/error";
import { dataAsOf } from "../vocabulary/statements";
import { message, render, type Language } from "../messages";
import { joinList, withColon } from "../messages/punctuation";
import { padTo, widthOf, wrap } from "../report/wrap";
import { RULE_IDS } from "../vocabulary/rule-ids";
import { sourcesText } from "../vocabulary/sources";
import { choice, EXIT, type Exit } from "./errors";
import { factRows, type FactRow } from "./catalogue";
import { TABLES } from "./tables";
import type { Io } from "./io";
import { columnsOf, isColoured } from "./terminal";

export interface FactsOptions {
  readonly format: string;
  readonly color: boolean;
  readonly table?: string;
}

/** Prints all rows, or those that a word is found in. Throws an `InputError` when it is found in none. */
export async function listFacts(text: string | undefined, options: FactsOptions, io: Io): Promise<Exit> {
  const format = await choice("--format", options.format, ["text", "json"]);
  const { language } = io;
  const table = options.table === undefined ? undefined : await choice("--table", options.table, TABLES);
  const rows = factRows(language).filter((row) => table === undefined || row.table === table);
  const found = text === undefined ? rows : rows.filter(finder(text));
  if (found.length === 0) throw nothing(text ?? "", rows);
  const bold = createColors(isColoured(io.stdout, io.env, options.color)).bold;
  io.stdout.write(format === "json" ? json(found) : tablesText(found, language, columnsOf(io.stdout), bold));
  return EXIT.ok;
}

/**
 * Whether a row holds a word: in its id, value, text or rules, at the beginning of a word there, so that `io` is the
 * suffix and not a part of "region"; numbers only whole, so that `80` is not 8080.
 */
function finder(text: string): (row: FactRow) => boolean {
  const word = text.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (word === "") return () => false;
  const begins = /^[a-z0-9]/i.test(word) ? "(?<![a-z0-9])" : "";
  const ends = /^\d+$/.test(word) ? "(?![a-z0-9])" : "";
  // A rule's whole id does not mean the rules whose ids go on from there.
  const isRule = RULE_IDS.some((id) => id === text.trim());
  const pattern = new RegExp(`${begins}${word}${ends}`, "iu");
  return (row) =>
    [row.id, String(row.value ?? ""), row.says].some((part) => pattern.test(part)) ||
    row.rules.some((rule) => (isRule ? rule === text.trim() : pattern.test(rule)));
}

function nothing(text: string, rows: readonly FactRow[]): InputError {
  const newest = rows.map(({ asOf }) => asOf).reduce((a, b) => (a > b ? a : b), dataAsOf);
  const found = JSON.stringify(text);
  return new InputError(message("input.nothing-known", { found, from: dataAsOf, to: newest }), { key: "word" });
}

const json = (rows: readonly FactRow[]): string => `${JSON.stringify({ dataAsOf, facts: rows }, null, 2)}\n`;

function tablesText(
  rows: readonly FactRow[],
  language: Language,
  width: number,
  bold: (text: string) => string,
): string {
  const blocks = TABLES.flatMap((table) => {
    const own = rows.filter((row) => row.table === table);
    return own.length === 0 ? [] : [tableText(own, language, width, bold)];
  });
  return `${blocks.join("\n\n")}\n`;
}

function tableText(
  rows: readonly FactRow[],
  language: Language,
  width: number,
  bold: (text: string) => string,
): string {
  const { table = "region", asOf = "" } = rows[0] ?? {};
  const sourceOf = ({ sources }: FactRow): string => sourcesText(sources, language);
  const [shared, ...others] = new Set(rows.map(sourceOf));
  // Long ids, such as endpoint names, stand in a line of their own.
  const column = Math.min(24, Math.max(...rows.map(({ id }) => widthOf(id)))) + 4;
  const indented = (text: string): string[] => wrap(text, width - column).map((line) => " ".repeat(column) + line);
  const lines = rows.flatMap((row) => {
    const [first = "", ...rest] = indented(row.says);
    const id = `  ${row.id}`;
    const head = widthOf(id) < column ? [padTo(id, column) + first.slice(column)] : [id, first];
    const rules =
      row.rules.length === 0
        ? []
        : indented(withColon(language, render(language, "facts.rules"), joinList(language, row.rules)));
    return [...head, ...rest, ...(others.length > 0 ? indented(sourceOf(row)) : []), ...rules];
  });
  return [
    bold(render(language, `facts.table-${table}`, { asOf })),
    ...(shared === undefined || others.length > 0 ? [] : wrap(shared, width)),
    ...lines,
  ].join("\n");
}
