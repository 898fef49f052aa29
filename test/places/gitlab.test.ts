/** The component of GitLab CI/CD: its inputs filled in as GitLab does, and its script run as a runner does. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { version } from "../../src/version";
import { installPackage } from "../package/install";
import { describeWith } from "./programs";
import { startRegistry, type Registry } from "./registry";
import { execute, type Done } from "./shell";
import { placeSavedPlan, showing } from "./terraform";

interface Header {
  readonly spec: { readonly inputs: Readonly<Record<string, { readonly default?: string }>> };
}

interface Work {
  readonly stage: string;
  readonly image: string;
  readonly variables: Readonly<Record<string, { readonly value: string; readonly expand: boolean }>>;
  readonly script: readonly string[];
  readonly artifacts: { readonly paths: readonly string[]; readonly reports: Readonly<Record<string, string>> };
}

const text = readFileSync("templates/check.yml", "utf8");
const [header = "", body = ""] = text.split("\n---\n");
const { inputs } = (parse(header) as Header).spec;

/** The jobs with the inputs filled in, which GitLab does in the text, before it reads that; throws where one is missing or unknown. */
function jobsWith(given: Readonly<Record<string, string>>): Readonly<Record<string, Work>> {
  const unknown = Object.keys(given).filter((name) => !(name in inputs));
  if (unknown.length > 0) throw new Error(`no input ${unknown.join(", ")}`);
  const filled = body.replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) => {
    const value = given[name] ?? inputs[name]?.default;
    if (value === undefined) throw new Error(`no value for ${name}`);
    return value;
  });
  return parse(filled) as Readonly<Record<string, Work>>;
}

function jobWith(given: Readonly<Record<string, string>>): Work {
  const [job] = Object.values(jobsWith(given));
  if (job === undefined) throw new Error("no job");
  return job;
}

const { tarball, remove } = installPackage();
const project = mkdtempSync(join(tmpdir(), "icp-gitlab-"));
let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry(tarball);
  for (const [to, from] of Object.entries({
    "bad.json": "cdn-scope-omitted",
    "good.json": "hongkong",
    "plans/a.json": "hongkong",
    "plans/b plan.json": "cdn-scope-omitted",
  })) {
    mkdirSync(join(project, to, ".."), { recursive: true });
    cpSync(join("examples", from, "preview.json"), join(project, to));
  }
});
afterAll(() => {
  registry.close();
  remove();
  rmSync(project, { recursive: true, force: true });
});

/** Runs the script, all of it in one shell, which stops at the first command that fails. */
function run(given: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}): Promise<Done> {
  rmSync(join(project, "icp-filing"), { recursive: true, force: true });
  const { script, variables } = jobWith(given);
  const values = Object.fromEntries(Object.entries(variables).map(([name, { value }]) => [name, value]));
  return execute("sh", ["-e", "-c", script.join("\n")], {
    cwd: project,
    env: {
      PATH: process.env["PATH"],
      HOME: project,
      npm_config_registry: registry.url,
      CI: "true",
      ...values,
      ...more,
    },
  });
}

describe("templates/check.yml", { timeout: 60_000 }, () => {
  it("has the inputs that are promised, and uses each", () => {
    expect(Object.keys(inputs)).toEqual(
      "plans register baseline fail-on language args job-name stage image version".split(" "),
    );
    expect(inputs["version"]?.default).toBe(version);
    const used = [...text.matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(inputs).sort());
  });

  it("lets inputs reach no script: they come as variables that are not expanded", () => {
    const given = Object.fromEntries(Object.keys(inputs).map((name) => [name, "$(touch x)"]));
    const { script, variables } = jobWith(given);
    expect(script.join("\n")).not.toContain("$(touch x)");
    expect(Object.values(variables).filter(({ expand }) => expand)).toEqual([]);
  });

  it.each(["docs/ci.md", "docs/zh/ci.md"])("has its inputs in %s", (page) => {
    const [, section = ""] = /^## GitLab$(.*?)^### /ms.exec(readFileSync(page, "utf8")) ?? [];
    for (const name of Object.keys(inputs)) expect(section).toContain(`\`${name}\``);
  });

  it("takes whatever a line can hold as it is, and the end of that line", () => {
    for (const value of ["\"a\" 'b' \\n", "- a", "a: b # c", "{ a, [b] }", "& * ! | > % @ `", "$CI_TOKEN", "~"]) {
      const { variables } = jobWith({ plans: `${value}\n`, register: value });
      expect([variables["ICP_PLANS"], variables["ICP_REGISTER"], variables["ICP_BASELINE"]]).toEqual([
        { value, expand: false },
        { value, expand: false },
        { value: "", expand: false },
      ]);
    }
    // More lines than one are no YAML, and GitLab says so before anything runs.
    for (const plans of ["a\nb", "a\n      expand: true"]) expect(() => jobWith({ plans })).toThrow();
  });

  it("is a job of its own for each name: of two with one name only the later one would run", () => {
    expect(Object.keys({ ...jobsWith({ plans: "a" }), ...jobsWith({ plans: "b", "job-name": "icp: other" }) })).toEqual(
      ["icp-filing", "icp: other"],
    );
  });

  describeWith("check-jsonschema", "by GitLab's schema", (program) => {
    it("is a pipeline of GitLab", () => {
      const file = join(project, "filled.yml");
      writeFileSync(file, stringify(jobsWith({ plans: "plan.json" })));
      const args = ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", file];
      const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
      rmSync(file);
      expect([status, stdout]).toEqual([0, expect.stringContaining("ok")]);
    });
  });

  it("fails for findings, and leaves the reports that it names", async () => {
    const { code, out } = await run({ plans: "bad.json" });
    expect([code, out]).toEqual([1, expect.stringContaining("icp-cdn-coverage")]);
    const { artifacts } = jobWith({ plans: "bad.json" });
    const files = [...artifacts.paths, ...Object.values(artifacts.reports)];
    expect(files.map((file) => file.replace("icp-filing/", "")).sort()).toEqual(
      readdirSync(join(project, "icp-filing")).sort(),
    );
    const quality = JSON.parse(readFileSync(join(project, artifacts.reports["codequality"] ?? ""), "utf8")) as object[];
    expect(quality.length).toBeGreaterThan(0);
  });

  it.each<[string, Record<string, string>, number, RegExp]>([
    ["passes", { plans: "good.json" }, 0, /0 mandatory/],
    ["takes a path of a package", { plans: "good.json", version: tarball }, 0, /0 mandatory/],
    ["takes a pattern", { plans: "plans/*.json" }, 1, /icp-cdn-coverage/],
    ["takes a name with a space as a pattern", { plans: "plans/a.json plans/b?plan.json\n" }, 1, /icp-cdn-coverage/],
    ["takes more arguments", { plans: "bad.json", args: "--max 1 --fail-on never" }, 0, /icp-cdn-coverage/],
    ["does not pass where nothing is judged", { plans: "good.json", args: "--version" }, 1, /^\d/],
    ["takes several between spaces", { plans: "bad.json plans/a.json" }, 1, /icp-cdn-coverage/],
    ["says what it cannot read", { plans: "nowhere.json" }, 2, /nowhere\.json/],
    ["takes a register", { plans: "good.json", register: "no where.yaml" }, 2, /no where\.yaml/],
    ["takes a baseline", { plans: "good.json", baseline: "no where.json" }, 2, /no where\.json/],
    ["takes thresholds", { plans: "bad.json", "fail-on": "never incomplete" }, 0, /icp-cdn-coverage/],
    ["takes a language", { plans: "bad.json", language: "zh" }, 1, /[\u4e00-\u9fff]/],
    [
      "says why the package cannot be had",
      { plans: "good.json", version: "99.0.0" },
      1,
      /npm (?:error|ERR!).*99\.0\.0/,
    ],
    ["runs nothing that an input holds", { plans: "$(touch x) `touch x`; touch x" }, 2, /touch/],
  ])("%s", async (_, given, expected, says) => {
    const found = await run(given);
    expect([found.code, found.out]).toEqual([expected, expect.stringMatching(says)]);
    expect(existsSync(join(project, "x"))).toBe(false);
  });

  it("shows a plan that Terraform or OpenTofu saved, with the program of the image", async () => {
    const infra = join(project, "infra");
    placeSavedPlan(infra);
    const shown = (programs: readonly string[], plans = "infra/tfplan"): Promise<Done> =>
      run({ plans }, showing(infra, programs));
    for (const programs of [["terraform"], ["tofu"], ["terraform: no plan of mine", "tofu"]])
      expect(await shown(programs), programs.join()).toEqual({
        code: 1,
        out: expect.stringContaining("infra/main.tf:17") as string,
      });
    const named = await shown(["terraform"], "shop/prod=infra/tfplan bad.json");
    expect(named).toEqual({ code: 1, out: expect.stringContaining("infra/main.tf:17  shop/prod") as string });
    // A folder's own name is none that is given to its plan.
    placeSavedPlan(join(project, "env=prod"));
    expect(await shown(["terraform"], "env=prod/tfplan")).toEqual({
      code: 1,
      out: expect.stringContaining("env=prod/main.tf:17") as string,
    });
    cpSync("examples/terraform-cdn/plan.json", join(project, "artifacts", "plan.json"));
    expect(await run({ plans: "artifacts/plan.json", args: "--source infra" })).toEqual({
      code: 1,
      out: expect.stringContaining("infra/main.tf:17") as string,
    });
    expect(await shown(["terraform: no plan of mine"])).toEqual({
      code: 2,
      out: expect.stringContaining("no plan of mine") as string,
    });
    expect(readdirSync(infra).sort()).toEqual(["main.tf", "tfplan"]);
    writeFileSync(join(infra, "tfplan.json"), "{}");
    expect(await shown(["terraform"])).toEqual({
      code: 2,
      out: expect.stringContaining("tfplan.json is there already") as string,
    });
  });
});
