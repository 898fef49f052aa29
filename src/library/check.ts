/** The library's door: plans, a register and a day in, a report out. */
import { dirname, resolve } from "node:path";
import { isDay, today as dayOf } from "../base/calendar";
import { InputError } from "../input/error";
import { judge } from "../judge";
import { planOptions } from "../location/locate";
import { LANGUAGES, message, type Language, type Message } from "../messages";
import { fileOfPlan } from "../names/plan-name";
import { joinParts, readParts } from "../plan/read";
import { planGiven, readPlanFile } from "../plan/read/file";
import { readHandMade, type HandMadePlan } from "../plan/read/hand-made";
import type { ReadPart } from "../plan/read/part";
import { findSharedRegister, type NamedPlan } from "../register/find";
import { takeRegister } from "../register/load";
import { openRegister } from "../register/open";
import { asRegister, nothingDeclared, type Register } from "../register/register";
import type { RegisterDocument } from "../register/types";
import { reportOf } from "../report/report";
import { whereaboutsOf } from "../report/whereabouts";
import type { Report } from "../report/types";
import { RULE_IDS } from "../vocabulary/rule-ids";

/** A plan of Terraform, a preview or an exported stack that was read already. */
export interface PlanBytes {
  /** What messages call it; a register is looked for from its folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What is judged, by what, and as of when. */
export interface CheckInput {
  /**
   * The plans, which are judged as one: paths of what `terraform show -json`, `pulumi preview --json --show-sames` or
   * `pulumi stack export` wrote, the same as bytes, or plans that are made by hand.
   */
  readonly plans: readonly (string | PlanBytes | HandMadePlan)[];
  /**
   * The register: a path, or the document itself. Left out, it is looked for as the command does; `null` is none, and then
   * every domain counts as unfiled.
   */
  readonly register?: string | RegisterDocument | null | undefined;
  /** The day to judge against, `YYYY-MM-DD` in Asia/Shanghai; the present one when left out. */
  readonly today?: string | undefined;
  /** The language of the texts; English when left out. */
  readonly language?: Language | undefined;
  /** The region of resources where the plan shows none; the environment's when left out. */
  readonly region?: string | undefined;
  /** Whether the report lists the subjects that satisfied a rule. */
  readonly showSatisfied?: boolean | undefined;
  /** Where `ALICLOUD_ICP_REGISTER` and the region are looked up; the environment of this process when left out. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * Judges plans by all rules: what the command says of the same plans. The same input gives the same report.
 * Throws an `InputError` that says what is wrong with a plan, the register or the day; its `said(language)` does so in a
 * language.
 */
export function checkPlans(input: CheckInput): Report {
  const { language = "en", showSatisfied = false, env = process.env, today = dayOf(new Date()) } = input;
  if (!isDay(today)) throw wrong("today", message("expected.day-such-as", { day: "2026-11-22" }), today);
  if (!LANGUAGES.includes(language)) throw wrong("language", LANGUAGE, language);
  const read = input.plans.map(readOne);
  const plan = joinParts(
    read.flatMap(({ parts }) => parts),
    planOptions(env, input.region),
  );
  const named = read.map((one) => one.named);
  const { register, file } = registerOf(input.register, named, today, env);
  const whereabouts = whereaboutsOf(named, file, process.cwd());
  const registerAlone = named.length === 0 && register.found;
  return reportOf(judge(plan, { register, today, registerAlone }), { language, showSatisfied, whereabouts });
}

const LANGUAGE = message("expected.either", {
  first: LANGUAGES.slice(0, -1).join(", "),
  last: LANGUAGES.at(-1) ?? "",
});

const wrong = (key: string, expected: Message, found: unknown): InputError =>
  new InputError(
    message("input.found", { expected, found: (JSON.stringify(found) as string | undefined) ?? typeof found }),
    { key },
  );

function readOne(plan: string | PlanBytes | HandMadePlan): {
  readonly parts: readonly ReadPart[];
  readonly named: NamedPlan;
} {
  if (typeof plan === "string") {
    const file = planGiven(plan, process.cwd());
    return readOne({ file, bytes: readPlanFile(file, process.cwd()).bytes });
  }
  if ("resources" in plan) {
    const part = readHandMade(plan);
    return { parts: [part], named: { name: part.part.source, folder: undefined } };
  }
  const { file, bytes } = plan;
  return {
    parts: readParts(bytes, file, { source: { base: process.cwd() } }),
    named: { name: file, folder: dirname(resolve(fileOfPlan(file))) },
  };
}

function registerOf(
  register: CheckInput["register"],
  plans: readonly NamedPlan[],
  today: string,
  env: NonNullable<CheckInput["env"]>,
): { readonly register: Register; readonly file?: string } {
  if (register === null) return { register: nothingDeclared };
  if (typeof register === "object") {
    return { register: asRegister(takeRegister(register, { file: "register", knownRules: RULE_IDS, today })) };
  }
  const workingFolder = process.cwd();
  const found = findSharedRegister(plans, { explicit: register, env, workingFolder });
  if (!found) return { register: nothingDeclared };
  const opened = openRegister({ explicit: found.file, env, startFolders: [], base: workingFolder, today });
  return { register: opened, file: found.file };
}
