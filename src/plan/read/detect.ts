/** Tells which kind of file a text is, and says what to do instead when it is none that can be judged. */
import { InputError } from "../../input/error";
import { message, type Message } from "../../messages";
import { isObject, own, type RawProperties } from "../raw";
import { WHAT_TO_GIVE, parseJson } from "./json";
import { kindOfJson } from "./shape";

/** A document that a reader can read. */
export interface Detected {
  readonly kind: "preview" | "state" | "extract" | "terraform-plan" | "terraform-state";
  readonly document: RawProperties;
}

/** What a JSON document is when it is not for judging, by the keys that tell. The first that fits is said. */
const REFUSED: readonly (readonly [fits: (has: (key: string) => boolean) => boolean, problem: Message])[] = [
  [(has) => has("sequence") && has("timestamp"), message("input.plan-events", {})],
  [(has) => has("resourcePlans"), message("input.plan-update-plan", {})],
  [(has) => has("plan_format_version"), message("input.terraform-redacted", {})],
  [(has) => has("encrypted_data") && has("encryption_version"), message("input.terraform-encrypted", {})],
  [(has) => has("@level") && has("@message"), message("input.terraform-events", {})],
  [(has) => has("lineage") && has("serial"), message("input.terraform-raw-state", {})],
  [(has) => has("provider_schemas"), message("input.terraform-schemas", {})],
  [(has) => has("valid") && has("diagnostics"), message("input.terraform-validation", {})],
  [(has) => has("function_signatures"), message("input.terraform-functions", {})],
  [(has) => has("root_module"), message("input.terraform-configuration", {})],
  [(has) => has("checkpoint"), message("input.plan-checkpoint", {})],
  [(has) => has("schemaVersion") && has("findings"), message("input.plan-report", { give: WHAT_TO_GIVE })],
  [
    (has) => has("name") && (has("version") || has("dependencies") || has("scripts") || has("runtime")),
    message("input.plan-package", { give: WHAT_TO_GIVE }),
  ],
];

/** The document in a text and its kind. Throws an `InputError` that says what the text is instead. */
export function detect(text: string, file: string): Detected {
  const document = parseJson(text, file);
  if (!isObject(document)) {
    throw new InputError(message("input.plan-no-object", { found: kindOfJson(document), give: WHAT_TO_GIVE }), {
      file,
    });
  }
  const has = (key: string): boolean => own(document, key) !== undefined;
  if (has("extract") && has("parts")) return { kind: "extract", document };
  const terraform = kindOfTerraform(document, has);
  if (terraform) return { kind: terraform, document };
  const refused = REFUSED.find(([fits]) => fits(has));
  if (has("steps") || has("changeSummary") || (has("diagnostics") && !refused)) return { kind: "preview", document };
  if (has("deployment") || (has("resources") && has("manifest"))) return { kind: "state", document };
  throw new InputError(refused?.[1] ?? message("input.plan-other", { give: WHAT_TO_GIVE }), { file });
}

/** What a document is that Terraform or OpenTofu shows; undefined when it is none. */
function kindOfTerraform(document: RawProperties, has: (key: string) => boolean): Detected["kind"] | undefined {
  if (["plan_format_version", "provider_schemas", "function_signatures", "valid"].some(has)) return undefined;
  if (["resource_changes", "planned_values"].some(has)) return "terraform-plan";
  if (has("configuration") && ["format_version", "terraform_version"].some(has)) return "terraform-plan";
  // A state without resources has nothing else.
  const isAlone = Object.keys(document).length === 1;
  return has("format_version") && (isAlone || ["values", "terraform_version"].some(has))
    ? "terraform-state"
    : undefined;
}
