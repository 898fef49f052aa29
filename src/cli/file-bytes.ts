/** The bytes of files, one after the other, in memory that each takes over from the one before: to get new one takes longer than to read. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** A function that gives the bytes of a file, which hold until it is asked for those of the next one. */
export function bytesOfFiles(): (file: string) => Uint8Array {
  let buffer = Buffer.alloc(0);
  return (file) => {
    const descriptor = openSync(file, "r");
    try {
      const { size } = fstatSync(descriptor);
      if (buffer.length <= size) buffer = Buffer.allocUnsafeSlow(size + 1);
      let end = 0;
      for (let read = 1; read > 0 && end < buffer.length; end += read)
        read = readSync(descriptor, buffer, end, buffer.length - end, null);
      if (end > size) throw new Error("grows");
      return buffer.subarray(0, end);
    } finally {
      closeSync(descriptor);
    }
  };
}
