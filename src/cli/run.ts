/** The command line: which commands and options there are. */
import { Command } from "commander";
import { version } from "../version";
import { EXIT, explain, type Exit } from "./errors";
import {
  addCheck,
  addRegister,
  addBaseline,
  addReport,
  addRules,
  addFacts,
  addGraph,
  addInit,
  addWaive,
} from "./commands";
import { columnsOf } from "./terminal";
import { check } from "./check";
import { listFacts } from "./facts";
import { init } from "./init";
import type { Io } from "./io";
import { listRules } from "./rules";

/** Runs a command and gives its exit code. Throws nothing; everything that goes wrong is said on standard error. */
export async function run(io: Io): Promise<Exit> {
  let code: Exit = EXIT.ok;
  const program = newProgram(io);
  // What only one command needs is loaded for it alone.
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
  addRegister(program, async (file, options) => {
    const { register } = await import("./register.js");
    code = await register(file, options, io);
  });
  addBaseline(program, async (plans, options) => {
    const { baseline } = await import("./baseline.js");
    code = await baseline(plans, options, io);
  });
  addGraph(program, async (plans, options) => {
    const { graph } = await import("./graph.js");
    code = await graph(plans, options, io);
  });
  addReport(program, async (file, options) => {
    const { renderReport } = await import("./report.js");
    code = await renderReport(file, options, io);
  });
  addWaive(program, async (rule, options) => {
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
      .version(version, "-v, --version", "print the version")
      .helpOption("-h, --help", "print this help")
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
  $ alicloud-icp register
  $ alicloud-icp check plan.json --format html=report.html
  $ alicloud-icp rules icp-dns-record
  $ alicloud-icp waive icp-dns-record --host www.example.com --reason "moves in May" --until 2027-05-31

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or unreadable input, 3 internal error`,
      )
  );
}
