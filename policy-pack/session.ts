import type { Problem } from "../src/filing/context";
import { CONTEXT_TYPES } from "../src/products/alicloud";
import { InputError } from "../src/input/error";
import type { JudgedDraft } from "../src/judging/findings";
import { judge, type Finding, type Judged } from "../src/judge";
import { planOptions } from "../src/location/locate";
import { LANGUAGES, message, type Language, type Message } from "../src/messages";
import { languageOfEnvironment } from "../src/messages/language";
import { AnalyzerReader, type AnalyzedResource, type AnalyzedStack } from "../src/plan/read/analyzer";
import type { Plan } from "../src/plan/plan";
import { isRead } from "../src/products";
import { isDay, today } from "../src/base/calendar";
import { openRegister } from "../src/register/open";
import { nothingDeclared, type Register } from "../src/register/register";
import { waivesHostsOf } from "../src/register/waivers";
import { allRules } from "../src/rules";
import type { Level, RuleId } from "../src/vocabulary/rule-ids";
import type { Rule } from "../src/judging/rule";
import type { Configuration } from "./configuration";
import { unknownNames } from "./names";

export interface SessionOptions {
  readonly stack: AnalyzedStack;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly packFolder: string;
}

/** One run of the pack: what it was told, what it read and what it has reported. */
export class Session {
  /** In which it speaks: the configuration's, else that of its environment. */
  language: Language;
  private readonly reader: AnalyzerReader;
  private readonly day: string;
  private register: Register = nothingDeclared;
  private unreadable: readonly Problem[] = [];
  private misnamed: readonly Problem[] = [];
  private readonly misset: readonly Problem[] = [];
  private configuration: Configuration = new Map();
  private judged: Judged | undefined;
  /** What resource policies have said, so that stack policies do not say it again. */
  private readonly reported = new Set<string>();

  constructor(private readonly options: SessionOptions) {
    const { env, stack } = options;
    this.language = languageOfEnvironment(env);
    this.reader = new AnalyzerReader(stack, planOptions(env), CONTEXT_TYPES, isRead);
    const now = env[CLOCK] ?? "";
    this.day = isDay(now) ? now : today(new Date());
    if (now !== "" && !isDay(now)) this.misset = [wrongClock(now)];
    this.open({});
  }

  /** The level that the pack asks for: the register's, else the rule's own. */
  defaultLevel(rule: Rule): Level {
    return this.register.levels[rule.id] ?? rule.level;
  }

  /** The level in force, which Pulumi settles: a policy's own in its configuration, that of `all`, what the pack asks for. */
  levelOf(rule: Rule): Level {
    return this.configuration.get(rule.id)?.level ?? this.defaultLevel(rule);
  }

  /** Takes what the engine says of the stack, which goes before the environment. */
  enter(stack: AnalyzedStack): void {
    this.reader.enter(stack);
  }

  /** Takes what the engine has settled for all policies. */
  configure(configuration: Configuration): void {
    this.configuration = configuration;
    this.misnamed = unknownNames(configuration).map((one) => ({ message: one, remedy: "fix-config", silences: false }));
    const { language, register } = configuration.get("icp-register")?.properties ?? {};
    this.language = LANGUAGES.find((one) => one === language) ?? this.language;
    if (register !== undefined) this.open({ explicit: register });
  }

  remember(resource: AnalyzedResource): void {
    this.reader.remember(resource);
  }

  /** What is wrong with the register or the configuration. */
  judgeInput(): { findings: readonly Finding[]; judged: Judged } {
    const judged = this.judge(
      this.reader.whole([]),
      allRules.filter(({ id }) => id === "icp-register"),
    );
    this.note(judged.findings);
    return { findings: judged.findings, judged };
  }

  /** The violations of a rule that one resource alone decides. */
  judgeResource(rule: Rule, resource: AnalyzedResource): { findings: readonly Finding[]; judged: Judged } {
    this.remember(resource);
    const judged = this.judge(this.reader.single(resource), [rule]);
    const findings = judged.findings.filter(
      (finding) =>
        finding.verdict === "violation" &&
        finding.resource?.urn === resource.urn &&
        !finding.waiver &&
        !this.isWaivedByHost(finding),
    );
    this.note(findings);
    return { findings, judged };
  }

  /** What is said of a domain as a whole waits for the end where hosts of it are waived: those may be all there are. */
  private isWaivedByHost({ rule, subject: { host, apex } }: Finding): boolean {
    return host === undefined && apex !== undefined && waivesHostsOf(apex, rule, this.register.waivers, this.day);
  }

  /** Remembers what was said. */
  private note(findings: readonly Finding[]): void {
    for (const { members } of findings) for (const member of members) this.reported.add(keyOf(member));
  }

  /** Judges the whole stack, once; `undefined` until then. */
  get result(): Judged | undefined {
    return this.judged;
  }

  judgeStack(resources: readonly AnalyzedResource[]): Judged {
    this.judged ??= this.judge(this.reader.whole(resources), allRules);
    return this.judged;
  }

  /** Forgets the last analysis: another one begins. */
  restart(): void {
    this.judged = undefined;
  }

  /** What is to be said about the stack and was not all said about single resources. */
  get findings(): readonly Finding[] {
    return (this.judged?.findings ?? []).filter(
      ({ waiver, members }) => !waiver && members.some((member) => !this.reported.has(keyOf(member))),
    );
  }

  /** Whether a rule is mandatory as Pulumi has settled it. */
  isMandatory(id: RuleId): boolean {
    return allRules.some((rule) => rule.id === id && this.levelOf(rule) === "mandatory");
  }

  /** Whether Pulumi runs the policy of a rule. */
  isEnabled(id: RuleId): boolean {
    return allRules.some((rule) => rule.id === id && this.levelOf(rule) !== "disabled");
  }

  /** The command refuses what is too large to be judged; the pack can only say so, once the whole stack is known. */
  private judge(plan: Plan, rules: readonly Rule[]): Judged {
    try {
      return this.judgeBeside([], plan, rules);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const [reason] = error.messages;
      const said = message("icp-register.too-large", { reason });
      const tooLarge: Problem = { message: said, remedy: "fewer-places", silences: true };
      return this.judgeBeside([tooLarge], this.reader.whole([]), rules);
    }
  }

  private judgeBeside(size: readonly Problem[], plan: Plan, rules: readonly Rule[]): Judged {
    const levels = Object.fromEntries(allRules.map((rule) => [rule.id, this.levelOf(rule)]));
    const silencing = [...this.misset, ...this.unreadable, ...size];
    const problems = [...silencing, ...(this.isEnabled("icp-register") ? this.misnamed : [])];
    // Why nothing can be judged is said whatever is disabled.
    const always = silencing.length > 0 ? { "icp-register": "mandatory" as const } : {};
    return judge(plan, {
      register: this.register,
      today: this.day,
      levels: { ...levels, ...always },
      problems,
      rules,
    });
  }

  private open({ explicit }: { explicit?: unknown }): void {
    const { env, packFolder } = this.options;
    const start = env["PWD"] ?? packFolder;
    this.unreadable = [];
    try {
      this.register = openRegister({
        explicit,
        env,
        startFolders: [start],
        packFolder,
        base: start,
        today: this.day,
      });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.register = nothingDeclared;
      this.unreadable = [{ message: unreadable(error), remedy: "fix-register", silences: true }];
    }
  }
}

/** As which day the pack judges, where not as of today: for tests, and for those who repeat a judgement. */
const CLOCK = "ALICLOUD_ICP_NOW";

const wrongClock = (now: string): Problem => ({
  message: message("icp-register.clock", { name: CLOCK, value: now }),
  remedy: "fix-clock",
  silences: true,
});

/** What is wrong with a register: in one sentence, or in a line for each mistake. */
function unreadable({ messages }: InputError): Message {
  const [reason, ...further] = messages;
  if (further.length === 0) return message("icp-register.unreadable", { reason });
  return { ...message("icp-register.mistakes", {}), lines: messages };
}

/** What makes two findings the same, whether one resource or the whole stack shows it. */
const keyOf = ({ rule, resource, subject, message: { params } }: JudgedDraft): string =>
  [rule, resource?.urn ?? JSON.stringify(params), subject.apex ?? "", subject.host ?? ""].join(" ");
