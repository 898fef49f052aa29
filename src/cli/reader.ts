/** A thread that reads files of plans: of each it gives the extract as text; nothing of one that has something wrong. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { textOfParts, type ReadingOrder } from "./extract-text";

const { base } = workerData as ReadingOrder;
/** For one file after the other: to get new memory for each takes longer than to read it. */
let buffer = Buffer.alloc(0);

parentPort?.on("message", (path: string) => {
  parentPort?.postMessage(textOf(path));
});

/** What is wrong with a file says whoever asked, who reads it again. */
function textOf(path: string): string | undefined {
  try {
    return textOfParts(bytesOf(resolve(base, path)), path);
  } catch {
    return undefined;
  }
}

function bytesOf(file: string): Uint8Array {
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
}
