import { expect, it } from "vitest";
import { gitlab } from "../../../src/report/formats/gitlab";
import { PAGES, accepted, cdnUndetermined, dnsRecord, plain, reportWith, unnamed, waived } from "../example";

const issues = (...findings: Parameters<typeof reportWith>[0][number][]) =>
  JSON.parse(gitlab(reportWith(findings), plain)) as Record<string, unknown>[];

it("lists open findings with their weight and place", () => {
  expect(issues(dnsRecord, waived, accepted)).toEqual([
    {
      description: dnsRecord.message,
      content: {
        body: [dnsRecord.message, "do: File example.com first.", `page: ${PAGES}/icp-dns-record.md`].join("\n\n"),
      },
      check_name: "icp-dns-record",
      fingerprint: "0000000000000001",
      severity: "critical",
      location: { path: "index.ts", lines: { begin: 12 } },
    },
  ]);
  expect(issues(dnsRecord, unnamed, cdnUndetermined).map(({ severity }) => severity)).toEqual([
    "critical",
    "major",
    "minor",
  ]);
});

it("has no fingerprint twice", () => {
  const all = issues(dnsRecord, dnsRecord, unnamed).map(({ fingerprint }) => fingerprint);
  expect(all).toEqual(["0000000000000001", "0000000000000001-2", "0000000000000003"]);
});

it("is an empty list where nothing is open", () => {
  expect(gitlab(reportWith([waived]), plain)).toBe("[]\n");
});
