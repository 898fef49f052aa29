/**
 * What is bundled of others: their notices, which every copy has to carry, and a bill of materials for scanners, which see
 * nothing in a bundle. Both come from what the bundler says that it took in.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { resolve } from "node:path";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Data that a package carries under a licence of its own. The Public Suffix List is in tldts as a compiled tree; its
 * licence asks to say where the source is.
 */
const DATA = [
  {
    within: "tldts-icann",
    name: "public-suffix-list",
    licence: "MPL-2.0",
    source: "https://publicsuffix.org/list/public_suffix_list.dat",
    text: [
      "The Public Suffix List, by Mozilla and its contributors, is subject to the terms of the Mozilla Public License,",
      "version 2.0. A copy of the licence is at https://mozilla.org/MPL/2.0/.",
      "It is contained here in the compiled form that tldts-icann gives it. Its source is available free of charge at",
      "https://publicsuffix.org/list/public_suffix_list.dat and https://github.com/publicsuffix/list; that of the",
      "compiled form, and the program that makes it, at https://github.com/remusao/tldts.",
    ].join("\n"),
  },
];

/** A plugin that remembers which packages go into the files of any build it takes part in, and writes about them. */
export function bundledPackages() {
  const folders = new Set();
  return {
    plugin: {
      name: "bundled-packages",
      setup({ initialOptions, onEnd }) {
        // What is not written is not shipped.
        if (initialOptions.write === false) return;
        initialOptions.metafile = true;
        onEnd(({ metafile }) => {
          for (const { inputs } of Object.values(metafile?.outputs ?? {}))
            for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
              const folder = bytesInOutput > 0 && folderOf(file);
              if (folder) folders.add(resolve(root, folder));
            }
        });
      },
    },
    write: () => {
      const packages = [...folders]
        .map(packageIn)
        .sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1));
      writeFileSync(`${root}dist/THIRD-PARTY-NOTICES.txt`, noticesOf(packages));
      writeFileSync(`${root}dist/sbom.cdx.json`, `${JSON.stringify(sbomOf(packages), null, 2)}\n`);
    },
  };
}

/** The folder of the package that a file belongs to; undefined for the project's own. */
const folderOf = (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];

/**
 * What a package says of itself. What was compiled into it before it was published, such as tldts-core into tldts-icann,
 * comes from the same repository and has the same notice. One without licence, or without its text, cannot be shipped.
 */
function packageIn(folder) {
  const { name, version, license, repository } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e(\.|$)/i.test(one));
  if (typeof license !== "string" || file === undefined) throw new Error(`${name} does not say its licence`);
  const text = readFileSync(`${folder}/${file}`, "utf8").replaceAll("\r\n", "\n").trim();
  return { id: `${name}@${version}`, name, version, licence: license, text, source: addressOf(repository) };
}

/** The address of a repository, of which `package.json` knows several spellings. */
function addressOf(repository) {
  const address = typeof repository === "string" ? repository : (repository?.url ?? "");
  const path = /(?:^|github:|github\.com[/:])([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(address)?.[1];
  return path === undefined ? address : `https://github.com/${path}`;
}

const dataIn = (packages) => DATA.filter(({ within }) => packages.some(({ name }) => name === within));

function noticesOf(packages) {
  const rule = "=".repeat(80);
  const parts = [
    ...packages.map(({ id, licence, source, text }) => `${id}\n${licence}, ${source}\n\n${text}`),
    ...dataIn(packages).map(({ name, licence, source, text }) => `${name}\n${licence}, ${source}\n\n${text}`),
  ];
  const head = "The files of this folder contain the following works of others, each under its own licence.";
  return `${[head, ...parts].join(`\n\n${rule}\n\n`)}\n`;
}

/** A bill of materials in CycloneDX 1.6. It has neither number nor time: the same build gives the same bytes. */
function sbomOf(packages) {
  const own = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const purl = (name, version) => `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const licences = (id) => [{ license: { id } }];
  const components = [
    ...packages.map(({ name, version, licence, source }) => ({
      type: "library",
      "bom-ref": purl(name, version),
      name,
      version,
      licenses: licences(licence),
      purl: purl(name, version),
      externalReferences: [{ type: "vcs", url: source }],
    })),
    ...dataIn(packages).map(({ name, licence, source }) => ({
      type: "data",
      "bom-ref": name,
      name,
      licenses: licences(licence),
      externalReferences: [{ type: "distribution", url: source }],
    })),
  ];
  const ref = purl(own.name, own.version);
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": ref,
        name: own.name,
        version: own.version,
        licenses: licences(own.license),
        purl: ref,
      },
    },
    components,
    dependencies: [{ ref, dependsOn: components.map((one) => one["bom-ref"]) }],
  };
}
