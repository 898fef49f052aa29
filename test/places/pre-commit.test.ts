/** The hooks, as pre-commit installs and runs them, with a stand-in for the registry. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { installPackage } from "../package/install";
import { describeWith } from "./programs";
import { startRegistry, type Registry } from "./registry";
import { execute, type Done } from "./shell";
import { placeSavedPlan, showing } from "./terraform";

interface Hook {
  readonly id: string;
  readonly files: string;
}

const hooks = parse(readFileSync(".pre-commit-hooks.yaml", "utf8")) as readonly Hook[];

it("are for registers, and for plans where they are kept", () => {
  const matched = (id: string, ...paths: readonly string[]): readonly string[] => {
    const pattern = new RegExp(hooks.find((hook) => hook.id === id)?.files ?? "$^");
    return paths.filter((path) => pattern.test(path));
  };
  expect(matched("alicloud-icp-register", "icp.yaml", "ops/icp.yaml", "my-icp.yaml", "icp.yaml.bak")).toEqual([
    "icp.yaml",
    "ops/icp.yaml",
  ]);
  expect(
    matched("alicloud-icp-check", "plan.json", "web/plan-prod.json", "plan.dns.json", "plan_2.json", "plans/a.json"),
  ).toHaveLength(5);
  expect(
    matched("alicloud-icp-terraform", "main.tf", "a/b.tf.json", "prod.tfvars", "main.tofu", "a.tfplan", "a.md"),
  ).toHaveLength(4);
  expect(matched("alicloud-icp-check", "package.json", "myplans/a.json", "planets.json", "planner.json")).toEqual([]);
});

describeWith("pre-commit", "hooks of pre-commit", (program) => {
  const folder = mkdtempSync(join(tmpdir(), "icp-hooks-"));
  const { tarball, remove } = installPackage();
  let registry: Registry;
  beforeAll(async () => {
    registry = await startRegistry(tarball);
    const clone = join(folder, "alicloud-icp");
    // What is committed, as it lies here: pre-commit clones it.
    const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      encoding: "utf8",
    });
    const wanted = ["hooks/", "action/", ".pre-commit-hooks.yaml", "package.json", ".gitignore"];
    for (const file of listed.split("\0").filter((one) => wanted.some((start) => one.startsWith(start)))) {
      mkdirSync(dirname(join(clone, file)), { recursive: true });
      cpSync(file, join(clone, file));
    }
    commit(clone);
    const user = join(folder, "user");
    for (const [to, from] of Object.entries({
      "plan.json": "examples/cdn-scope-omitted/preview.json",
      "icp.yaml": "examples/cdn-scope-omitted/icp.yaml",
      "shop/icp.yaml": "examples/company-site/icp.yaml",
      "package.json": "package.json",
    })) {
      mkdirSync(dirname(join(user, to)), { recursive: true });
      cpSync(from, join(user, to));
    }
    placeSavedPlan(user);
    const head = execFileSync("git", ["rev-parse", "HEAD"], { cwd: clone, encoding: "utf8" }).trim();
    const list = hooks.map(({ id }) => `      - id: ${id}\n`).join("");
    writeFileSync(
      join(user, ".pre-commit-config.yaml"),
      `repos:\n  - repo: ${clone}\n    rev: ${head}\n    hooks:\n${list}`,
    );
    commit(user);
  });
  afterAll(() => {
    registry.close();
    remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const commit = (cwd: string): void => {
    const identity = ["-c", "user.name=tests", "-c", "user.email=tests@example.com"];
    for (const args of [
      ["init", "--quiet"],
      ["add", "--all"],
      [...identity, "commit", "--quiet", "--message=all"],
    ])
      execFileSync("git", args, { cwd, stdio: "pipe" });
  };
  const run = (hook: string, from = registry.url, more: Readonly<Record<string, string>> = {}): Promise<Done> =>
    execute(program, ["run", hook, "--all-files", "--color=never"], {
      cwd: join(folder, "user"),
      env: {
        ...process.env,
        PRE_COMMIT_HOME: join(folder, "home"),
        npm_config_registry: from,
        npm_config_fetch_retries: "0",
        npm_config_cache: join(folder, "npm"),
        ...more,
      },
    });

  it("are a manifest of pre-commit", () => {
    execFileSync(program, ["validate-manifest", ".pre-commit-hooks.yaml"], { stdio: "pipe" });
  });

  it("say why there is no package", async () => {
    const { code, out } = await run("alicloud-icp-check", "http://127.0.0.1:9");
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/npm (?:error|ERR!).*127\.0\.0\.1:9[^]*npm has no alicloud-icp/),
    ]);
  });

  it("check plans, and stop a commit for findings", async () => {
    const { code, out } = await run("alicloud-icp-check");
    expect([code, out]).toEqual([1, expect.stringMatching(/exit code: 1[^]*icp-cdn-coverage/)]);
    expect(out).not.toContain("package.json");
    writeFileSync(join(folder, "user/plan.json"), readFileSync("examples/hongkong/preview.json"));
    // What was fetched once is there.
    registry.close();
    expect((await run("alicloud-icp-check")).code).toBe(0);
  });

  it("show a saved plan of Terraform, and stop a commit for findings", async () => {
    const user = join(folder, "user");
    const { code, out } = await run("alicloud-icp-terraform", undefined, showing(user, ["terraform"]));
    expect([code, out]).toEqual([1, expect.stringMatching(/icp-cdn-coverage {2}main\.tf:17[^]*scope = "overseas"/)]);
    expect(existsSync(join(user, "tfplan.json"))).toBe(false);
    const missing = await run("alicloud-icp-terraform", undefined, showing(user, []));
    expect([missing.code, missing.out]).toEqual([1, expect.stringContaining("neither terraform nor tofu is on PATH")]);
  });

  it("validate registers, several in one commit", async () => {
    expect((await run("alicloud-icp-register")).code).toBe(0);
    writeFileSync(join(folder, "user/shop/icp.yaml"), "version: 1\nasOf: 2026-11-22\nfilngs: []\n");
    const { code, out } = await run("alicloud-icp-register");
    expect([code, out]).toEqual([1, expect.stringContaining("filngs")]);
  });
});
