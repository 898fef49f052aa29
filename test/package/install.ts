/** The package as a user has it: packed, and unpacked into an empty project as npm would, with Pulumi's packages beside it. */
import { execFileSync, spawnSync, type SpawnSyncReturns } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** What `npm pack` says of what it made. */
export interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** Packs the package in a folder as it is built. */
export function pack(folder: string, destination: string): Packed {
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", destination];
  const [packed] = JSON.parse(execFileSync("npm", args, { cwd: folder, encoding: "utf8" })) as [Packed];
  return packed;
}

/** A project that has the package installed, and nothing else of ours. */
export interface Installation {
  readonly project: string;
  readonly installed: string;
  readonly packed: Packed;
  readonly tarball: string;
  /** Runs Node in the project. */
  readonly node: (...args: string[]) => SpawnSyncReturns<string>;
  readonly remove: () => void;
}

export function installPackage(): Installation {
  const project = mkdtempSync(join(tmpdir(), "alicloud-icp-package-"));
  const installed = join(project, "node_modules/alicloud-icp");
  const packed = pack(".", project);
  const tarball = join(project, packed.filename);
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
  // The package's own dependencies are what npm would install next to it.
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: Record<string, string> };
  for (const name of new Set(Object.keys(dependencies).map((one) => one.split("/")[0] ?? one))) {
    symlinkSync(resolve("node_modules", name), join(project, "node_modules", name));
  }
  writeFileSync(join(project, "package.json"), '{ "private": true }\n');
  return {
    project,
    installed,
    packed,
    tarball,
    node: (...args) => spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" }),
    remove: () => {
      rmSync(project, { recursive: true, force: true });
    },
  };
}
