/** What a command reads and writes. Everything of the process comes in through `Io`, so that tests need no process. */
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { codeOf, InputError } from "../base/errors";
import { plainLine } from "../base/plain";

/** Where text goes, and what is known of the reader. */
export interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

export interface Io {
  /** The arguments after the command's own name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** All of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly now: () => Date;
}

/** Writes a file whole or not at all. Devices and pipes are written as they are. Throws an `InputError`. */
export function writeWhole(path: string, text: string, io: Io): void {
  let temporary: string | undefined;
  try {
    const named = resolve(io.cwd, path);
    const existing = statSync(named, { throwIfNoEntry: false });
    if (existing && !existing.isFile()) {
      writeFileSync(named, text);
      return;
    }
    const file = existing ? realpathSync(named) : named;
    temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, file);
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    throw cannotWrite(path, error);
  }
}

/** Writes a file that must not be there yet. Throws an `InputError`. */
export function writeNew(path: string, text: string, io: Io): void {
  try {
    writeFileSync(resolve(io.cwd, path), text, { flag: "wx" });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw cannotWrite(path, error);
    throw new InputError("is there already and is left as it is; pass --output for another file, or - to print it", {
      file: path,
    });
  }
}

const cannotWrite = (path: string, error: unknown): InputError =>
  new InputError(`cannot be written (${codeOf(error)})`, { file: path === "" ? '""' : path });

/** Says on a terminal what is being done, and leaves nothing behind. */
export class Progress {
  private shown = false;

  constructor(
    private readonly output: Output,
    private readonly enabled: boolean,
  ) {}

  say(text: string): void {
    if (!this.enabled || this.output.isTTY !== true) return;
    this.output.write(`\r\u001b[K${plainLine(text)}…`);
    this.shown = true;
  }

  clear(): void {
    if (this.shown) this.output.write("\r\u001b[K");
    this.shown = false;
  }
}
