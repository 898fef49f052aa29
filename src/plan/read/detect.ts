/** Tells which kind of file a text is, and says what to do instead when it is none that can be judged. */
import { InputError } from "../../input/error";
import { own, type Raw, type RawProperties } from "../raw";
import { WHAT_TO_GIVE, parseJson } from "./json";
import { isObject } from "./shape";

/** A document that a reader can read. */
export interface Detected {
  readonly kind: "preview" | "state";
  readonly document: RawProperties;
}

/** What a JSON document is when it is not for judging, by the keys that tell. The first that fits is said. */
const REFUSED: readonly (readonly [fits: (has: (key: string) => boolean) => boolean, problem: string])[] = [
  [
    (has) => has("sequence") && has("timestamp"),
    "is a log of engine events, which tells no dependencies; unset PULUMI_ENABLE_STREAMING_JSON_PREVIEW, do not use --event-log, and give the output of `pulumi preview --json --show-sames`",
  ],
  [
    (has) => has("resourcePlans"),
    "is an update plan of `pulumi preview --save-plan`; give the output of `pulumi preview --json --show-sames`",
  ],
  [
    (has) => has("format_version") || has("planned_values") || has("resource_changes"),
    "is a Terraform plan; only Pulumi is read: `pulumi convert --from terraform` makes a Pulumi program of the configuration",
  ],
  [
    (has) => has("terraform_version") || (has("lineage") && has("serial")),
    "is a Terraform state; only Pulumi is read: `pulumi import --from terraform` makes a Pulumi stack of it",
  ],
  [(has) => has("checkpoint"), "is a checkpoint of Pulumi's backend; give the output of `pulumi stack export`"],
  [
    (has) => has("schemaVersion") && has("findings"),
    `is a report of this command, not what it judges; ${WHAT_TO_GIVE}`,
  ],
  [
    (has) => has("name") && (has("version") || has("dependencies") || has("scripts") || has("runtime")),
    `is the description of a package or project, not a plan; ${WHAT_TO_GIVE}`,
  ],
];

/** The document in a text and its kind. Throws an `InputError` that says what the text is instead. */
export function detect(text: string, file: string): Detected {
  const document = parseJson(text, file);
  if (!isObject(document)) {
    throw new InputError(`is JSON, but ${nameOf(document)} where an object was expected; ${WHAT_TO_GIVE}`, { file });
  }
  const has = (key: string): boolean => own(document, key) !== undefined;
  const refused = REFUSED.find(([fits]) => fits(has));
  if (has("steps") || has("changeSummary") || (has("diagnostics") && !refused)) return { kind: "preview", document };
  if (has("deployment") || (has("resources") && has("manifest"))) return { kind: "state", document };
  throw new InputError(refused?.[1] ?? `is JSON, but neither a preview nor a stack export; ${WHAT_TO_GIVE}`, { file });
}

function nameOf(raw: Raw): string {
  if (Array.isArray(raw)) return "a list";
  return raw === null
    ? "null"
    : typeof raw === "string"
      ? "text"
      : typeof raw === "number"
        ? "a number"
        : "true or false";
}
