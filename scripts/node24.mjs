// Runs a script on Node 24, whose binary comes as an npm package. Usage: node scripts/node24.mjs SCRIPT [ARGUMENT…]
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const major = 24;
const platform = { linux: "linux", darwin: "darwin" }[process.platform];
if (platform === undefined) throw new Error(`Node ${major} is only fetched on Linux and macOS`);

const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
const folder = join(cache, "alicloud-icp", `node-${major}`);
const name = `node-${platform}-${process.arch}`;
const binary = join(folder, "node_modules", name, "bin", "node");

if (!existsSync(binary)) {
  mkdirSync(folder, { recursive: true });
  const install = spawnSync("npm", ["install", "--no-save", "--prefix", folder, `${name}@${major}`], {
    stdio: ["ignore", 2, 2],
  });
  if (install.status !== 0) process.exit(install.status ?? 1);
}
const run = spawnSync(binary, process.argv.slice(2), {
  stdio: "inherit",
  env: { ...process.env, ICP_ENGINE_REQUIRED: "" },
});
process.exit(run.status ?? 1);
