/** Stacks that are written in Terraform as well: the same findings, through whichever door. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { fileOfPlan } from "../../src/names/plan-name";
import { joinParts, readPlan } from "../../src/plan/read";
import { openRegister } from "../../src/register/open";
import { lines, TODAY } from "../support/rule-tester";
import { expectationOf, folderOf, linesFor, stackNames } from "./stacks";

const folderIn = (name: string): string => `${folderOf(name)}/terraform`;

const written = stackNames.filter((name) => existsSync(folderIn(name)));

/** The plans of a stack, each as its user would name it where its folder does not. */
function plansOf(name: string, program: string): readonly string[] {
  const plan = `plan.${program}.json`;
  const folders = readdirSync(folderIn(name), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const inner = folders
    .map((entry) => `${entry.name}/${plan}`)
    .filter((file) => existsSync(`${folderIn(name)}/${file}`));
  return (inner.length > 0 ? inner : [plan]).map(
    (file) => `${name}/${inner.length > 0 ? file.split("/")[0] : "dev"}=${folderIn(name)}/${file}`,
  );
}

/** A finding without the name of its resource, which Terraform gives otherwise. */
const plain = (line: string): string =>
  line.replace(/[\w.[\]"-]*alicloud_\w+\.([\w-]+)(?:\[(\d+)\])?/g, "$1$2").replaceAll("-", "_");

function judged(name: string, program: string): string[] {
  const parts = plansOf(name, program).map((plan) => readPlan(readFileSync(fileOfPlan(plan)), plan));
  // A register that names resources names them by their addresses.
  const folder = [folderIn(name), folderOf(name)].find((one) => existsSync(`${one}/icp.yaml`));
  const register = openRegister({ env: {}, startFolders: folder === undefined ? [] : [folder], today: TODAY });
  return lines(judge(joinParts(parts), { register, today: TODAY }))
    .map(plain)
    .sort();
}

it("are more than a few", () => {
  expect(written.length).toBeGreaterThanOrEqual(15);
});

describe.each(["terraform", "opentofu"])("planned by %s", (program) => {
  it.each(written)("%s gives the findings that Pulumi's preview gives", (name) => {
    const expected = linesFor("command", expectationOf(name).findings);
    expect(judged(name, program)).toEqual(expected.map(plain).sort());
  });
});
