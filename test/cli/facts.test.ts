import { describe, expect, it } from "vitest";
import { en } from "../../src/messages/en";
import { allRules } from "../../src/rules";
import { cli } from "./terminal";

interface Row {
  readonly table: string;
  readonly id: string;
  readonly value: string | number | null;
  readonly says: string;
  readonly asOf: string;
  readonly source: string;
  readonly date: string | null;
  readonly url?: string;
  readonly sources: readonly { readonly name: string; readonly date: string | null }[];
  readonly rules: string[];
}

async function facts(...words: string[]): Promise<Row[]> {
  const { code, out, err } = await cli(["facts", ...words, "--format", "json"]);
  expect(err).toBe("");
  expect(code).toBe(0);
  return (JSON.parse(out) as { facts: Row[] }).facts;
}

const ids = (rows: readonly Row[], table: string): string[] =>
  rows.filter((row) => row.table === table).map(({ id }) => id);

describe("facts", () => {
  it("prints every table with its day, and each row with its source", async () => {
    const { code, out } = await cli(["facts"]);
    expect(code).toBe(0);
    const titles = Object.entries(en).flatMap(([id, text]) => (id.startsWith("facts.table-") ? [text] : []));
    const lines = out.split("\n").filter((line) => /^\S.*, as of \d{4}-\d\d-\d\d$/.test(line));
    expect(lines.map((line) => line.replace(/\d.*/, "{asOf}"))).toEqual(titles);
    expect(out).toContain("Regions, as of 2026-08-21\nterraform-provider-alicloud v1.289.0, ");
    expect(out).toMatch(/\n {2}cn-hongkong +outside the mainland\n/);
    expect(out).toMatch(/\n {2}org +not approved by the MIIT\n +F-33, 2024-05\n/);
  });

  it("gives every row a day and a source", async () => {
    const rows = await facts();
    const lacking = rows.filter(({ asOf, source }) => !/^\d{4}-\d\d-\d\d$/.test(asOf) || !/\p{L}{2}|\d/u.test(source));
    expect(lacking).toEqual([]);
    expect(new Set(rows.map(({ table, id }) => `${table} ${id}`)).size).toBe(rows.length);
  });

  it("says of each source its day, and where it stands as far as that is known", async () => {
    const [row] = await facts("F-20");
    expect(row).toMatchObject({
      source: "WAF 3.0: help page 378299, on CNAME access",
      date: "2026-03-31",
      url: "https://www.alibabacloud.com/help/doc-detail/378299",
    });
    expect((await facts("S0-12"))[0]).toMatchObject({ date: null });
    expect((await cli(["facts", "S0-12"])).out).toContain("2020), undated\n");
    expect((await cli(["facts", "S0-12", "--lang", "zh"])).out.replace(/\n */g, "")).toContain("，未注明日期");
  });

  it("tells of each statement which rules rest on it", async () => {
    const rows = (await facts()).filter(({ table }) => table === "statement");
    const pairs = rows.flatMap(({ id, rules }) => rules.map((rule) => `${rule} ${id}`));
    expect(pairs.sort()).toEqual(allRules.flatMap(({ id, sources }) => sources.map((one) => `${id} ${one}`)).sort());
  });

  it("says what a row of data cites", async () => {
    const rows = await facts();
    const known = new Set(ids(rows, "statement"));
    const cited = rows
      .filter(({ table }) => table !== "statement")
      .flatMap(({ sources }) => sources.flatMap(({ name }) => /^(?:S\d-\d+|F-\d+b?|C\d+)$/.exec(name)?.[0] ?? []));
    expect(cited.length).toBeGreaterThan(50);
    expect(cited.filter((id) => !known.has(id))).toEqual([]);
  });

  it("finds a region, in any case", async () => {
    expect(ids(await facts("CN-HongKong"), "region")).toEqual(["cn-hongkong"]);
    expect(ids(await facts("shanghai"), "region")).toEqual([
      "cn-shanghai",
      "cn-shanghai-finance-1",
      "cn-shanghai-finance-1-pub",
    ]);
  });

  it("finds a suffix, not the words that it is a part of", async () => {
    const rows = await facts("io");
    expect(ids(rows, "suffix")).toEqual(["io"]);
    expect(ids(rows, "region")).toEqual([]);
    expect(ids(rows, "statement")).toContain("F-33");
  });

  it("finds a port, whole", async () => {
    const rows = (await facts("80")).filter(({ table }) => table === "port");
    expect(rows).toEqual([
      { ...rows[0], table: "port", id: "80", value: "web", says: "web", asOf: "2026-11-22", rules: [] },
    ]);
    expect(ids(await facts("ssh"), "port")).toEqual(["22"]);
  });

  it("finds what a rule rests on", async () => {
    const rule = allRules.find(({ id }) => id === "icp-domain-suffix");
    expect(ids(await facts("icp-domain-suffix"), "statement").sort()).toEqual([...(rule?.sources ?? [])].sort());
  });

  it("finds a statement by its id, and words of its text", async () => {
    expect(ids(await facts("S1-33"), "statement")).toEqual(["S1-33"]);
    expect(ids(await facts("pay-as-you-go"), "statement")).toContain("S3-13");
  });

  it("finds kinds of entry and products", async () => {
    const rows = await facts("function");
    expect(rows.filter(({ table }) => table === "tier").map(({ id, value }) => `${id} ${value}`)).toEqual([
      "function access",
    ]);
    expect(ids(await facts("linkedmall"), "quota")).toEqual(["linkedmall"]);
  });

  it("finds limits, provinces, the suffixes of public bodies and other clouds", async () => {
    expect(
      (await facts("server-renewal")).filter(({ table }) => table === "threshold").map(({ value }) => value),
    ).toEqual([30]);
    expect((await facts("public-security filing is due")).map(({ value, says }) => [value, says])).toEqual([
      [30, "a site's public-security filing is due 30 days after its opening"],
    ]);
    expect((await facts("zhejiang")).filter(({ table }) => table === "province").map(({ says }) => says)).toEqual([
      "浙",
    ]);
    expect(ids(await facts("政务"), "suffix")).toEqual(["government"]);
    expect(ids(await facts("sh"), "suffix")).toContain("sh");
    expect(ids(await facts("cn-northwest-1"), "other-cloud")).toEqual(["aws"]);
    expect((await facts("AllViewerExceptHostHeader")).map(({ says }) => says)).toEqual([
      "policy AllViewerExceptHostHeader: asks the origin for the origin's own name",
    ]);
  });

  it("takes every character for itself", async () => {
    expect((await cli(["facts", "a.*b("])).code).toBe(2);
  });

  it("speaks Chinese", async () => {
    const { out } = await cli(["facts", "cn-hongkong", "--lang", "zh"]);
    expect(out).toMatch(/^地域（截至 2026-08-21）\n/);
    expect(out).toContain("  cn-hongkong  中国内地以外\n");
    const statement = await cli(["facts", "按量付费的", "--lang", "zh"]);
    expect(statement.out).toContain("按量付费的ECS实例不能用于备案\n");
    expect(statement.out).toContain("阿里云《备案服务器及接入信息的准备与检查》，2023-09-28\n");
  });

  it.each(["cn-atlantis", "zz", ""])("says that it knows nothing about %j", async (word) => {
    expect(await cli(["facts", word])).toEqual({
      code: 2,
      out: "",
      err: `alicloud-icp: word: nothing is known about ${JSON.stringify(word)}; the data was taken from its sources between 2026-08-21 and 2026-11-26\n`,
    });
  });

  it("refuses an unknown format and language", async () => {
    expect((await cli(["facts", "--format", "yaml"])).err).toBe(
      'alicloud-icp: --format: expected text or json; found "yaml"\n',
    );
    expect((await cli(["facts", "--lang", "fr"])).code).toBe(2);
  });
});
