/** What every format makes of every example, in every language, as files: a change of a format shows as what it changes. */
import { describe, expect, it } from "vitest";
import { FILE_OPTIONS } from "../../src/library/formats";
import { LANGUAGES } from "../../src/messages";
import { formats, type FormatName } from "../../src/report";
import { reportOf } from "../../src/report/report";
import type { Judged } from "../../src/judge";
import { judgeStack } from "../stacks/stacks";
import { exampleNames, judgeExample } from "../examples/examples";

/** The endings of the files, by which editors know them. */
const ENDINGS: Partial<Record<FormatName, string>> = {
  sarif: "sarif.json",
  junit: "xml",
  gitlab: "json",
  markdown: "md",
  html: "html",
  csv: "csv",
};

/** The report itself is held by its schema, and by the formats that are made of it. */
const LEFT_OUT: readonly string[] = ["json"];

/** A page without what is the same in all of them, and its hashes. */
const withoutCode = (page: string): string =>
  page.replace(/(<(style|script)>)[^]*?(<\/\2>)/g, "$1…$3").replace(/sha256-[\w+/=]+/g, "sha256-…");

const names = (Object.keys(formats) as FormatName[]).filter((name) => !LEFT_OUT.includes(name));

/** Stacks that are judged together: their reports tell which is which. */
const TOGETHER = ["dnat-literal"];

const judgements: readonly (readonly [name: string, judged: () => Judged])[] = [
  ...exampleNames.map((name) => [name, () => judgeExample(name)] as const),
  ...TOGETHER.map((name) => [name, () => judgeStack(name)] as const),
];

describe.each(judgements)("what is found in %s", (example, judged) => {
  it.each(names.flatMap((name) => LANGUAGES.map((language) => [name, language] as const)))(
    "as %s in %s",
    async (name, language) => {
      const { tool, ...rest } = reportOf(judged(), { language });
      // A release changes none of them.
      const report = { ...rest, tool: { ...tool, version: "0.0.0" } };
      const file = `golden/${example}/${name}.${language}.${ENDINGS[name] ?? "txt"}`;
      const text = formats[name](report, { ...FILE_OPTIONS, language });
      await expect(name === "html" ? withoutCode(text) : text).toMatchFileSnapshot(file);
    },
  );
});
