import { InputError } from "../../src/input/error";
import { loadRegister } from "../../src/register/load";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { TODAY } from "../support/rule-tester";

/** How tests load a register. */
export const options = { file: "icp.yaml", knownRules: RULE_IDS, today: TODAY };
export const load = (text: string) => loadRegister(text, options);
/** The two lines that every register has. */
export const start = "version: 1\nasOf: 2026-11-22\n";
/** A register of one active filing, with more lines in it. */
export const filing = (more: string) => `${start}filings:\n  - domain: example.com\n    status: active\n${more}`;

/** What a register is refused with. */
export function errorOf(work: () => unknown): InputError {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
