import { describe, expect, it } from "vitest";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { widthOf } from "../../src/report/wrap";
import { cli } from "./terminal";

const PAGES = "https://github.com/alicloud-icp/alicloud-icp/blob/main/docs";

describe("explain", () => {
  it.each(["en", "zh"])("shows the page of every rule, within the width of the terminal: %s", async (language) => {
    for (const id of RULE_IDS) {
      const { code, out, err } = await cli(["explain", id, "--lang", language], {
        columns: 60,
        isTTY: true,
        env: { NO_COLOR: "1" },
      });
      expect([code, err, out.split("\n")[0]], id).toEqual([0, "", id]);
      expect(out, id).toContain(language === "en" ? "\nWhat do I do\n" : "\n如何处理\n");
      expect(out, id).not.toMatch(/<!--|\*\*|^#|\]\(|^\|/m);
      const prose = out.split("\n").filter((line) => !/^ {4}/.test(line) && !/\S{40}/.test(line));
      expect(
        prose.filter((line) => widthOf(line) > 60),
        id,
      ).toEqual([]);
    }
  });

  it("ends with the address of the page, in the language that is asked for", async () => {
    const { out } = await cli(["explain", "icp-dns-record"]);
    expect(out.trimEnd().split("\n").at(-1)).toBe(`page: ${PAGES}/rules/icp-dns-record.md`);
    const chinese = await cli(["explain", "icp-dns-record"], { env: { LANG: "zh_CN.UTF-8" } });
    expect(chinese.out.trimEnd().split("\n").at(-1)).toBe(`文档：${PAGES}/zh/rules/icp-dns-record.md`);
  });

  it("keeps code as it is written, numbers lists, and sets tables in columns", async () => {
    const { out } = await cli(["explain", "icp-cdn-coverage"]);
    expect(out).toContain('\n    new alicloud.cdn.DomainNew("static", {\n      domainName: "static.example.com"');
    expect(out).toMatch(/\n {2}1\. If the apex is filed, .*\n {5}\S/);
    expect(out).toMatch(/\n {2}Level {16}mandatory: .*\n {23}command\n/);
  });

  it("has links where the terminal has them, and shows addresses where it has none", async () => {
    const linked = await cli(["explain", "icp-cdn-coverage"], { env: { FORCE_HYPERLINK: "1" } });
    expect(linked.out).toContain(`\u001b]8;;${PAGES}/glossary.md\u001b\\apex\u001b]8;;\u001b\\`);
    expect(linked.out).not.toContain("<https:");
    const plain = await cli(["explain", "icp-cdn-coverage"], { env: { FORCE_HYPERLINK: "0" } });
    expect(plain.out).toContain("<https:");
    expect(plain.out).not.toContain("\u001b");
  });

  it("paints where colours are wanted: code loses its marks, and nothing is wider", async () => {
    const { out } = await cli(["explain", "icp-cdn-coverage"], { env: { FORCE_COLOR: "1" } });
    expect(out).toContain("\u001b[36mscope\u001b[39m");
    const painted = out.replaceAll(/\u001b\[\d+m/g, "");
    expect(painted.split("\n").filter((line) => widthOf(line) > 80 && !/\S{40}/.test(line))).toEqual([]);
  });

  it.each([
    ["explain", "S2-05"],
    ["rules", "zzz"],
    ["waive", "zzz", "--host", "a.com", "--reason", "x", "--until", "2027-01-31"],
    ["check", "plan.json", "--rule", "zzz"],
    ["register", "--skip-rule", "zzz"],
  ])("is led to by every command that knows no such rule: %s", async (...argv) => {
    const { code, err } = await cli(argv);
    expect(code).toBe(2);
    expect(err).toMatch(/unknown: "(S2-05|zzz)"; alicloud-icp rules lists all\n$/);
  });

  it("names the rule that was probably meant", async () => {
    const { code, err } = await cli(["explain", "icp-dns-recrod"]);
    expect([code, err]).toEqual([2, 'alicloud-icp: rule: unknown: "icp-dns-recrod": did you mean icp-dns-record?\n']);
  });
});
