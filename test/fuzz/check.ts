/** What holds for every input: it is judged or refused, and nothing else happens. */
import Ajv2020 from "ajv/dist/2020";
import { Session } from "../../policy-pack/session";
import { InputError } from "../../src/input/error";
import { judge, type Judged } from "../../src/judge";
import { LANGUAGES } from "../../src/messages";
import { extractOf } from "../../src/plan/extract";
import { extractText } from "../../src/plan/extract-file";
import { joinParts, readParts, readPlan } from "../../src/plan/read";
import { loadRegister } from "../../src/register/load";
import { asRegister, nothingDeclared, type Register } from "../../src/register/register";
import { formats, type FormatName } from "../../src/report";
import { reportOf } from "../../src/report/report";
import { reportJsonSchema } from "../../src/report/schema";
import { violationText } from "../../src/report/violation";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { asAnalyzed, type Preview } from "../parity/parity";
import { wrongIn } from "../support/harmless";
import { CANARY, type Input } from "./inputs";
import { at, type Json } from "./json";
import { Random } from "./random";

const TODAY = "2026-11-25";
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(reportJsonSchema());

/** How an input ended. */
export type Outcome = "judged" | "refused";

/** Something that must not happen. */
class Fault extends Error {
  override readonly name = "Fault";
}

const textOf = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Judges an input through every door and format. Throws a `Fault`, or whatever the tool throws that is no `InputError`. */
export function check(input: Input): Outcome {
  try {
    const register = registerIn(input);
    const text = judged(input.plans, register);
    sameInOtherOrder(input, register, text);
    sameOfExtracts(input, register, text);
    for (const plan of input.plans) packSays(plan, register);
    return "judged";
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (error.message.includes(CANARY)) throw new Fault(`the error tells a secret: ${error.message}`);
    return "refused";
  }
}

function registerIn({ register }: Input): Register {
  if (register === undefined) return nothingDeclared;
  return asRegister(loadRegister(textOf(register), { file: "icp.yaml", knownRules: RULE_IDS, today: TODAY }));
}

/** The report of plans, after it was through every format in every language. */
function judged(plans: readonly Json[], register: Register): string {
  const parts = plans.map((plan, index) => readPlan(Buffer.from(textOf(plan)), `plan-${index}.json`));
  const all = judge(joinParts(parts), { register, today: TODAY });
  for (const language of LANGUAGES) {
    const report = reportOf(all, { language, showSatisfied: true });
    const written: unknown = JSON.parse(JSON.stringify(report));
    if (!validate(written))
      throw new Fault(`the report does not hold its schema: ${JSON.stringify(validate.errors?.[0])}`);
    for (const format of Object.keys(formats) as FormatName[]) {
      const show = { satisfied: true, waived: true };
      const options = {
        colour: false,
        width: 80,
        language,
        quiet: false,
        failOn: "mandatory",
        folder: "",
        show,
      } as const;
      isHarmless(formats[format](report, options), format, format);
    }
  }
  return saidOf(all);
}

/** All that is reported, of the plans only which there are. */
function saidOf(all: Judged): string {
  const { plans: order, ...rest } = reportOf(all, { language: "en", showSatisfied: true });
  return JSON.stringify({ ...rest, plans: order.map(({ id }) => id).sort() });
}

/** Of extracts the same is said, and they are their own extracts; no secret is in one. */
function sameOfExtracts({ plans }: Input, register: Register, text: string): void {
  const parts = plans.flatMap((plan, index) => {
    const source = `plan-${index}.json`;
    const written = extractText([extractOf(readPlan(Buffer.from(textOf(plan)), source))]);
    if (written.includes(CANARY)) throw new Fault("the extract tells a secret");
    const back = readParts(Buffer.from(written), source);
    if (extractText(back.map(extractOf)) !== written) throw new Fault("the extract of an extract is another");
    return back;
  });
  const other = saidOf(judge(joinParts(parts), { register, today: TODAY }));
  if (other !== text) throw new Fault(`extracts give another report${differenceOf(text, other)}`);
}

function isHarmless(text: string, where: string, format?: FormatName): void {
  if (text.includes(CANARY)) throw new Fault(`${where} tells a secret`);
  const [wrong] = wrongIn(text, format);
  if (wrong !== undefined) throw new Fault(`${where} does more than show: ${JSON.stringify(wrong)}`);
}

/** Neither the order of plans nor that of resources in them changes anything; steps of one resource stay in theirs. */
function sameInOtherOrder({ plans }: Input, register: Register, text: string): void {
  const random = new Random(text.length);
  const other = judged(
    plans.map((plan) => reordered(plan, random)),
    register,
  );
  if (other !== text) throw new Fault(`another order of resources gives another report${differenceOf(text, other)}`);
  // Of two plans of one stack the second is called otherwise: the order tells which.
  const stacks = new Set(readIds(text));
  if (plans.length === 1 || stacks.size < plans.length) return;
  // What Terraform planned is called by its file, and files here by the order.
  if (plans.some((plan) => textOf(plan).includes("format_version"))) return;
  const sources = (one: string): string => one.replace(/plan-\d\.json/g, "plan.json");
  const reversed = judged([...plans].reverse(), register);
  if (sources(reversed) !== sources(text)) {
    throw new Fault(`another order of plans gives another report${differenceOf(sources(text), sources(reversed))}`);
  }
}

/** The ids of the plans, without what tells those of one stack apart. */
const readIds = (text: string): readonly string[] =>
  (JSON.parse(text) as { readonly plans: readonly string[] }).plans.map((id) => id.replace(/#\d+$/, ""));

function differenceOf(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at++;
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  return `: …${around(one)}… and …${around(other)}…`;
}

function reordered(plan: Json, random: Random): Json {
  const [key, of] = at(plan, ["steps"]) === undefined ? ["resource_changes", "address"] : ["steps", "urn"];
  const steps = at(plan, [key]);
  if (!Array.isArray(steps)) return plan;
  const groups = new Map<string, Json[]>();
  for (const step of steps as readonly Json[]) {
    const urn = JSON.stringify(at(step, [of]) ?? null);
    groups.set(urn, [...(groups.get(urn) ?? []), step]);
  }
  return { ...(plan as Readonly<Record<string, Json>>), [key]: random.shuffled([...groups.values()]).flat() };
}

/** What the pack says of the same preview, as far as an engine could tell it. */
function packSays(plan: Json, register: Register): void {
  const told = toldOf(plan);
  if (!told) return;
  const session = new Session({
    stack: { project: "p", stack: "dev", region: undefined },
    env: { ALICLOUD_ICP_NOW: TODAY, PWD: "/" },
    packFolder: "/",
  });
  Reflect.set(session, "register", register);
  for (const resource of told.inputs) session.remember(resource);
  const result = session.judgeStack(told.stack);
  for (const language of LANGUAGES) {
    for (const finding of result.findings) isHarmless(violationText(finding, result, language), "the pack");
  }
}

/** Undefined for what no engine could send. */
function toldOf(plan: Json): ReturnType<typeof asAnalyzed> | undefined {
  try {
    const told = asAnalyzed(plan as unknown as Preview);
    const isSent = told.stack.every(
      ({ urn, type, props }) => typeof urn === "string" && typeof type === "string" && typeof props === "object",
    );
    return isSent ? told : undefined;
  } catch {
    return undefined;
  }
}
