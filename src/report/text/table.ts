/** A table for people: columns side by side where they fit, else each row with its values below its name. */
import { plainLine } from "../../base/plain";
import { withColon } from "../../messages/punctuation";
import { padTo, widthOf, wrap } from "../wrap";
import type { Paint, TextPen } from "./pen";

/** What stands in a cell; painted once the lines are broken. */
export interface Cell {
  readonly text: string;
  readonly paint?: Paint | undefined;
}

/** The name of each column, and the rows; the first column names a row. */
export interface TextTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const GAP = 2;
const INDENT = 2;
/** Chinese may be broken anywhere, and is hard to read in a column that is narrower. */
const NARROWEST = 12;

/** The lines of a table; none where it has no rows. A column in which no row says anything is left out. */
export function tableLines(table: TextTable, pen: TextPen): readonly string[] {
  const { title, heads, rows } = table;
  if (rows.length === 0) return [];
  const kept = heads.flatMap((_, at) => (at === 0 || rows.some((row) => row[at]?.text !== "") ? [at] : []));
  const shown = {
    heads: kept.map((at) => heads[at] ?? ""),
    rows: rows.map((row) => kept.map((at): Cell => plain(row[at] ?? { text: "" }))),
  };
  const room = pen.options.width - INDENT - GAP * (kept.length - 1);
  const widths = widthsOf(shown, room);
  const lines = widths ? besides(shown, widths, pen) : below(shown, pen);
  return [pen.colours.bold(title), ...lines];
}

const plain = (cell: Cell): Cell => ({ ...cell, text: plainLine(cell.text) });

type Shown = Omit<TextTable, "title">;

/** The width of each column, so that all fit and no word is broken; undefined where they cannot. */
function widthsOf({ heads, rows }: Shown, room: number): readonly number[] | undefined {
  const columns = heads.map((head, at) => [head, ...rows.map((row) => row[at]?.text ?? "")]);
  const most = columns.map((texts) => Math.max(...texts.map(widthOf)));
  const least = columns.map((texts, at) => {
    const longest = Math.max(...texts.flatMap((text) => wrap(text, 1).map(widthOf)));
    return Math.max(longest, Math.min(most[at] ?? 0, NARROWEST));
  });
  const widths = [...most];
  const sum = (): number => widths.reduce((total, one) => total + one, 0);
  while (sum() > room) {
    // The widest of those that may be narrower gives way.
    const [at] = widths
      .map((width, index) => ({ width, index }))
      .filter(({ width, index }) => width > (least[index] ?? 0))
      .sort((a, b) => b.width - a.width)
      .map(({ index }) => index);
    if (at === undefined) return undefined;
    widths[at] = (widths[at] ?? 0) - 1;
  }
  return widths;
}

function besides({ heads, rows }: Shown, widths: readonly number[], { colours }: TextPen): readonly string[] {
  const line = (cells: readonly Cell[]): readonly string[] => {
    const broken = cells.map(({ text }, at) => wrap(text, widths[at] ?? 0));
    const height = Math.max(...broken.map((lines) => lines.length));
    return Array.from({ length: height }, (_, nth) => {
      const parts = cells.map(({ paint = (text: string) => text }, at) => {
        const text = broken[at]?.[nth] ?? "";
        const rest = " ".repeat(Math.max(0, (widths[at] ?? 0) - widthOf(text)));
        return { painted: text === "" ? "" : paint(text), rest };
      });
      const last = parts.findLastIndex(({ painted }) => painted !== "");
      const said = parts.slice(0, last + 1).map(({ painted, rest }, at) => painted + (at === last ? "" : rest));
      return " ".repeat(INDENT) + said.join(" ".repeat(GAP));
    });
  };
  return [...line(heads.map((text) => ({ text, paint: colours.dim }))), ...rows.flatMap((row) => line(row))];
}

/** Each row with what it says in lines of their own. */
function below({ heads, rows }: Shown, { options, block }: TextPen): readonly string[] {
  const labels = heads.slice(1).map((head) => withColon(options.language, head, "").trimEnd());
  const column = Math.max(0, ...labels.map(widthOf)) + 1;
  return rows.flatMap(([name, ...cells]) => [
    ...block(name?.text ?? "", INDENT, name?.paint),
    ...cells.flatMap(({ text, paint = (line: string) => line }, at) => {
      if (text === "") return [];
      const lines = wrap(text, Math.max(1, options.width - INDENT - 2 - column));
      return lines.map((line, nth) => {
        const label = padTo(nth === 0 ? (labels[at] ?? "") : "", column);
        return " ".repeat(INDENT + 2) + label + paint(line);
      });
    }),
  ]);
}
