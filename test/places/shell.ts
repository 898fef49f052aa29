/** Starts programs without blocking this process, in which stand-ins for servers answer them. */
import { execFile } from "node:child_process";

export interface Done {
  readonly code: number;
  readonly out: string;
}

/** Runs a program, and gives its exit code and all that it printed. */
export const execute = (
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string | undefined>> },
): Promise<Done> =>
  new Promise((done) => {
    execFile(program, [...args], { ...options, maxBuffer: 1e8 }, (error, out, err) => {
      done({ code: error === null ? 0 : typeof error.code === "number" ? error.code : 255, out: out + err });
    });
  });
