/** Text in GitHub's Markdown and its HTML: whoever chose it, it makes no link, mention, reference, markup or row there. */
import { plainLine } from "../base/plain";
import { asEntities } from "./entities";

/** Written as it is in the source, and nothing on the page: GitHub looks for mentions and references in what is shown. */
const GAP = "&#8203;";

/** What begins a mention, a reference to an issue, or the address of a link. */
const REFERENCE = /@(?=\w)|[#!](?=\d)|\bGH(?=-\d)|:(?=\/\/)/gi;

/** What is markup in a line, a table's, GitHub's mathematics, or the address of a link without its scheme. */
const MARKUP = /[\\`*_[\]<>|~&$]|(?<=\bwww)\./gi;

/** What makes a block of a line that begins with it. */
const BLOCK = /^(?:[-+=#:]|\d+(?=[.)]))/;

/** A text in a paragraph, in an item of a list or in a cell of a table. */
export const markdownText = (text: string): string => unblocked(inline(plainLine(text).trim()));

/** A text of ours, in which backticks mark code. */
export const markdownProse = (text: string): string =>
  unblocked(
    plainLine(text)
      .split("`")
      .map((part, at) => (at % 2 === 0 ? inline(part) : `\`${part}\``))
      .join(""),
  );

const inline = (text: string): string => text.replace(MARKUP, "\\$&").replace(REFERENCE, `$&${GAP}`);

const unblocked = (text: string): string =>
  text.replace(BLOCK, (start) => (/\d/.test(start) ? `${start}${GAP}` : `\\${start}`));

/** A text in an HTML element. */
export const htmlText = (text: string): string => asEntities(plainLine(text).trim()).replace(REFERENCE, `$&${GAP}`);

/** Lines to paste: a fence that none of them can end. */
export function fenced(lines: readonly string[]): string[] {
  const text = lines.map(plainLine);
  const runs = text.flatMap((line) => line.match(/`+/g) ?? []);
  const longest = runs.reduce((most, run) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  return [fence, ...text, fence];
}

/** At most so many characters of a text. */
export const clipped = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
