import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PackDriver } from "../support/pack-driver";

/** The tarball, unpacked into an empty project as npm would, with Pulumi's packages beside it. */
const project = mkdtempSync(join(tmpdir(), "alicloud-icp-package-"));
const installed = join(project, "node_modules/alicloud-icp");

beforeAll(() => {
  const [packed] = JSON.parse(
    execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", project], { encoding: "utf8" }),
  ) as [{ filename: string }];
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", join(project, packed.filename), "-C", installed, "--strip-components=1"]);
  // The package's own dependencies are what npm would install next to it; nothing else of ours is there.
  const dependencies = Object.keys(
    (JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: Record<string, string> }).dependencies,
  );
  for (const name of new Set(dependencies.map((one) => one.split("/")[0] ?? one))) {
    symlinkSync(resolve("node_modules", name), join(project, "node_modules", name));
  }
  writeFileSync(join(project, "package.json"), '{ "private": true }\n');
}, 60_000);

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });

describe("the package, installed into an empty folder", () => {
  it("holds what it needs and nothing else", () => {
    expect(readdirSync(installed).sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "PulumiPolicy.yaml",
      "README.md",
      "dist",
      "docs",
      "icp.schema.json",
      "package.json",
      "report.schema.json",
    ]);
    expect(readdirSync(join(installed, "dist")).sort()).toEqual([
      "cli.js",
      "command.js",
      "index.js",
      "policy-pack.js",
      "register-libraries.js",
      "types",
    ]);
  });

  it("works as a command", () => {
    const plan = resolve("examples/cdn-scope-omitted/preview.json");
    const { status, stdout, stderr } = node(join(installed, "dist/cli.js"), "check", plan, "--now", "2026-11-25");
    expect(stderr).toBe("");
    expect(status).toBe(1);
    expect(stdout).toContain("icp-cdn-coverage");
  });

  it("loads the libraries of the register only for a register", () => {
    const plan = join(project, "plan.json");
    writeFileSync(plan, readFileSync(resolve("examples/cdn-scope-omitted/preview.json")));
    const watch = join(project, "watch.cjs");
    // The command reads its bundles itself, so what is read tells what is loaded.
    writeFileSync(
      watch,
      `const fs = require("node:fs");
      const read = fs.readFileSync;
      let loaded = false;
      fs.readFileSync = (file, ...rest) => {
        loaded ||= /register-libraries\\.js$/.test(String(file));
        return read(file, ...rest);
      };
      process.on("exit", () => console.error(loaded));`,
    );
    const loads = (...args: string[]) =>
      node("--require", watch, join(installed, "dist/cli.js"), ...args).stderr.trim();
    expect(loads("--version")).toBe("false");
    expect(loads("rules")).toBe("false");
    expect(loads("check", plan)).toBe("false");
    expect(loads("check", plan, "--register", resolve("examples/cdn-scope-omitted/icp.yaml"))).toBe("true");
  });

  it("works as a library that require loads", () => {
    const script = `
      const icp = require("alicloud-icp");
      const { readFileSync } = require("node:fs");
      const file = ${JSON.stringify(resolve("examples/company-site/preview.json"))};
      const plan = icp.joinParts([icp.readPlan(readFileSync(file), file)]);
      const register = icp.openRegister({ env: {}, startFolders: [${JSON.stringify(resolve("examples/company-site"))}], today: "2026-11-25" });
      const report = icp.reportOf(icp.judge(plan, { register, today: "2026-11-25" }), { language: "en" });
      console.log(JSON.stringify(report.summary.findings));
    `;
    const { stdout, stderr } = node("-e", script);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({ mandatory: 0, advisory: 0, waived: 0, baseline: 0 });
  });

  it("has types that a strict program compiles against", () => {
    writeFileSync(
      join(project, "use.ts"),
      'import { judge, nothingDeclared, Plan, type Finding } from "alicloud-icp";\n' +
        "const plan = new Plan([], []);\n" +
        'const found: readonly Finding[] = judge(plan, { register: nothingDeclared, today: "2026-11-25" }).findings;\n' +
        "export const count: number = found.length;\n",
    );
    const compilerOptions = {
      noEmit: true,
      strict: true,
      skipLibCheck: true,
      types: [],
      module: "node16",
      target: "es2022",
    };
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
    const { stdout, status } = node(resolve("node_modules/typescript/bin/tsc"), "-p", project);
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  it("works as a policy pack", async () => {
    const pack = await PackDriver.start({ folder: installed });
    const urn = "urn:pulumi:dev::web::alicloud:cdn/domainNew:DomainNew::site";
    const found = await pack.analyze({
      urn,
      type: "alicloud:cdn/domainNew:DomainNew",
      name: "site",
      inputs: { domainName: "www.example.com" },
    });
    pack.stop();
    expect(found.map(({ policy }) => policy)).toEqual(["icp-cdn-coverage"]);
  });
});
