/**
 * What is kept in a folder from one run to the next, whole or not at all. Nothing here ever fails: what cannot be read or
 * written is made anew.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** V8 trusts what it is given, so a checksum comes first; V8 wants what follows at a multiple of 8 bytes. */
const CHECKSUM_BYTES = 8;
/** Disks lose whole sectors, of 512 bytes at least: a few words of each are enough to see it, and a tenth of the work. */
const BYTES_A_WORD = 128;
const MONTH = 30 * 24 * 60 * 60 * 1000;

/** What is kept under a name; undefined where it is not there, damaged, or in another user's folder. */
export function readKept(folder: string, name: string): Buffer | undefined {
  try {
    const bytes = readFileSync(join(folder, name));
    const data = bytes.subarray(CHECKSUM_BYTES);
    return isOwn(folder) && bytes.subarray(0, CHECKSUM_BYTES).equals(checksumOf(data)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps data under names, and removes what has lain there for a month under names that do not end as `ending` says. */
export function keep(folder: string, all: Iterable<readonly [name: string, data: () => Buffer]>, ending: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwn(folder)) return;
    for (const [name, made] of all) {
      const data = made();
      const temporary = join(folder, `${name}.${process.pid}.tmp`);
      writeFileSync(temporary, Buffer.concat([checksumOf(data), data]));
      renameSync(temporary, join(folder, name));
    }
    removeOld(folder, ending);
  } catch {
    // A full disk, or a home that is not for writing.
  }
}

/** FNV-1a over some words of the data, and its length. Node's own digests take longer to load than a small check takes. */
function checksumOf(data: Buffer): Buffer {
  // Words as they lie there: to read each from the buffer takes several times as long until that is compiled.
  const aligned = data.byteOffset % 4 === 0 ? data : Uint8Array.from(data);
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, data.length >> 2);
  let sum = 0x811c9dc5;
  for (let at = 0; at < words.length; at += BYTES_A_WORD / 4) sum = Math.imul(sum ^ (words[at] ?? 0), 0x01000193);
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeInt32LE(sum | 0, 0);
  checksum.writeUInt32LE(data.length, 4);
  return checksum;
}

/** Whether a folder is this user's: what others wrote is not run. */
const isOwn = (folder: string): boolean => process.getuid === undefined || statSync(folder).uid === process.getuid();

/** Removes what other builds, other versions of Node and broken runs have left, a month after it was written. */
function removeOld(folder: string, ending: string): void {
  const before = Date.now() - MONTH;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (!name.endsWith(ending) && statSync(file).mtimeMs < before) rmSync(file, { force: true });
  }
}
