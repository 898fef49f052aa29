/** Every relative link of every page leads to a file that is there, and to a heading that it has. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, it } from "vitest";

const root = resolve(__dirname, "../..");
/** What is not written here: installed, built, or kept for another day. */
const NOT_OURS = new Set(["node_modules", "dist", "coverage", ".git", ".cache", ".stryker-tmp", "reports"]);

function pagesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    if (NOT_OURS.has(item.name)) return [];
    const path = join(folder, item.name);
    return item.isDirectory() ? pagesIn(path) : item.name.endsWith(".md") ? [path] : [];
  });
}

/** A page without its code, in which brackets are no links. */
const proseOf = (page: string): string =>
  readFileSync(page, "utf8")
    .replace(/^(`{3,}|~{3,}).*?^\1$/gms, "")
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ""));

/** Where the links of a page lead: those in a line, and those that are named below the text. */
const targetsOf = (prose: string): readonly string[] =>
  [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|^\[[^\]]+\]:\s*<?(\S+?)>?$/gm)].map(
    ([, inLine, below]) => inLine ?? below ?? "",
  );

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (page: string): readonly string[] =>
  [...proseOf(page).matchAll(/^#+ +(.*?) *$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );

/** The links of a text that stands in a folder, as far as they lead nowhere. */
function deadLinks(prose: string, page: string): readonly string[] {
  return targetsOf(prose).filter((target) => {
    if (/^[a-z][a-z+.-]*:/i.test(target)) return false;
    const [path = "", anchor] = decodeURI(target).split("#");
    const file = path === "" ? page : resolve(dirname(page), path);
    if (!existsSync(file)) return true;
    return anchor !== undefined && file.endsWith(".md") && !anchorsOf(file).includes(anchor);
  });
}

const pages = pagesIn(root);

it.each(pages.map((page) => relative(root, page)))("links of %s lead somewhere", (page) => {
  const file = resolve(root, page);
  expect(deadLinks(proseOf(file), file)).toEqual([]);
});

it("finds all pages, and links that lead nowhere", () => {
  expect(pages.map((page) => relative(root, page))).toEqual(expect.arrayContaining(["README.md", "bench/README.md"]));
  const readme = join(root, "README.md");
  const text = [
    "[a](docs/facts.md) [b](docs/nowhere.md) ![c](nowhere.png) [d](#the-register) [e](#nowhere) [f](https://example.com)",
    '[g](docs/register.md#nowhere "title") [h]',
    "",
    "[h]: nowhere/below.md",
  ].join("\n");
  expect(deadLinks(text, readme)).toEqual([
    "docs/nowhere.md",
    "nowhere.png",
    "#nowhere",
    "docs/register.md#nowhere",
    "nowhere/below.md",
  ]);
});
