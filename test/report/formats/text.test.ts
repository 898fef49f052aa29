import { describe, expect, it } from "vitest";
import { text } from "../../../src/report/formats/text";
import { widthOf } from "../../../src/report/wrap";
import { cdnUndetermined, dnsRecord, plain, reportWith, unnamed, waived } from "../example";

const SUMMARY = [
  "Resources: 12 (9 of Alibaba Cloud), domains: 1, hosts: 2, rules: 20; violations: 2, undetermined: 1,",
  "satisfied: 3, not applicable: 4; register icp.yaml, of 2026-11-22",
];

describe("the text report", () => {
  it("groups by domain, says what, path, fact and remedy, and sums up", () => {
    expect(text(reportWith([dnsRecord, unnamed, cdnUndetermined]), plain).split("\n")).toEqual([
      "example.com",
      "  violation  mandatory  icp-dns-record  index.ts:12",
      "    www.example.com leads to web (EIP) in cn-hangzhou in the mainland, and example.com is not filed",
      "    path: www.example.com → record www (dns.AlidnsRecord) → refers to web (ecs.EipAddress)",
      "    fact: What the source of this rule says, What the source of this rule says, word by word",
      "      (S2-05); docs/rules/icp-dns-record.md",
      "    do: File example.com first.",
      "  undetermined  advisory  icp-cdn-coverage",
      "    It cannot be told whether this breaks the rule for img.example.com: scope is a secret",
      "    waits for: img",
      "    page: docs/rules/icp-cdn-coverage.md",
      "    do: Check by hand what cannot be told here.",
      "",
      "Without a domain",
      "  violation  advisory  icp-unnamed-website  index.ts:12",
      "    debug (EIP) in cn-hangzhou is open to the world for the web, and no host is known for it",
      "    page: docs/rules/icp-unnamed-website.md",
      "",
      ...SUMMARY,
      "1 mandatory, 2 advisory, 0 waived",
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
      "satisfied: 3, not applicable: 4; no register",
      "0 mandatory, 0 advisory, 0 waived",
      "",
    ]);
  });

  it("says the fact of a rule once in a group", () => {
    const other = { ...dnsRecord, host: "m.example.com" };
    expect(text(reportWith([dnsRecord, other]), plain).match(/fact:/g)).toHaveLength(1);
  });

  it("counts waived findings, and lists them only on demand", () => {
    const report = reportWith([waived]);
    expect(text(report, plain)).toContain("Nothing to report.");
    expect(text(report, plain)).toContain("0 mandatory, 0 advisory, 1 waived");
    const shown = text(report, { ...plain, show: { satisfied: false, waived: true } });
    expect(shown).toContain("    waived until 2027-01-31 by platform: office VPN only\n");
    expect(shown).toContain("Nothing to report.");
  });

  it("lists what is satisfied only on demand", () => {
    const report = reportWith([], { satisfied: [{ rule: "icp-dns-record", host: "www.example.com" }] });
    expect(text(report, plain)).not.toContain("Satisfied");
    const shown = text(report, { ...plain, show: { satisfied: true, waived: false } });
    expect(shown).toContain("Satisfied\n  icp-dns-record www.example.com\n");
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
    expect(lines.filter((line) => widthOf(line) > 60)).toEqual([]);
    expect(lines.filter((line) => /^\s*[，。）]/.test(line))).toEqual([]);
  });

  it("lets no name of a plan steer the terminal", () => {
    const shown = text(reportWith([{ ...dnsRecord, message: "a\u001b[2Jb\u202ec\nd", apex: "e\u0007" }]), plain);
    expect(shown).toContain("    a\ufffd[2Jb\ufffdc d\n");
    expect(shown.startsWith("e\ufffd\n")).toBe(true);
  });
});
