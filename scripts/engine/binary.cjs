/**
 * Finds or builds the `pulumi` command line: the binary that PULUMI_BIN names, `pulumi` on PATH, the one built earlier, a build
 * from the Go module in `cli/`. A build lands in a cache outside the tree, keyed by version.
 */
"use strict";
const { spawnSync } = require("node:child_process");
const { accessSync, constants, mkdirSync, readFileSync, renameSync, rmSync, statSync } = require("node:fs");
const { homedir } = require("node:os");
const { delimiter, dirname, join, resolve } = require("node:path");

const moduleDir = join(__dirname, "cli");
const packagePath = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const oldestGo = { major: 1, minor: 25 };

/** The version of the CLI that `cli/go.mod` asks for, for example `3.259.0`. */
function pinnedVersion() {
  const goMod = readFileSync(join(moduleDir, "go.mod"), "utf8");
  const version = /github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)/.exec(goMod)?.[1];
  if (version === undefined) throw new Error(`${join(moduleDir, "go.mod")} names no version of pulumi`);
  return version;
}

/** Where a built binary is kept. */
function cachedBinary() {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  return join(cache, "alicloud-icp", `pulumi-${pinnedVersion()}`, "pulumi");
}

/**
 * The binary to use, without building one.
 *
 * @returns {string | undefined} undefined when there is none yet
 * @throws when PULUMI_BIN names something that cannot be run
 */
function findPulumi() {
  const named = process.env.PULUMI_BIN;
  if (named) {
    if (!isExecutable(named)) throw new Error(`PULUMI_BIN is ${named}, which is not an executable file`);
    return resolve(named);
  }
  const onPath = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return [...onPath.map((dir) => join(dir, "pulumi")), cachedBinary()].find(isExecutable);
}

/**
 * The binary to use, built if there is none.
 *
 * @param {(line: string) => void} [log] takes progress
 * @returns {string} its path
 */
function installPulumi(log = () => {}) {
  const found = findPulumi();
  if (found !== undefined) return found;
  demandGo();
  const version = pinnedVersion();
  const target = cachedBinary();
  log(`Building pulumi ${version} into ${target}; the first time this takes several minutes.`);
  mkdirSync(dirname(target), { recursive: true });
  const partial = `${target}.${process.pid}`;
  const flags = ["-mod=readonly", "-trimpath", "-tags", "osusergo,grpcnotrace", "-ldflags"];
  const linker = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${version}`;
  const build = spawnSync("go", ["build", ...flags, linker, "-o", partial, packagePath], {
    cwd: moduleDir,
    env: { ...process.env, CGO_ENABLED: "0" },
    stdio: ["ignore", 2, 2],
  });
  if (build.status !== 0) {
    rmSync(partial, { force: true });
    throw new Error(`Building pulumi ${version} failed.`);
  }
  renameSync(partial, target);
  return target;
}

function demandGo() {
  const need = `Building pulumi needs Go ${oldestGo.major}.${oldestGo.minor} or later`;
  const go = spawnSync("go", ["env", "GOVERSION"], { cwd: moduleDir, encoding: "utf8" });
  if (go.error) throw new Error(`${need}, and there is no go on PATH; or set PULUMI_BIN to a pulumi you have.`);
  const [, major, minor] = /go(\d+)\.(\d+)/.exec(go.stdout) ?? [];
  const recent =
    Number(major) > oldestGo.major || (Number(major) === oldestGo.major && Number(minor) >= oldestGo.minor);
  if (!recent) {
    const have = go.stdout.trim() || go.stderr.trim();
    throw new Error(`${need}, and this is ${have}; or set PULUMI_BIN to a pulumi you have.`);
  }
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

module.exports = { cachedBinary, findPulumi, installPulumi, isExecutable, pinnedVersion };
