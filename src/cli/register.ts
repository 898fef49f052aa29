/** `alicloud-icp register`: judges a register without any plan, and shows it. */
import { InputError } from "../input/error";
import { message } from "../messages";
import type { Exit } from "./errors";
import type { Io } from "./io";
import { judgeRegister } from "./judged";
import { reported, type ReportedOptions } from "./reported";

/**
 * Judges all of the register that no plan is needed for, writes the report, and gives the exit code. Throws an `InputError`
 * with everything that is wrong with the register.
 */
export function register(file: string | undefined, given: ReportedOptions, io: Io): Promise<Exit> {
  if (file !== undefined && given.register !== undefined)
    throw new InputError(message("input.two-registers", { file, other: given.register }), { key: "--register" });
  return reported(file === undefined ? given : { ...given, register: file }, io, {
    // Where a check writes its reports, what of plans was accepted, and which rules alone it runs is not this command's.
    settings: ({ format: _, baseline: __, rule: ___, ...found }) => found,
    judge: async (options, progress) => ({ ...(await judgeRegister(options, io, progress)), further: [] }),
  });
}
