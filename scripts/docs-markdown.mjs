/** Markdown that the generated parts of the documentation are made of. */

/** A table of a head and rows of cells; Prettier aligns it. */
export const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Text as code. */
export const code = (text) => `\`${text}\``;

/** Plain text: what Markdown would read as markup is escaped. */
export const plain = (text) => text.replace(/[*_<>[\]|]/g, "\\$&");

/** A text with its `{names}` filled in. */
export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** The words that a table of words has for a key, in a language. Without them it is an error, which names both. */
export function wordsFor(words, key, language, what) {
  const found = words[key]?.[language];
  if (found === undefined) throw new Error(`the documentation has no words for ${what} ${key} (${language})`);
  return found;
}
