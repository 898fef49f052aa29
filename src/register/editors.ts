/**
 * JSON Schemas as editors read them: texts in a language, what each value means, and what to say of what is wrong. The
 * keywords beyond the standard are those of VS Code's and Red Hat's language servers.
 */
import { isMessageId, render, type Language, type MessageId } from "../messages";
import { isMap } from "./draft";
import { PROVINCES, type Province } from "./provinces";
import { schemaAddress } from "./schema-address";

type Node = Readonly<Record<string, unknown>>;

/** The schema of a file in this package, with its texts in a language. */
export const forEditors = (schema: Node, language: Language, file: string): Record<string, unknown> => ({
  $schema: schema["$schema"],
  $id: schemaAddress(file),
  ...(edited(schema, language) as Node),
});

/** Keywords whose values are texts, or ids of them. */
const TEXTS: ReadonlySet<string> = new Set(["title", "description", "errorMessage", "patternErrorMessage"]);
const MOST_INTEGER = Number.MAX_SAFE_INTEGER;

function edited(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((one) => edited(one, language));
  if (!isMap(value)) return value;
  const { meanings, ...said } = withNull(value);
  const node = Object.fromEntries(
    Object.entries(said).flatMap(([key, inner]) => {
      if (key === "maximum" && inner === MOST_INTEGER) return [];
      if (TEXTS.has(key) && typeof inner === "string") return [[key, textOf(inner, language)]];
      return [[key, edited(inner, language)]];
    }),
  );
  return {
    ...node,
    ...(typeof meanings === "string" && meaningsOf(said, meanings, language)),
    ...(said["format"] === "date" && {
      pattern: "^\\d{4}-\\d{2}-\\d{2}$",
      patternErrorMessage: render(language, "schema.wrong.day"),
    }),
  };
}

const textOf = (text: string, language: Language): string => (isMessageId(text) ? render(language, text) : text);

/** `null` as one more type: of alternatives an editor cannot tell which one was meant. */
function withNull(node: Node): Node {
  const { anyOf, ...rest } = node;
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return node;
  const [one, none] = anyOf as readonly Node[];
  if (!one || none?.["type"] !== "null" || typeof one["type"] !== "string") return node;
  return { ...one, ...rest, type: [one["type"], "null"] };
}

/** The texts of the values: of the items where the values are those of a list. */
function meaningsOf(node: Node, group: string, language: Language): Node {
  const { enum: values, items } = node;
  if (Array.isArray(values))
    return { enumDescriptions: values.map((value) => meaningOf(String(value), group, language)) };
  if (!isMap(items)) return {};
  return { items: { ...items, ...meaningsOf(items, group, language) } };
}

/** What a value of a group means. */
function meaningOf(value: string, group: string, language: Language): string {
  const id = group === "rule" ? `rule.${value}` : `meaning.${group}.${value}`;
  const says = render(language, id as MessageId);
  if (group !== "province") return says;
  const signs = PROVINCES[value as Province].join(" / ");
  return render(language, "schema.province", { name: says, signs });
}
