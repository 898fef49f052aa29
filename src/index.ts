/**
 * The library: read plans, open a register, judge, report. The pack and the command are built of the same parts.
 *
 * ```ts
 * const plan = joinParts([readPlan(bytes, "plan.json")], {});
 * const day = today(new Date());
 * const register = openRegister({ env: process.env, startFolders: ["."], today: day });
 * const judged = judge(plan, { register, today: day });
 * const report = reportOf(judged, { language: "en" });
 * ```
 */
export { InputError } from "./base/errors";
export { statementOf, dataAsOf, type Statement } from "./vocabulary/statements";
export { judge, type Finding, type Judged, type JudgeOptions } from "./judge";
export { regionFromEnvironment, type Location } from "./location/locate";
export { render, LANGUAGES, type Language, type Message, type MessageId } from "./messages";
export { absent, known, unknown, type Doubt, type Fact, type Urn } from "./plan/fact";
export { Plan, type PlanOptions, type Reference, type RegionFallback } from "./plan/plan";
export { joinParts, readPlan } from "./plan/read";
export type { ReadPart } from "./plan/read/part";
export { Resource, type Existence, type PlanPart, type ResourceData } from "./plan/resource";
export { today } from "./base/calendar";
export { openRegister, type OpenOptions } from "./register/open";
export { nothingDeclared, type Declared } from "./register/register";
export { formats } from "./report";
export { reportOf, type ReportOptions } from "./report/report";
export type { Report, ReportFinding } from "./report/types";
export { allRules, rules } from "./rules";
export type { RuleId } from "./vocabulary/rule-ids";
export type { Problem } from "./filing/context";
export type { Rule } from "./judging/rule";
export { version } from "./version";
