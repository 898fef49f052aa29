#!/usr/bin/env node
/**
 * Begins a rule or a product: writes every file of it, in its place in every list, with contents that pass all checks and
 * are to be replaced.
 *
 *     npm run new -- rule icp-x
 *     npm run new -- product network/x alicloud:x/thing:Thing …
 *
 * A product without types takes those of the module of its name that are neither described nor excluded.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { pagesOf } from "./new-page.mjs";
import { bundled } from "./bundled.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const FAMILIES = "src/products/alicloud";

class Refusal extends Error {}

const written = [];

function put(file, text) {
  writeFileSync(join(root, file), text);
  written.push(file);
}

/** Refuses to overwrite, before anything is written. */
function refuseExisting(files) {
  const [found] = files.filter((file) => existsSync(join(root, file)));
  if (found !== undefined) throw new Refusal(`${found} is there already`);
}

/** Puts lines before the first line that begins with a text. */
function insert(file, before, lines) {
  const text = readFileSync(join(root, file), "utf8");
  const at = text.indexOf(`\n${before}`);
  if (at < 0) throw new Refusal(`${file} has no line that begins with ${before.trim()}`);
  put(file, `${text.slice(0, at + 1)}${lines}${text.slice(at + 1)}`);
}

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** The next free number of a reading of this tool's own; what a rule rests on has to be a statement. */
function addStatement(id) {
  const file = "data/statements.json";
  const data = JSON.parse(readFileSync(join(root, file), "utf8"));
  const numbers = Object.keys(data.statements).flatMap((key) => /^C(\d+)$/.exec(key)?.[1] ?? []);
  const own = `C${Math.max(...numbers.map(Number)) + 1}`;
  data.statements[own] = {
    en: `To be written: what ${id} rests on`,
    zh: `待补充：${id} 的依据`,
    source: "to-be-named",
  };
  put(file, `${JSON.stringify(data, null, 1)}\n`);
  return own;
}

const ruleText = (id, source) => `import { message } from "../messages";
import { SATISFIED, violates } from "../filing/verdict";
import { concerned, judgeDeclared, listed } from "../judging/declarations";
import { rule } from "../judging/rule";

/** To be written: what is a violation, and by which statement (${source}). */
export default rule({
  id: "${id}",
  group: "domain",
  level: "advisory",
  phase: "stack",
  sources: ["${source}"],
  judge: (context) =>
    judgeDeclared(listed(concerned(context)), context, {
      // To be written: what is asked of each listed domain that this plan exposes.
      check: ({ apex }) => (apex.startsWith("change-me") ? violates(message("${id}", { apex })) : SATISFIED),
      key: ["domain"],
      remedies: () => [{ id: "another-domain" }],
    }),
});
`;

const ruleTestText = (id) => `import { planOf } from "../support/plan";
import { filed, ruleTester } from "../support/rule-tester";
import { cdn } from "../support/stacks";

const site = planOf([cdn("site", { domainName: "www.change-me.com" })]);

// To be replaced: violations, satisfied, undetermined and silent cases, each with all findings.
ruleTester("${id}", {
  violations: {
    "a domain that is named so": [site, filed("change-me.com"), ["${id} violation change-me.com: ${id} [another-domain] at site and filings[0].domain"]],
  },
  satisfied: {
    "a domain that is not": [planOf([cdn("site")]), filed(), []],
  },
});
`;

function newRule(id) {
  if (!/^icp(-[a-z0-9]+)+$/.test(id ?? ""))
    throw new Refusal("a rule's id is icp- and words with hyphens between them");
  const pages = pagesOf(id);
  const files = [`src/rules/${id}.ts`, `test/rules/${id}.test.ts`];
  refuseExisting([...files, ...pages.map(([file]) => file)]);
  const source = addStatement(id);
  put(files[0], ruleText(id, source));
  put(files[1], ruleTestText(id));
  for (const [file, text] of pages) put(file, text);
  const name = camel(id.slice("icp-".length));
  insert("src/vocabulary/rule-ids.ts", '  "icp-register"', `  "${id}",\n`);
  insert("src/rules/index.ts", "import type { RuleId }", `import ${name} from "./${id}";\n`);
  insert("src/rules/index.ts", '  "icp-register":', `  "${id}": ${name},\n`);
  const texts = {
    en: ["To be written: what it asks for, in one short line", "{apex} is named change-me", "To be written: why."],
    zh: ["待写：此规则的要求，一行说明", "{apex} 的名称以 change-me 开头，待改写", "待写：此规则的理由。"],
  };
  for (const [language, [line, finding, help]] of Object.entries(texts)) {
    const file = `src/messages/${language}/findings.ts`;
    insert(file, '  "rule.icp-register"', `  "rule.${id}": "${line}",\n`);
    insert(file, '  "icp-register.', `  "${id}": "${finding}",\n`);
    insert(`src/messages/${language}/help.ts`, '  "help.icp-register":', `  "help.${id}": "${help}",\n`);
  }
}

const productText = (
  constant,
  types,
) => `/** To be written: where it is, what it binds, what it leads to, and which document says so. */
import { product } from "../../../graph/contribution";
import { contributesNothing } from "../../reading/values";

export const ${constant} = product({
${types.map((type) => `  // To be replaced by a reader, where it serves anybody.\n  "${type}": contributesNothing,`).join("\n")}
});
`;

const productTestText = (family, file, constant, types) => `import { expect, it } from "vitest";
import { ${constant} } from "../../../src/products/alicloud/${family}/${file}";
import { planOf, unknownValue } from "../../support/plan";
import { contributed } from "./contributed";

// To be replaced: what each type contributes, with unknown values too.
it.each([
${types.map((type) => `  "${type}",`).join("\n")}
])("nothing of %s", (type) => {
  expect(contributed(${constant}, planOf([{ type, name: "main", inputs: { name: unknownValue } }]))).toEqual([]);
});
`;

/** The types that a product describes: those given, or those of its module that nobody has described or excluded. */
async function typesOf(file, given) {
  const { sdkTypes, alicloud, excluded } = await bundled(`
    export { sdkTypes } from "./scripts/sdk";
    export { alicloud } from "./src/products/alicloud";
    export { default as excluded } from "./data/excluded-types.json";`);
  const all = [...sdkTypes().keys()];
  const unknown = given.filter((type) => !all.includes(type));
  if (unknown.length > 0) throw new Refusal(`@pulumi/alicloud has no ${unknown.join(", ")}`);
  const twice = given.filter((type) => Object.hasOwn(alicloud, type));
  if (twice.length > 0) throw new Refusal(`${twice.join(", ")}: described already`);
  const taken = new Set([...Object.keys(alicloud), ...excluded.reasons.flatMap(({ types }) => types)]);
  const module = `alicloud:${file.replaceAll("-", "")}/`;
  const types = given.length > 0 ? given : all.filter((type) => type.startsWith(module) && !taken.has(type));
  if (types.length === 0)
    throw new Refusal(`@pulumi/alicloud has no module ${module} with types to describe; name them`);
  return [...types].sort();
}

/** What is described is no longer excluded. A reason that is left without types goes too. */
function include(types) {
  const file = "data/excluded-types.json";
  const text = readFileSync(join(root, file), "utf8");
  const lines = text.split("\n").filter((line) => !types.some((type) => line.trim().replace(/,$/, "") === `"${type}"`));
  const without = lines.join("\n").replace(/,(\s*\])/g, "$1");
  if (without === text) return;
  const [empty] = JSON.parse(without).reasons.filter((reason) => reason.types.length === 0);
  if (empty !== undefined)
    throw new Refusal(`${file} would have a reason without types; take it out first: ${empty.reason.en}`);
  put(file, without);
}

async function newProduct(path, given) {
  const [, family, file] = /^([a-z-]+)\/([a-z][a-z0-9-]*)$/.exec(path ?? "") ?? [];
  const families = readdirSync(join(root, FAMILIES), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && entry.name !== "shared" ? [entry.name] : [],
  );
  if (file === undefined || !families.includes(family)) {
    throw new Refusal(`a product is family/name, of one of the families ${families.join(", ")}`);
  }
  const files = [`${FAMILIES}/${family}/${file}.ts`, `test/products/alicloud/${file}.test.ts`];
  refuseExisting(files);
  const types = await typesOf(file, given);
  const constant = camel(file);
  include(types);
  put(files[0], productText(constant, types));
  put(files[1], productTestText(family, file, constant, types));
  insert(`${FAMILIES}/index.ts`, "import { mayServe }", `import { ${constant} } from "./${family}/${file}";\n`);
  insert(`${FAMILIES}/index.ts`, "};", `  ...${constant},\n`);
}

/** Puts what was written into the form that `npm run check:format` wants; data has a form of its own. */
async function tidy() {
  for (const file of new Set(written)) {
    if (file.startsWith("data/")) continue;
    const path = join(root, file);
    const options = { ...(await resolveConfig(path)), filepath: path };
    writeFileSync(path, await format(readFileSync(path, "utf8"), options));
  }
}

/** Runs the scripts that make pages, tables and schemas from the sources. */
function generate(scripts) {
  for (const argv of scripts) {
    const { status } = spawnSync(process.execPath, argv, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) throw new Refusal(`node ${argv.join(" ")} failed`);
  }
}

/** What is made anew after something of a kind is added. */
const MADE = {
  rule: [["scripts/docs.mjs"], ["scripts/build.mjs", "--no-types"]],
  product: [["scripts/docs.mjs"]],
};

const [kind, name, ...rest] = process.argv.slice(2);
try {
  if (kind === "rule") newRule(name);
  else if (kind === "product") await newProduct(name, rest);
  else throw new Refusal("npm run new -- rule icp-x, or npm run new -- product family/x [types]");
  await tidy();
  generate(MADE[kind]);
  console.log([...new Set(written)].map((file) => `wrote ${file}`).join("\n"));
  console.log("Replace what is “to be written”, and say in CHANGELOG.md what users see.");
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
