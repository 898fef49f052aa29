/** Adds waivers and filings to the text of a register. */
import { InputError } from "../input/error";
import { message, type Language } from "../messages";
import { isMap } from "./draft";
import { withEntries, type Addition } from "./insertion";
import { apartFromMark } from "./layout";
import { loadAs, loadRegister, type LoadedRegister, type LoadOptions } from "./load";
import { waiverEntry } from "./snippets";
import { newFilings, type SkeletonFiling } from "./skeleton";
import type { FilingDocument, WaiverDocument } from "./types";
import { keyText, readYaml } from "./yaml";

/** The text of a register with one more waiver, and the line on which that stands. */
export interface Inserted {
  readonly text: string;
  readonly line: number;
}

/**
 * Adds a waiver at the end of a register's list; every other byte stays. Throws an `InputError` where the register is faulty
 * or waives that already, and where the text would not read as the old one and this waiver.
 */
export function insertWaiver(text: string, waiver: WaiverDocument, options: LoadOptions): Inserted {
  const [mark, before] = apartFromMark(text);
  refuseTwin(waiver, loadRegister(before, options));
  const yaml = waiverEntry(waiver);
  const entry = { yaml, json: waiverEntry(waiver, "json"), block: [`- ${yaml}`] };
  const after = withEntries(before, { section: "waivers", entries: [entry] }, options.file);
  const line =
    after === undefined ? undefined : lineAdded(before, after, { section: "waivers", values: [waiver] }, options);
  if (after === undefined || line === undefined) {
    const problem = message("input.register-no-place", { entry: yaml });
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

/** What is to be said of filings that are added. */
export interface NewFilings {
  readonly filings: readonly [SkeletonFiling, ...SkeletonFiling[]];
  readonly language: Language;
}

/**
 * Adds filings at the end of a register's list; every other byte stays. Throws an `InputError` where the register is faulty,
 * and where the text would not read as the old one and these filings.
 */
export function insertFilings(text: string, { filings, language }: NewFilings, options: LoadOptions): Inserted {
  const [mark, before] = apartFromMark(text);
  loadRegister(before, options);
  const entries = newFilings(filings, language);
  const after = withEntries(before, { section: "filings", entries }, options.file);
  const values = filings.map(({ domain }): FilingDocument => ({ domain, status: "unfiled" }));
  const line = after === undefined ? undefined : lineAdded(before, after, { section: "filings", values }, options);
  if (after === undefined || line === undefined) {
    const entry = entries.map(({ yaml }) => `- ${yaml}`).join(" ");
    throw new InputError(message("input.no-place", { entry }), { file: options.file, key: "filings" });
  }
  return { text: mark + after, line };
}

/** What comes to the end of a list, as it is read. */
interface Values extends Pick<Addition, "section"> {
  readonly values: readonly (WaiverDocument | FilingDocument)[];
}

/** The first line of what is new where the new text says what the old one does and that, and nothing else. */
function lineAdded(
  before: string,
  after: string,
  { section, values }: Values,
  options: LoadOptions,
): number | undefined {
  const was = readYaml(before, options.file).value;
  if (!isMap(was)) return undefined;
  const list: unknown = was[section];
  const old: readonly unknown[] = Array.isArray(list) ? list : [];
  try {
    const now = loadAs(after, { ...was, [section]: [...old, ...values] }, options);
    return now?.positions([section, old.length])?.line;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
