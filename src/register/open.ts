/** Finds and reads the register: what every door calls. */
import { readFileSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import { InputError } from "../errors";
import { RULE_IDS } from "../rules/ids";
import { findRegister, type FindOptions } from "./find";
import { loadRegister, takeRegister, type LoadedRegister } from "./load";
import { declare, nothingDeclared, type Declared } from "./register";

export interface OpenOptions extends Omit<FindOptions, "explicit"> {
  /** A path, or the document itself as Pulumi's policy configuration holds it. */
  readonly explicit?: unknown;
}

/** The declared register, or `nothingDeclared` when there is none. Throws an `InputError` when it is not fit for use. */
export function openRegister({ explicit, ...options }: OpenOptions): Declared {
  if (explicit !== undefined && explicit !== null && typeof explicit !== "string") {
    return declare(takeRegister(explicit, { file: "policy configuration, register", knownRules: RULE_IDS }));
  }
  const found = findRegister({ ...options, explicit: explicit ?? undefined });
  if (!found) return nothingDeclared;
  return declare(readRegisterFile(found.file, shortName(found.file, options.base ?? options.startFolders[0])));
}

/** Reads a register file; `name` is what messages call it. Throws an `InputError`. */
export function readRegisterFile(file: string, name = file): LoadedRegister {
  return loadRegister(decode(readBytes(file, name), name), { file: name, knownRules: RULE_IDS });
}

const MOST_BYTES = 5_000_000;

function readBytes(file: string, name: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new InputError(`cannot be read (${code}); expected a file that this user may read`, { file: name });
  }
}

/** The text of a file in UTF-8, with or without a byte order mark. Throws an `InputError` for any other encoding. */
export function decode(bytes: Uint8Array, file: string): string {
  if (bytes.length > MOST_BYTES) throw new InputError("is larger than 5 MB; is it a register?", { file });
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new InputError("is UTF-16; save it as UTF-8", { file });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InputError("is not text in UTF-8; save it as UTF-8", { file });
  }
}

/** The path from `base` where the file lies below it, with slashes on every system. */
function shortName(file: string, base: string | undefined): string {
  const path = base === undefined ? file : relative(base, file);
  return path.startsWith("..") || isAbsolute(path) ? file : path.replaceAll("\\", "/");
}
