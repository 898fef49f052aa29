/** The text of a file that a user gave: on Windows a redirection or an editor may have made UTF-16 of it. */
import { constants, isAscii, isUtf8 } from "node:buffer";
import { message, type Message } from "../messages";
import { InputError } from "./error";

/** What compressed files begin with. */
const GZIP = Buffer.from([0x1f, 0x8b]);
const ZIP = Buffer.from("PK\u0003");

/**
 * The text of a file in UTF-8, with or without byte order mark, or in UTF-16 with one. Throws an `InputError` that names
 * `file` for anything else; `expected` is what should have been in it.
 */
export function decode(bytes: Uint8Array, file: string, expected: Message): string {
  // A view, not a copy: previews of large stacks have hundreds of megabytes.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [first, second, third] = buffer;
  if (first === 0xff && second === 0xfe) return utf16(buffer.subarray(2), file);
  if (first === 0xfe && second === 0xff) return utf16(swapped(buffer.subarray(2), file), file);
  refuseCompressed(buffer, file);
  if (buffer.includes(0)) {
    const halves = second === 0 || first === 0;
    throw new InputError(halves ? message("input.utf16-unmarked", {}) : message("input.binary", { expected }), {
      file,
    });
  }
  // Most plans are plain ASCII, which needs no decoding.
  if (isAscii(buffer)) return text(buffer, "latin1", file);
  if (!isUtf8(buffer)) throw new InputError(message("input.other-encoding", {}), { file });
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  return text(marked ? buffer.subarray(3) : buffer, "utf8", file);
}

function refuseCompressed(buffer: Buffer, file: string): void {
  const isZip = buffer.subarray(0, 3).equals(ZIP);
  if (!isZip && !buffer.subarray(0, 2).equals(GZIP)) return;
  const isSaved = isZip && firstEntryOf(buffer) === "tfplan";
  throw new InputError(isSaved ? message("input.terraform-saved", {}) : message("input.compressed", {}), { file });
}

/** The name of the first file in a zip: in a plan that Terraform or OpenTofu saves, the plan itself. */
const firstEntryOf = (zip: Buffer): string =>
  zip.length < 30 ? "" : zip.toString("latin1", 30, 30 + zip.readUInt16LE(26));

function utf16(buffer: Buffer, file: string): string {
  refuseHalf(buffer, file);
  return text(buffer, "utf16le", file);
}

function swapped(buffer: Buffer, file: string): Buffer {
  refuseHalf(buffer, file);
  return Buffer.from(buffer).swap16();
}

function refuseHalf(buffer: Buffer, file: string): void {
  if (buffer.length % 2 !== 0) {
    throw new InputError(message("input.utf16-cut", {}), { file });
  }
}

function text(buffer: Buffer, encoding: "latin1" | "utf8" | "utf16le", file: string): string {
  try {
    return buffer.toString(encoding);
  } catch {
    // Every other reason was ruled out: JavaScript's strings have an end.
    const most = Math.floor(constants.MAX_STRING_LENGTH / 1_000_000);
    throw new InputError(message("input.too-long", { most }), { file });
  }
}
