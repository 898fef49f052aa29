/**
 * Finds or builds a program written in Go: the binary that a variable names (`PULUMI_BIN` for `pulumi`), the one on PATH, the one
 * built earlier, a build from a Go module of this repository. A build lands in a cache outside the tree, keyed by version.
 */
"use strict";
const { spawnSync } = require("node:child_process");
const { accessSync, constants, mkdirSync, readFileSync, renameSync, rmSync, statSync } = require("node:fs");
const { homedir } = require("node:os");
const { delimiter, dirname, join, resolve } = require("node:path");

/**
 * A program that may have to be built.
 *
 * @param {object} program
 * @param {string} program.name what its binary is called
 * @param {string} program.moduleDir the folder of the `go.mod` that asks for it
 * @param {string} program.modulePath the module it is in, whose version is the program's
 * @param {string} [program.packagePath] the package to build, where that is not the module
 * @param {string} program.cost what a build takes, to be told before it starts
 * @param {readonly string[]} [program.flags] flags of the build
 * @param {(version: string) => string} [program.linkerFlags]
 */
function goBinary({ name, moduleDir, modulePath, packagePath = modulePath, cost, flags = [], linkerFlags = () => "" }) {
  const variable = `${name.toUpperCase().replaceAll("-", "_")}_BIN`;
  const asked = (pattern) => {
    const found = pattern.exec(readFileSync(join(moduleDir, "go.mod"), "utf8"))?.[1];
    if (found === undefined) throw new Error(`${join(moduleDir, "go.mod")} does not say ${pattern}`);
    return found;
  };

  /** The version that `go.mod` asks for, for example `3.259.0`. */
  const version = () => asked(new RegExp(`^(?:require )?\\s*${modulePath.replaceAll(".", "\\.")} v(\\S+)`, "m"));

  const cached = () => {
    const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
    return join(cache, "alicloud-icp", `${name}-${version()}`, name);
  };

  /**
   * The binary to use, without building one.
   *
   * @returns {string | undefined} undefined when there is none yet
   * @throws when the variable names something that cannot be run
   */
  function find() {
    const named = process.env[variable];
    if (named) {
      if (!isExecutable(named)) throw new Error(`${variable} is ${named}, which is not an executable file`);
      return resolve(named);
    }
    const onPath = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
    return [...onPath.map((dir) => join(dir, name)), cached()].find(isExecutable);
  }

  /**
   * The binary to use, built if there is none.
   *
   * @param {(line: string) => void} [log] takes progress
   * @returns {string} its path
   */
  function install(log = () => undefined) {
    const found = find();
    if (found !== undefined) return found;
    demandGo();
    const target = cached();
    log(`Building ${name} ${version()} into ${target}; the first time this takes ${cost}.`);
    mkdirSync(dirname(target), { recursive: true });
    const partial = `${target}.${process.pid}`;
    const linker = `-s -w ${linkerFlags(version())}`.trim();
    const build = ["build", "-mod=readonly", "-trimpath", ...flags, "-ldflags", linker, "-o", partial, packagePath];
    const { status } = spawnSync("go", build, {
      cwd: moduleDir,
      env: { ...process.env, CGO_ENABLED: "0" },
      stdio: ["ignore", 2, 2],
    });
    if (status !== 0) {
      rmSync(partial, { force: true });
      throw new Error(`Building ${name} ${version()} failed.`);
    }
    renameSync(partial, target);
    return target;
  }

  function demandGo() {
    const oldest = asked(/^go (\d+\.\d+)/m);
    const need = `Building ${name} needs Go ${oldest} or later`;
    const go = spawnSync("go", ["env", "GOVERSION"], { cwd: moduleDir, encoding: "utf8" });
    if (go.error) throw new Error(`${need}, and there is no go on PATH; or set ${variable} to a ${name} you have.`);
    const [major, minor] = (/go(\d+\.\d+)/.exec(go.stdout)?.[1] ?? "0.0").split(".").map(Number);
    const [oldestMajor, oldestMinor] = oldest.split(".").map(Number);
    if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
    const have = go.stdout.trim() || go.stderr.trim();
    throw new Error(`${need}, and this is ${have}; or set ${variable} to a ${name} you have.`);
  }

  return { find, install, version };
}

/** Whether a path is a file that can be run. */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

module.exports = { goBinary, isExecutable };
