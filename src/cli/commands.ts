/** The commands and their options, as Commander is told of them. */
import type { Command } from "commander";
import { InputError } from "../input/error";
import type { BaselineOptions } from "./baseline";
import type { CheckOptions } from "./check";
import type { FactsOptions } from "./facts";
import type { GraphOptions } from "./graph";
import type { InitOptions } from "./init";
import { FORMAT_HELP } from "./outputs";
import type { ReportCommandOptions } from "./report";
import type { ReportedOptions } from "./reported";
import type { RulesOptions } from "./rules";
import { TABLES } from "./tables";
import type { WaiveOptions } from "./waive";

const PLANS = "JSON of `pulumi preview --json --show-sames` or `pulumi stack export`; - is standard input";

type Handler<Argument, Options> = (argument: Argument, options: Options) => Promise<void>;

/** How a report is written: options of all commands that write one. */
const reading = (command: Command): Command =>
  command
    .option("-f, --format <name>", FORMAT_HELP, collect)
    .option("-o, --output <file>", "write the report to a file, whole or not at all")
    .option("--lang <language>", "en or zh")
    .option("--show <what>", "also list: satisfied, waived (repeatable)", collect)
    .option("--max <count>", "show so many findings at most, where people read them", countOf)
    .option(
      "-q, --quiet",
      "only findings at or above --fail-on (with never: mandatory) and the result line; nothing at all when there are none",
    )
    .option("--no-color", "no colours, as with NO_COLOR; FORCE_COLOR asks for them")
    .option(
      "--fail-on <from>",
      "exit with 1 from here on: mandatory; undetermined (also all that could not be decided); advisory (every finding); never. Repeated with incomplete: also where a plan hides resources or has none of Alibaba Cloud. Waived and accepted findings never count",
      collect,
    );

/** What is judged by: options of all commands that judge. */
const judging = (command: Command): Command =>
  command
    .option(
      "--register <file>",
      "the register (default: $ALICLOUD_ICP_REGISTER, else icp.yaml upward from the plan, within its repository)",
    )
    .option("--region <id>", "region where the plan tells none (default: $ALICLOUD_REGION, $ALIBABA_CLOUD_REGION)")
    .option("--now <day>", "judge as of this day, YYYY-MM-DD (default: today in Shanghai)");

/** The settings file. Both options are one in Commander. */
const configured = (command: Command): Command =>
  command
    .option("--config <file>", "settings (default: alicloud-icp.yaml upward, within the repository)")
    .option("--no-config", "no settings file");

export function addCheck(program: Command, handler: Handler<string[], CheckOptions>): void {
  const command = program.command("check").description("Judge plans, several as one, and report");
  configured(reading(judging(command.argument("<plan...>", PLANS))))
    .option("--rule <id>", "judge only by this rule (repeatable)", collect)
    .option("--skip-rule <id>", "do not judge by this rule (repeatable)", collect)
    .option("--baseline <file>", "findings that were accepted before: only new ones count")
    .addHelpText(
      "after",
      `
Examples:
  $ alicloud-icp check plan.json
  $ alicloud-icp check dns.json web.json --register ops/icp.yaml --fail-on advisory
  $ alicloud-icp check 'plans/*.json' --format text --format sarif=icp.sarif --format html=icp.html
  $ pulumi preview --json --show-sames | alicloud-icp check - -f json -o report.json`,
    )
    .action(handler);
}

export function addRegister(program: Command, handler: Handler<string | undefined, ReportedOptions>): void {
  const command = program
    .command("register")
    .description("Judge the register without any plan: what is missing, wrong, out of date, or about to expire")
    .argument("[file]", "the register, as --register gives it");
  configured(reading(command))
    .option(
      "--register <file>",
      "the register (default: $ALICLOUD_ICP_REGISTER, else icp.yaml upward from here, within the repository)",
    )
    .option("--now <day>", "judge as of this day, YYYY-MM-DD (default: today in Shanghai)")
    .option("--rule <id>", "judge only by this rule (repeatable)", collect)
    .option("--skip-rule <id>", "do not judge by this rule (repeatable)", collect)
    .addHelpText(
      "after",
      `
Examples:
  $ alicloud-icp register
  $ alicloud-icp register ops/icp.yaml --fail-on advisory
  $ alicloud-icp register --format text --format html=register.html`,
    )
    .action(handler);
}

export function addBaseline(program: Command, handler: Handler<string[], BaselineOptions>): void {
  const command = program
    .command("baseline")
    .description("Accept the findings of today, so that with check --baseline only new ones count");
  configured(judging(command.argument("<plan...>", PLANS)))
    .option("-o, --output <file>", "where to write it; - prints it (default: icp-baseline.json)")
    .option("--prune", "only take out what no longer occurs")
    .addHelpText(
      "after",
      `
Examples:
  $ alicloud-icp baseline plan.json
  $ alicloud-icp check plan.json --baseline icp-baseline.json
  $ alicloud-icp baseline plan.json --prune`,
    )
    .action(handler);
}

export function addGraph(program: Command, handler: Handler<string[], GraphOptions>): void {
  const command = program
    .command("graph")
    .description("Draw how the hosts of plans are served, and what the filing rules make of it");
  configured(judging(command.argument("<plan...>", PLANS)))
    .option("-f, --format <name>", "svg, dot (Graphviz) or mermaid (Markdown of GitHub and GitLab)", "svg")
    .option("--apex <domain>", "only this domain (repeatable; default: all)", collect)
    .option("-o, --output <file>", "write it to a file, whole or not at all")
    .option("--lang <language>", "en or zh")
    .addHelpText(
      "after",
      `
Examples:
  $ alicloud-icp graph plan.json --output graph.svg
  $ alicloud-icp graph dns.json web.json --apex example.com --format mermaid
  $ alicloud-icp graph plan.json --format dot | dot -Tpdf > graph.pdf`,
    )
    .action(handler);
}

export function addReport(program: Command, handler: Handler<string, ReportCommandOptions>): void {
  const command = program
    .command("report")
    .description("Write a report that was saved as JSON in other formats, or in another language");
  reading(command.argument("<report>", "what check --format json wrote; - is standard input"))
    .addHelpText(
      "after",
      `
Examples:
  $ alicloud-icp report report.json --format html=report.html --lang zh
  $ alicloud-icp report report.json -f markdown > comment.md`,
    )
    .action(handler);
}

/** A command that prints what the tool knows, with the options that such commands share. */
const listing = (program: Command, name: string): Command =>
  program
    .command(name)
    .option("-f, --format <name>", "text or json", "text")
    .option("--lang <language>", "en or zh", "en")
    .option("--no-color", "no colours");

export function addRules(program: Command, handler: Handler<string | undefined, RulesOptions>): void {
  listing(program, "rules")
    .description("List the rules, or those that a word is found in, or tell what one of them rests on")
    .argument("[rule]", "the id of a rule, such as icp-dns-record; or a word, such as cdn, advisory or server")
    .addHelpText(
      "after",
      `
Examples:
  $ alicloud-icp rules
  $ alicloud-icp rules cdn
  $ alicloud-icp rules icp-cdn-coverage
  $ alicloud-icp rules --format json`,
    )
    .action(handler);
}

export function addFacts(program: Command, handler: Handler<string | undefined, FactsOptions>): void {
  listing(program, "facts")
    .description("List the dated data and the statements that judgements rest on, or those that a word is found in")
    .argument("[word]", "a region, suffix, port, product, rule, id of a statement, or any word of the texts")
    .option("--table <name>", `only one table: ${TABLES.join(", ")}`)
    .addHelpText(
      "after",
      `
Examples:
  $ alicloud-icp facts cn-hongkong
  $ alicloud-icp facts --table port
  $ alicloud-icp facts org --table suffix
  $ alicloud-icp facts icp-server-term --format json`,
    )
    .action(handler);
}

export function addInit(program: Command, handler: Handler<string[], InitOptions>): void {
  program
    .command("init")
    .description("Write a first register with the domains and servers of plans, to be corrected by hand")
    .argument("<plan...>", PLANS)
    .option("-o, --output <file>", "where to write it; - prints it; an existing file is never overwritten", "icp.yaml")
    .option("--region <id>", "region where the plan tells none")
    .addHelpText(
      "after",
      `
Examples:
  $ alicloud-icp init plan.json
  $ alicloud-icp init plan.json --output -`,
    )
    .action(handler);
}

export function addWaive(program: Command, handler: Handler<string, WaiveOptions>): void {
  configured(
    program
      .command("waive")
      .description("Add a waiver to the register: findings of a rule that are accepted for a time")
      .argument("<rule>", "the id of the rule, such as icp-dns-record")
      .requiredOption("--reason <text>", "why it is waived")
      .requiredOption("--until <day>", "the last day on which it is waived, YYYY-MM-DD")
      .option("--resource <glob>", "for which resources: a glob over URNs, such as *::web")
      .option("--host <name>", "for which host")
      .option("--apex <domain>", "for which registrable domain")
      .option("--stack <glob>", "in which stacks: a glob over project/stack (default: every stack)")
      .option("--owner <name>", "who answers for it")
      .option(
        "--register <file>",
        "the register (default: $ALICLOUD_ICP_REGISTER, else icp.yaml upward from here, within the repository)",
      ),
  )
    .option("--dry-run", "print the lines that would change, and write nothing")
    .addHelpText(
      "after",
      `
Examples:
  $ alicloud-icp waive icp-unnamed-website --resource "*::debug-box" --reason "office VPN only" --until 2027-01-31
  $ alicloud-icp waive icp-dns-record --host www.example.com --stack "shop/*" --reason "moves in May" --until 2027-05-31 --dry-run`,
    )
    .action(handler);
}

/** Gathers the values of an option that may be repeated. */
function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** How many there are. */
function countOf(value: string): number {
  const count = Number(value);
  if (Number.isSafeInteger(count) && count > 0 && /^\d+$/.test(value)) return count;
  throw new InputError(`expected a number from 1; found ${JSON.stringify(value)}`, { key: "--max" });
}
