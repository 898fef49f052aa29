import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  policyAnalyze,
  preview,
  stackExport,
  temporaryBackend,
  up,
  type Result,
} from "../../scripts/engine/engine.cjs";
import { describeEngine, engineTimeout } from "./engine";

const dir = resolve("examples/ecs-pay-as-you-go");
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const packSource = `
  const { PolicyPack } = require("@pulumi/policy");
  new PolicyPack("harness", {
    policies: [
      {
        name: "no-records",
        description: "Forbids DNS records.",
        enforcementLevel: "mandatory",
        validateResource({ type, name }, report) {
          if (type === "alicloud:dns/alidnsRecord:AlidnsRecord") report(name + ": " + process.env.PWD);
        },
      },
    ],
  });
`;

interface Resource {
  type: string;
  urn: string;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
  sourcePosition?: string;
  propertyDependencies?: Record<string, string[]>;
}

interface Preview {
  config: Record<string, string>;
  steps: { op: string; newState: Resource }[];
}

const stdoutOf = ({ status, stdout, stderr }: Result): string => {
  expect(status, stderr + stdout).toBe(0);
  return stdout;
};

describeEngine("the offline engine", () => {
  let plan: Preview;
  const recordIn = (resources: Resource[]) => resources.find(({ type }) => type.endsWith(":AlidnsRecord"));

  beforeAll(async () => {
    plan = JSON.parse(stdoutOf(await preview({ dir, json: true, showSames: true }))) as Preview;
  }, engineTimeout);

  it("previews a program without network or account", () => {
    expect(plan.steps).toHaveLength(10);
    expect(new Set(plan.steps.map(({ op }) => op))).toEqual(new Set(["create"]));
    expect(plan.config).toEqual({ "alicloud:region": "cn-hangzhou" });
  });

  it("says where in the program a resource is, and what its properties depend on", () => {
    const record = recordIn(plan.steps.map(({ newState }) => newState));
    const line = readFileSync(join(dir, "index.ts"), "utf8")
      .split("\n")
      .findIndex((text) => text.includes("AlidnsRecord"));
    expect(record?.sourcePosition).toBe(`project:///index.ts#${line + 1},1`);
    expect(record?.propertyDependencies?.["value"]).toEqual([expect.stringMatching(/:EipAddress::web$/)]);
  });

  it("leaves computed outputs unknown", () => {
    expect(recordIn(plan.steps.map(({ newState }) => newState))?.inputs?.["value"]).toBe(unknown);
  });

  it("keeps a stack in a shared backend, with fixed outputs after an update", async () => {
    const backend = temporaryBackend();
    try {
      stdoutOf(await up({ dir, backend }));
      const { deployment } = JSON.parse(stdoutOf(await stackExport({ dir, backend }))) as {
        deployment: { resources: Resource[] };
      };
      expect(recordIn(deployment.resources)?.outputs?.["value"]).toMatch(/^203\.0\.113\.\d+$/);
      const again = JSON.parse(stdoutOf(await preview({ dir, backend, json: true, showSames: true }))) as Preview;
      expect(new Set(again.steps.map(({ op }) => op))).toEqual(new Set(["same"]));
    } finally {
      backend.dispose();
    }
  });

  it("takes configuration from the caller, and does not write to the program", async () => {
    const file = join(dir, "Pulumi.dev.yaml");
    const before = readFileSync(file, "utf8");
    const config = { "alicloud:region": "cn-hongkong" };
    const moved = JSON.parse(stdoutOf(await preview({ dir, config, json: true }))) as Preview;
    expect(moved.config).toEqual(config);
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  describe("with a policy pack", () => {
    let pack: string;

    beforeAll(() => {
      // Inside the tree, so that the pack finds the SDK.
      mkdirSync(resolve("node_modules/.cache"), { recursive: true });
      pack = mkdtempSync(resolve("node_modules/.cache/harness-pack-"));
      writeFileSync(join(pack, "PulumiPolicy.yaml"), "runtime: nodejs\n");
      writeFileSync(
        join(pack, "package.json"),
        JSON.stringify({ name: "harness", version: "1.0.0", main: "index.js" }),
      );
      writeFileSync(join(pack, "index.js"), packSource);
    });

    afterAll(() => {
      rmSync(pack, { recursive: true, force: true });
    });

    it("blocks a preview, and the pack learns the program's folder", async () => {
      const { status, stdout } = await preview({ dir, packs: [pack] });
      expect(stdout).toContain(`www: ${dir}`);
      expect(status).toBe(1);
    });

    it("configures the pack's policies", async () => {
      const packConfig = join(pack, "config.json");
      writeFileSync(packConfig, JSON.stringify({ "no-records": "advisory" }));
      const { status, stdout } = await preview({ dir, packs: [pack], packConfigs: [packConfig] });
      expect(stdout).toContain("[advisory]");
      expect(status).toBe(0);
    });

    it("judges an exported stack without the program", async () => {
      const stateFile = join(pack, "state.json");
      writeFileSync(stateFile, stdoutOf(await stackExport({ dir })));
      const { status, stdout } = await policyAnalyze({ packDir: pack, stateFile, json: true });
      expect(stdout).toContain('"policyName":"no-records"');
      expect(status).toBe(1);
    });
  });
});
