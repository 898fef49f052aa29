/** Why something is undetermined, in words: whose property it is, and what it waits for. */
import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/judge";
import { LANGUAGES, render, type MessageId } from "../../src/messages";
import { doubts } from "../../src/messages/en/doubts";
import type { DoubtId } from "../../src/plan/fact";
import { SECRET_MARK } from "../../src/plan/raw";
import { reportOf, textOf } from "../../src/report/report";
import { inLanguage } from "../../src/report/texts";
import { cdn, clb } from "../support/stacks";
import { ref, unknownValue } from "../support/plan";
import { filed, unfiled } from "../support/rule-tester";
import { together } from "../together/together";

const urn = (name: string, stack = "dev"): string =>
  `urn:pulumi:${stack}::web::alicloud:cdn/domainNew:DomainNew::${name}`;

const finding = (why: DoubtId, of: string, waitsFor: readonly string[] = [urn("waited")]): Finding => ({
  rule: "icp-cdn-coverage",
  verdict: "undetermined",
  level: "advisory",
  subject: { apex: "example.com", host: "img.example.com", urn: urn("own") },
  hosts: ["img.example.com"],
  members: [],
  unnamed: [],
  resources: [],
  message: { id: "undetermined", params: { what: "img.example.com" } },
  doubt: { why, params: { property: "scope" }, property: "scope", urn: of, waitsFor },
});

describe.each(LANGUAGES)("a doubt about a property, in %s", (language) => {
  const ids = Object.entries(doubts).flatMap(([id, text]) =>
    text.includes("{property}") ? [id.slice("doubt.".length) as DoubtId] : [],
  );

  it.each(ids)("names the resource where the finding does not show it: %s", (id) => {
    const told = (property: string): string => render(language, `doubt.${id}` as MessageId, { property });
    const others = render(language, "finding.property", { property: "scope", name: "other" });
    expect(textOf(finding(id, urn("own")), language)).toContain(told("scope"));
    expect(textOf(finding(id, urn("other")), language)).toContain(told(others));
  });

  it("names the stack where that is another", () => {
    const said = textOf(finding("secret", urn("other", "prod")), language);
    expect(said).toContain({ en: "scope of other (web/prod) is", zh: "other（web/prod）的 scope 是" }[language]);
  });

  it("says what is so where nothing tells what the value waits for", () => {
    const untold = { en: "nothing tells what it waits for", zh: "看不出它取决于什么" }[language];
    expect(textOf(finding("computed", urn("own"), []), language)).toContain(untold);
    expect(textOf(finding("computed", urn("other"), []), language)).toContain("other");
    expect(textOf(finding("computed", urn("own")), language)).not.toContain(untold);
  });
});

describe("of two domains of a CDN", () => {
  const judged = together(
    {
      "web/dev": {
        has: [
          cdn("known", { domainName: "q.example.com", scope: "overseas" }),
          cdn("hidden", { domainName: SECRET_MARK, scope: "domestic" }),
        ],
      },
    },
    filed(),
  );
  const split = reportOf(judged, { language: "en" }).findings.find(({ rule }) => rule === "icp-filed-domain-split");

  it("one is open because of the name of the other, which is told with it", () => {
    expect(split?.message).toBe(
      "It cannot be told whether this breaks the rule for q.example.com: domainName of hidden is a secret",
    );
    expect(split).toMatchObject({
      resource: { name: "known" },
      doubt: { id: "secret", urn: urn("hidden") },
    });
  });

  it("a written report tells it in the other language", () => {
    const { findings } = inLanguage(reportOf(judged, { language: "en" }), "zh");
    expect(findings.map(({ message }) => message)).toEqual(
      reportOf(judged, { language: "zh" }).findings.map(({ message }) => message),
    );
    expect(findings.map(({ message }) => message).join()).toContain("hidden 的 domainName 是机密值");
  });
});

describe("what is on the path of a finding", () => {
  it("is not named again", () => {
    const judged = together(
      {
        "web/dev": {
          has: [cdn("edge", { scope: unknownValue }), clb("site", {}), cdn("other", { scope: ref("site") })],
        },
      },
      unfiled(),
    );
    for (const { message } of reportOf(judged, { language: "en" }).findings) expect(message).not.toMatch(/scope of/);
  });
});

it("of many resources that a value waits for a report lists the first, and counts the others", () => {
  const names = Array.from({ length: 30 }, (_, at) => `site${at}`);
  const has = [...names.map((name) => clb(name, {})), cdn("edge", { scope: ref(...names) })];
  const { findings } = reportOf(together({ "web/dev": { has } }, unfiled()), { language: "en" });
  const waiting = findings.filter(({ waitsFor = [] }) => waitsFor.length > 0);
  expect(waiting.map(({ waitsFor = [], alsoWaitsFor }) => [waitsFor.length, alsoWaitsFor])).toEqual([[20, 10]]);
});
