/** Programs with another SDK than this repository has, or with two of them. Needs `npm run build`. */
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, repository } from "../cli/terminal";
import { BUNDLE, Going, ON_THE_DAY } from "../cli/watching/command";

function program(lib: string, index: string): string {
  const folder = emptyFolder();
  const sdk = join(folder, "lib/node_modules/@pulumi/pulumi");
  mkdirSync(join(folder, "lib"));
  writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  writeFileSync(join(folder, "lib/index.js"), `const pulumi = require("@pulumi/pulumi");\n${lib}`);
  writeFileSync(
    join(folder, "index.js"),
    `const lib = require("./lib");\nconst alicloud = require("@pulumi/alicloud");\n${index}`,
  );
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  cpSync(join(repository, "node_modules/@pulumi/pulumi"), sdk, { recursive: true });
  return folder;
}

async function check(folder: string, ...options: readonly string[]) {
  const going = new Going(["check", folder, ...options, ...ON_THE_DAY, "-f", "json"], folder);
  const code = await going.end();
  return { code, out: going.out, err: going.err };
}

const ZONES = `exports.zones = () => pulumi.runtime.invoke("alicloud:index/getZones:getZones", {});`;
const SITE = `module.exports = lib.zones().then((zones) => {
  const scope = zones.ids?.length > 0 ? "domestic" : "overseas";
  new alicloud.cdn.DomainNew("www", { domainName: "www.example.com", cdnType: "web", scope, sources: [] });
});`;

describe.skipIf(!existsSync(BUNDLE))("another copy of the SDK", { timeout: 120_000 }, () => {
  it("is never told that nobody knows an answer as if that were one", async () => {
    const folder = program(ZONES, SITE);
    const { code, out, err } = await check(folder);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("the program waits for what alicloud:index/getZones:getZones gives");
  });

  it("gets the answers of fixtures", async () => {
    const folder = program(ZONES, SITE);
    writeFileSync(join(folder, "fixtures.yaml"), "functions:\n  alicloud:index/getZones:getZones: { ids: [a] }\n");
    const { code, out } = await check(folder, "--fixtures", join(folder, "fixtures.yaml"));
    expect(code).toBe(1);
    expect(out).toContain("icp-cdn-coverage");
  });
});

describe.skipIf(!existsSync(BUNDLE))("an SDK that is not known", { timeout: 60_000 }, () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ["has none of its modules", {}],
    ["has another module", { "output.js": "", "stackReference.js": "exports.StackReference = 1;" }],
    ["fails while it is loaded", { "index.js": 'throw new Error("of another time");' }],
  ])("%s, and is named", async (_, files) => {
    const folder = emptyFolder();
    const all: Readonly<Record<string, string>> = {
      "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
      "index.js": "",
      "node_modules/@pulumi/pulumi/package.json": '{ "name": "@pulumi/pulumi", "version": "3.0.0" }',
      "node_modules/@pulumi/pulumi/index.js": "",
      "node_modules/@pulumi/pulumi/cmd/run/index.js": "",
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`node_modules/@pulumi/pulumi/${name}`, text])),
    };
    for (const [name, text] of Object.entries(all)) {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const { code, out, err } = await check(folder);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(
      /^alicloud-icp: .*Pulumi\.yaml: the program uses @pulumi\/pulumi 3\.0\.0, which is not known here; 3\.48\.0 or later is needed: .*\n$/,
    );
  });
});
