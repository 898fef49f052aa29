/** `alicloud-icp rules`: the rules, and what one of them rests on. */
import { createColors } from "picocolors";
import { statementOf, type Statement } from "../vocabulary/statements";
import { LANGUAGES, render, type Language } from "../messages";
import { pageOf } from "../report/report";
import { padTo, widthOf, wrap } from "../report/wrap";
import { allRules } from "../rules";
import type { Rule } from "../judging/rule";
import { choice, EXIT, refuseChoice, type Exit } from "./errors";
import type { Io } from "./io";
import { columnsOf, isColoured } from "./terminal";

export interface RulesOptions {
  readonly format: string;
  readonly lang: string;
  readonly color: boolean;
}

/** Lists all rules, or tells all about one. Throws an `InputError` for a rule that does not exist. */
export async function listRules(id: string | undefined, options: RulesOptions, io: Io): Promise<Exit> {
  const format = await choice("--format", options.format, ["text", "json"]);
  const language = await choice("--lang", options.lang, LANGUAGES);
  const one = id === undefined ? undefined : allRules.find((rule) => rule.id === id);
  if (id !== undefined && !one) {
    const ids = allRules.map((rule) => rule.id);
    return refuseChoice("rule", id, ids);
  }
  const bold = createColors(isColoured(io.stdout, io.env, options.color)).bold;
  if (format === "json") {
    const described = one ? describe(one, language) : allRules.map((rule) => describe(rule, language));
    io.stdout.write(`${JSON.stringify(described, null, 2)}\n`);
  } else if (one) {
    io.stdout.write(details(one, language, columnsOf(io.stdout), bold));
  } else {
    io.stdout.write(table(language, bold));
  }
  return EXIT.ok;
}

/** A rule for programs. */
function describe(rule: Rule, language: Language) {
  return {
    id: rule.id,
    level: rule.level,
    group: rule.group,
    phase: rule.phase,
    types: rule.types ?? [],
    section: rule.section ?? null,
    text: textOf(rule, language),
    sources: sourcesOf(rule),
    page: pageOf(rule.id),
  };
}

const sourcesOf = (rule: Rule): Statement[] => rule.sources.flatMap((id) => statementOf(id) ?? []);

function textOf(rule: Rule, language: Language): string {
  // A rule without a line of its own is shown by its id rather than not at all.
  const id = `rule.${rule.id}`;
  const text = render(language, id as "rule.icp-register");
  return text === id ? rule.id : text;
}

/** One line a rule, not wrapped, so that it can be searched. */
function table(language: Language, bold: (text: string) => string): string {
  const rows = allRules.map((rule) => [rule.id, rule.level, rule.group, rule.phase, textOf(rule, language)]);
  const head = ["rule", "level", "group", "phase", ""];
  const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => widthOf(row[column] ?? title))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : padTo(cell, widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return `${[bold(line(head)), ...rows.map(line)].join("\n")}\n`;
}

function details(rule: Rule, language: Language, width: number, bold: (text: string) => string): string {
  const facts = sourcesOf(rule).flatMap((fact) => [
    ...wrap(fact.text, width - 9).map((line, at) => `  ${padTo(at === 0 ? fact.id : "", 7)}${line}`),
    ...wrap(fact.source, width - 9).map((line) => `         ${line}`),
  ]);
  return `${[
    bold(rule.id),
    ...wrap(textOf(rule, language), width),
    "",
    `level    ${rule.level}`,
    `group    ${rule.group}`,
    `phase    ${rule.phase}`,
    `section  ${rule.section ?? "none"}`,
    `page     ${pageOf(rule.id)}`,
    ...(facts.length > 0 ? ["", bold("sources"), ...facts] : []),
  ].join("\n")}\n`;
}
