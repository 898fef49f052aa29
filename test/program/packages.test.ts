/** What is kept of the packages of programs from one run to the next. Needs `npm run build`. */
import { existsSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import nodeModule from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, repository } from "../cli/terminal";
import { BUNDLE, Going, ON_THE_DAY } from "../cli/watching/command";

/** A program of plain JavaScript with a package of its own, which tells a host, and loads more while it runs. */
function program(index: string, files: Readonly<Record<string, string>> = {}): string {
  const folder = emptyFolder();
  const all: Readonly<Record<string, string>> = {
    "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
    "package.json": "{}",
    "index.js": index,
    "node_modules/own/package.json": '{ "name": "own" }',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  symlinkSync(join(repository, "node_modules/@pulumi"), join(folder, "node_modules/@pulumi"));
  return folder;
}

const domain = (host: string): string =>
  `new (require("@pulumi/alicloud").cdn.DomainNew)("www", { domainName: ${host}, cdnType: "web", sources: [] });`;

const caches = emptyFolder();
const packages = join(caches, "alicloud-icp", "packages");

const KEEPS = "enableCompileCache" in nodeModule;
if (!KEEPS) console.warn("packages that are compiled once: skipped, Node 20 keeps no compiled code by itself");

async function check(folder: string, env: Readonly<Record<string, string>> = {}) {
  const going = new Going(["check", folder, "-f", "json", ...ON_THE_DAY], folder, {
    env: { XDG_CACHE_HOME: caches, ...env },
  });
  const code = await going.end();
  expect(going.err).toBe("");
  expect(code).toBe(1);
  const { apexes } = JSON.parse(going.out) as { apexes: readonly { hosts: readonly string[] }[] };
  return apexes.flatMap(({ hosts }) => hosts);
}

describe.skipIf(!existsSync(BUNDLE))("the packages of a program", { timeout: 240_000 }, () => {
  it("are compiled once, and anew when one of their files changes, however alike it is", async ({ skip }) => {
    if (!KEEPS) skip("Node 20 keeps no compiled code by itself");
    const folder = program(`const { host } = require("own");\n${domain("host")}`, {
      "node_modules/own/index.js": 'exports.host = "a.example.com";\n',
    });
    const file = join(folder, "node_modules/own/index.js");
    expect(await check(folder)).toEqual(["a.example.com"]);
    expect(existsSync(packages)).toBe(true);
    expect(await check(folder)).toEqual(["a.example.com"]);
    writeFileSync(file, 'exports.host = "b.example.com";\n');
    // Not even its time tells.
    utimesSync(file, 1, 1);
    expect(await check(folder)).toEqual(["b.example.com"]);
  });

  it("may be ES modules, and load others while they run", async () => {
    const folder = program(
      `export default async () => {
        const { hostOf } = await import("own");
        const alicloud = (await import("@pulumi/alicloud")).default;
        new alicloud.cdn.DomainNew("www", { domainName: await hostOf(), cdnType: "web", sources: [] });
      };`,
      {
        "package.json": '{ "type": "module" }',
        "node_modules/own/index.js": 'exports.hostOf = async () => (await import("./host.mjs")).default;\n',
        "node_modules/own/host.mjs": 'export default "c.example.com";\n',
      },
    );
    for (let run = 0; run < 3; run++) expect(await check(folder)).toEqual(["c.example.com"]);
  });

  it("are kept where nobody minds: not on machines of CI", async () => {
    const folder = program(domain('"d.example.com"'));
    const elsewhere = emptyFolder();
    expect(await check(folder, { XDG_CACHE_HOME: elsewhere, CI: "true" })).toEqual(["d.example.com"]);
    expect(existsSync(join(elsewhere, "alicloud-icp", "packages"))).toBe(false);
  });
});
