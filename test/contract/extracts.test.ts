/** What is said of a plan is said of its extract, to the byte: of plans alone, joined, and with extracts among them. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { extractOf, extractsOf } from "../../src/plan/extract";
import { extractText } from "../../src/plan/extract-file";
import type { Plan } from "../../src/plan/plan";
import { joinParts, readParts, readPlan } from "../../src/plan/read";
import type { ReadPart } from "../../src/plan/read/part";
import type { Language } from "../../src/messages";
import type { Register } from "../../src/register/register";
import { openRegister } from "../../src/register/open";
import { reportOf } from "../../src/report/report";
import { exampleFolder, exampleNames } from "../examples/examples";
import { folderOf, previewFiles, registerOf, stackNames } from "../stacks/stacks";
import { TODAY } from "../support/rule-tester";
import { corpus, type Sample } from "./worlds/corpus";
import { planFrom } from "./worlds/plan-data";

/** A part as it comes back from the file of its extract. */
const through = (read: ReadPart): readonly ReadPart[] =>
  readParts(Buffer.from(extractText([extractOf(read)])), read.part.source);

/** All that is reported, as JSON; of each plan but the file that it was read from. */
function reported(plan: Plan, register: Register, language: Language): string {
  const report = reportOf(judge(plan, { register, today: TODAY }), { language, showSatisfied: true });
  return JSON.stringify({ ...report, plans: report.plans.map(({ source: _, ...one }) => one) });
}

const reportedTwice = (parts: readonly ReadPart[], register: Register): readonly string[] =>
  (["en", "zh"] as const).map((language) => reported(joinParts(parts), register, language));

const alone = [
  ...stackNames.map((name) => ({
    name: `stack ${name}`,
    files: previewFiles(name).map((file) => `${folderOf(name)}/${file}`),
    register: () => registerOf(name),
  })),
  ...exampleNames.map((name) => ({
    name: `example ${name}`,
    files: [`${exampleFolder(name)}/preview.json`],
    register: () => openRegister({ env: {}, startFolders: [exampleFolder(name)], today: TODAY }),
  })),
];
const captured = [
  ...alone,
  {
    name: "all of these together",
    files: alone.flatMap(({ files }) => files),
    register: () => openRegister({ env: {}, startFolders: [exampleFolder("company-site")], today: TODAY }),
  },
];

describe.each(captured)("the extract of $name", ({ files, register }) => {
  const parts = files.map((file) => readPlan(readFileSync(file), file));

  it("is judged as the plan", () => {
    expect(reportedTwice(parts.flatMap(through), register())).toEqual(reportedTwice(parts, register()));
  });

  it("is judged as the plan beside plans", () => {
    const [first, ...others] = parts;
    expect(reportedTwice([...(first ? through(first) : []), ...others], register())).toEqual(
      reportedTwice(parts, register()),
    );
  });

  it("is judged as the plans from one file", () => {
    const both = readParts(Buffer.from(extractText(parts.map(extractOf))), "both.icp.json");
    expect(reportedTwice(both, register())).toEqual(reportedTwice(parts, register()));
  });
});

describe("extracts of the plans of the suite", { timeout: 120_000 }, () => {
  let samples: readonly (Sample & { readonly whole: Plan })[] = [];

  beforeAll(async () => {
    samples = (await corpus("all")).map((sample) => ({ ...sample, whole: planFrom(asRead(sample.plan)) }));
  }, 120_000);

  /** As readers make parts: a part that stands alone, and one of a pack, is in no file. */
  const asRead = (plan: Sample["plan"]): Sample["plan"] => ({
    ...plan,
    parts: plan.parts.map((part) => ({
      ...part,
      id: `${part.project}/${part.stack}`,
      isolated: false,
      tellsIds: true,
    })),
  });

  const turned = (plan: Sample["plan"]): Sample["plan"] => ({ ...plan, resources: plan.resources.toReversed() });

  const back = (plan: Plan): Plan =>
    joinParts(readParts(Buffer.from(extractText(extractsOf(plan))), "x.icp.json"), plan.options);

  it("are judged as they are", () => {
    const unlike = samples.filter(({ whole, register }, at) => {
      const language = at % 2 === 0 ? "en" : "zh";
      return reported(whole, register, language) !== reported(back(whole), register, language);
    });
    expect(unlike.map(({ name }) => name)).toEqual([]);
    expect(samples.length).toBeGreaterThan(900);
  });

  it("are their own extracts", () => {
    const unlike = samples.filter(
      ({ whole }) => extractText(extractsOf(whole)) !== extractText(extractsOf(back(whole))),
    );
    expect(unlike.map(({ name }) => name)).toEqual([]);
  });

  it("are the same in whatever order resources come", () => {
    const unlike = samples.filter(
      ({ plan, whole }) => extractText(extractsOf(whole)) !== extractText(extractsOf(planFrom(turned(asRead(plan))))),
    );
    expect(unlike.map(({ name }) => name)).toEqual([]);
  });
});
