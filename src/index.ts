/**
 * The library: judges plans and gives the report.
 *
 * ```ts
 * import { check, formats } from "alicloud-icp";
 *
 * const report = check({ plans: ["plan.json"], register: "icp.yaml" });
 * console.log(formats.text(report));
 * ```
 *
 * Bad input throws an `InputError`: its `message` says in English what is wrong, and `said("zh")` gives the same in Chinese, a
 * line for each thing.
 */
export { InputError } from "./input/error";
export { checkPlans as check, type CheckInput, type PlanBytes } from "./library/check";
export { writers as formats, type WriteReport } from "./library/formats";
export type { Language } from "./messages";
export { unknownValue, type HandMadePlan, type HandMadeResource } from "./plan/read/hand-made";
export type { RegisterDocument } from "./register/types";
export type { FailOn, FormatName, FormatOptions } from "./report";
export { failsAt } from "./report";
export type * from "./report/types";
export type { RuleId } from "./vocabulary/rule-ids";
export { version } from "./version";
