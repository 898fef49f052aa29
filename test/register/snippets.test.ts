/** Lines to paste are pasted: the register then loads, and says what the finding asked for. */
import { describe, expect, it } from "vitest";
import { judge, type Finding } from "../../src/judge";
import type { Plan } from "../../src/plan/plan";
import { asRegister, nothingDeclared, type Register } from "../../src/register/register";
import { loadRegister } from "../../src/register/load";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { planOf, ref } from "../support/plan";
import { filed, lines, register, TODAY } from "../support/rule-tester";
import { bucket, cdn, customDomain, instance, record, web } from "../support/stacks";

const load = (yaml: string): Register =>
  asRegister(loadRegister(yaml, { file: "icp.yaml", knownRules: RULE_IDS, today: TODAY }));
const findingsOf = (plan: Plan, declared: Register) => judge(plan, { register: declared, today: TODAY });
const snippetOf = (findings: readonly Finding[], remedy: string): string => {
  const found = findings.flatMap(({ remedies = [] }) => remedies.filter(({ id }) => id === remedy))[0]?.snippet;
  if (found === undefined) throw new Error(`no finding brings lines with ${remedy}`);
  return found;
};

const site = planOf([...web, instance("server"), record("www", ref("server"))]);
const edge = planOf([cdn("edge")]);
const objects = planOf([bucket("media"), customDomain("img", ref("media"))]);

describe("a whole register where there is none", () => {
  it.each([
    ["a host on a server", site],
    ["a host on an edge, for which any number does", edge],
    ["a host of a bucket", objects],
  ])("%s", (_, plan) => {
    const before = findingsOf(plan, nothingDeclared);
    const after = findingsOf(plan, load(`${snippetOf(before.findings, "declare")}\n`));
    expect(before.findings.some(({ level, verdict }) => level === "mandatory" && verdict === "violation")).toBe(true);
    expect(lines(after)).toEqual([]);
  });
});

describe("lines for a register that is there", () => {
  const empty = "version: 1\nasOf: 2026-11-22\n";

  it("an unlisted domain", () => {
    const { findings } = findingsOf(site, register(""));
    expect(lines(findingsOf(site, load(`${empty}${snippetOf(findings, "declare")}\n`)))).toEqual([]);
  });

  it("a filing that names no access provider", () => {
    const { findings } = findingsOf(site, filed("example.com", ""));
    const snippet = snippetOf(findings, "declare-access");
    expect(snippet).toBe("filings:\n  - domain: example.com\n    accessProviders: [{ name: aliyun }]");
    // The line is one of the filing that is there already.
    const declared = load(`${empty}${snippet}\n    status: active\n    number: 浙ICP备12345678号-1\n`);
    expect(lines(findingsOf(site, declared))).toEqual([]);
  });

  it("a suffix that only a hand-made list lacks", () => {
    const plan = planOf([...web, instance("server"), record("www", ref("server"), { domainName: "example.shop" })]);
    const unlisted = register("filings: [{ domain: example.shop, status: unfiled }]\n");
    const { findings } = findingsOf(plan, unlisted);
    const [suffix] = findings.filter(({ rule }) => rule === "icp-domain-suffix");
    if (!suffix) return;
    const declared = load(
      `${empty}filings: [{ domain: example.shop, status: unfiled }]\n${snippetOf([suffix], "declare-suffix")}\n`,
    );
    expect(lines(findingsOf(plan, declared)).filter((line) => line.startsWith("icp-domain-suffix"))).toEqual([]);
  });

  it("a host that nothing places", () => {
    const plan = planOf([...web, instance("server")]);
    const filing =
      "filings: [{ domain: example.com, status: active, accessProviders: [{ name: aliyun }], hosts: [{ host: shop.example.com, stack: web/dev }] }]\n";
    const { findings } = findingsOf(plan, register(filing));
    const snippet = snippetOf(findings, "declare-served");
    expect(snippet).toBe('externalDns:\n  - { host: shop.example.com, resource: "*::TYPE::NAME", stack: "web/dev" }');
    const filled = snippet.replace("TYPE", "alicloud:ecs/instance:Instance").replace("NAME", "server");
    expect(lines(findingsOf(plan, load(`${empty}${filing}${filled}\n`)))).toEqual([]);
  });
});
