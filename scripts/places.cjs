#!/usr/bin/env node
/**
 * Provides the programs of the places that people work in, for the tests of these: shells, pre-commit, and the schemas of
 * GitHub and GitLab.
 *
 *     node scripts/places.cjs        progress on stderr, the folder of the Python programs as the last line of stdout
 *
 * These come from the packages of the system, which needs root or sudo; Python's programs go into the user's cache.
 */
const { spawnSync } = require("node:child_process");
const { existsSync } = require("node:fs");
const { homedir } = require("node:os");
const { delimiter, join } = require("node:path");
const { installPackages } = require("./apt.cjs");
const { isExecutable } = require("./go-binary.cjs");

/** Shells that complete, and what pages call to read reports. */
const PROGRAMS = ["zsh", "fish", "jq"];
const PYTHON = ["pre-commit==4.7.0", "check-jsonschema==0.39.0"];
/** Names the folder of the Python programs. */
const VARIABLE = "ICP_PYTHON_PROGRAMS";

/**
 * Where a program is; undefined when there is none.
 *
 * @param {string} name
 * @returns {string | undefined}
 */
function findProgram(name) {
  const folders = [process.env[VARIABLE] ?? "", ...(process.env.PATH ?? "").split(delimiter)].filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function installPrograms() {
  const missing = PROGRAMS.filter((name) => findProgram(name) === undefined);
  if (missing.length > 0) installPackages(missing);
}

/** Gives the folder that the programs are in. */
function installPython() {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const folder = join(cache, "alicloud-icp", PYTHON.join("-").replaceAll("==", "-"));
  const bin = join(folder, "bin");
  if (!existsSync(join(bin, "pre-commit")) || !existsSync(join(bin, "check-jsonschema"))) {
    run("python3", "-m", "venv", folder);
    run(join(bin, "pip"), "install", "--quiet", ...PYTHON);
  }
  return bin;
}

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { stdio: ["ignore", 2, 2] });
  if (error || status !== 0) throw new Error(`${command} ${args.join(" ")} failed`);
}

module.exports = { findProgram };

if (require.main === module) {
  try {
    installPrograms();
    console.log(installPython());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
