#!/usr/bin/env node
/**
 * Writes the parts of the documentation that the code knows, between `<!-- name:start -->` and `<!-- name:end -->`:
 *
 *     node scripts/docs.mjs            rewrites them
 *     node scripts/docs.mjs --check    changes nothing; says which files are out of date, and then exits with 1
 *
 * - README.md: what the command prints about an example;
 * - docs/rules.md: the table of rules;
 * - docs/rules/<id>.md: description and table of the rule, and its sources;
 * - docs/facts.md: the tables of the data, and the limits that verdicts turn on;
 * - docs/products.md: what is read of each resource type, and why nothing is read of others;
 * - docs/images/graph.svg: what the command draws of an example;
 * - policy-pack/remediation.json: what each page says is to be done, which Pulumi shows with the policy.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { bundled } from "./bundled.mjs";
import { remediationSteps } from "./remediation.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What the tables are made of, bundled from the sources as they are now: no build is needed, and none can be stale. */
async function knowledge() {
  const contents = `
    export { factRows } from "./src/cli/catalogue";
    export { TABLES } from "./src/cli/tables";
    export { run } from "./src/cli/run";
    export { allRules } from "./src/rules";
    export { render } from "./src/messages";
    export { sourcedOf, statementOf } from "./src/vocabulary/statements";
    export { sourcesText } from "./src/vocabulary/sources";
    export { alicloud } from "./src/products/alicloud";
    export { DESCRIBED as elsewhere } from "./src/products/others";
    export { readingsOf } from "./scripts/coverage";
    export { sdkTypes } from "./scripts/sdk";
    export { default as excluded } from "./data/excluded-types.json";`;
  return bundled(contents);
}

const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const code = (text) => `\`${text}\``;

/** Statements are plain text: what Markdown would read as markup is escaped. */
const plain = (text) => text.replace(/[*_<>[\]]/g, "\\$&");

function ruleTable({ level, phase, types = [], group, section }, render) {
  const when =
    phase === "stack" ? "stack: when the whole plan is known" : "resource: also before the single resource is created";
  return table(
    ["Level", level],
    [
      ["Phase", when],
      ...(types.length > 0 ? [["Decided alone", types.map(code).join(", ")]] : []),
      ["Group", render("en", `group.${group}`)],
      ["Rests on section", section === undefined ? "no optional one" : code(section)],
    ],
  );
}

const NO_SOURCES = {
  en: "None: this rule is about the tool's own input.",
  zh: "无：本规则针对工具自身的输入。",
};

/** What a rule rests on, in a language: each statement with its sources, their days, and links where the address is known. */
function sourceList(ids, language, { statementOf, sourcesText }) {
  if (ids.length === 0) return NO_SOURCES[language];
  const linked = ({ name, url, ...rest }) => ({
    ...rest,
    name: url === undefined ? plain(name) : `[${plain(name)}](${url})`,
  });
  return ids
    .map((id) => {
      const fact = statementOf(id, language);
      if (!fact) throw new Error(`data/statements.json has no statement ${id}`);
      return `- **${id}** ${plain(fact.text)} (${sourcesText(fact.sources.map(linked), language)})`;
    })
    .join("\n");
}

/** What each kind of contribution tells about a resource. */
const TELLS = {
  entry: "a way in: where it is, and whether the public reaches it",
  address: "a public address",
  attachment: "what an address is bound to",
  binding: "hosts",
  listener: "what is open",
  guard: "its security groups",
  opening: "what is open",
  link: "where traffic goes on to",
  sharing: "who may read",
  origin: "origins",
  record: "DNS records",
  zone: "a domain of your own",
  server: "a server that could obtain a filing",
  foreign: "an address that others answer for",
};

function told({ contributes, lookedUp }) {
  const tells = [...new Set([...contributes].map((is) => TELLS[is]))];
  if (tells.includes(undefined)) throw new Error(`scripts/docs.mjs has no words for ${[...contributes].join(", ")}`);
  if (tells.length > 0) return tells.join("; ");
  return lookedUp ? "only what others that name it look up" : "nothing by itself";
}

/** The types of each module that have a text in common, in one row. */
function typeTable(last, textOf) {
  const rows = new Map();
  for (const [type, text] of [...textOf].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const [, path, name] = type.split(":");
    const module = path.split("/")[0];
    const key = `${module} ${text}`;
    rows.set(key, { module, text, names: [...(rows.get(key)?.names ?? []), code(name)] });
  }
  return table(
    ["Module", "Types", last],
    [...rows.values()]
      .sort((one, other) => (one.module < other.module ? -1 : one.module > other.module ? 1 : 0))
      .map(({ module, names, text }) => [code(module), names.join(", "), text]),
  );
}

function exclusions({ asOf, source, reasons }, sourcedOf) {
  const sections = reasons.map(({ reason, types }) => {
    const names = types.map((type) => code(type.replace(/^alicloud:(\w+)\/\w+:/, "$1/")));
    return `- ${reason.en}<br>${names.join(", ")}`;
  });
  return [...sections, `As of ${asOf}, from ${sourcedOf(source, "en").source}.`].join("\n\n");
}

/** What the command prints about an example. */
async function printedBy(run, command, example) {
  const argv = [command, `examples/${example}/preview.json`, "--now", "2026-11-25"];
  let printed = "";
  const stdout = { write: (text) => (printed += text), isTTY: false };
  const stdin = () => Promise.reject(new Error("nothing is read from standard input"));
  await run({ argv, env: {}, cwd: root, stdin, stdout, stderr: process.stderr, now: () => new Date() });
  return { argv, printed };
}

/** The same as a block of text. */
async function sampleOf(run) {
  const { argv, printed } = await printedBy(run, "check", "company-site-hongkong");
  return ["```text", `$ npx alicloud-icp ${argv.join(" ")}`, "", printed.trimEnd(), "```"].join("\n");
}

/** What the types of other providers are. */
const ELSEWHERE = {
  records: "DNS records: host, type and answers",
  edges: "edges: their hosts, where they serve from, what they fetch from",
  kubernetes: "Kubernetes: what opens a way in, and the hosts that it serves",
  addresses: "addresses of their own: what leads there is that provider's",
  zones: "zones: domains that are one's own",
  along: "nothing by themselves: pools and groups that others name",
  privateRecords: "nothing: records of private zones",
};

const elsewhereTable = (kinds) =>
  table(
    ["What is read", "Types"],
    Object.entries(ELSEWHERE).map(([kind, what]) => [what, [...kinds[kind]].sort().map(code).join(", ")]),
  );

/** What the tables of `alicloud-icp facts` tell. */
const FACTS = {
  region: "which regions are in the mainland; Hong Kong is outside",
  node: "where nodes and districts of the Edge Node Service are",
  tier: "what each kind of entry asks of the filing",
  threshold: "the limits and days on which verdicts turn",
  quota: "how many service codes a server carries",
  suffix: "which suffixes the MIIT approved, as far as is known, which CDN refuses, and those of public bodies",
  province: "what the numbers of a province's filings begin with",
  endpoint: "what the form of an endpoint's name tells: product, place, public or not",
  port: "which ports carry the web, and which certainly something else",
  "owned-name": "names of Alibaba Cloud's own, which nobody else can file",
  "vendor-name": "names that other vendors give, and where what has them is served from",
  "other-cloud": "how other providers tell their clouds in the mainland, and what CloudFront's own policies do",
  statement: "what the source documents say, and which rules rest on it",
};

function factTable(tables, rows) {
  return table(
    ["Table", "What it tells", "As of"],
    tables.map((name) => {
      if (FACTS[name] === undefined) throw new Error(`scripts/docs.mjs has no words for ${name}`);
      return [code(name), FACTS[name], rows.find((row) => row.table === name).asOf];
    }),
  );
}

const thresholdTable = (rows) =>
  table(
    ["Id", "Value", "What it says", "Source"],
    rows
      .filter((row) => row.table === "threshold")
      .map(({ id, value, says, source }) => [code(id), value, says, plain(source)]),
  );

/** The generated parts of each file, by name. */
async function partsOf(known) {
  const { run, allRules, render, alicloud, elsewhere, readingsOf, sdkTypes, excluded } = known;
  const facts = known.factRows("en");
  const description = ({ id }) => render("en", `rule.${id}`);
  const rules = table(
    ["Rule", "Level", "Group", "What it says"],
    allRules.map((rule) => [
      `[${rule.id}](rules/${rule.id}.md)`,
      rule.level,
      render("en", `group.${rule.group}`).split(":")[0],
      description(rule),
    ]),
  );
  const readings = [...readingsOf(alicloud, sdkTypes())].map(([type, reading]) => [type, told(reading)]);
  return new Map([
    ["README.md", { sample: await sampleOf(run) }],
    ["docs/rules.md", { rules }],
    ["docs/facts.md", { tables: factTable(known.TABLES, facts), thresholds: thresholdTable(facts) }],
    [
      "docs/products.md",
      {
        described: typeTable("What is read", readings),
        excluded: exclusions(excluded, known.sourcedOf),
        elsewhere: elsewhereTable(elsewhere),
      },
    ],
    ...allRules.map((rule) => [
      `docs/rules/${rule.id}.md`,
      { rule: `${description(rule)}\n\n${ruleTable(rule, render)}`, sources: sourceList(rule.sources, "en", known) },
    ]),
  ]);
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
  const known = await knowledge();
  for (const [file, parts] of await partsOf(known)) {
    const path = join(root, file);
    if (!existsSync(path)) throw new Error(`${file} is missing`);
    const old = readFileSync(path, "utf8");
    const filled = Object.entries(parts).reduce((text, [name, part]) => replacePart(text, name, part, file), old);
    yield { file, path, old, text: await format(filled, { ...options, parser: "markdown" }) };
  }
  yield whole("docs/images/graph.svg", (await printedBy(known.run, "graph", "company-site-hongkong")).printed);
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
    writeFileSync(path, text);
    console.log(`wrote ${file}`);
  }
}
