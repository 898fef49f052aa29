/** What a settings file may say: the one source of its validation and its JSON Schema. */
import { LANGUAGES, message, type Language } from "../messages";
import { checked } from "../register/checked";
import { described } from "../register/described";
import { forEditors } from "../register/editors";
import * as z from "../register/libraries";
import { SETTINGS_SCHEMA_FILES } from "../register/schema-address";
import { closest } from "../register/meanings";
import { readYaml } from "../register/yaml";
import { FAIL_ON, formats } from "../report";
import { RULE_IDS } from "../vocabulary/rule-ids";
import { INCOMPLETE } from "./fail-on";
import { SHOW } from "./render";

/** The options of a check that a settings file may say, by the names that they have there. */
export interface ProjectSettings {
  readonly format?: readonly string[] | undefined;
  readonly failOn?: readonly string[] | undefined;
  readonly lang?: string | undefined;
  readonly register?: string | undefined;
  readonly baseline?: string | undefined;
  readonly region?: string | undefined;
  readonly source?: readonly string[] | undefined;
  readonly show?: readonly string[] | undefined;
  readonly rule?: readonly string[] | undefined;
  readonly skipRule?: readonly string[] | undefined;
  readonly max?: number | undefined;
}

const text = () => z.string().check(z.minLength(1));
/** The keys of lists, for which one value may stand as well. */
const KEYS_OF_LISTS = ["format", "failOn", "source", "show", "rules", "skipRules"] as const;

/** `NAME` or `NAME=FILE`, of a format that there is. */
const output = () =>
  z.pipe(
    text(),
    z.transform((spec: string, context) => {
      const [name = "", ...file] = spec.split("=");
      const found = JSON.stringify(spec);
      if (!Object.hasOwn(formats, name)) {
        const near = closest(name, Object.keys(formats));
        const expected = message("expected.format", {});
        const problem =
          near === undefined
            ? message("input.found", { expected, found })
            : message("input.found-near", { expected, found, near });
        context.issues.push({ code: "custom", params: { problem }, input: spec });
      } else if (file.length > 0 && file.join("=") === "") {
        const problem = message("input.format-spec-file", { found });
        context.issues.push({ code: "custom", params: { problem }, input: spec });
      }
      return spec;
    }),
  );

const schema = z.strictObject({
  format: z.optional(described(z.array(output()), "schema.settings.format")),
  failOn: z.optional(
    described(z.array(z.enum([...FAIL_ON, INCOMPLETE])), "schema.settings.fail-on", { meanings: "fail-on" }),
  ),
  lang: z.optional(described(z.enum(LANGUAGES), "schema.settings.lang", { meanings: "lang" })),
  register: z.optional(described(text(), "schema.settings.register")),
  baseline: z.optional(described(text(), "schema.settings.baseline")),
  region: z.optional(described(text(), "schema.settings.region")),
  source: z.optional(described(z.array(text()), "schema.settings.source")),
  show: z.optional(described(z.array(z.enum(SHOW)), "schema.settings.show", { meanings: "show" })),
  rules: z.optional(described(z.array(z.enum(RULE_IDS)), "schema.settings.rules", { meanings: "rule" })),
  skipRules: z.optional(described(z.array(z.enum(RULE_IDS)), "schema.settings.skip-rules", { meanings: "rule" })),
  max: z.optional(described(z.int().check(z.gte(1)), "schema.settings.max")),
});

interface ListSchema {
  readonly items?: object;
  readonly description?: string;
  readonly meanings?: string;
}

/** The JSON Schema of a settings file, with its texts in a language. */
export function settingsJsonSchema(language: Language = "en"): object {
  const { properties = {}, ...rest } = z.toJSONSchema(schema, { io: "input", target: "draft-7" });
  const lists = KEYS_OF_LISTS.map((key) => {
    const { items = {}, description, meanings, ...list } = properties[key] as ListSchema;
    const one = { ...items, ...(meanings !== undefined && { meanings }) };
    return [key, { description, anyOf: [one, { ...list, items: one }] }] as const;
  });
  const written = {
    ...rest,
    properties: { $schema: { description: "schema.dollar" }, ...properties, ...Object.fromEntries(lists) },
    title: "schema.settings-title",
    description: "schema.settings",
  };
  return forEditors(written, language, SETTINGS_SCHEMA_FILES[language]);
}

/** Reads settings. Throws an `InputError` that names file, line and key of everything that is wrong. */
export function readSettings(content: string, file: string): ProjectSettings {
  // What only has comments says nothing.
  if (/^(?:\s*(?:#.*)?\r?\n?)*$/.test(content)) return {};
  const document = prepared(readYaml(content, file, ["format", "failOn"]));
  const { rules, skipRules, ...read } = checked(document, { file, schema, keys: () => settingsJsonSchema() });
  return { ...read, ...(rules && { rule: rules }), ...(skipRules && { skipRule: skipRules }) };
}

/** Without what is there for editors only, and with lists where one value stands for a list of it. */
function prepared(document: ReturnType<typeof readYaml>): ReturnType<typeof readYaml> {
  const value = { ...(document.value as Record<string, unknown>) };
  delete value["$schema"];
  for (const key of KEYS_OF_LISTS) if (typeof value[key] === "string") value[key] = [value[key]];
  return { ...document, value };
}
