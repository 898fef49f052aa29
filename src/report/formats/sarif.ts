/** SARIF 2.1.0: what code scanning of GitHub and others takes. */
import { numbered } from "../../base/collections";
import { plainLine } from "../../base/plain";
import { render, type Language } from "../../messages";
import { LANGUAGE_TAGS } from "../../messages/language";
import { withBrackets, withColon } from "../../messages/punctuation";
import { nameOfUrn } from "../../names/urn";
import { sourcesText } from "../../vocabulary/sources";
import { isExcused, wantingLimits, type Format } from "../format";
import { markdownProse, markdownText } from "../gfm";
import { jsonText } from "../json-text";
import { addressOf, HOMEPAGE, linkOfRule } from "../links";
import { ownSpotOf, spotOf, type Spot } from "../place";
import { severityOf, severityOfRule } from "../severity";
import { adviceLines, excuseText, planLines, stepLines } from "../telling";
import type { Report, ReportFinding, ReportLimit, ReportRule, ReportStatement } from "../types";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** All findings, excused ones as suppressed. */
export const sarif: Format = (report, { language }) => {
  const { tool, rules, findings, limits, plans } = report;
  const wanting = new Set(wantingLimits(report));
  const hasBaseline = findings.some(({ baseline }) => baseline);
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const run = {
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        semanticVersion: tool.version,
        informationUri: HOMEPAGE,
        language: LANGUAGE_TAGS[report.language],
        rules: rules.map((rule) => ruleOf(rule, language)),
        properties: { dataAsOf: tool.dataAsOf },
      },
    },
    // GitHub keeps the results of one category apart from those of another: stacks are uploaded one by one.
    automationDetails: { id: plainLine(`${[tool.name, ...plans.map(({ id }) => id)].join("/")}/`) },
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: limits.map((limit) => notificationOf(limit, wanting.has(limit))),
      },
    ],
    columnKind: "utf16CodeUnits",
    results: numbered(findings, ({ fingerprint }) => fingerprint).map(({ item: finding, nth }) => ({
      ruleId: finding.rule,
      ...(indices.has(finding.rule) && { ruleIndex: indices.get(finding.rule) }),
      ...resultOf(finding, nth, report, language),
      ...(hasBaseline && { baselineState: finding.baseline ? "unchanged" : "new" }),
    })),
  };
  return jsonText({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, "sarif");
};

function ruleOf(rule: ReportRule, language: Language) {
  const { id, title, help, group, statements } = rule;
  const link = linkOfRule(rule, language);
  const label = render(language, "report.page");
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: plainLine(title) },
    fullDescription: { text: plainLine(help) },
    help: {
      text: [title, help, ...statements.map((one) => sourced(one, language)), withColon(language, label, link)]
        .map(plainLine)
        .join("\n\n"),
      markdown: [
        `**${markdownText(title)}**`,
        markdownProse(help),
        ...(statements.length > 0 ? [statements.map((one) => `- ${sourcedMarkdown(one, language)}`).join("\n")] : []),
        `[${id}](${link})`,
      ].join("\n\n"),
    },
    helpUri: link,
    defaultConfiguration: { level: severityOfRule(rule) },
    properties: { tags: ["icp", group], group },
  };
}

const sourced = ({ id, text, sources }: ReportStatement, language: Language): string =>
  withBrackets(language, withColon(language, id, text), sourcesText(sources, language));

/** The same, with a link to each source of which the address is known. */
function sourcedMarkdown({ id, text, sources }: ReportStatement, language: Language): string {
  const named = sources.map((source) => {
    const url = addressOf(source);
    const name = markdownText(source.name);
    const date = source.date === null ? null : markdownText(source.date);
    return { name: url === undefined ? name : `[${name}](${url})`, date };
  });
  return withBrackets(language, markdownText(withColon(language, id, text)), sourcesText(named, language));
}

const notificationOf = ({ messageId, message }: ReportLimit, isWarning: boolean) => ({
  descriptor: { id: messageId },
  level: isWarning ? "warning" : "note",
  message: messageOf(message),
});

/**
 * The kind is always `fail`: only with it may a result have a level. Whether the rule could tell is among the properties.
 */
function resultOf(finding: ReportFinding, nth: number, report: Report, language: Language) {
  const { fingerprint, hosts, apex, verdict, plan, path } = finding;
  const says = stepLines(finding, language);
  const steps = path.map((step, at) => locationOf(spotOf(finding), step, says[at]));
  const own = ownSpotOf(finding);
  return {
    kind: "fail",
    level: severityOf(finding),
    message: messageOf([...adviceLines(finding, language), ...planLines(finding, report, language)].join("\n")),
    locations: [locationOf(spotOf(finding), namedBy(finding))],
    relatedLocations: [...(own ? [locationOf(own, namedBy(finding), finding.resource?.name)] : []), ...steps].map(
      (location, id) => ({ id, ...location }),
    ),
    ...(steps.length > 0 && {
      codeFlows: [{ threadFlows: [{ locations: steps.map((location) => ({ location })) }] }],
    }),
    partialFingerprints: {
      // GitHub goes by this one. Without it, it counts lines.
      primaryLocationLineHash: `${fingerprint}:${nth}`,
      "alicloudIcp/v1": fingerprint,
    },
    suppressions: isExcused(finding) ? [suppressionOf(finding, language)] : [],
    properties: { verdict, hosts, ...(apex !== undefined && { apex }), plan },
  };
}

const namedBy = ({ urn }: ReportFinding) => (urn === undefined ? undefined : { urn, name: nameOfUrn(urn) });

function suppressionOf(finding: ReportFinding, language: Language) {
  const { waiver } = finding;
  return {
    kind: "external",
    status: "accepted",
    justification: waiver ? plainLine(waiver.reason) : (excuseText(finding, language) ?? ""),
    ...(waiver && { properties: { until: waiver.until, owner: waiver.owner } }),
  };
}

/** Resources are in no file of their own: what is said of one stands where the finding does. */
const locationOf = (
  spot: Spot,
  resource: { readonly urn: string; readonly name: string } | undefined,
  message?: string,
) => ({
  physicalLocation: {
    artifactLocation: artifactOf(spot.file),
    region: { startLine: spot.line, startColumn: spot.column },
  },
  ...(resource && {
    logicalLocations: [{ name: plainLine(resource.name), fullyQualifiedName: resource.urn, kind: "resource" }],
  }),
  ...(message !== undefined && { message: messageOf(message) }),
});

/** A path from the root of the repository, for which `%SRCROOT%` stands; one from the root of the machine stays as it is. */
function artifactOf(file: string) {
  const uri = plainLine(file).replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  return uri.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: "%SRCROOT%" };
}

/** A text in which nothing is a link, as `[text](target)` would be. */
const messageOf = (text: string) => ({ text: text.split("\n").map(plainLine).join("\n").replaceAll("](", "] (") });
