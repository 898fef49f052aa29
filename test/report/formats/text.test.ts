import { describe, expect, it } from "vitest";
import { text } from "../../../src/report/formats/text";
import { widthOf } from "../../../src/report/wrap";
import type { Report, ReportFinding } from "../../../src/report/types";
import { PAGES, cdnUndetermined, dnsRecord, plain, reportWith, unnamed, waived } from "../example";

const SUMMARY = [
  "Resources: 12 (9 of Alibaba Cloud), domains: 1, hosts: 2, rules: 20; violations:",
  "2, undetermined: 1, satisfied: 3, not applicable: 4; register icp.yaml, of",
  "2026-11-22",
];
const WRITTEN = "alicloud-icp 0.1.0, judged on 2026-11-25, data as of 2026-11-22";

const exposure: Report["apexes"][number]["exposures"][number] = {
  host: "www.example.com",
  entry: "urn:pulumi:dev::web::alicloud:ecs/eipAddress:EipAddress::web",
  place: { in: "mainland", region: "cn-hangzhou" },
  tier: "access",
  verdict: "satisfied",
  path: [],
};
const apexes: Report["apexes"] = [
  {
    apex: "example.com",
    state: "active",
    filing: { number: "浙ICP备12345678号-1", entity: null, accessProviders: null },
    hosts: ["www.example.com"],
    exposures: [exposure],
  },
];

describe("the text report", () => {
  it("is a block for each domain: findings, facts once, ways out; then the sum, what to do next and by what it was judged", () => {
    expect(text(reportWith([dnsRecord, unnamed, cdnUndetermined]), plain).split("\n")).toEqual([
      "example.com",
      "",
      "  violation  mandatory  icp-dns-record  index.ts:12",
      "    www.example.com leads to web (EIP) in cn-hangzhou in the mainland, and",
      "    example.com is not filed",
      "    path: www.example.com → record www (dns.AlidnsRecord) → refers to web",
      "      (ecs.EipAddress)",
      `    page: ${PAGES}/icp-dns-record.md`,
      "",
      "  undetermined  advisory  icp-cdn-coverage",
      "    It cannot be told whether this breaks the rule for img.example.com: scope is",
      "    a secret",
      "    waits for: img",
      `    page: ${PAGES}/icp-cdn-coverage.md`,
      "",
      "  fact: What the source of this rule says, What the source of this rule says,",
      "    word by word (S2-05)",
      "  Ways out",
      "    1. icp-dns-record: File example.com first.",
      "    2. icp-cdn-coverage: Check by hand what cannot be told here.",
      "",
      "Without a domain",
      "",
      "  violation  advisory  icp-unnamed-website  index.ts:12",
      "    debug (EIP) in cn-hangzhou is open to the world for the web, and no host is",
      "    known for it",
      `    page: ${PAGES}/icp-unnamed-website.md`,
      "",
      ...SUMMARY,
      "1 mandatory, 2 advisory, 0 waived",
      "Next: alicloud-icp explain icp-dns-record tells what is behind it",
      WRITTEN,
      "",
    ]);
  });

  it("explains a report without findings", () => {
    const report = reportWith([], {
      register: { file: null, asOf: null, found: false, stale: false, filings: [], waivers: [] },
    });
    expect(text(report, plain).split("\n")).toEqual([
      "Nothing to report.",
      SUMMARY[0],
      "2, undetermined: 1, satisfied: 3, not applicable: 4; no register",
      "0 mandatory, 0 advisory, 0 waived",
      WRITTEN,
      "",
    ]);
  });

  it("says that nothing was judged where there was nothing", () => {
    const limits = [{ messageId: "limit.empty", params: { plan: "web/dev" }, message: "web/dev has no resources" }];
    expect(text(reportWith([], { limits }), plain)).toMatch(/\n\nNothing was judged\.\n/);
    const two = reportWith([], { limits, plans: [...reportWith([]).plans, ...reportWith([]).plans] });
    expect(text(two, plain)).toContain("Nothing to report.");
  });

  it("says where the filing of a domain stands, and its number whole", () => {
    const shown = text(reportWith([dnsRecord], { apexes }), { ...plain, width: 40 });
    expect(shown).toMatch(/^example\.com is filed,\n浙ICP备12345678号-1\n/);
    expect(text(reportWith([dnsRecord], { apexes }), { ...plain, width: 40, language: "zh" })).toMatch(
      /^example\.com 已备案，浙ICP备12345678号-1\n/,
    );
  });

  it("says a fact and a way out once for all findings of a domain, and for which rules where not for all", () => {
    const other = { ...dnsRecord, host: "m.example.com" };
    const shown = text(reportWith([dnsRecord, other]), plain);
    expect(shown.match(/fact:/g)).toHaveLength(1);
    expect(shown).toContain("\n  do: File example.com first.\n");
    expect(shown).not.toContain("Ways out");
  });

  it("keeps lines to paste whole, on lines of their own below the way that brings them", () => {
    const snippet = `filings:\n  - { domain: example.com, status: active, number: "${"x".repeat(60)}" }`;
    const remedies = [
      { id: "declare", text: "If example.com is filed, say so in icp.yaml:", snippet },
      { id: "file", text: "File example.com first." },
    ];
    expect(text(reportWith([{ ...dnsRecord, remedies }]), plain)).toContain(
      [
        "  Ways out",
        "    1. If example.com is filed, say so in icp.yaml:",
        "       filings:",
        `         - { domain: example.com, status: active, number: "${"x".repeat(60)}" }`,
        "    2. File example.com first.",
        "",
      ].join("\n"),
    );
  });

  it("says where the user has written it, and where the component has", () => {
    const position = { file: "lib/site.ts", line: 7, column: 5, caller: { file: "web/index.ts", line: 3, column: 1 } };
    const shown = text(reportWith([{ ...dnsRecord, position }]), plain);
    expect(shown).toContain("icp-dns-record  web/index.ts:3\n");
    expect(shown).toContain("    inside: lib/site.ts:7\n");
    expect(text(reportWith([{ ...dnsRecord, position }]), { ...plain, folder: "web" })).toContain("  index.ts:3\n");
  });

  it("gives the place a line of its own where there is no room", () => {
    const position = { file: `${"deep/".repeat(10)}index.ts`, line: 3, column: 1 };
    expect(text(reportWith([{ ...dnsRecord, position }]), plain)).toContain(`icp-dns-record\n    ${position.file}:3\n`);
  });

  it("shows so many findings at most, and how many more there are", () => {
    const many = Array.from({ length: 300 }, (_, at) => ({ ...dnsRecord, host: `h${at}.example.com` }));
    const shown = text(reportWith([...many, unnamed]), { ...plain, max: 10 });
    expect(shown.match(/icp-dns-record {2}index/g)).toHaveLength(10);
    expect(shown).toContain("\n\nand 291 more\n\n");
    expect(shown).toContain("300 mandatory, 1 advisory");
    expect(text(reportWith(many), plain)).not.toContain(" more");
  });

  it("shows waived findings in a line each, and in full on demand", () => {
    const report = reportWith([waived]);
    expect(text(report, plain)).toContain(
      "Waived\n  icp-unnamed-website www: waived until 2027-01-31 by platform: office VPN\n    only\n\nNothing to report.",
    );
    expect(text(report, plain)).toContain("0 mandatory, 0 advisory, 1 waived");
    const shown = text(report, { ...plain, show: { satisfied: false, waived: true } });
    expect(shown).toContain("    waived until 2027-01-31 by platform: office VPN only\n");
    expect(shown).not.toContain("Waived\n");
    expect(shown).toContain("Nothing to report.");
  });

  it("counts what was accepted before", () => {
    const accepted: ReportFinding = { ...dnsRecord, baseline: true };
    const report = reportWith([accepted]);
    const { findings } = report.summary;
    const counted = { ...report, summary: { ...report.summary, findings: { ...findings, mandatory: 0, baseline: 1 } } };
    const shown = text(counted, plain);
    expect(shown).toContain("Nothing to report.");
    expect(shown).toContain("0 mandatory, 0 advisory, 0 waived, 1 in the baseline");
    expect(shown).not.toContain("icp-dns-record");
  });

  it("lists what is in order with entry, place and number, and what is satisfied, only on demand", () => {
    const report = reportWith([], { apexes, satisfied: [{ rule: "icp-dns-record", host: "www.example.com" }] });
    expect(text(report, plain)).toMatch(
      /^Nothing to report: 1 host in order \(--show satisfied says where and by which\nnumber\)\.\n/,
    );
    const shown = text(report, { ...plain, show: { satisfied: true, waived: false } });
    expect(shown).toContain(
      [
        "In order",
        "  www.example.com → web, in the mainland (cn-hangzhou), 浙ICP备12345678号-1",
        "Satisfied",
        "  icp-dns-record: www.example.com",
        "",
      ].join("\n"),
    );
  });

  it("names the command that helps next", () => {
    const none = { file: null, asOf: null, found: false, stale: false, filings: [], waivers: [] };
    const nextOf = (rest: Partial<Report>): string | undefined =>
      /^Next: .*/m.exec(text(reportWith([dnsRecord], rest), plain))?.[0];
    expect(nextOf({})).toBe("Next: alicloud-icp explain icp-dns-record tells what is behind it");
    expect(nextOf({ register: none, apexes })).toBe("Next: alicloud-icp init plan.json writes a first icp.yaml");
    const [plan] = reportWith([]).plans;
    const plans = plan ? [{ ...plan, source: "a b.json; rm -rf" }] : [];
    expect(nextOf({ register: none, apexes, plans })).toBe("Next: alicloud-icp init PLAN writes a first icp.yaml");
  });

  it("shows notes, such as what was not judged", () => {
    const limits = [{ messageId: "limit.incomplete", params: {}, message: "3 unchanged resources are not in web/dev" }];
    expect(text(reportWith([], { limits }), plain)).toContain("Notes\n  3 unchanged resources are not in web/dev\n");
  });

  it("names the plan of a finding when there are several", () => {
    const one = reportWith([dnsRecord]);
    const report = { ...one, plans: [...one.plans, ...one.plans] };
    expect(text(report, plain)).toContain("icp-dns-record  index.ts:12  web/dev\n");
    expect(text(report, plain)).toContain("Resources: 24 (18 of Alibaba Cloud)");
  });

  describe("quietly", () => {
    const quiet = { ...plain, quiet: true } as const;

    it("says nothing when nothing fails", () => {
      expect(text(reportWith([cdnUndetermined]), quiet)).toBe("");
    });

    it("shows what fails and the result", () => {
      const shown = text(reportWith([dnsRecord, cdnUndetermined]), quiet);
      expect(shown).toContain("icp-dns-record");
      expect(shown).not.toContain("icp-cdn-coverage");
      expect(shown.endsWith("\n\n1 mandatory, 1 advisory, 0 waived\n")).toBe(true);
    });

    it("follows the threshold", () => {
      expect(text(reportWith([cdnUndetermined]), { ...quiet, failOn: "undetermined" })).toContain("icp-cdn-coverage");
      expect(text(reportWith([unnamed]), { ...quiet, failOn: "undetermined" })).toBe("");
      expect(text(reportWith([unnamed]), { ...quiet, failOn: "advisory" })).toContain("icp-unnamed-website");
      expect(text(reportWith([dnsRecord]), { ...quiet, failOn: "never" })).toContain("icp-dns-record");
    });
  });

  it("colours violations red, what is undetermined yellow, and dims paths, without changing the text", () => {
    const report = reportWith([dnsRecord, cdnUndetermined]);
    const coloured = text(report, { ...plain, colour: true });
    expect(coloured).toContain("\u001b[31mviolation\u001b[39m");
    expect(coloured).toContain("\u001b[33mundetermined\u001b[39m");
    expect(coloured).toContain("\u001b[2mpath: www.example.com");
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(text(report, plain));
    expect(text(report, plain)).not.toContain("\u001b");
  });

  it("wraps Chinese text by its width", () => {
    const message =
      "www.example.com 解析到中国内地的 web（弹性公网 IP，cn-hangzhou），而 example.com 尚未备案。".repeat(3);
    const lines = text(reportWith([{ ...dnsRecord, message }]), { ...plain, width: 60 }).split("\n");
    expect(lines.filter((line) => widthOf(line) > 60 && !line.includes("https://"))).toEqual([]);
    expect(lines.filter((line) => /^\s*[，。）]/.test(line))).toEqual([]);
  });

  it("lets no name of a plan steer the terminal", () => {
    const shown = text(reportWith([{ ...dnsRecord, message: "a\u001b[2Jb\u202ec\nd", apex: "e\u0007" }]), plain);
    expect(shown).toContain("    a\ufffd[2Jb\ufffdc d\n");
    expect(shown.startsWith("e\ufffd\n")).toBe(true);
  });
});
