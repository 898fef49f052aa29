import { beforeAll, describe, expect, it } from "vitest";
import { clipped, fenced, htmlText, markdownProse, markdownText } from "../../src/report/gfm";
import { gfmParser } from "./gfm-parser";

/** Texts that are something else where they are not escaped. */
const MARKED: readonly string[] = [
  "@user and @org/team",
  "#12, GH-12 and !12",
  "org/repo#12",
  "http://evil.example/a?b=c and https://evil.example",
  "www.evil.example and WWW.evil.example",
  "mail me@evil.example or mailto:me@evil.example",
  "<img src=x onerror=alert(1)>",
  "</details></summary><!-- --> <?x?> <![CDATA[x]]>",
  "<https://evil.example>",
  "a | b | c",
  "|",
  "```",
  "~~~",
  "``` `` `",
  "[a](b) ![a](b) [a][b] [a]: b",
  "[^1] and [^1]: note",
  "*a* _b_ **c** __d__ ~~e~~ ***",
  "&amp; &lt;b&gt; &#64;user",
  "$a$ and $$b$$ and $`c`$",
  "back\\slash\\",
  "# heading",
  "> quote",
  "- item",
  "+ item",
  "* item",
  "1. item",
  "2) item",
  "- [x] task",
  "---",
  "===",
  ": --- |",
];

let parse: (markdown: string) => string;
beforeAll(async () => {
  parse = await gfmParser();
});

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };
const textOf = (html: string): string =>
  html.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity).replaceAll("\u200b", "");
/** What GitHub looks for in what is shown. */
const REFERENCES = /@\w|[#!]\d|GH-\d|:\/\//i;

describe.each(MARKED)("%s", (text) => {
  it("is text in a paragraph, an item, a cell, and HTML", () => {
    const escaped = markdownText(text);
    const paragraph = /^<p>(.*)<\/p>$/s.exec(parse(escaped))?.[1] ?? "";
    expect(textOf(paragraph)).toBe(text);
    expect(paragraph).not.toMatch(REFERENCES);
    expect(textOf(parse(`- ${escaped}`))).toBe(`<ul>\n<li>${text}</li>\n</ul>`);
    expect(textOf(parse(`| a | b |\n| --- | --- |\n| ${escaped} | c |`))).toContain(
      `<tr>\n<td>${text}</td>\n<td>c</td>\n</tr>\n</tbody>`,
    );
    const html = parse(`<details><summary>${htmlText(text)}</summary>`).replaceAll("&#8203;", "\u200b");
    expect(textOf(html)).toBe(`<details><summary>${text}</summary>`);
    expect(html).not.toMatch(REFERENCES);
  });

  it("is text in a fence", () => {
    const html = parse(fenced([text, "end"]).join("\n"));
    expect(textOf(html)).toBe(`<pre><code>${text}\nend\n</code></pre>`);
  });
});

it("leaves the code of our own texts", () => {
  expect(parse(markdownProse("`a_b` is *not* `c`"))).toBe("<p><code>a_b</code> is *not* <code>c</code></p>");
});

it("cuts between characters", () => {
  expect(clipped("abcdef", 6)).toBe("abcdef");
  expect(clipped("abcdef", 4)).toBe("abc…");
  expect(clipped("ab😀def", 4)).toBe("ab…");
});
