/**
 * A stand-in for the npm registry that has the packages which the package and programs depend on, as they are installed here:
 * npm itself can install without a network.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname, join } from "node:path";

export interface Registry {
  /** What npm and what it starts are to be told in the environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => void;
}

/** What programs install besides: here it is there for tests alone. Nobody looks at its types, which are most of it. */
const OF_PROGRAMS = ["@pulumi/alicloud"];
const TYPES = ["*.d.ts", "*.map"];
const isOfPrograms = (folder: string): boolean => OF_PROGRAMS.some((name) => folder.endsWith(`node_modules/${name}`));

/** Where each version of a package is installed, by its name. */
function installed(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, { version?: string; dev?: boolean }>;
  };
  const found = new Map<string, Map<string, string>>();
  for (const [folder, { version = "", dev }] of Object.entries(lock.packages)) {
    const [name = ""] = folder.split("node_modules/").slice(-1);
    if (folder === "" || (dev === true && !OF_PROGRAMS.includes(name))) continue;
    if (!existsSync(join(folder, "package.json"))) continue;
    found.set(name, (found.get(name) ?? new Map<string, string>()).set(version, folder));
  }
  return found;
}

/** What a registry says of a package. */
function described(name: string, versions: ReadonlyMap<string, string>, url: string): object {
  const all = [...versions].map(([version, folder]) => {
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as object;
    return [version, { ...about, dist: { tarball: `${url}/-/${folder}` } }] as const;
  });
  return { name, "dist-tags": { latest: all[0]?.[0] }, versions: Object.fromEntries(all) };
}

/** Starts one; `folder` is a place for npm's cache. */
export async function startRegistry(folder: string): Promise<Registry> {
  const packages = installed();
  const folders = new Set([...packages.values()].flatMap((versions) => [...versions.values()]));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "").slice(1);
    const versions = packages.get(path);
    const packed = path.replace(/^-\//, "");
    if (versions) {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(described(path, versions, url)));
    } else if (folders.has(packed)) {
      const left = ["node_modules", ...(isOfPrograms(packed) ? TYPES : [])].map((name) => `--exclude=${name}`);
      const tar = ["-cz", ...left, "-C", dirname(packed), basename(packed)];
      spawn("tar", tar, { stdio: ["ignore", "pipe", "inherit"] }).stdout.pipe(response);
    } else {
      response.writeHead(404).end("{}");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: {
      npm_config_registry: url,
      npm_config_cache: join(folder, "npm-cache"),
      npm_config_userconfig: join(folder, "npmrc"),
      npm_config_audit: "false",
      npm_config_fund: "false",
      npm_config_update_notifier: "false",
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
