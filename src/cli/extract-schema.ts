/** A file of extracts as a schema: what `extract.schema.json` is written from. `plan/extract.ts` says the same in types. */
import { CHANGES, HIDDEN } from "../plan/extract";
import { EXTRACT_FORM } from "../plan/extract-file";
import { TERRAFORM } from "../names/urn";
import { NOTE_IDS } from "../plan/notes";
import { described } from "../register/described";
import * as z from "../register/libraries";

const optional = z.exactOptional;

const urn = described(z.string(), "a URN without what those of the stack begin with; one of another stack after =");
const link = described(
  z.union([z.string(), z.int().check(z.gte(0))]),
  "a URN, or the number of the resource in this part that has it, from 0",
);
const properties = z.record(z.string(), z.unknown());
const place = described(z.string().check(z.regex(/^.+:\d+:\d+$/s)), "FILE:LINE:COLUMN");
const names = z.record(z.string(), z.array(z.string()));

const state = {
  parent: described(optional(link), "the component around it"),
  position: described(optional(place), "where it is written"),
  frames: described(optional(z.array(place)), "what was being carried out when it was made, the innermost first"),
  change: described(optional(z.enum(CHANGES)), "what the plan does with it; left out where it does not say"),
  aliases: described(optional(z.array(urn)), "the URNs that it had before"),
  hidden: described(optional(z.enum(HIDDEN)), "why not all that is said of it is shown"),
  id: optional(z.string()),
  provider: optional(link),
  inputs: described(optional(properties), "what the program says, as far as it is read"),
  outputs: described(
    optional(properties),
    "what the provider answered, as far as it is read and not what the inputs say",
  ),
  dependencies: described(optional(z.array(link)), "all that it depends on, where that is read"),
  propertyDependencies: described(optional(z.record(z.string(), z.array(link))), "from what each property is computed"),
  open: described(
    optional(z.array(z.string())),
    "the properties of which the plan does not show all that they are computed from",
  ),
  byKey: described(
    optional(z.record(z.string(), z.array(link))),
    "of what properties are computed from, what was taken of several because it has the same key",
  ),
  ignoreChanges: described(optional(z.array(z.string())), "the properties whose changes Pulumi is told to ignore"),
};

const resource = z.strictObject({
  urn,
  type: described(optional(z.string()), "its type, where its URN says another"),
  name: described(optional(z.string()), "its name, where its URN says another"),
  ...state,
  previous: described(
    optional(z.strictObject({ type: described(optional(z.string()), "its type, where that was another"), ...state })),
    "what it is before the plan",
  ),
});

const note = z.strictObject({
  id: described(z.enum(NOTE_IDS), "which note"),
  params: described(
    z.record(z.string(), z.union([z.string(), z.number()])),
    "what it says besides the name of the plan",
  ),
});

const part = z.strictObject({
  version: described(z.string(), "the version of alicloud-icp that wrote it"),
  project: z.string(),
  stack: z.string(),
  dialect: described(optional(z.literal(TERRAFORM)), "in whose words its user writes; Pulumi's when left out"),
  start: described(optional(place), "where its program begins"),
  missing: described(optional(z.int().check(z.gte(0))), "how many unchanged resources the plan did not show"),
  applied: described(optional(z.literal(true)), "that it tells what is, not what will be"),
  untoldProviders: described(optional(z.literal(true)), "that it does not tell which provider a resource has"),
  unexpanded: described(optional(z.array(z.string())), "the URNs of components whose resources are not seen"),
  region: described(optional(z.string()), "alicloud:region of the stack's configuration"),
  notes: described(optional(z.array(note)), "what there is to be said of how the program was judged"),
  kept: described(names, "the properties that were kept of each type, if there were any; * for all"),
  resources: described(z.array(resource), "by URN"),
  left: described(optional(names), "the names of the other resources, by the types in their URNs"),
  gone: described(optional(names), "the names of the other resources that are deleted or leave the state"),
  changed: described(optional(z.literal(true)), "that one of the others is deleted, or was another before"),
});

const extractSchema = z.strictObject({
  tool: z.literal("alicloud-icp"),
  extract: described(z.literal(EXTRACT_FORM), "the version of this form"),
  sha256: described(z.string().check(z.regex(/^[0-9a-f]{64}$/)), "SHA-256 over the JSON of parts, without white space"),
  parts: described(z.array(part), "one for each plan"),
});

/** The JSON Schema of a file of extracts. */
export const extractJsonSchema = (): object => ({ ...z.toJSONSchema(extractSchema), title: "alicloud-icp extract" });
