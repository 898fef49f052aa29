/**
 * The one gate for what reaches a person or another program: names come from plans that strangers may have written, and are
 * text there, never structure.
 */

/**
 * Control characters, line separators, halves of characters, and what is not seen: marks that turn the direction of text,
 * tags, soft hyphens. Joiners stay: scripts need them.
 */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu;
/** `::error`, which GitHub's logs take for a command wherever a line may begin with it; so within a word it is none. */
const COMMAND = /(?<![!-~])::(?=[A-Za-z])/g;
/** `##[error]` and `##vso[…]`, which logs of Azure and GitHub take for commands anywhere. */
const MARKED_COMMAND = /##(?=[A-Za-z]*\[)/g;
/** `<{%fg 1%}>`, which Pulumi takes for a colour. */
const COLOUR = /<(?=\{%)/g;

/** What is looked at more closely: nearly every text of a large report is plain ASCII without any of these. */
const SUSPECT = /[^ -~]|(?<![!-~])::|##|<\{%/;

/** A text as one line that does nothing to whoever reads it but show. */
export function plainLine(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text
    .replace(/[\t\r\n\u0085\u2028\u2029]+/g, " ")
    .replace(UNSEEN, "\ufffd")
    .replace(COMMAND, ": :")
    .replace(MARKED_COMMAND, "# #")
    .replace(COLOUR, "< ");
}

/** Several lines, of which each is one. */
export const plainLines = (text: string): string => text.split("\n").map(plainLine).join("\n");

/** Few and wide ranges, in which all that is not seen lies: a large report is searched in a fraction of the time. */
const SUSPECT_IN_JSON = /[\u007f-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]/;
const UNSEEN_IN_JSON = /##(?=[A-Za-z]*\[)|<(?=\{%)|[\u007f-\u009f\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/gu;

/** JSON of the same values, with escapes for what is not seen and for what logs take for commands. */
export const plainJson = (json: string): string =>
  SUSPECT_IN_JSON.test(json) || json.includes("##") || json.includes("<{%")
    ? json.replace(UNSEEN_IN_JSON, escaped)
    : json;

function escaped(found: string): string {
  const units = found === "##" ? found.slice(1) : found;
  const escapes = Array.from({ length: units.length }, (_, at) => units.charCodeAt(at).toString(16).padStart(4, "0"));
  return found.slice(0, found.length - units.length) + escapes.map((hex) => `\\u${hex}`).join("");
}
