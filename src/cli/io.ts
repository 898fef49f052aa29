/** What a command reads and writes. Everything of the process comes in through `Io`, so that tests need no process. */
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { codeOf } from "../base/errors";
import { InputError } from "../input/error";
import { plainLine } from "../base/plain";
import { message, render, type Language, type Message, type MessageId, type Params } from "../messages";
import type { Threads } from "./threads";

/** Where text goes, and what is known of the reader. */
export interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** What the process gives a command. */
export interface Process {
  /** The arguments after the command's own name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The descriptor of standard input; undefined where nothing behind it could be written over. */
  readonly stdinFile?: number | undefined;
  /** The descriptors of standard output and standard error, behind which may be files. */
  readonly writesTo?: readonly number[] | undefined;
  /** All of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly now: () => Date;
  /** Calls back once when the user, or who gets the output, has had enough. */
  readonly onStop?: ((stop: () => void) => void) | undefined;
  /** The threads that read plans, however small these are; where they are left out, what suits the machine and the plans. */
  readonly threads?: Threads | undefined;
}

/** The same, with the language that it is to speak. */
export interface Io extends Process {
  readonly language: Language;
}

/** A file that a command writes. */
export interface FileText {
  /** As the user named it. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes files whole, all of them or none. One that is there keeps its mode; links are followed, to what is not there yet as
 * well; devices and pipes are written as they are. Throws an `InputError`, also where a file is one of the inputs, or two are
 * one.
 */
export function writeWhole(files: readonly FileText[], inputs: readonly string[], io: Io): void {
  const staged: Staged[] = [];
  try {
    for (const file of files) {
      refuseInput(file.path, inputs, io);
      const one = stage(file, io);
      staged.push(one);
      if (staged.slice(0, -1).some(({ lands }) => lands === one.lands))
        throw new InputError(message("input.one-output", {}), { file: file.path });
    }
    for (const one of staged) one.land();
  } finally {
    for (const one of staged) one.abandon();
  }
}

function refuseInput(path: string, inputs: readonly string[], io: Io): void {
  const named = resolve(io.cwd, path);
  const isInput = (one: string): boolean => {
    if (one === "-") return isSameFile(io.stdinFile, named);
    const input = resolve(io.cwd, one);
    // One that is not there yet is still to be written.
    return input === named || isSameFile(input, named);
  };
  if (attempt(path, () => inputs.some(isInput)))
    throw new InputError(message("input.output-is-input", {}), { file: path });
}

/** A file whose text is written already, beside the place where it is to land. */
interface Staged {
  /** Where it is to land, links followed. */
  readonly lands: string;
  readonly land: () => void;
  /** Takes away what has not landed. */
  readonly abandon: () => void;
}

function stage({ path, text }: FileText, io: Io): Staged {
  const named = resolve(io.cwd, path);
  return attempt(path, () => {
    const existing = statSync(named, { throwIfNoEntry: false });
    if (existing?.isDirectory()) throw new InputError(message("input.output-is-folder", {}), { file: path });
    if (existing && !existing.isFile()) {
      const land = (): void => {
        attempt(path, () => {
          writeFileSync(named, text);
        });
      };
      // What is written to a device or pipe follows what was written before.
      return { lands: `${named} ${serial++}`, land, abandon: () => undefined };
    }
    if (existing) refuseReadOnly(named, existing.mode);
    const file = landingOf(named);
    const temporary = writeBeside(file, text, existing && { mode: existing.mode & MODE });
    return {
      lands: file,
      land: () => {
        attempt(path, () => {
          // What the user's mask took away comes back.
          if (existing) chmodSync(temporary, existing.mode & MODE);
          renameSync(temporary, file);
        });
      },
      abandon: () => {
        rmSync(temporary, { force: true });
      },
    };
  });
}

/** To rename a file onto another asks for no right to write that one, but whoever took the right away meant it. */
function refuseReadOnly(file: string, mode: number): void {
  accessSync(file, constants.W_OK);
  // The superuser may write everything.
  if ((mode & WRITABLE) === 0) throw Object.assign(new Error("read-only"), { code: "EACCES" });
}

/** What work on a file gives. Throws an `InputError` where the system refuses it. */
function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof InputError ? error : cannotWrite(path, error);
  }
}

/** Writes a file that must not be there yet, whole or not at all. Throws an `InputError`. */
export function writeNew(path: string, text: string, io: Io): void {
  const file = resolve(io.cwd, path);
  let temporary: string | undefined;
  try {
    temporary = writeBeside(file, text);
    // Unlike to rename it, to link it refuses what is there.
    try {
      linkSync(temporary, file);
    } catch (error) {
      if (codeOf(error) === "EEXIST") throw error;
      // Not every file system has links.
      copyFileSync(temporary, file, constants.COPYFILE_EXCL);
    }
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw cannotWrite(path, error);
    throw new InputError(message("input.output-exists", {}), {
      file: path,
    });
  } finally {
    if (temporary !== undefined) rmSync(temporary, { force: true });
  }
}

let serial = 0;

/** Writes a file of another name in the folder of one, whole or not at all, and gives its path. */
function writeBeside(file: string, text: string, options: { readonly mode?: number } = {}): string {
  // A name of its own: that of the file may be as long as names can be, and nobody else's file is taken for it.
  const temporary = join(dirname(file), `.icp-${process.pid}-${Date.now().toString(36)}-${(serial += 1)}.tmp`);
  const descriptor = openSync(temporary, "wx", options.mode);
  try {
    writeFileSync(descriptor, text);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return temporary;
}

/** Whether two paths are of one file that exists. */
export function isSameFile(one: string | number | undefined, other: string): boolean {
  if (one === undefined) return false;
  const options = { throwIfNoEntry: false, bigint: true } as const;
  const a = typeof one === "number" ? fstatSync(one, options) : statSync(one, options);
  const b = statSync(other, options);
  return a !== undefined && b !== undefined && a.isFile() && a.dev === b.dev && a.ino === b.ino;
}

/** Who may do what, without the kind of file. */
const MODE = 0o7777;
/** That somebody may write it. */
const WRITABLE = 0o222;
const MOST_LINKS = 40;

/** Where a file comes to lie, links of it and of its folder followed, also where it is not there yet. */
export function landingOf(path: string): string {
  const file = linkedFrom(path);
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (statSync(folder, { throwIfNoEntry: false })) return join(realpathSync(folder), file.slice(folder.length));
    if (dirname(folder) === folder) return file;
  }
}

/** Where a link leads whose end is not there yet; the path itself where it is no link. */
function linkedFrom(path: string): string {
  let file = path;
  for (let links = 0; lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true; links++) {
    if (links === MOST_LINKS) throw Object.assign(new Error("too many links"), { code: "ELOOP" });
    file = resolve(dirname(file), readlinkSync(file));
  }
  return file;
}

const cannotWrite = (path: string, error: unknown): InputError =>
  new InputError(message("input.unwritable", { code: codeOf(error) }), { file: path === "" ? '""' : path });

/** Says on a terminal what is being done, and leaves nothing behind. */
export class Progress {
  private shown = false;

  constructor(
    private readonly io: Pick<Io, "stderr" | "language">,
    private readonly enabled: boolean,
  ) {}

  say(id: MessageId, params: Params = {}): void {
    const { stderr, language } = this.io;
    if (!this.enabled || stderr.isTTY !== true) return;
    stderr.write(`\r\u001b[K${plainLine(render(language, id, params))}…`);
    this.shown = true;
  }

  /** Says in a line of its own what was done, where anything is to be said. */
  tell(id: MessageId, params: Params = {}): void {
    this.clear();
    if (this.enabled) tell(this.io, id, params);
  }

  clear(): void {
    if (this.shown) this.io.stderr.write("\r\u001b[K");
    this.shown = false;
  }
}

/** Says on standard error, in one line, what was done. */
export function tell(io: Pick<Io, "stderr" | "language">, id: MessageId, params: Params = {}): void {
  tellLine(io, render(io.language, id, params));
}

/** Says a text in one line on standard error. */
export function tellLine({ stderr }: Pick<Io, "stderr">, text: string): void {
  stderr.write(`${plainLine(text)}\n`);
}

/** What a file is called, `-` for standard input. */
export const fileName = (path: string): string | Message => (path === "-" ? message("cli.standard-input", {}) : path);
