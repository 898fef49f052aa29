import { describe, expect, it } from "vitest";
import { allRules } from "../../src/rules";
import { cli } from "./terminal";

describe("rules", () => {
  it("lists every rule, by group, within the width of the terminal", async () => {
    for (const columns of [60, 80, 160]) {
      const { code, out } = await cli(["rules"], { isTTY: true, columns });
      expect(code).toBe(0);
      expect(out.match(/^ {2}icp-\S+/gm)?.map((id) => id.trim())).toEqual(allRules.map(({ id }) => id));
      expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(Math.min(120, columns));
    }
    const { out } = await cli(["rules"]);
    expect(out.split("\n").slice(0, 3)).toEqual([
      "filing: who needs one",
      "  icp-cdn-coverage             mandatory  A CDN domain that covers the mainland",
      "                                          needs a filed apex",
    ]);
  });

  it("lists those that a word is found in: in ids, levels, groups and texts", async () => {
    const ids = async (word: string): Promise<string[]> =>
      (JSON.parse((await cli(["rules", word, "-f", "json"])).out) as { id: string }[]).map(({ id }) => id);
    expect(await ids("icp-cdn")).toEqual(["icp-cdn-coverage"]);
    expect(await ids("CDN-like")).toEqual(["icp-edge-duplicate"]);
    expect(await ids("server")).toEqual(
      allRules.filter(({ id, group }) => `${id} ${group}`.includes("server")).map(({ id }) => id),
    );
    expect(await ids("mandatory")).toEqual(
      allRules.filter(({ id, level }) => level === "mandatory" || id === "icp-undetermined").map(({ id }) => id),
    );
  });

  it("tells all about one rule", async () => {
    const { code, out } = await cli(["rules", "icp-dns-record"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^icp-dns-record\n.+\n\n(?:.+\n)+\nlevel {2}mandatory\ngroup {2}filing: who needs one\n/);
    expect(out).toContain(
      "page   https://github.com/alicloud-icp/alicloud-icp/blob/main/docs/rules/icp-dns-record.md\n\nsources\n  S2-05  ",
    );
    expect((await cli(["rules", "icp-dns-record", "--lang", "zh"])).out).toMatch(/\n级别 +强制\n/);
  });

  it("gives the same as JSON", async () => {
    const all = JSON.parse((await cli(["rules", "--format", "json"])).out) as { id: string; sources: unknown[] }[];
    expect(all.map(({ id }) => id)).toEqual(allRules.map(({ id }) => id));
    const one = JSON.parse((await cli(["rules", "icp-dns-record", "--format", "json"])).out) as unknown;
    expect(one).toEqual(all.find(({ id }) => id === "icp-dns-record"));
  });

  it.each(allRules.map(({ id }) => id))("%s has a text and sources that exist", async (id) => {
    const rule = JSON.parse((await cli(["rules", id, "--format", "json"])).out) as { text: string; sources: unknown[] };
    expect(rule.text).not.toBe(id);
    expect(rule.sources).toHaveLength(allRules.find((one) => one.id === id)?.sources.length ?? -1);
  });

  it("refuses an unknown rule", async () => {
    expect(await cli(["rules", "icp-dns-recrd"])).toEqual({
      code: 2,
      out: "",
      err: 'alicloud-icp: rule: unknown: "icp-dns-recrd": did you mean icp-dns-record?\n',
    });
  });
});
