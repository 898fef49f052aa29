import type {
  Policies,
  ReportViolation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import { groupBy } from "../src/base/collections";
import { noRegisterText, violationText, waivedText } from "../src/report/violation";
import { LANGUAGES, render } from "../src/messages";
import type { Finding, Judged } from "../src/judge";
import { allRules } from "../src/rules";
import type { RuleId } from "../src/vocabulary/rule-ids";
import type { Rule } from "../src/judging/rule";
import { aboutRule, descriptionOf } from "./about";
import { Analyses } from "./analyses";
import type { Session } from "./session";

type Both = ResourceValidationPolicy & StackValidationPolicy;

/** A type that no resource has: a stack policy that asks for it is skipped before the SDK deserialises anything. */
const NOBODY = "alicloud-icp:nothing:ToSay";

/** The policies in the order in which they run: the register's first, what is undetermined last. */
export function policiesOf(session: Session, analyses = new Analyses()): Policies {
  const first = allRules.filter((rule) => rule.id === "icp-register");
  const last = allRules.filter((rule) => rule.id === "icp-undetermined");
  const rest = allRules.filter((rule) => !first.includes(rule) && !last.includes(rule));
  const rounds = new Rounds(session);
  return [...first, ...rest, ...last].map((rule, index) => {
    const policy = policyOf(rule, index, { session, rounds, analyses });
    // The SDK reads it for each finding, and the language is known only once the engine has sent the configuration.
    return Object.defineProperty(policy, "description", { get: () => descriptionOf(rule, session.language) });
  });
}

/** What all policies of a pack share. */
interface Shared {
  readonly session: Session;
  readonly rounds: Rounds;
  readonly analyses: Analyses;
}

function policyOf(rule: Rule, index: number, { session, rounds, analyses }: Shared): Both | StackValidationPolicy {
  const validateStack = (args: StackValidationArgs, report: ReportViolation): void => {
    rounds.validate(rule.id, index);
    const judged = session.judgeStack(args.resources);
    analyses.release();
    reportAll(rounds.findingsFor(rule.id), judged, session, report);
    for (const notice of rounds.noticesFor(rule.id)) report(notice);
  };
  // Read for each analysis before the SDK deserialises the stack: only a policy with something to say is entered. It is
  // the SDK's own and undocumented; a version that does not read it runs every policy, which costs time and nothing else.
  Object.defineProperty(validateStack, "__pulumiType", { get: () => rounds.enter(rule.id, index) });
  const policy = { ...aboutRule(rule, session.language), enforcementLevel: session.defaultLevel(rule), validateStack };
  if (rule.id === "icp-register") return { ...policy, ...registerPolicy(session) };
  if (rule.phase !== "resource") return policy;
  const types: ReadonlySet<string> = new Set(rule.types ?? []);
  const validateResource = (args: ResourceValidationArgs, report: ReportViolation): void => {
    session.remember(args);
    if (!types.has(args.type)) return;
    const { findings, judged } = session.judgeResource(rule, args);
    reportOn(findings, judged, session, report);
  };
  return { ...policy, validateResource };
}

/** The policy `icp-register`: has a configuration, and says what is wrong with it before anything else is judged. */
function registerPolicy(session: Session): Pick<Both, "validateResource" | "configSchema"> {
  return {
    configSchema: {
      properties: {
        register: {
          type: ["string", "object"],
          description: render(session.language, "pack.register"),
        },
        language: { type: "string", enum: [...LANGUAGES], description: render(session.language, "pack.language") },
      },
    },
    validateResource: (args, report) => {
      session.remember(args);
      // The stack itself comes first: nothing has been created when a faulty register is reported here.
      if (args.type !== "pulumi:pulumi:Stack") return;
      const { findings, judged } = session.judgeInput();
      reportOn(findings, judged, session, report);
    },
  };
}

/** Responses are limited to 4 MB: so much text a policy may say, and then how much it left out. */
const MAX_CHARACTERS = 60_000;

function reportAll(findings: readonly Finding[], judged: Judged, session: Session, report: ReportViolation): void {
  let left = MAX_CHARACTERS;
  for (const [index, finding] of findings.entries()) {
    const text = violationText(finding, judged, session.language);
    left -= text.length;
    if (left < 0) {
      report(render(session.language, "limit.capped", { count: findings.length - index }));
      return;
    }
    const urn = finding.resource?.urn ?? finding.subject.urn;
    report(text, judged.plan.resource(urn)?.urn);
  }
}

/** Reports on the resource that is being analysed, which the engine names itself. */
const reportOn = (findings: readonly Finding[], judged: Judged, session: Session, report: ReportViolation): void => {
  reportAll(findings, judged, session, (text) => {
    report(text);
  });
};

/** Knows which policy says what in an analysis, and when another analysis begins. */
class Rounds {
  private last = -1;
  /** The policy that the SDK has asked about, and not run yet. */
  private asked: number | undefined;
  private first: RuleId | undefined;
  private bySpeaker: ReadonlyMap<RuleId | undefined, readonly Finding[]> | undefined;

  constructor(private readonly session: Session) {}

  /** Called for each enabled policy in turn: a type nobody has when it has nothing to say, else undefined. */
  enter(rule: RuleId, index: number): string | undefined {
    if (index <= this.last && index !== this.asked) {
      this.session.restart();
      this.first = undefined;
      this.bySpeaker = undefined;
    }
    this.last = index;
    this.asked = index;
    this.first ??= rule;
    if (!this.session.result) return undefined;
    return this.findingsFor(rule).length > 0 || this.noticesFor(rule).length > 0 ? undefined : NOBODY;
  }

  /** Called when a policy runs: it is entered now, if the SDK has not asked about it before. */
  validate(rule: RuleId, index: number): void {
    if (this.asked !== index) this.enter(rule, index);
    this.asked = undefined;
  }

  /** What a policy reports once the stack is judged. */
  findingsFor(policy: RuleId): readonly Finding[] {
    this.bySpeaker ??= groupBy(this.session.findings, (finding) => this.speaker(finding));
    return this.bySpeaker.get(policy) ?? [];
  }

  /** What a policy says besides: that there is no register, and what it waives, belongs to what is said of its age. */
  noticesFor(policy: RuleId): readonly string[] {
    const { result, language } = this.session;
    if (policy !== "icp-register-stale" || !result) return [];
    // What is waived must not stop a deployment after all.
    const waived = this.session.isMandatory(policy) ? undefined : waivedText(result, language);
    return [noRegisterText(result, language), waived].filter((text) => text !== undefined);
  }

  /**
   * The policy that reports a finding: the rule's own; icp-undetermined what a mandatory rule left undetermined; the first
   * policy there is, why nothing can be judged, where icp-register is disabled.
   */
  private speaker({ rule, verdict }: Finding): RuleId | undefined {
    if (verdict === "undetermined" && this.session.isMandatory(rule)) return "icp-undetermined";
    return rule === "icp-register" && !this.session.isEnabled(rule) ? this.first : rule;
  }
}
