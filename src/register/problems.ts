/** Turns what the schema found wrong into sentences: what was expected, what stands there, what to do. */
import type { core } from "zod/mini";
import { quote } from "../base/errors";
import { message, type Message } from "../messages";
import { closest, meaningOf } from "./meanings";
import type { Key, KeyPath, Fault } from "./yaml";

export type { Fault } from "./yaml";

/** A part of a JSON Schema, as far as it is read here. */
interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly anyOf?: readonly SchemaNode[];
  readonly format?: string;
}

type Issue = core.$ZodIssue;

/** The sentences of an issue. `root` is the whole value, `schema` the JSON Schema that says which keys there are. */
export function problemsOf(issue: Issue, root: unknown, schema: unknown): Fault[] {
  return flatten(issue, []).flatMap(({ issue: one, path }) => {
    if (one.code === "unrecognized_keys") {
      const known = nodesAt(schema as SchemaNode, path).flatMap(keysOf);
      return one.keys.map((key) => ({ path: [...path, key], problem: unknownKey(key, path, known) }));
    }
    const isDay = nodesAt(schema as SchemaNode, path).some(({ format }) => format === "date");
    const expected = isDay ? DAY : expectation(one);
    return [{ path, problem: sentence(one, expected, valueUnder(root, path)) }];
  });
}

/** A union's issues are those of the alternative that was meant: the one whose type the value has. */
function flatten(issue: Issue, base: KeyPath): { issue: Issue; path: KeyPath }[] {
  const path = [...base, ...(issue.path as Key[])];
  if (issue.code !== "invalid_union") return [{ issue, path }];
  const isOf = (errors: readonly Issue[], code?: string): boolean =>
    errors.some((one) => one.path.length === 0 && (code === undefined || one.code === code));
  const meant =
    issue.errors.find((errors) => !isOf(errors)) ?? issue.errors.find((errors) => !isOf(errors, "invalid_type"));
  return meant ? meant.flatMap((one) => flatten(one, path)) : [{ issue, path }];
}

function sentence(issue: Issue, expected: Message, value: unknown): Message {
  if (issue.code === "custom") return told(issue);
  if (value === undefined) return message("input.no-value", { expected });
  const found = shown(value);
  if (found === undefined) return message("input.found-kind", { expected, kind: kindOf(value) });
  if (issue.code === "invalid_type" && expected.id === "expected.text" && typeof value === "number") {
    return message("input.found-number", { expected, found });
  }
  const isWord = typeof value === "string" || typeof value === "boolean";
  const near =
    issue.code === "invalid_value" && isWord ? meaningOf(String(value), issue.values.map(String)) : undefined;
  return near === undefined
    ? message("input.found", { expected, found })
    : message("input.found-near", { expected, found, near });
}

/** What a schema's own check has found wrong: it says so by `params`, as `{ problem }`. */
const told = ({ params }: core.$ZodIssueCustom): Message =>
  (params as { readonly problem?: Message } | undefined)?.problem ?? UNREADABLE;

/** A check that says nothing of its own. */
const UNREADABLE = message("expected.another", {});

const MAP = message("expected.map", {});
const TYPES: Readonly<Record<string, Message>> = {
  string: message("expected.text", {}),
  number: message("expected.number", {}),
  int: message("expected.whole", {}),
  boolean: message("expected.boolean", {}),
  array: message("expected.list", {}),
  object: MAP,
  record: MAP,
};

const DAY = message("expected.day", {});
const MOST_CHOICES = 12;

function expectation(issue: Issue): Message {
  switch (issue.code) {
    case "invalid_type":
      return TYPES[issue.expected] ?? message("expected.value", { value: issue.expected });
    case "invalid_value":
      return choiceOf(issue.values.map(String));
    case "invalid_format":
      return DAY;
    case "too_small":
      return issue.origin === "string"
        ? message("expected.some-text", {})
        : message("expected.least", { least: String(issue.minimum) });
    case "too_big":
      return message("expected.most", { most: String(issue.maximum) });
    case "invalid_union":
      return message("expected.host-entry", {});
    default:
      return message("expected.another", {});
  }
}

function choiceOf(values: readonly string[]): Message {
  const [first = ""] = values;
  if (values.length === 1) return message("expected.value", { value: first });
  if (values.length <= MOST_CHOICES) return message("expected.one-of", { choices: values.join(", ") });
  return first.startsWith("icp-") ? message("expected.rule-id", {}) : message("expected.such-as", { name: first });
}

/** A value as it is shown, never more of it than 60 characters; undefined where only its kind is told. */
function shown(value: unknown): string | undefined {
  if (typeof value === "string") return quote(value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** The kind of a value that is not shown, as a word of `found`. */
const kindOf = (value: unknown): "null" | "list" | "map" =>
  value === null ? "null" : Array.isArray(value) ? "list" : "map";

function unknownKey(key: string, path: KeyPath, known: readonly string[]): Message {
  const what = path.length === 1 && path[0] === "rules" ? "rule" : "key";
  const near = closest(key, known);
  if (near !== undefined) return message("input.register-unknown-near", { what, near });
  return known.length > MOST_CHOICES * 2
    ? message("input.register-unknown", { what })
    : message("input.register-unknown-key", { what, choices: known.join(", ") });
}

/** The parts of a schema that apply at a key. */
function nodesAt(schema: SchemaNode, path: KeyPath): readonly SchemaNode[] {
  let nodes: readonly SchemaNode[] = alternatives(schema);
  for (const key of path) {
    nodes = nodes.flatMap((node) => {
      const next = typeof key === "number" ? node.items : node.properties?.[key];
      return next ? alternatives(next) : [];
    });
  }
  return nodes;
}

const keysOf = (node: SchemaNode): readonly string[] => [
  ...Object.keys(node.properties ?? {}),
  ...(node.propertyNames?.enum ?? []),
];

const alternatives = (node: SchemaNode): readonly SchemaNode[] => [node, ...(node.anyOf ?? []).flatMap(alternatives)];

/** The value under a path of keys; undefined where there is none. */
export function valueUnder(root: unknown, path: KeyPath): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<Key, unknown>)[key];
  }
  return value;
}
