/** `alicloud-icp register --verify`: asks the cloud about one's own account, and holds the register against what it says. */
import { plainJson } from "../base/plain";
import { ramPolicyOf } from "../cloud/policy";
import { questionsOf, type CloudQuestions } from "../cloud/questions";
import { fileOfPlan } from "../names/plan-name";
import { askingAt } from "./asking";
import { EXIT, type Exit } from "./errors";
import { domainsServed } from "./init";
import { Progress, tell, type Io } from "./io";
import { findRegisterOf, judgeRegister, type RegisterInUse } from "./judged";
import { readPlans } from "./plans";
import { registerSettings, type RegisterOptions } from "./register";
import { askedBy, exitOf, lookOf, reportBy } from "./reported";
import { writeReport } from "./render";
import { writeVerified } from "./verified";

/** What is verified: a register, and the domains that plans serve besides. */
interface Matter extends RegisterInUse {
  readonly domains: readonly string[];
  /** The plans' files. */
  readonly plans: readonly string[];
}

/**
 * Asks the cloud, judges the register by what it says as well, writes the report, and gives the exit code. With `write`, what
 * is certain goes into the register after that. Throws an `InputError` for bad input, no credentials and refused ones.
 */
export async function verify(given: RegisterOptions, io: Io): Promise<Exit> {
  const asked = await askedBy(given, io, { settings: registerSettings });
  const { options } = asked;
  const ask = askingAt(options.endpoint, io);
  const progress = new Progress(io, options.quiet !== true);
  try {
    const matter = await matterOf(options, io, progress);
    if (options.printPolicy === true) {
      progress.clear();
      printPolicy(questionsOf(matter.register, matter.domains), io);
      return EXIT.ok;
    }
    const verified = await ask(questionsOf(matter.register, matter.domains), progress, matter.register);
    const found = { ...matter, register: matter.register.with(verified) };
    const { report, inputs } = await reportBy(
      asked,
      io,
      { judge: () => ({ ...judgeRegister(found, options, io, progress), further: matter.plans }) },
      progress,
    );
    progress.say("cli.writing");
    writeReport(report, asked.outputs, { look: lookOf(asked, io), inputs, progress }, io);
    progress.clear();
    if (options.write === true)
      writeVerified(matter, verified, { dryRun: options.dryRun === true, inputs: matter.plans }, io);
    return exitOf(report, asked);
  } finally {
    progress.clear();
  }
}

/** Prints the permissions that questions take; where that is none, it is said, since RAM takes no policy without statements. */
function printPolicy(questions: CloudQuestions, io: Io): void {
  const policy = ramPolicyOf(questions);
  io.stdout.write(`${plainJson(JSON.stringify(policy, null, 2))}\n`);
  if (policy.Statement.length === 0) tell(io, "cli.nothing-to-allow");
}

async function matterOf(options: RegisterOptions, io: Io, progress: Progress): Promise<Matter> {
  const paths = options.plan ?? [];
  // Nobody names a plan, nobody wants one.
  const plans = paths.length > 0 ? await readPlans(paths, options, io, progress) : undefined;
  const named = plans?.named ?? [];
  const found = await findRegisterOf(named, options, io, ({ messages: [why] }) => {
    progress.clear();
    tell(io, "cli.verified-unusable", { why });
  });
  return {
    ...found,
    domains: plans ? domainsServed(plans.plan, found.register) : [],
    plans: named.map(({ name }) => fileOfPlan(name)),
  };
}
