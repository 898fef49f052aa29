import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cli, emptyFolder, repository } from "./terminal";
import { BUNDLE, Going, ON_THE_DAY, programFrom } from "./watching/command";

/** The commands that take plans, each with what makes it write to standard output. */
const COMMANDS: readonly (readonly string[])[] = [
  ["check"],
  ["graph", "-f", "mermaid"],
  ["baseline", "-o", "-"],
  ["init", "-o", "-"],
];

describe("without a plan and without a program", () => {
  it.each(COMMANDS)("%s says what can be passed", async (...command) => {
    expect(await cli(command)).toEqual({
      code: 2,
      out: "",
      err: "alicloud-icp: no plan is named, and there is no Pulumi program here or above within the repository; pass the JSON of `terraform show -json PLAN` or `pulumi preview --json --show-sames`, the folder of a program, or - for standard input\n",
    });
  });

  it("says how a configuration of Terraform is planned", async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, "infra"));
    writeFileSync(join(cwd, "infra/main.tf"), "");
    expect((await cli(["check", "infra"], { cwd })).err).toBe(
      "alicloud-icp: infra: is the folder of a Terraform configuration; run `terraform plan -out=tfplan` and `terraform show -json tfplan > plan.json` there, and pass plan.json\n",
    );
    expect((await cli(["check"], { cwd: join(cwd, "infra") })).err).toBe(
      "alicloud-icp: no plan is named, and here is a Terraform configuration, which is not judged without a plan; run `terraform plan -out=tfplan` and `terraform show -json tfplan > plan.json`, and pass plan.json\n",
    );
  });

  it("names the programs below", async () => {
    const cwd = emptyFolder();
    for (const folder of ["infra/dns", "infra/web", "node_modules/x"]) {
      mkdirSync(join(cwd, folder), { recursive: true });
      writeFileSync(join(cwd, folder, "Pulumi.yaml"), "name: x\nruntime: nodejs\n");
    }
    const { err } = await cli(["check", "--lang", "zh"], { cwd });
    expect(err).toBe(
      "alicloud-icp: 未给出计划，仓库内从此处向上也没有 Pulumi 程序；请提供下级文件夹中的一个：infra/dns、infra/web\n",
    );
  });

  it("takes no program of somebody else's, above the repository", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "Pulumi.yaml"), "name: x\nruntime: nodejs\n");
    mkdirSync(join(folder, "repository/.git"), { recursive: true });
    expect((await cli(["check"], { cwd: join(folder, "repository") })).err).toContain("no plan is named");
  });

  it("does not read standard input unasked", async () => {
    const around = { stdin: "{}" };
    expect((await cli(["check"], around)).err).toContain("or - for standard input");
  });
});

/** What is wrong with each option of how programs are run, once it is given this. */
const WRONG: readonly (readonly [option: string, value: string, says: string])[] = [
  ["--stack", "", "--stack: "],
  ["--stack-output", "nowhere.json", "nowhere.json"],
  ["--fixtures", "nowhere.yaml", "nowhere.yaml"],
  ["--timeout", "soon", "--timeout: "],
];

describe.each([...COMMANDS, ["extract", "-o", "-"]])("how programs are run, by %s", (...command) => {
  it.each(WRONG)("%s counts", async (option, value, says) => {
    const { code, err } = await cli([...command, "examples/company-site", option, value], { cwd: repository });
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
  });
});

describe("with --no-programs", () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "Pulumi.yaml"), "name: x\nruntime: nodejs\n");

  it.each(COMMANDS)("%s refuses the folder of a program", async (...command) => {
    expect(await cli([...command, ".", "--no-programs"], { cwd: folder })).toEqual({
      code: 2,
      out: "",
      err: "alicloud-icp: .: is the folder of a Pulumi program, and --no-programs refuses to run it; expected the JSON of pulumi preview --json --show-sames, pulumi stack export or terraform show -json\n",
    });
  });

  it.each(COMMANDS)("%s takes no program of the working folder", async (...command) => {
    const { code, err } = await cli([...command, "--no-programs", "--lang", "zh"], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toMatch(/^alicloud-icp: 未给出计划，而 --no-programs 不采用工作文件夹中的 Pulumi 程序；/);
  });

  it("nothing is watched that is not given", async () => {
    const { code, err } = await cli(["check", "--watch", "--no-programs"], { cwd: folder });
    expect([code, err]).toEqual([2, expect.stringContaining("no plan is named, and --no-programs")]);
  });
});

const run = async (
  argv: readonly string[],
  cwd: string,
): Promise<{ code: number | null; out: string; err: string }> => {
  const going = new Going([...argv, ...(argv[0] === "init" ? [] : ON_THE_DAY)], cwd);
  const code = await going.end();
  return { code, out: going.out, err: going.err };
};

/** Needs `npm run build`. */
describe.skipIf(!existsSync(BUNDLE))("without a plan, in a project", { timeout: 120_000 }, () => {
  const folder = programFrom("company-site");
  const below = join(folder, "lib", "deep");
  mkdirSync(below, { recursive: true });

  it.each(COMMANDS.filter(([name]) => name !== "init" && name !== "graph"))(
    "%s takes its program, and says so",
    async (...command) => {
      const ran = await run(command, folder);
      expect(ran.err).toMatch(/^Taking the program in \. \(stack dev, the only one with a file\)\n/);
      expect(ran.code).toBe(0);
    },
  );

  it("finds project and register from below", async () => {
    const ran = await run(["check"], below);
    expect(ran.err).toBe("Taking the program in ../.. (stack dev, the only one with a file)\n");
    expect(ran.out.replace(/\s+/g, " ")).toContain("Nothing to report: 3 hosts in order");
    expect(ran.code).toBe(0);
  });

  it("says nothing of it to who wants to hear of findings alone, and of a stack only what is known", async () => {
    expect(await run(["check", "--quiet"], folder)).toEqual({ code: 0, out: "", err: "" });
    const { err } = await run(["check", "--stack", "dev"], folder);
    expect(err).toBe("Taking the program in . (stack dev)\n");
  });

  it("asks which stack is meant where there are several", async () => {
    const other = programFrom("company-site");
    writeFileSync(join(other, "Pulumi.prod.yaml"), "config: {}\n");
    const { code, err } = await run(["check"], other);
    expect(err).toBe(
      "alicloud-icp: Pulumi.yaml: there are several stacks: dev, prod; say which one is meant with --stack\n",
    );
    expect(code).toBe(2);
  });

  it("puts a first register beside the project", async () => {
    const other = programFrom("cdn-scope-omitted");
    const here = join(other, "lib");
    mkdirSync(here);
    rmSync(join(other, "icp.yaml"));
    const { code, err } = await run(["init"], here);
    expect(err).toContain("Wrote ../icp.yaml");
    expect(code).toBe(0);
    expect(readFileSync(join(other, "icp.yaml"), "utf8")).toContain("domain: example.com");
  });
});
