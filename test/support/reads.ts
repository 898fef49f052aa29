/**
 * Holds what code under src/ reads of resources against `data/read-properties.json`: an extract keeps what stands there, and
 * nothing else. With `ICP_RECORD_READS=FOLDER` it is written down there instead, for `node scripts/read-properties.mjs`.
 */
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { ReferenceOptions } from "../../src/plan/by-value";
import { Plan } from "../../src/plan/plan";
import { ANY_NAME, isLinked, neededOf } from "../../src/plan/read-properties";
import { Resource } from "../../src/plan/resource";
import { products } from "../../src/products";
import { readerOf } from "../../src/graph/contribution";

/** What stands for all that a resource depends on, and for the type alone. */
const DEPENDENCIES = "&dependencies";
const TYPE = "&type";
const SPOKEN: Readonly<Record<string, string>> = { [DEPENDENCIES]: "the dependencies of", [TYPE]: "the type" };

const folder = process.env["ICP_RECORD_READS"];
const done = new Map<string, Set<string>>();

const ROOT = join(__dirname, "../..");
const MODEL = ["resource", "by-value", "plan"].map((name) => join(ROOT, "src", "plan", `${name}.ts`));

/** Whether what reads is code under src/: the first line that lies neither in the model, nor here, nor in what Node brings. */
function isOurs(): boolean {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 50;
  const { stack = "" } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  const lines = stack.split("\n").filter((line) => line.includes(ROOT) && !line.includes(__filename));
  const reader = lines.find((line) => !MODEL.some((file) => line.includes(file)));
  return reader?.includes(join(ROOT, "src")) === true;
}

function read(type: string, name: string): void {
  const known = done.get(type) ?? new Set();
  if (known.has(name)) return;
  // What tests ask for themselves counts for nothing.
  if (!isOurs()) return;
  done.set(type, known.add(name));
  if (folder !== undefined) appendFileSync(join(folder, `${process.pid}`), `${type} ${name}\n`);
  else if (!isListed(type, name)) {
    done.get(type)?.delete(name);
    throw new Error(
      `${SPOKEN[name] ?? `${name} of`} ${type} is read, and data/read-properties.json does not say so: run node scripts/read-properties.mjs`,
    );
  }
}

function isListed(type: string, name: string): boolean {
  if (name === DEPENDENCIES) return isLinked(type);
  const needed = neededOf(type);
  // Types that only tests know are in no extract.
  if (!needed) return readerOf(products, type) === undefined;
  return name === TYPE || needed.names.includes(name) || needed.names.includes(ANY_NAME);
}

const WATCHED = Symbol.for("alicloud-icp: reads are watched");
const watched = Resource.prototype as unknown as Record<symbol, boolean>;

/** Files of tests share the model: it is watched once. */
if (watched[WATCHED] !== true) {
  watched[WATCHED] = true;
  const methods = Resource.prototype as unknown as Record<string, (this: Resource, name: string) => unknown>;
  for (const method of ["at", "output", "says", "dependenciesOf"]) {
    const own = methods[method];
    if (!own) throw new Error(`resources have no ${method}`);
    methods[method] = function (name) {
      read(this.type, name);
      return own.call(this, name);
    };
  }
  const told = Object.getOwnPropertyDescriptor(Resource.prototype, "dependencies");
  if (!told?.get) throw new Error("resources have no dependencies");
  Object.defineProperty(Resource.prototype, "dependencies", {
    get(this: Resource) {
      read(this.type, DEPENDENCIES);
      return told.get?.call(this) as unknown;
    },
  });
  const plans = Plan.prototype as unknown as Record<string, (this: Plan, ...given: unknown[]) => unknown>;
  for (const [method, typesIn] of [
    ["ofType", (...types: unknown[]) => types],
    ["candidates", (_: unknown, types: unknown) => types],
    ["refer", (_: unknown, { types }: ReferenceOptions) => types],
    ["onlyMatching", (_: unknown, { types }: ReferenceOptions) => types],
  ] as const) {
    const asked = plans[method];
    if (!asked) throw new Error(`plans have no ${method}`);
    plans[method] = function (...given) {
      for (const type of (typesIn as (...all: unknown[]) => readonly string[])(...given)) read(type, TYPE);
      return asked.call(this, ...given);
    };
  }
}
