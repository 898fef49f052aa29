import type { Exposure } from "../graph/exposure";
import type { Exposures } from "../graph/exposures";
import type { Step } from "../graph/target";
import type { Standing } from "../filing/state";
import type { Message, RemedyId } from "../messages";
import type { Doubt, Urn } from "../plan/fact";
import type { Plan } from "../plan/plan";
import type { Resource } from "../plan/resource";
import type { Declared, Waiver } from "../register/register";
import type { RuleId } from "../vocabulary/rule-ids";

export type Level = "mandatory" | "advisory" | "disabled";
export type Group = "filing" | "server" | "break" | "domain" | "itself";
/** A section of the register that is optional; a rule that rests on one is not applicable while it is absent. */
export type Section = "accounts" | "entities" | "apps" | "servers" | "ips" | "commercial" | "psb" | "registration";

/** All a rule may look at. Rules are pure functions of it. */
export interface Context {
  readonly plan: Plan;
  readonly exposures: Exposures;
  readonly register: Declared;
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly today: string;
  /** Where an apex stands, by register and clock. */
  readonly standing: (apex: string) => Standing;
  /** What is wrong with the tool's own input, where that can only be said as a finding. */
  readonly problems: readonly Problem[];
  /** The waivers that waived something. */
  readonly usedWaivers: ReadonlySet<Waiver>;
}

/** Something wrong with the tool's own input. */
export interface Problem {
  readonly message: Message;
  /** Whether nothing can be judged because of it: then no rule but icp-register speaks. */
  readonly silences: boolean;
}

/** What a judgement is about. */
export interface Subject {
  readonly apex?: string;
  readonly host?: string;
  readonly urn?: Urn;
}

/** One rule on one subject. */
export type Judgement =
  | {
      readonly verdict: "satisfied" | "not-applicable";
      readonly subject: Subject;
      /** What should be confirmed all the same; shown among the limits. */
      readonly note?: Message;
    }
  | Statement;

/** A judgement that becomes a finding. */
export interface Statement {
  readonly verdict: "violation" | "undetermined";
  readonly subject: Subject;
  readonly message: Message;
  /** The resource the finding is reported on. */
  readonly resource?: Resource;
  readonly property?: string;
  readonly path?: readonly Step[];
  /** Why it is undetermined. */
  readonly doubt?: Doubt;
  readonly remedies?: readonly Remedy[];
  /** The statement that this judgement rests on, where it is not the first of the rule's sources. */
  readonly ground?: string | undefined;
  /** What is at fault: findings of one rule, apex and cause are shown as one that names all their hosts and resources. */
  readonly cause?: string;
  /** The key of the register that the finding is about, such as `["filings", 0, "status"]`. */
  readonly registerKey?: readonly (string | number)[];
}

/** What to do, with the parameters of its text. */
export interface Remedy {
  readonly id: RemedyId;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Lines to paste, such as those of an entry of the register: the same in every language. */
  readonly snippet?: string;
}

/** A rule: what it is, and how it judges. */
export interface Rule {
  readonly id: RuleId;
  readonly group: Group;
  readonly level: Exclude<Level, "disabled">;
  /** `resource`: decidable from one resource and its provider, so it also runs before that resource is created. */
  readonly phase: "resource" | "stack";
  /** With phase `resource`: the types it decides from one resource alone. */
  readonly types?: readonly string[];
  /** The section of the register it rests on. */
  readonly section?: Section;
  /** The statements of the source documents it encodes. */
  readonly sources: readonly string[];
  readonly judge: (context: Context) => Iterable<Judgement>;
}

/** Declares a rule. */
export const rule = (definition: Rule): Rule => definition;

/** The subject of an exposure. */
export const subjectOf = (exposure: Exposure): Subject => ({
  ...(exposure.apex === undefined ? {} : { apex: exposure.apex }),
  ...(exposure.host === undefined ? {} : { host: exposure.host }),
  ...(exposure.by === undefined ? {} : { urn: exposure.by.urn }),
});

export const satisfied = (subject: Subject, note?: Message): Judgement => ({
  verdict: "satisfied",
  subject,
  ...(note ? { note } : {}),
});
export const notApplicable = (subject: Subject): Judgement => ({ verdict: "not-applicable", subject });
export const violation = (subject: Subject, rest: Omit<Statement, "verdict" | "subject">): Statement => ({
  verdict: "violation",
  subject,
  ...rest,
});
export const undetermined = (
  subject: Subject,
  rest: Omit<Statement, "verdict" | "subject"> & { doubt: Doubt },
): Statement => ({ verdict: "undetermined", subject, ...rest });
