/** What a run writes, and where: formats as `--format` names them, each with a file of its own or on standard output. */
import { message } from "../messages";
import { InputError } from "../input/error";
import { formats, type FormatName } from "../report";
import { choice } from "./errors";

/** A format, and the file that it goes to; to standard output where there is none. */
export interface Wanted {
  readonly format: FormatName;
  readonly file?: string;
}

export const FORMATS = Object.keys(formats) as FormatName[];

/**
 * Reads `NAME` and `NAME=FILE`. `output` is the file of the one format that names none. Throws an `InputError` where a
 * format is unknown, or two would go to one place.
 */
export async function wantedOutputs(specs: readonly string[], output: string | undefined): Promise<readonly Wanted[]> {
  const wanted = await Promise.all((specs.length === 0 ? ["text"] : specs).map(wantedBy));
  const open = wanted.filter(({ file }) => file === undefined);
  if (open.length > 1) {
    const [first, second] = open;
    const both = { first: first?.format ?? "", second: second?.format ?? "" };
    const problem =
      output === undefined || output === "-"
        ? message("input.two-formats-stdout", both)
        : message("input.two-formats", { ...both, output });
    throw new InputError(problem, { key: "--format" });
  }
  if (output === undefined) return wanted;
  if (open.length === 0) {
    throw new InputError(message("input.needless-output", {}), { key: "--output" });
  }
  return wanted.map((one) => (one.file === undefined && output !== "-" ? { ...one, file: output } : one));
}

async function wantedBy(spec: string): Promise<Wanted> {
  const at = spec.indexOf("=");
  const format = await choice("--format", at < 0 ? spec : spec.slice(0, at), FORMATS);
  if (at < 0) return { format };
  const file = spec.slice(at + 1);
  if (file === "") throw new InputError(message("input.format-file", { format }), { key: "--format" });
  return file === "-" ? { format } : { format, file };
}
