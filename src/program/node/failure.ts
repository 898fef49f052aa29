/** What is said of a program that fails: its own words and its own lines, without those of what it runs in. */
import { isAbsolute, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { InputError, type InputProblem } from "../../input/error";
import { message } from "../../messages";
import type { Project } from "../project";
import type { StackSettings } from "../stack-settings";
import { pathOf } from "./file-urls";

/** An output of another stack. */
export interface NamedOutput {
  readonly stack: string;
  readonly output: string;
}

const MOST_LINES = 20;

/** The error of a program that waits for what nobody answers, with the lines that answer it. */
export function unanswered(calls: readonly [string, ...string[]], file: string): InputError {
  const tokens = [...new Set(calls)];
  const [first = ""] = tokens;
  const lines = ["functions:", ...tokens.map((token) => `  ${token}: {}`)];
  return InputError.of([
    {
      file,
      problem: message("input.program-unanswered", {
        functions: tokens.join(", "),
        function: first.slice(first.lastIndexOf(":") + 1),
      }),
    },
    ...lines.map(told),
  ]);
}

/** The error of a program that waits for what another stack gives out, which nobody knows. */
export const unknownOutput = ({ stack, output }: NamedOutput, file: string): InputError =>
  new InputError(message("input.program-unknown-output", { stack, output }), { file });

const told = (line: string): InputProblem => ({ problem: message("input.program-line", { line }) });

/** The error of a program that failed, by what the SDK reported of it. */
export function failed(errors: readonly string[], project: Project, { environments }: StackSettings): InputError {
  const { said, frames } = readable(errors[0] ?? "", project.root);
  const hints = environments.length === 0 ? [] : [hint(environments)];
  const [head = "", ...rest] = said;
  return InputError.of([
    { file: project.file, problem: message("input.program-failed", { told: head }) },
    ...[...rest, ...frames].slice(0, MOST_LINES).map((line) => told(`  ${line}`)),
    ...hints,
  ]);
}

const hint = (environments: readonly string[]): InputProblem => ({
  problem: message("input.program-environments", { names: environments.join(", ") }),
});

/** The error of a program that ended without having told the engine why, or before it was done. What it printed was shown. */
export function failedSilently(how: string | undefined, { file }: Project): InputError {
  if (how === "0") return new InputError(message("input.program-exits", {}), { file });
  const isSignal = how?.startsWith("SIG") === true;
  const problem = isSignal
    ? message("input.program-killed", { signal: how })
    : message("input.program-died", { code: how ?? "-" });
  return new InputError(problem, { file });
}

const FRAME = /^\s+at\s/;
const CAUSE = /^\s*\[(?:cause|errors)\]: /;
/** What led to a module that is missing, where that is the SDK. */
const AROUND = /^- .*[\\/]node_modules[\\/]/;
const PLACE = /\(?((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^()]*?):(\d+):(\d+)\)?$/;

/** The lines of an error, and those of its frames that lie in the program. */
function readable(
  text: string,
  root: string,
): { readonly said: readonly string[]; readonly frames: readonly string[] } {
  const lines = stripVTControlCharacters(text)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  // After its frames an error tells of its properties: of those only what caused it is for people.
  const first = lines.findIndex((line) => FRAME.test(line));
  const said = lines
    .filter((line, at) => (first < 0 || at < first || CAUSE.test(line)) && !FRAME.test(line) && !AROUND.test(line))
    .map((line) => line.replace(/^<ref \*\d+> /, "").trimEnd());
  const [head = ""] = said;
  // The SDK announces what follows, with the program's path.
  const own = /^Running program '.*' failed with an unhandled exception:$/.test(head) ? said.slice(1) : said;
  const frames = lines.filter((line) => FRAME.test(line)).flatMap((line) => ownFrame(line, root) ?? []);
  return { said: own.map((line) => shortened(line, root)), frames };
}

/** A frame with its file as it is called from the program's folder; undefined where it lies elsewhere. */
function ownFrame(line: string, root: string): string | undefined {
  const place = PLACE.exec(line);
  if (!place) return undefined;
  const [all, path = "", at = "", column = ""] = place;
  const file = relative(root, pathOf(path));
  if (file.startsWith("..") || isAbsolute(file) || /(?:^|[\\/])node_modules[\\/]/.test(file)) return undefined;
  const before = line.slice(0, line.length - all.length).trim();
  return `${before} ${all.startsWith("(") ? `(${file}:${at}:${column})` : `${file}:${at}:${column}`}`;
}

/** Without the folder of the program in front of its files. */
const shortened = (line: string, root: string): string => line.replaceAll(`${root}/`, "");
