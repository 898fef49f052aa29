import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { formats } from "../../src/report";
import { PackDriver } from "../support/pack-driver";
import { installPackage, pack } from "./install";

const { project, installed, packed, node, remove } = installPackage();
afterAll(remove);

describe("the package, installed into an empty folder", () => {
  it("holds what it needs and nothing else", () => {
    expect(readdirSync(installed).sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "PulumiPolicy.yaml",
      "README.md",
      "README.zh.md",
      "alicloud-icp.schema.json",
      "alicloud-icp.zh.schema.json",
      "dist",
      "docs",
      "extract.schema.json",
      "icp.schema.json",
      "icp.verified.schema.json",
      "icp.zh.schema.json",
      "package.json",
      "report.schema.json",
    ]);
    expect(readdirSync(join(installed, "dist")).sort()).toEqual([
      "THIRD-PARTY-NOTICES.txt",
      "cli.js",
      "command.js",
      "index.d.ts",
      "index.js",
      "library.js",
      "pages.js",
      "parts.d.ts",
      "parts.js",
      "policy-pack.js",
      "program-child.js",
      "reader.js",
      "register-libraries.js",
      "sbom.cdx.json",
    ]);
  });

  it("packs again from where it is installed, and says nothing but the name: pulumi policy publish reads it", () => {
    const args = ["pack", "--loglevel=error", "--pack-destination", project];
    const { status, stdout } = spawnSync("npm", args, { cwd: installed, encoding: "utf8" });
    expect([status, stdout.trim()]).toEqual([0, packed.filename]);
    expect(pack(installed, project).files).toEqual(packed.files);
  });

  it("builds nothing when Pulumi installs what a published pack depends on", () => {
    const { status, stderr } = spawnSync("npm", ["run", "prepublish"], { cwd: installed, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    expect(readdirSync(join(installed, "dist"))).toContain("policy-pack.js");
  });

  it("works as a command", () => {
    const plan = resolve("examples/cdn-scope-omitted/preview.json");
    const { status, stdout, stderr } = node(join(installed, "dist/cli.js"), "check", plan, "--now", "2026-11-25");
    expect(stderr).toBe("");
    expect(status).toBe(1);
    expect(stdout).toContain("icp-cdn-coverage");
  });

  it("judges a program by that program's own SDK where it is alone, as the action and the hooks have it", () => {
    const alone = mkdtempSync(join(tmpdir(), "alicloud-icp-alone-"));
    cpSync(join(installed, "dist"), join(alone, "dist"), { recursive: true });
    const program = resolve("examples/cdn-scope-omitted");
    const { status, stdout, stderr } = node(join(alone, "dist/cli.js"), "check", program);
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout).toContain("icp-cdn-coverage");
  });

  it("writes pages and pictures", () => {
    const plan = resolve("examples/cdn-scope-omitted/preview.json");
    const page = node(join(installed, "dist/cli.js"), "check", plan, "--format", "html");
    expect(page.stdout).toMatch(/^<!doctype html>[^]*<svg [^]*<\/html>\n$/);
    expect(node(join(installed, "dist/cli.js"), "graph", plan, "--lang", "zh").stdout).toMatch(/^<svg [^]*解析记录/);
    const use =
      'const { check, formats } = require("alicloud-icp"); console.log(formats.html(check({ plans: [process.argv[1]] })))';
    expect(node("-e", use, plan).stdout).toContain("<!doctype html>");
  });

  it("writes every format, several at once, and the same from a saved report in both languages", () => {
    const cli = (...args: string[]) => node(join(installed, "dist/cli.js"), ...args);
    const plan = resolve("examples/company-site-hongkong/preview.json");
    for (const lang of ["en", "zh"]) {
      const wanted = Object.keys(formats).flatMap((name) => ["-f", `${name}=${lang}.${name}`]);
      expect(cli("check", plan, ...wanted, "--lang", lang)).toMatchObject({ status: 1, stdout: "" });
      const saved = Object.keys(formats).flatMap((name) => ["-f", `${name}=saved.${lang}.${name}`]);
      expect(cli("report", "en.json", ...saved, "--lang", lang)).toMatchObject({ status: 0, stdout: "" });
      const textOf = (file: string): string => readFileSync(join(project, file), "utf8");
      for (const name of Object.keys(formats))
        expect(textOf(`saved.${lang}.${name}`), name).toBe(textOf(`${lang}.${name}`));
    }
  });

  it("takes patterns and folders of plans", () => {
    const cli = (...args: string[]) => node(join(installed, "dist/cli.js"), ...args);
    mkdirSync(join(project, "plans"));
    for (const [name, of] of Object.entries({ a: "company-site", b: "hongkong" }))
      writeFileSync(join(project, `plans/${name}.json`), readFileSync(resolve(`examples/${of}/preview.json`)));
    for (const given of ["plans", "plans/*.json", "**/[ab].json"]) {
      const { stdout, stderr } = cli("check", given, "--format", "json");
      expect(stderr, given).toBe("");
      const { plans } = JSON.parse(stdout) as { plans: { source: string }[] };
      expect(
        plans.map(({ source }) => source),
        given,
      ).toEqual(["plans/a.json", "plans/b.json"]);
    }
    rmSync(join(project, "plans"), { recursive: true });
  });

  it("accepts findings for good and for a time, by files that stand in the project", () => {
    const cli = (...args: string[]) => node(join(installed, "dist/cli.js"), ...args);
    writeFileSync(join(project, "plan.json"), readFileSync(resolve("examples/cdn-scope-omitted/preview.json")));
    writeFileSync(join(project, "icp.yaml"), "version: 1\nasOf: 2026-11-22 # today\n");
    expect(cli("baseline", "plan.json").status).toBe(0);
    writeFileSync(join(project, "alicloud-icp.yaml"), "baseline: icp-baseline.json\n");
    expect(cli("check", "plan.json").status).toBe(0);
    expect(cli("check", "plan.json", "--no-config").status).toBe(1);
    const waived = ["--apex", "example.com", "--reason", "being filed", "--until", "2099-12-31"];
    expect(cli("waive", "icp-cdn-coverage", ...waived).status).toBe(0);
    expect(readFileSync(join(project, "icp.yaml"), "utf8")).toContain("asOf: 2026-11-22 # today\n");
    expect(cli("check", "plan.json", "--no-config").status).toBe(0);
    for (const file of ["plan.json", "icp.yaml", "alicloud-icp.yaml", "icp-baseline.json"]) rmSync(join(project, file));
  });

  it("explains, keeps a register, and completes, in the language that is asked for", () => {
    const command = (...args: string[]) => {
      const { status, stdout, stderr } = node(join(installed, "dist/cli.js"), ...args, "--lang", "zh");
      return [status, stdout + stderr] as const;
    };
    writeFileSync(join(project, "served.json"), readFileSync(resolve("examples/cdn-scope-omitted/preview.json")));
    expect(command("explain", "icp-dns-record")).toEqual([0, expect.stringContaining("\n如何处理\n")]);
    expect(command("init", "served.json")).toEqual([0, expect.stringContaining("已写入 icp.yaml")]);
    const written = readFileSync(join(project, "icp.yaml"), "utf8");
    expect(written).toContain("$schema=./node_modules/alicloud-icp/icp.zh.schema.json\n");
    expect(command("init", "served.json", "--update")).toEqual([0, expect.any(String)]);
    expect(readFileSync(join(project, "icp.yaml"), "utf8")).toBe(written);
    expect(command("register")).toEqual([0, expect.stringContaining("example.com")]);
    rmSync(join(project, "icp.yaml"));
    expect(node(join(installed, "dist/cli.js"), "completion", "bash").stdout).toContain("icp-cdn-coverage");
  });

  it("reads numbers with full-width signs as its sources do: what it starts with is ASCII", () => {
    for (const bundle of ["command.js", "register-libraries.js", "pages.js"])
      expect(readFileSync(join(installed, "dist", bundle), "latin1"), bundle).not.toMatch(/[^\0-\x7f]/);
  });

  it("loads the libraries of the register only for a register, and those of pages only for a page", () => {
    const plan = join(project, "plan.json");
    writeFileSync(plan, readFileSync(resolve("examples/cdn-scope-omitted/preview.json")));
    const watch = join(project, "watch.cjs");
    // The command reads its bundles itself, so what is read tells what is loaded.
    writeFileSync(
      watch,
      `const fs = require("node:fs");
      const read = fs.readFileSync;
      const loaded = [];
      fs.readFileSync = (file, ...rest) => {
        loaded.push(.../(?:register-libraries|pages)(?=\\.js$)/.exec(String(file)) ?? []);
        return read(file, ...rest);
      };
      process.on("exit", () => console.error(loaded.join(" ")));`,
    );
    const loads = (...args: string[]) =>
      node("--require", watch, join(installed, "dist/cli.js"), ...args).stderr.trim();
    expect(loads("--version")).toBe("");
    expect(loads("rules")).toBe("");
    expect(loads("check", plan)).toBe("");
    expect(loads("check", plan, "--register", resolve("examples/cdn-scope-omitted/icp.yaml"))).toBe(
      "register-libraries",
    );
    expect(loads("check", plan, "--format", "html")).toBe("pages");
    expect(loads("explain", "icp-dns-record")).toBe("pages");
  });

  it("works as a policy pack", async () => {
    const driver = await PackDriver.start({ folder: installed });
    const urn = "urn:pulumi:dev::web::alicloud:cdn/domainNew:DomainNew::site";
    const found = await driver.analyze({
      urn,
      type: "alicloud:cdn/domainNew:DomainNew",
      name: "site",
      inputs: { domainName: "www.example.com" },
    });
    driver.stop();
    expect(found.map(({ policy }) => policy)).toEqual(["icp-cdn-coverage"]);
  });
});
