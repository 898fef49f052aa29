/** Turns what the schema found wrong into sentences: what was expected, what stands there, what to do. */
import type { core } from "zod/mini";
import { quote } from "../base/errors";
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
    return [{ path, problem: sentence(one, expected, valueAt(root, path)) }];
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

function sentence(issue: Issue, expected: string, value: unknown): string {
  if (issue.code === "custom") return issue.message;
  if (value === undefined) return `is missing; expected ${expected}`;
  const found = `expected ${expected}; found ${describe(value)}`;
  if (issue.code === "invalid_type" && expected === TYPES["string"] && typeof value === "number") {
    return `${found}: put it in quotes`;
  }
  const isWord = typeof value === "string" || typeof value === "boolean";
  const near =
    issue.code === "invalid_value" && isWord ? meaningOf(String(value), issue.values.map(String)) : undefined;
  return near === undefined ? found : `${found}: did you mean ${near}?`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a map of keys",
  record: "a map of keys",
};

const DAY = "a calendar day as YYYY-MM-DD";
const MOST_CHOICES = 12;

function expectation(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return TYPES[issue.expected] ?? issue.expected;
    case "invalid_value":
      if (issue.values.length > MOST_CHOICES) {
        return String(issue.values[0]).startsWith("icp-")
          ? "the id of a rule"
          : `a name such as ${String(issue.values[0])}`;
      }
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.map(String).join(", ")}`;
    case "invalid_format":
      return DAY;
    case "too_small":
      return issue.origin === "string" ? "some text" : `a number from ${issue.minimum}`;
    case "too_big":
      return `a number up to ${issue.maximum}`;
    case "invalid_union":
      return "a host name, or a map with the key host";
    default:
      return "another value";
  }
}

/** What a value is, never more of it than 60 characters. */
function describe(value: unknown): string {
  if (value === null) return "nothing (null)";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return quote(value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "a map of keys";
}

function unknownKey(key: string, path: KeyPath, known: readonly string[]): string {
  const what = path.length === 1 && path[0] === "rules" ? "unknown rule" : "unknown key";
  const near = closest(key, known);
  if (near !== undefined) return `${what}; did you mean ${near}?`;
  return known.length > MOST_CHOICES * 2 ? `${what}; remove it` : `${what}; expected one of ${known.join(", ")}`;
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

function valueAt(root: unknown, path: KeyPath): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<Key, unknown>)[key];
  }
  return value;
}
