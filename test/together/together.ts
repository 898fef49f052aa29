/** Stacks that are judged together, in whichever order their files are given. */
import { expect } from "vitest";
import { judge, type Judged } from "../../src/judge";
import { nothingDeclared, type Register } from "../../src/register/register";
import { planOfStacks, type StackSpec } from "../support/plan";
import { lineOf, TODAY } from "../support/rule-tester";

export type Stacks = Readonly<Record<string, StackSpec>>;

/** Judges stacks together; the order in which they are given changes nothing. */
export function together(stacks: Stacks, register: Register = nothingDeclared): Judged {
  const judged = judgeIn(Object.keys(stacks), stacks, register);
  const other = judgeIn(Object.keys(stacks).reverse(), stacks, register);
  expect(said(other)).toEqual(said(judged));
  return judged;
}

function judgeIn(order: readonly string[], stacks: Stacks, register: Register): Judged {
  const inOrder = Object.fromEntries(order.flatMap((id) => (stacks[id] ? [[id, stacks[id]]] : [])));
  return judge(planOfStacks(inOrder), { register, today: TODAY });
}

/** All findings of one order, as they are compared with those of another. */
const said = ({ findings }: Judged): readonly string[] =>
  findings.map((finding) =>
    JSON.stringify([
      finding.rule,
      finding.verdict,
      finding.subject,
      finding.hosts,
      finding.resources.map(({ urn }) => urn),
      finding.message,
      finding.doubt,
      finding.part?.id,
      (finding.path ?? []).map(({ resource, why }) => [resource.urn, why]),
    ]),
  );

/** The findings in lines: the rule, its verdict and what it is about, then why it is undetermined. */
export const linesOf = ({ findings }: Judged): readonly string[] =>
  findings.map((finding) => `${lineOf(finding)}${finding.doubt ? ` (${finding.doubt.why})` : ""}`).sort();

/** What stacks come to together, in lines. */
export const found = (stacks: Stacks, register?: Register): readonly string[] => linesOf(together(stacks, register));
