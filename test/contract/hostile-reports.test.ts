/**
 * Whoever hands over a saved report chooses every text in it. Whatever stands there, a format shows it as text: nothing
 * steers what reads it, and no link leads anywhere but to the project and to the sources that the report names.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { FILE_OPTIONS } from "../../src/library/formats";
import { LANGUAGES } from "../../src/messages";
import { formats, type FormatName } from "../../src/report";
import { HOMEPAGE } from "../../src/report/links";
import { reportOf } from "../../src/report/report";
import { reportSchema } from "../../src/report/schema";
import type { Report } from "../../src/report/types";
import { gfmParser } from "../report/gfm-parser";
import { BY_LINE, forgedIn, HOSTILE, wrongIn } from "../support/harmless";
import { planOf } from "../support/plan";
import { register, TODAY } from "../support/rule-tester";
import { cdn, web } from "../support/stacks";

const LINK = '](https://evil.example/a) ![b](https://evil.example/b) "><img src="https://evil.example/c">';
const GOOD = "https://docs.example.org/";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A report of everything, as it is read from a file. */
function whole(): Report {
  const declared = register(
    [
      "filings: [{ domain: example.net, status: active, accessProviders: [{ name: aliyun }] }]",
      'accounts: [{ id: "1234567890", site: china }]',
      "apps: [{ name: Shop, hosts: [app.example.org], status: active }]",
      'waivers: [{ rule: icp-cdn-coverage, resource: "*::other", reason: moving, until: 2026-12-31 }]',
    ].join("\n"),
  );
  const plan = planOf([...web, cdn("site"), cdn("other", { domainName: "www.other.cn" })], { missing: 2 });
  const report = reportOf(judge(plan, { register: declared, today: TODAY }), { language: "en", showSatisfied: true });
  return JSON.parse(JSON.stringify(report)) as Report;
}

/** Every text of a value, with the path to it. */
function textsIn(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === "string") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

function withText(value: Json, [key, ...rest]: readonly string[], change: (text: string) => string): Json {
  if (key === undefined) return change(value as string);
  const copy = (Array.isArray(value) ? [...(value as Json[])] : { ...(value as object) }) as Record<string, Json>;
  copy[key] = withText(copy[key] ?? "", rest, change);
  return copy;
}

/** Words that the schema lists are those alone: a report with another one is refused before any format sees it. */
function isFree(report: Json, path: readonly string[]): boolean {
  const { error } = reportSchema.safeParse(withText(report, path, (text) => text + HOSTILE));
  return !error?.issues.some(({ code }) => code === "invalid_value");
}

let parse: (markdown: string) => string;
beforeAll(async () => {
  parse = await gfmParser();
});

/** Where a text leads, as its readers find it. */
function linksIn(text: string, format: FormatName): readonly string[] {
  const inHtml = (html: string): string[] =>
    Array.from(html.matchAll(/<[a-z][^>]*?\s(?:href|src)="([^"]*)"/g), ([, link = ""]) => link);
  if (format === "html") return inHtml(text);
  if (format === "markdown") return inHtml(parse(text));
  if (format === "text") return Array.from(text.matchAll(/\u001b\]8;;([^\u001b]+)\u001b\\/g), ([, link = ""]) => link);
  if (format !== "sarif") return [];
  const { runs } = JSON.parse(text) as {
    runs: { tool: { driver: { rules: { helpUri: string; help: { markdown: string } }[] } } }[];
  };
  return runs.flatMap(({ tool }) =>
    tool.driver.rules.flatMap(({ helpUri, help }) => [helpUri, ...inHtml(parse(help.markdown))]),
  );
}

describe("a hostile report", () => {
  const report = whole();
  const paths = textsIn(report as unknown as Json).filter((path) => isFree(report as unknown as Json, path));
  const hostile = (change: (text: string, path: readonly string[]) => string): Report =>
    paths.reduce<Json>(
      (before, path) => withText(before, path, (text) => change(text, path)),
      report as unknown as Json,
    ) as unknown as Report;

  it("has a hostile text wherever one may stand", () => {
    const shapes = new Set(paths.map((path) => path.map((key) => (/^\d+$/.test(key) ? "0" : key)).join(".")));
    for (const shape of ["rules.0.page", "rules.0.link", "rules.0.statements.0.url", "register.filings.0.domain"])
      expect(shapes).toContain(shape);
    expect(shapes.size).toBeGreaterThan(60);
  });

  describe.each(Object.keys(formats) as FormatName[])("in the format %s", (format) => {
    const written = (of: Report): readonly string[] =>
      LANGUAGES.map((language) =>
        formats[format](of, {
          ...FILE_OPTIONS,
          links: true,
          width: 60,
          language,
          show: { satisfied: true, waived: true },
        }),
      );

    it("is text", () => {
      for (const text of written(hostile((one) => one + HOSTILE))) {
        const shown = text.replace(/\u001b\]8;;[^\u001b\u0007]*\u001b\\/g, "");
        expect(wrongIn(shown, format).map((line) => JSON.stringify(line))).toEqual([]);
        if (BY_LINE.includes(format)) expect(forgedIn(shown)).toEqual([]);
      }
    });

    it("leads nowhere", () => {
      for (const change of [(one: string): string => one + LINK, (): string => `javascript:alert(1)${LINK}`]) {
        for (const text of written(hostile(change))) {
          const links = linksIn(text, format);
          expect(links.filter((link) => !link.startsWith("#") && !link.startsWith(`${HOMEPAGE}/`))).toEqual([]);
          expect(links.filter((link) => /evil|\.\./.test(link))).toEqual([]);
        }
      }
    });

    it("leads to no other page than those of the documentation", () => {
      const climbing = hostile((one, path) => (path.at(-1) === "page" ? "docs/../../../../evil/evil/rules.md" : one));
      for (const text of written(climbing)) expect(linksIn(text, format).join(" ")).not.toContain("evil");
    });
  });

  it("leads to the sources that it names", () => {
    const sourced = hostile((one, path) => (path.at(-1) === "url" ? GOOD : one));
    const text = formats.html(sourced, {
      colour: false,
      width: 60,
      language: "en",
      quiet: false,
      failOn: "mandatory",
      folder: "",
      show: { satisfied: true, waived: true },
    });
    expect(linksIn(text, "html")).toContain(GOOD);
  });
});
