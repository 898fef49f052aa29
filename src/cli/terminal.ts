/** How output looks: colours and width, from the terminal and the environment. */
import type { Io, Output } from "./io";

/** Width of a line where nobody's terminal tells: the same for every pipe and file. */
export const PIPED_WIDTH = 80;
const WIDEST = 120;
const NARROWEST = 40;

/** How many columns to use: those of the terminal within reason, else a fixed number. */
export const columnsOf = ({ isTTY, columns }: Output): number =>
  isTTY === true && columns !== undefined && columns > 0 ? Math.min(WIDEST, Math.max(NARROWEST, columns)) : PIPED_WIDTH;

/** Whether to colour: `--no-color` wins, then `NO_COLOR`, then `FORCE_COLOR`; else only on a terminal. */
export function isColoured(output: Output, env: Io["env"], option: boolean): boolean {
  const set = (name: string): string => env[name] ?? "";
  if (!option || set("NO_COLOR") !== "") return false;
  if (set("FORCE_COLOR") !== "") return !["0", "false"].includes(set("FORCE_COLOR"));
  return output.isTTY === true && set("TERM") !== "dumb";
}
