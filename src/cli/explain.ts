/** `alicloud-icp explain`: the page of a rule, in the terminal. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { render } from "../messages";
import { withColon } from "../messages/punctuation";
import { linkOf, pageOf } from "../report/links";
import { pageLines } from "../report/terminal-page";
import { RULE_IDS } from "../vocabulary/rule-ids";
import { choice, EXIT, LISTS_RULES, type Exit } from "./errors";
import type { Io } from "./io";
import { columnsOf, hasLinks, isColoured } from "./terminal";

export interface ExplainOptions {
  readonly color: boolean;
}

/** Shows the page of a rule. Throws an `InputError` where there is no such rule. */
export async function explainRule(id: string, { color }: ExplainOptions, io: Io): Promise<Exit> {
  const { language, stdout, env } = io;
  const page = pageOf(await choice("rule", id, RULE_IDS, LISTS_RULES), language);
  const folder = dirname(page);
  const lines = pageLines(readFileSync(join(packageFolder(), page), "utf8"), {
    width: columnsOf(stdout),
    colour: isColoured(stdout, env, color),
    links: hasLinks(stdout, env),
    addressOf: (link) => (/^[a-z]+:/.test(link) ? link : linkOf(join(folder, link).replaceAll("\\", "/"))),
  });
  stdout.write(`${[...lines, "", withColon(language, render(language, "report.page"), linkOf(page))].join("\n")}\n`);
  return EXIT.ok;
}

/** The folder that holds the documentation: that of the package, whether it is built or not. */
function packageFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, pageOf(RULE_IDS[0], "en"))) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
