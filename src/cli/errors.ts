/** What a command ends with: its exit codes, and a sentence for each thing that goes wrong. */
import { CommanderError } from "commander";
import { InputError } from "../input/error";
import { plainLine, plainLines } from "../base/plain";
import type { Io } from "./io";

export const EXIT = { ok: 0, findings: 1, usage: 2, internal: 3 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** Tells the user what went wrong and gives the exit code. Shows a stack only with `DEBUG=alicloud-icp`. */
export function explain(error: unknown, io: Pick<Io, "stderr" | "env"> & { readonly argv: readonly string[] }): Exit {
  const say = (line: string): void => void io.stderr.write(`alicloud-icp: ${plainLine(line)}\n`);
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.ok;
    // Without arguments, commander has printed the help already.
    if (error.code !== "commander.help") say(`${usage(error.message)}${hintFor(error, io.argv)}`);
    return EXIT.usage;
  }
  const debug = (io.env["DEBUG"] ?? "").split(",").includes("alicloud-icp");
  if (debug && error instanceof Error && error.stack !== undefined) io.stderr.write(`${plainLines(error.stack)}\n`);
  if (error instanceof InputError) {
    for (const line of error.said("en")) say(line);
    return EXIT.usage;
  }
  const what = error instanceof Error ? `${error.name}: ${error.message.split("\n", 1)[0] ?? ""}` : String(error);
  say(`internal error, please report it: ${what}${debug ? "" : " (DEBUG=alicloud-icp shows where)"}`);
  return EXIT.internal;
}

/** Commander's message in one line: `unknown option '--formt' (did you mean --format?)`. */
const usage = (message: string): string =>
  message
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .replace("(Did you mean", "(did you mean");

/** What was probably meant: a plan without the command, or a command that asks for one. */
function hintFor({ code }: CommanderError, argv: readonly string[]): string {
  const [first = ""] = argv;
  if (code === "commander.unknownCommand" && /[./\\]/.test(first)) return `; did you mean alicloud-icp check ${first}?`;
  if (code !== "commander.missingArgument" || !["check", "init", "baseline", "graph"].includes(first)) return "";
  return `; as in: pulumi preview --json --show-sames > plan.json && alicloud-icp ${first} plan.json`;
}

/** More are not listed in one sentence. */
const MOST_CHOICES = 12;

/** Refuses a value that is none of the choices, and names the one that was probably meant. Loaded only then. */
export async function refuseChoice(what: string, value: string, choices: readonly string[]): Promise<never> {
  const { closest } = await import("../register/meanings.js");
  const near = closest(value, choices);
  const few = choices.length <= MOST_CHOICES;
  const expected = few ? `expected ${choices.slice(0, -1).join(", ")} or ${choices.at(-1) ?? ""}; found` : "unknown:";
  const hint = near === undefined ? "" : `: did you mean ${near}?`;
  throw new InputError(`${expected} ${JSON.stringify(value)}${hint}`, { key: what });
}

/** A value that must be one of the choices. Throws an `InputError`. */
export async function choice<T extends string>(what: string, value: string, choices: readonly T[]): Promise<T> {
  return choices.find((one) => one === value) ?? (await refuseChoice(what, value, choices));
}
