/** What is written in a program, as what it means: values, references, and calls of Pulumi's functions. */
import { quote } from "../../base/errors";
import { message, type Message } from "../../messages";
import { partsOfText, type Access } from "./access";
import type { Place, Problems } from "./problems";
import type { Scalar } from "./scalars";
import type { WrittenValue, WrittenMap } from "./syntax";

export type Expression =
  | { readonly is: "scalar"; readonly value: Scalar; readonly at: Place }
  | { readonly is: "reference"; readonly access: Access; readonly at: Place }
  | { readonly is: "text"; readonly parts: readonly (string | Access)[]; readonly at: Place }
  | { readonly is: "list"; readonly items: readonly Expression[]; readonly at: Place }
  | MapExpression
  | { readonly is: "call"; readonly name: FunctionName; readonly args: readonly Expression[]; readonly at: Place }
  | Invoke;

export interface MapExpression {
  readonly is: "map";
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
  readonly at: Place;
}

/** A question to a provider, such as which zones there are. */
export interface Invoke {
  readonly is: "invoke";
  readonly token: string;
  readonly args: Expression | undefined;
  /** The resources that it waits for. */
  readonly dependsOn: Expression | undefined;
  /** What else its options name. */
  readonly options: readonly Expression[];
  /** The property of the answer that is meant; all of it where none is named. */
  readonly returns: string | undefined;
  readonly at: Place;
}

/** How many arguments each function takes: one, or a list of two. */
const FUNCTIONS = {
  join: 2,
  select: 2,
  split: 2,
  stackReference: 2,
  toJSON: 1,
  toBase64: 1,
  fromBase64: 1,
  secret: 1,
  readFile: 1,
  assetArchive: 1,
  stringAsset: 1,
  fileAsset: 1,
  remoteAsset: 1,
  fileArchive: 1,
  remoteArchive: 1,
} as const;
export type FunctionName = keyof typeof FUNCTIONS;

/** The functions as they are written, whose case does not count. */
const BY_NAME = new Map<string, FunctionName>(
  (Object.keys(FUNCTIONS) as FunctionName[]).map((name) => [`fn::${name.toLowerCase()}`, name] as const),
);
/** `fn::package:module:function` is an invoke as well. */
const INVOKE = /^fn::[^:]+:[^:]+(?::[^:]+)?$/i;

/** The meaning of what is written. Notes what cannot be read, which then means nothing. */
export function expressionOf(written: WrittenValue, problems: Problems): Expression {
  const { at } = written;
  switch (written.is) {
    case "scalar":
      return typeof written.value === "string"
        ? textExpression(written.value, at, problems)
        : { is: "scalar", value: written.value, at };
    case "list":
      return { is: "list", items: written.items.map((item) => expressionOf(item, problems)), at };
    case "map":
      return callIn(written, problems) ?? mapExpression(written, problems);
  }
}

function mapExpression({ entries, at }: WrittenMap, problems: Problems): MapExpression {
  return {
    is: "map",
    entries: entries.map(({ key, at: keyAt, value }) => ({
      key: textExpression(key, keyAt, problems),
      value: expressionOf(value, problems),
    })),
    at,
  };
}

function textExpression(text: string, at: Place, problems: Problems): Expression {
  if (!text.includes("$")) return { is: "scalar", value: text, at };
  const parts = partsOfText(text);
  if (typeof parts === "string") {
    problems.add(message("input.yaml-reference", { text, why: parts }), at);
    return { is: "scalar", value: text, at };
  }
  const [first = "", second] = parts;
  if (second !== undefined) return { is: "text", parts, at };
  return typeof first === "string" ? { is: "scalar", value: first, at } : { is: "reference", access: first, at };
}

/** The call that a map with a single key is; undefined when it is only a map. */
function callIn(written: WrittenMap, problems: Problems): Expression | undefined {
  const [only, second] = written.entries;
  if (only === undefined || second !== undefined) return undefined;
  const { key, at, value } = only;
  const name = BY_NAME.get(key.toLowerCase());
  if (name !== undefined) return { is: "call", name, args: argumentsOf(name, value, at, problems), at };
  if (key.toLowerCase() === "fn::invoke") return invokeOf(value, at, problems);
  if (!INVOKE.test(key)) return undefined;
  const args = value.is === "map" ? expressionOf(value, problems) : undefined;
  const token = key.slice("fn::".length);
  return { is: "invoke", token, args, dependsOn: undefined, options: [], returns: undefined, at };
}

const PAIR = message("expected.pair", {});

function argumentsOf(name: FunctionName, value: WrittenValue, at: Place, problems: Problems): readonly Expression[] {
  const given = expressionOf(value, problems);
  if (FUNCTIONS[name] === 1) return [given];
  if (given.is !== "list" || given.items.length !== 2) {
    problems.add(message("input.yaml-argument", { expected: PAIR }), at);
    return [given, given];
  }
  const [first] = given.items;
  if (name === "stackReference" && !(first?.is === "scalar" && typeof first.value === "string")) {
    problems.add(message("input.yaml-argument", { expected: message("expected.text", {}) }), first?.at ?? at);
  }
  return given.items;
}

function invokeOf(value: WrittenValue, at: Place, problems: Problems): Expression {
  const fields = fieldsOf(value);
  const textIn = (name: string): string | undefined => {
    const field = fields.get(name);
    if (field === undefined) return undefined;
    if (field.is === "scalar" && typeof field.value === "string") return field.value;
    problems.add(message("input.yaml-argument", { expected: message("expected.text", {}) }), field.at);
    return undefined;
  };
  const token = textIn("function");
  if (fields.get("function") === undefined) {
    problems.add(message("input.yaml-argument", { expected: message("expected.function", {}) }), at);
  }
  const given = fields.get("arguments");
  if (given !== undefined && given.is !== "map") {
    problems.add(message("input.yaml-argument", { expected: message("expected.map", {}) }), given.at);
  }
  const options = fieldsOf(fields.get("options"));
  const optionIn = (name: string): Expression | undefined => {
    const option = options.get(name);
    return option && expressionOf(option, problems);
  };
  return {
    is: "invoke",
    token: token ?? "",
    args: given && expressionOf(given, problems),
    dependsOn: optionIn("dependson"),
    options: [optionIn("parent"), optionIn("provider")].filter((option) => option !== undefined),
    returns: textIn("return"),
    at,
  };
}

/** The values of a map by their keys, whose case does not count; the last of a key counts. */
export function fieldsOf(written: WrittenValue | undefined): ReadonlyMap<string, WrittenValue> {
  const entries = written?.is === "map" ? written.entries : [];
  return new Map(entries.map(({ key, value }) => [key.toLowerCase(), value]));
}

/** The references in an expression, with where they are written. */
export function* referencesIn(
  expression: Expression,
): Generator<{ readonly access: Access; readonly at: Place }, void, undefined> {
  const { at } = expression;
  switch (expression.is) {
    case "scalar":
      return;
    case "reference":
      yield { access: expression.access, at };
      return;
    case "text":
      for (const part of expression.parts) if (typeof part !== "string") yield { access: part, at };
      return;
    default:
      for (const part of partsIn(expression)) yield* referencesIn(part);
  }
}

/** What an expression is put together from. */
function partsIn(
  expression: Exclude<Expression, { readonly is: "scalar" | "reference" | "text" }>,
): readonly Expression[] {
  switch (expression.is) {
    case "list":
      return expression.items;
    case "map":
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case "call":
      return expression.args;
    case "invoke":
      return [expression.args, expression.dependsOn, ...expression.options].filter((part) => part !== undefined);
  }
}

/** Notes that something else stands at a place than what was expected there. */
export function noteFound(written: WrittenValue, expected: Message, problems: Problems): void {
  problems.add(foundInstead(written, expected), written.at);
}

function foundInstead(written: WrittenValue, expected: Message): Message {
  if (written.is !== "scalar") return message("input.found-kind", { expected, kind: written.is });
  const { value } = written;
  if (value === null) return message("input.found-kind", { expected, kind: "null" });
  if (typeof value !== "string") {
    const id = expected.id === "expected.text" ? "input.found-number" : "input.found";
    return message(id, { expected, found: String(value) });
  }
  // Where a value has to be written out, a reference is none.
  return value.includes("${")
    ? message("input.found-kind", { expected, kind: "reference" })
    : message("input.found", { expected, found: quote(value) });
}
