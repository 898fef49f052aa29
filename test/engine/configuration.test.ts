/** What Pulumi's own words in a policy configuration do to the pack, in the real engine. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { preview } from "../../scripts/engine/engine.cjs";
import { folderOf } from "../stacks/stacks";
import { TODAY } from "../support/rule-tester";
import { describeEngine, violationsIn } from "./engine";

const name = "first-deployment";
let folder: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "alicloud-icp-config-")));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Two mandatory violations, something that a mandatory rule cannot decide, and no register. */
async function previewed(config: object) {
  const file = join(folder, "config.json");
  writeFileSync(file, JSON.stringify(config));
  return preview({
    dir: resolve(folderOf(name)),
    packs: [resolve(".")],
    packConfigs: [file],
    env: { ALICLOUD_ICP_NOW: TODAY },
  });
}

const advice = [
  "advisory icp-cdn-coverage static",
  "advisory icp-dns-record www",
  `advisory icp-register-stale ${name}-dev`,
  "advisory icp-server-billing web",
];
const stopping = [
  "mandatory icp-dns-record www",
  `mandatory icp-register-stale ${name}-dev`,
  "mandatory icp-server-billing web",
  "mandatory icp-undetermined static",
];

describeEngine("pulumi preview --policy-pack-config", () => {
  it.each([
    ["makes everything advice", { all: "advisory" }, advice, 0],
    ["takes the other form of it", { all: { enforcementLevel: "advisory" } }, advice, 0],
    ["switches everything off", { all: "disabled" }, [], 0],
    ["makes everything stop", { all: "mandatory" }, stopping, 1],
    [
      "lets a policy's own level win",
      { all: "disabled", "icp-dns-record": "advisory" },
      ["advisory icp-dns-record www"],
      0,
    ],
    [
      "says which name is wrong, and judges the rest",
      { all: "advisory", "icp-dsn-record": "disabled" },
      [...advice, `advisory icp-register ${name}-dev`],
      0,
    ],
  ])("%s", async (_what, config, expected, exit) => {
    const { status, stdout, stderr } = await previewed(config);
    expect(violationsIn(stdout), stdout + stderr).toEqual([...expected].sort());
    expect(status).toBe(exit);
    expect(stdout.includes("(did you mean icp-dns-record?)")).toBe("icp-dsn-record" in config);
  });
});
