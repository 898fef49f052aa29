/** Lines for people: how wide a text is on a terminal, and where it may be broken. */
import { plainLine } from "../base/plain";

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const NARROWLESS = /[\p{M}\u200b-\u200f\ufeff]/u;

/** Nearly every text of a large report is plain ASCII, of which each character takes a column. */
const PLAIN = /^[ -~]*$/;

/** How many columns a text takes; Chinese characters take two. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += NARROWLESS.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** A text filled up with spaces to a width. */
export const padTo = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - widthOf(text)));

/** A text that leads to an address in a terminal that has links (OSC 8); it takes the columns of the text alone. */
export const hyperlink = (text: string, address: string): string =>
  `\u001b]8;;${plainLine(address)}\u001b\\${text}\u001b]8;;\u001b\\`;

const OPENING = "（「『【《〈“‘";
const CLOSING = "、。，．：；！？）」』】》〉”’…";
const IDEOGRAPH = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}";
/** People copy it, so it is a word. */
const FILING_NUMBER = "\\p{Script=Han}{1,2}ICP[备证]\\d+号(?:-\\d+[A-Z]?)?";
let units: RegExp | undefined;

/** A unit is never broken: a word, or one Chinese character with the marks that must stay on its line. */
function unitsOf(line: string): readonly string[] {
  if (PLAIN.test(line)) return line.match(/\s+|\S+/g) ?? [];
  // Made for the first line that needs it: no other expression takes as long to make.
  units ??= new RegExp(
    `\\s+|[${OPENING}]*(?:${FILING_NUMBER}|[${IDEOGRAPH}]|[^\\s${IDEOGRAPH}${OPENING}${CLOSING}]+)[${CLOSING}]*|[${OPENING}${CLOSING}]+`,
    "gu",
  );
  return line.match(units) ?? [];
}

/**
 * Breaks a text into lines of at most `width` columns: at spaces, and between Chinese characters. A word that is longer
 * than a line, such as a URN, stays whole so that it can be copied.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  let space = "";
  for (const unit of unitsOf(plainLine(text))) {
    if (unit.trim() === "") {
      space = " ";
      continue;
    }
    const wide = widthOf(unit);
    if (line !== "" && used + space.length + wide > width) {
      lines.push(line);
      line = unit;
      used = wide;
    } else {
      const gap = line === "" ? "" : space;
      line += gap + unit;
      used += gap.length + wide;
    }
    space = "";
  }
  return line === "" ? lines : [...lines, line];
}
