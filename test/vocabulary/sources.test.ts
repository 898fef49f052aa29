/** What is known is said in both languages, and each source is one that there is, dated as far as it is, and used. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import excluded from "../../data/excluded-types.json";
import glossary from "../../data/glossary.json";
import data from "../../data/sources.json";
import statements from "../../data/statements.json";
import { factRows } from "../../src/cli/catalogue";
import { LANGUAGES } from "../../src/messages";
import { ADDRESS } from "../../src/report/links";
import { kindsSource, KINDS } from "../../src/vocabulary/kinds";
import { sourcesText } from "../../src/vocabulary/sources";
import { sourcedOf, statementOf } from "../../src/vocabulary/statements";

interface Said {
  readonly en: string;
  readonly zh: string;
}

const ids = Object.keys(statements.statements);
const texts: readonly (readonly [string, Said])[] = [
  ...Object.entries(statements.statements),
  ...Object.entries(data.sources),
  ...excluded.reasons.map(({ reason }, at) => [`reason ${at}`, reason] as const),
];

/** The ids that data files name as sources or read. Files that a script writes say themselves where they come from. */
const GENERATED = ["witnesses.json", "holding-types.json", "index-types.json", "kept-properties.json"];
const named = readdirSync("data")
  .filter((file) => !GENERATED.includes(file) && file !== "sources.json")
  .flatMap((file) => idsNamed(JSON.parse(readFileSync(join("data", file), "utf8"))));
const all = new Set([...named, kindsSource.source, ...Object.values(KINDS).flatMap(({ source }) => [...source])]);

function idsNamed(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "source" || key === "reads" ? [inner as string | readonly string[]].flat() : idsNamed(inner),
  );
}

describe.each(texts)("%s", (_, { en, zh }) => {
  it("is a sentence in English, without the marks of notes", () => {
    expect(en).toMatch(/\p{L}{2}/u);
    expect(en).not.toMatch(/[→≥≤≠⇒↔…~]|\s=\s/);
  });

  it("is said in Chinese, with the words of the glossary", () => {
    // Names and code apart, no run of English words.
    const plain = zh.replace(/《[^》]*》|（[^）]*）/g, "");
    expect(zh).toMatch(/\p{Script=Han}{2}/u);
    expect(plain).not.toMatch(/\b(?:[a-z]{2,}\s+){2}[a-z]{2,}\b/);
    expect(zh).not.toMatch(/\b(?:the|and|with|must|needs?|filing)\b/);
    expect(zh).not.toMatch(/[,;?!]\s|[\p{Script=Han}][,;:]/u);
    const instead = glossary.terms.flatMap((term) => term.instead ?? []);
    expect(instead.filter((word) => zh.includes(word))).toEqual([]);
  });
});

it("has the ends of no sentence: what quotes it puts them", () => {
  expect(
    ids.filter((id) => LANGUAGES.some((language) => /[.。]$/.test(statementOf(id, language)?.text ?? "."))),
  ).toEqual([]);
});

describe("every source", () => {
  it("that is named is there, or is a statement", () => {
    const known = new Set([...ids, ...Object.keys(data.sources)]);
    expect([...all].filter((id) => !known.has(id))).toEqual([]);
  });

  it("that is there is named", () => {
    expect(Object.keys(data.sources).filter((id) => !all.has(id))).toEqual([]);
  });

  it.each(Object.entries(data.sources))(
    "%s has a day as far as it says one, and an address that can be linked",
    (_, source) => {
      expect(source.date ?? "2026").toMatch(/^20\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/);
      expect((source.date ?? "") <= data.asOf).toBe(true);
      if ("url" in source) {
        expect(source.url).toMatch(ADDRESS);
        expect(new URL(source.url).href).toBe(source.url);
      }
    },
  );

  it("can be told by its name and day", () => {
    const labels = Object.values(data.sources).map(({ en, date }) => `${en} ${date}`);
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([]);
  });
});

describe("a statement", () => {
  it.each(LANGUAGES)("has a text and sources in %s", (language) => {
    const lacking = ids.filter((id) => {
      const statement = statementOf(id, language);
      return !statement?.text || statement.source === "" || statement.sources.length === 0;
    });
    expect(lacking).toEqual([]);
  });

  it("has the day and the address of its first source", () => {
    expect(statementOf("F-20", "en")).toMatchObject({
      source: "WAF 3.0: help page 378299, on CNAME access",
      date: "2026-03-31",
      url: "https://www.alibabacloud.com/help/doc-detail/378299",
    });
    const several = statementOf("F-16", "en");
    expect(several?.source).toBe(several?.sources.map(({ name }) => name).join("; "));
    expect([several?.date, several?.url]).toEqual([several?.sources[0]?.date, several?.sources[0]?.url]);
    expect(statementOf("F-0", "en")).toBeUndefined();
  });

  it("that reads others says which, and is as old as they were read", () => {
    expect(statementOf("C1", "en")).toMatchObject({
      source: "how this tool reads S0-01, S1-02, S1-24, S2-12",
      date: statements.asOf,
    });
    expect(statementOf("C1", "zh")?.source).toBe("本工具对 S0-01、S1-02、S1-24、S2-12 的解读");
  });

  it("whose source has no day is said to be undated", () => {
    const undated = statementOf("S0-01", "en");
    expect(undated?.date).toBeNull();
    expect(sourcesText(undated?.sources ?? [], "en")).toMatch(/, undated$/);
    expect(sourcesText(statementOf("S0-01", "zh")?.sources ?? [], "zh")).toMatch(/，未注明日期$/);
  });
});

describe("a row of data", () => {
  it("names statements by their ids, with their days", () => {
    expect(sourcedOf(["C3", "F-33"], "zh")).toEqual({
      source: "C3；F-33",
      date: "2026-11-22",
      sources: [
        { name: "C3", date: "2026-11-22" },
        { name: "F-33", date: "2024-05", url: "https://github.com/goplus/builder/issues/468" },
      ],
    });
  });

  it("says nothing in English in Chinese but names and code", () => {
    const english = factRows("zh").filter(({ says, source }) =>
      /\b(?:the|and|with|which|of)\b/.test(`${says} ${source}`.replace(/《[^》]*》|Read the Docs/g, "")),
    );
    expect(english).toEqual([]);
  });
});
