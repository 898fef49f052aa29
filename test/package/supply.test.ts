/** Where what is installed and shipped comes from. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const locked = Object.entries(lock.packages).filter(([name]) => name !== "");

it("locks every package to what the registry had, by its digest", () => {
  const fromRegistry = ({ resolved = "https://registry.npmjs.org/" }: Locked): boolean =>
    resolved.startsWith("https://registry.npmjs.org/");
  const loose = locked.filter(
    ([, one]) => one.link === true || !(one.integrity ?? "").startsWith("sha512-") || !fromRegistry(one),
  );
  expect(loose.map(([name]) => name)).toEqual([]);
  expect(locked.length).toBeGreaterThan(100);
});

it("needs no install script of a dependency", () => {
  const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([name]) => name);
  // esbuild looks at the binary that came with it; protobufjs warns of versions; openapi-core, an optional peer, installs
  // typings on Node 10 and 12. The checks install without them.
  expect(scripted.sort()).toEqual([
    "node_modules/@alicloud/openapi-core",
    "node_modules/esbuild",
    "node_modules/protobufjs",
  ]);
  expect(readFileSync(".ci/run", "utf8")).toContain("npm ci --ignore-scripts");
});

it("can be published with its provenance", () => {
  const about = JSON.parse(readFileSync("package.json", "utf8")) as Readonly<Record<string, unknown>>;
  expect(about["publishConfig"]).toEqual({ access: "public", provenance: true });
  expect(about["repository"]).toMatchObject({ type: "git" });
});

/** What was built, by its digest. */
const digests = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [
        file,
        createHash("sha256")
          .update(readFileSync(join(folder, file)))
          .digest("hex"),
      ]),
  );

it("is built to the same bytes in another folder", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "icp-build-"));
  try {
    const sources = ["src", "policy-pack", "scripts", "data", "package.json", "tsconfig.json", "LICENSE"];
    for (const one of sources) cpSync(one, join(folder, one), { recursive: true });
    symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
    execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: folder, stdio: "pipe" });
    expect(digests(join(folder, "dist"))).toEqual(digests("dist"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
