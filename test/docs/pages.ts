/** The pages of the documentation, taken apart: headings, blocks of code, links, and the prose between them. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The top of the repository. */
export const ROOT = resolve(__dirname, "../..");

/** A fenced block. */
export interface Block {
  readonly language: string;
  readonly code: string;
  /** The line of its opening fence, from 1. */
  readonly line: number;
  /** Why it is not run: the comment directly above it. */
  readonly notRun?: string;
  /** Whether nothing but empty lines stands between it and the block above. */
  readonly directly: boolean;
}

/** A page, by its path from the top. */
export interface Page {
  readonly file: string;
  readonly text: string;
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  readonly blocks: readonly Block[];
  /** The targets of its links and pictures, as they are written. */
  readonly links: readonly string[];
  /** Its text as a reader sees it, a piece each: paragraphs, headings, items, cells of tables. Code keeps its backticks. */
  readonly prose: readonly string[];
}

const FENCE = /^( *)(`{3,})(\w*)[^\n]*\n(.*?)^\1\2 *$/gms;
const NOT_RUN = /<!-- not run: (.*?) -->\n\s*$/;

function blocksOf(text: string): readonly Block[] {
  let end = 0;
  let first = true;
  return [...text.matchAll(FENCE)].map(({ 0: whole, 1: indent = "", 3: language = "", 4: code = "", index }) => {
    const between = text.slice(end, index);
    const notRun = NOT_RUN.exec(between)?.[1];
    const block: Block = {
      language,
      code: code.replace(new RegExp(`^${indent}`, "gm"), ""),
      line: text.slice(0, index).split("\n").length,
      directly: !first && between.trim() === "",
      ...(notRun === undefined ? {} : { notRun }),
    };
    end = index + whole.length;
    first = false;
    return block;
  });
}

/** A page without its blocks and comments. */
const bare = (text: string): string => text.replace(FENCE, "").replace(/<!--.*?-->/gs, "");

/** The text of a line: without the marks of headings, items, quotes and emphasis, and links as what they show. */
const plain = (line: string): string =>
  line
    .replace(/^\s*(?:#+|[-*]|\d+\.|>)\s+/, "")
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, "$1")
    .replace(/\*\*|(?<!\S)_|_(?!\S)/g, "")
    .trim();

function proseOf(text: string): readonly string[] {
  const cells = (line: string): readonly string[] =>
    line.startsWith("|") ? line.slice(1, -1).split(/(?<!\\)\|/) : [line];
  return bare(text)
    .split("\n")
    .filter((line) => !/^\|[\s|:-]+\|$/.test(line))
    .flatMap(cells)
    .map(plain)
    .filter((piece) => piece !== "");
}

/** Takes a page apart. */
export function pageOf(file: string, text: string): Page {
  const rest = bare(text);
  return {
    file,
    text,
    headings: [...rest.matchAll(/^(#+) +(.*?) *$/gm)].map(([, marks = "", heading = ""]) => ({
      level: marks.length,
      text: heading,
    })),
    blocks: blocksOf(text),
    links: [...rest.replace(/`[^`\n]*`/g, "``").matchAll(/\]\(<?([^)\s>]+)>?\)/g)].map(([, target = ""]) => target),
    prose: proseOf(text),
  };
}

/** Reads a page and takes it apart. */
export const readPage = (file: string): Page => pageOf(file, readFileSync(join(ROOT, file), "utf8"));

/** The paths of all pages in a folder and below it, from the top, sorted. */
const pagesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules")
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? pagesIn(path) : path.endsWith(".md") ? [path] : [];
    })
    .sort();

/** Pages that only maintainers read, and why they are in English only. */
const MAINTAINERS: Readonly<Record<string, string>> = {
  "ARCHITECTURE.md": "it is for who changes the code",
  "CONTRIBUTING.md": "it is for who changes the code",
  "CHANGELOG.md": "it is written with each change, by who makes it",
  "docs/releasing.md": "it is for who releases the package",
};

/** Where the Chinese twin of an English page stands. */
export const twinOf = (file: string): string =>
  file.startsWith("docs/") ? file.replace(/^docs\//, "docs/zh/") : file.replace(/\.md$/, ".zh.md");

/** Where the English page of a Chinese one stands; an English page's own path. */
export const englishOf = (file: string): string => file.replace(/^docs\/zh\//, "docs/").replace(/\.zh\.md$/, ".md");

/** All pages for users, and those of maintainers, in both languages. */
const top = readdirSync(ROOT).filter((name) => name.endsWith(".md"));
const ALL_PAGES: readonly string[] = [...top, ...["docs", "examples", "templates"].flatMap(pagesIn)];

/** The English pages that users read. */
export const ENGLISH_PAGES: readonly string[] = ALL_PAGES.filter(
  (file) => englishOf(file) === file && !(file in MAINTAINERS),
);

/** The Chinese pages. */
export const CHINESE_PAGES: readonly string[] = ALL_PAGES.filter((file) => englishOf(file) !== file);

/** Where a link of a page leads, from the top; an address elsewhere as it is. The anchor is apart. */
export function leadsTo(page: string, target: string): { readonly path: string; readonly anchor?: string } {
  if (/^[a-z][a-z+.-]*:/i.test(target)) return { path: target };
  const [path = "", anchor] = decodeURI(target).split("#");
  return { path: path === "" ? page : join(dirname(page), path), ...(anchor === undefined ? {} : { anchor }) };
}

/** The anchor of a heading, as GitHub makes it. */
export const anchorOf = (heading: string): string =>
  plain(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

/** Code without comments, which are for people: each language has its own. */
export const withoutComments = (code: string): string =>
  code.replace(/(^|\s)(?:#|\/\/) .*$/gm, "$1").replace(/ +$/gm, "");
