/** What no text for people may hold, whoever chose the names in it. */

/** All at once: what clears a screen, turns text round, hides it, ends a line, and gives commands. */
export const HOSTILE =
  "\u001b[2J\u009b1m\u0007\u202e\u2066\u200b\u{e0041}\u2028\u0085\r\nFORGED ::error file=a::b\n##[error]c ##vso[task.complete]d <{%fg 1%}>e\ud800";

const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/u;

/** The lines of a text that do more than show: to a terminal, to a log of CI, or to Pulumi. */
export const wrongIn = (text: string): readonly string[] =>
  text
    .split("\n")
    .filter((line) => UNSEEN.test(line) || /^\s*::[A-Za-z]/.test(line) || /##[A-Za-z]*\[|<\{%/.test(line));
