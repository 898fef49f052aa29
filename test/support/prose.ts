/**
 * Which human language a text is in, for tests that hold one language free of the other. Code is in no language: what stands
 * in quotes or backticks, command lines, options, file names, keys, ids, numbers.
 */

/** Command lines whose words have no dash, dot or other sign of code in them. What follows is looked at by itself. */
const COMMANDS: readonly string[] = [
  ...["preview", "up", "refresh", "destroy", "login", "import", "convert", "install", "new", "org", "policy"],
  ...["stack", "stack export", "stack import", "stack init", "stack select", "state", "state repair", "state delete"],
  ...["policy enable", "policy publish", "policy new", "policy analyze", "config", "config set", "plugin install"],
].map((words) => `pulumi ${words}`);
const SHELL: readonly string[] = [
  ...["npm ci", "npm install", "npm run", "npm exec", "git diff", "git add", "git commit", "git push"],
  ...["docker run", "docker build", "pre-commit run", "pre-commit install", "terraform show"],
];
/** The commands of the program itself. */
const OWN: readonly string[] = [
  ...["check", "init", "register", "explain", "rules", "facts", "graph", "baseline", "waive", "report", "completion"],
  ...["completion bash", "completion zsh", "completion fish", "help"],
].map((words) => `alicloud-icp ${words}`);

/** As words, the longest first. */
const COMMAND_LINES = [...COMMANDS, ...SHELL, ...OWN]
  .map((line) => line.split(" "))
  .sort((a, b) => b.length - a.length);

/** So many words in a row are a sentence, or a part of one. */
const FEWEST = 3;

/** A word of prose: small Latin letters, with an apostrophe in it at most. Code has dashes, digits, dots or capitals. */
const WORD = /^[a-z]+(?:['’][a-z]+)?$/;
/** What ends a word and what begins one: a row of words ends there. */
const ENDS = /[.,;:!?)\]}>|]+$/;
const BEGINS = /^[([{<|]+/;
/** Chinese, and the punctuation that goes with it. */
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** Colours of a terminal. */
const COLOURS = /\u001b\[[0-9;]*m/g;
/** What is shown as it was written. A quote is one that nothing of a word stands before, and closes on its line. */
const QUOTED = [/`[^`\n]*`/g, /"(?:[^"\\\n]|\\.)*"/g, /“[^”\n]*”/g, /(?<![\p{L}\p{N}])'[^'\n]*'(?![\p{L}\p{N}])/gu];

/** A sign that is neither a word nor a space: where code stood. */
const CODE = "\u0000";

/** A text without colours, and with `CODE` where quoted code stands. */
const unquoted = (text: string): string =>
  QUOTED.reduce((rest, quoted) => rest.replace(quoted, CODE), text.replace(COLOURS, ""));

/**
 * The English in a text: rows of three or more words in small letters. Empty for a text in another language, with whatever
 * code; a row ends at code, at punctuation, at two spaces (which part columns), and where the line does.
 */
export function englishIn(text: string): string[] {
  return unquoted(text)
    .split(new RegExp(`\\n| {2,}|\\t|(?:${CHINESE.source})+`, "u"))
    .flatMap(rowsOf);
}

/** The rows of words in a piece of text that nothing parts but spaces. */
function rowsOf(piece: string): string[] {
  const tokens = piece.split(" ").filter((token) => token !== "");
  const rows: string[][] = [[]];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? "";
    const command = commandAt(tokens, at);
    const word = token.replace(BEGINS, "").replace(ENDS, "");
    if (command > 0 || BEGINS.test(token) || !WORD.test(word)) rows.push([]);
    if (command > 0) at += command - 1;
    else if (WORD.test(word)) rows.at(-1)?.push(word);
    if (command > 0 || ENDS.test(token)) rows.push([]);
  }
  return rows.filter((row) => row.length >= FEWEST).map((row) => row.join(" "));
}

/** How many words from here on are a command line; 0 where none begins. */
function commandAt(tokens: readonly string[], at: number): number {
  const words = (length: number) =>
    tokens.slice(at, at + length).map((token, index) => {
      const begun = index === 0 ? token.replace(BEGINS, "") : token;
      return index === length - 1 ? begun.replace(ENDS, "") : begun;
    });
  return COMMAND_LINES.find((line) => words(line.length).join(" ") === line.join(" "))?.length ?? 0;
}

/** Chinese that stands in texts of any language: the number of a filing, and a name of the internet in its own letters. */
const NAMES = [
  /\p{Script=Han}{0,2}ICP[备证]\d*号(?:-\d+[AXK]?)?/gu,
  /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  /[a-z][a-z0-9+.-]*:\/\/\S+/gi,
];

/** The Chinese in a text, with its punctuation: rows of its letters. Numbers of filings and names of hosts are code. */
export function chineseIn(text: string): string[] {
  const rest = NAMES.reduce((left, name) => left.replace(name, CODE), unquoted(text));
  return rest.match(new RegExp(`(?:${CHINESE.source})+`, "gu")) ?? [];
}
