/** Adds a waiver to the text of a register. */
import { isDeepStrictEqual } from "node:util";
import { InputError } from "../input/error";
import { message } from "../messages";
import { isMap } from "./draft";
import { withWaiver } from "./insertion";
import { loadRegister, type LoadedRegister, type LoadOptions } from "./load";
import { waiverEntry } from "./snippets";
import type { WaiverDocument } from "./types";
import { keyText, readYaml } from "./yaml";

/** The text of a register with one more waiver, and the line on which that stands. */
export interface Inserted {
  readonly text: string;
  readonly line: number;
}

const BYTE_ORDER_MARK = "\ufeff";

/**
 * Adds a waiver at the end of a register's list; every other byte stays. Throws an `InputError` where the register is faulty
 * or waives that already, and where the text would not read as the old one and this waiver.
 */
export function insertWaiver(text: string, waiver: WaiverDocument, options: LoadOptions): Inserted {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
  const before = text.slice(mark.length);
  refuseTwin(waiver, loadRegister(before, options));
  const after = withWaiver(before, waiver, options.file);
  const line = after === undefined ? undefined : lineAdded(before, after, waiver, options);
  if (after === undefined || line === undefined) {
    const problem = message("input.register-no-place", { entry: waiverEntry(waiver) });
    throw new InputError(problem, { file: options.file, key: "waivers" });
  }
  return { text: mark + after, line };
}

const TARGET = ["rule", "resource", "host", "apex", "stack"] as const;

function refuseTwin(waiver: WaiverDocument, { register, positions, file }: LoadedRegister): void {
  const index = register.waivers.findIndex((other) => TARGET.every((key) => other[key] === waiver[key]));
  const twin = register.waivers[index];
  if (!twin) return;
  const path = ["waivers", index];
  const problem = message("input.register-waived", { rule: twin.rule, until: twin.until });
  throw new InputError(problem, { file, line: positions(path)?.line, key: keyText(path) });
}

/** The line of the waiver where the new text says what the old one does and this waiver, and nothing else. */
function lineAdded(before: string, after: string, waiver: WaiverDocument, options: LoadOptions): number | undefined {
  const was = readYaml(before, options.file).value;
  if (!isMap(was)) return undefined;
  const waivers: readonly unknown[] = Array.isArray(was["waivers"]) ? was["waivers"] : [];
  try {
    const now = readYaml(after, options.file);
    if (!isDeepStrictEqual(now.value, { ...was, waivers: [...waivers, waiver] })) return undefined;
    return loadRegister(after, options).positions(["waivers", waivers.length])?.line;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
