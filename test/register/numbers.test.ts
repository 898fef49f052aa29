import { describe, expect, it } from "vitest";
import { loadRegister } from "../../src/register/load";
import { render } from "../../src/messages";
import { appNumber, siteNumber, type Spelling } from "../../src/register/numbers";
import { PROVINCES, provinceOf } from "../../src/register/provinces";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { TODAY } from "../support/rule-tester";

const OF_SITE = "expected the number of a website's filing, such as 浙ICP备12345678号-1; found";
const OF_APP = "expected the number of an app's filing, such as 浙ICP备12345678号-2A; found";
const OF_ENTITY =
  "which is that of the entity: write what follows it for this website (-1, -2 …) or app (-2A …) too, or leave the key out while it has none";
const OF_LICENCE = "which is that of a commercial licence: write it under commercial.licence of the domain's filing";

const problemOf = (spelling: Spelling): string =>
  "problem" in spelling ? render("en", spelling.problem.id, spelling.problem.params) : "nothing";

describe("the number of a website's filing", () => {
  it.each<[string, string]>([
    ["浙ICP备12345678号-1", "浙ICP备12345678号-1"],
    ["浙ICP备2021012345号-12", "浙ICP备2021012345号-12"],
    [" 浙icp备 12345678 号－１ ", "浙ICP备12345678号-1"],
    ["浙ＩＣＰ备１２３４５６７８号-1", "浙ICP备12345678号-1"],
    ["浙ICP备12345678号—1", "浙ICP备12345678号-1"],
    ["浙ICP備12345678號-1", "浙ICP备12345678号-1"],
    // Sites of those who hold a licence count on from its number.
    ["京ICP证030173号-1", "京ICP证030173号-1"],
    ["粤b2-20090059-5", "粤B2-20090059-5"],
  ])("%j is %s", (text, value) => {
    expect(siteNumber(text)).toEqual({ value });
  });

  it.each(Object.entries(PROVINCES).flatMap(([province, signs]) => signs.map((sign) => [sign, province])))(
    "%s is a letter of %s",
    (sign, province) => {
      const number = `${sign}ICP备12345678号-1`;
      expect(siteNumber(number)).toEqual({ value: number });
      expect(provinceOf(number)).toBe(province);
    },
  );

  it.each<[string, string]>([
    ["ICP 12345", ""],
    ["哈哈12345", ""],
    ["ICP备12345678号-1", ""],
    ["浙ICP备号-1", ""],
    ["浙ICP备12345678-1", ""],
    ["浙ICP备12345678号-", ""],
    ["浙ICP备12345678号-1，京ICP备12345678号-1", ""],
    ["备案号：浙ICP备12345678号-1", ""],
    ["哈ICP备12345678号-1", ", and 哈 stands for no province"],
    ["浙ICP备12345678号", `, ${OF_ENTITY}`],
    ["浙ICP备12345678号-2A", ", which is that of an app: write it under apps"],
    ["浙B2-20201234", `, ${OF_LICENCE}`],
    ["A2.B1.B2-20120001", `, ${OF_LICENCE}`],
    ["合字B2-20090059", `, ${OF_LICENCE}`],
    ["京ICP证030173号", `, ${OF_LICENCE}`],
    ["ICP證030173號", `, ${OF_LICENCE}`],
    [
      "浙公网安备33010002000001号",
      ", which is that of a public-security filing: write it under psb.number of the domain's filing",
    ],
  ])("is not %s", (text, is) => {
    expect(problemOf(siteNumber(text))).toBe(`${OF_SITE} "${text}"${is}`);
  });
});

describe("the number of an app's filing", () => {
  it.each<[string, string]>([
    ["浙ICP备12345678号-2A", "浙ICP备12345678号-2A"],
    ["浙icp备12345678号-3x", "浙ICP备12345678号-3X"],
    ["浙ICP备12345678号－４Ｋ", "浙ICP备12345678号-4K"],
    ["粤B2-20090059-1626X", "粤B2-20090059-1626X"],
    // Of a filing all the same: icp-app-filing says that it is a website's.
    ["浙ICP备12345678号-2", "浙ICP备12345678号-2"],
  ])("%j is %s", (text, value) => {
    expect(appNumber(text)).toEqual({ value });
  });

  it.each<[string, string]>([
    ["浙ICP备12345678号-2B", ""],
    ["浙ICP备12345678号A", ""],
    ["浙ICP备12345678号", `, ${OF_ENTITY}`],
    ["浙B2-20201234", `, ${OF_LICENCE}`],
  ])("is not %s", (text, is) => {
    expect(problemOf(appNumber(text))).toBe(`${OF_APP} "${text}"${is}`);
  });
});

it("a register takes them in their one spelling, and names the key of another", () => {
  const load = (number: string, app: string) =>
    loadRegister(
      `version: 1\nasOf: 2026-11-22\nfilings:\n  - { domain: example.com, status: active, number: "${number}" }\napps: [{ number: "${app}" }]\n`,
      { file: "icp.yaml", knownRules: RULE_IDS, today: TODAY },
    );
  expect(load("浙icp备12345678号－1", "浙icp备12345678号-2a").register).toMatchObject({
    filings: [{ number: "浙ICP备12345678号-1" }],
    apps: [{ number: "浙ICP备12345678号-2A" }],
  });
  expect(() => load("浙B2-20201234", "2A")).toThrow(
    `icp.yaml:4: filings[0].number: ${OF_SITE} "浙B2-20201234", ${OF_LICENCE}\nicp.yaml:5: apps[0].number: ${OF_APP} "2A"`,
  );
});
