/** What is bundled of others goes with its notice, and scanners are told of it. */
import { readdirSync, readFileSync } from "node:fs";
import { build, type Metafile } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";

interface Component {
  readonly type: string;
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  readonly licenses: readonly { readonly license: { readonly id: string } }[];
}
interface Sbom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly dependsOn: readonly string[] }[];
}

const notices = readFileSync("dist/THIRD-PARTY-NOTICES.txt", "utf8");
const sbom = JSON.parse(readFileSync("dist/sbom.cdx.json", "utf8")) as Sbom;
const libraries = sbom.components.filter(({ type }) => type === "library");

/** The packages of which something is left once all that is shipped is bundled anew. */
let bundled: ReadonlyMap<string, string>;

/** The packages that a bundle took something of, and their folders. */
function packagesIn({ outputs }: Metafile): Map<string, string> {
  const packages = new Map<string, string>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const [, folder = "", name = ""] = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(file) ?? [];
      if (name !== "" && bytesInOutput > 0) packages.set(name, folder);
    }
  }
  return packages;
}

beforeAll(async () => {
  const { metafile } = await build({
    entryPoints: ["policy-pack/index.ts", "src/cli/main.ts", "src/parts.ts", "src/index.ts"],
    bundle: true,
    // As it is shipped: what does nothing leaves nothing.
    minify: true,
    write: false,
    metafile: true,
    outdir: "dist",
    platform: "node",
    external: ["@pulumi/*"],
    logLevel: "silent",
  });
  bundled = packagesIn(metafile);
});

const manifest = (folder: string) =>
  JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as { version: string; license: string };

describe("what is bundled of others", () => {
  it("stands in the bill of materials, and nothing else does", () => {
    expect([...bundled.keys()].length).toBeGreaterThan(5);
    expect(libraries.map(({ name }) => name)).toEqual([...bundled.keys()].sort());
    expect(sbom.dependencies.flatMap(({ dependsOn }) => dependsOn)).toHaveLength(sbom.components.length);
    expect([sbom.bomFormat, sbom.specVersion]).toEqual(["CycloneDX", "1.6"]);
  });

  it("is told with its version and licence", () => {
    const told = libraries.map(({ name, version, licenses }) => [name, version, licenses[0]?.license.id]);
    const expected = [...bundled].map(([name, folder]) => [name, manifest(folder).version, manifest(folder).license]);
    expect(told).toEqual(expected.sort());
  });

  it("goes with the whole text of its licence", () => {
    for (const [name, folder] of bundled) {
      const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one)) ?? "";
      const text = readFileSync(`${folder}/${file}`, "utf8").replaceAll("\r\n", "\n").trim();
      expect(text).toMatch(/copyright/i);
      expect(notices, name).toContain(`${name}@${manifest(folder).version}\n`);
      expect(notices, name).toContain(text);
    }
  });

  it("includes the Public Suffix List, of which it is said where the source is", () => {
    const list = sbom.components.find(({ type }) => type === "data");
    expect([list?.name, list?.licenses[0]?.license.id]).toEqual(["public-suffix-list", "MPL-2.0"]);
    expect(notices).toContain("Mozilla Public License");
    expect(notices).toContain("https://publicsuffix.org/list/public_suffix_list.dat");
  });
});
