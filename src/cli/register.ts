/** `alicloud-icp register`: judges a register without any plan, and shows it; asks the cloud about it where that is wanted. */
import { InputError } from "../input/error";
import { message } from "../messages";
import type { Exit } from "./errors";
import type { Io } from "./io";
import { findRegisterOf, judgeRegister } from "./judged";
import { reported, type Judging, type ReportedOptions } from "./reported";

/** The options of `register`. What comes with `--verify` alone is what `verify` takes. */
export interface RegisterOptions extends ReportedOptions {
  readonly verify?: boolean;
  readonly plan?: readonly string[];
  readonly endpoint?: readonly string[];
  readonly write?: boolean;
  readonly dryRun?: boolean;
  readonly printPolicy?: boolean;
}

/** Where a check writes its reports, what of plans was accepted, and which rules alone it runs is not this command's. */
export const registerSettings: Judging<ReportedOptions>["settings"] = ({
  format: _,
  baseline: __,
  rule: ___,
  ...found
}) => found;

/** What is said of the cloud, by the option. */
const OF_VERIFY = {
  plan: "--plan",
  endpoint: "--endpoint",
  write: "--write",
  printPolicy: "--print-policy",
} as const satisfies Partial<Record<keyof RegisterOptions, string>>;

/**
 * Judges all of the register that no plan is needed for, writes the report, and gives the exit code. Throws an `InputError`
 * with everything that is wrong with the register.
 */
export async function register(file: string | undefined, given: RegisterOptions, io: Io): Promise<Exit> {
  if (file !== undefined && given.register !== undefined)
    throw new InputError(message("input.two-registers", { file, other: given.register }), { key: "--register" });
  const named = file === undefined ? given : { ...given, register: file };
  refuseAlone(named);
  if (named.verify === true) {
    const { verify } = await import("./verify.js");
    return verify(named, io);
  }
  return reported(named, io, {
    settings: registerSettings,
    judge: async (options, progress) => {
      const found = await findRegisterOf([], options, io);
      return { ...judgeRegister(found, options, io, progress), further: [] };
    },
  });
}

/** What a report is asked for by, and what is written after one: the policy of RAM comes without any. */
const OF_REPORT = { write: "--write", format: "--format", output: "--output" } as const satisfies Partial<
  Record<keyof RegisterOptions, string>
>;

/** Refuses options that mean nothing without another one, or with one. */
function refuseAlone(given: RegisterOptions): void {
  const keys = Object.keys(OF_VERIFY) as (keyof typeof OF_VERIFY)[];
  const alone = keys.find((key) => given[key] !== undefined);
  if (alone !== undefined && given.verify !== true)
    throw new InputError(message("input.option-alone", { other: "--verify" }), { key: OF_VERIFY[alone] });
  if (given.dryRun === true && given.write !== true)
    throw new InputError(message("input.option-alone", { other: "--write" }), { key: "--dry-run" });
  const reporting = (Object.keys(OF_REPORT) as (keyof typeof OF_REPORT)[]).find((key) => given[key] !== undefined);
  if (given.printPolicy === true && reporting !== undefined)
    throw new InputError(message("input.policy-alone", { other: OF_REPORT[reporting] }), { key: "--print-policy" });
}
