import { describe, expect, it } from "vitest";
import { judge, type Finding, type Judged } from "../../src/judge";
import { remediesOf as remediesTold, statementsOf, textOf } from "../../src/report/report";
import { Plan } from "../../src/plan/plan";
import { asRegister, nothingDeclared, type Register } from "../../src/register/register";
import { loadRegister } from "../../src/register/load";
import { keyText } from "../../src/register/yaml";
import type { RuleId } from "../../src/vocabulary/rule-ids";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";

/** The day on which tests judge. */
export const TODAY = "2026-11-25";

const registers = new Map<string, Register>();

/** A register from YAML, with the two lines that every register has; what is read of the same text is the same. */
export function register(yaml: string): Register {
  let read = registers.get(yaml);
  if (!read) {
    const text = `version: 1\nasOf: 2026-11-22\n${yaml}`;
    read = asRegister(loadRegister(text, { file: "icp.yaml", knownRules: RULE_IDS, today: TODAY }));
    registers.set(yaml, read);
  }
  return read;
}

export const unfiled = (domain = "example.com"): Register =>
  register(`filings:\n  - { domain: ${domain}, status: unfiled }\n`);

/** An active filing; through Alibaba Cloud unless said otherwise. */
export const filed = (domain = "example.com", more = "accessProviders: [{ name: aliyun }]"): Register =>
  register(
    `filings:\n  - { domain: ${domain}, status: active, number: 浙ICP备12345678号-1${more === "" ? "" : `, ${more}`} }\n`,
  );

/**
 * A plan (none where the register is judged alone), what the register says (nothing by default), and every finding there is: those of the rule under test whole
 * (`wholeLineOf`), those of other rules as `rule verdict subject`. Then, where a case shows it for all of its kind, what
 * users read of the findings of the rule under test (`wordsOf`).
 */
export type Case = readonly [
  plan: Plan | undefined,
  register: Register | undefined,
  findings: readonly string[],
  words?: readonly string[],
];

/** The cases of a rule by what it must say; `silent` are those it has no word on. Every case lists all findings. */
export interface Cases {
  readonly violations?: Readonly<Record<string, Case>>;
  readonly satisfied?: Readonly<Record<string, Case>>;
  readonly undetermined?: Readonly<Record<string, Case>>;
  readonly silent?: Readonly<Record<string, Case>>;
}

/** What a finding is about: all its hosts, else its apex, else the resources. */
export function aboutOf(finding: {
  readonly hosts: readonly string[];
  readonly apex?: string | undefined;
  readonly resources: readonly { readonly name: string }[];
}): string {
  const { hosts, apex, resources } = finding;
  if (hosts.length > 0) return hosts.join(" + ");
  return apex ?? (resources.map(({ name }) => name).join(" + ") || "-");
}

/** Every finding in one line: rule, verdict, and what it is about. */
export const lines = (judged: Judged): string[] => judged.findings.map(lineOf);

/** A finding in one line: rule, verdict, and what it is about. */
export const lineOf = ({ rule, verdict, subject, hosts, resources, waiver }: Finding): string =>
  `${rule} ${verdict} ${aboutOf({ hosts, apex: subject.apex, resources })}${waiver ? " waived" : ""}`;

/** All that a finding says, in one line: `icp-x violation www.example.com: icp-x [file, entry-outside] at value of www`. */
export const wholeLineOf = (finding: Finding): string =>
  [
    `${lineOf(finding)}${unnamedOf(finding)}: ${saysOf(finding)}`,
    `[${remediesOf(finding)}]`,
    ...pointsOf(finding),
  ].join(" ");

/** What users read of a finding, line by line: its text, what to do about it, its first statement and its evidence. */
const wordsOf = (finding: Finding, judged: Judged): string[] => [
  textOf(finding, "en"),
  ...remediesTold(finding, "en").flatMap(({ text, snippet }) => [
    `- ${text}`,
    ...(snippet ?? "").split("\n").flatMap((line) => (line === "" ? [] : [`  ${line}`])),
  ]),
  ...statementsOf(finding, judged)
    .slice(0, 1)
    .map((id) => `by ${id}`),
  ...evidenceOf(finding),
];

/** The resources by which a host is reached, as `www-record (record) > server (refers)`. */
const evidenceOf = ({ path = [] }: Finding): string[] =>
  path.length > 0 ? [path.map(({ resource, why }) => `${resource.name} (${why})`).join(" > ")] : [];

/** The resources by which hosts of unknown names are served too. */
const unnamedOf = ({ unnamed }: Finding): string => unnamed.map(({ name }) => ` + ? (${name})`).join("");

/** Which text it is, and which doubt where there is one. */
const saysOf = ({ message, doubt }: Finding): string => (doubt ? `${message.id} (${doubt.why})` : message.id);

const remediesOf = ({ remedies = [] }: Finding): string => remedies.map(({ id }) => id).join(", ");

/** What it points at: a property of a resource, or the resource, and a key of the register. */
function pointsOf({ resource, property, registerKey }: Finding): string[] {
  const inPlan = property === undefined ? resource?.name : `${property} of ${resource?.name ?? "no resource"}`;
  const inRegister = registerKey && keyText(registerKey);
  const points = [inPlan, inRegister].filter((point) => point !== undefined);
  return points.length > 0 ? [`at ${points.join(" and ")}`] : [];
}

/** Judges every case of a rule and compares all findings exactly, in both directions. */
export function ruleTester(id: RuleId, cases: Cases): void {
  describe(id, () => {
    for (const [kind, group] of Object.entries(cases) as [keyof Cases, Readonly<Record<string, Case>>][]) {
      describe(kind, () => {
        for (const [name, [plan, declared, findings, words]] of Object.entries(group)) {
          it(name, () => {
            const judged = judge(plan ?? new Plan([], []), {
              register: declared ?? nothingDeclared,
              today: TODAY,
              registerAlone: plan === undefined,
            });
            const told = judged.findings.map((finding) => (finding.rule === id ? wholeLineOf : lineOf)(finding));
            expect(told.sort()).toEqual([...findings].sort());
            const own = judged.findings.filter((finding) => finding.rule === id);
            if (words) expect(own.flatMap((finding) => wordsOf(finding, judged))).toEqual(words);
            const verdicts = new Set(own.map((finding) => finding.verdict));
            const satisfied = judged.satisfied.some((one) => one.rule === id);
            if (kind === "violations") expect(verdicts).toContain("violation");
            if (kind === "undetermined") expect([...verdicts]).toEqual(["undetermined"]);
            if (kind === "satisfied")
              expect({ satisfied, verdicts: [...verdicts] }).toEqual({ satisfied: true, verdicts: [] });
            if (kind === "silent")
              expect({ satisfied, verdicts: [...verdicts] }).toEqual({ satisfied: false, verdicts: [] });
          });
        }
      });
    }
  });
}
