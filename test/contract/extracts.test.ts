/** What is said of a plan is said of its extract, to the byte. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { extractOf } from "../../src/plan/extract";
import { joinParts, readPlan } from "../../src/plan/read";
import { readExtract } from "../../src/plan/read/extract";
import type { ReadPart } from "../../src/plan/read/part";
import { Cursor } from "../../src/plan/read/shape";
import type { Raw } from "../../src/plan/raw";
import { reportOf } from "../../src/report/report";
import { exampleFolder, exampleNames } from "../examples/examples";
import { openRegister } from "../../src/register/open";
import type { Register } from "../../src/register/register";
import { folderOf, previewFiles, registerOf, stackNames } from "../stacks/stacks";
import { TODAY } from "../support/rule-tester";

const through = (read: ReadPart): ReadPart =>
  readExtract(new Cursor(read.part.source, "", JSON.parse(JSON.stringify(extractOf(read))) as Raw));

const reportsOf = (parts: readonly ReadPart[], register: Register) =>
  (["en", "zh"] as const).map((language) =>
    reportOf(judge(joinParts(parts), { register, today: TODAY }), { language, showSatisfied: true }),
  );
const read = (file: string): ReadPart => readPlan(readFileSync(file), file);

describe("an extract is judged as its plan", () => {
  it.each(stackNames)("of the stack %s", (name) => {
    const parts = previewFiles(name).map((file) => read(`${folderOf(name)}/${file}`));
    expect(reportsOf(parts.map(through), registerOf(name))).toEqual(reportsOf(parts, registerOf(name)));
    for (const part of parts) expect(extractOf(through(part))).toEqual(extractOf(part));
  });
  it.each(exampleNames)("of the example %s", (name) => {
    const parts = [read(`${exampleFolder(name)}/preview.json`)];
    const register = openRegister({ env: {}, startFolders: [exampleFolder(name)], today: TODAY });
    expect(reportsOf(parts.map(through), register)).toEqual(reportsOf(parts, register));
  });
});

