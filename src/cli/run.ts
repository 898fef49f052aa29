/** The command line: which commands and options there are. */
import { Command, Help, type HelpConfiguration } from "commander";
import { render, type Language, type MessageId } from "../messages";
import { languageOfSystem, languageOfTool } from "../messages/language";
import { widthOf, wrap } from "../report/wrap";
import { InputError } from "../input/error";
import { version } from "../version";
import { EXIT, explain, type Exit } from "./errors";
import {
  addCheck,
  addRegister,
  addBaseline,
  addReport,
  addRules,
  addExplain,
  addFacts,
  addGraph,
  addInit,
  addWaive,
  addCompletion,
  examples,
  type Say,
} from "./commands";
import { columnsOf } from "./terminal";
import { check } from "./check";
import { listFacts } from "./facts";
import { init } from "./init";
import type { Io, Process } from "./io";
import { languageOf } from "./language";
import { listRules } from "./rules";

/** Runs a command and gives its exit code. Throws nothing; everything that goes wrong is said on standard error. */
export async function run(process: Process): Promise<Exit> {
  let code: Exit = EXIT.ok;
  let language: Language;
  try {
    language = await languageOf(process);
  } catch (error) {
    const { env } = process;
    const spoken = error instanceof InputError ? (languageOfTool(env) ?? languageOfSystem(env)) : "en";
    return explain(error, { ...process, language: spoken });
  }
  const io: Io = { ...process, language };
  const say: Say = (id, params) => render(language, id, params);
  const program = newProgram(io, say);
  // What only one command needs is loaded for it alone.
  addCheck(program, say, async (plans, options) => {
    code = await check(plans, options, io);
  });
  addRules(program, say, async (id, options) => {
    code = await listRules(id, options, io);
  });
  addExplain(program, say, async (rule, options) => {
    const { explainRule } = await import("./explain.js");
    code = await explainRule(rule, options, io);
  });
  addFacts(program, say, async (word, options) => {
    code = await listFacts(word, options, io);
  });
  addInit(program, say, async (plans, options) => {
    code = await init(plans, options, io);
  });
  addRegister(program, say, async (file, options) => {
    const { register } = await import("./register.js");
    code = await register(file, options, io);
  });
  addBaseline(program, say, async (plans, options) => {
    const { baseline } = await import("./baseline.js");
    code = await baseline(plans, options, io);
  });
  addGraph(program, say, async (plans, options) => {
    const { graph } = await import("./graph.js");
    code = await graph(plans, options, io);
  });
  addReport(program, say, async (file, options) => {
    const { renderReport } = await import("./report.js");
    code = await renderReport(file, options, io);
  });
  addWaive(program, say, async (rule, options) => {
    const { waive } = await import("./waive.js");
    code = await waive(rule, options, io);
  });
  addCompletion(program, say, async (shell) => {
    const { completion } = await import("./completion.js");
    code = await completion(shell, program, io);
  });
  try {
    await program.parseAsync([...io.argv], { from: "user" });
    return code;
  } catch (error) {
    return explain(error, io);
  }
}

function newProgram(io: Io, say: Say): Command {
  return (
    new Command("alicloud-icp")
      .description(say("cli.description"))
      .version(version, "-v, --version", say("cli.version"))
      .helpOption("-h, --help", say("cli.help"))
      .helpCommand("help [command]", say("cli.help-command"))
      .configureHelp(helpIn(say))
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
        () => `${examples(say, EXAMPLES)}\n\n${wrap(say("cli.exit-codes"), columnsOf(io.stdout)).join("\n")}`,
      )
  );
}

const EXAMPLES = [
  "pulumi preview --json --show-sames > plan.json && alicloud-icp check plan.json",
  "alicloud-icp graph plan.json --output graph.svg",
  "alicloud-icp init plan.json",
  "alicloud-icp register",
  "alicloud-icp check plan.json --format html=report.html",
  "alicloud-icp explain icp-dns-record",
  'alicloud-icp waive icp-dns-record --host www.example.com --reason "moves in May" --until 2027-05-31',
];

/** What stands above the parts of a help. */
const TITLES: Readonly<Record<string, MessageId>> = {
  "Usage:": "cli.usage",
  "Arguments:": "cli.arguments",
  "Options:": "cli.options",
  "Commands:": "cli.commands",
};

/** Commander's help in the language of the run: its headings and defaults, and columns as wide as Chinese is. */
const helpIn = (say: Say): HelpConfiguration => ({
  styleTitle: (title) => {
    const id = TITLES[title];
    return id === undefined ? title : say(id);
  },
  optionDescription: ({ description, defaultValue }) =>
    defaultValue === undefined || typeof defaultValue === "boolean"
      ? description
      : [description, say("cli.default", { value: String(defaultValue) })].join(" "),
  // A full-width colon brings its own space.
  formatHelp: (command, helper) => Help.prototype.formatHelp.call(helper, command, helper).replace(/： /g, "："),
  displayWidth: widthOf,
  boxWrap: (text, width) => wrap(text, width).join("\n"),
});
