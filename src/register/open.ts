/** Finds and reads the register: what every door calls. */
import { readFileSync, statSync } from "node:fs";
import { decode } from "../input/decode";
import { codeOf } from "../base/errors";
import { InputError } from "../input/error";
import { message } from "../messages";
import { RULE_IDS } from "../vocabulary/rule-ids";
import type { Day } from "../base/calendar";
import { findRegister, shortName, verifiedFileOf, type FindOptions } from "./find";
import { loadRegister, takeRegister, type LoadedRegister } from "./load";
import { asRegister, nothingDeclared, type Register } from "./register";
import { readVerified, type VerifiedOptions } from "./verified-file";

export interface OpenOptions extends Omit<FindOptions, "explicit"> {
  /** A path, or the document itself as Pulumi's policy configuration holds it. */
  readonly explicit?: unknown;
  /** The day on which it is read, in Asia/Shanghai. */
  readonly today: Day;
  /** Hears why what the cloud said cannot be used, where that counts as nothing then; left out where it is bad input. */
  readonly unusable?: VerifiedOptions["unusable"];
}

/**
 * The declared register with what the cloud said of it, or `nothingDeclared` when there is none. Throws an `InputError` when it
 * is not fit for use.
 */
export function openRegister({ explicit, today, unusable, ...options }: OpenOptions): Register {
  if (explicit !== undefined && explicit !== null && typeof explicit !== "string") {
    return asRegister(takeRegister(explicit, { file: "policy configuration, register", knownRules: RULE_IDS, today }));
  }
  const found = findRegister({ ...options, explicit: explicit ?? undefined });
  if (!found) return nothingDeclared;
  const name = shortName(found.file, options.base ?? options.startFolders[0]);
  const loaded = readRegisterFile(found.file, name, today);
  // Nothing lies beside a pipe.
  const isFile = statSync(found.file, { throwIfNoEntry: false })?.isFile() === true;
  if (!isFile) return asRegister(loaded);
  return asRegister(loaded, readVerified(verifiedFileOf(found.file), { name: verifiedFileOf(name), today, unusable }));
}

/** Reads a register file; `name` is what messages call it. Throws an `InputError`. */
const readRegisterFile = (file: string, name: string, today: Day): LoadedRegister =>
  loadRegister(textOf(readBytes(file, name), name), { file: name, knownRules: RULE_IDS, today });

/** The text of a register file that is to be written again, with its byte order mark. Throws an `InputError`. */
export function registerText(file: string, name: string): string {
  if (!statSync(file).isFile()) throw new InputError(message("input.register-device", {}), { file: name });
  const bytes = readBytes(file, name);
  const text = bytes.toString("utf8");
  if (text.replace(/^\ufeff/, "") === textOf(bytes, name)) return text;
  throw new InputError(message("input.register-utf16", {}), { file: name });
}

const textOf = (bytes: Buffer, name: string): string => decode(bytes, name, message("expected.yaml", {}));

/** A register of more megabytes is none. */
const MOST = 5;

function readBytes(file: string, name: string): Buffer {
  const bytes = bytesOf(file, name);
  if (bytes.length > MOST * 1_000_000)
    throw new InputError(message("input.register-large", { most: MOST }), { file: name });
  return bytes;
}

function bytesOf(file: string, name: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new InputError(
      message("input.unreadable-file", { code: codeOf(error), expected: message("expected.readable", {}) }),
      { file: name },
    );
  }
}
