/** What a settings file may say: the one source of its validation and its JSON Schema. */
import { LANGUAGES } from "../messages";
import { checked } from "../register/checked";
import * as z from "../register/libraries";
import { readYaml } from "../register/yaml";
import { FAIL_ON } from "../report";
import { INCOMPLETE } from "./fail-on";

/** The options of a check that a settings file may say, by the names that they have there. */
export interface ProjectSettings {
  readonly format?: readonly string[] | undefined;
  readonly failOn?: readonly string[] | undefined;
  readonly lang?: string | undefined;
  readonly register?: string | undefined;
  readonly baseline?: string | undefined;
  readonly region?: string | undefined;
  readonly show?: readonly string[] | undefined;
  readonly rule?: readonly string[] | undefined;
  readonly skipRule?: readonly string[] | undefined;
  readonly max?: number | undefined;
}

const described = <Schema extends z.ZodMiniType>(schema: Schema, meaning: string): Schema =>
  schema.check(z.describe(meaning));
const text = () => z.string().check(z.minLength(1));
/** One or several; one is read as a list of it. */
const several = <Item extends z.ZodMiniType>(item: Item) => z.union([item, z.array(item)]);
const SEVERAL = ["format", "failOn", "show", "rules", "skipRules"] as const;

const schema = z.strictObject({
  format: z.optional(
    described(several(text()), "Formats, each as NAME or NAME=FILE; files are below the folder of this file"),
  ),
  failOn: z.optional(
    described(
      several(z.enum([...FAIL_ON, INCOMPLETE])),
      "From which findings on the command fails, and whether incomplete plans fail it",
    ),
  ),
  lang: z.optional(described(z.enum(LANGUAGES), "The language of texts")),
  register: z.optional(described(text(), "The register, from the folder of this file")),
  baseline: z.optional(described(text(), "The findings that were accepted before, from the folder of this file")),
  region: z.optional(described(text(), "The region of resources where a plan shows none")),
  show: z.optional(described(several(z.enum(["satisfied", "waived"])), "What is listed besides open findings")),
  rules: z.optional(described(several(text()), "The only rules to be judged")),
  skipRules: z.optional(described(several(text()), "Rules that are not judged")),
  max: z.optional(described(z.int().check(z.gte(1)), "So many findings are shown at most, where people read them")),
});

/** The JSON Schema of a settings file. */
export const settingsJsonSchema = (): object => ({
  ...z.toJSONSchema(schema, { io: "input", target: "draft-7" }),
  title: "alicloud-icp settings",
  description: "What a project says once instead of in every call of alicloud-icp check",
});

/** Reads settings. Throws an `InputError` that names file, line and key of everything that is wrong. */
export function readSettings(content: string, file: string): ProjectSettings {
  const document = prepared(readYaml(content, file, "format and failOn"));
  const { rules, skipRules, format, failOn, show, ...read } = checked(document, {
    file,
    schema,
    keys: settingsJsonSchema,
  });
  return {
    ...read,
    ...listed("format", format),
    ...listed("failOn", failOn),
    ...listed("show", show),
    ...listed("rule", rules),
    ...listed("skipRule", skipRules),
  };
}

const listed = <Key extends string>(key: Key, value: string | string[] | undefined): Partial<Record<Key, string[]>> =>
  value === undefined ? {} : ({ [key]: [value].flat() } as Record<Key, string[]>);

/** Without what is there for editors only, and with lists where one value stands for a list of it. */
function prepared(document: ReturnType<typeof readYaml>): ReturnType<typeof readYaml> {
  const value = { ...(document.value as Record<string, unknown>) };
  delete value["$schema"];
  for (const key of SEVERAL) if (typeof value[key] === "string") value[key] = [value[key]];
  return { ...document, value };
}
