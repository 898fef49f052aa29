import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { alicloud } from "../../src/products/alicloud";
import { statementOf } from "../../src/vocabulary/statements";
import { LANGUAGES, render } from "../../src/messages";
import { en } from "../../src/messages/en";
import { allRules, rules } from "../../src/rules";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { exampleNames, readExpected } from "../examples/examples";
import { planOf, type Properties, type ResourceSpec } from "../support/plan";
import { TODAY, unfiled } from "../support/rule-tester";
import { resource } from "../support/stacks";

const texts: Readonly<Record<string, string>> = en;

/** Rules of what the register alone says: no unknown value of a plan can leave them undetermined. */
const OF_THE_REGISTER: readonly string[] = ["icp-server-quota"];

describe("every rule", () => {
  it("is registered under its own id, in the order of the list of ids", () => {
    for (const [id, rule] of Object.entries(rules)) expect(rule.id).toBe(id);
    const order = allRules.map((rule) => RULE_IDS.indexOf(rule.id));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it.each(allRules.map((rule) => [rule.id, rule] as const))("%s has one name everywhere", (id) => {
    expect(existsSync(`src/rules/${id}.ts`), "file").toBe(true);
    expect(existsSync(`test/rules/${id}.test.ts`), "test").toBe(true);
    expect(existsSync(`docs/rules/${id}.md`), "page").toBe(true);
    for (const language of LANGUAGES) {
      const line = render(language, `rule.${id}` as "rule.icp-register");
      expect(line.length, language).toBeGreaterThan(4);
      // Pulumi shows it in front of every message.
      expect(line.length, language).toBeLessThan(100);
    }
  });

  it.each(allRules.map((rule) => [rule.id, rule] as const))("%s rests on statements that exist", (id, rule) => {
    if (rule.group === "itself") return;
    expect(rule.sources.length).toBeGreaterThan(0);
    for (const source of rule.sources) expect(statementOf(source, "en"), `${id}: ${source}`).toBeDefined();
  });

  it.each(allRules.map((rule) => [rule.id, rule] as const))("%s has texts of its own", (id) => {
    const own = Object.keys(texts).filter((key) => key === id || key.startsWith(`${id}.`));
    expect(own.length).toBeGreaterThan(0);
  });

  it.each(allRules.map((rule) => [rule.id, rule] as const))(
    "%s names resource types when one resource decides",
    (_, rule) => {
      expect((rule.types ?? []).length > 0).toBe(rule.phase === "resource");
    },
  );

  it("has no file without a rule, and no page either", () => {
    const ids = new Set<string>(allRules.map((rule) => rule.id));
    const files = readdirSync("src/rules").filter((file) => file.startsWith("icp-"));
    expect(files.map((file) => file.replace(/\.ts$/, "")).filter((id) => !ids.has(id))).toEqual([]);
    const pages = readdirSync("docs/rules").filter((file) => file.startsWith("icp-"));
    expect(pages.map((file) => file.replace(/\.md$/, "")).filter((id) => !ids.has(id))).toEqual([]);
  });

  it("has cases of every kind that it can have: what it finds, and what it leaves alone or undetermined", () => {
    for (const { id, group } of allRules) {
      if (id === "icp-register") continue;
      const text = readFileSync(`test/rules/${id}.test.ts`, "utf8");
      expect(text, id).toContain(`ruleTester("${id}"`);
      if (id !== "icp-undetermined") expect(text, `${id}: violations`).toContain("violations: {");
      expect(text, `${id}: silent or satisfied`).toMatch(/\b(silent|satisfied): \{/);
      if ((group === "filing" || group === "server") && !OF_THE_REGISTER.includes(id))
        expect(text, `${id}: undetermined`).toContain("undetermined: {");
    }
  });

  it("is shown by an example, for the rules that block most often", () => {
    const shown = new Set(exampleNames.flatMap((name) => readExpected(name).map(({ rule }) => rule)));
    for (const id of [
      "icp-dns-record",
      "icp-cdn-coverage",
      "icp-oss-custom-domain",
      "icp-server-billing",
      "icp-filed-domain-offshore",
    ]) {
      expect(shown, id).toContain(id);
    }
  });
});

describe("a rule that one resource decides", () => {
  /** Names a host in all the ways in which types do, covers the mainland, and forwards where it is a record. */
  const HOST: Properties = {
    domainName: "example.com",
    domain: "example.com",
    customDomainName: "example.com",
    siteName: "example.com",
    name: "example.com",
    hostRecord: "@",
    rr: "@",
    type: "REDIRECT_URL",
    value: "https://example.org",
    bucket: "media",
    coverage: "global",
    scope: "domestic",
  };
  /** What a pack shows beside a resource, because it decides where others are or whether they are public. */
  const beside: readonly ResourceSpec[] = [
    resource("alicloud:apig/gateway:Gateway", "gateway", { networkAccessConfig: { type: "Internet" } }),
  ];

  it.each(allRules.filter(({ phase }) => phase === "resource").map((rule) => [rule.id, rule] as const))(
    "%s is asked before the creation of whatever breaks it alone",
    (_, rule) => {
      const breaks = (type: string): boolean =>
        judge(planOf([resource(type, "main", HOST), ...beside], { isolated: true }), {
          register: unfiled(),
          today: TODAY,
          rules: [rule],
        }).findings.some(({ verdict, resource: at }) => verdict === "violation" && at?.name === "main");
      expect([...(rule.types ?? [])].sort()).toEqual(Object.keys(alicloud).filter(breaks).sort());
    },
  );
});
