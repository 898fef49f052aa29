import { InputError } from "../../../input/error";
import { message } from "../../../messages";
import { isTooDeep } from "../../raw";
import type { Cursor } from "../shape";

/**
 * Refuses a document of another major version than the first, which is promised to stay as it is but for what is added, and one
 * in which values or expressions nest deeper than any that is written.
 */
export function refuseFormat(document: Cursor): void {
  const version = document.requiredAt("format_version", message("expected.terraform-format", {}));
  const { file } = document;
  if (version.startsWith("0."))
    throw new InputError(message("input.terraform-older", { version: version.slice(0, 20) }), { file });
  if (!/^1\.\d+$/.test(version)) {
    throw new InputError(message("input.terraform-newer", { version: version.slice(0, 20) }), { file });
  }
  if (isTooDeep(document.raw)) throw new InputError(message("input.too-deep", {}), { file });
}
