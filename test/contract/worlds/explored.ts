/**
 * Resources of which every property has a value, whatever it is called: so readers ask for all that they may ask for. What
 * they ask next often hangs on what they are told: each word that their code knows is told, for each property that they read.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { readerOf } from "../../../src/graph/contribution";
import { Plan } from "../../../src/plan/plan";
import { UNKNOWN_STRING, type Raw, type RawProperties } from "../../../src/plan/raw";
import { Resource, type PlanPart } from "../../../src/plan/resource";
import { products } from "../../../src/products";
import { part } from "../../support/plan";

const FOLDER = "src/products";
/** Folders whose files are parts of the readers in others. */
const SHARED = ["alicloud/shared", "reading"];
/** What no file says and decides all the same. */
const TOLD_TOO: readonly Raw[] = [
  UNKNOWN_STRING,
  "[secret]",
  "",
  true,
  false,
  0,
  80,
  "47.96.0.1",
  "2408:4000::1",
  "192.168.0.1",
  "0.0.0.0/0",
  "www.example.com",
  "*.example.com",
  '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*"}]}',
];

const sources: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => [name, readFileSync(`${FOLDER}/${name}`, "utf8")]),
);
/** The words in quotes of a file: without types, names of modules, and names and paths of properties. */
const wordsIn = (text: string): readonly string[] =>
  [...text.matchAll(/"([^"\n]{1,40})"/g)]
    .map(([, word = ""]) => word)
    .filter((word) => !/^\.|:.*[:/]|^[a-z]+(?:[A-Z][a-z\d]*)+$|[[{]|\w\.\w/.test(word));

/** What may be told to the reader of a type: the words of the folders where it stands, and of what they share. */
const wordsOf = new Map<string, readonly Raw[]>();

function wordsFor(type: string): readonly Raw[] {
  const known = wordsOf.get(type) ?? findWords(type);
  wordsOf.set(type, known);
  return known;
}

function findWords(type: string): readonly Raw[] {
  const folders = new Set(SHARED);
  for (const [name, text] of sources) if (text.includes(`"${type}"`)) folders.add(dirname(name));
  const words = [...sources].flatMap(([name, text]) => (folders.has(dirname(name)) ? wordsIn(text) : []));
  return [...new Set<Raw>([...TOLD_TOO, ...words])];
}

/** What every property is that nothing else is said of. */
const ALL_BE: Readonly<Record<string, Raw | undefined>> = {
  nothing: undefined,
  text: "x",
  unknown: UNKNOWN_STRING,
  list: [deep("x")],
};

/** An object that has the same text under every key, as deep as anybody looks. */
function deep(leaf: Raw): Raw {
  let object: Raw = leaf;
  for (let depth = 0; depth < 6; depth++) object = everywhere({}, object);
  return object;
}

/** Properties, and for each name that they do not have the same value. */
function everywhere(own: RawProperties, other: Raw | undefined): RawProperties {
  // What tells a wrapped value is none of anybody's properties.
  const isName = (key: string | symbol): key is string => typeof key === "string" && !/^[0-9a-f]{32}$/.test(key);
  return new Proxy(own, {
    get: (_, key) => (Object.hasOwn(own, key) ? own[key as string] : isName(key) ? other : undefined),
  });
}

const PART: PlanPart = {
  ...part,
  id: "explored/dev",
  source: "explored",
  project: "explored",
  // Else all others would be asked in which one theirs works.
  region: "cn-hangzhou",
};

/** What one resource is told to be, and which of its properties were asked for. */
class Explored {
  readonly asked = new Set<string>();
  told: RawProperties = {};

  constructor(
    readonly type: string,
    private readonly other: Raw | undefined,
  ) {}

  /** The resource as it is told to be now. */
  make(): Resource {
    const { type, told, other } = this;
    const inputs = new Proxy(everywhere(told, other), {
      get: (target, key) => {
        if (typeof key === "string") this.asked.add(key);
        return Reflect.get(target, key) as unknown;
      },
    });
    const urn = `urn:pulumi:dev::explored::${type}::x`;
    return new Resource(
      { urn, type, name: "x", id: "x", inputs, outputs: everywhere(told, other), change: "same" },
      PART,
    );
  }
}

/** Runs the reader of a type with all that may be told to it, of the resource itself and of others. Gives how often. */
export function explore(type: string): number {
  const reader = readerOf(products, type);
  if (!reader) return 0;
  let runs = 0;
  for (const other of Object.values(ALL_BE)) {
    const own = new Explored(type, other);
    let beside: readonly Explored[] = TYPES.flatMap((one) => (one === type ? [] : [new Explored(one, other)]));
    const run = (): void => {
      const resource = own.make();
      runs += 1;
      reader(resource, new Plan([PART], [resource, ...beside.map((one) => one.make())]));
    };
    run();
    // What is not known is not looked into: there is nothing more to ask.
    if (other === UNKNOWN_STRING) continue;
    // Of all others those matter that were asked for anything.
    beside = beside.filter(({ asked }) => asked.size > 0);
    for (const one of [own, ...beside]) {
      // What is asked because of an answer is answered too.
      for (const name of one.asked) {
        for (const word of wordsFor(one.type)) {
          for (const value of other === undefined ? [word] : [word, [deep(word)]]) {
            one.told = { [name]: value };
            run();
          }
        }
      }
      one.told = {};
    }
  }
  return runs;
}

const TYPES: readonly string[] = Object.keys(products);
