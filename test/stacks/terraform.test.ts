/** Stacks that are written in Terraform as well: the same findings, through whichever door. */
import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { joinParts } from "../../src/plan/read";
import { lines, TODAY } from "../support/rule-tester";
import { expectationOf, linesFor, stackNames, terraformPart, terraformRegister } from "./stacks";

const PROGRAMS = ["terraform", "opentofu"] as const;

/** A finding without the name of its resource, which Terraform gives otherwise. */
const plain = (line: string): string =>
  line.replace(/[\w.[\]"-]*alicloud_\w+\.([\w-]+)(?:\[(\d+)\])?/g, "$1$2").replaceAll("-", "_");

const judged = (name: string, program: (typeof PROGRAMS)[number]): string[] => {
  const plan = joinParts([terraformPart(name, program)].filter((part) => part !== undefined));
  return lines(judge(plan, { register: terraformRegister(name), today: TODAY }))
    .map(plain)
    .sort();
};

/**
 * What is told of Terraform's plans beside it. A server that is to be made has unknown network interfaces, whether it leaves
 * them to the provider or has them from a `dynamic` block, so that a closed port is never certain.
 */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  "renewed-server": ["icp_unnamed_website undetermined new"],
};

describe.each(PROGRAMS)("planned by %s", (program) => {
  it.each(stackNames.filter((name) => terraformPart(name, program)))(
    "%s gives the findings that Pulumi's preview gives",
    (name) => {
      expect(judged(name, program)).toEqual(
        [...linesFor("command", expectationOf(name).findings).map(plain), ...(BESIDE[name] ?? [])].sort(),
      );
    },
  );
});
