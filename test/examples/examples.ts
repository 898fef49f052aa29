import { existsSync, readdirSync, readFileSync } from "node:fs";
import { judge, type Judged } from "../../src/judge";
import { joinParts, readParts } from "../../src/plan/read";
import { openRegister } from "../../src/register/open";
import type { Report } from "../../src/report/types";
import { reportOf } from "../../src/report/report";
import { aboutOf, TODAY } from "../support/rule-tester";

const root = "examples";

export const exampleFolder = (name: string): string => `${root}/${name}`;

const namesWith = (file: string): readonly string[] =>
  readdirSync(root)
    .filter((name) => existsSync(`${exampleFolder(name)}/${file}`))
    .sort();

/** The names of all examples that are programs of Pulumi. */
export const exampleNames = namesWith("Pulumi.yaml");

/** The names of those that are configurations of Terraform. */
export const terraformExamples = namesWith("main.tf");

/** Judges the captured preview or plan of an example with the example's own register. */
export function judgeExample(name: string): Judged {
  const folder = exampleFolder(name);
  const file = `${folder}/${terraformExamples.includes(name) ? "plan" : "preview"}.json`;
  const plan = joinParts(readParts(readFileSync(file), file, { source: { base: folder, folders: ["."] } }));
  const register = openRegister({ env: {}, startFolders: [folder], today: TODAY });
  return judge(plan, { register, today: TODAY });
}

export const reportExample = (name: string): Report => reportOf(judgeExample(name), { language: "en" });

/** A finding as `expected.json` writes it. */
export interface Expected {
  readonly rule: string;
  readonly verdict: string;
  readonly level: string;
  readonly about: string;
  readonly at: string;
}

/** What a report found, in the form of `expected.json`. */
export const expectedOf = (report: Report): Expected[] =>
  report.findings.map(({ rule, verdict, level, position, ...finding }) => ({
    rule,
    verdict,
    level,
    about: aboutOf(finding),
    at: position ? `${position.file}:${position.line}` : "",
  }));

export const readExpected = (name: string): Expected[] =>
  JSON.parse(readFileSync(`${exampleFolder(name)}/expected.json`, "utf8")) as Expected[];
