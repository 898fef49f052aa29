import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { policyAnalyze, preview } from "../../scripts/engine/engine.cjs";
import { exampleFolder, exampleNames, judgeExample, readExpected, reportExample } from "../examples/examples";
import { noticesFor } from "../stacks/stacks";
import { TODAY } from "../support/rule-tester";
import { describeEngine, violationsIn } from "./engine";

const pack = resolve(".");
const env = { ALICLOUD_ICP_NOW: TODAY };

/** What the pack must report where the command finds this. */
const reportedFor = (name: string): string[] => [
  ...reportExample(name).findings.map(({ rule, verdict, level, resource }) => {
    const policy = verdict === "undetermined" && level === "mandatory" ? "icp-undetermined" : rule;
    return `${level} ${policy} ${resource?.name}`;
  }),
  ...noticesFor(judgeExample(name)).map(({ said }) => `${said} ${name}-dev`),
];

describeEngine("pulumi preview --policy-pack", () => {
  it.each(exampleNames)("reports for %s what the command finds, and blocks when that is mandatory", async (name) => {
    const { status, stdout, stderr } = await preview({ dir: resolve(exampleFolder(name)), packs: [pack], env });
    expect(violationsIn(stdout)).toEqual(reportedFor(name).sort());
    const blocked = readExpected(name).some(({ level }) => level === "mandatory");
    expect(status === 0, stdout + stderr).toBe(!blocked);
    expect(stdout + stderr).not.toContain("can't run policy");
  });

  it("takes levels and the register from --policy-pack-config", async () => {
    const { status, stdout } = await preview({
      dir: resolve(exampleFolder("ecs-pay-as-you-go")),
      packs: [pack],
      packConfigs: [resolve("test/engine/policy-config.json")],
      env,
    });
    expect(violationsIn(stdout)).toEqual(["advisory icp-dns-record www"]);
    expect(status).toBe(0);
  });
});

describeEngine("pulumi policy analyze", () => {
  it("judges the state of a program that was not written in Node", async () => {
    const stateFile = resolve("test/engine/yaml-program.state.json");
    const { status, stdout } = await policyAnalyze({ packDir: pack, stateFile, json: true, env, cwd: "/" });
    const events = stdout
      .split("\n")
      .filter((line) => line.includes('"policyEvent"'))
      .map((line) => (JSON.parse(line) as { policyEvent: { policyName: string; resourceUrn: string } }).policyEvent);
    expect(
      events.map(({ policyName, resourceUrn }) => `${policyName} ${resourceUrn.split("::").pop()}`).sort(),
    ).toEqual(["icp-dns-record www", "icp-register-stale yaml-site-prod", "icp-server-billing server"]);
    expect(status).toBe(1);
    expect(readFileSync(stateFile, "utf8")).not.toContain("sourcePosition");
  });
});
