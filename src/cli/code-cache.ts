/**
 * Runs bundles and keeps what V8 has made of them from one run to the next: to compile them takes longer than to judge a
 * small plan. Nothing here ever fails: where nothing can be kept, every run compiles anew.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";

/** Of which build the bundles are; the build fills it in. */
declare const BUILD: string;

/** How the names of what is kept end, for this build in this Node: no other can run it. */
const ending = (): string => `-${BUILD}-${process.version}-${process.arch}`;

type Env = Readonly<Record<string, string | undefined>>;
type Load = (id: string) => unknown;
/** A bundle as a function, as Node makes one of every CommonJS module. */
type Wrapped = (exports: object, load: Load, module: { exports: object }, file: string, folder: string) => void;

/** V8 trusts what it is given, so a checksum comes first; V8 wants what follows at a multiple of 8 bytes. */
const CHECKSUM_BYTES = 8;
/** Disks lose whole sectors, of 512 bytes at least: a few words of each are enough to see it, and a tenth of the work. */
const BYTES_A_WORD = 128;
const MONTH = 30 * 24 * 60 * 60 * 1000;

/** Where compiled code is kept; undefined where the user or the measuring of coverage wants none. */
export function cacheFolder(env: Env): string | undefined {
  const set = (name: string): string | undefined => (env[name] === "" ? undefined : env[name]);
  if (set("NODE_DISABLE_COMPILE_CACHE") ?? set("NODE_V8_COVERAGE")) return undefined;
  const local = process.platform === "win32" ? set("LOCALAPPDATA") : undefined;
  const caches = set("XDG_CACHE_HOME") ?? local ?? homeCaches();
  return caches === undefined ? undefined : join(caches, "alicloud-icp", "compiled");
}

/** Undefined for a user that the system does not know, as in containers. */
function homeCaches(): string | undefined {
  try {
    return join(homedir(), ".cache");
  } catch {
    return undefined;
  }
}

/** The bundles of one folder, as scripts. */
export class Bundles {
  /** What those that ran export. */
  private readonly modules = new Map<string, unknown>();
  /** Those that had to be compiled, by where they are kept. */
  private readonly compiled = new Map<string, Script>();

  constructor(
    private readonly folder: string,
    private readonly cache: string | undefined,
    private readonly load: Load,
  ) {}

  /** Gives the exports of a bundle, which runs as a CommonJS module when it is first asked for. */
  run(name: string): unknown {
    if (!this.modules.has(name)) this.modules.set(name, this.exportsOf(name));
    return this.modules.get(name);
  }

  private exportsOf(name: string): unknown {
    const file = join(this.folder, name);
    const module = { exports: {} };
    const wrapped = this.script(file, name).runInThisContext() as Wrapped;
    const load: Load = (id) => (id.startsWith("./") ? this.run(id.slice(2)) : this.load(id));
    wrapped(module.exports, load, module, file, this.folder);
    return module.exports;
  }

  /** Keeps what was compiled in this run, with all functions that ran. */
  keep(): void {
    if (this.cache === undefined || this.compiled.size === 0) return;
    try {
      mkdirSync(this.cache, { recursive: true, mode: 0o700 });
      if (!isOwn(this.cache)) return;
      for (const [kept, script] of this.compiled) {
        const data = script.createCachedData();
        const temporary = `${kept}.${process.pid}.tmp`;
        writeFileSync(temporary, Buffer.concat([checksumOf(data), data]));
        renameSync(temporary, kept);
      }
      removeOld(this.cache);
    } catch {
      // A full disk, or a home that is not for writing.
    }
  }

  private script(file: string, name: string): Script {
    // The build writes ASCII only.
    const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, "latin1")}\n})`;
    if (this.cache === undefined) return new Script(source, { filename: file });
    const kept = join(this.cache, name + ending());
    const script = new Script(source, { filename: file, cachedData: readKept(this.cache, kept) });
    // `undefined` where there was nothing to reject.
    if (script.cachedDataRejected !== false) this.compiled.set(kept, script);
    return script;
  }
}

function readKept(cache: string, kept: string): Buffer | undefined {
  try {
    const bytes = readFileSync(kept);
    const data = bytes.subarray(CHECKSUM_BYTES);
    return isOwn(cache) && bytes.subarray(0, CHECKSUM_BYTES).equals(checksumOf(data)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** FNV-1a over some words of the data, and its length. Node's own digests take longer to load than a small check takes. */
function checksumOf(data: Buffer): Buffer {
  // Words as they lie there: to read each from the buffer takes several times as long until that is compiled.
  const aligned = data.byteOffset % 4 === 0 ? data : Uint8Array.from(data);
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, data.length >> 2);
  let sum = 0x811c9dc5;
  for (let at = 0; at < words.length; at += BYTES_A_WORD / 4) sum = Math.imul(sum ^ (words[at] ?? 0), 0x01000193);
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeInt32LE(sum | 0, 0);
  checksum.writeUInt32LE(data.length, 4);
  return checksum;
}

/** Whether a folder is this user's: what others wrote is not run. */
const isOwn = (folder: string): boolean => process.getuid === undefined || statSync(folder).uid === process.getuid();

/** Removes what other builds, other versions of Node and broken runs have left, a month after it was written. */
function removeOld(cache: string): void {
  const before = Date.now() - MONTH;
  for (const name of readdirSync(cache)) {
    const file = join(cache, name);
    if (!name.endsWith(ending()) && statSync(file).mtimeMs < before) rmSync(file, { force: true });
  }
}
