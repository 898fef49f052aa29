/**
 * Runs bundles and keeps what V8 has made of them from one run to the next: to compile them takes longer than to judge a
 * small plan. Nothing here ever fails: where nothing can be kept, every run compiles anew.
 */
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { keep, readKept } from "../base/kept";

/** Of which build the bundles are; the build fills it in. */
declare const BUILD: string;

/** How the names of what is kept end, for this build in this Node: no other can run it. */
const ending = (): string => `-${BUILD}-${process.version}-${process.arch}`;

type Env = Readonly<Record<string, string | undefined>>;
type Load = (id: string) => unknown;
/** A bundle as a function, as Node makes one of every CommonJS module. */
type Wrapped = (exports: object, load: Load, module: { exports: object }, file: string, folder: string) => void;

/** Where compiled code is kept; undefined where the user or the measuring of coverage wants none. */
export function cacheFolder(env: Env): string | undefined {
  const set = (name: string): string | undefined => (env[name] === "" ? undefined : env[name]);
  if (set("NODE_DISABLE_COMPILE_CACHE") ?? set("NODE_V8_COVERAGE")) return undefined;
  const local = process.platform === "win32" ? set("LOCALAPPDATA") : undefined;
  const caches = set("XDG_CACHE_HOME") ?? local ?? homeCaches();
  return caches === undefined ? undefined : join(caches, "alicloud-icp", "compiled");
}

/** To keep code takes as long as half of a compiling: a machine of CI, which is new each time, would only pay. */
export const isNewEachTime = (env: Env): boolean => (env["CI"] ?? "") !== "";

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
  /** Those that had to be compiled, by the name under which they are kept. */
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
    const all = [...this.compiled].map(([name, script]) => [name, () => script.createCachedData()] as const);
    keep(this.cache, all, ending());
  }

  private script(file: string, name: string): Script {
    // The build writes ASCII only.
    const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, "latin1")}\n})`;
    if (this.cache === undefined) return new Script(source, { filename: file });
    const kept = name + ending();
    const script = new Script(source, { filename: file, cachedData: readKept(this.cache, kept) });
    // `undefined` where there was nothing to reject.
    if (script.cachedDataRejected !== false) this.compiled.set(kept, script);
    return script;
  }
}
