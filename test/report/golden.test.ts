/** What every format makes of every example, in every language, as files: a change of a format shows as what it changes. */
import { describe, expect, it } from "vitest";
import { FILE_OPTIONS } from "../../src/library/formats";
import { LANGUAGES } from "../../src/messages";
import { formats, type FormatName } from "../../src/report";
import { reportOf } from "../../src/report/report";
import { exampleNames, judgeExample } from "../examples/examples";

/** The endings of the files, by which editors know them. */
const ENDINGS: Partial<Record<FormatName, string>> = {
  sarif: "sarif.json",
  junit: "xml",
  gitlab: "json",
  markdown: "md",
  csv: "csv",
};

/** The report itself is held by its schema, and by the formats that are made of it. */
const LEFT_OUT: readonly string[] = ["json"];

const names = (Object.keys(formats) as FormatName[]).filter((name) => !LEFT_OUT.includes(name));

describe.each(exampleNames)("the example %s", (example) => {
  it.each(names.flatMap((name) => LANGUAGES.map((language) => [name, language] as const)))(
    "as %s in %s",
    async (name, language) => {
      const { tool, ...rest } = reportOf(judgeExample(example), { language });
      // A release changes none of them.
      const report = { ...rest, tool: { ...tool, version: "0.0.0" } };
      const file = `golden/${example}/${name}.${language}.${ENDINGS[name] ?? "txt"}`;
      await expect(formats[name](report, { ...FILE_OPTIONS, language })).toMatchFileSnapshot(file);
    },
  );
});
