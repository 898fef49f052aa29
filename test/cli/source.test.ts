/** `--source`: where what a Terraform plan names is written. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/report/types";
import { folderOf } from "../stacks/stacks";
import { cli, emptyFolder, type Around } from "./terminal";

const stack = `${folderOf("shop-alb-waf")}/terraform`;

/** A folder with a plan, and its configuration in a folder below. */
function laidOut(): string {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, ".git"));
  mkdirSync(join(cwd, "plans"));
  cpSync(`${stack}/plan.terraform.json`, join(cwd, "plans", "shop.json"));
  mkdirSync(join(cwd, "infra"));
  cpSync(`${stack}/main.tf`, join(cwd, "infra", "main.tf"));
  return cwd;
}

const spots = async (argv: readonly string[], around: Around): Promise<readonly string[]> => {
  const { out } = await cli(["check", ...argv, "--now", "2026-11-25", "--format", "json"], around);
  const { findings } = JSON.parse(out) as Report;
  return findings.flatMap(({ position }) => (position ? [`${position.file}:${position.line}`] : []));
};

describe("check --source", () => {
  it("tells file and line of the blocks in the folder that it names", async () => {
    const cwd = laidOut();
    const found = await spots(["plans/shop.json", "--source", "infra"], { cwd });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((spot) => /^infra\/main\.tf:\d+$/.test(spot))).toBe(true);
    expect(found.some((spot) => spot !== "infra/main.tf:1")).toBe(true);
    const { out } = await cli(["check", "plans/shop.json", "--source", "infra", "--no-color"], { cwd });
    for (const spot of new Set(found.filter((one) => one !== "infra/main.tf:1"))) expect(out).toContain(spot);
  });

  it("is not needed where the plan or the user stands in that folder", async () => {
    const cwd = laidOut();
    const named = await spots(["plans/shop.json", "--source", "infra"], { cwd });
    expect(await spots(["../plans/shop.json"], { cwd: join(cwd, "infra") })).toEqual(named);
    cpSync(join(cwd, "plans", "shop.json"), join(cwd, "infra", "plan.json"));
    expect(await spots(["infra/plan.json"], { cwd })).toEqual(named);
  });

  it("goes into extracts, also where threads read", async () => {
    const cwd = laidOut();
    const extract = await cli(["extract", "plans/shop.json", "--source", "infra", "-o", "shop.icp.json"], { cwd });
    expect(extract.code).toBe(0);
    expect(await spots(["shop.icp.json"], { cwd })).toEqual(
      await spots(["plans/shop.json", "--source", "infra"], { cwd }),
    );
    const threads = { count: 0, bundle: "" };
    expect(await spots(["plans/shop.json", "--source", "infra"], { cwd, threads })).toEqual(
      await spots(["plans/shop.json", "--source", "infra"], { cwd }),
    );
  });

  it("annotates lines of files that there are", async () => {
    const cwd = laidOut();
    const { out } = await cli(["check", "plans/shop.json", "--source", "infra", "--format", "github"], { cwd });
    expect(out).toMatch(/file=infra\/main\.tf,line=\d+/);
    expect(out).not.toContain("Pulumi.yaml");
  });

  it.each(["plans", "nowhere"])("refuses %s, which holds no configuration", async (folder) => {
    const { code, err } = await cli(["check", "plans/shop.json", "--source", folder], { cwd: laidOut() });
    expect(code).toBe(2);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(`${folder}: holds no configuration of Terraform`);
  });

  it("can stand in settings, from their folder", async () => {
    const cwd = laidOut();
    writeFileSync(join(cwd, "alicloud-icp.yaml"), "source: infra\n");
    const found = await spots(["../plans/shop.json"], { cwd: join(cwd, "plans") });
    expect(found).toEqual(await spots(["plans/shop.json", "--source", "infra"], { cwd }));
    expect(found.some((spot) => /^infra\/main\.tf:\d\d/.test(spot))).toBe(true);
  });

  it("finds what stands in several", async () => {
    const cwd = laidOut();
    mkdirSync(join(cwd, "other"));
    writeFileSync(join(cwd, "other", "main.tf"), "");
    const found = await spots(["plans/shop.json", "--source", "other", "--source", "infra"], { cwd });
    expect(found.some((spot) => /^infra\/main\.tf:\d+/.test(spot))).toBe(true);
  });
});

describe("without any configuration a finding", () => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, ".git"));
  mkdirSync(join(cwd, "plans"));
  cpSync(`${stack}/plan.terraform.json`, join(cwd, "plans", "shop.json"));
  const said = async (format: string, given = "plans/shop.json", from = cwd): Promise<string> =>
    (await cli(["check", given, "--format", format, "--no-color"], { cwd: from })).out;

  it.each([
    ["sarif", /"uri": ?"plans\/shop\.json"/],
    ["github", /^::error file=plans\/shop\.json,line=1,/m],
    ["gitlab", /"path": ?"plans\/shop\.json"/],
    ["azure", /sourcepath=plans\/shop\.json;linenumber=1/],
    ["json", /"file": ?"plans\/shop\.json"/],
  ])("is shown in the plan's own file: %s", async (format, place) => {
    const out = await said(format);
    expect(out).toMatch(place);
    expect(out).not.toMatch(/main\.tf|Pulumi\.yaml/);
    for (const given of ["blue=shop.json", join(cwd, "plans", "shop.json")])
      expect(await said(format, given, join(cwd, "plans"))).toMatch(place);
  });

  it.each(["text", "markdown", "html", "junit"])("says its address instead of a line: %s", async (format) => {
    const out = await said(format);
    expect(out.replaceAll("\\", "")).toMatch(/\balicloud_\w+\.\w+/);
    expect(out).not.toMatch(/(?:main\.tf|shop\.json):1\b/);
  });
});
