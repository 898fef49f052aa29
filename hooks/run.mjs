#!/usr/bin/env node
/**
 * Runs alicloud-icp for pre-commit, in the version of this checkout. The package comes from the registry when it is needed
 * first, and is kept beside: to build it here would take all that its tests need.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withPlansShown } from "../action/saved-plans.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const cache = join(root, ".cache");
const folder = join(cache, `${name}-${version}`);
const command = join(folder, "package", "dist", "cli.js");

/** Gets the package without what it depends on: the command has all it needs in files of its own. */
function getPackage() {
  mkdirSync(cache, { recursive: true });
  const temporary = mkdtempSync(join(cache, "package-"));
  try {
    // On Windows npm is no program but a script.
    const options = { cwd: temporary, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" };
    const packed = spawnSync("npm", ["pack", "--loglevel=error", "--ignore-scripts", `${name}@${version}`], options);
    const [file] = readdirSync(temporary);
    if (packed.status !== 0 || file === undefined) throw new Error(`npm has no ${name}@${version}`);
    const unpacked = spawnSync("tar", ["-xzf", file], { cwd: temporary, stdio: ["ignore", "ignore", "inherit"] });
    if (unpacked.status !== 0) throw new Error(`${file} cannot be unpacked`);
    // Another commit may have been faster.
    if (!existsSync(command)) renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

const run = (args) => spawnSync(process.execPath, [command, ...args], { stdio: "inherit" }).status ?? 3;

/** The arguments of each call: all at once, but a register by itself. */
function callsOf(args) {
  if (args[0] !== "register") return [args];
  const isRegister = (one) => /\.ya?ml$/.test(one) && statSync(one, { throwIfNoEntry: false })?.isFile() === true;
  const first = args.findLastIndex((one) => !isRegister(one)) + 1;
  const files = args.slice(first);
  return files.length < 2 ? [args] : files.map((file) => [...args.slice(0, first), file]);
}

try {
  if (!existsSync(command)) getPackage();
  const runAll = (args) => Math.max(...callsOf(args).map(run));
  process.exitCode = withPlansShown(process.argv.slice(2), process.cwd(), runAll);
} catch (error) {
  console.error(`alicloud-icp: ${error.message}`);
  process.exitCode = 3;
}
