import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exampleFolder, exampleNames, expectedOf, readExpected, reportExample, terraformExamples } from "./examples";

const all = [...exampleNames, ...terraformExamples];

describe("the examples", () => {
  it("are all of the folder, of Pulumi and of Terraform", () => {
    expect(all.toSorted()).toEqual(readdirSync("examples").sort());
    expect(terraformExamples.length).toBeGreaterThan(0);
  });

  it.each(exampleNames)("%s has a program, a page, a captured preview and its expected findings", (name) => {
    for (const file of ["Pulumi.yaml", "index.ts", "README.md", "preview.json", "expected.json"]) {
      expect(existsSync(`${exampleFolder(name)}/${file}`), file).toBe(true);
    }
  });

  it.each(terraformExamples)("%s has a configuration, a page, a captured plan and its expected findings", (name) => {
    for (const file of ["main.tf", "README.md", "README.zh.md", "plan.json", "expected.json"]) {
      expect(existsSync(`${exampleFolder(name)}/${file}`), file).toBe(true);
    }
  });

  it.each(all)("%s gives exactly the expected findings", (name) => {
    expect(expectedOf(reportExample(name))).toEqual(readExpected(name));
  });

  it.each(all)("%s is judged without anything undetermined or undescribed", (name) => {
    expect(reportExample(name).findings.filter(({ verdict }) => verdict === "undetermined")).toEqual([]);
  });

  it("shows blocked and clean stacks", () => {
    const blocked = exampleNames.filter((name) => readExpected(name).some(({ level }) => level === "mandatory"));
    expect(blocked.length).toBeGreaterThan(2);
    expect(exampleNames.length - blocked.length).toBeGreaterThanOrEqual(2);
  });

  it.each(all)("%s says how it is judged with nothing but this tool, in both languages", (name) => {
    const given = `examples/${name}${terraformExamples.includes(name) ? "/plan.json" : ""}`;
    for (const page of ["README.md", "README.zh.md"])
      expect(readFileSync(`${exampleFolder(name)}/${page}`, "utf8"), page).toContain(
        `\nnpx alicloud-icp check ${given}\n`,
      );
  });

  it("is told apart from its README: every rule it breaks is named there", () => {
    for (const name of all) {
      const page = readFileSync(`${exampleFolder(name)}/README.md`, "utf8");
      for (const { rule } of readExpected(name)) expect(page, `${name}: ${rule}`).toContain(rule);
    }
  });
});
