/** The command line: which commands and options there are. */
import { Command, Option } from "commander";
import { version } from "../version";
import { EXIT, explain, type Exit } from "./errors";
import { columnsOf } from "./terminal";
import { check, type CheckOptions } from "./check";
import { listFacts, type FactsOptions } from "./facts";
import { init, type InitOptions } from "./init";
import type { Io } from "./io";
import { listRules, type RulesOptions } from "./rules";
import type { WaiveOptions } from "./waive";

const PLANS = "JSON of `pulumi preview --json --show-sames` or `pulumi stack export`; - is standard input";

/** Runs a command and gives its exit code. Throws nothing; everything that goes wrong is said on standard error. */
export async function run(io: Io): Promise<Exit> {
  let code: Exit = EXIT.ok;
  const program = newProgram(io);
  addCheck(program, async (plans, options) => {
    code = await check(plans, options, io);
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
  addWaive(program, async (rule, options) => {
    // What it needs of the register is loaded for it alone.
    const { waive } = await import("./waive.js");
    code = await waive(rule, options, io);
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
  $ alicloud-icp init plan.json
  $ alicloud-icp rules icp-dns-record
  $ alicloud-icp waive icp-dns-record --host www.example.com --reason "moves in May" --until 2027-05-31

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
    .option("--format <name>", "text or json", "text")
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
  $ pulumi preview --json --show-sames | alicloud-icp check - --format json --output report.json`,
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

function addWaive(program: Command, handler: Handler<string, WaiveOptions>): void {
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
function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
