/** Programs among the plans that a user named: each is run or read, and answers the others that refer to its stack. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { InputError } from "../input/error";
import { message, type Message, type MessageId } from "../messages";
import type { ReadPrograms } from "../program";
import type { Start } from "../program/node/run";
import type { ChosenStack } from "../program/project";
import { projectFileIn } from "../input/project-file";
import type { Io, Progress } from "./io";
import { Running } from "./running";

/** How programs are run, as it stands on the command line. */
export interface ProgramsOptions {
  readonly stack?: string | undefined;
  readonly stackOutput?: readonly string[] | undefined;
  readonly fixtures?: string | undefined;
  readonly timeout?: string | undefined;
  readonly keepEnv?: boolean | undefined;
  /** False where no program may be run. */
  readonly programs?: boolean | undefined;
  /** Gives the processes in which programs run; new ones by default. */
  readonly start?: Start | undefined;
}

/** Whether a path is the folder of a Pulumi project. */
export function isProgram(path: string, cwd: string): boolean {
  const folder = resolve(cwd, path);
  return (
    path !== "-" &&
    statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true &&
    projectFileIn(folder) !== undefined
  );
}

/** The programs that are meant, and the files of plans that are judged with them. */
export interface MeantPrograms {
  readonly folders: readonly string[];
  readonly plans: readonly string[];
  /** Nobody has named the program, so which one is taken is said. */
  readonly isUnnamed: boolean;
}

/** The options that are for programs alone. */
const OPTIONS = {
  stack: "--stack",
  stackOutput: "--stack-output",
  fixtures: "--fixtures",
  timeout: "--timeout",
  keepEnv: "--keep-env",
} as const satisfies Readonly<Record<Exclude<keyof ProgramsOptions, "programs" | "start">, string>>;

/** What there is to be said where no program is among the plans: who has given an option for one expects one. */
export function withoutPrograms(given: ProgramsOptions): readonly Message[] {
  const names = (Object.keys(OPTIONS) as (keyof typeof OPTIONS)[]).filter((name) => isGiven(given[name]));
  if (names.length === 0) return [];
  return [message("limit.options-unused", { options: names.map((name) => OPTIONS[name]).join(", ") })];
}

const isGiven = (value: ProgramsOptions[keyof typeof OPTIONS]): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;

/** So long a program may take by itself, in seconds. */
const PATIENCE = 120;
/** Timers know no longer time: 24 days. */
const LONGEST = 2_147_483;

/** Reads the programs in some folders, in their order. Throws an `InputError`. */
export async function programsAt(
  { folders, plans, isUnnamed }: MeantPrograms,
  options: ProgramsOptions,
  io: Io,
  progress: Progress,
): Promise<ReadPrograms> {
  const timeout = secondsIn(options.timeout) * 1000;
  const { readPrograms } = await import("../program/index.js");
  const running = new Running(progress);
  try {
    return await readPrograms(folders, {
      cwd: io.cwd,
      env: io.env,
      stack: options.stack,
      stackOutputs: options.stackOutput ?? [],
      plans,
      fixtures: options.fixtures,
      keepEnv: options.keepEnv === true,
      start: options.start,
      timeout,
      began: (name, stack) => {
        if (isUnnamed) progress.tell(TAKEN[stack.because], { folder: name, stack: stack.name });
        running.began(name);
      },
      ended: (name) => {
        running.ended(name);
      },
      printed: (text) => {
        progress.clear();
        io.stderr.write(text);
      },
    });
  } finally {
    running.stop();
  }
}

/** Which program is taken where nobody named one, by why it is that stack. */
const TAKEN = {
  asked: "cli.taken-asked",
  only: "cli.taken-only",
  none: "cli.taken-none",
} as const satisfies Record<ChosenStack["because"], MessageId>;

function secondsIn(given: string | undefined): number {
  if (given === undefined) return PATIENCE;
  const seconds = Number(given);
  if (/^\d+(?:\.\d+)?$/.test(given) && seconds > 0) return Math.min(seconds, LONGEST);
  throw new InputError(
    message("input.found", { expected: message("expected.seconds", {}), found: JSON.stringify(given) }),
    {
      key: "--timeout",
    },
  );
}
