/** Records what code under src/ reads of resources. */
import { appendFileSync } from "node:fs";
import { Plan } from "../../src/plan/plan";
import { Resource } from "../../src/plan/resource";

const file = process.env["ICP_RECORD_READS"];
const done = Symbol.for("reads");

/** Who reads: the first frame that lies neither in the model nor here. */
function reader(): string | undefined {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 40;
  const { stack = "" } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack
    .split("\n")
    .slice(1)
    .find((line) => !/reads\.ts|src\/plan\/(?:resource|by-value|plan)\.ts/.test(line));
}

const seen = new Set<string>();
function note(type: string, property: string): void {
  const key = `${type} ${property}`;
  if (seen.has(key)) return;
  const by = reader();
  if (by === undefined || !by.includes("/src/")) return;
  seen.add(key);
  appendFileSync(`${file}.${process.pid}`, `${key}\n`);
}

const marked = Resource.prototype as unknown as Record<symbol, boolean>;
if (file !== undefined && marked[done] !== true) {
  marked[done] = true;
  const of = Resource.prototype as unknown as Record<string, (this: Resource, property: string) => unknown>;
  for (const name of ["at", "output", "says", "dependenciesOf"]) {
    const before = of[name]!;
    of[name] = function (property) {
      note(this.type, property);
      return before.call(this, property);
    };
  }
  const getter = Object.getOwnPropertyDescriptor(Resource.prototype, "dependencies")!.get!;
  Object.defineProperty(Resource.prototype, "dependencies", {
    get(this: Resource) {
      note(this.type, "&dependencies");
      return getter.call(this);
    },
  });
  const plan = Plan.prototype as unknown as Record<string, (this: Plan, ...args: any[]) => unknown>;
  const { ofType, candidates } = plan;
  plan["ofType"] = function (...types: string[]) {
    for (const type of types) note(type, "&type");
    return ofType!.call(this, ...types);
  };
  plan["candidates"] = function (value: unknown, types: string[]) {
    for (const type of types) note(type, "&type");
    return candidates!.call(this, value, types);
  };
}
