#!/usr/bin/env node
/**
 * Writes the parts of the documentation that the code knows, between `<!-- name:start -->` and `<!-- name:end -->`:
 *
 *     node scripts/docs.mjs            rewrites them
 *     node scripts/docs.mjs --check    changes nothing; says which files are out of date, and then exits with 1
 *
 * In English and in Chinese (`README.zh.md`, `docs/zh`):
 *
 * - README.md: what the command prints about an example;
 * - docs/rules.md: the table of rules;
 * - docs/rules/<id>.md: description and table of the rule, its sources, and its examples in HCL;
 * - docs/glossary.md: the terms;
 * - docs/register-keys.md: the keys of the register;
 * - docs/json-report.md: the properties of the report;
 * - docs/facts.md: the tables of the data, and the limits that verdicts turn on;
 * - docs/products.md: the families of resource types;
 * - docs/programs.md: the variables that a program is run without.
 *
 * And these files, all of them:
 *
 * - docs/products/<family>.md: what is read of each resource type, and why nothing is read of others;
 * - docs/images/graph.svg: what the command draws of an example;
 * - policy-pack/remediation.json: what each page says is to be done, which Pulumi shows with the policy.
 *
 * A page in Chinese that is not there yet is left out; one in English has to be there.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { bundled, ran } from "./bundled.mjs";
import { code, filled, plain, table, wordsFor } from "./docs-markdown.mjs";
import { familiesModule, productPages } from "./docs-products.mjs";
import { keyTables, reportTables } from "./docs-schemas.mjs";
import { BRACKETS, EDITIONS, FACTS, HEADS, JOINS, RULE, VARIABLES } from "./docs-texts.mjs";
import { withHcl } from "./hcl.mjs";
import { remediationSteps } from "./remediation.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What the tables are made of, bundled from the sources as they are now: no build is needed, and none can be stale. */
async function knowledge() {
  const contents = `
    export { factRows } from "./src/cli/catalogue";
    export { TABLES } from "./src/cli/tables";
    export { allRules } from "./src/rules";
    export { render } from "./src/messages";
    export { registerJsonSchema } from "./src/register/schema";
    export { reportJsonSchema } from "./src/report/schema";
    export { sourcedOf, statementOf } from "./src/vocabulary/statements";
    export { sourcesText } from "./src/vocabulary/sources";
    export { alicloud } from "./src/products/alicloud";
    export { DESCRIBED as elsewhere } from "./src/products/others";
    export { attributeOf } from "./src/names/terraform";
    export { readingsOf } from "./scripts/coverage";
    export { sdkTypes } from "./scripts/sdk";
    export { terraformTypesOf } from "./src/names/terraform";
    export { default as excluded } from "./data/excluded-types.json";
    export { default as glossary } from "./data/glossary.json";
    export { default as credentials } from "./data/credential-variables.json";
    ${familiesModule(root)}`;
  return bundled(contents);
}

/** Where a section of the register stands. */
const sectionPath = (section, { properties }) => (section in properties ? section : `filings[].${section}`);

function ruleTable({ level, phase, types = [], group, section }, { render, registerJsonSchema }, language) {
  const say = (key, values = {}) => filled(RULE[key][language], values);
  const needs =
    section === undefined
      ? say("nothing")
      : say("section", { section: code(sectionPath(section, registerJsonSchema())) });
  return table(
    [say("level"), say(level)],
    [
      [say("decided"), say(phase, { types: types.map(code).join(JOINS.list[language]) })],
      [say("group"), render(language, `group.${group}`)],
      [say("needs"), needs],
    ],
  );
}

/** What a rule rests on, in a language: each statement with its sources, their days, and links where the address is known. */
function sourceList(ids, language, { statementOf, sourcesText }) {
  if (ids.length === 0) return RULE.noSources[language];
  const [open, close] = BRACKETS[language];
  const linked = ({ name, url, ...rest }) => ({
    ...rest,
    name: url === undefined ? plain(name) : `[${plain(name)}](${url})`,
  });
  return ids
    .map((id) => {
      const fact = statementOf(id, language);
      if (!fact) throw new Error(`data/statements.json has no statement ${id}`);
      return `- **${id}** ${plain(fact.text)}${open}${sourcesText(fact.sources.map(linked), language)}${close}`;
    })
    .join("\n");
}

/** What the command prints about the program of an example. */
async function printedBy(command, example, ...options) {
  const given = [command, `examples/${example}`, "--now", "2026-11-25", ...options];
  const { status, stdout, stderr } = await ran(given);
  if (status > 1) throw new Error(`alicloud-icp ${given.join(" ")} failed: ${stderr}`);
  return { given, printed: stdout };
}

/** The same as a block of text. */
async function sampleOf(language) {
  const options = language === "en" ? [] : ["--lang", language];
  const { given, printed } = await printedBy("check", "company-site-hongkong", ...options);
  return ["```text", `$ npx alicloud-icp ${given.join(" ")}`, "", printed.trimEnd(), "```"].join("\n");
}

/** The variables that a program is run without. */
function variableTable({ prefixes, endings, names, kept }, language) {
  const list = (all) => all.toSorted().map(code).join(JOINS.list[language]);
  return table(HEADS.variables[language], [
    [VARIABLES.prefixes[language], list(prefixes)],
    [VARIABLES.endings[language], list(endings)],
    [VARIABLES.names[language], list(names)],
    [VARIABLES.kept[language], list(kept)],
  ]);
}

const factTable = (tables, rows, language) =>
  table(
    HEADS.facts[language],
    tables.map((name) => [
      code(name),
      wordsFor(FACTS, name, language, "the table"),
      rows.find((row) => row.table === name).asOf,
    ]),
  );

const thresholdTable = (rows, language) =>
  table(
    HEADS.thresholds[language],
    rows
      .filter((row) => row.table === "threshold")
      .map(({ id, value, says, source }) => [code(id), value, says, plain(source)]),
  );

const ruleList = (rules, render, language) =>
  table(
    HEADS.rules[language],
    rules.map(({ id, level, group }) => [
      `[${id}](rules/${id}.md)`,
      RULE[level][language].split(/[:：]/)[0],
      render(language, `group.${group}`).split(/[:：]/)[0],
      render(language, `rule.${id}`),
    ]),
  );

/** The terms, each with the word of the other language. */
const termTable = ({ terms }, language) =>
  table(
    HEADS.glossary[language],
    terms.map(({ en, zh, says }) => [...(language === "en" ? [en, zh] : [zh, en]), says[language]]),
  );

/** The generated parts of each file of an edition, by name. */
async function partsOf(known, { language, readme, folder }) {
  const { allRules, render, glossary } = known;
  const facts = known.factRows(language);
  const { overview } = productPages(known, language);
  return [
    [readme, { sample: await sampleOf(language) }],
    [`${folder}/glossary.md`, { terms: termTable(glossary, language) }],
    [`${folder}/rules.md`, { rules: ruleList(allRules, render, language) }],
    [`${folder}/register-keys.md`, { keys: keyTables(known.registerJsonSchema(undefined, language), language) }],
    [`${folder}/json-report.md`, { report: reportTables(known.reportJsonSchema(), language) }],
    [
      `${folder}/facts.md`,
      {
        tables: factTable(known.TABLES, facts, language),
        thresholds: thresholdTable(facts, language),
      },
    ],
    [`${folder}/products.md`, { families: overview }],
    [`${folder}/programs.md`, { variables: variableTable(known.credentials, language) }],
    ...allRules.map((rule) => [
      `${folder}/rules/${rule.id}.md`,
      {
        rule: `${render(language, `rule.${rule.id}`)}\n\n${ruleTable(rule, known, language)}`,
        sources: sourceList(rule.sources, language, known),
      },
    ]),
  ];
}

function replacePart(text, name, part, file) {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} needs the lines ${start} and ${end}`);
  return `${text.slice(0, from + start.length)}\n\n${part}\n\n${text.slice(to)}`;
}

/** Every file with generated parts: as it is, and as it should be. */
async function* files() {
  const options = await resolveConfig(join(root, "README.md"));
  const formatted = (text) => format(text, { ...options, parser: "markdown" });
  const known = await knowledge();
  for (const edition of EDITIONS) {
    for (const [file, parts] of await partsOf(known, edition)) {
      const path = join(root, file);
      if (!existsSync(path)) {
        if (edition.language !== "en") continue;
        throw new Error(`${file} is missing`);
      }
      const old = readFileSync(path, "utf8");
      const text = Object.entries(parts).reduce((page, [name, part]) => replacePart(page, name, part, file), old);
      const isRule = file.startsWith(`${edition.folder}/rules/`);
      yield { file, path, old, text: await formatted(isRule ? withHcl(text, known) : text) };
    }
    for (const [name, page] of productPages(known, edition.language).pages)
      yield whole(`${edition.folder}/products/${name}.md`, await formatted(page));
  }
  yield whole("docs/images/graph.svg", (await printedBy("graph", "company-site-hongkong")).printed);
  yield whole("policy-pack/remediation.json", remediationSteps(root));
}

/** A file of which all is generated. */
function whole(file, text) {
  const path = join(root, file);
  return { file, path, old: existsSync(path) ? readFileSync(path, "utf8") : "", text };
}

const check = process.argv.includes("--check");
for await (const { file, path, old, text } of files()) {
  if (old === text) continue;
  if (check) {
    console.error(`${file} is out of date: run node scripts/docs.mjs`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${file}`);
  }
}
