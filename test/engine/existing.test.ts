/** What the pack knows of what is deployed already: servers, and the stack in a state without program. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { policyAnalyze, stackExport, temporaryBackend, up, type Backend } from "../../scripts/engine/engine.cjs";
import { folderOf } from "../stacks/stacks";
import { TODAY } from "../support/rule-tester";
import { describeEngine, engineTimeout, violationsIn } from "./engine";

const packs = [resolve(".")];
const env = { ALICLOUD_ICP_NOW: TODAY };
let backend: Backend;
let folder: string;

beforeAll(() => {
  backend = temporaryBackend();
  folder = realpathSync(mkdtempSync(join(tmpdir(), "alicloud-icp-existing-")));
});
afterAll(() => {
  backend.dispose();
  rmSync(folder, { recursive: true, force: true });
});

interface Export {
  readonly deployment: { readonly resources: readonly { readonly urn: string; readonly outputs?: { id?: string } }[] };
}

const written = (name: string, content: object): string => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
};

/** A register in the policy configuration: a filing with servers that are bought for a month. */
const registerOf = (status: string, server: string): string =>
  written("config.json", {
    "icp-unnamed-website": "disabled",
    "icp-register": {
      enforcementLevel: "mandatory",
      register: {
        version: 1,
        asOf: "2026-11-22",
        filings: [
          {
            domain: "example.com",
            status,
            accessProviders: [{ name: "aliyun" }],
            servers: [{ product: "ecs", stack: "renewed-server/dev", resource: `*:Instance::${server}` }],
          },
        ],
      },
    },
  });

describeEngine("a stack that is deployed", () => {
  let state: Export;
  const analyzed = (packConfig: string, resources = state.deployment.resources) =>
    policyAnalyze({
      packDir: resolve("."),
      stateFile: written("state.json", { ...state, deployment: { ...state.deployment, resources } }),
      packConfig,
      env,
      cwd: "/",
    });

  beforeAll(async () => {
    const where = { dir: resolve(folderOf("renewed-server")), backend, env };
    // Stack policies run when everything is created: then a new server looks like one that was there.
    const { stdout, stderr } = await up({ ...where, packs });
    expect(violationsIn(stdout), stdout + stderr).toEqual([
      "advisory icp-undetermined new",
      "advisory icp-undetermined old",
    ]);
    state = JSON.parse((await stackExport(where)).stdout) as Export;
  }, 2 * engineTimeout);

  it("tells the ids of its resources among their outputs, as bridged providers do", () => {
    const servers = state.deployment.resources.filter(({ urn }) => urn.includes(":Instance::"));
    expect(servers.map(({ outputs }) => outputs?.id).sort()).toEqual(["new-id", "old-id"]);
  });

  it("has servers whose term nobody can tell", async () => {
    const { status, stdout, stderr } = await analyzed(registerOf("unfiled", "old"));
    expect(violationsIn(stdout), stdout + stderr).toEqual(["advisory icp-undetermined old"]);
    expect(status).toBe(0);
  });

  it("is found in the register by its URNs: a server that is gone is missed", async () => {
    const config = registerOf("active", "old");
    expect(violationsIn((await analyzed(config)).stdout)).toEqual(["advisory icp-server-renewal old"]);
    const left = state.deployment.resources.filter(({ urn }) => !urn.endsWith(":Instance::old"));
    const { status, stdout, stderr } = await analyzed(config, left);
    expect(violationsIn(stdout), stdout + stderr).toEqual(["mandatory icp-server-removed renewed-server-dev"]);
    expect(status).toBe(1);
  });
});
