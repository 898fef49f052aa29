/** Everything that tests leave behind lies in one folder, which goes when the run ends. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Tells the other projects of a run that the folder is there; paths in it must stay short, sockets have no long ones. */
const DONE = "ICP_TESTS_FOLDER";

export default function setup(): (() => void) | undefined {
  if (process.env[DONE] !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "icp-tests-"));
  process.env[DONE] = process.env["TMPDIR"] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
