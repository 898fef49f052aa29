import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bytesOf, cli, emptyFolder, preview, repository } from "./terminal";

const PLAN = preview("company-site-hongkong");
const STACK = join(repository, "test/stacks/alb-hosts/preview.json");

describe("alicloud-icp graph", () => {
  it("draws the plan, and is no judge of it", async () => {
    const { code, out, err } = await cli(["graph", PLAN]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^<svg [^]*<\/svg>\n$/);
  });

  it.each([
    ["dot", "digraph filing {", "refers to"],
    ["mermaid", "flowchart LR", '|"refers to"|'],
  ])("writes %s", async (format, first, holds) => {
    const { code, out } = await cli(["graph", PLAN, "--format", format]);
    expect({ code, first: out.split("\n")[0] }).toEqual({ code: 0, first });
    expect(out).toContain(holds);
  });

  it.each(["svg", "dot", "mermaid"])("says of a plan without domains that nothing is served, as %s", async (format) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "plan.json"), '{"version":3,"deployment":{}}');
    const { out } = await cli(["graph", "plan.json", "--format", format], { cwd });
    expect(out).toContain("No hosts that are served");
    const { err } = await cli(["graph", "plan.json", "--apex", "a.com"], { cwd });
    expect(err).toBe('alicloud-icp: --apex: unknown: "a.com"\n');
  });

  it("draws only the domains that are asked for, in the language that is", async () => {
    const { out } = await cli(["graph", STACK, "--apex", "example.net", "--lang", "zh", "--format", "dot"]);
    expect(out).toContain("✕ shop.example.net");
    expect(out).not.toContain("example.com");
    expect(out).toContain("中国内地");
  });

  it("judges by the register and the day, as check does", async () => {
    const cwd = emptyFolder();
    const register =
      "version: 1\nasOf: 2026-11-20\nfilings:\n  - { domain: example.com, status: active, number: 浙ICP备12345678号-1 }\n";
    writeFileSync(join(cwd, "plan.json"), bytesOf("cdn-scope-omitted"));
    writeFileSync(join(cwd, "my.yaml"), register);
    const drawing = async (...options: string[]): Promise<string> =>
      (await cli(["graph", "plan.json", "--format", "dot", ...options], { cwd })).out;
    expect(await drawing()).toContain("✕ static.example.com");
    expect(await drawing("--register", "my.yaml")).toContain("✓ static.example.com");
  });

  it("writes a file whole, and never over what it reads", async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "plan.json"), bytesOf("cdn-scope-omitted"));
    expect(await cli(["graph", "plan.json", "--output", "graph.svg"], { cwd })).toEqual({
      code: 0,
      out: "",
      err: "The picture is in graph.svg\n",
    });
    expect(readFileSync(join(cwd, "graph.svg"), "utf8")).toContain("static.example.com");
    expect(await cli(["graph", "plan.json", "--output", "plan.json"], { cwd })).toMatchObject({
      code: 2,
      err: "alicloud-icp: plan.json: is one of the files to be read; write another one\n",
    });
  });

  it.each([
    [["--format", "png"], '--format: expected svg, dot or mermaid; found "png"'],
    [["--apex", "exmaple.com"], "--apex"],
    [["--now", "today"], "--now: expected a day"],
  ])("refuses %j with what was meant", async (options, says) => {
    const { code, err } = await cli(["graph", STACK, ...options]);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  it("says how in its help", async () => {
    const { out } = await cli(["graph", "--help"]);
    expect(out).toContain("$ alicloud-icp graph plan.json --output graph.svg");
  });
});
