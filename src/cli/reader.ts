/** A thread that reads files of plans: of each it gives the extract as text; nothing of one that has something wrong. */
import { parentPort, workerData } from "node:worker_threads";
import { readPlanFile } from "../plan/read/file";
import { extractText, type Asked } from "./extract-text";

const { base } = workerData as Asked;

parentPort?.on("message", (path: string) => {
  parentPort?.postMessage(textOf(path));
});

/** What is wrong with a file says whoever asked, who reads it again. */
function textOf(path: string): string | undefined {
  try {
    return extractText(readPlanFile(path, base).bytes, path);
  } catch {
    return undefined;
  }
}
