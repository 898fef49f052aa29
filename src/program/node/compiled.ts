/**
 * Keeps what V8 has made of a program's packages from one run to the next: to compile them takes a fifth of the time that a
 * small program takes. Only files in `node_modules` are kept, as they lie there: what the program itself is made of, and what
 * anybody changes while it is loaded, is compiled anew. Nothing here ever fails.
 */
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname } from "node:path";
import { Script } from "node:vm";
import { keep, readKept } from "../../base/kept";

/** What of Node's own modules this needs; the types of Node leave it out. */
interface Loaded extends NodeJS.Module {
  _compile?: (content: string, file: string) => unknown;
}
interface Loader {
  readonly _extensions: Record<string, (module: Loaded, file: string) => void>;
  readonly _cache: Record<string, NodeJS.Module>;
  readonly _resolveFilename: (id: string, from: NodeJS.Module, isMain: boolean, options?: unknown) => string;
  readonly _resolveLookupPaths: (id: string, from: NodeJS.Module) => string[] | null;
  readonly prototype: Required<Pick<Loaded, "_compile">>;
  /** From Node 22 on it keeps compiled code by itself. */
  readonly enableCompileCache?: (folder: string) => unknown;
}
const loader = Module as unknown as Loader;

/** How much has to be new before it is worth while to write all of it. */
const SOME_CHARACTERS = 200_000;
/** More is not kept. */
const MOST_BYTES = 64 * 1024 * 1024;
const PACKAGED = /[\\/]node_modules[\\/]/;
/** What loads modules while it runs is looked up from its file, which only Node's own compiling knows. */
const LOADS_LATER = /\bimport\s*\(/;
/** The compiler only writes of such calls, in texts; it is as large as all the rest. */
const COMPILER = /[\\/]node_modules[\\/]typescript[\\/]lib[\\/]typescript\.js$/;
/** What is passed to Node that may change what is loaded, or what V8 takes. */
const CHANGES_LOADING =
  /--(?:require|import|loader|experimental-loader|enable-source-maps|inspect|conditions)|(?:^|\s)-[rC]\b/;
const BEFORE = "(function (exports, require, module, __filename, __dirname) { ";
const AFTER = "\n})";

type Wrapped = (exports: unknown, load: NodeJS.Require, module: NodeJS.Module, file: string, folder: string) => unknown;

/** From now on takes what is kept in a folder of the packages of `command`, and keeps what is new when the process ends. */
export function keepCompiled(folder: string, command: string): void {
  if (loader.enableCompileCache) {
    loader.enableCompileCache(folder);
    return;
  }
  const given = [...process.execArgv, process.env["NODE_OPTIONS"] ?? ""].join(" ");
  if (CHANGES_LOADING.test(given)) return;
  new Packages(folder, nameFor(command, given)).install();
}

const ENDING = `-${process.version}-${process.arch}`;

/** Another build of this file may keep other things. */
const nameFor = (command: string, given: string): string =>
  createHash("sha256")
    .update([command, given, stampOf(__filename) ?? ""].join("\0"))
    .digest("hex")
    .slice(0, 16) + ENDING;

/** Where the code of a file stands among what is kept, and of which file it is. */
interface Entry {
  readonly stamp: string;
  readonly length: number;
  readonly at: number;
  readonly size: number;
}

class Packages {
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly data: Buffer;
  private readonly fresh = new Map<
    string,
    { readonly script: Script; readonly stamp: string; readonly length: number }
  >();
  private freshCharacters = 0;

  constructor(
    private readonly folder: string,
    private readonly name: string,
  ) {
    ({ entries: this.entries, data: this.data } = opened(readKept(folder, name)));
  }

  install(): void {
    const { _extensions: extensions, prototype } = loader;
    const load = extensions[".js"];
    if (!load) return;
    const { _compile: original } = prototype;
    const compile = this.compile.bind(this);
    extensions[".js"] = (module, file) => {
      // Whoever compiles in a way of his own has changed the code.
      const isAsItLies = !Object.hasOwn(module, "_compile") && prototype._compile === original;
      if (isAsItLies && PACKAGED.test(file)) {
        module._compile = (content) => {
          delete module._compile;
          const script = compile(content, file);
          if (!script) return original.call(module, content, file);
          const run = script.runInThisContext() as Wrapped;
          return run.call(module.exports, module.exports, requireOf(module), module, file, dirname(file));
        };
      }
      load(module, file);
    };
    process.once("exit", () => {
      this.save();
    });
  }

  /** Undefined where Node should compile it. */
  private compile(content: string, file: string): Script | undefined {
    const stamp = stampOf(file);
    if (stamp === undefined) return undefined;
    const kept = this.entries.get(file);
    const isKept = kept?.stamp === stamp && kept.length === content.length;
    if (!isKept && (content.startsWith("#!") || (LOADS_LATER.test(content) && !COMPILER.test(file)))) return undefined;
    const data = isKept ? this.data.subarray(kept.at, kept.at + kept.size) : undefined;
    const script = scriptOf(content, file, data);
    if (!script) return undefined;
    // `undefined` where there was nothing to reject; what V8 rejects today, it will reject again.
    if (script.cachedDataRejected !== false) this.fresh.set(file, { script, stamp, length: content.length });
    if (script.cachedDataRejected === undefined) this.freshCharacters += content.length;
    return script;
  }

  private save(): void {
    if (this.freshCharacters < SOME_CHARACTERS) return;
    keep(this.folder, [[this.name, () => this.written()]], ENDING);
  }

  /** What was compiled now, then what other programs have used, as far as it still lies there. */
  private written(): Buffer {
    const entries: Record<string, Entry> = {};
    const parts: Buffer[] = [];
    let at = 0;
    const add = (file: string, { stamp, length }: Pick<Entry, "stamp" | "length">, data: Buffer): void => {
      if (at + data.length > MOST_BYTES) return;
      entries[file] = { stamp, length, at, size: data.length };
      const filled = Buffer.alloc(Math.ceil(data.length / ALIGNED) * ALIGNED);
      data.copy(filled);
      parts.push(filled);
      at += filled.length;
    };
    for (const [file, { script, ...about }] of this.fresh) add(file, about, script.createCachedData());
    for (const [file, entry] of this.entries) {
      if (this.fresh.has(file) || stampOf(file) !== entry.stamp) continue;
      add(file, entry, this.data.subarray(entry.at, entry.at + entry.size));
    }
    const index = Buffer.from(JSON.stringify(entries));
    const head = Buffer.alloc(Math.ceil((HEAD + index.length) / ALIGNED) * ALIGNED);
    head.writeUInt32LE(index.length, 0);
    index.copy(head, HEAD);
    return Buffer.concat([head, ...parts]);
  }
}

/** Undefined for what is no JavaScript: Node says it better. */
function scriptOf(content: string, filename: string, cachedData: Buffer | undefined): Script | undefined {
  try {
    return new Script(BEFORE + content + AFTER, {
      filename,
      columnOffset: -BEFORE.length,
      cachedData,
    });
  } catch {
    return undefined;
  }
}

const HEAD = 4;
/** V8 wants code at a multiple of it. */
const ALIGNED = 8;

function opened(bytes: Buffer | undefined): { readonly entries: ReadonlyMap<string, Entry>; readonly data: Buffer } {
  const nothing = { entries: new Map<string, Entry>(), data: Buffer.alloc(0) };
  if (!bytes) return nothing;
  try {
    const end = HEAD + bytes.readUInt32LE(0);
    const index = JSON.parse(bytes.toString("utf8", HEAD, end)) as Record<string, Entry>;
    return { entries: new Map(Object.entries(index)), data: bytes.subarray(Math.ceil(end / ALIGNED) * ALIGNED) };
  } catch {
    return nothing;
  }
}

/** What changes whenever a file does, whatever its own time says; undefined where it is no file of the disk. */
function stampOf(file: string): string | undefined {
  const about = statSync(file, { throwIfNoEntry: false });
  return about && [about.ino, about.size, about.mtimeMs, about.ctimeMs].join(":");
}

const { main } = createRequire(__filename);

/** What Node gives to a module to load others with. */
function requireOf(module: NodeJS.Module): NodeJS.Require {
  const resolve = Object.assign(
    (id: string, options?: unknown) => loader._resolveFilename(id, module, false, options),
    { paths: (id: string) => loader._resolveLookupPaths(id, module) },
  );
  return Object.assign((id: string): unknown => module.require(id), {
    resolve,
    main,
    extensions: loader._extensions,
    cache: loader._cache,
  }) as unknown as NodeJS.Require;
}
