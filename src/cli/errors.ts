/** What a command ends with: its exit codes, and a sentence for each thing that goes wrong. */
import { CommanderError } from "commander";
import { plainLine, plainLines } from "../base/plain";
import { InputError } from "../input/error";
import { message, render, type Filling, type Message } from "../messages";
import type { Io } from "./io";
import { usageOf } from "./usage";

export const EXIT = { ok: 0, findings: 1, usage: 2, internal: 3 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** Tells the user what went wrong and gives the exit code. Shows a stack only with `DEBUG=alicloud-icp`. */
export function explain(error: unknown, io: Pick<Io, "stderr" | "env" | "argv" | "language">): Exit {
  const { language, argv } = io;
  const say = (line: string): void => void io.stderr.write(`alicloud-icp: ${plainLine(line)}\n`);
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.ok;
    // Without arguments, commander has printed the help already.
    if (error.code !== "commander.help") {
      const { id, params } = usageOf(error, argv);
      say(render(language, id, params));
    }
    return EXIT.usage;
  }
  const debug = (io.env["DEBUG"] ?? "").split(",").includes("alicloud-icp");
  if (debug && error instanceof Error && error.stack !== undefined) io.stderr.write(`${plainLines(error.stack)}\n`);
  if (error instanceof InputError) {
    for (const line of error.said(language)) say(line);
    return EXIT.usage;
  }
  const what = error instanceof Error ? `${error.name}: ${error.message.split("\n", 1)[0] ?? ""}` : String(error);
  say(render(language, debug ? "cli.internal-error" : "cli.internal-error-hint", { what }));
  return EXIT.internal;
}

/** More are not listed in one sentence. */
const MOST_CHOICES = 12;

/** The command that lists all rules. */
export const LISTS_RULES = "alicloud-icp rules";

/**
 * Refuses a value that is none of the choices, and names the one that was probably meant, else the command that lists them.
 * Loaded only then.
 */
export async function refuseChoice(
  what: string,
  value: string,
  choices: readonly string[],
  lists?: string,
): Promise<never> {
  const { closest } = await import("../register/meanings.js");
  const near = closest(value, choices);
  throw new InputError(refusal(JSON.stringify(value), choices, near, lists), { key: what });
}

function refusal(found: string, choices: readonly string[], near?: string, lists?: string): Message {
  if (choices.length > 0 && choices.length <= MOST_CHOICES) {
    const expected = oneOf(choices);
    return near === undefined
      ? message("input.found", { expected, found })
      : message("input.found-near", { expected, found, near });
  }
  if (near !== undefined) return message("input.choice-unknown-near", { found, near });
  return lists === undefined
    ? message("input.choice-unknown", { found })
    : message("input.choice-unknown-listed", { found, lists });
}

function oneOf(choices: readonly string[]): Filling {
  const last = choices.at(-1) ?? "";
  return choices.length < 2 ? last : message("expected.either", { first: choices.slice(0, -1).join(", "), last });
}

/** A value that must be one of the choices. Throws an `InputError`. */
export async function choice<T extends string>(
  what: string,
  value: string,
  choices: readonly T[],
  lists?: string,
): Promise<T> {
  return choices.find((one) => one === value) ?? (await refuseChoice(what, value, choices, lists));
}
