import { createHash } from "node:crypto";
import { groupBy } from "../base/collections";
import { memo } from "../base/memo";
import { dataAsOf, statementOf, type Statement } from "../vocabulary/statements";
import type { Exposure } from "../graph/exposure";
import type { Step } from "../graph/target";
import type { Location } from "../location/locate";
import { render, type Language, type MessageId, type Params } from "../messages";
import { joinList, sentence, withColon } from "../messages/punctuation";
import type { Finding, Judged } from "../judge";
import type { Rule } from "../judging/rule";
import { isBridged } from "../plan/bridged";
import type { Plan } from "../plan/plan";
import { positionsIn } from "./positions";
import { version } from "../version";
import type { Report, ReportFinding, ReportPlace, ReportRemedy, ReportRule } from "./types";

export interface ReportOptions {
  readonly language: Language;
  /** Whether the subjects that satisfied a rule are listed. */
  readonly showSatisfied?: boolean;
}

/** Turns judgements into the report that all formats derive from. */
export function reportOf(judged: Judged, { language, showSatisfied }: ReportOptions): Report {
  const { plan, context, findings, exposures, counts } = judged;
  const open = findings.filter((finding) => finding.waiver === undefined);
  return {
    schemaVersion: 1,
    tool: { name: "alicloud-icp", version, dataAsOf },
    now: context.today,
    plans: plansOf(plan),
    register: {
      file: context.register.file ?? null,
      asOf: context.register.found ? context.register.asOf : null,
      found: context.register.found,
    },
    rules: rulesOf(judged, language),
    summary: {
      judgements: {
        violation: counts.violation,
        undetermined: counts.undetermined,
        satisfied: counts.satisfied,
        notApplicable: counts["not-applicable"],
      },
      findings: {
        mandatory: open.filter((finding) => finding.level === "mandatory").length,
        advisory: open.filter((finding) => finding.level === "advisory").length,
        waived: findings.length - open.length,
        baseline: 0,
      },
      apexes: exposures.apexes.length,
      hosts: new Set(exposures.all.flatMap((exposure) => exposure.host ?? [])).size,
      rules: judged.rules.length,
    },
    apexes: exposures.apexes.map((apex) => ({
      apex,
      state: context.stateOf(apex),
      hosts: [...new Set(exposures.ofApex(apex).flatMap((exposure) => exposure.host ?? []))].sort(),
      exposures: exposures
        .ofApex(apex)
        .filter(({ claims }) => !claims)
        .map(toExposure)
        .sort(by((one) => `${one.host} ${one.entry ?? ""}`)),
    })),
    findings: findings.map((finding) => toFinding(finding, judged, language)),
    ...(showSatisfied ? { satisfied: judged.satisfied.map(({ rule, subject }) => ({ rule, ...subject })) } : {}),
    limits: limitsOf(judged, language),
  };
}

/** The page of a rule, from the package's folder. */
export const pageOf = (rule: string): string => `docs/rules/${rule}.md`;

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
  const statements = [...grounds].sort().flatMap((ground) => statementOf(ground) ?? []);
  const title = render(language, `rule.${id}`);
  return { id, level, group, title, page: pageOf(id), statements: statements.map(toStatement) };
}

const toStatement = ({ id, text, source }: Statement): ReportRule["statements"][number] => ({ id, text, source });

function plansOf({ parts, resources }: Plan): Report["plans"] {
  const plans = new Map(
    parts.map((part) => {
      const { id, source, project, stack, missing } = part;
      return [part, { id, source, project, stack, complete: missing === 0, resources: 0, alicloudResources: 0 }];
    }),
  );
  for (const { part, type } of resources) {
    const own = plans.get(part);
    if (!own) continue;
    own.resources += 1;
    if (type.startsWith("alicloud:") || isBridged(type)) own.alicloudResources += 1;
  }
  return [...plans.values()];
}

const by =
  <T>(key: (item: T) => string) =>
  (a: T, b: T): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;

const toExposure = (exposure: Exposure) => ({
  host: exposure.host ?? "",
  entry: exposure.entry?.resource.urn ?? null,
  place: toPlace(exposure.location),
  tier: exposure.tier ?? null,
  path: exposure.path.map(toStep),
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

const toStep = ({ resource, why }: Step) => ({ urn: resource.urn, type: resource.type, name: resource.name, why });

function toFinding(finding: Finding, judged: Judged, language: Language): ReportFinding {
  const { subject, resource, doubt, waiver, message } = finding;
  const waitsFor = doubt?.waitsFor ?? [];
  return given({
    rule: finding.rule,
    verdict: finding.verdict,
    level: finding.level,
    plan: resource?.part.id ?? onlyPlanOf(judged),
    apex: subject.apex,
    host: subject.host,
    hosts: [...finding.hosts],
    urn: resource?.urn ?? subject.urn,
    resource: resource && { type: resource.type, name: resource.name },
    resources: finding.resources.map(({ urn, type, name }) => ({ urn, type, name })),
    property: doubt?.property ?? finding.property,
    waitsFor: waitsFor.length > 0 ? [...waitsFor] : undefined,
    position: positionOf(finding, judged),
    path: (finding.path ?? []).map(toStep),
    messageId: message.id,
    params: paramsOf(finding),
    message: textOf(finding, language),
    remedies: remediesOf(finding, language),
    statements: [...statementsOf(finding, judged)],
    ...waiverOf(waiver),
    fingerprint: fingerprintOf(finding),
  });
}

/** What is about no resource is of the only plan there is, or of all together. */
const onlyPlanOf = ({ plan: { parts } }: Judged): string => (parts.length === 1 ? (parts[0]?.id ?? "") : "");

const paramsOf = ({ message, doubt }: Finding) => ({
  ...message.params,
  ...(doubt ? { ...doubt.params, doubt: doubt.why } : {}),
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
export function textOf(finding: Finding, language: Language): string {
  const { message, doubt } = finding;
  const says = render(language, message.id, message.params);
  const selfSaid = message.id.startsWith("icp-undetermined.");
  const whole =
    doubt && !selfSaid ? withColon(language, says, render(language, `doubt.${doubt.why}`, doubt.params)) : says;
  const others = othersOf(finding, language);
  if (others.length === 0) return whole;
  return render(language, "finding.also", { text: whole, others: joinList(language, others) });
}

/** The hosts that a finding is about besides the one it speaks of, or where it is about none, the resources. */
function othersOf({ subject, resource, hosts, unnamed, resources }: Finding, language: Language): readonly string[] {
  if (hosts.length > 0) {
    const { apex = "?" } = subject;
    const hidden = unnamed.map(({ name }) => render(language, "finding.unknown-host", { apex, name }));
    return [...hosts.filter((other) => other !== subject.host), ...hidden];
  }
  return resources.filter((other) => other !== resource).map(({ name }) => name);
}

/** What to do about a finding. */
export const remediesOf = ({ remedies = [] }: Pick<Finding, "remedies">, language: Language): ReportRemedy[] =>
  remedies.map(({ id, params, snippet }) => ({
    id,
    text: remedyText(language, render(language, `remedy.${id}`, params), snippet),
    ...(snippet === undefined ? {} : { snippet }),
  }));

/** A sentence, or what announces the lines below it. */
const remedyText = (language: Language, says: string, snippet: string | undefined): string =>
  snippet === undefined ? sentence(language, says) : withColon(language, says, "").trimEnd();

/** The statements that a finding rests on, its own first, then the others of its rule. */
export function statementsOf({ rule, ground }: Finding, { rules }: Judged): readonly string[] {
  const sources = sourcesOf(rules).get(rule) ?? [];
  return ground === undefined ? sources : [ground, ...sources.filter((source) => source !== ground)];
}

const sourcesOf = memo((rules: readonly Rule[]) => new Map(rules.map(({ id, sources }) => [id, sources])));

/** Where a finding is: its resource, the component around it, the register's key, the project file. */
function positionOf({ resource, registerKey }: Finding, { plan, context }: Judged): ReportFinding["position"] {
  const own = resource && positionsIn(plan)(resource);
  if (own) return { ...own };
  if (registerKey) {
    const position = context.register.position(registerKey);
    if (position && context.register.file !== undefined) return { file: context.register.file, ...position };
  }
  return { file: "Pulumi.yaml", line: 1, column: 1 };
}

/** All that a finding is about: one that comes to hold of another host or resource is another finding. */
function fingerprintOf({ rule, subject, message, hosts, resources }: Finding): string {
  const about = [...hosts, ...(hosts.length > 0 ? [] : resources.map(({ urn }) => urn))];
  const text = [rule, subject.apex ?? "", subject.urn ?? "", message.id, ...about].join("\u0000");
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

function limitsOf({ plan, exposures, context, notes }: Judged, language: Language): Report["limits"] {
  const limit = (messageId: MessageId, params: Params = {}) => ({
    messageId,
    params: { ...params },
    message: render(language, messageId, params),
  });
  return [
    ...(context.register.found ? [] : [limit("limit.register-none")]),
    ...plan.parts
      .filter((part) => part.missing > 0)
      .map((part) => limit("limit.incomplete", { count: part.missing, plan: part.id })),
    ...[...exposures.graph.entries.values()].flatMap(({ resource, location }) =>
      location.in === "undetermined" || location.contradictedBy === undefined
        ? []
        : [limit("limit.region", { name: resource.name, region: location.region, zone: location.contradictedBy })],
    ),
    ...notes.map((note) => limit(note.id, note.params)),
  ];
}
