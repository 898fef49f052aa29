/**
 * With one language asked for, nothing that a command says holds a sentence of the other: reports in every format, lists,
 * pages, help, what it writes, what it says on standard error, mistakes. Names, ids, code and quoted values are in none.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/report";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { cli, emptyFolder, preview, repository } from "../cli/terminal";
import { chineseIn, englishIn } from "../support/prose";

const FORMATS = Object.keys(formats);
const EXAMPLES = readdirSync(join(repository, "examples"))
  .map((name) => preview(name))
  .filter((file) => existsSync(file));
const STACKS = readdirSync(join(repository, "test/stacks"))
  .map((name) => join(repository, "test/stacks", name, "preview.json"))
  .filter((file) => existsSync(file));
const UNFILED = preview("cdn-scope-omitted");

/** What stands in texts of every language: forms of code that have no sign of it, and names that others gave. */
const NAMES: readonly RegExp[] = [
  // Calls that help shows, and lines to paste.
  /^ *\$ .*$/gm,
  /^ *(?:#.*\$schema=.*|[a-z][a-zA-Z]*:.*|- \{.*)$/gm,
  // Comments of examples, which are the same in every language.
  / (?:\/\/|#) .*$/gm,
  // Official documents by the names that they have.
  /信管〔2023〕105号|互联网政务应用安全管理规定/g,
  // The reason of a waiver in one of the stacks.
  /answers with a page that says it is gone/g,
];

const without = (text: string): string => NAMES.reduce((rest, name) => rest.replace(name, ""), text);

/** The texts of a JSON document: what people read of it. */
const TEXTS = new Set([
  "message",
  "text",
  "title",
  "help",
  "description",
  "says",
  "source",
  "name",
  "body",
  "markdown",
]);
function textsOf(value: unknown, key = ""): string[] {
  if (typeof value === "string") return TEXTS.has(key) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsOf(one, Array.isArray(value) ? key : name));
}

/** What people read of an output. */
function readable(out: string): string {
  if (/^\s*[[{]/.test(out)) {
    try {
      return textsOf(JSON.parse(out)).join("\n");
    } catch {
      // Lines that only begin as JSON does.
    }
  }
  return out
    .replace(/<(style|script)\b[^]*?<\/\1>/g, "")
    .replace(/<[^>]*>/g, "\n")
    .replace(/%0A/g, "\n");
}

/** What is in the wrong language in what a command says. */
async function foreign(
  argv: readonly string[],
  around: Parameters<typeof cli>[1],
  language: string,
): Promise<string[]> {
  const { out, err } = await cli(argv, { ...around, env: { ...around?.env, ALICLOUD_ICP_LANG: language } });
  const said = without(`${readable(out)}\n${err}`);
  return language === "zh" ? englishIn(said) : chineseIn(said);
}

const LANGUAGES = ["en", "zh"] as const;
/** What stands in English texts too: the names of orders as the Chinese console has them, and signs of provinces. */
const CONSOLE = /^(?:\p{Script=Han}{1,12}|（\p{Script=Han}+）)$/u;

describe.each(LANGUAGES)("in %s", (language) => {
  const holds = async (argv: readonly string[], around: Parameters<typeof cli>[1] = {}): Promise<void> => {
    const rows = await foreign(argv, around, language);
    expect(language === "en" ? rows.filter((row) => !CONSOLE.test(row)) : rows, argv.join(" ")).toEqual([]);
  };

  it.each(FORMATS)("reports as %s", async (format) => {
    for (const file of [...EXAMPLES, ...STACKS]) {
      const argv = [
        "check",
        file,
        "--format",
        format,
        "--now",
        "2026-11-25",
        "--show",
        "satisfied",
        "--show",
        "waived",
      ];
      await holds(argv, { cwd: repository });
    }
  });

  it("draws pictures", async () => {
    for (const format of ["svg", "dot", "mermaid"])
      await holds(["graph", UNFILED, "--format", format], { cwd: repository });
  });

  it("lists rules and facts, and explains", async () => {
    await holds(["rules"]);
    await holds(["rules", "--format", "json"]);
    await holds(["facts"]);
    await holds(["facts", "--format", "json"]);
    for (const id of RULE_IDS) {
      await holds(["rules", id]);
      await holds(["explain", id]);
    }
  });

  it("writes files and says so", async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, ".git"));
    copyFileSync(UNFILED, join(cwd, "plan.json"));
    await holds(["init", "plan.json"], { cwd });
    expect(language === "zh" ? englishIn(without(readFileSync(join(cwd, "icp.yaml"), "utf8"))) : []).toEqual([]);
    const waiver = ["icp-cdn-coverage", "--host", "static.example.com", "--reason", "x", "--until", "2028-01-31"];
    await holds(["waive", ...waiver, "--dry-run"], { cwd });
    await holds(["waive", ...waiver], { cwd });
    await holds(["baseline", "plan.json"], { cwd });
    await holds(["check", "plan.json", "--baseline", "icp-baseline.json"], { cwd });
    await holds(["check", "plan.json", "-f", "json=report.json", "-f", "html=report.html"], { cwd });
    await holds(["report", "report.json", "--lang", language], { cwd });
    await holds(["graph", "plan.json", "--output", "graph.svg"], { cwd });
    await holds(["extract", "plan.json", "--output", "web.icp.json"], { cwd });
    await holds(["check", "web.icp.json"], { cwd });
    await holds(["register"], { cwd });
    await holds(["init", "plan.json", "--update"], { cwd });
  });

  it("helps with every command", async () => {
    const { out } = await cli(["--help"]);
    const commands = [...out.matchAll(/^ {2}([a-z]+) \[/gm)].map(([, name = ""]) => name);
    expect(commands).toEqual(
      expect.arrayContaining(["check", "rules", "explain", "facts", "init", "baseline", "graph"]),
    );
    await holds(["--help"]);
    for (const command of commands) await holds([command, "--help"]);
  });

  it("says what is wrong with a call", async () => {
    const cwd = emptyFolder();
    writeFileSync(
      join(cwd, "bad.yaml"),
      "version: 1\nasOf: 2026-13-01\nfilings: [{ domain: www.example.com, status: filed }]\n",
    );
    const calls: readonly (readonly string[])[] = [
      ["chekc"],
      ["plan.json"],
      ["check"],
      ["check", "nothing.json"],
      ["check", UNFILED, "--formt", "text"],
      ["check", UNFILED, "--format", "xml"],
      ["check", UNFILED, "--format"],
      ["check", UNFILED, "--max", "0"],
      ["check", UNFILED, "--now", "today"],
      ["check", UNFILED, "--rule", "icp-dns-recrod"],
      ["check", UNFILED, "--rule", "icp-dns-record", "--skip-rule", "icp-dns-record"],
      ["check", UNFILED, "--register", "bad.yaml"],
      ["check", UNFILED, "-f", "json", "-f", "text"],
      ["check", UNFILED, "-f", "json=a.json", "-o", "b.json"],
      ["check", UNFILED, "--region", "cn-hangzou"],
      ["check", "*.json"],
      ["check", "-", "-"],
      ["check", "."],
      ["rules", "nonsense-word"],
      ["rules", "one", "two"],
      ["facts", "nonsense-word"],
      ["facts", "--table", "prots"],
      ["explain", "icp-dns"],
      ["graph", UNFILED, "--apex", "example.org"],
      ["waive", "icp-dns-record"],
      ["waive", "icp-dns-record", "--reason", "x", "--until", "2020-01-01", "--host", "a.example.com"],
      ["waive", "icp-dns-record", "--reason", "x", "--until", "2027-01-01"],
      ["waive", "icp-dns-record", "--reason", "x", "--until", "2027-01-01", "--host", "localhost"],
      ["report", "bad.yaml"],
      ["baseline", UNFILED, "--output", "."],
      ["completion", "tcsh"],
    ];
    for (const argv of calls) await holds(argv, { cwd });
  });
});
