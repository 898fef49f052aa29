/** How output looks: colours and width, from the terminal and the environment. */
import type { Io, Output } from "./io";

/** Width of a line where nobody's terminal tells: the same for every pipe and file. */
export const PIPED_WIDTH = 80;
const WIDEST = 120;
const NARROWEST = 40;

/** How many columns to use: those of the terminal within reason, else a fixed number. */
export const columnsOf = ({ isTTY, columns }: Output): number =>
  isTTY === true && columns !== undefined && columns > 0 ? Math.min(WIDEST, Math.max(NARROWEST, columns)) : PIPED_WIDTH;

/** What a variable that forces something says to turn it off. */
const OFF: readonly string[] = ["0", "false"];

/** Whether to colour: `--no-color` wins, then `NO_COLOR`, then `FORCE_COLOR`; else only on a terminal. */
export function isColoured(output: Output, env: Io["env"], option: boolean): boolean {
  const set = (name: string): string => env[name] ?? "";
  if (!option || set("NO_COLOR") !== "") return false;
  if (set("FORCE_COLOR") !== "") return !OFF.includes(set("FORCE_COLOR"));
  return output.isTTY === true && set("TERM") !== "dumb";
}

/** Terminals that show links in text (OSC 8), by the variable that tells of them: what it begins with, or the least number. */
const LINKING: Readonly<Record<string, RegExp | number>> = {
  TERM_PROGRAM: /^(?:iTerm\.app|WezTerm|vscode|ghostty|Hyper|Tabby|zed)$/,
  TERM: /^(?:xterm-kitty|alacritty|foot|xterm-ghostty)/,
  WT_SESSION: /./,
  KONSOLE_VERSION: 200800,
  VTE_VERSION: 5001,
};

/** Whether the terminal shows links in text, as far as it tells; `FORCE_HYPERLINK` says so itself, as `FORCE_COLOR` does. */
export function hasLinks(output: Output, env: Io["env"]): boolean {
  const forced = env["FORCE_HYPERLINK"] ?? "";
  if (forced !== "") return !OFF.includes(forced);
  if (output.isTTY !== true || (env["CI"] ?? "") !== "" || env["TERM"] === "dumb") return false;
  return Object.entries(LINKING).some(([name, test]) => {
    const value = env[name] ?? "";
    return typeof test === "number" ? Number(value) >= test : test.test(value);
  });
}
