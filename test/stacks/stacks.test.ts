/** Each stack through each door: the command, and what the pack is told. The process of the pack is in pack.test.ts. */
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { reportOf } from "../../src/report/report";
import { cli } from "../cli/terminal";
import { bothDoors } from "../parity/parity";
import { aboutOf, lines } from "../support/rule-tester";
import {
  expectationOf,
  expectedOf,
  folderOf,
  judgeStack,
  linesFor,
  previewFiles,
  readPreview,
  registerOf,
  stackNames,
  stackOf,
} from "./stacks";

interface Reported {
  readonly findings: readonly {
    readonly rule: string;
    readonly verdict: string;
    readonly hosts: readonly string[];
    readonly apex?: string;
    readonly resources: readonly { readonly name: string }[];
    readonly waived?: true;
  }[];
}

describe.each(stackNames)("%s", (name) => {
  const files = previewFiles(name);

  it("gives exactly the expected findings", () => {
    expect(lines(judgeStack(name)).sort()).toEqual(linesFor("command", expectationOf(name).findings));
  });

  it("says of each expected finding why", () => {
    const { findings, alone = {} } = expectationOf(name);
    for (const { because } of [...findings, ...Object.values(alone).flat()]) expect(because).not.toBe("");
    expect(Object.keys(alone)).toEqual(files.length > 1 ? files.map(stackOf) : []);
  });

  it("is reported by the command, with the register beside it", async () => {
    const { code, out, err } = await cli(["check", ...files, "--format", "json"], { cwd: resolve(folderOf(name)) });
    expect(err).toBe("");
    const { findings } = JSON.parse(out) as Reported;
    const found = findings.map(
      (finding) => `${finding.rule} ${finding.verdict} ${aboutOf(finding)}${finding.waived ? " waived" : ""}`,
    );
    expect(found.sort()).toEqual(linesFor("command", expectationOf(name).findings));
    const judged = judgeStack(name).findings;
    const blocks = judged.some(
      ({ level, verdict, waiver }) => level === "mandatory" && verdict === "violation" && waiver === undefined,
    );
    expect(code).toBe(blocks ? 1 : 0);
  });

  it.each(files)("%s is the same to the pack, but for what only the command is told", (file) => {
    const { command, pack } = bothDoors(readPreview(name, file), registerOf(name));
    const onlyCommand = expectedOf(name, file).filter(({ doors }) => doors?.includes("pack") === false);
    const isTold = (finding: unknown) => {
      const { rule, verdict } = finding as { rule: string; verdict: string };
      return !onlyCommand.some((one) => one.rule === rule && one.verdict === verdict);
    };
    expect(pack).toEqual(command.filter(isTold));
    expect(pack).toHaveLength(linesFor("pack", expectedOf(name, file)).length);
  });
});

it.each(stackNames.filter((name) => previewFiles(name).length > 1))(
  "%s is found to be the same in whatever order its plans are given",
  (name) => {
    const files = previewFiles(name);
    const reported = (order: readonly string[]) =>
      reportOf(judgeStack(name, [...order]), { language: "en", showSatisfied: true });
    const { plans, ...rest } = reported(files);
    const { plans: reversed, ...other } = reported([...files].reverse());
    expect(other).toEqual(rest);
    expect([...reversed].reverse()).toEqual(plans);
  },
);
