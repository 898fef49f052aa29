/** The command line: which commands and options there are. */
import { Command, Help, type HelpConfiguration } from "commander";
import { render, type Language, type MessageId } from "../messages";
import { languageOfEnvironment } from "../messages/language";
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
  addExtract,
  addFacts,
  addGraph,
  addInit,
  addWaive,
  addCompletion,
  addLanguage,
  examples,
  type Say,
} from "./commands";
import { columnsOf } from "./terminal";
import { check } from "./check";
import { listFacts } from "./facts";
import { init } from "./init";
import type { Io, Process } from "./io";
import { languageOf, type TakesValue } from "./language";
import { listRules } from "./rules";

/** Runs a command and gives its exit code. Throws nothing; everything that goes wrong is said on standard error. */
export async function run(process: Process): Promise<Exit> {
  let code: Exit = EXIT.ok;
  const programIn = (io: Io, say: Say): Command =>
    programOf(io, say, (ended) => {
      code = ended;
    });
  let language: Language;
  try {
    // What options there are does not depend on a language.
    language = await languageOf(process, () => takesValueIn(programIn({ ...process, language: "en" }, (id) => id)));
  } catch (error) {
    const spoken = error instanceof InputError ? languageOfEnvironment(process.env) : "en";
    return explain(error, { ...process, language: spoken });
  }
  const io: Io = { ...process, language };
  try {
    const program = programIn(io, (id, params) => render(language, id, params));
    await program.parseAsync([...io.argv], { from: "user" });
    return code;
  } catch (error) {
    return explain(error, io);
  }
}

/** The options of all commands that take a value. */
function takesValueIn({ commands }: Command): TakesValue {
  const options = commands.flatMap((command) => command.options).filter(({ required }) => required);
  const flags = new Set(options.flatMap(({ short, long }) => [short, long]));
  return (word) => flags.has(word);
}

/** All commands, each of which says how it ended. What only one of them needs is loaded for it alone. */
function programOf(io: Io, say: Say, ended: (code: Exit) => void): Command {
  const program = newProgram(io, say);
  addCheck(program, say, async (plans, options) => {
    ended(await check(plans, options, io));
  });
  addRules(program, say, async (id, options) => {
    ended(await listRules(id, options, io));
  });
  addExplain(program, say, async (rule, options) => {
    const { explainRule } = await import("./explain.js");
    ended(await explainRule(rule, options, io));
  });
  addFacts(program, say, async (word, options) => {
    ended(await listFacts(word, options, io));
  });
  addInit(program, say, async (plans, options) => {
    ended(await init(plans, options, io));
  });
  addRegister(program, say, async (file, options) => {
    const { register } = await import("./register.js");
    ended(await register(file, options, io));
  });
  addBaseline(program, say, async (plans, options) => {
    const { baseline } = await import("./baseline.js");
    ended(await baseline(plans, options, io));
  });
  addGraph(program, say, async (plans, options) => {
    const { graph } = await import("./graph.js");
    ended(await graph(plans, options, io));
  });
  addExtract(program, say, async (plans, options) => {
    const { extract } = await import("./extract.js");
    ended(await extract(plans, options, io));
  });
  addReport(program, say, async (file, options) => {
    const { renderReport } = await import("./report.js");
    ended(await renderReport(file, options, io));
  });
  addWaive(program, say, async (rule, options) => {
    const { waive } = await import("./waive.js");
    ended(await waive(rule, options, io));
  });
  addCompletion(program, say, async (shell) => {
    const { completion } = await import("./completion.js");
    ended(await completion(shell, program, io));
  });
  addLanguage(program, say);
  return program;
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
