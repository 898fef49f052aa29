import { describe, expect, it } from "vitest";
import { loadRegister } from "../../src/register/load";
import { provinceOf } from "../../src/register/provinces";
import { asRegister, nothingDeclared, type Register } from "../../src/register/register";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { TODAY } from "../support/rule-tester";
import { EXAMPLE } from "./example";

const declared = (yaml: string): Register =>
  asRegister(
    loadRegister(`version: 1\nasOf: 2026-11-22\n${yaml}`, { file: "icp.yaml", knownRules: RULE_IDS, today: TODAY }),
  );
const filing = (more: string) => declared(`filings: [{ domain: example.com, ${more} }]`);

describe("the example", () => {
  const example = asRegister(loadRegister(EXAMPLE, { file: "conf/icp.yaml", knownRules: RULE_IDS, today: TODAY }));

  it("says in which stack its records and edges lead somewhere", () => {
    expect(example.externalDns.map(({ stack }) => stack)).toEqual(["shop/prod"]);
    expect(example.edges.map(({ stack }) => stack)).toEqual(["shop/prod"]);
  });

  it("answers", () => {
    expect(example).toMatchObject({
      found: true,
      file: "conf/icp.yaml",
      fileName: "conf/icp.yaml",
      asOf: "2026-11-22",
    });
    expect(example.filingOf("example.com")?.number).toBe("浙ICP备12345678号-1");
    expect(example.filingOf("example.net")).toBeUndefined();
    expect(example.aliyunOf("example.com")).toBe("active");
    expect(example.hostsDeclared("example.com")).toEqual(["www.example.com", "shop.example.com"]);
    expect(example.serversOf("example.com").map(({ id }) => id)).toEqual(["i-bp1xxxx"]);
    expect(example.accountOf("1234567890")?.site).toBe("china");
    expect(example.entityOf("acme-cn")?.province).toBe("zhejiang");
    expect(example.levels).toEqual({ "icp-ip-drift": "mandatory", "icp-psb-filing": "disabled" });
    expect(example.position(["filings", 0, "status"])).toEqual({ line: 13, column: 5 });
    expect(example.keyOf("example.com")).toEqual(["filings", 0]);
    expect(example.keyOf("example.net")).toBeUndefined();
  });

  it.each(["accounts", "entities", "apps", "servers", "ips", "commercial", "psb", "registration"] as const)(
    "has the section %s",
    (name) => {
      expect(example.section(name)).toBe(true);
      expect(nothingDeclared.section(name)).toBe(false);
      expect(filing("status: active").section(name)).toBe(false);
    },
  );
});

describe("without a register", () => {
  it("nothing is declared", () => {
    expect(nothingDeclared).toMatchObject({
      found: false,
      fileName: "icp.yaml",
      unlisted: "unfiled",
      filings: [],
      waivers: [],
    });
    expect(nothingDeclared.file).toBeUndefined();
    expect(nothingDeclared.aliyunOf("example.com")).toBe("not-given");
    expect(nothingDeclared.position(["asOf"])).toBeUndefined();
  });
});

describe("aliyunOf", () => {
  it.each([
    ["status: active", "not-given"],
    ["status: active, accessProviders: []", "not-listed"],
    ["status: active, accessProviders: [{ name: huawei }]", "not-listed"],
    ["status: active, accessProviders: [{ name: aliyun }]", "active"],
    ["status: active, accessProviders: [{ name: Aliyun, status: pending }]", "pending"],
    ["status: active, accessProviders: [{ name: aliyun, status: removing }]", "removing"],
    ["status: active, accessProviders: [{ name: huawei }, { name: aliyun, status: removed }]", "removed"],
    ["status: pending-access", "pending"],
    ["status: pending-access, accessProviders: [{ name: huawei }]", "pending"],
  ])("%s: %s", (more, expected) => {
    expect(filing(more).aliyunOf("example.com")).toBe(expected);
  });
});

describe("suffix", () => {
  const own = declared("suffixes: { asOf: 2027-01-01, approved: [io, com.cn], denied: [cn] }");
  it.each([
    [nothingDeclared, "example.com", "approved"],
    [nothingDeclared, "example.com.cn", "approved"],
    [nothingDeclared, "xn--fsqu00a.xn--fiqs8s", "approved"],
    [nothingDeclared, "example.org", "denied"],
    [nothingDeclared, "example.ai", "unlisted"],
    [own, "example.io", "approved"],
    [own, "example.cn", "denied"],
    [own, "example.com.cn", "approved"],
    [own, "example.com", "approved"],
  ])("%# %s %s", (register, apex, expected) => {
    expect(register.suffix(apex)).toBe(expected);
  });

  it("is of the younger list", () => {
    expect(own.suffixesAsOf).toBe("2027-01-01");
    expect(nothingDeclared.suffixesAsOf).toBe("2026-11-22");
  });
});

describe("provinceOf", () => {
  it.each([
    ["浙ICP备12345678号-1", "zhejiang"],
    ["蜀ICP备12345678号", "sichuan"],
    ["京ICP证000001号", "beijing"],
    ["ICP备1号", undefined],
  ])("%s is of %s", (number, province) => {
    expect(provinceOf(number)).toBe(province);
  });
});
