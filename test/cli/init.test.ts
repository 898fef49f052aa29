import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadRegister } from "../../src/register/load";
import { skeletonText } from "../../src/register/skeleton";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { TODAY } from "../support/rule-tester";
import { cli, emptyFolder, preview } from "./terminal";

const load = (text: string) => loadRegister(text, { file: "icp.yaml", knownRules: RULE_IDS, today: TODAY }).register;
/** What the comments of keys would say if they were none. */
const uncommented = (text: string): string => text.replace(/^( +)# /gm, "$1");

describe("init", () => {
  it("writes a register that loads, with the domains and servers of the plan", async () => {
    const cwd = emptyFolder();
    const ran = await cli(["init", preview("ecs-pay-as-you-go")], { cwd });
    expect(ran).toEqual({ code: 0, out: "", err: "Wrote icp.yaml: correct the status of each domain in it\n" });
    const text = readFileSync(join(cwd, "icp.yaml"), "utf8");
    expect(load(text)).toMatchObject({ asOf: "2026-11-25", filings: [{ domain: "example.com", status: "unfiled" }] });
    expect(text).toContain('stack: "ecs-pay-as-you-go/dev", resource: "*::alicloud:ecs/instance:Instance::web"');
  });

  it("writes what check then finds", async () => {
    const cwd = emptyFolder();
    const plan = preview("ecs-pay-as-you-go");
    await cli(["init", plan], { cwd });
    const { out } = await cli(["check", plan, "--register", "icp.yaml", "--format", "json"], { cwd });
    expect(JSON.parse(out)).toMatchObject({ apexes: [{ apex: "example.com", state: "unfiled" }] });
  });

  it("never overwrites", async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "icp.yaml"), "mine");
    const { code, err } = await cli(["init", preview("ecs-pay-as-you-go")], { cwd });
    expect(code).toBe(2);
    expect(err).toBe(
      "alicloud-icp: icp.yaml: is there already and is left as it is; pass --output for another file, or - to print it\n",
    );
    expect(readFileSync(join(cwd, "icp.yaml"), "utf8")).toBe("mine");
  });

  it("prints on demand", async () => {
    const { code, out, err } = await cli(["init", preview("ecs-pay-as-you-go"), "--output", "-"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(load(out).filings).toHaveLength(1);
  });
});

describe("the text of a first register", () => {
  it("loads without any domain", () => {
    expect(load(skeletonText({ asOf: "2026-11-25", filings: [], servers: [] })).filings).toEqual([]);
  });

  it("loads with its comments made keys, whatever the names", () => {
    const text = skeletonText({
      asOf: "2026-11-25",
      filings: [{ domain: "example.com", hosts: ["www.example.com"] }],
      servers: [{ product: "ecs", stack: "web/dev", resource: '*::a:b/c:D::na"me # {x}\n: y' }],
    });
    expect(load(uncommented(text)).filings[0]).toMatchObject({
      number: "浙ICP备12345678号-1",
      accessProviders: [{ name: "aliyun", status: "active" }],
      hosts: [{ host: "www.example.com" }],
      servers: [{ product: "ecs", stack: "web/dev", resource: '*::a:b/c:D::na"me # {x}\n: y' }],
    });
  });
});
