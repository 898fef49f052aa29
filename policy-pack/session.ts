import { CONTEXT_TYPES } from "../src/alicloud";
import { InputError } from "../src/errors";
import { judge, type Finding, type Judged } from "../src/judge";
import { regionFromEnvironment } from "../src/location/locate";
import { message, type Language, type Message } from "../src/messages";
import { AnalyzerReader, type AnalyzedResource, type AnalyzedStack } from "../src/plan/read/analyzer";
import type { Plan } from "../src/plan/plan";
import { isRead } from "../src/products";
import { isDay, today } from "../src/register/calendar";
import { openRegister } from "../src/register/open";
import { nothingDeclared, type Declared } from "../src/register/register";
import type { Configuration } from "./configuration";
import { allRules } from "../src/rules";
import type { RuleId } from "../src/rules/ids";
import type { Level, Rule } from "../src/rules/rule";

export interface SessionOptions {
  readonly stack: AnalyzedStack;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly packFolder: string;
}

/** What the configuration of the policy `icp-register` may hold; other policies have none but their level. */
export const CONFIG_PROPERTIES = ["register", "language"] as const;

/** One run of the pack: what it was told, what it read and what it has reported. */
export class Session {
  language: Language = "en";
  private readonly reader: AnalyzerReader;
  private readonly day: string;
  private register: Declared = nothingDeclared;
  private unreadable: Message[] = [];
  private misnamed: readonly string[] = [];
  private configured = false;
  private judged: Judged | undefined;
  /** What resource policies have said, so that stack policies do not say it again. */
  private readonly said = new Set<string>();

  constructor(private readonly options: SessionOptions) {
    const { env, stack } = options;
    const region = regionFromEnvironment(env);
    this.reader = new AnalyzerReader(stack, region ? { region } : {}, CONTEXT_TYPES, isRead);
    const now = env["ALICLOUD_ICP_NOW"] ?? "";
    this.day = isDay(now) ? now : today(new Date());
    this.open({});
  }

  /** The level a policy has unless Pulumi's configuration gives another: the register's, else the rule's. */
  defaultLevel(rule: Rule): Level {
    return this.register.levels[rule.id] ?? rule.level;
  }

  /** Takes what the engine says of the stack, which goes before the environment. */
  enter(stack: AnalyzedStack): void {
    this.reader.enter(stack);
  }

  /** Checks the names in the configuration of all policies: the engine lets unknown ones pass in silence. */
  checkNames(configuration: Configuration): void {
    this.misnamed = [...configuration].flatMap(([policy, properties]) => {
      if (!allRules.some((rule) => rule.id === policy)) return [policy];
      const known: readonly string[] = policy === "icp-register" ? CONFIG_PROPERTIES : [];
      return properties.filter((name) => !known.includes(name)).map((name) => `${policy}.${name}`);
    });
  }

  /** Takes the configuration of the policy `icp-register`; only the first call counts. */
  configure(config: Readonly<Record<string, unknown>>): void {
    if (this.configured) return;
    this.configured = true;
    if (config["language"] === "zh") this.language = "zh";
    if (config["register"] !== undefined) this.open({ explicit: config["register"] });
  }

  remember(resource: AnalyzedResource): void {
    this.reader.remember(resource);
  }

  /** What is wrong with the register or the configuration. */
  judgeInput(): { findings: readonly Finding[]; judged: Judged } {
    const judged = this.judge(this.reader.whole([]), this.problems, allRules);
    const findings = judged.findings.filter((finding) => finding.rule === "icp-register");
    for (const finding of findings) this.said.add(keyOf(finding));
    return { findings, judged };
  }

  /** The violations of a rule that one resource alone decides. */
  judgeResource(rule: Rule, resource: AnalyzedResource): { findings: readonly Finding[]; judged: Judged } {
    this.remember(resource);
    const judged = this.judge(this.reader.single(resource), this.problems, [rule]);
    const findings = judged.findings.filter(
      (finding) => finding.verdict === "violation" && finding.resource?.urn === resource.urn && !finding.waiver,
    );
    for (const finding of findings) this.said.add(keyOf(finding));
    return { findings, judged };
  }

  /** Judges the whole stack, once; `undefined` until then. */
  get result(): Judged | undefined {
    return this.judged;
  }

  judgeStack(resources: readonly AnalyzedResource[]): Judged {
    this.judged ??= this.judge(this.reader.whole(resources), this.problems, allRules);
    return this.judged;
  }

  /** Forgets the last analysis: another one begins. */
  restart(): void {
    this.judged = undefined;
  }

  /** What a rule has to say about the stack and has not said about a resource. */
  findingsOf(rule: RuleId): readonly Finding[] {
    return (this.judged?.findings ?? []).filter(
      (finding) => finding.rule === rule && !finding.waiver && !this.said.has(keyOf(finding)),
    );
  }

  /** Whether what a rule leaves undetermined goes through icp-undetermined. */
  isMandatory(id: RuleId): boolean {
    return allRules.some((rule) => rule.id === id && this.levelOf(rule) === "mandatory");
  }

  private levelOf(rule: Rule): Level {
    const level = this.defaultLevel(rule);
    return level === "disabled" ? rule.level : level;
  }

  /** Pulumi decides what is disabled: it does not call such a policy, so here every rule is judged. */
  private judge(plan: Plan, problems: readonly Message[], rules: readonly Rule[]): Judged {
    const levels = Object.fromEntries(allRules.map((rule) => [rule.id, this.levelOf(rule)]));
    return judge(plan, { register: this.register, today: this.day, levels, problems, rules });
  }

  /** What is wrong with the register and the configuration. */
  private get problems(): Message[] {
    return [...this.unreadable, ...this.misnamed.map((name) => message("icp-register.policy", { name }))];
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
      this.unreadable.push(unreadable(error));
    }
  }
}

/** What is wrong with a register: in one sentence, or in a line for each mistake. */
function unreadable({ details, message: reason }: InputError): Message {
  if (details.length < 2) return message("icp-register.unreadable", { reason });
  return message("icp-register.mistakes", { reasons: details.map((line) => `\n  ${line}`).join("") });
}

/** What makes two findings the same, whether one resource or the whole stack shows it. */
const keyOf = ({ rule, resource, subject, message: { params } }: Finding): string =>
  `${rule} ${resource?.urn ?? JSON.stringify(params)} ${subject.apex ?? ""}`;
