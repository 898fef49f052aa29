/** A thread that reads files of plans: of each it gives the extracts as text; nothing of one that has something wrong. */
import { resolve } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { fileOfPlan } from "../names/plan-name";
import { extractsIn, type ReadingOrder } from "./extracted";
import { bytesOfFiles } from "./file-bytes";

const { base, source } = workerData as ReadingOrder;
const bytesOf = bytesOfFiles();

parentPort?.on("message", (path: string) => {
  parentPort?.postMessage(textOf(path));
});

/** What is wrong with a file says whoever asked, who reads it again. */
function textOf(path: string): string | undefined {
  try {
    return JSON.stringify(extractsIn(bytesOf(resolve(base, fileOfPlan(path))), path, source));
  } catch {
    return undefined;
  }
}
