import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ErrorCode } from "yaml";
import type { Charge } from "../../src/graph/contribution";
import type { Why } from "../../src/graph/target";
import type { FilingState } from "../../src/filing/state";
import { LANGUAGES, render, type MessageId } from "../../src/messages";
import { en } from "../../src/messages/en";
import { zh } from "../../src/messages/zh";
import type { DoubtId } from "../../src/plan/fact";
import type { NoName } from "../../src/register/schema";
import { allRules } from "../../src/rules";
import type { Remedy } from "../../src/judging/rule";
import type { EntryKind } from "../../src/vocabulary/kinds";
import type { THRESHOLDS, Unit } from "../../src/vocabulary/thresholds";

const TEXTS: Readonly<Record<(typeof LANGUAGES)[number], Readonly<Record<string, string>>>> = { en, zh };
const others = LANGUAGES.filter((language) => language !== "en");
const ids = Object.keys(en) as MessageId[];

/** Texts that are the same in English and Chinese: names that the Chinese console writes in Latin letters. */
const SAME_IN_CHINESE: readonly MessageId[] = ["facts.quota", "input.program-line"];

/** Texts that are whole sentences, with their full stop. */
const SENTENCES: readonly MessageId[] = [
  ...ids.filter((id) => id.startsWith("help.")),
  "report.clean",
  "report.clean-hosts",
  "report.nothing-judged",
  "register.clean",
];

const placeholders = (text: string): string[] => (text.match(/\{[a-zA-Z]+(?:[|#][a-zA-Z-]+)?\}/g) ?? []).sort();

describe.each(others)("the texts in %s", (language) => {
  const texts = TEXTS[language];

  it("have the keys of the English ones, in the same order", () => {
    expect(Object.keys(texts)).toEqual(ids);
  });

  it("have the same placeholders, lookups included", () => {
    const differing = ids.filter((id) => placeholders(texts[id] ?? "").join() !== placeholders(en[id]).join());
    expect(differing).toEqual([]);
  });
});

describe.each(LANGUAGES)("each text in %s", (language) => {
  const entries = Object.entries(TEXTS[language]);

  it("says something, without spaces around it", () => {
    expect(entries.filter(([, text]) => text === "" || text.trim() !== text)).toEqual([]);
  });

  it("leaves its full stop to the code, unless it is a whole sentence", () => {
    const ended = entries.filter(([, text]) => /[.。]$/.test(text)).map(([id]) => id);
    expect(ended).toEqual(SENTENCES);
  });

  it("looks values up only in groups that exist", () => {
    const groups = entries.flatMap(([, text]) =>
      [...text.matchAll(/\{[a-zA-Z]+\|([a-zA-Z]+)\}/g)].map(([, group]) => group),
    );
    const missing = groups.filter(
      (group) =>
        !["text", "list", "added"].includes(group ?? "") && !ids.some((id) => id.startsWith(`${group ?? ""}.`)),
    );
    expect(missing).toEqual([]);
  });
});

describe("Chinese", () => {
  const translated = Object.entries(zh).filter(([id]) => !SAME_IN_CHINESE.includes(id as MessageId));

  it("is not left in English", () => {
    expect(translated.filter(([id, text]) => text === en[id as MessageId]).map(([id]) => id)).toEqual([]);
    expect(SAME_IN_CHINESE.filter((id) => zh[id] !== en[id])).toEqual([]);
  });

  it("contains Chinese characters", () => {
    const words = translated.map(([id, text]) => [id, text.replace(/\{[^}]*\}/g, "")] as const);
    expect(words.filter(([, text]) => /\p{L}/u.test(text) && !/\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it("has full-width punctuation", () => {
    const halfWidth = /\p{Script=Han}\s?[,.;:!?()]|[,.;:!?()]\s?\p{Script=Han}/u;
    expect(translated.filter(([, text]) => halfWidth.test(text))).toEqual([]);
  });

  it("has no space at full-width punctuation, and spaces between Chinese and parameters", () => {
    const spaced = /\s[，。；：、（）]|[，。；：、（）]\s/u;
    // A lookup gives words of the language; it joins what is around it.
    const glued = /\p{Script=Han}\{[a-zA-Z]+\}|\{[a-zA-Z]+\}\p{Script=Han}/u;
    expect(translated.filter(([, text]) => spaced.test(text) || glued.test(text))).toEqual([]);
  });
});

describe("every id of the code", () => {
  /** The names of the texts in a group. */
  type Named<Group extends string> = MessageId extends infer Id
    ? Id extends `${Group}.${infer Name}`
      ? Name
      : never
    : never;
  type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
  type Within<A, B> = [A] extends [B] ? true : never;

  it("has a text, and no text is left over", () => {
    // Checked by the compiler: `true` does not satisfy `never`.
    const complete = {
      doubt: true,
      why: true,
      kind: true,
      remedy: true,
      state: true,
      charge: true,
      threshold: true,
      noname: true,
      yaml: true,
    } satisfies {
      doubt: Equal<Named<"doubt">, DoubtId>;
      why: Equal<Named<"why">, Why>;
      kind: Equal<Named<"kind">, EntryKind>;
      remedy: Equal<Named<"remedy">, Remedy["id"]>;
      state: Equal<Named<"state">, FilingState>;
      threshold: Equal<Named<"threshold">, { [U in Unit]: keyof (typeof THRESHOLDS)[U] }[Unit]>;
      noname: Equal<Named<"noname">, NoName>;
      // Others are what a code of the library comes to.
      yaml: Within<ErrorCode, Named<"yaml">>;
      // A subscription is never complained about.
      charge: Within<Exclude<Extract<Charge, string>, "subscription">, Named<"charge">>;
    };
    // The groups exist at run time too.
    for (const group of Object.keys(complete)) expect(ids.some((id) => id.startsWith(`${group}.`))).toBe(true);
  });
});

describe("the files of texts", () => {
  it("have no id in common: the last one would win", async () => {
    const folder = join(process.cwd(), "src/messages/en");
    const files = readdirSync(folder).map((name) => join(folder, name));
    const all = await Promise.all(files.map(async (file) => (await import(file)) as Readonly<Record<string, object>>));
    const every = all.flatMap((file) => Object.values(file).flatMap((texts) => Object.keys(texts)));
    expect(every.filter((id, at) => every.indexOf(id) !== at)).toEqual([]);
    expect([...every].sort()).toEqual([...ids].sort());
  });
});

describe("each rule", () => {
  it("has a line that says what it is about", () => {
    expect(allRules.map((rule) => `rule.${rule.id}`).filter((id) => !Object.hasOwn(en, id))).toEqual([]);
  });
});

describe("render", () => {
  it("fills parameters", () => {
    expect(render("en", "icp-register-stale.as-of", { asOf: "2026-01-01", days: 200, limit: 180 })).toBe(
      "The register is of 2026-01-01, 200 days ago; it goes stale after 180",
    );
    expect(render("zh", "icp-register-stale.as-of", { asOf: "2026-01-01", days: 200, limit: 180 })).toBe(
      "备案台账的日期为 2026-01-01，距今 200 天；超过 180 天即为过期",
    );
  });

  it("fills a parameter wherever it stands", () => {
    expect(render("en", "remedy.declare", { apex: "example.com", file: "icp.yaml" })).toBe(
      "If example.com is filed, say so in icp.yaml",
    );
  });

  it.each([
    ["en", "1 month", "2 months", "0.5 months"],
    ["zh", "1 个月", "2 个月", "0.5 个月"],
  ] as const)("counts things in %s as they are counted", (language, one, two, part) => {
    const says = (months: number) =>
      render(language, "icp-server-term", { server: "web", apex: "example.com", months });
    expect(says(1)).toContain(one);
    expect(says(1)).not.toContain("months");
    expect(says(2)).toContain(two);
    expect(says(0.5)).toContain(part);
  });

  it("looks values up in the language's groups", () => {
    const params = { host: "www.example.com", entry: "web", kind: "eip", region: "cn-hangzhou", apex: "example.com" };
    expect(render("en", "icp-dns-record", { ...params, state: "unfiled" })).toBe(
      "www.example.com leads to web (EIP) in cn-hangzhou in the mainland, and example.com is not filed",
    );
    expect(render("zh", "icp-dns-record", { ...params, state: "unfiled" })).toBe(
      "www.example.com 解析到中国内地 cn-hangzhou 的 web（弹性公网IP），而 example.com 未备案",
    );
  });

  it.each(LANGUAGES)("shows an unknown lookup value as it is, in %s", (language) => {
    const text = render(language, "icp-server-removed.deleted", {
      server: "web",
      apex: "example.com",
      change: "moved",
    });
    expect(text).toContain("moved");
  });

  it("adds in brackets what there is to add", () => {
    const params = { operation: "cdn:CheckCdnDomainICP", at: "2026-11-25T04:00:00Z" };
    const said = (language: "en" | "zh", more: object = {}) =>
      render(language, "doubt.cloud-failed", { ...params, ...more });
    const code = "Some.Code";
    expect([said("en"), said("en", { code })]).toEqual([
      "cdn:CheckCdnDomainICP failed (asked 2026-11-25T04:00:00Z)",
      "cdn:CheckCdnDomainICP (Some.Code) failed (asked 2026-11-25T04:00:00Z)",
    ]);
    expect([said("zh"), said("zh", { code })]).toEqual([
      "cdn:CheckCdnDomainICP 出错（查询于 2026-11-25T04:00:00Z）",
      "cdn:CheckCdnDomainICP（Some.Code）出错（查询于 2026-11-25T04:00:00Z）",
    ]);
    expect(said("en", { code: "a\n::error::b" })).toContain("(a : :error::b) failed");
  });

  it("leaves a parameter that is not given, and YAML in braces", () => {
    expect(render("en", "doubt.secret")).toBe("{property} is a secret");
    expect(render("zh", "remedy.get-licence", { file: "icp.yaml" })).toContain("{ licence: … }");
  });

  it("shows values as they are, placeholders in them included", () => {
    expect(render("en", "icp-register.unreadable", { reason: "{reason} $& {kind|kind}" })).toBe(
      "The register cannot be used: {reason} $& {kind|kind}",
    );
  });
});
