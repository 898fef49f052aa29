/** The stacks of this folder: programs as they are written, and what is to be found in them, judged by hand. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { judge, type Judged } from "../../src/judge";
import { joinParts, readPlan } from "../../src/plan/read";
import type { ReadPart } from "../../src/plan/read/part";
import { openRegister } from "../../src/register/open";
import type { Register } from "../../src/register/register";
import { allRules } from "../../src/rules";
import type { Preview } from "../parity/parity";
import { lineOf, TODAY } from "../support/rule-tester";

const root = "test/stacks";

/** A finding of `expected.json`. */
export interface Expected {
  readonly rule: string;
  readonly verdict: string;
  /** The hosts, joined by ` + `, else the apex or resources it is about. */
  readonly about: string;
  /** What it rests on, in words. */
  readonly because: string;
  /** The doors that find it, where one of them cannot; every door otherwise. */
  readonly doors?: readonly Door[];
  /** Whether the register waives it: the report shows it, the pack says nothing. */
  readonly waived?: true;
}

export type Door = "command" | "pack";

/** What is expected of a stack. With several plans, `findings` are those of all together, `alone` of each for itself. */
export interface Expectation {
  readonly findings: readonly Expected[];
  readonly alone?: Readonly<Record<string, readonly Expected[]>>;
}

export const stackNames: readonly string[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

export const folderOf = (name: string): string => `${root}/${name}`;

/** The captured previews of a folder: one, or one for each stack of the program. */
export const previewFiles = (name: string): string[] =>
  readdirSync(folderOf(name))
    .filter((file) => /^preview(?:\.[a-z]+)?\.json$/.test(file))
    .sort();

/** The stack of which a file is the preview. */
export const stackOf = (file: string): string => /^preview\.([a-z]+)\.json$/.exec(file)?.[1] ?? "dev";

export const readPreview = (name: string, file: string): Preview =>
  JSON.parse(readFileSync(`${folderOf(name)}/${file}`, "utf8")) as Preview;

/** The stack as Terraform or OpenTofu plans it, where it is written for them as well, called by its folder's name. */
export function terraformPart(name: string, program: "terraform" | "opentofu"): ReadPart | undefined {
  const file = `${folderOf(name)}/terraform/plan.${program}.json`;
  return existsSync(file) ? readPlan(readFileSync(file), `${folderOf(name)}/plan.json`) : undefined;
}

/** The register for that: one of its own where resources are named in it, which have addresses there. */
export function terraformRegister(name: string): Register {
  const folders = [`${folderOf(name)}/terraform`, folderOf(name)];
  const startFolders = folders.filter((folder) => existsSync(`${folder}/icp.yaml`)).slice(0, 1);
  return openRegister({ env: {}, startFolders, today: TODAY });
}

export const registerOf = (name: string): Register =>
  openRegister({ env: {}, startFolders: [folderOf(name)], today: TODAY });

export const expectationOf = (name: string): Expectation =>
  JSON.parse(readFileSync(`${folderOf(name)}/expected.json`, "utf8")) as Expectation;

/** Settings of `stack.json`: what was deployed before the preview. */
export function beforeOf(name: string): Readonly<Record<string, unknown>> | undefined {
  const file = `${folderOf(name)}/stack.json`;
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, "utf8")) as { before?: Record<string, unknown> }).before;
}

/** The expected findings that a door can find, one line each. */
export const linesFor = (door: Door, expected: readonly Expected[]): string[] =>
  expected
    .filter(({ doors }) => doors === undefined || doors.includes(door))
    .map(({ rule, verdict, about, waived }) => `${rule} ${verdict} ${about}${waived ? " waived" : ""}`)
    .sort();

/** What the command judges: all previews of a folder as one plan. */
export function judgeStack(name: string, files = previewFiles(name)): Judged {
  const parts = files.map((file) => readPlan(readFileSync(`${folderOf(name)}/${file}`), `${folderOf(name)}/${file}`));
  return judge(joinParts(parts), { register: registerOf(name), today: TODAY });
}

/** The expected findings of one of the previews. */
export function expectedOf(name: string, file: string): readonly Expected[] {
  const { findings, alone } = expectationOf(name);
  return alone?.[stackOf(file)] ?? findings;
}

/** A policy that reports, as `level policy`, and the name of the resource it names; empty for the stack's own. */
interface Policy {
  readonly said: string;
  readonly resource: string;
}

/** What the pack is to report: what a mandatory rule could not decide is said by `icp-undetermined`. */
export function policiesFor(name: string, file: string): Policy[] {
  const told = linesFor("pack", expectedOf(name, file));
  const judged = judgeStack(name, [file]);
  const findings = judged.findings
    .filter((finding) => finding.waiver === undefined && told.includes(lineOf(finding)))
    .map(({ rule, verdict, level, resource, subject }) => {
      const isRedirected = verdict === "undetermined" && allRules.find(({ id }) => id === rule)?.level === "mandatory";
      const urn = resource?.urn ?? subject.urn ?? "";
      return { said: `${level} ${isRedirected ? "icp-undetermined" : rule}`, resource: urn.split("::").at(-1) ?? "" };
    });
  return [...findings, ...noticesFor(judged)].sort((a, b) => (a.said < b.said ? -1 : 1));
}

/** What the command says elsewhere, and the pack through a policy: that there is no register, and what it waives. */
export const noticesFor = ({ context, exposures, findings }: Judged): Policy[] => {
  const notice = { said: "advisory icp-register-stale", resource: "" };
  const isUnregistered = !context.register.found && exposures.apexes.length > 0;
  return [isUnregistered, findings.some(({ waiver }) => waiver)].flatMap((is) => (is ? [notice] : []));
};
