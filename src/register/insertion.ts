/** Where the text of a register gets more entries of a list: by where the nodes of its YAML lie. */
import type { Pair, YAMLMap, YAMLSeq } from "yaml";
import { InputError } from "../input/error";
import { message } from "../messages";
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, parseAllDocuments } from "./libraries";
import { YAML_OPTIONS } from "./yaml";

/** Text that goes to a place, instead of as much as is removed there. */
interface Edit {
  readonly at: number;
  readonly removed?: number;
  readonly text: string;
}

/** One more entry of a list, in each way in which lists are written. */
export interface NewEntry {
  /** In one line, and the same as JSON. */
  readonly yaml: string;
  readonly json: string;
  /** In lines of its own, as an item of a block; the first begins with the dash. */
  readonly block: readonly string[];
}

/** A list at the top of a register, and what comes to its end. */
export interface Addition {
  readonly section: "waivers" | "filings";
  readonly entries: readonly NewEntry[];
}

/**
 * The text of a sound register with more entries at the end of a list; nothing else in it changes. Undefined where there is
 * no place for them. Throws an `InputError` where the list is an alias.
 */
export function withEntries(text: string, addition: Addition, file: string): string | undefined {
  const documents = parseAllDocuments(text, YAML_OPTIONS);
  const top = Array.isArray(documents) ? documents[0]?.contents : undefined;
  if (!isMap(top)) return undefined;
  const layout = new Layout(text);
  const edits = editsOf(top, addition, layout, file);
  return edits && [...edits].sort((a, b) => b.at - a.at).reduce(applied, text);
}

const applied = (text: string, { at, removed = 0, text: added }: Edit): string =>
  text.slice(0, at) + added + text.slice(at + removed);

function editsOf(
  top: YAMLMap,
  { section, entries }: Addition,
  layout: Layout,
  file: string,
): readonly Edit[] | undefined {
  const isJson = top.flow === true && isQuoted(top.items[0]?.key);
  const inLine = entries.map(({ json, yaml }) => (isJson ? json : yaml));
  const block = entries.flatMap((one) => one.block);
  const pair = top.items.find(({ key }) => isScalar(key) && key.value === section);
  if (!pair) {
    if (top.flow === true) {
      return intoFlow(top, [`${isJson ? `"${section}"` : section}: [${inLine.join(", ")}]`], layout);
    }
    return [asSection(top, section, block, layout)];
  }
  const { key, value } = pair;
  const entry = inLine.join(", ");
  if (isAlias(value)) {
    const problem = message("input.register-alias", { section, entry });
    throw new InputError(problem, { file, line: layout.lineAt(startOf(key)), key: section });
  }
  const isEmpty = isSeq(value) ? value.items.length === 0 : isScalar(value) && value.value === null;
  if (isEmpty && top.flow !== true && !layout.text.slice(endOf(key), endOf(value)).includes("\n")) {
    return belowKey(pair, block, layout);
  }
  if (isSeq(value)) return value.flow === true ? intoFlow(value, inLine, layout) : [asItem(pair, value, block, layout)];
  return isEmpty ? [insteadOfNull(value, entry, layout)] : undefined;
}

const isQuoted = (key: unknown): boolean => isScalar(key) && key.type === "QUOTE_DOUBLE";

/** A section of its own at the end of the map, and of the comments there. */
function asSection(top: YAMLMap, section: string, block: readonly string[], layout: Layout): Edit {
  const indent = layout.indentAt(startOf(top));
  const at = layout.below(endOf(top), indent.length);
  const before = layout.text.slice(0, at);
  const isSpaced = /\n[ \t]*\r?\n[ \t]*\S/.test(before);
  // A comment right above would introduce it.
  const lastIsComment = before.trimEnd().slice(layout.lineStart(before.trimEnd().length)).startsWith(`${indent}#`);
  const gap = isSpaced || lastIsComment ? [""] : [];
  return layout.lines(at, [...gap, `${indent}${section}:`, ...block.map((line) => `${indent}  ${line}`)]);
}

/** A first item below a key that has nothing, or an empty list, on its line. */
function belowKey({ key, value }: Pair, block: readonly string[], layout: Layout): readonly Edit[] {
  const indent = layout.indentAt(startOf(key));
  const end = endOf(value);
  const begin = layout.text.slice(0, startOf(value)).trimEnd().length;
  return [
    ...(startOf(value) === end ? [] : [{ at: begin, removed: end - begin, text: "" }]),
    layout.lines(
      layout.below(end, indent.length + 1),
      block.map((line) => `${indent}  ${line}`),
    ),
  ];
}

/** One more item behind the last one and its comments. What is indented no more than the key belongs to what follows. */
function asItem({ key }: Pair, list: YAMLSeq, block: readonly string[], layout: Layout): Edit {
  const start = startOf(list);
  const indent = " ".repeat(start - layout.lineStart(start));
  const at = layout.below(endOf(list), layout.indentAt(startOf(key)).length + 1);
  return layout.lines(
    at,
    block.map((line) => indent + line),
  );
}

function insteadOfNull(value: unknown, entry: string, { text }: Layout): Edit {
  const at = startOf(value);
  const gap = /\s/.test(text.charAt(at - 1)) ? "" : " ";
  return { at, removed: endOf(value) - at, text: `${gap}[${entry}]` };
}

/** More entries before the bracket that closes a flow collection, set as those before them are. */
function intoFlow(collection: YAMLMap | YAMLSeq, entries: readonly string[], layout: Layout): readonly Edit[] {
  const { text, eol } = layout;
  const last: unknown = collection.items.at(-1);
  const close = (collection.range?.[1] ?? 0) - 1;
  const end = last === undefined ? startOf(collection) + 1 : endOf(last);
  const isOnOwnLine = last !== undefined && layout.isFirst(startOf(last));
  const rest = text.slice(end, close);
  if (!rest.includes("\n")) {
    const gap = isOnOwnLine ? eol + layout.indentAt(startOf(last)) : " ";
    return [{ at: end, text: (last === undefined ? "" : `,${gap}`) + entries.join(`,${gap}`) }];
  }
  const hasComma = rest.replace(/#[^\n]*/g, "").includes(",");
  // What stands before the bracket is a comma then.
  if (!layout.isFirst(close)) return [{ at: close, text: `${entries.join(", ")} ` }];
  const indent = isOnOwnLine ? layout.indentAt(startOf(last)) : `${layout.indentAt(close)}  `;
  return [
    ...(last === undefined || hasComma ? [] : [{ at: end, text: "," }]),
    {
      at: layout.lineStart(close),
      text: `${indent}${entries.join(`,${eol}${indent}`)}${hasComma ? "," : ""}${eol}`,
    },
  ];
}

function startOf(node: unknown): number {
  if (isPair(node)) return startOf(node.key);
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** Where what a node says ends: before the comments that follow. */
function endOf(node: unknown): number {
  if (isPair(node)) return endOf(node.value ?? node.key);
  if ((isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0) return endOf(node.items.at(-1));
  return isNode(node) ? (node.range?.[1] ?? 0) : 0;
}

/** A text by its lines. */
class Layout {
  readonly eol: string;

  constructor(readonly text: string) {
    this.eol = /\r?\n/.exec(text)?.[0] ?? "\n";
  }

  lineStart(at: number): number {
    return this.text.slice(0, at).lastIndexOf("\n") + 1;
  }

  lineAt(at: number): number {
    return this.text.slice(0, at).split("\n").length;
  }

  indentAt(at: number): string {
    return /^[ \t]*/.exec(this.text.slice(this.lineStart(at)))?.[0] ?? "";
  }

  /** Whether nothing stands before a place on its line. */
  isFirst(at: number): boolean {
    return this.text.slice(this.lineStart(at), at).trim() === "";
  }

  /** The end of the line of a place, and of the comments below it that are indented by so much at least. */
  below(at: number, least: number): number {
    // A block of text ends with its last line.
    let end = this.text.charAt(at - 1) === "\n" ? at : this.nextLine(at);
    for (let line = end; line < this.text.length; line = this.nextLine(line)) {
      const said = this.text.slice(line, this.nextLine(line)).trim();
      if (said === "") continue;
      if (!said.startsWith("#") || this.indentAt(line).length < least) break;
      end = this.nextLine(line);
    }
    return end;
  }

  /** Lines between two others, or at the end of a text that may lack its last line end. */
  lines(at: number, lines: readonly string[]): Edit {
    const isOpen = at === this.text.length && !this.text.endsWith("\n");
    return { at, text: lines.map((line) => (isOpen ? this.eol + line : line + this.eol)).join("") };
  }

  private nextLine(at: number): number {
    const end = this.text.indexOf("\n", at);
    return end < 0 ? this.text.length : end + 1;
  }
}
