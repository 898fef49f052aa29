import type { Context, Subject } from "../filing/context";
import type { Exposure } from "../graph/exposure";
import type { Step } from "../graph/target";
import type { Message, RemedyId } from "../messages";
import type { Doubt } from "../plan/fact";
import type { PlanPart, Resource } from "../plan/resource";
import type { Group, Level, RuleId, Section } from "../vocabulary/rule-ids";
import type { VerdictId } from "../vocabulary/verdicts";

/** One rule on one subject. */
export type Judgement =
  | {
      readonly verdict: Exclude<VerdictId, FindingDraft["verdict"]>;
      readonly subject: Subject;
      /** What should be confirmed all the same; shown among the limits. */
      readonly note?: Message;
    }
  | FindingDraft;

/** A judgement that becomes a finding. */
export interface FindingDraft {
  readonly verdict: Extract<VerdictId, "violation" | "undetermined">;
  readonly subject: Subject;
  readonly message: Message;
  /** The resource the finding is reported on. */
  readonly resource?: Resource;
  /** The plan that it is about, where no resource tells. */
  readonly part?: PlanPart;
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
  /** It also judges a register without a plan: every entry, and what is taken for given says `filing/register-alone.ts`. */
  readonly register?: true;
  /** The statements of the source documents it encodes. */
  readonly sources: readonly string[];
  readonly judge: (context: Context) => Iterable<Judgement>;
}

/** Declares a rule. */
export const rule = (definition: Rule): Rule => definition;

/** The subject of an exposure. */
export function subjectOf({ apex, host, by }: Exposure): Subject {
  const subject: { -readonly [Key in keyof Subject]: Subject[Key] } = {};
  if (apex !== undefined) subject.apex = apex;
  if (host !== undefined) subject.host = host;
  if (by !== undefined) subject.urn = by.urn;
  return subject;
}

export const satisfied = (subject: Subject, note?: Message): Judgement => ({
  verdict: "satisfied",
  subject,
  ...(note ? { note } : {}),
});
export const notApplicable = (subject: Subject): Judgement => ({ verdict: "not-applicable", subject });
export const violation = (subject: Subject, rest: Omit<FindingDraft, "verdict" | "subject">): FindingDraft => ({
  verdict: "violation",
  subject,
  ...rest,
});
export const undetermined = (
  subject: Subject,
  rest: Omit<FindingDraft, "verdict" | "subject"> & { doubt: Doubt },
): FindingDraft => ({ verdict: "undetermined", subject, ...rest });
