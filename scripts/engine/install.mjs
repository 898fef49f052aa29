#!/usr/bin/env node
/**
 * Provides a `pulumi` command line for the tests that run the real engine.
 *
 *     node scripts/engine/install.mjs        progress on stderr, the binary's path as the last line of stdout
 *
 * In this order: the binary that PULUMI_BIN names, `pulumi` on PATH, the one built earlier, a build from the Go module in
 * `cli/`. A build takes several minutes, needs Go 1.25 or later, and lands in a cache outside the tree, keyed by version.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const moduleDir = join(dirname(fileURLToPath(import.meta.url)), "cli");
const packagePath = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const oldestGo = { major: 1, minor: 25 };

/** The version of the CLI that `cli/go.mod` asks for, for example `3.259.0`. */
export function pinnedVersion() {
  const goMod = readFileSync(join(moduleDir, "go.mod"), "utf8");
  const version = /github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)/.exec(goMod)?.[1];
  if (version === undefined) throw new Error(`${join(moduleDir, "go.mod")} names no version of pulumi`);
  return version;
}

/** Where a built binary is kept. */
export function cachedBinary() {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  return join(cache, "alicloud-icp", `pulumi-${pinnedVersion()}`, "pulumi");
}

/**
 * The binary to use, without building one.
 *
 * @returns {string | undefined} undefined when there is none yet
 * @throws when PULUMI_BIN names something that cannot be run
 */
export function findPulumi() {
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
export function installPulumi(log = () => {}) {
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

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(installPulumi((line) => console.error(line)));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
