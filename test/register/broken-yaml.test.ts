import { expect, it } from "vitest";
import { registers } from "../../src/messages/en/registers";
import { isMessageId, render } from "../../src/messages";
import { errorOf, load, start } from "./loading";

/** What is said of YAML that is broken, by the text of the register's third line and on. */
const BROKEN: Readonly<Record<string, readonly string[]>> = {
  "unclosed-quote": ['words: "a\n', "words: 'a\n", 'words: "a\nb"\n'],
  "unclosed-bracket": ["words: [a\n", "words: {a\n", "words: [\n- a\n]\n", "words: [a\n- b\n]\n"],
  "no-comma": ['words: ["a" "b"]\n'],
  "no-colon": ["filings\n", "words:- a\n", "words: |\n a\n  b\nc\n"],
  "no-dash": ["filings:\n  - domain: a\n   status: b\n"],
  "no-gap": ['words: "a"#c\n', 'words: ["a"#c\n]\n'],
  "spare-comma": ["words: [a,, b]\n", "words: [,a]\n"],
  ALIAS_PROPS: ["words: &a *a\n"],
  BAD_ALIAS: ["words: *\n"],
  BAD_DQ_ESCAPE: [String.raw`words: "\q"`],
  BAD_INDENT: ["words:\n  - a\n  b\n", "words:\n  - a\n  b: c\n", "words:\n  - a\n - b\n"],
  BAD_SCALAR_START: ["words: @x\n", "words: %x\n", "words: `x\n"],
  BLOCK_AS_IMPLICIT_KEY: ["a: b: c\n", "words: - a\n"],
  BLOCK_IN_FLOW: ["words: [a b: c d: e]\n"],
  KEY_OVER_1024_CHARS: [`${"a".repeat(1100)}: b\n`],
  MULTILINE_IMPLICIT_KEY: ["filings\nwords: []\n", "a\n b: c\n"],
  MULTIPLE_ANCHORS: ["words: &a &b c\n"],
  MULTIPLE_TAGS: ["words: !!str !!int a\n"],
  UNEXPECTED_TOKEN: ["words: []]\n", 'words: "a" b\n'],
};
const cases = Object.entries(BROKEN).flatMap(([code, texts]) => texts.map((text) => [code, text] as const));

it.each(cases)("%s: %j", (code, text) => {
  const error = errorOf(() => load(start + text));
  const id = `yaml.${code}`;
  if (!isMessageId(id)) throw new Error(`no text ${id}`);
  const [english = "", ...more] = error.said("en");
  expect(english).toMatch(/^icp\.yaml:\d: is not valid YAML: /);
  expect(english).toContain(render("en", id));
  expect(more).toEqual([]);
  expect(error.said("zh").join()).toContain(`不是有效的 YAML：${render("zh", id)}`);
});

it("a detail is told wherever the library tells one", () => {
  const details = Object.keys(registers).filter((id) => /^yaml\.[a-z-]+$/.test(id));
  expect(details.filter((id) => !(id.replace("yaml.", "") in BROKEN))).toEqual([]);
});
