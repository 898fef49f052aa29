/** Where the text of a register gets more entries of a list: by where the nodes of its YAML lie. */
import type { Pair, YAMLMap, YAMLSeq } from "yaml";
import { InputError } from "../input/error";
import { message } from "../messages";
import { endOf, inFlow, isInQuotes, TextLayout, startOf, topOf, withEdits, type Edit } from "./layout";
import { isAlias, isScalar, isSeq } from "./libraries";

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
  const top = topOf(text);
  const edits = top && editsOf(top, addition, new TextLayout(text), file);
  return edits && withEdits(text, edits);
}

function editsOf(
  top: YAMLMap,
  { section, entries }: Addition,
  layout: TextLayout,
  file: string,
): readonly Edit[] | undefined {
  const isJson = top.flow === true && isInQuotes(top.items[0]?.key);
  const inLine = entries.map(({ json, yaml }) => (isJson ? json : yaml));
  const block = entries.flatMap((one) => one.block);
  const pair = top.items.find(({ key }) => isScalar(key) && key.value === section);
  if (!pair) {
    if (top.flow === true) {
      return inFlow(top, [`${isJson ? `"${section}"` : section}: [${inLine.join(", ")}]`], layout);
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
  if (isSeq(value)) return value.flow === true ? inFlow(value, inLine, layout) : [asItem(pair, value, block, layout)];
  return isEmpty ? [insteadOfNull(value, entry, layout)] : undefined;
}

/** A section of its own at the end of the map, and of the comments there. */
function asSection(top: YAMLMap, section: string, block: readonly string[], layout: TextLayout): Edit {
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
function belowKey({ key, value }: Pair, block: readonly string[], layout: TextLayout): readonly Edit[] {
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
function asItem({ key }: Pair, list: YAMLSeq, block: readonly string[], layout: TextLayout): Edit {
  const start = startOf(list);
  const indent = " ".repeat(start - layout.lineStart(start));
  const at = layout.below(endOf(list), layout.indentAt(startOf(key)).length + 1);
  return layout.lines(
    at,
    block.map((line) => indent + line),
  );
}

function insteadOfNull(value: unknown, entry: string, { text }: TextLayout): Edit {
  const at = startOf(value);
  const gap = /\s/.test(text.charAt(at - 1)) ? "" : " ";
  return { at, removed: endOf(value) - at, text: `${gap}[${entry}]` };
}
