// `npm run demo`: the command on two planned stacks, one that must not be created and one that is fine.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
if (!existsSync(`${root}dist/cli.js`)) {
  spawnSync(process.execPath, [`${root}scripts/build.mjs`, "--no-types"], { stdio: "inherit" });
}

/** Each example, the code the command must end with, and what it shows. */
const shows = [
  { example: "ecs-pay-as-you-go", code: 1, what: "an unfiled domain on a pay-as-you-go server: blocked" },
  { example: "company-site", code: 0, what: "a company site with its filing: clean" },
];

for (const { example, code, what } of shows) {
  const args = ["check", `examples/${example}/preview.json`, "--now", "2026-11-25"];
  console.log(`\n── ${example}: ${what}\n$ alicloud-icp ${args.join(" ")}\n`);
  const run = spawnSync(process.execPath, [`${root}dist/cli.js`, ...args], { cwd: root, stdio: "inherit" });
  if (run.status !== code) {
    console.error(`expected the command to end with ${code}, and it ended with ${run.status}`);
    process.exit(1);
  }
}
