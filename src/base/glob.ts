/**
 * Compiles a glob: `*` is any run of characters (`/`, `:` and `$` included), `?` is one character, nothing else is
 * special. Gives a test of a whole text. It never takes longer than the pattern's length times the text's.
 */
export function glob(pattern: string): (text: string) => boolean {
  if (!/[*?]/.test(pattern)) return (text) => text === pattern;
  // Most texts fail at their end already.
  const end = pattern.slice(Math.max(pattern.lastIndexOf("*"), pattern.lastIndexOf("?")) + 1);
  return (text) => text.endsWith(end) && matches(pattern, text);
}

/** Only the last `*` is ever reconsidered: what an earlier one took can be left as it is. */
function matches(pattern: string, text: string): boolean {
  let at = 0;
  let next = 0;
  let star = -1;
  let taken = 0;
  while (at < text.length) {
    const wanted = pattern[next];
    if (wanted === "*") {
      star = next++;
      taken = at;
    } else if (wanted === "?") {
      at += widthAt(text, at);
      next++;
    } else if (wanted !== undefined && wanted === text[at]) {
      at++;
      next++;
    } else if (star >= 0) {
      taken += widthAt(text, taken);
      at = taken;
      next = star + 1;
    } else {
      return false;
    }
  }
  while (pattern[next] === "*") next++;
  return next === pattern.length;
}

/** How many code units the character at this place has. */
const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
