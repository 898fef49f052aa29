/** Stands in for the rule tester in files of which only the tables are read: keeps the cases and tests nothing. */
import type { RuleId } from "../../src/vocabulary/rule-ids";
import { depth } from "./no-vitest";
import type { Case, Cases } from "./rule-tester";

export * from "./rule-tester";

/** A case of a rule's table, and what it is called. */
export interface NamedCase {
  readonly name: string;
  readonly case: Case;
  /** Whether its table stands in a group of tests. */
  readonly inGroup: boolean;
}

/** All cases that were read so far, in the order of their files. */
export const casesRead: NamedCase[] = [];

export function ruleTester(id: RuleId, cases: Cases): void {
  for (const [kind, group] of Object.entries(cases) as [keyof Cases, Readonly<Record<string, Case>>][]) {
    for (const [name, one] of Object.entries(group)) {
      casesRead.push({ name: `${id} ${kind}: ${name}`, case: one, inGroup: depth.now > 0 });
    }
  }
}
