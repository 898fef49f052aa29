import { describe, expect, it } from "vitest";
import { github } from "../../../src/report/formats/github";
import type { ReportFinding } from "../../../src/report/types";
import { HOSTILE, wrongIn } from "../../support/harmless";
import {
  PAGES,
  cdnUndetermined,
  dnsRecord,
  inComponent,
  limited,
  plain,
  reportOfEverything,
  reportWith,
  unnamed,
  waived,
} from "../example";

const linesOf = (findings: readonly ReportFinding[], options = plain): string[] =>
  github(reportWith(findings), options).trimEnd().split("\n");
const times = (finding: ReportFinding, count: number): ReportFinding[] => Array.from({ length: count }, () => finding);

describe("annotations of GitHub", () => {
  it("are errors, warnings and notices, then the result", () => {
    expect(linesOf([dnsRecord, unnamed, cdnUndetermined])).toEqual([
      `::error file=index.ts,line=12,col=3,title=icp-dns-record%3A What the rule says::${dnsRecord.message}%0Ado: File example.com first.%0Apage: ${PAGES}/icp-dns-record.md`,
      `::warning file=index.ts,line=12,col=3,title=icp-unnamed-website%3A What the rule says::${unnamed.message}%0Apage: ${PAGES}/icp-unnamed-website.md`,
      `::notice file=Pulumi.yaml,line=1,col=1,title=icp-cdn-coverage%3A What the rule says::${cdnUndetermined.message}%0Ado: Check by hand what cannot be told here.%0Apage: ${PAGES}/icp-cdn-coverage.md`,
      "1 mandatory, 2 advisory, 0 waived",
    ]);
  });

  it("stand where a component is made", () => {
    expect(linesOf([inComponent])[0]).toContain("file=index.ts,line=3,col=1,");
  });

  it("are no more than GitHub shows, and say what is left out", () => {
    const findings = [...times(cdnUndetermined, 12), ...times(dnsRecord, 13), ...times(unnamed, 10)];
    const lines = linesOf(findings);
    const count = (kind: string): number => lines.filter((line) => line.startsWith(`::${kind} `)).length;
    expect([count("error"), count("warning"), count("notice")]).toEqual([10, 10, 10]);
    expect(lines.at(-2)).toBe("::notice title=alicloud-icp::6 more findings are not shown here.");
    expect(linesOf(findings, { ...plain, summarised: true }).at(-2)).toBe(
      "::notice title=alicloud-icp::6 more findings are not shown here; the job summary has more.",
    );
    expect(linesOf(times(cdnUndetermined, 10)).filter((line) => line.startsWith("::notice"))).toHaveLength(10);
  });

  it("warn first of what was not judged, within what GitHub shows", () => {
    const report = reportWith(times(unnamed, 10), { limits: limited });
    const warnings = github(report, plain)
      .split("\n")
      .filter((line) => line.startsWith("::warning "));
    expect(warnings).toHaveLength(10);
    expect(warnings.slice(0, 4)).toEqual(
      limited.slice(1).map(({ message }) => `::warning title=alicloud-icp::${message}`),
    );
    expect(github(report, plain)).toContain("4 more findings are not shown here");
    const many = Array.from({ length: 12 }, () => limited[1]).flatMap((limit) => limit ?? []);
    expect(github(reportWith([unnamed], { limits: many }), plain).match(/^::warning /gm)).toHaveLength(10);
    expect(github(report, { ...plain, quiet: true })).toBe("");
  });

  it("count what is excused", () => {
    expect(linesOf([waived])).toEqual(["::notice title=alicloud-icp::1 waived.", "0 mandatory, 0 advisory, 1 waived"]);
  });

  it("escape what would end a command or a property", () => {
    const [line] = linesOf([
      { ...dnsRecord, message: "100%25 ::error::x\r\ny", position: { file: "a,b:c%::d.ts", line: 1, column: 1 } },
    ]);
    expect(line).toContain("::error file=a%2Cb%3Ac%25%3A%3Ad.ts,line=1,col=1,");
    expect(line).toContain("::100%2525 : :error::x y%0A");
  });

  it("cannot be begun by a hostile text", () => {
    const text = github(reportOfEverything(`\n::error::${HOSTILE}\r::set-output name=a::b`), plain);
    expect(wrongIn(text, "github")).toEqual([]);
    expect(text.trimEnd().split("\n")).toHaveLength(github(reportOfEverything(), plain).trimEnd().split("\n").length);
  });

  it("are none, quietly, where nothing fails", () => {
    expect(github(reportWith([unnamed]), { ...plain, quiet: true })).toBe("");
    expect(linesOf([unnamed, dnsRecord], { ...plain, quiet: true })).toHaveLength(2);
  });
});
