/**
 * What is written down is said: every text of a finding, every remedy and every doubt comes up in a case of the suite, so
 * that the tables which pin what is said pin all of it.
 */
import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { doubts } from "../../src/messages/en/doubts";
import { findings } from "../../src/messages/en/findings";
import { remedies } from "../../src/messages/en/remedies";
import { Plan } from "../../src/plan/plan";
import { TODAY } from "../support/rule-tester";
import { corpus, registersAlone } from "./worlds/corpus";
import { planFrom } from "./worlds/plan-data";

/** What no plan with a register brings up, and the test that does. */
const ELSEWHERE: readonly { readonly ids: readonly string[]; readonly because: string; readonly test: string }[] = [
  {
    ids: ["icp-register.unreadable", "icp-register.mistakes", "remedy.fix-register"],
    because: "a register that cannot be read gives no register to judge by",
    test: "test/rules/icp-register.test.ts",
  },
  {
    ids: ["icp-register.too-large", "remedy.fewer-places", "icp-register.clock", "remedy.fix-clock"],
    because: "the corpus has no plan of that size, and only the pack takes its day from a variable",
    test: "test/rules/icp-register.test.ts",
  },
  {
    ids: ["icp-register.policy", "icp-register.policy-near", "remedy.fix-config"],
    because: "only the pack has a configuration of Pulumi's",
    test: "test/rules/icp-register.test.ts",
  },
  {
    ids: ["doubt.region-contradicted"],
    because: "a zone that is not known contradicts no region, so that no world is like the others",
    test: "test/rules/regions.test.ts",
  },
  {
    ids: ["icp-undetermined.extract-older", "remedy.extract-again", "doubt.extract", "doubt.extract-older"],
    because: "no extract in the corpus is of an earlier version",
    test: "test/plan/extract-older.test.ts",
  },
  {
    ids: ["remedy.judge-programs", "doubt.stack-untold"],
    because: "the corpus has no plan of several stacks",
    test: "test/together/stack-references.test.ts",
  },
  {
    ids: ["remedy.ignored-terraform", "remedy.subscription-ens-terraform", "doubt.incomplete-plans-terraform"],
    because: "no stack in Terraform has any of these, and none is of several plans",
    test: "test/judging/terms.test.ts",
  },
  {
    ids: ["doubt.providers-untold", "remedy.give-region"],
    because: "only a state of Terraform's does not tell providers, and the corpus has no region from an environment",
    test: "test/plan/read/terraform/providers.test.ts",
  },
  {
    ids: ["doubt.incomplete-plans"],
    because: "the corpus has no plan of several stacks",
    test: "test/together/servers.test.ts",
  },
  {
    ids: ["doubt.account-untold"],
    because: "the corpus has no plan of several stacks",
    test: "test/together/configurations.test.ts",
  },
  {
    ids: ["doubt.cycle", "doubt.many-ends"],
    because: "nobody has such names on purpose",
    test: "test/graph/chains.test.ts",
  },
];

const WRITTEN = [
  // What a rule is about, and what joins texts in a report, is no finding.
  ...Object.keys(findings).filter((id) => !id.startsWith("rule.") && !id.startsWith("finding.")),
  ...Object.keys(remedies),
  ...Object.keys(doubts),
];

const said = new Set<string>();

beforeAll(async () => {
  const ofPlans = (await corpus("all")).map(({ plan, register }) => judge(planFrom(plan), { register, today: TODAY }));
  const alone = (await registersAlone()).map((register) =>
    judge(new Plan([], []), { register, today: TODAY, registerAlone: true }),
  );
  for (const judged of [...ofPlans, ...alone]) {
    for (const { id } of judged.notes) said.add(id);
    for (const finding of judged.findings) {
      said.add(finding.message.id);
      if (finding.doubt) said.add(`doubt.${finding.doubt.why}`);
      for (const { id } of finding.remedies ?? []) said.add(`remedy.${id}`);
    }
  }
}, 120_000);

it("every text of a finding, every remedy and every doubt comes up", () => {
  const elsewhere = ELSEWHERE.flatMap(({ ids }) => ids);
  expect(WRITTEN.filter((id) => !said.has(id))).toEqual(WRITTEN.filter((id) => elsewhere.includes(id)));
});

it.each(ELSEWHERE)("$ids come up in $test", ({ ids, test }) => {
  const text = readFileSync(test, "utf8");
  expect(ids.filter((id) => !text.includes(id.replace(/^(?:remedy|doubt)\./, "")))).toEqual([]);
});
