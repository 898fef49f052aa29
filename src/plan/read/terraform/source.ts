/** Where the resources of a Terraform plan are written: the plan does not tell, the files of its configuration do. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileOfPlan } from "../../../names/plan-name";
import { wordsOfAddress } from "../../../names/urn";
import { isObject, own, type Raw, type RawProperties } from "../../raw";
import type { Position } from "../../resource";
import { blocksIn, blocksInJson } from "./blocks";
import { objectsOf, textUnder, type ModuleBlock } from "./modules";

/** Where configurations may lie. Plain data, since threads are told of it. */
export interface SourceFolders {
  /** Where relative paths start, and from where files are named. */
  readonly base: string;
  /** The folders of root modules; the plan's own and that of the user when left out. */
  readonly folders?: readonly string[] | undefined;
}

/** Where the resources of one plan are written; files are read only when that is asked for. */
export interface BlockPlaces {
  /** The lines of a resource, the innermost first: its block, then the calls of the modules that it is in. */
  readonly framesOf: (address: string) => readonly Position[];
  /** The start of the first file of the root module, else of the plan's own; undefined for what has no file. */
  readonly start: () => Position | undefined;
}

/**
 * Where the resources of the plan in `file` are written; `root` is its root module, as far as the plan tells. A folder that
 * nobody named counts only where it has all blocks of that: others have blocks of the same names as well.
 */
export function placesOf(file: string, root: ModuleBlock, { base, folders }: SourceFolders): BlockPlaces {
  const named = fileOfPlan(file);
  const here = named === "-" ? [base] : [dirname(resolve(base, named)), base];
  const given = folders?.map((folder) => resolve(base, folder));
  const isNamed = given !== undefined;
  const modules = [...new Set(given ?? here)].map((folder) => new RootModule(folder, base, root));
  const first = <R>(give: (module: RootModule) => R | undefined): R | undefined =>
    firstGiven(modules, (module) => (isNamed || module.isPlanned ? give(module) : undefined));
  return {
    framesOf: (address) => first((module) => module.framesOf(address)) ?? [],
    start: () => first((module) => module.start) ?? startOf(named, base),
  };
}

/** The start of the plan's own file: it is there, as annotations need, where no configuration is. */
const startOf = (file: string, base: string): Position | undefined =>
  file === "-" ? undefined : { file: slashed(relative(base, resolve(base, file))), line: 1, column: 1 };

const slashed = (path: string): string => path.replaceAll("\\", "/");

/** Whether a folder holds files of Terraform. */
export const isModule = (folder: string): boolean => filesIn(folder).length > 0;

/** What the first of some gives that gives anything. */
function firstGiven<T, R>(all: readonly T[], give: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const given = give(one);
    if (given !== undefined) return given;
  }
  return undefined;
}

/** The files of a folder and of the modules that are called from there. */
class RootModule {
  private readonly blocks = new Map<string, ReadonlyMap<string, Position>>();
  private planned: boolean | undefined;
  private first: { readonly at: Position | undefined } | undefined;
  private installed: ReadonlyMap<string, string> | undefined;

  constructor(
    private readonly folder: string,
    private readonly base: string,
    private readonly root: ModuleBlock,
  ) {}

  /** The block first, then the calls around it; undefined where it is not found. */
  framesOf(address: string): readonly Position[] | undefined {
    const { modules, type, name } = partsOf(address);
    const own = this.find(modules, `resource ${type} ${name}`);
    const calls = modules.map((call, at) => this.find(modules.slice(0, at), `module ${call}`)).reverse();
    const frames = [own, ...calls].filter((frame) => frame !== undefined);
    return frames.length === 0 ? undefined : frames;
  }

  /** Whether it has every block that the root module has by the plan. */
  get isPlanned(): boolean {
    this.planned ??= blocksOf(this.root).every((block) => this.find([], block) !== undefined);
    return this.planned;
  }

  /** The start of its first file; looked up once, for it stands where nothing else tells. */
  get start(): Position | undefined {
    this.first ??= { at: this.findStart() };
    return this.first.at;
  }

  private findStart(): Position | undefined {
    const files = filesIn(this.folder);
    const file = files.find((name) => name.startsWith("main.")) ?? files[0];
    return file === undefined ? undefined : { file: this.named(join(this.folder, file)), line: 1, column: 1 };
  }

  private find(modules: readonly string[], block: string): Position | undefined {
    const folder = this.folderOf(modules);
    return folder === undefined ? undefined : this.blocksIn(folder).get(block);
  }

  /** The folder of a module: as its call says where that is below, else where `init` has put it. */
  private folderOf(modules: readonly string[]): string | undefined {
    const call = modules.at(-1);
    if (call === undefined) return this.folder;
    const source = sourceIn(this.root, modules);
    const around = source === undefined ? undefined : this.folderOf(modules.slice(0, -1));
    if (source !== undefined && around !== undefined) return resolve(around, source);
    this.installed ??= installedIn(this.folder);
    return this.installed.get(modules.join("."));
  }

  private blocksIn(folder: string): ReadonlyMap<string, Position> {
    let blocks = this.blocks.get(folder);
    if (!blocks) {
      blocks = this.readIn(folder);
      this.blocks.set(folder, blocks);
    }
    return blocks;
  }

  private readIn(folder: string): ReadonlyMap<string, Position> {
    const found = new Map<string, Position>();
    for (const name of filesIn(folder)) {
      const file = join(folder, name);
      const text = textOf(file);
      for (const block of name.endsWith(".json") ? blocksInJson(text) : blocksIn(text)) {
        const { line, column } = block;
        // The first file counts: what others say of the same block is added to it.
        if (!found.has(block.name)) found.set(block.name, { file: this.named(file), line, column });
      }
    }
    return found;
  }

  private named(file: string): string {
    return slashed(relative(this.base, file));
  }
}

/** The resources and calls of a module that `blocksIn` would find. */
const blocksOf = ({ blocks, calls }: ModuleBlock): readonly string[] => [
  ...[...blocks]
    .filter(([, block]) => textUnder(block, "mode") === "managed")
    .map(([address]) => `resource ${address.replace(".", " ")}`),
  ...calls.map((call) => `module ${call}`),
];

/** The modules, the type and the name in an address. */
function partsOf(address: string): {
  readonly modules: readonly string[];
  readonly type: string;
  readonly name: string;
} {
  const words = wordsOfAddress(address);
  const modules: string[] = [];
  let at = 0;
  for (; words[at] === "module"; at += 2) modules.push(words[at + 1] ?? "");
  return { modules, type: words[at] ?? "", name: words[at + 1] ?? "" };
}

/** The source of a module, where that is a folder beside the one that calls it. */
function sourceIn(root: ModuleBlock, modules: readonly string[]): string | undefined {
  const call = modules.at(-1) ?? "";
  const around = modules.slice(0, -1).reduce((module, name) => module.calledBy(name), root);
  const source = textUnder(around.call(call), "source");
  return source !== undefined && /^\.\.?[/\\]/.test(source) ? source : undefined;
}

/** The folders of modules, by the names of their calls, as `terraform init` has noted them. */
function installedIn(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const one of listIn(textOf(join(folder, ".terraform", "modules", "modules.json")))) {
    const [key, place] = [textUnder(one, "Key"), textUnder(one, "Dir")];
    if (key !== undefined && place !== undefined) found.set(key, resolve(folder, place));
  }
  return found;
}

function listIn(text: string): readonly RawProperties[] {
  try {
    const noted = JSON.parse(text) as Raw;
    return isObject(noted) ? objectsOf(own(noted, "Modules")) : [];
  } catch {
    // There is none, or it is being written.
    return [];
  }
}

const FILE = /^[^.#].*\.(?:tf|tofu)(?:\.json)?$/;
const OVERRIDE = /(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/;

/** The files of a module, by name, those last that only add to others. OpenTofu takes its own before Terraform's. */
function filesIn(folder: string): readonly string[] {
  const rank = (name: string): number => (OVERRIDE.test(name) ? 2 : 0) + (/\.tofu\b/.test(name) ? 0 : 1);
  try {
    return readdirSync(folder)
      .filter((name) => FILE.test(name))
      .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  } catch {
    return [];
  }
}

/** No file that a person writes is longer. */
const MOST_BYTES = 4_000_000;

function textOf(file: string): string {
  try {
    const about = statSync(file);
    return about.isFile() && about.size <= MOST_BYTES ? readFileSync(file, "utf8") : "";
  } catch {
    return "";
  }
}
