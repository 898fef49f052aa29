import { createHash } from "node:crypto";
import { groupBy } from "../base/collections";
import { memo } from "../base/memo";
import { dataAsOf, statementOf } from "../vocabulary/statements";
import type { Context } from "../filing/context";
import type { Exposure } from "../graph/exposure";
import type { Step } from "../graph/target";
import type { Location } from "../location/locate";
import { MOST_WAITED_FOR } from "../plan/fact";
import type { Plan } from "../plan/plan";
import type { PlanPart, Resource } from "../plan/resource";
import { type Language, type Message, plainParams } from "../messages";
import type { Finding, Judged } from "../judge";
import { filingVerdictOf } from "../judging/exposures";
import type { Rule } from "../judging/rule";
import { UNKNOWN_IN_TERRAFORM, UNKNOWN_SPOT } from "./place";
import { limitsOf, plansOf } from "./limits";
import { positionsIn } from "./positions";
import { filingIn, registerIn } from "./register";
import { findingText, remedyText, ruleTexts, type Telling } from "./texts";
import { version } from "../version";
import type { Whereabouts } from "./whereabouts";
import type {
  Report,
  ReportDoubt,
  ReportFinding,
  ReportPlace,
  ReportPosition,
  ReportRemedy,
  ReportRule,
  ReportStep,
} from "./types";

export interface ReportOptions {
  readonly language: Language;
  /** Whether the subjects that satisfied a rule are listed. */
  readonly showSatisfied?: boolean;
  /** What is to be said besides of what was not judged. */
  readonly notes?: readonly Message[];
  /** Where files are; as the plans and the user name them when left out. */
  readonly whereabouts?: Whereabouts | undefined;
}

/** Turns judgements into the report that all formats derive from. */
export function reportOf(judged: Judged, options: ReportOptions): Report {
  const { plan, context, exposures, rules } = judged;
  const { language, showSatisfied } = options;
  const findings = judged.findings.map((finding) => toFinding(finding, judged, options));
  const apexes = context.registerAlone ? context.register.filings.map(({ domain }) => domain).sort() : exposures.apexes;
  return {
    schemaVersion: 1,
    language,
    tool: { name: "alicloud-icp", version, dataAsOf },
    now: context.today,
    plans: plansOf(plan),
    register: registerIn(context),
    rules: rulesOf(judged, language),
    summary: {
      judgements: judgementsOf(judged),
      findings: countsOf(findings),
      apexes: apexes.length,
      hosts: new Set(exposures.all.flatMap((exposure) => exposure.host ?? [])).size,
      rules: rules.length,
    },
    apexes: apexes.map((apex) => toApex(apex, judged)),
    findings,
    ...(showSatisfied ? { satisfied: judged.satisfied.map(({ rule, subject }) => ({ rule, ...subject })) } : {}),
    limits: limitsOf(judged, language, options.notes),
  };
}

const judgementsOf = ({ counts }: Judged): Report["summary"]["judgements"] => ({
  violation: counts.violation,
  undetermined: counts.undetermined,
  satisfied: counts.satisfied,
  notApplicable: counts["not-applicable"],
});

/** How many findings there are. One that is waived counts as that, also where it was accepted before. */
export function countsOf(findings: readonly ReportFinding[]): Report["summary"]["findings"] {
  const counts = { mandatory: 0, advisory: 0, waived: 0, baseline: 0 };
  for (const { level, waived, baseline } of findings) counts[waived ? "waived" : baseline ? "baseline" : level] += 1;
  return counts;
}

function toApex(apex: string, { exposures, context }: Judged): Report["apexes"][number] {
  const own = exposures.ofApex(apex);
  const filing = context.register.filingOf(apex);
  return {
    apex,
    state: context.stateOf(apex),
    ...(filing && { filing: filingIn(filing, context) }),
    hosts: [...new Set(own.flatMap((exposure) => exposure.host ?? []))].sort(),
    exposures: own
      .filter(({ claims }) => !claims)
      .map((exposure) => toExposure(exposure, context))
      .sort((a, b) => order(a.host, b.host) || order(a.entry ?? "", b.entry ?? "")),
  };
}

/** The rules that have findings, each as those need it explained. */
function rulesOf(judged: Judged, language: Language): ReportRule[] {
  const byRule = groupBy(judged.findings, ({ rule }) => rule);
  return judged.rules.flatMap((rule) => {
    const own = byRule.get(rule.id);
    return own ? [toRule(rule, own, judged, language)] : [];
  });
}

function toRule({ id, level, group }: Rule, own: readonly Finding[], judged: Judged, language: Language): ReportRule {
  const grounds = new Set<string>();
  for (const finding of own) for (const statement of statementsOf(finding, judged)) grounds.add(statement);
  const statements = [...grounds].sort().flatMap((ground) => statementOf(ground, language) ?? []);
  return { id, level, group, ...ruleTexts(language, id), statements };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const toExposure = (exposure: Exposure, context: Context) => ({
  host: exposure.host ?? "",
  entry: exposure.entry?.resource.urn ?? null,
  place: toPlace(exposure.location),
  tier: exposure.tier ?? null,
  verdict: filingVerdictOf(exposure, context),
  path: toSteps(exposure.path, exposure.by),
});

/** A place as the report says it: a region, else what says so: a product's scope, or a vendor. */
function toPlace(location: Location): ReportPlace {
  if (location.in === "undetermined") return { in: location.in };
  const { region, by: witness } = location;
  if (witness === "scope") return { in: location.in, scope: region };
  return witness === "vendor" || witness === "assumed" || witness === "declared"
    ? { in: location.in, vendor: region }
    : { in: location.in, region };
}

/** The steps of a path, which is to, or from, a resource: one that is taken of several by its key has that as its reason. */
export const toSteps = (path: readonly Step[] = [], of: Resource | undefined): ReportStep[] =>
  path.map(({ resource, why }, at) => {
    const before = at > 0 ? path[at - 1]?.resource : of;
    const isByKey = before !== undefined && (before.isByKey(resource.urn) || resource.isByKey(before.urn));
    return { urn: resource.urn, type: resource.type, name: resource.name, why: isByKey ? "same-key" : why };
  });

function toFinding(finding: Finding, judged: Judged, options: ReportOptions): ReportFinding {
  const { subject, resource, doubt, waiver } = finding;
  // In whichever order a plan names them.
  const waitsFor = [...(doubt?.waitsFor ?? [])].sort();
  return given({
    rule: finding.rule,
    verdict: finding.verdict,
    level: finding.level,
    plan: planOf(finding, judged),
    apex: subject.apex,
    host: subject.host,
    hosts: [...finding.hosts],
    unnamed: finding.unnamed.length > 0 ? finding.unnamed.map(({ name }) => name) : undefined,
    urn: resource?.urn ?? subject.urn,
    resource: resource && { type: resource.type, name: resource.name },
    resources: finding.resources.map(({ urn, type, name }) => ({ urn, type, name })),
    property: doubt?.property ?? finding.property,
    waitsFor: waitsFor.length > 0 ? waitsFor.slice(0, MOST_WAITED_FOR) : undefined,
    alsoWaitsFor: waitsFor.length > MOST_WAITED_FOR ? waitsFor.length - MOST_WAITED_FOR : undefined,
    position: positionOf(finding, judged, options),
    path: toSteps(finding.path, resource),
    messageId: finding.message.id,
    params: paramsOf(finding, options.language),
    doubt: doubtIn(finding),
    message: textOf(finding, options.language),
    remedies: remediesOf(finding, options.language),
    statements: [...statementsOf(finding, judged)],
    ...waiverOf(waiver),
    baseline: finding.accepted ? (true as const) : undefined,
    fingerprint: fingerprintOf(finding, judged),
  });
}

/** The id of a finding's plan. What is about no resource is of the only plan there is, or of all together. */
export function planOf({ resource, part }: Pick<Finding, "resource" | "part">, { plan: { parts } }: Judged): string {
  const own = resource?.part ?? part ?? (parts.length === 1 ? parts[0] : undefined);
  return own?.id ?? "";
}

const paramsOf = ({ message, doubt }: Finding, language: Language) => ({
  ...(doubt ? { ...doubt.params, doubt: doubt.why } : {}),
  ...plainParams(message.params, language),
});

const waiverOf = (waiver: Finding["waiver"]) =>
  waiver
    ? { waived: true as const, waiver: { reason: waiver.reason, until: waiver.until, owner: waiver.owner ?? null } }
    : {};

type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** An object without the keys that have no value: JSON leaves them out, and so do the report's types. */
function given<T extends object>(value: T): Given<T> {
  const all: Partial<T> = {};
  for (const key in value) if (value[key] !== undefined) all[key] = value[key];
  return all as unknown as Given<T>;
}

/** What a finding says: its message, why it is undetermined, and of what else it holds. */
export const textOf = (finding: Finding, language: Language): string =>
  findingText(language, tellingOf(finding, language));

function tellingOf(finding: Finding, language: Language): Telling {
  const { message, subject, resource, hosts, unnamed, resources } = finding;
  const doubt = doubtIn(finding);
  return {
    messageId: message.id,
    params: plainParams(message.params, language),
    ...(doubt && { doubt, waitsFor: finding.doubt?.waitsFor ?? [] }),
    ...subject,
    ...(resource && { urn: resource.urn }),
    hosts,
    unnamed: unnamed.map(({ name }) => name),
    resources,
  };
}

/** Why a finding is undetermined; with whose property it is, where the finding shows nothing of that resource. */
function doubtIn({ doubt, subject, resource, path = [] }: Finding): ReportDoubt | undefined {
  if (!doubt) return undefined;
  const { why: id, params, property, urn } = doubt;
  const shown = [resource?.urn ?? subject.urn, ...path.map((step) => step.resource.urn)];
  const isOfAnother = property !== undefined && urn !== undefined && !shown.includes(urn);
  return { id, params: { ...params }, ...(isOfAnother && { urn }) };
}

/** What to do about a finding. */
export const remediesOf = ({ remedies = [] }: Pick<Finding, "remedies">, language: Language): ReportRemedy[] =>
  remedies.map((remedy) =>
    given({
      id: remedy.id,
      params: remedy.params && { ...remedy.params },
      text: remedyText(language, remedy),
      snippet: remedy.snippet,
    }),
  );

/** The statements that a finding rests on, its own first, then the others of its rule. */
export function statementsOf({ rule, ground }: Finding, { rules }: Judged): readonly string[] {
  const sources = sourcesOf(rules).get(rule) ?? [];
  return ground === undefined ? sources : [ground, ...sources.filter((source) => source !== ground)];
}

const sourcesOf = memo((rules: readonly Rule[]) => new Map(rules.map(({ id, sources }) => [id, sources])));

/** Where a finding is: its resource, the component around it, the register's key, the start of the program. */
function positionOf(
  { resource, part: about, registerKey }: Finding,
  { plan, context }: Judged,
  { whereabouts }: ReportOptions,
): ReportPosition {
  const part = resource?.part ?? about ?? (plan.parts.length === 1 ? plan.parts[0] : undefined);
  const rooted = (file: string): string => whereabouts?.program(file, part) ?? file;
  const own = resource && positionsIn(plan)(resource);
  if (own) {
    const { caller } = own;
    return { ...own, file: rooted(own.file), ...(caller && { caller: { ...caller, file: rooted(caller.file) } }) };
  }
  if (registerKey) {
    const position = context.register.position(registerKey);
    const file = whereabouts?.register ?? context.register.file;
    if (position && file !== undefined) return { file, ...position };
  }
  return startFor(part, plan, whereabouts);
}

/** The start of the program; of several plans the first stands for all, where nobody writes anything but Terraform. */
function startFor(part: PlanPart | undefined, { parts }: Plan, whereabouts: Whereabouts | undefined): ReportPosition {
  const about = part ?? (parts.every(({ dialect }) => dialect) ? parts[0] : undefined);
  const start = about?.start?.() ?? (about?.dialect ? UNKNOWN_IN_TERRAFORM : UNKNOWN_SPOT);
  return { ...start, file: whereabouts?.program(start.file, about) ?? start.file };
}

/** All that a finding is about: one that comes to hold of another host or resource is another finding. */
function fingerprintOf({ rule, subject, message, hosts, resources, part }: Finding, { plan }: Judged): string {
  const about = [...hosts, ...(hosts.length > 0 ? [] : resources.map(({ urn }) => urn))];
  // Where there is one plan, everything is about that.
  if (part && plan.parts.length > 1) about.push(part.id);
  const text = [rule, subject.apex ?? "", subject.urn ?? "", message.id, ...about].join("\u0000");
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
