/** What Commander finds wrong with a call, as a message: its own sentences are English. */
import type { CommanderError } from "commander";
import { message, type Message } from "../messages";

/** By Commander's code: the form of its sentence, and ours with what stands in it. */
const USAGE: Readonly<Record<string, readonly (readonly [RegExp, (...found: string[]) => Message])[]>> = {
  "commander.unknownOption": [
    [/unknown option '(.*?)'(?:\s|$)/s, (option) => message("input.unknown-option", { option })],
  ],
  "commander.unknownCommand": [
    [/unknown command '(.*?)'(?:\s|$)/s, (command) => message("input.unknown-command", { command })],
  ],
  "commander.missingArgument": [
    [/missing required argument '(.*)'/, (argument) => message("input.missing-argument", { argument })],
  ],
  "commander.optionMissingArgument": [
    [/option '(.*)' argument missing/, (option) => message("input.missing-value", { option })],
  ],
  "commander.missingMandatoryOptionValue": [
    [/required option '(.*)' not specified/, (option) => message("input.missing-option", { option })],
  ],
  "commander.excessArguments": [
    [
      /too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)/,
      (command, expected, found) => message("input.too-many-arguments", { command, expected, found }),
    ],
    [
      /too many arguments\. Expected (\d+) arguments? but got (\d+)/,
      (expected, found) => message("input.too-many", { expected, found }),
    ],
  ],
};

/** What is wrong with a call, and what was probably meant, such as a plan without the command. */
export function usageOf({ code, message: said }: CommanderError, argv: readonly string[]): Message {
  const [first = ""] = argv;
  const problem = problemOf(code, said);
  const near = /\(Did you mean (?:one of )?(.*?)\?\)/s.exec(said)?.[1];
  if (near !== undefined) return message("input.did-you-mean", { problem, near });
  if (code === "commander.unknownCommand" && /[./\\]/.test(first))
    return message("input.did-you-mean-check", { problem, plan: first });
  return problem;
}

function problemOf(code: string, said: string): Message {
  for (const [form, text] of USAGE[code] ?? []) {
    const found = form.exec(said);
    if (found) return text(...found.slice(1));
  }
  return message("input.usage", { code });
}
