/** Tables of what JSON Schemas say: the keys of a register, and the properties of the report. */
import { code, plain, table, wordsFor } from "./docs-markdown.mjs";
import { HEADS, JOINS } from "./docs-texts.mjs";
import { KEYS, REPORT, SECTIONS, TAKES } from "./docs-schema-texts.mjs";

/** A schema without what only says that `null` will do as well, and whether it did. */
function bare(schema) {
  const others = (schema.anyOf ?? []).filter(({ type }) => type !== "null");
  if (schema.anyOf !== undefined && others.length > 0) {
    return { ...others.at(-1), ...schema, nullable: others.length < schema.anyOf.length, choices: others };
  }
  const types = [schema.type].flat();
  const type = types.length > 1 ? types.find((one) => one !== "null") : schema.type;
  return { ...schema, type, nullable: types.includes("null"), choices: [schema] };
}

/** What a value may be, in words. */
function taken(schema, language) {
  const say = (key) => TAKES[key][language];
  const { type, items, format, enum: values, const: only, choices } = bare(schema);
  if (only !== undefined) return code(only);
  if (choices.length > 1) return choices.map((one) => taken(one, language)).join(say("or"));
  if (values !== undefined)
    return values.length > MOST_VALUES ? say("one") : values.map(code).join(JOINS.list[language]);
  if (type === "array" && bare(items ?? {}).type === "object") return say("entries");
  if (type === "array") return `${say("list")}${items === undefined ? "" : taken(items, language)}`;
  if (format === "date") return say("day");
  return say(type ?? "any");
}

/** A text as it stands in a cell: it begins with a capital, unless that is a name in a Chinese text. */
const inCell = (text) => plain(/\p{Script=Han}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1));

/** The objects in a schema that have properties of their own, each with where it stands. */
function* sections(schema, path = "") {
  const { type, items, properties, required = [] } = bare(schema);
  if (type === "array" && items !== undefined) return yield* sections(bare(items).choices.at(-1), `${path}[]`);
  if (properties === undefined) return;
  yield { path, properties, required };
  for (const [key, inner] of Object.entries(properties)) yield* sections(inner, path === "" ? key : `${path}.${key}`);
}

/** More values are told by their names. */
const MOST_VALUES = 12;

/** The tables of what values mean. */
function valueTables(properties, language) {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const { enum: values = [], enumDescriptions: says = [] } = bare(schema);
    if (says.length === 0 || values.length > MOST_VALUES) return [];
    const rows = values.map((value, at) => [code(value), says[at]]);
    return [`${code(key)}${language === "en" ? ":" : "："}`, table(HEADS.values[language], rows)];
  });
}

/** The keys of the register, a table for each section. */
export const keyTables = (schema, language) =>
  [...sections(schema)]
    .map(({ path, properties, required }) => {
      const rows = Object.entries(properties).map(([key, inner]) => {
        const { default: usual } = inner;
        const must = required.includes(key) ? [TAKES.required[language]] : [];
        const default_ = usual === undefined ? [] : [`${TAKES.default[language]} ${code(usual)}`];
        const nullable = bare(inner).nullable && inner.description?.includes("null") ? [TAKES.null[language]] : [];
        const takes = KEYS[`${path === "" ? "" : `${path}.`}${key}`]?.[language] ?? taken(inner, language);
        const says = inner.description ?? "";
        return [code(key), [takes, ...nullable, ...must, ...default_].join(JOINS.part[language]), inCell(says)];
      });
      const heading = path === "" ? SECTIONS.top[language] : path;
      return [`## ${heading}`, table(HEADS.keys[language], rows), ...valueTables(properties, language)].join("\n\n");
    })
    .join("\n\n");

/** The properties of an object and of all in it, each with its path from the top. */
function* propertiesBelow(schema, path) {
  const { type, items, properties } = bare(schema);
  if (type === "array" && items !== undefined) return yield* propertiesBelow(items, `${path}[]`);
  for (const [key, inner] of Object.entries(properties ?? {})) {
    yield [`${path}.${key}`, inner];
    yield* propertiesBelow(inner, `${path}.${key}`);
  }
}

/** Words for a property: those of its whole path, else those that all properties of its last names share. */
function reportWords(path, language) {
  const names = path.replaceAll("[]", "").split(".");
  const key = names.map((_, at) => names.slice(at).join(".")).find((one) => REPORT[one] !== undefined);
  return wordsFor(REPORT, key ?? path, language, "property of the report");
}

/** The properties of the report, a table for each part of it. */
export const reportTables = (schema, language) =>
  Object.entries(schema.properties)
    .map(([part, inner]) => {
      const below = [...propertiesBelow(inner, part)];
      const row = ([path, one]) => [code(path), taken(one, language), inCell(reportWords(path, language))];
      const [open, close] = language === "en" ? [" (", ")"] : ["（", "）"];
      const words = `${inCell(reportWords(part, language))}${open}${taken(inner, language)}${close}`;
      const head = [`### ${part}`, words];
      if (below.length === 0) return head.join("\n\n");
      return [...head, table(HEADS.report[language], below.map(row))].join("\n\n");
    })
    .join("\n\n");
