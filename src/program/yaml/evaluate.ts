/** Works out what expressions come to: known values where everything in them is known, else unknown or secret ones. */
import { InputError } from "../../input/error";
import { message, type Message } from "../../messages";
import type { RawProperties } from "../../plan/raw";
import type { Access, AccessStep } from "./access";
import type { Expression, FunctionName, Invoke, MapExpression } from "./expression";
import { call, type Argument } from "./functions";
import { keyAt, type Place } from "./problems";
import type { Surroundings } from "./surroundings";
import { textOfValue } from "./text";
import { fullToken } from "./types";
import {
  allFrom,
  answeredValue,
  cameFrom,
  combined,
  isNothing,
  listOf,
  mapOf,
  NOWHERE,
  rawOf,
  scalar,
  secretFrom,
  union,
  unknownFrom,
  type From,
  type HiddenValue,
  type Made,
  type Worked,
} from "./value";

/** A value of more parts is not worked out: a short program can ask for one without end. */
export const MOST_PARTS = 3_000_000;

export class Evaluator {
  private readonly echoes = new WeakMap<Made, Map<string, Worked>>();

  constructor(private readonly around: Surroundings) {}

  evaluate(expression: Expression): Worked {
    const value = this.valueOf(expression);
    if (value.size > MOST_PARTS) tooLarge(expression.at);
    return value;
  }

  private valueOf(expression: Expression): Worked {
    const { at } = expression;
    switch (expression.is) {
      case "scalar":
        return scalar(expression.value);
      case "reference":
        return this.access(expression.access, at);
      case "text":
        return this.text(expression.parts, at);
      case "list":
        return listOf(expression.items.map((item) => this.evaluate(item)));
      case "map":
        return this.map(expression);
      case "call":
        return this.call(
          expression.name,
          expression.args.map((arg) => ({ value: this.evaluate(arg), at: arg.at })),
        );
      case "invoke":
        return this.invoke(expression);
    }
  }

  private text(parts: readonly (string | Access)[], at: Place): Worked {
    const values = parts.map((part) => (typeof part === "string" ? scalar(part) : this.access(part, at)));
    if (values.reduce((size, value) => size + value.size, 0) > MOST_PARTS) tooLarge(at);
    return combined(values, (from) => scalar(values.map(textOfValue).join(""), from));
  }

  private map({ entries }: MapExpression): Worked {
    const worked = entries.map(({ key, value }) => ({ key: this.keyText(key), value: this.evaluate(value) }));
    const hidden = worked.flatMap(({ key }) => (typeof key === "string" ? [] : [key]));
    const [first] = hidden;
    if (first) return combined([...hidden, ...worked.map(({ value }) => value)], () => first);
    const isClosed = entries.every(({ key }) => key.is === "scalar");
    return mapOf(new Map(worked.map(({ key, value }) => [key as string, value])), isClosed);
  }

  /** The text of a key; what hides it, where it is not known. */
  private keyText(key: Expression): string | HiddenValue {
    const value = this.evaluate(key);
    if (value.is === "unknown" || value.is === "secret") return value;
    if (value.is === "scalar" && typeof value.value === "string") return value.value;
    this.around.problems.add(message("input.yaml-argument", { expected: message("expected.text", {}) }), key.at);
    return unknownFrom(allFrom(value));
  }

  private call(name: FunctionName, args: readonly Argument[]): Worked {
    const [first, second = first] = args;
    if (!first || !second) return unknownFrom(NOWHERE);
    if (name === "stackReference") return this.stackOutput(first, second);
    return name === "select" ? this.selected(first, second) : call(name, args, this.around);
  }

  /** One element of a list: it may be known where others are not. */
  private selected(index: Argument, list: Argument): Worked {
    const { value } = index;
    if (value.is !== "scalar" || list.value.is !== "list") {
      return combined([value, list.value], (from) => {
        const isIndex = value.is === "scalar";
        this.noteArgument(message(isIndex ? "expected.list" : "expected.whole", {}), isIndex ? list : index);
        return unknownFrom(from);
      });
    }
    if (typeof value.value === "number" && Number.isInteger(value.value) && value.value >= 0) {
      return within(this.stepInto(list.value, { by: value.value, dotted: false }, list.at), value.from);
    }
    this.noteArgument(message("expected.whole", {}), index);
    return unknownFrom(union([value.from, allFrom(list.value)]));
  }

  /** An output of another stack, which the program names by the way. */
  private stackOutput(stack: Argument, output: Argument): Worked {
    // That it is a text was seen when it was read.
    const name = stack.value.is === "scalar" ? String(stack.value.value) : "";
    const made = this.around.stackReference(name, stack.at);
    return combined([output.value], (from) => {
      const { value } = output;
      if (value.is !== "scalar" || typeof value.value !== "string") {
        this.noteArgument(message("expected.text", {}), output);
        return unknownFrom(from);
      }
      const steps = ["outputs", value.value].map((by) => ({ by, dotted: true }));
      return this.ofResource(made, steps);
    });
  }

  private noteArgument(expected: Message, { at }: Argument): void {
    this.around.problems.add(message("input.yaml-argument", { expected }), at);
  }

  private invoke({ token, args, dependsOn, options, returns, at }: Invoke): Worked {
    const given = args ? this.evaluate(args) : mapOf(new Map(), true);
    const waits = dependsOn ? allFrom(this.evaluate(dependsOn)) : NOWHERE;
    for (const option of options) this.evaluate(option);
    const answer = combined([given], (from) => {
      const raw = this.around.invoked(fullToken(token), rawOf(given) as RawProperties);
      return raw === undefined ? unknownFrom(from) : answeredValue(raw, from);
    });
    const sourced = cameFrom(answer, union([allFrom(answer), waits]));
    return returns === undefined ? sourced : this.stepInto(sourced, { by: returns, dotted: true }, at);
  }

  private access({ root, steps, written }: Access, at: Place): Worked {
    const found = this.around.find(root);
    if (found === undefined) {
      this.around.problems.add(message("input.yaml-no-such-name", { name: root }), at);
      return unknownFrom(NOWHERE);
    }
    let value = found;
    for (const [index, step] of steps.entries()) {
      if (value.is === "resource") {
        const { made } = value;
        if (!step.dotted) return this.refuseAccess(written, message("access.resource", {}), value, at);
        return this.ofResource(made, steps.slice(index));
      }
      value = this.stepInto(value, step, at, written);
    }
    return value;
  }

  /** What stands under a key or at an index. Notes what cannot stand there. */
  private stepInto(value: Worked, { by }: AccessStep, at: Place, written = `[${by}]`): Worked {
    const refuse = (why: Message): Worked => this.refuseAccess(written, why, value, at);
    switch (value.is) {
      case "unknown":
      case "secret":
        return value;
      case "asset":
      case "resource":
        return unknownFrom(allFrom(value));
      case "list": {
        if (typeof by !== "number") return refuse(message("access.no-index", { key: by }));
        const item = value.items[by];
        return item
          ? within(item, value.from)
          : refuse(message("access.outside", { index: by, count: value.items.length }));
      }
      case "map": {
        if (typeof by !== "string") return refuse(message("access.no-key", { index: by }));
        const item = value.entries.get(by);
        if (item) return within(item, value.from);
        return value.closed ? refuse(message("access.missing", { key: by })) : scalar(null, value.from);
      }
      case "scalar":
        return refuse(message("access.plain", { key: by }));
    }
  }

  private refuseAccess(written: string, why: Message, value: Worked, at: Place): Worked {
    this.around.problems.add(message("input.yaml-access", { reference: `\${${written}}`, why }), at);
    return unknownFrom(allFrom(value));
  }

  /** What a resource has at the end of some steps. What another stack gives comes from the resources that are behind it. */
  private ofResource(made: Made, steps: readonly AccessStep[]): Worked {
    const from = allFromMade(made);
    const found = this.stepsInto(this.propertyOf(made, steps), steps.slice(1), from);
    return allFrom(found).size === 0 ? within(found, from) : found;
  }

  /** A property of a resource: what the program says of it will be so, all else is known once it exists. */
  private propertyOf(made: Made, [first]: readonly AccessStep[]): Worked {
    const from = allFromMade(made);
    if (first === undefined || typeof first.by !== "string") return unknownFrom(from);
    const { by: name, dotted } = first;
    if (dotted && name === "urn") return scalar(made.urn, from);
    if (dotted && name === "id") return cameFrom(made.id, from);
    if (made.secrets.has(name)) return secretFrom(from);
    const said = made.answers ?? made.inputs;
    const value = said === "unknown" ? undefined : said.get(name);
    if (value === undefined || isNothing(value)) return unknownFrom(from);
    if (made.answers) return value;
    const echoes = this.echoes.get(made) ?? new Map<string, Worked>();
    this.echoes.set(made, echoes);
    const echo = echoes.get(name) ?? cameFrom(value, from);
    echoes.set(name, echo);
    return echo;
  }

  /** What stands in a property of a resource, where the provider may fill in more than the program says. */
  private stepsInto(value: Worked, steps: readonly AccessStep[], from: From): Worked {
    let found = value;
    for (const { by } of steps) {
      if (found.is === "secret") return found;
      const next = partIn(found, by);
      if (next === undefined) return unknownFrom(from);
      found = next;
    }
    return found;
  }
}

const allFromMade = ({ urn }: Made): From => new Set([urn]);

/** What stands at an index of a list or under a key of a map. */
function partIn(value: Worked, by: AccessStep["by"]): Worked | undefined {
  if (value.is === "list" && typeof by === "number") return value.items[by];
  return value.is === "map" && typeof by === "string" ? value.entries.get(by) : undefined;
}

/** A value that stands in another, and so comes from where that comes from as well. */
const within = (value: Worked, from: From): Worked =>
  from.size === 0 ? value : { ...value, from: union([value.from, from]) };

/** Refuses a program that makes more than anybody would deploy. */
export function tooLarge(at: Place): never {
  throw new InputError(message("input.yaml-large", {}), { file: at.file, line: at.line, key: keyAt(at) });
}
