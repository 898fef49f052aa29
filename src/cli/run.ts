/** The command line: which commands and options there are. */
import { Command, Option } from "commander";
import { version } from "../version";
import { EXIT, explain, type Exit } from "./errors";
import { columnsOf } from "./terminal";
import { check, type CheckOptions } from "./check";
import { listFacts, type FactsOptions } from "./facts";
import { graph, type GraphOptions } from "./graph";
import { init, type InitOptions } from "./init";
import type { Io } from "./io";
import { listRules, type RulesOptions } from "./rules";

const PLANS = "JSON of `pulumi preview --json --show-sames` or `pulumi stack export`; - is standard input";

/** Runs a command and gives its exit code. Throws nothing; everything that goes wrong is said on standard error. */
export async function run(io: Io): Promise<Exit> {
  let code: Exit = EXIT.ok;
  const program = newProgram(io);
  addCheck(program, async (plans, options) => {
    code = await check(plans, options, io);
  });
  addGraph(program, async (plans, options) => {
    code = await graph(plans, options, io);
  });
  addRules(program, async (id, options) => {
    code = await listRules(id, options, io);
  });
  addFacts(program, async (word, options) => {
    code = await listFacts(word, options, io);
  });
  addInit(program, async (plans, options) => {
    code = await init(plans, options, io);
  });
  try {
    await program.parseAsync([...io.argv], { from: "user" });
    return code;
  } catch (error) {
    return explain(error, io);
  }
}

function newProgram(io: Io): Command {
  return (
    new Command("alicloud-icp")
      .description("Says which hosts of planned Alibaba Cloud resources need an ICP filing, and what is wrong with it.")
      .version(version, "--version", "print the version")
      .helpOption("--help", "print this help")
      .helpCommand("help [command]", "print the help of a command")
      .exitOverride()
      // Errors are said once, in `explain`.
      .configureOutput({
        writeOut: (text) => io.stdout.write(text),
        writeErr: (text) => io.stderr.write(text),
        outputError: () => undefined,
        getOutHelpWidth: () => columnsOf(io.stdout),
        getErrHelpWidth: () => columnsOf(io.stderr),
        getOutHasColors: () => false,
        getErrHasColors: () => false,
      })
      .addHelpText(
        "after",
        `
Examples:
  $ pulumi preview --json --show-sames > plan.json && alicloud-icp check plan.json
  $ alicloud-icp graph plan.json --output graph.svg
  $ alicloud-icp init plan.json
  $ alicloud-icp rules icp-dns-record

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or unreadable input, 3 internal error`,
      )
  );
}

type Handler<Argument, Options> = (argument: Argument, options: Options) => Promise<void>;

function addCheck(program: Command, handler: Handler<string[], CheckOptions>): void {
  program
    .command("check")
    .description("Judge plans, several as one, and report")
    .argument("<plan...>", PLANS)
    .option(
      "--register <file>",
      "the register (default: $ALICLOUD_ICP_REGISTER, else icp.yaml upward from the plan, within its repository)",
    )
    .option("--region <id>", "region where the plan tells none (default: $ALICLOUD_REGION, $ALIBABA_CLOUD_REGION)")
    .option("--now <day>", "judge as of this day, YYYY-MM-DD (default: today in Shanghai)")
    .option(
      "--fail-on <from>",
      "exit with 1 from here on: mandatory; undetermined (also all that could not be decided); advisory (every finding); never. Waived findings never count",
      "mandatory",
    )
    .option("--format <name>", "text, json or html", "text")
    .option("--output <file>", "write the report to a file, whole or not at all")
    .option("--lang <language>", "en or zh", "en")
    .addOption(
      new Option("--show <what>", "also list: satisfied, waived (repeatable)")
        .argParser(collect)
        .default([], "neither"),
    )
    .option(
      "--quiet",
      "only findings at or above --fail-on (with never: mandatory) and the result line; nothing at all when there are none",
    )
    .option("--no-color", "no colours, as with NO_COLOR; FORCE_COLOR asks for them")
    .addHelpText(
      "after",
      `
Examples:
  $ alicloud-icp check plan.json
  $ alicloud-icp check dns.json web.json --register ops/icp.yaml --fail-on advisory
  $ alicloud-icp check plan.json --format html --output report.html
  $ pulumi preview --json --show-sames | alicloud-icp check - --format json --output report.json`,
    )
    .action(handler);
}

function addGraph(program: Command, handler: Handler<string[], GraphOptions>): void {
  program
    .command("graph")
    .description("Draw how the hosts of plans are served, and what the filing rules make of it")
    .argument("<plan...>", PLANS)
    .option("--format <name>", "svg, dot (Graphviz) or mermaid (Markdown of GitHub and GitLab)", "svg")
    .addOption(new Option("--apex <domain>", "only this domain (repeatable)").argParser(collect).default([], "all"))
    .option("--output <file>", "write it to a file, whole or not at all")
    .option("--register <file>", "the register, as for check")
    .option("--region <id>", "region where the plan tells none")
    .option("--now <day>", "judge as of this day, YYYY-MM-DD (default: today in Shanghai)")
    .option("--lang <language>", "en or zh", "en")
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

/** A command that prints what the tool knows, with the options that such commands share. */
const listing = (program: Command, name: string): Command =>
  program
    .command(name)
    .option("--format <name>", "text or json", "text")
    .option("--lang <language>", "en or zh", "en")
    .option("--no-color", "no colours");

function addRules(program: Command, handler: Handler<string | undefined, RulesOptions>): void {
  listing(program, "rules")
    .description("List the rules, or tell what one of them rests on")
    .argument("[rule]", "the id of a rule, such as icp-dns-record")
    .addHelpText(
      "after",
      `
Examples:
  $ alicloud-icp rules
  $ alicloud-icp rules icp-cdn-coverage
  $ alicloud-icp rules --format json`,
    )
    .action(handler);
}

function addFacts(program: Command, handler: Handler<string | undefined, FactsOptions>): void {
  listing(program, "facts")
    .description("List the dated data and the statements that judgements rest on, or those that a word is found in")
    .argument("[word]", "a region, suffix, port, product, rule, id of a statement, or any word of the texts")
    .addHelpText(
      "after",
      `
Examples:
  $ alicloud-icp facts cn-hongkong
  $ alicloud-icp facts org
  $ alicloud-icp facts icp-server-term --format json`,
    )
    .action(handler);
}

function addInit(program: Command, handler: Handler<string[], InitOptions>): void {
  program
    .command("init")
    .description("Write a first register with the domains and servers of plans, to be corrected by hand")
    .argument("<plan...>", PLANS)
    .option("--output <file>", "where to write it; - prints it; an existing file is never overwritten", "icp.yaml")
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

/** Gathers the values of an option that may be repeated. */
function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
