/** Each page for users is there in English and in Chinese, and both say the same: headings, code and links. */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import provinces from "../../data/provinces.json";
import { chineseWordsOf, TERMS, wrongWordsIn } from "../support/glossary";
import { chineseIn, englishIn } from "../support/prose";
import {
  anchorOf,
  CHINESE_PAGES,
  ENGLISH_PAGES,
  englishOf,
  leadsTo,
  pageOf,
  readPage,
  ROOT,
  twinOf,
  withoutComments,
  type Page,
} from "./pages";

/** Chinese that an English page may hold, by what it is. What stands in brackets is a word's Chinese, and may be anything. */
const CHINESE_NAMES: readonly string[] = [
  ...TERMS.flatMap(chineseWordsOf),
  // A document and a list that have no English name.
  ...["信管〔2023〕105号", "中国互联网域名体系"],
  // A suffix of domains.
  ...[".政务", ".公益"],
  // The link to the other language.
  ...["简体中文", "中文"],
  // What the number of a filing begins with.
  ...Object.values(provinces.signs).flat(),
  // Words that the register understands.
  ...["備號", "已备案"],
];

/** English that a Chinese page may hold: the column of a glossary, where the words of the other language are the matter. */
const ENGLISH_NAMES: ReadonlySet<string> = new Set(TERMS.map(({ en }) => en));

/** The English in comments of the code of a page, which is for people. The files of a template are shown as they are. */
const strayComments = ({ blocks }: Page): readonly string[] =>
  blocks
    .filter(({ language }) => language !== "js")
    .flatMap(({ code }) =>
      [...code.matchAll(/(?:^|\s)(?:#|\/\/) (?!\S+[:=]\S)(.*)$/gm)].map(([, comment = ""]) => comment),
    )
    .filter((comment) => /\b[a-z]+ [a-z]+\b/.test(comment) && chineseIn(comment).length === 0);

/** The code of a page. Blocks of text are what a program prints, in the language of the page. */
const codeOf = ({ blocks }: Page): readonly string[] =>
  blocks
    .filter(({ language }) => language !== "text")
    .map(
      ({ language, code, notRun }) => `${notRun === undefined ? "" : "not run "}${language}\n${withoutComments(code)}`,
    );

/** Where the links of a page lead, whatever its language: pages by their English path, headings by their number. */
function linksOf({ file, links }: Page): readonly string[] {
  return links
    .map((target) => {
      const { path, anchor } = leadsTo(file, target);
      const isFolder = existsSync(join(ROOT, path)) && statSync(join(ROOT, path)).isDirectory();
      const page = isFolder ? join(path, "README.md") : path;
      if (anchor === undefined || !page.endsWith(".md")) return englishOf(page);
      return `${englishOf(page)}#${readPage(page).headings.findIndex(({ text }) => anchorOf(text) === anchor)}`;
    })
    .sort();
}

/** The Chinese of an English page that is no name and no word's Chinese in brackets. */
const strayChinese = ({ prose }: Page): readonly string[] =>
  prose.filter((piece) => {
    const rest = CHINESE_NAMES.toSorted((a, b) => b.length - a.length).reduce(
      (left, name) => left.replaceAll(name, ""),
      piece.replace(/\([^()]*\)/g, ""),
    );
    return chineseIn(rest).length > 0;
  });

const strayEnglish = ({ prose }: Page): readonly string[] =>
  prose.filter((piece) => !ENGLISH_NAMES.has(piece) && englishIn(piece).length > 0);

it("every page for users has its twin, and there is no other Chinese page", () => {
  expect(CHINESE_PAGES.toSorted()).toEqual(ENGLISH_PAGES.map(twinOf).sort());
  expect(ENGLISH_PAGES.length).toBeGreaterThan(80);
});

describe.each(ENGLISH_PAGES)("%s and its twin", (file) => {
  const en = readPage(file);
  const zh = readPage(twinOf(file));

  it("have the same headings in number and level", () => {
    expect(zh.headings.map(({ level }) => level)).toEqual(en.headings.map(({ level }) => level));
  });

  it("have the same code, comments and output aside", () => {
    expect(codeOf(zh)).toEqual(codeOf(en));
  });

  it("have the same links, each to the pages of its language", () => {
    expect(linksOf(zh)).toEqual(linksOf(en));
    const across = (page: Page) =>
      page.links.filter((target) => {
        const { path } = leadsTo(page.file, target);
        const isOther = page === en ? englishOf(path) !== path : existsSync(join(ROOT, twinOf(path)));
        return isOther && path.endsWith(".md") && englishOf(path) !== file;
      });
    expect([across(en), across(zh)]).toEqual([[], []]);
  });

  it("are each in one language", () => {
    expect(strayChinese(en)).toEqual([]);
    expect(strayEnglish(zh)).toEqual([]);
    expect(strayComments(zh)).toEqual([]);
  });

  it("use the words of the glossary", () => {
    expect(wrongWordsIn(zh.text)).toEqual([]);
  });
});

it("tells a page from one that says something else", () => {
  const page = pageOf(
    "docs/a.md",
    "# A\n\nSee [b](start.md) and 注册表.\n\n```sh\nls # 说明\n```\n\n- 域名 is (备案) `x`\n\n```text\nout\n```\n",
  );
  expect(page.headings).toEqual([{ level: 1, text: "A" }]);
  expect(codeOf(page)).toEqual(["sh\nls\n"]);
  expect(linksOf(page)).toEqual(["docs/start.md"]);
  expect(strayChinese(page)).toEqual(["See b and 注册表."]);
  expect(strayComments(pageOf("docs/zh/a.md", "```ts\nf(); // no filing\ng(); // 未备案\n```\n"))).toEqual([
    "no filing",
  ]);
  expect(strayEnglish(pageOf("docs/zh/a.md", "本页 says nothing in Chinese"))).toEqual([
    "本页 says nothing in Chinese",
  ]);
  expect(wrongWordsIn(page.text)).toEqual(["注册表: 备案台账"]);
});
