/** What becomes of the process of a program when the command is ended. Needs `npm run build`. */
import { spawn } from "node:child_process";
import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { emptyFolder, repository } from "../cli/terminal";
import { BUNDLE } from "../cli/watching/command";

/** A program that never rests, so that it hears of nothing, and tells its process and that of one that it has started. */
const BUSY = `require("@pulumi/pulumi");
const { pid } = require("node:child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 600_000)"]);
require("node:fs").writeSync(1, "pids " + process.pid + " " + pid + ".");
for (;;) Date.now();
`;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe.skipIf(!existsSync(BUNDLE))("the process of a program", { timeout: 60_000 }, () => {
  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
    "ends with the command at %s, with all it has started",
    async (signal) => {
      const folder = emptyFolder();
      writeFileSync(join(folder, "Pulumi.yaml"), "name: busy\nruntime: nodejs\n");
      writeFileSync(join(folder, "index.js"), BUSY);
      symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
      const check = spawn(process.execPath, [BUNDLE, "check", folder], { stdio: ["ignore", "ignore", "pipe"] });
      const ended = new Promise((resolve) => check.once("exit", (_, by) => { resolve(by); }));
      let told = "";
      const pids = await new Promise<number[]>((resolve) => {
        check.stderr.on("data", (text: Buffer) => {
          told += text.toString();
          const found = /pids (\d+) (\d+)\./.exec(told);
          if (found) resolve(found.slice(1).map(Number));
        });
      });
      expect(pids.map(isAlive)).toEqual([true, true]);
      check.kill(signal);
      expect(await ended).toBe(signal);
      for (let turn = 0; turn < 50 && pids.some(isAlive); turn++) await setTimeout(100);
      expect(pids.map(isAlive)).toEqual([false, false]);
    },
  );
});
