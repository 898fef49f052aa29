import { describe, expect, it } from "vitest";
import { allRules } from "../../src/rules";
import { cli } from "./terminal";

describe("rules", () => {
  it("lists every rule in one line", async () => {
    const { code, out } = await cli(["rules"]);
    const [head = "", ...rows] = out.trimEnd().split("\n");
    expect(code).toBe(0);
    expect(head).toMatch(/^rule +level +group +phase$/);
    expect(rows.map((row) => row.split(" ")[0])).toEqual(allRules.map((rule) => rule.id));
    expect(rows[0]).toMatch(
      /^icp-cdn-coverage +mandatory +filing +resource +A CDN domain that covers the mainland needs a filed apex$/,
    );
  });

  it("tells all about one rule", async () => {
    const { code, out } = await cli(["rules", "icp-dns-record"]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^icp-dns-record\n.+\n\nlevel {4}mandatory\ngroup {4}filing\nphase {4}stack\nsection {2}none\n/,
    );
    expect(out).toContain("page     docs/rules/icp-dns-record.md\n\nsources\n  S2-05  ");
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
