/**
 * Hears of changed files. Folders are watched and not files, because editors write a new file and give it the name of the old
 * one; and each by itself, because what Node calls recursive would watch all packages as well.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, watch, type FSWatcher } from "node:fs";
import { dirname, join, sep } from "node:path";
import { codeOf } from "../../base/errors";
import { InputError } from "../../input/error";
import { message } from "../../messages";
import { counts, foldersOf, isLeftOut, NOTHING, type Interest } from "./interest";

/** So long nothing more may come before what came is told, in milliseconds: what is saved is often written in parts. */
const QUIET = 25;
/** So long it is put off at most. */
const PATIENCE = 500;
/** Of larger files only size and time are compared. */
const MOST_READ = 4_000_000;

/** A file that has changed, and when that was first heard of. */
export interface Changed {
  readonly path: string;
  readonly at: number;
}

interface Watched {
  readonly handle: FSWatcher;
  readonly ino: number;
}

export class Watcher {
  private readonly watched = new Map<string, Watched>();
  /** Folders that are not there yet, each with the one above in which its coming is seen. */
  private missing = new Map<string, string>();
  private interest: Interest = NOTHING;
  /** What there was when it was last looked at, of what is not named by itself. */
  private known = new Set<string>();
  /** What has changed and is not told yet, with the time at which that was first heard of. */
  private readonly touched = new Map<string, number>();
  /** What files held when they were last told of. */
  private readonly held = new Map<string, string>();
  /** What went wrong while nobody waited. */
  private failure: Error | undefined;
  private first = 0;
  private timer: NodeJS.Timeout | undefined;
  private heard: (() => void) | undefined;

  /** `isOwn`: whether a file is one that the command itself writes to. */
  constructor(private readonly isOwn: (path: string) => boolean = () => false) {}

  /** From now on hears of what counts by this. Throws an `InputError` where the system allows no more. */
  look(interest: Interest): void {
    this.interest = interest;
    const wanted = new Map<string, number>();
    this.missing = new Map();
    const want = (folder: string): void => {
      for (let path = folder; ; path = dirname(path)) {
        const about = statSync(path, { throwIfNoEntry: false });
        if (!about?.isDirectory() && dirname(path) !== path) continue;
        if (path !== folder) this.missing.set(folder, path);
        if (about) wanted.set(path, about.ino);
        return;
      }
    };
    for (const folder of foldersOf(interest)) want(folder);
    const { files, folders } = below(interest.trees);
    for (const folder of folders) want(folder);
    for (const folder of interest.folders.keys()) for (const file of entriesOf(folder).files) files.add(file);
    this.known = files;
    for (const [folder, { handle, ino }] of this.watched) {
      if (wanted.get(folder) === ino) continue;
      handle.close();
      this.watched.delete(folder);
    }
    for (const [folder, ino] of wanted) if (!this.watched.has(folder)) this.open(folder, ino);
  }

  /** A change of which nobody has told. */
  add(path: string): void {
    if (counts(this.interest, path)) this.touch(path);
  }

  /** Waits until something has changed, and then until nothing more does; gives the files in order. */
  async next(): Promise<readonly Changed[]> {
    for (;;) {
      if (this.touched.size === 0 || this.timer) {
        await new Promise<void>((resolve) => {
          this.heard = resolve;
        });
      }
      if (this.failure) throw this.failure;
      const touched = [...this.touched].map(([path, at]) => ({ path, at })).sort((a, b) => (a.path < b.path ? -1 : 1));
      this.touched.clear();
      const changed = touched.filter(({ path }) => this.isChanged(path));
      this.look(this.interest);
      if (changed.length > 0) return changed;
    }
  }

  close(): void {
    clearTimeout(this.timer);
    for (const { handle } of this.watched.values()) handle.close();
    this.watched.clear();
  }

  private open(folder: string, ino: number): void {
    try {
      const handle = watch(folder, (_, name) => {
        if (name === null) this.touch(folder);
        else this.hear(folder, join(folder, name));
      });
      handle.on("error", () => {
        // It is gone; whether it is back is looked at with the next change.
        handle.close();
        this.watched.delete(folder);
      });
      this.watched.set(folder, { handle, ino });
    } catch (error) {
      const code = codeOf(error);
      if (code === "ENOENT" || code === "ENOTDIR" || code === "EACCES") return;
      throw new InputError(message("input.watch-folders", { code }), { file: folder });
    }
  }

  private hear(folder: string, path: string): void {
    if (counts(this.interest, path)) this.touch(path);
    for (const [wanted, above] of this.missing) {
      if (above === folder && statSync(wanted, { throwIfNoEntry: false })) this.touch(wanted);
      // One on the way to it has come.
      else if (above === folder && wanted.startsWith(path + sep)) this.lookAgain();
    }
  }

  /** What goes wrong here is told to who waits. */
  private lookAgain(): void {
    try {
      this.look(this.interest);
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
      this.touch(sep);
    }
  }

  private touch(path: string): void {
    const now = performance.now();
    if (!this.touched.has(path)) this.touched.set(path, now);
    if (!this.timer) this.first = now;
    clearTimeout(this.timer);
    const wait = Math.max(0, Math.min(QUIET, this.first + PATIENCE - now));
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.heard?.();
    }, wait);
  }

  /** Whether a path holds something else than when it was last told of. */
  private isChanged(path: string): boolean {
    if (this.isOwn(path)) return false;
    const holds = contentOf(path);
    const before = this.held.get(path);
    this.held.set(path, holds);
    if (before !== undefined) return before !== holds;
    // What came and went meanwhile has never been there.
    const isNothing =
      holds === EMPTY_FOLDER || (holds === GONE && !this.known.has(path) && !this.interest.files.has(path));
    return !isNothing;
  }
}

interface Entries {
  readonly files: Set<string>;
  readonly folders: Set<string>;
}

/** All files and folders of trees, but for folders of packages and hidden ones. */
function below(trees: Iterable<string>): Entries {
  const all: Entries = { files: new Set(), folders: new Set(trees) };
  // Folders that are found are looked into in turn.
  for (const folder of all.folders) {
    const { files, folders } = entriesOf(folder);
    for (const file of files) all.files.add(file);
    for (const one of folders) all.folders.add(one);
  }
  return all;
}

function entriesOf(folder: string): Entries {
  const all: Entries = { files: new Set(), folders: new Set() };
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory()) all.files.add(join(folder, entry.name));
      else if (!isLeftOut(entry.name)) all.folders.add(join(folder, entry.name));
    }
  } catch {
    // It is not there, or went away meanwhile.
  }
  return all;
}

/** What is said of what holds nothing. */
const EMPTY_FOLDER = "folder";
const GONE = "ENOENT";

function contentOf(path: string): string {
  try {
    const about = statSync(path);
    if (about.isDirectory()) return [EMPTY_FOLDER, ...readdirSync(path).sort()].join("/");
    if (about.size > MOST_READ) return `${about.size} ${about.mtimeMs}`;
    return createHash("sha256").update(readFileSync(path)).digest("hex");
  } catch (error) {
    return codeOf(error);
  }
}
