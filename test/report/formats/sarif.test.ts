import { readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../src/messages";
import { sarif } from "../../../src/report/formats/sarif";
import { reportOf } from "../../../src/report/report";
import type { Report, ReportFinding } from "../../../src/report/types";
import { exampleNames, judgeExample } from "../../examples/examples";
import { HOSTILE } from "../../support/harmless";
import {
  accepted,
  cdnUndetermined,
  dnsRecord,
  inComponent,
  limited,
  NO_ADDRESSES,
  plain,
  reportOfEverything,
  reportWith,
  waived,
  withSource,
} from "../example";

const schema = JSON.parse(readFileSync("test/report/schemas/sarif-2.1.0.json", "utf8")) as object;
// The schema has patterns that only the older kind of expressions allows.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

interface Location {
  readonly id?: number;
  readonly message?: { readonly text: string };
  readonly physicalLocation: { readonly artifactLocation: object; readonly region: object };
  readonly logicalLocations?: readonly object[];
}
interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly Record<string, unknown>[] } };
      readonly automationDetails: { readonly id: string };
      readonly invocations: readonly { readonly toolExecutionNotifications: readonly { readonly level: string }[] }[];
      readonly results: readonly (Record<string, unknown> & {
        readonly message: { readonly text: string };
        readonly locations: readonly Location[];
        readonly relatedLocations: readonly Location[];
      })[];
    },
  ];
}

const logOf = (report: Report): Log => JSON.parse(sarif(report, plain)) as Log;
const resultOf = (...findings: ReportFinding[]) => logOf(reportWith(findings)).runs[0].results[0];

describe("the SARIF log", () => {
  it.each(exampleNames)("of %s is valid by the official schema, in every language", (name) => {
    for (const language of LANGUAGES) {
      const log: unknown = JSON.parse(sarif(reportOf(judgeExample(name), { language }), { ...plain, language }));
      expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it("is valid with everything in it, and with hostile names", () => {
    for (const report of [reportOfEverything(), reportOfEverything(HOSTILE), reportOfEverything("/../%[x](1)\\")]) {
      expect(validate(logOf(report)), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it("says the rules that spoke, with what they rest on and where to read more", () => {
    const [rule] = logOf(reportWith([dnsRecord])).runs[0].tool.driver.rules;
    const link = "https://github.com/alicloud-icp/alicloud-icp/blob/main/docs/rules/icp-dns-record.md";
    expect(rule).toMatchObject({
      id: "icp-dns-record",
      name: "IcpDnsRecord",
      shortDescription: { text: "What the rule says" },
      fullDescription: { text: "Why it asks for this." },
      helpUri: link,
      defaultConfiguration: { level: "error" },
      properties: { tags: ["icp", "filing"] },
    });
    expect((rule?.["help"] as { text: string }).text).toContain("S2-05: What the source of this rule says");
    expect((rule?.["help"] as { text: string }).text).toContain(" (a page, 2026-03-31)\n");
    const { markdown } = rule?.["help"] as { markdown: string };
    expect(markdown).toContain(`[icp-dns-record](${link})`);
    expect(markdown).toContain(" ([a page](https://www.alibabacloud.com/help/a-page), 2026-03-31)\n");
  });

  it("links no source whose address is none", () => {
    for (const url of NO_ADDRESSES) {
      const [rule] = logOf(withSource({ url })).runs[0].tool.driver.rules;
      expect((rule?.["help"] as { markdown: string }).markdown).toContain(" (a page, 2026-03-31)\n");
    }
  });

  it("weighs findings", () => {
    const advisory = { ...dnsRecord, level: "advisory" } as const;
    const open = { ...cdnUndetermined, level: "mandatory" } as const;
    const levels = logOf(reportWith([dnsRecord, advisory, open, cdnUndetermined])).runs[0].results;
    expect(levels.map(({ level }) => level)).toEqual(["error", "warning", "warning", "note"]);
    expect(levels.map(({ kind }) => kind)).toEqual(["fail", "fail", "fail", "fail"]);
  });

  it("says what is wrong and what to do, where, by which path", () => {
    const result = resultOf(dnsRecord);
    expect(result?.message.text.split("\n")).toEqual([dnsRecord.message, "do: File example.com first."]);
    expect(result?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: "index.ts", uriBaseId: "%SRCROOT%" },
          region: { startLine: 12, startColumn: 3 },
        },
        logicalLocations: [{ name: "www", fullyQualifiedName: dnsRecord.urn, kind: "resource" }],
      },
    ]);
    expect(result?.relatedLocations.map(({ id, message }) => [id, message?.text])).toEqual([
      [0, "record www (dns.AlidnsRecord)"],
      [1, "refers to web (ecs.EipAddress)"],
    ]);
    expect(result).toMatchObject({
      ruleIndex: 0,
      partialFingerprints: { "alicloudIcp/v1": dnsRecord.fingerprint },
      properties: { hosts: ["www.example.com"], apex: "example.com", verdict: "violation" },
    });
  });

  it("shows what is in a component where the component is made, and its own line beside it", () => {
    const result = resultOf(inComponent);
    expect(result?.locations[0]?.physicalLocation.artifactLocation).toMatchObject({ uri: "index.ts" });
    expect(result?.relatedLocations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "site/my%20site.ts", uriBaseId: "%SRCROOT%" },
      region: { startLine: 7, startColumn: 5 },
    });
  });

  it("gives a path from the root of the machine no base", () => {
    const result = resultOf({ ...dnsRecord, position: { file: "/srv/a b.ts", line: 1, column: 1 } });
    expect(result?.locations[0]?.physicalLocation.artifactLocation).toEqual({ uri: "file:///srv/a%20b.ts" });
  });

  it("suppresses what is waived or in the baseline, and says why", () => {
    const { results } = logOf(reportWith([waived, accepted, dnsRecord])).runs[0];
    expect(results.map(({ suppressions }) => suppressions)).toEqual([
      [
        {
          kind: "external",
          status: "accepted",
          justification: "office VPN only",
          properties: { until: "2027-01-31", owner: "platform" },
        },
      ],
      [{ kind: "external", status: "accepted", justification: "accepted before: it is in the baseline" }],
      [],
    ]);
    expect(results.map(({ baselineState }) => baselineState)).toEqual(["new", "unchanged", "new"]);
    expect(resultOf(dnsRecord)).not.toHaveProperty("baselineState");
  });

  it("says what was not judged, and keeps stacks apart", () => {
    const { invocations, automationDetails } = logOf(reportOfEverything()).runs[0];
    expect(invocations[0]?.toolExecutionNotifications).toEqual([
      {
        descriptor: { id: "limit.incomplete" },
        level: "warning",
        message: { text: "3 unchanged resources are missing" },
      },
    ]);
    expect(automationDetails.id).toBe("alicloud-icp/web/dev/");
  });

  it("warns of what makes a report wanting, and notes the other limits", () => {
    const { invocations } = logOf(reportWith([], { limits: limited })).runs[0];
    const levels = invocations[0]?.toolExecutionNotifications.map(({ level }) => level);
    expect(levels).toEqual(["note", "warning", "warning", "warning", "warning"]);
  });

  it("makes no link of a name", () => {
    expect(resultOf({ ...dnsRecord, message: "[here](1) is" })?.message.text).toContain("[here] (1) is");
  });
});
