/** Stacks that are written in Terraform as well: the same findings, through whichever door. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { joinParts, readPlan } from "../../src/plan/read";
import { openRegister } from "../../src/register/open";
import { lines, TODAY } from "../support/rule-tester";
import { expectationOf, folderOf, linesFor, stackNames } from "./stacks";

const written = stackNames.filter((name) => existsSync(`${folderOf(name)}/terraform`));

/** A finding without the name of its resource, which Terraform gives otherwise. */
const plain = (line: string): string =>
  line.replace(/[\w.[\]"-]*alicloud_\w+\.([\w-]+)(?:\[(\d+)\])?/g, "$1$2").replaceAll("-", "_");

const judged = (name: string, program: string): string[] => {
  const file = `${folderOf(name)}/terraform/plan.${program}.json`;
  // The folder is what its stack is called by.
  const plan = joinParts([readPlan(readFileSync(file), `${folderOf(name)}/plan.json`)]);
  // A register that names resources names them by their addresses.
  const folders = [`${folderOf(name)}/terraform`, folderOf(name)].filter((folder) => existsSync(`${folder}/icp.yaml`));
  const register = openRegister({ env: {}, startFolders: folders.slice(0, 1), today: TODAY });
  return lines(judge(plan, { register, today: TODAY }))
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

describe.each(["terraform", "opentofu"])("planned by %s", (program) => {
  it.each(written.filter((name) => existsSync(`${folderOf(name)}/terraform/plan.${program}.json`)))(
    "%s gives the findings that Pulumi's preview gives",
    (name) => {
      expect(judged(name, program)).toEqual(
        [...linesFor("command", expectationOf(name).findings).map(plain), ...(BESIDE[name] ?? [])].sort(),
      );
    },
  );
});
