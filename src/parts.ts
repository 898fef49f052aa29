/**
 * The parts that the library, the pack and the command are built of. They may change in any version: what is promised is
 * what `alicloud-icp` itself exports.
 *
 * ```ts
 * const plan = joinParts([readPlan(bytes, "plan.json")], {});
 * const day = today(new Date());
 * const register = openRegister({ env: process.env, startFolders: ["."], today: day });
 * const judged = judge(plan, { register, today: day });
 * const report = reportOf(judged, { language: "en" });
 * ```
 */
export { InputError } from "./input/error";
export { statementOf, dataAsOf, type Statement } from "./vocabulary/statements";
export type { Exposure } from "./graph/exposure";
export { judge, type Finding, type Judged, type JudgeOptions } from "./judge";
export { regionFromEnvironment, type Location } from "./location/locate";
export { render, LANGUAGES, type Language, type Message, type MessageId } from "./messages";
export { absent, known, unknown, type Doubt, type Fact, type Urn } from "./plan/fact";
export { Plan, type PlanOptions, type Reference, type RegionFallback } from "./plan/plan";
export { joinParts, readPlan } from "./plan/read";
export { readHandMade, unknownValue, type HandMadePlan, type HandMadeResource } from "./plan/read/hand-made";
export type { ReadPart } from "./plan/read/part";
export { Resource, type Existence, type PlanPart, type ResourceData } from "./plan/resource";
export { today } from "./base/calendar";
export { openRegister, type OpenOptions } from "./register/open";
export { nothingDeclared, Register } from "./register/register";
export type { RegisterDocument } from "./register/types";
export { FAIL_ON, failsAt, formats, type FailOn, type Format, type FormatName, type FormatOptions } from "./report";
export { reportOf, type ReportOptions } from "./report/report";
export type * from "./report/types";
export { allRules, rules } from "./rules";
export type { Level, RuleId } from "./vocabulary/rule-ids";
export type { Context, Problem, Subject } from "./filing/context";
export type { FindingDraft, Judgement, Rule } from "./judging/rule";
export { version } from "./version";
