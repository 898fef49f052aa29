/** `alicloud-icp completion`: prints what makes a shell complete commands, options and values. */
import type { Command } from "commander";
import { bashCompletion } from "./completions/bash";
import { fishCompletion } from "./completions/fish";
import { SHELLS, type Shell } from "./completions/shells";
import { typedWords, type ProgramWords } from "./completions/words";
import { zshCompletion } from "./completions/zsh";
import { choice, EXIT, type Exit } from "./errors";
import type { Io } from "./io";

const SCRIPTS: Readonly<Record<Shell, (words: ProgramWords) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** Prints the script for a shell, written from the program's own commands. Throws an `InputError` for another shell. */
export async function completion(shell: string, program: Command, io: Io): Promise<Exit> {
  const known = await choice("shell", shell, SHELLS);
  io.stdout.write(SCRIPTS[known](typedWords(program)));
  return EXIT.ok;
}
