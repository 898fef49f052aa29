/** Every stack of test/stacks in the real engine, with the pack: what it reports is what is expected. */
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { preview, temporaryBackend, up } from "../../scripts/engine/engine.cjs";
import { beforeOf, folderOf, policiesFor, previewFiles, stackNames, stackOf } from "../stacks/stacks";
import { TODAY } from "../support/rule-tester";
import { describeEngine, violationsIn } from "./engine";

const packs = [resolve(".")];
const env = { ALICLOUD_ICP_NOW: TODAY };
const runs = stackNames.flatMap((name) => previewFiles(name).map((file) => ({ name, file })));

describeEngine("pulumi preview --policy-pack", () => {
  it.each(runs)("reports for $name/$file what is expected", async ({ name, file }) => {
    const backend = temporaryBackend();
    try {
      const where = { dir: resolve(folderOf(name)), stack: stackOf(file), backend, env };
      const before = beforeOf(name);
      if (before) expect((await up({ ...where, config: { ...before } })).status).toBe(0);
      const { status, stdout, stderr } = await preview({ ...where, packs });
      const expected = policiesFor(name, file);
      // What is about no resource of the plan, Pulumi shows at the stack.
      const lines = expected.map(({ said, resource }) => `${said} ${resource || `${name}-${stackOf(file)}`}`).sort();
      expect(violationsIn(stdout), stdout + stderr).toEqual(lines);
      expect(status === 0, stdout + stderr).toBe(!expected.some(({ said }) => said.startsWith("mandatory")));
    } finally {
      backend.dispose();
    }
  });
});
