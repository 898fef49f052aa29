/** What commands that judge share: plans are read and joined, the register is found, and the rules that count are run. */
import { isDay, today, type Day } from "../base/calendar";
import { InputError } from "../input/error";
import { judge, type Judged } from "../judge";
import { classifyRegion, knownRegions, regionsAsOf } from "../names/regions";
import { message, type Message } from "../messages";
import type { Baseline } from "../judging/accepted";
import type { Rule } from "../judging/rule";
import { fileOfPlan } from "../names/plan-name";
import { Plan } from "../plan/plan";
import { findSharedRegister, verifiedFileOf, type NamedPlan } from "../register/find";
import type { OpenOptions } from "../register/open";
import { nothingDeclared, type Register } from "../register/register";
import { whereaboutsOf, type Whereabouts } from "../report/whereabouts";
import { allRules } from "../rules";
import { RULE_IDS, type RuleId } from "../vocabulary/rule-ids";
import { choice, LISTS_RULES } from "./errors";
import type { Io, Progress } from "./io";
import { readPlans, type PlansOptions } from "./plans";

/** What is judged by, as it stands on the command line. */
export interface JudgingOptions extends PlansOptions {
  readonly register?: string | undefined;
  readonly now?: string | undefined;
  /** The only rules to run. */
  readonly rule?: readonly string[] | undefined;
  readonly skipRule?: readonly string[] | undefined;
  /** The file that some of these are from. */
  readonly settingsFile?: string | undefined;
}

export interface JudgedPlans {
  readonly judged: Judged;
  readonly whereabouts: Whereabouts;
  /** The files that were read, as the user named them. */
  readonly inputs: readonly string[];
  /** What is to be said of the options themselves. */
  readonly notes: readonly Message[];
}

/** Judges plans as one. Throws an `InputError` for bad input. */
export async function judgePlans(
  paths: readonly string[],
  options: JudgingOptions,
  io: Io,
  progress: Progress,
  baseline?: Baseline,
): Promise<JudgedPlans> {
  // Options first: a misspelt one should not cost the time of reading a large plan.
  const rules = await rulesBy(options);
  const day = dayOf(options.now, io);
  const { plan, named, notes } = await readPlans(paths, options, io, progress);
  const { register, file } = await registerOf(options.register, named, day, io);
  progress.say("cli.judging", { count: plan.resources.length });
  const judged = judge(plan, {
    register,
    today: day,
    ...(rules && { rules }),
    ...(baseline && { accepted: baseline.among }),
  });
  if (rules && judged.rules.length === 0) {
    throw new InputError(message("input.no-rules-left-by-register", {}), {
      key: "--rule and --skip-rule",
    });
  }
  return {
    judged,
    whereabouts: whereaboutsOf(named, file, io.cwd),
    inputs: [...named.map(({ name }) => fileOfPlan(name)), ...inputsOf(register, options)],
    notes: [...(await regionNotes(options.region)), ...notes],
  };
}

/** A register that is judged, where it lies, and by what that is done. */
export interface RegisterInUse {
  readonly register: Register;
  readonly file: string;
  readonly day: Day;
  /** The rules that are asked for; undefined for all. */
  readonly rules: readonly Rule[] | undefined;
}

/**
 * The register of plans, or of the working folder where there are none; `unusable` hears why what the cloud said before cannot
 * be used. Throws an `InputError` where there is none, and where all rules that are asked for rest on a plan.
 */
export async function findRegisterOf(
  plans: readonly NamedPlan[],
  options: Pick<JudgingOptions, "register" | "now" | "rule" | "skipRule">,
  io: Io,
  unusable?: OpenOptions["unusable"],
): Promise<RegisterInUse> {
  const rules = await rulesBy(options);
  const day = dayOf(options.now, io);
  const { register, file } = await registerOf(options.register, plans, day, io, unusable);
  if (file === undefined) throw new InputError(message("input.no-register", {}));
  const isAsked = ({ id, register: isOfRegister }: Rule): boolean =>
    isOfRegister === true && register.levels[id] !== "disabled";
  if (!(rules ?? allRules).some(isAsked))
    throw new InputError(message("input.no-register-rule", {}), { key: "--rule" });
  return { register, file, day, rules };
}

/** Judges a register without any plan. */
export function judgeRegister(
  { register, file, day, rules }: RegisterInUse,
  options: JudgingOptions,
  io: Io,
  progress: Progress,
): JudgedPlans {
  progress.say("cli.judging-register");
  const judged = judge(new Plan([], []), { register, today: day, registerAlone: true, ...(rules && { rules }) });
  return { judged, whereabouts: whereaboutsOf([], file, io.cwd), inputs: inputsOf(register, options), notes: [] };
}

/** The files that are read besides plans. */
const inputsOf = ({ file, verified }: Register, { settingsFile }: JudgingOptions): readonly string[] =>
  [file, file !== undefined && verified ? verifiedFileOf(file) : undefined, settingsFile].filter(
    (one) => one !== undefined,
  );

/** The rules that are asked for; undefined for all. */
async function rulesBy({ rule = [], skipRule = [] }: JudgingOptions): Promise<readonly Rule[] | undefined> {
  if (rule.length === 0 && skipRule.length === 0) return undefined;
  const idsOf = (given: readonly string[], option: string): Promise<RuleId[]> =>
    Promise.all(given.map((id) => choice(option, id, RULE_IDS, LISTS_RULES)));
  const only = await idsOf(rule, "--rule");
  const skipped = await idsOf(skipRule, "--skip-rule");
  const rules = allRules.filter(({ id }) => (only.length === 0 || only.includes(id)) && !skipped.includes(id));
  if (rules.length === 0) throw new InputError(message("input.no-rules-left", {}), { key: "--rule and --skip-rule" });
  return rules;
}

/** A region in no list may be new, or misspelt: then nothing that rests on it can be decided. */
async function regionNotes(region: string | undefined): Promise<readonly Message[]> {
  if (region === undefined || region === "" || classifyRegion(region) !== "unlisted") return [];
  const { closest } = await import("../register/meanings.js");
  const near = closest(region, knownRegions);
  return [
    near === undefined
      ? message("limit.region-unlisted", { region, asOf: regionsAsOf })
      : message("limit.region-misspelt", { region, asOf: regionsAsOf, near }),
  ];
}

function dayOf(now: string | undefined, io: Io): Day {
  if (now === undefined) return today(io.now());
  if (isDay(now)) return now;
  throw new InputError(
    message("input.found", {
      expected: message("expected.day-such-as", { day: "2026-11-22" }),
      found: JSON.stringify(now),
    }),
    { key: "--now" },
  );
}

/** The one register of all plans, as it is on this day. Its reader is loaded only for one. */
async function registerOf(
  explicit: string | undefined,
  plans: readonly NamedPlan[],
  day: Day,
  { env, cwd }: Io,
  unusable?: OpenOptions["unusable"],
): Promise<{ readonly register: Register; readonly file: string | undefined }> {
  const found = findSharedRegister(plans, { explicit, env, workingFolder: cwd });
  if (!found) return { register: nothingDeclared, file: undefined };
  const { openRegister } = await import("../register/open.js");
  const register = openRegister({ explicit: found.file, env, startFolders: [], base: cwd, today: day, unusable });
  return { register, file: found.file };
}
