/** What `--verify` writes: what is certain into the register, and what was said into a file beside it. */
import { today, type Day } from "../base/calendar";
import { judge } from "../judge";
import { InputError } from "../input/error";
import { render } from "../messages";
import { joinList } from "../messages/punctuation";
import { Plan } from "../plan/plan";
import { amendRegister, type Amended } from "../register/amend";
import { certainOf, isAnswered } from "../register/certain";
import { shortName, verifiedFileOf } from "../register/find";
import { loadRegister, type LoadOptions } from "../register/load";
import { merged } from "../register/merged";
import { registerText } from "../register/open";
import { asRegister, type Register } from "../register/register";
import { answersIn, saidIn, UNANSWERED_WHY, type CloudAnswer, type Verified } from "../register/verified";
import { verifiedText } from "../register/verified-file";
import { allRules } from "../rules";
import { RULE_IDS, type Level, type RuleId } from "../vocabulary/rule-ids";
import { changedLines } from "./changed-lines";
import { tell, tellLine, writeWhole, type FileText, type Io } from "./io";
import type { RegisterInUse } from "./judged";

/** How what was said is written. */
export interface VerifiedWriting {
  /** Whether the lines are only shown. */
  readonly dryRun: boolean;
  /** Files that must not be written over. */
  readonly inputs: readonly string[];
}

/**
 * Shows the lines of the register that change, and writes them and what was said; of what this run was told nothing, what was
 * said before stays. Throws an `InputError`; then nothing was written.
 */
export function writeVerified(
  { register: { verified: earlier }, file, day }: RegisterInUse,
  verified: Verified,
  { dryRun, inputs }: VerifiedWriting,
  io: Io,
): void {
  const name = shortName(file, io.cwd);
  const before = registerText(file, name);
  const options = { file: name, knownRules: RULE_IDS, today: day };
  // Somebody may have edited it while the cloud was asked: what counts is how it is now.
  const register = registerIn(before, options);
  const kept = merged(verified, earlier, register);
  const { text, left, asOf } = amendedBy(before, register, { verified, kept }, options);
  io.stderr.write(changedLines(before, text, name));
  for (const { why } of left) for (const line of InputError.of([why]).said(io.language)) tellLine(io, line);
  if (dryRun) return;
  const beside = besides(file, { ...kept, asOf }, io);
  writeWhole(text === before ? [beside] : [{ path: name, text }, beside], inputs, io);
  tell(io, text === before ? "cli.wrote-verified-alone" : "cli.wrote-verified", { register: name, file: beside.path });
}

/** Keeps what was said beside a register, whatever is kept there. Throws an `InputError`. */
export function keepVerified(register: string, verified: Verified, io: Io): void {
  const beside = besides(register, verified, io);
  writeWhole([beside], [], io);
  tell(io, "cli.kept-verified", { file: beside.path });
}

/** Says in one line how many questions had no answer, and why; nothing where all of them had one. */
export function tellUnanswered(verified: Verified, io: Io): void {
  const { language } = io;
  const answers = answersIn(verified);
  const reasons = answers.flatMap((answer) => ("unanswered" in answer ? [answer.unanswered] : []));
  if (reasons.length === 0) return;
  const counts = UNANSWERED_WHY.map((why) => ({ why, count: reasons.filter((one) => one === why).length }));
  const told = counts.filter(({ count }) => count > 0);
  const why = joinList(
    language,
    told.map(({ why, count }) => `${render(language, `unanswered.${why}`)} ${count}`),
  );
  tell(io, "cli.unanswered", { unanswered: reasons.length, count: answers.length, why });
}

const besides = (register: string, verified: Verified, { cwd }: Io): FileText => ({
  path: shortName(verifiedFileOf(register), cwd),
  text: verifiedText(verified),
});

/** A register with what is certain; and of the day on which the cloud was asked, where that then leaves nothing open. */
function amendedBy(
  before: string,
  register: Register,
  { verified, kept }: { readonly verified: Verified; readonly kept: Verified },
  options: LoadOptions,
): Pick<Amended, "text" | "left"> & { readonly asOf: Day } {
  const { text, left } = amendRegister(before, certainOf(register, verified), options);
  // It may be judged as of another day than that on which the cloud was asked.
  const askedOn = today(new Date(kept.at));
  const isAsAsked = register.asOf === kept.asOf;
  const isBehind = isAsAsked && register.asOf <= askedOn && askedOn <= options.today;
  if (!isBehind || !isConfirmed(text, kept, askedOn, options)) return { text, left, asOf: kept.asOf };
  const dated = amendRegister(text, [{ path: ["asOf"], value: askedOn }], options);
  const { asOf } = registerIn(dated.text, options);
  return { text: dated.text, left: [...left, ...dated.left], asOf };
}

const registerIn = (text: string, options: LoadOptions): Register =>
  asRegister(loadRegister(text.replace(/^\ufeff/, ""), options));

/** The rules that hold a register against the cloud. */
const COMPARING: readonly RuleId[] = ["icp-register-contradicted", "icp-register-differs"];
/** Levels by which all that these find is said, whatever a register makes of them. */
const LEVELS = {
  "icp-register-contradicted": "mandatory",
  "icp-register-differs": "advisory",
  "icp-undetermined": "advisory",
} as const satisfies Partial<Record<RuleId, Level>>;

/**
 * Whether all that was asked of the account, domains and servers was answered on that day, and is as the register says. The
 * list of the account's filings may have no answer: nobody describes how to have one.
 */
function isConfirmed(text: string, kept: Verified, day: Day, options: LoadOptions): boolean {
  const { filings, ...asked } = kept;
  const isOfDay = ({ at }: CloudAnswer<unknown>): boolean => today(new Date(at)) >= day;
  const listed = saidIn(filings) ? { filings } : {};
  const register = registerIn(text, options).with({ ...asked, ...listed });
  const rules = allRules.filter(({ id }) => COMPARING.includes(id));
  const given = { register, today: options.today, rules, levels: LEVELS, registerAlone: true };
  return (
    isAnswered(register, filings && isOfDay(filings) ? kept : asked) &&
    kept.domains.length > 0 &&
    answersIn(asked).every(isOfDay) &&
    judge(new Plan([], []), given).findings.length === 0
  );
}
