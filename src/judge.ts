/** The engine: a plan, a register and a day in; judgements of all rules out. It knows no door and no format. */
import type { Context, Problem, Subject } from "./filing/context";
import { products } from "./products";
import type { Product } from "./graph/contribution";
import { Exposures } from "./graph/exposures";
import { filingStates } from "./filing/state-of";
import type { Message } from "./messages";
import type { Plan } from "./plan/plan";
import { stackOf } from "./plan/resource";
import type { Register, Waiver } from "./register/register";
import { matchWaiver } from "./register/waivers";
import { allRules } from "./rules";
import { completed } from "./judging/complete";
import type { Level, RuleId } from "./vocabulary/rule-ids";
import { findingsOf, type Finding, type JudgedDraft } from "./judging/findings";
import type { Judgement, Rule, FindingDraft } from "./judging/rule";

export type { Finding } from "./judging/findings";

export interface JudgeOptions {
  readonly register: Register;
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly today: string;
  /** Levels that win over the register's, such as those of Pulumi's policy configuration. */
  readonly levels?: Readonly<Partial<Record<RuleId, Level>>>;
  /** What is wrong with the input itself. */
  readonly problems?: readonly Problem[];
  /** Which of the findings were accepted before; none when left out. */
  readonly accepted?: (drafts: readonly JudgedDraft[], plan: Plan) => ReadonlySet<JudgedDraft>;
  /** The rules to run; all by default. */
  readonly rules?: readonly Rule[];
  /** Judges the register alone, all of it: only by the rules that rest on it. The plan is one without parts then. */
  readonly registerAlone?: boolean;
  /** The resource types that are described, and how each is read; all that this package describes by default. */
  readonly products?: Product;
}

/** All that was judged. */
export interface Judged {
  readonly plan: Plan;
  readonly exposures: Exposures;
  readonly context: Context;
  readonly findings: readonly Finding[];
  /** The subjects that satisfied a rule, for `--show satisfied`. */
  readonly satisfied: readonly { readonly rule: RuleId; readonly subject: Subject }[];
  /** What should be confirmed although a rule is satisfied. */
  readonly notes: readonly Message[];
  /** How many judgements there are of each verdict. */
  readonly counts: Readonly<Record<Judgement["verdict"], number>>;
  /** The rules that ran. */
  readonly rules: readonly Rule[];
  /** Those that did not, since they are disabled or were not asked for. */
  readonly left: readonly Rule[];
}

/** Judges a plan. Pure: the same input gives the same findings in the same order. */
export function judge(plan: Plan, options: JudgeOptions): Judged {
  const { register, today, problems = [] } = options;
  const exposures = new Exposures(plan, options.products ?? products, register);
  const levelOf = (rule: RuleId, declared: Level): Level => options.levels?.[rule] ?? register.levels[rule] ?? declared;
  const registerAlone = options.registerAlone === true;
  const enabled = askedOf(options.rules ?? allRules, registerAlone).filter(
    (rule) => levelOf(rule.id, rule.level) !== "disabled",
  );
  const speaking = problems.some(({ silences }) => silences)
    ? enabled.filter((rule) => rule.id === "icp-register")
    : enabled;
  const usedWaivers = new Set<Waiver>();
  const context: Context = {
    plan,
    exposures,
    register,
    today,
    stateOf: filingStates(register, today),
    problems,
    speaking: new Set(speaking.map(({ id }) => id)),
    usedWaivers,
    registerAlone,
  };
  const undeterminedLevel = levelOf("icp-undetermined", "advisory");

  const findings: JudgedDraft[] = [];
  const satisfied: { rule: RuleId; subject: Subject }[] = [];
  const notes: Message[] = [];
  const counts = { violation: 0, undetermined: 0, satisfied: 0, "not-applicable": 0 };
  for (const rule of inOrder(speaking)) {
    if (rule.section !== undefined && !register.section(rule.section)) continue;
    const level = levelOf(rule.id, rule.level);
    for (const judgement of rule.judge(context)) {
      counts[judgement.verdict] += 1;
      if (judgement.verdict === "satisfied") satisfied.push({ rule: rule.id, subject: judgement.subject });
      if ("note" in judgement) notes.push(judgement.note);
      if (judgement.verdict !== "violation" && judgement.verdict !== "undetermined") continue;
      const own = judgement.verdict === "undetermined" && level === "mandatory" ? undeterminedLevel : level;
      if (own === "disabled") continue;
      const waiver = waiverOf(rule.id, judgement, context);
      if (waiver) usedWaivers.add(waiver);
      findings.push({ ...completed(judgement, plan), rule: rule.id, level: own, ...(waiver && { waiver }) });
    }
  }
  // What a register switches off is said of it, whether or not the rule rests on it.
  const isOff = ({ id }: Rule): boolean => register.levels[id] === "disabled";
  const asked = askedOf(allRules, registerAlone);
  const left = allRules.filter((rule) => !enabled.includes(rule) && (asked.includes(rule) || isOff(rule)));
  return {
    plan,
    exposures,
    context,
    findings: findingsOf(marked(findings, plan, options.accepted)),
    satisfied,
    notes,
    counts,
    rules: speaking,
    left,
  };
}

/** The rules that are asked: of a register alone only those that rest on it. */
const askedOf = (rules: readonly Rule[], registerAlone: boolean): readonly Rule[] =>
  registerAlone ? rules.filter(({ register }) => register === true) : rules;

/** Drafts, with what says of some that they were accepted before. */
function marked(
  drafts: readonly JudgedDraft[],
  plan: Plan,
  acceptedOf: JudgeOptions["accepted"],
): readonly JudgedDraft[] {
  const accepted = acceptedOf?.(drafts, plan);
  return accepted ? drafts.map((one) => (accepted.has(one) ? { ...one, accepted: true as const } : one)) : drafts;
}

/** Whether waivers were used is known only after all others have spoken. */
const inOrder = (rules: readonly Rule[]): readonly Rule[] => [
  ...rules.filter((rule) => rule.id !== "icp-register-stale"),
  ...rules.filter((rule) => rule.id === "icp-register-stale"),
];

function waiverOf(rule: RuleId, draft: FindingDraft, { register, today }: Context): Waiver | undefined {
  if (register.waivers.length === 0) return undefined;
  const { subject, resource } = draft;
  const urn = resource?.urn ?? subject.urn;
  const part = resource?.part ?? draft.part;
  const stack = part && stackOf(part);
  return matchWaiver(
    {
      rule,
      ...(urn === undefined ? {} : { urn }),
      ...(subject.host === undefined ? {} : { host: subject.host }),
      ...(subject.apex === undefined ? {} : { apex: subject.apex }),
      ...(stack === undefined ? {} : { stack }),
    },
    register.waivers,
    today,
  );
}
