/** The programs in the real engine: the previews that are kept are what it says today, and what it refuses is refused. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { captured } from "../../scripts/engine/capture.cjs";
import { preview } from "../../scripts/engine/engine.cjs";
import { cli } from "../cli/terminal";
import { awkward, captures, comparable, linesOf } from "../programs/programs";
import { JUDGED, REFUSED } from "../programs/exceptions";
import { describeEngine } from "./engine";

const ours = captures.filter(({ folder }) => folder.startsWith("test/programs/"));

describeEngine("pulumi preview of a program", () => {
  it.each(ours.map((one) => [`${one.folder}/${one.file}`, one] as const))("says what is kept in %s", async (_, one) => {
    const { text, outputs } = await captured(resolve(one.folder), one.stack);
    expect(text).toBe(readFileSync(join(one.folder, one.file), "utf8"));
    const kept = join(one.folder, "stack-outputs.json");
    expect(outputs).toEqual(existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")) : {});
  });

  // Too large to be kept.
  it.each(["many-resources", "writes-much"])("gives the findings of the command for %s", async (name) => {
    const dir = resolve(awkward(name));
    const { status, stdout, stderr } = await preview({ dir, json: true, showSames: true });
    expect(status, stderr).toBe(0);
    const ran = await cli(["check", "-", "--format", "json"], { cwd: dir, stdin: stdout });
    expect(linesOf(comparable(ran))).toEqual(JUDGED[name]?.findings);
  });

  it.each(["duplicate-name", "exits-zero", "logs-error", "missing-argument", "run-error"])(
    "fails for %s as the command does",
    async (name) => {
      const { status, stdout } = await preview({ dir: resolve(awkward(name)), json: true });
      const { diagnostics = [] } = JSON.parse(stdout) as { diagnostics?: { severity?: string }[] };
      expect(status !== 0 || diagnostics.some(({ severity }) => severity === "error")).toBe(true);
      expect(REFUSED[name]?.says).not.toEqual([]);
    },
  );
});
