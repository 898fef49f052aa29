/** What can be typed after `alicloud-icp`, as read from the Commander program itself. */
import type { Argument, Command, Option } from "commander";
import { plainLine } from "../../base/plain";
import { valuesOfArgument, valuesOfOption, type Values } from "./values";

export interface OptionWords {
  /** As they are typed: `-f` and `--format`. */
  readonly flags: readonly string[];
  readonly says: string;
  /** What its value can be; undefined where it takes none. */
  readonly values?: Values;
}

export interface CommandWords {
  readonly name: string;
  readonly says: string;
  readonly options: readonly OptionWords[];
  /** What stands where no option does, in order; the last one again and again where `repeats` is set. */
  readonly places: readonly Values[];
  readonly repeats: boolean;
}

export interface ProgramWords {
  readonly name: string;
  readonly options: readonly OptionWords[];
  readonly commands: readonly CommandWords[];
}

/** Reads commands, options, arguments and what they can be. */
export function typedWords(program: Command): ProgramWords {
  const help = program.createHelp();
  const commands = help.visibleCommands(program);
  const names = commands.map((command) => command.name());
  return {
    name: program.name(),
    options: optionsOf(program),
    commands: commands.map((command) => ({
      name: command.name(),
      says: short(command.description()),
      options: optionsOf(command),
      places: command.registeredArguments.map((argument: Argument) => valuesOfArgument(argument.name(), names)),
      repeats: command.registeredArguments.some((argument: Argument) => argument.variadic),
    })),
  };
}

const optionsOf = (command: Command): readonly OptionWords[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .map((option: Option) => ({
      flags: [option.short, option.long].filter((flag) => flag !== undefined),
      says: short(option.description),
      ...((option.required || option.optional) && { values: valuesOfOption(command.name(), option) }),
    }));

/** What a description begins with: a shell shows it in a part of a line. */
const short = (description: string): string => plainLine(description.split(/[;(；（]|\. |。/, 1)[0] ?? "").trim();
