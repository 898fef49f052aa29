/** What options and arguments can be. The lists are those by which the commands themselves refuse anything else. */
import type { Option } from "commander";
import { LANGUAGES } from "../../messages";
import { FAIL_ON, formats } from "../../report";
import { PICTURE_FORMATS } from "../../report/picture/formats";
import { RULE_IDS } from "../../vocabulary/rule-ids";
import { INCOMPLETE } from "../fail-on";
import { SHOW } from "../render";
import { TABLES } from "../tables";
import { SHELLS } from "./shells";

/** Some words, of which each may be followed by `=FILE` where `withFile` is set; files; or what no list has. */
export type Values =
  | { readonly kind: "words"; readonly words: readonly string[]; readonly withFile?: boolean }
  | { readonly kind: "files" }
  | { readonly kind: "free" };

const FREE: Values = { kind: "free" };
const FILES: Values = { kind: "files" };
const words = (list: readonly string[]): Values => ({ kind: "words", words: list });

const LISTINGS = words(["text", "json"]);

/** By option; by command and option where a command has a list of its own. */
const OPTIONS: Readonly<Record<string, Values>> = {
  "--lang": words(LANGUAGES),
  "--show": words(SHOW),
  "--fail-on": words([...FAIL_ON, INCOMPLETE]),
  "--rule": words(RULE_IDS),
  "--skip-rule": words(RULE_IDS),
  "--table": words(TABLES),
  "--format": { kind: "words", words: Object.keys(formats), withFile: true },
  "graph --format": words(PICTURE_FORMATS),
  "rules --format": LISTINGS,
  "facts --format": LISTINGS,
};

/** By the name of an argument. */
const ARGUMENTS: Readonly<Record<string, Values>> = {
  plan: FILES,
  report: FILES,
  file: FILES,
  register: FILES,
  rule: words(RULE_IDS),
  shell: words(SHELLS),
};

/** What the value of an option can be. */
export function valuesOfOption(command: string, { long, flags }: Pick<Option, "long" | "flags">): Values {
  const flag = long ?? "";
  return OPTIONS[`${command} ${flag}`] ?? OPTIONS[flag] ?? (/<(?:file|folder)>$/.test(flags) ? FILES : FREE);
}

/** What an argument can be; `commands` are the names of all commands. */
export const valuesOfArgument = (name: string, commands: readonly string[]): Values =>
  name === "command" ? words(commands) : (ARGUMENTS[name.toLowerCase()] ?? FREE);
