/** `alicloud-icp rules`: the rules, and what one of them rests on. */
import { createColors } from "picocolors";
import { statementOf, type Statement } from "../vocabulary/statements";
import { sourcesText } from "../vocabulary/sources";
import { groupBy } from "../base/collections";
import { render, type Language, type MessageId } from "../messages";
import { linkOf, pageOf } from "../report/links";
import { padTo, widthOf, wrap } from "../report/wrap";
import { allRules } from "../rules";
import type { Rule } from "../judging/rule";
import { choice, EXIT, LISTS_RULES, refuseChoice, type Exit } from "./errors";
import type { Io } from "./io";
import { columnsOf, isColoured } from "./terminal";

export interface RulesOptions {
  readonly format: string;
  readonly color: boolean;
}

/**
 * Tells all about one rule, or lists all rules, or those that a word is found in: in an id, a level, a group or a text. Throws
 * an `InputError` for a word that is found in none.
 */
export async function listRules(word: string | undefined, options: RulesOptions, io: Io): Promise<Exit> {
  const format = await choice("--format", options.format, ["text", "json"]);
  const { language } = io;
  const one = allRules.find((rule) => rule.id === word);
  const found = one ? [one] : word === undefined ? allRules : rulesWith(word, language);
  if (found.length === 0) {
    const ids = allRules.map((rule) => rule.id);
    return refuseChoice("rule", word ?? "", ids, LISTS_RULES);
  }
  const bold = createColors(isColoured(io.stdout, io.env, options.color)).bold;
  const width = columnsOf(io.stdout);
  if (format === "json") {
    const described = one ? describe(one, language) : found.map((rule) => describe(rule, language));
    io.stdout.write(`${JSON.stringify(described, null, 2)}\n`);
  } else {
    io.stdout.write(one ? details(one, language, width, bold) : list(found, language, width, bold));
  }
  return EXIT.ok;
}

function rulesWith(word: string, language: Language): readonly Rule[] {
  const wanted = word.trim().toLowerCase();
  if (wanted === "") return [];
  return allRules.filter((rule) =>
    [rule.id, rule.level, rule.group, textOf(rule, language)].some((text) => text.toLowerCase().includes(wanted)),
  );
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
    sources: sourcesOf(rule, language),
    page: pageOf(rule.id, language),
    link: linkOf(pageOf(rule.id, language)),
  };
}

const sourcesOf = (rule: Rule, language: Language): Statement[] =>
  rule.sources.flatMap((id) => statementOf(id, language) ?? []);

function textOf(rule: Rule, language: Language): string {
  // A rule without a line of its own is shown by its id rather than not at all.
  const id = `rule.${rule.id}`;
  const text = render(language, id as "rule.icp-register");
  return text === id ? rule.id : text;
}

/** By group; each rule with its level and what it says, wrapped beside them. */
function list(rules: readonly Rule[], language: Language, width: number, bold: (text: string) => string): string {
  const columns = [({ id }: Rule): string => id, ({ level }: Rule): string => render(language, `report.${level}`)];
  const widths = columns.map((cell) => Math.max(...rules.map((rule) => widthOf(cell(rule)))) + 2);
  const before = widths.reduce((sum, one) => sum + one, 2);
  // Where there is no room beside them, what a rule says stands below.
  const isNarrow = width - before < LEAST_TEXT;
  const indent = isNarrow ? 4 : before;
  const blocks = [...groupBy(rules, ({ group }) => group)].map(([group, own]) => {
    const lines = own.flatMap((rule) => {
      const head = `  ${columns.map((cell, at) => padTo(cell(rule), widths[at] ?? 0)).join("")}`;
      const [first = "", ...rest] = wrap(textOf(rule, language), width - indent);
      const further = (isNarrow ? [first, ...rest] : rest).map((line) => " ".repeat(indent) + line);
      return [isNarrow ? head.trimEnd() : head + first, ...further];
    });
    return [bold(render(language, `group.${group}`)), ...lines].join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
}

/** A column of text that is narrower is hard to read. */
const LEAST_TEXT = 30;

function details(rule: Rule, language: Language, width: number, bold: (text: string) => string): string {
  const say = (id: MessageId): string => render(language, id);
  const facts = sourcesOf(rule, language).flatMap((fact) => [
    ...wrap(fact.text, width - 9).map((line, at) => `  ${padTo(at === 0 ? fact.id : "", 7)}${line}`),
    ...wrap(sourcesText(fact.sources, language), width - 9).map((line) => `         ${line}`),
  ]);
  const about: readonly (readonly [MessageId, string])[] = [
    ["rules.level", say(`report.${rule.level}`)],
    ["rules.group", say(`group.${rule.group}`)],
    ["rules.phase", say(`phase.${rule.phase}`)],
    ...(rule.section === undefined ? [] : [["rules.section", rule.section] as const]),
    ["rules.page", linkOf(pageOf(rule.id, language))],
  ];
  const column = Math.max(...about.map(([label]) => widthOf(say(label)))) + 2;
  return `${[
    bold(rule.id),
    ...wrap(textOf(rule, language), width),
    "",
    ...wrap(say(`help.${rule.id}`), width),
    "",
    ...about.map(([label, value]) => `${padTo(say(label), column)}${value}`),
    ...(facts.length > 0 ? ["", bold(say("rules.sources")), ...facts] : []),
  ].join("\n")}\n`;
}
