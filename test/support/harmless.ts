/** What no text for people may hold, whoever chose the names in it. */

/** All at once: what clears a screen, turns text round, hides it, ends a line, and gives commands. */
export const HOSTILE =
  "\u001b[2J\u009b1m\u0007\u202e\u2066\u200b\u{e0041}\u2028\u0085\r\nFORGED ::error file=a::b\n##[error]c ##vso[task.complete]d <{%fg 1%}>e\ud800";

const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/u;

/** What a format writes of its own that no text may hold: the beginnings of its commands, its mark and ends of lines. */
const OWN: Readonly<Record<string, RegExp>> = {
  github: /^::(?:error|warning|notice) (?:file=[^:,]*,line=\d+,col=\d+,)?title=[^:,]*::/gm,
  azure:
    /^##vso\[task\.logissue type=(?:error|warning)(?:;sourcepath=[^;\]]*;linenumber=\d+;columnnumber=\d+;code=[a-z-]+;)?\]/gm,
  csv: /^\ufeff(?=rule,)|\r$/gm,
};

/** The lines of a text that do more than show: to a terminal, to a log of CI, or to Pulumi; a format's own aside. */
export const wrongIn = (text: string, format = ""): readonly string[] =>
  text
    .replace(OWN[format] ?? "", "")
    .split("\n")
    .filter((line) => UNSEEN.test(line) || /^\s*::[A-Za-z]/.test(line) || /##[A-Za-z]*\[|<\{%/.test(line));

/** The lines that a hostile text has made. */
export const forgedIn = (text: string): readonly string[] =>
  text.split("\n").filter((line) => line.trimStart().startsWith("FORGED"));

/** Formats of which each line is a command or a row of their own. */
export const BY_LINE: readonly string[] = ["github", "azure"];
