/** The GitHub Action, run step by step as GitHub's runner does. */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { installPackage } from "../package/install";
import { startApi, type Api } from "./github";
import { describeWith } from "./programs";
import { action, runAction, type Job, type JobRun } from "./runner";
import { placeSavedPlan, showing } from "./terraform";

const TIMEOUT = 60_000;
const { tarball, remove } = installPackage();
const workspace = mkdtempSync(join(tmpdir(), "icp-workspace-"));
afterAll(() => {
  remove();
  rmSync(workspace, { recursive: true, force: true });
});

/** A checkout of a user: plans of which one has findings, and a folder of its own for each case that writes. */
const place = (path: string, example: string): void => {
  mkdirSync(join(workspace, path, ".."), { recursive: true });
  cpSync(join("examples", example, "preview.json"), join(workspace, path));
};
place("bad.json", "cdn-scope-omitted");
place("good.json", "hongkong");
place("plans/a.json", "hongkong");
cpSync("examples/cdn-scope-omitted", join(workspace, "program"), { recursive: true });
// As npm installs it in the job.
symlinkSync(resolve("node_modules"), join(workspace, "program/node_modules"));
place("plans/b plan.json", "cdn-scope-omitted");
writeFileSync(join(workspace, "broken.json"), "{");
placeSavedPlan(join(workspace, "infra"));

const run = (given: Record<string, string>, job: Partial<Job> = {}): Promise<JobRun> =>
  runAction({ workspace, with: { version: tarball, ...given }, ...job });

describe("action.yml", () => {
  describeWith("check-jsonschema", "by GitHub's schema", (program) => {
    it("is one of an action", () => {
      const args = ["--builtin-schema", "vendor.github-actions", "action.yml"];
      const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
      expect(stdout).toContain("ok");
      expect(status).toBe(0);
    });
  });

  it("has an input and an output for each that is promised", () => {
    expect(Object.keys(action.inputs)).toEqual(
      "plans register baseline region fail-on language args working-directory sarif comment version".split(" "),
    );
    expect(Object.keys(action.outputs)).toEqual("result exit-code mandatory advisory report sarif".split(" "));
  });

  it("lets inputs reach no script: they come as variables", () => {
    const scripts = action.runs.steps.flatMap((step) => step.run ?? []);
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
  });

  it("names the version of other actions", () => {
    const uses = action.runs.steps.flatMap((step) => step.uses ?? []);
    expect(uses).toEqual(["github/codeql-action/upload-sarif@v4"]);
  });
});

describe("a check", { timeout: TIMEOUT }, () => {
  it("fails for findings, with annotations, a summary, outputs and what code scanning takes", async () => {
    const { code, outputs, log, summary, used } = await run({ plans: "bad.json" });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ result: "findings", "exit-code": "1", mandatory: "1", advisory: "1" });
    expect(log).toMatch(/^::error .*title=icp-cdn-coverage/m);
    expect(summary).toContain("icp-cdn-coverage");
    const report = JSON.parse(readFileSync(outputs["report"] ?? "", "utf8")) as { summary: object };
    expect(report.summary).toMatchObject({ findings: { mandatory: 1, advisory: 1 } });
    expect(JSON.parse(readFileSync(outputs["sarif"] ?? "", "utf8"))).toMatchObject({ version: "2.1.0" });
    expect(used).toEqual([{ uses: "github/codeql-action/upload-sarif@v4", with: { sarif_file: outputs["sarif"] } }]);
  });

  it("passes where nothing is to be done", async () => {
    const { code, outputs, ran } = await run({ plans: "good.json", sarif: "false" });
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ result: "passed", "exit-code": "0", mandatory: "0" });
    expect(ran).toEqual(["Get alicloud-icp", "Check", "Result"]);
  });

  it("says what it cannot read, and fails with 2", async () => {
    const { code, outputs, log, used } = await run({ plans: "broken.json" });
    expect(code).toBe(2);
    expect(outputs).toEqual({ result: "error", "exit-code": "2", mandatory: "", advisory: "", report: "", sarif: "" });
    expect(log).toMatch(/^::error title=alicloud-icp::alicloud-icp: broken\.json:1: /m);
    expect(used).toEqual([]);
  });

  it.each(["--help", "--version"])("does not pass where nothing is judged: %s", async (args) => {
    const { code, outputs, log } = await run({ plans: "bad.json", args });
    expect([code, outputs["result"], outputs["report"]]).toEqual([2, "error", ""]);
    expect(log).toMatch(/^::error title=alicloud-icp::.*nothing was judged/m);
  });

  it("is an error where the package cannot be had", async () => {
    const { code, outputs, log } = await run({ plans: "good.json", version: "./nowhere.tgz" });
    expect(code).toBe(3);
    expect(outputs).toMatchObject({ result: "error", "exit-code": "3" });
    expect(log).toMatch(/^npm (?:error|ERR!).*nowhere\.tgz/m);
    expect(log).toMatch(/^::error title=alicloud-icp::npm could not/m);
    const chinese = await run({ plans: "good.json", version: "./nowhere.tgz", language: "zh" });
    expect(chinese.log).toMatch(/^::error title=alicloud-icp::npm 未能/m);
  });

  const sources = ({ outputs }: JobRun): string[] =>
    (JSON.parse(readFileSync(outputs["report"] ?? "", "utf8")) as { plans: { source: string }[] }).plans.map(
      ({ source }) => source,
    );

  it.each([
    ["a pattern", "plans/*.json", ["plans/a.json", "plans/b plan.json"]],
    ["a folder", "plans", ["plans/a.json", "plans/b plan.json"]],
    ["names with a space, one per line", "plans/a.json\nplans/b plan.json\n", ["plans/a.json", "plans/b plan.json"]],
    ["one such name", "plans/b plan.json\n", ["plans/b plan.json"]],
    ["several between spaces", " bad.json  plans/a*.json", ["bad.json", "plans/a.json"]],
  ])("takes %s", async (_, plans, expected) => {
    expect(sources(await run({ plans }))).toEqual(expected);
  });

  it("takes a plan that Terraform or OpenTofu saved, and shows it with the program that is there", async () => {
    const infra = join(workspace, "infra");
    for (const programs of [["terraform"], ["tofu"], ["terraform: no plan of mine", "tofu"]]) {
      const job = await run({ plans: "infra/tfplan" }, { env: showing(infra, programs) });
      expect([job.code, job.outputs["mandatory"]], programs.join()).toEqual([1, "2"]);
      expect(job.log).toMatch(/^::error file=infra\/main\.tf,line=17,.*title=icp-cdn-coverage/m);
    }
    const named = await run({ plans: "shop/prod=infra/tfplan" }, { env: showing(infra, ["terraform"]) });
    const report = JSON.parse(readFileSync(named.outputs["report"] ?? "", "utf8")) as { plans: { id: string }[] };
    expect(report.plans.map(({ id }) => id)).toEqual(["shop/prod"]);
    expect(readdirSync(infra).sort()).toEqual(["main.tf", "tfplan"]);
    // A folder's own name is none that is given to its plan.
    const whole = join(workspace, "env=prod");
    placeSavedPlan(whole);
    const job = await run({ plans: "env=prod/tfplan" }, { env: showing(whole, ["terraform"]) });
    expect(job.log).toMatch(/^::error file=env=prod\/main\.tf,line=17,.*title=icp-cdn-coverage/m);
    rmSync(whole, { recursive: true });
    cpSync("examples/terraform-cdn/plan.json", join(workspace, "artifacts", "plan.json"));
    const elsewhere = await run({ plans: "artifacts/plan.json", args: "--source infra" });
    expect(elsewhere.log).toMatch(/^::error file=infra\/main\.tf,line=17,.*title=icp-cdn-coverage/m);
    rmSync(join(workspace, "artifacts"), { recursive: true });
  });

  it("says why a saved plan cannot be shown, and shows none of a stranger's", async () => {
    const infra = join(workspace, "infra");
    const refused = async (programs: readonly string[], job: Partial<Job> = {}): Promise<readonly unknown[]> => {
      const { code, log } = await run(
        { plans: "infra/tfplan", sarif: "false" },
        { ...job, env: showing(infra, programs) },
      );
      return [code, log.split("\n").find((line) => line.startsWith("::error")) ?? ""];
    };
    expect(await refused([])).toEqual([2, expect.stringContaining("neither terraform nor tofu is on PATH")]);
    expect(await refused(["terraform: no plan of mine"])).toEqual([2, expect.stringContaining("no plan of mine")]);
    const event = { name: "pull_request_target", content: {} };
    expect(await refused(["terraform"], { event })).toEqual([2, expect.stringContaining("infra/tfplan: is ")]);
    writeFileSync(join(infra, "tfplan.json"), "{}");
    expect(await refused(["terraform"])).toEqual([2, expect.stringContaining("tfplan.json is there already")]);
    rmSync(join(infra, "tfplan.json"));
  });

  it("takes the folder of a program, and needs nothing that is not there", async () => {
    const job = await run({ plans: "program", args: "--stack dev" });
    expect([job.code, sources(job)]).toEqual([1, ["program"]]);
    expect(job.log).toMatch(/^::error .*title=icp-cdn-coverage/m);
  });

  it("runs nothing of a pull request that may use secrets of the repository", async () => {
    const event = { name: "pull_request_target", content: {} };
    const { code, log, outputs } = await run({ plans: "program", args: "--stack dev", sarif: "false" }, { event });
    expect([code, outputs["result"]]).toEqual([2, "error"]);
    expect(log).toMatch(/^::error .*program: is the folder of a Pulumi program, and --no-programs refuses to run it/m);
    expect((await run({ plans: "plans", comment: "false", sarif: "false" }, { event })).code).toBe(1);
  });

  it("takes thresholds, a register, a language, a folder and more arguments", async () => {
    const never = await run({ plans: "bad.json", "fail-on": "never", language: "zh" });
    expect([never.code, never.outputs["result"], never.outputs["mandatory"]]).toEqual([0, "passed", "1"]);
    expect(never.log).toMatch(/^::error .*[\u4e00-\u9fff]/m);
    const strict = await run({ plans: "good.json", "fail-on": "advisory incomplete", "working-directory": "plans/.." });
    expect(strict.code).toBe(0);
    const missing = await run({ plans: "good.json", register: "nowhere.yaml" });
    expect([missing.code, missing.log]).toEqual([2, expect.stringContaining("nowhere.yaml")]);
    const astray = await run({ plans: "good.json", "working-directory": "nowhere" });
    expect([astray.code, astray.log]).toEqual([2, expect.stringContaining("working-directory: is no folder")]);
    const chinese = await run({ plans: "good.json", "working-directory": "nowhere", language: "zh" });
    expect([chinese.code, chinese.log]).toEqual([2, expect.stringContaining("working-directory：不是文件夹")]);
    const inFolder = await run({
      plans: "a.json",
      "working-directory": "plans",
      args: "--format\ncsv=../out list.csv",
    });
    expect([inFolder.code, existsSync(join(workspace, "out list.csv"))]).toEqual([0, true]);
  });

  it("is in the language that a variable of the workflow names, where no input does", async () => {
    const env = { ALICLOUD_ICP_LANG: "zh" };
    expect((await run({ plans: "bad.json" }, { env })).log).toMatch(/^::error .*[\u4e00-\u9fff]/m);
    expect((await run({ plans: "bad.json", language: "en" }, { env })).log).not.toMatch(/[\u4e00-\u9fff]/);
    expect((await run({ plans: "broken.json" }, { env })).log).toMatch(/^::error .*[\u4e00-\u9fff]/m);
  });

  it("runs nothing that a name or an input holds", async () => {
    const before = readdirSync(workspace).sort();
    const hostile = ["$(touch x)", '"; touch x; "', "`touch x`", "'; touch x #", "-x", "--output=x"];
    for (const text of hostile) {
      const found = await run({ plans: `good.json\n${text}\n` });
      expect([found.code, found.outputs["result"]], text).toEqual([2, "error"]);
    }
    for (const name of ["register", "baseline", "region", "fail-on", "language", "version", "working-directory"]) {
      const found = await run({ plans: "good.json", [name]: `$(touch x)"; touch x; '\n::set-output name=x::y` });
      expect(found.log, name).not.toMatch(/^::set-output/m);
    }
    const named = join(workspace, "$(touch x); `touch x`.json");
    cpSync(join(workspace, "bad.json"), named);
    const found = await run({ plans: "*touch*.json" });
    rmSync(named);
    expect(found.outputs["result"]).toBe("findings");
    expect(readdirSync(workspace).sort()).toEqual(before);
  }, 240_000);
});

describe("the comment on a pull request", { timeout: TIMEOUT }, () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => {
    api.close();
  });
  beforeEach(() => {
    api.comments.length = 0;
    api.asked.length = 0;
    api.answer = 200;
  });
  const event = { name: "pull_request", content: { pull_request: { number: 7 } } };
  const onPull = (given: Record<string, string>, job: Partial<Job> = {}): Promise<JobRun> =>
    run(given, { event, api: api.url, ...job });
  const plan = join(workspace, "changing.json");
  const planOf = (example: string): void => {
    cpSync(join("examples", example, "preview.json"), plan);
  };

  it("is written once, and kept up to date", async () => {
    // More than one page of others, one of them by somebody who copied what the action wrote.
    for (let id = 1; id <= 130; id += 1) api.comments.push({ id, body: "Looks good.", user: { type: "User" } });
    planOf("cdn-scope-omitted");
    const first = await onPull({ plans: "changing.json" });
    expect(first.code).toBe(1);
    expect(api.comments).toHaveLength(131);
    const written = api.comments[130]?.body ?? "";
    expect(written).toMatch(/^<!-- alicloud-icp [0-9a-f]{16} -->\n\n## /);
    expect(written).toContain("icp-cdn-coverage");
    api.comments.unshift({ id: 900, body: written, user: { type: "User" } });

    planOf("hongkong");
    expect((await onPull({ plans: "changing.json" })).code).toBe(0);
    expect(api.comments).toHaveLength(132);
    expect(api.comments[0]?.body).toBe(written);
    expect(api.comments[131]?.body).toMatch(/^<!-- alicloud-icp [0-9a-f]{16} -->\n\n## /);
    expect(api.comments[131]?.body).not.toContain("icp-cdn-coverage");

    writeFileSync(plan, "{");
    expect((await onPull({ plans: "changing.json" })).code).toBe(2);
    expect(api.comments[131]?.body).toContain("could not check the plans");
    expect(api.comments).toHaveLength(132);

    planOf("hongkong");
    await onPull({ plans: "changing.json" });
    expect(api.comments[131]?.body).not.toContain("could not check the plans");
    expect((await onPull({ plans: "changing.json", version: "./nowhere.tgz", language: "zh" })).code).toBe(3);
    expect(api.comments[131]?.body).toContain("未能检查计划");
    rmSync(plan);
  });

  it("is not written where nothing is to be done, nor on other events, nor where it is not wanted", async () => {
    await onPull({ plans: "good.json" });
    expect(api.comments).toEqual([]);
    await onPull({ plans: "bad.json" }, { event: { name: "push", content: {} } });
    await onPull({ plans: "bad.json", comment: "false" });
    expect(api.asked.filter((one) => !one.startsWith("GET "))).toEqual([]);
    expect(api.asked).toHaveLength(1);
  });

  it("is another one for another job", async () => {
    await onPull({ plans: "bad.json" });
    await onPull({ plans: "bad.json" }, { job: "other" });
    await onPull({ plans: "bad.json", language: "zh" });
    expect(api.comments).toHaveLength(2);
    expect(api.comments[0]?.body).toMatch(/[\u4e00-\u9fff]/);
  });

  it("is left out with a notice where the token may not write, and the check ends as it would", async () => {
    api.answer = 403;
    const { code, log } = await onPull({ plans: "bad.json" });
    expect(code).toBe(1);
    expect(log).toMatch(/^::notice title=alicloud-icp::.*pull-requests: write/m);
    const passed = await onPull({ plans: "bad.json", "fail-on": "never", language: "zh" });
    expect([passed.code, passed.log]).toEqual([0, expect.stringMatching(/^::notice .*令牌/m)]);
  });

  it("is left out with a warning where GitHub does not answer", async () => {
    api.answer = 502;
    expect((await onPull({ plans: "bad.json" })).log).toMatch(/^::warning title=alicloud-icp::.*502/m);
    const { code, log } = await onPull({ plans: "bad.json" }, { api: "http://127.0.0.1:9" });
    expect([code, log]).toEqual([1, expect.stringMatching(/^::warning title=alicloud-icp::/m)]);
  });
});
