/** The commands and their options, as Commander is told of them. */
import type { Command } from "commander";
import { InputError } from "../input/error";
import type { BaselineOptions } from "./baseline";
import type { CheckOptions } from "./check";
import { SHELLS } from "./completions/shells";
import type { ExplainOptions } from "./explain";
import type { ExtractOptions } from "./extract";
import type { FactsOptions } from "./facts";
import type { GraphOptions } from "./graph";
import type { InitOptions } from "./init";
import { message, type MessageId, type Params } from "../messages";
import { FORMATS } from "./outputs";
import type { ReportCommandOptions } from "./report";
import type { RegisterOptions } from "./register";
import type { RulesOptions } from "./rules";
import { TABLES } from "./tables";
import type { WaiveOptions } from "./waive";

/** Gives a text in the language of the run. */
export type Say = (id: MessageId, params?: Params) => string;

type Handler<Argument, Options> = (argument: Argument, options: Options) => Promise<void>;

/** Calls that show how a command is used. */
export const examples = (say: Say, calls: readonly string[]): string =>
  ["", say("cli.examples"), ...calls.map((call) => `  $ ${call}`)].join("\n");

/** How a report is written: options of all commands that write one. */
const reading = (command: Command, say: Say): Command =>
  command
    .option("-f, --format <name>", say("cli.option-format", { formats: FORMATS.join(", ") }), collect)
    .option("-o, --output <file>", say("cli.option-output"))
    .option("--show <what>", say("cli.option-show"), collect)
    .option("--max <count>", say("cli.option-max"), countOf)
    .option("-q, --quiet", say("cli.option-quiet"))
    .option("--no-color", say("cli.option-no-color"))
    .option("--fail-on <from>", say("cli.option-fail-on"), collect);

/** How programs are run: options of all commands that take plans. */
const running = (command: Command, say: Say): Command =>
  command
    .option("--stack <name>", say("cli.option-program-stack"))
    .option("--stack-output <file>", say("cli.option-stack-output"), collect)
    .option("--fixtures <file>", say("cli.option-fixtures"))
    .option("--timeout <seconds>", say("cli.option-timeout"))
    .option("--keep-env", say("cli.option-keep-env"))
    .option("--no-programs", say("cli.option-no-programs"));

/** Where what plans of Terraform name is written: an option of commands that tell places. */
const placing = (command: Command, say: Say): Command =>
  command.option("--source <folder>", say("cli.option-source"), collect);

/** What is judged by: options of all commands that judge. */
const judging = (command: Command, say: Say): Command =>
  running(command, say)
    .option("--register <file>", say("cli.option-register"))
    .option("--region <id>", say("cli.option-region"))
    .option("--now <day>", say("cli.option-now"));

/** The settings file. Both options are one in Commander. */
const configured = (command: Command, say: Say): Command =>
  command.option("--config <file>", say("cli.option-config")).option("--no-config", say("cli.option-no-config"));

export function addCheck(program: Command, say: Say, handler: Handler<string[], CheckOptions>): void {
  const command = program.command("check").description(say("cli.check"));
  configured(reading(placing(judging(command.argument("[plan...]", say("cli.plans")), say), say), say), say)
    .option("--rule <id>", say("cli.option-rule"), collect)
    .option("--skip-rule <id>", say("cli.option-skip-rule"), collect)
    .option("--baseline <file>", say("cli.option-baseline"))
    .option("--watch", say("cli.option-watch"))
    .addHelpText(
      "after",
      examples(say, [
        "alicloud-icp check",
        "alicloud-icp check infra --stack prod --watch",
        "alicloud-icp check plan.json",
        "alicloud-icp check dns.json web.json --register ops/icp.yaml --fail-on advisory",
        "alicloud-icp check 'plans/*.json' --format text --format sarif=icp.sarif --format html=icp.html",
        "pulumi preview --json --show-sames | alicloud-icp check - -f json -o report.json",
        "terraform show -json tfplan | alicloud-icp check - --source infra",
      ]),
    )
    .action(handler);
}

export function addRegister(program: Command, say: Say, handler: Handler<string | undefined, RegisterOptions>): void {
  const command = program.command("register").description(say("cli.register"));
  configured(reading(command.argument("[file]", say("cli.argument-register")), say), say)
    .option("--register <file>", say("cli.option-register-here"))
    .option("--now <day>", say("cli.option-now"))
    .option("--rule <id>", say("cli.option-rule"), collect)
    .option("--skip-rule <id>", say("cli.option-skip-rule"), collect)
    .option("--verify", say("cli.option-verify"))
    .option("--plan <plan>", say("cli.option-verify-plan"), collect)
    .option("--write", say("cli.option-write"))
    .option("--dry-run", say("cli.option-write-dry-run"))
    .option("--print-policy", say("cli.option-print-policy"))
    .option("--endpoint <url>", say("cli.option-endpoint"), collect)
    .addHelpText(
      "after",
      examples(say, [
        "alicloud-icp register",
        "alicloud-icp register --verify",
        "alicloud-icp register --verify --plan plan.json --write --dry-run",
        "alicloud-icp register --verify --print-policy > policy.json",
        "alicloud-icp register ops/icp.yaml --fail-on advisory",
        "alicloud-icp register --format text --format html=register.html",
      ]),
    )
    .action(handler);
}

export function addBaseline(program: Command, say: Say, handler: Handler<string[], BaselineOptions>): void {
  const command = program.command("baseline").description(say("cli.baseline"));
  configured(judging(command.argument("[plan...]", say("cli.plans")), say), say)
    .option("-o, --output <file>", say("cli.option-baseline-output"))
    .option("--prune", say("cli.option-prune"))
    .addHelpText(
      "after",
      examples(say, [
        "alicloud-icp baseline plan.json",
        "alicloud-icp check plan.json --baseline icp-baseline.json",
        "alicloud-icp baseline plan.json --prune",
      ]),
    )
    .action(handler);
}

export function addGraph(program: Command, say: Say, handler: Handler<string[], GraphOptions>): void {
  const command = program.command("graph").description(say("cli.graph"));
  configured(judging(command.argument("[plan...]", say("cli.plans")), say), say)
    .option("-f, --format <name>", say("cli.option-picture"), "svg")
    .option("--apex <domain>", say("cli.option-apex"), collect)
    .option("-o, --output <file>", say("cli.option-picture-output"))
    .addHelpText(
      "after",
      examples(say, [
        "alicloud-icp graph plan.json --output graph.svg",
        "alicloud-icp graph dns.json web.json --apex example.com --format mermaid",
        "alicloud-icp graph plan.json --format dot | dot -Tpdf > graph.pdf",
      ]),
    )
    .action(handler);
}

export function addExtract(program: Command, say: Say, handler: Handler<string[], ExtractOptions>): void {
  const command = program.command("extract").description(say("cli.extract"));
  placing(running(command.argument("[plan...]", say("cli.plans")), say), say)
    .option("-o, --output <file>", say("cli.option-extract-output"))
    .addHelpText(
      "after",
      examples(say, [
        "alicloud-icp extract plan.json --output web.icp.json",
        "pulumi preview --json --show-sames | alicloud-icp extract - -o web.icp.json",
        "terraform show -json tfplan | alicloud-icp extract web=- --source infra -o web.icp.json",
        "alicloud-icp check dns.icp.json web.icp.json",
      ]),
    )
    .action(handler);
}

export function addReport(program: Command, say: Say, handler: Handler<string, ReportCommandOptions>): void {
  const command = program.command("report").description(say("cli.report"));
  reading(command.argument("<report>", say("cli.argument-report")), say)
    .addHelpText(
      "after",
      examples(say, [
        "alicloud-icp report report.json --format html=report.html --lang zh",
        "alicloud-icp report report.json -f markdown > comment.md",
      ]),
    )
    .action(handler);
}

/** A command that prints what the tool knows, with the options that such commands share. */
const listing = (program: Command, say: Say, name: string): Command =>
  program
    .command(name)
    .option("-f, --format <name>", say("cli.option-listing"), "text")
    .option("--no-color", say("cli.option-no-color"));

export function addRules(program: Command, say: Say, handler: Handler<string | undefined, RulesOptions>): void {
  listing(program, say, "rules")
    .description(say("cli.rules"))
    .argument("[rule]", say("cli.argument-rules"))
    .addHelpText(
      "after",
      examples(say, [
        "alicloud-icp rules",
        "alicloud-icp rules cdn",
        "alicloud-icp rules icp-cdn-coverage",
        "alicloud-icp rules --format json",
      ]),
    )
    .action(handler);
}

export function addExplain(program: Command, say: Say, handler: Handler<string, ExplainOptions>): void {
  program
    .command("explain")
    .description(say("cli.explain"))
    .argument("<rule>", say("cli.argument-rule"))
    .option("--no-color", say("cli.option-no-color"))
    .addHelpText(
      "after",
      examples(say, ["alicloud-icp explain icp-dns-record", "alicloud-icp explain icp-dns-record --lang zh"]),
    )
    .action(handler);
}

export function addFacts(program: Command, say: Say, handler: Handler<string | undefined, FactsOptions>): void {
  listing(program, say, "facts")
    .description(say("cli.facts"))
    .argument("[word]", say("cli.argument-facts"))
    .option("--table <name>", say("cli.option-table", { tables: TABLES.join(", ") }))
    .addHelpText(
      "after",
      examples(say, [
        "alicloud-icp facts cn-hongkong",
        "alicloud-icp facts --table port",
        "alicloud-icp facts org --table suffix",
        "alicloud-icp facts icp-server-term --format json",
      ]),
    )
    .action(handler);
}

export function addInit(program: Command, say: Say, handler: Handler<string[], InitOptions>): void {
  running(program.command("init").description(say("cli.init")).argument("[plan...]", say("cli.plans")), say)
    .option("-o, --output <file>", say("cli.option-init-output"))
    .option("--region <id>", say("cli.option-region-plain"))
    .option("--update", say("cli.option-update"))
    .option("--register <file>", say("cli.option-init-register"))
    .option("--dry-run", say("cli.option-init-dry-run"))
    .option("--verify", say("cli.option-init-verify"))
    .option("--endpoint <url>", say("cli.option-endpoint"), collect)
    .addHelpText(
      "after",
      examples(say, [
        "alicloud-icp init plan.json",
        "alicloud-icp init --verify plan.json",
        "alicloud-icp init plan.json --output -",
        "alicloud-icp init plan.json --update --dry-run",
      ]),
    )
    .action(handler);
}

export function addWaive(program: Command, say: Say, handler: Handler<string, WaiveOptions>): void {
  configured(
    program
      .command("waive")
      .description(say("cli.waive"))
      .argument("<rule>", say("cli.argument-rule"))
      .requiredOption("--reason <text>", say("cli.option-reason"))
      .requiredOption("--until <day>", say("cli.option-until"))
      .option("--resource <glob>", say("cli.option-resource"))
      .option("--host <name>", say("cli.option-host"))
      .option("--apex <domain>", say("cli.option-waived-apex"))
      .option("--stack <glob>", say("cli.option-stack"))
      .option("--owner <name>", say("cli.option-owner"))
      .option("--register <file>", say("cli.option-register-here")),
    say,
  )
    .option("--dry-run", say("cli.option-dry-run"))
    .addHelpText(
      "after",
      examples(say, [
        'alicloud-icp waive icp-unnamed-website --resource "*::debug-box" --reason "office VPN only" --until 2027-01-31',
        'alicloud-icp waive icp-dns-record --host www.example.com --stack "shop/*" --reason "moves in May" --until 2027-05-31 --dry-run',
      ]),
    )
    .action(handler);
}

export function addCompletion(program: Command, say: Say, handler: (shell: string) => Promise<void>): void {
  program
    .command("completion")
    .description(say("cli.completion"))
    .argument("<shell>", SHELLS.join(", "))
    .addHelpText(
      "after",
      examples(say, [
        'eval "$(alicloud-icp completion bash)"',
        "source <(alicloud-icp completion zsh)",
        "alicloud-icp completion fish | source",
      ]),
    )
    .action(handler);
}

/** Every command speaks a language. */
export function addLanguage({ commands }: Command, say: Say): void {
  for (const command of commands) command.option("--lang <language>", say("cli.option-lang"));
}

/** Gathers the values of an option that may be repeated. */
function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** How many there are. */
function countOf(value: string): number {
  const count = Number(value);
  if (Number.isSafeInteger(count) && count > 0 && /^\d+$/.test(value)) return count;
  throw new InputError(
    message("input.found", { expected: message("expected.least", { least: 1 }), found: JSON.stringify(value) }),
    { key: "--max" },
  );
}
