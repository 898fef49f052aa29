/** The pack of an organisation, made from the template as its page says: packed, unpacked elsewhere, installed and run. */
import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { policyAnalyze, preview } from "../../scripts/engine/engine.cjs";
import { pack } from "../package/install";
import { startRegistry } from "../package/registry";
import { TODAY } from "../support/rule-tester";
import { describeEngine, engineTimeout, violationsIn } from "./engine";

const env = { ALICLOUD_ICP_NOW: TODAY };
const PROVIDER = "urn:pulumi:prod::shop::pulumi:providers:alicloud::cn";

/** A deployed stack with a CDN domain for each host. */
const stateOf = (...hosts: string[]): string =>
  JSON.stringify({
    version: 3,
    deployment: {
      resources: [
        {
          urn: PROVIDER,
          type: "pulumi:providers:alicloud",
          custom: true,
          id: "p-1",
          inputs: { region: "cn-hangzhou" },
        },
        ...hosts.map((domainName) => ({
          urn: `urn:pulumi:prod::shop::alicloud:cdn/domainNew:DomainNew::${domainName}`,
          type: "alicloud:cdn/domainNew:DomainNew",
          custom: true,
          id: domainName,
          provider: `${PROVIDER}::p-1`,
          inputs: {
            ...{ domainName, cdnType: "web", scope: "domestic" },
            sources: [{ type: "domain", content: "origin.example.org" }],
          },
        })),
      ],
    },
  });

describeEngine("the wrapper pack of templates/wrapper-pack", () => {
  const top = mkdtempSync(join(tmpdir(), "alicloud-icp-wrapper-"));
  const unpacked = join(top, "package");
  afterAll(() => {
    rmSync(top, { recursive: true, force: true });
  });

  beforeAll(async () => {
    const made = join(top, "acme-icp-policy");
    cpSync(resolve("templates/wrapper-pack"), made, { recursive: true });
    const { filename } = pack(".", top);
    renameSync(join(top, filename), join(made, filename));
    const packed = pack(made, top);
    const files = packed.files.map(({ path }) => path);
    expect(files).toEqual(
      expect.arrayContaining(["PulumiPolicy.yaml", "icp.yaml", "index.js", "package.json", filename]),
    );
    mkdirSync(unpacked);
    execFileSync("tar", ["-xzf", join(top, packed.filename), "-C", unpacked, "--strip-components=1"]);
    const registry = await startRegistry(top);
    try {
      await promisify(execFile)("npm", ["install"], { cwd: unpacked, env: { ...process.env, ...registry.env } });
    } finally {
      registry.close();
    }
  }, engineTimeout);

  it("judges with its own register: a filed domain passes, one that is not in it does not", async () => {
    const stateFile = join(top, "state.json");
    writeFileSync(stateFile, stateOf("www.example.com", "www.example.net"));
    const { status, stdout, stderr } = await policyAnalyze({ packDir: unpacked, stateFile, env, cwd: top });
    expect(violationsIn(stdout), stdout + stderr).toEqual([
      "advisory icp-server-missing www.example.net",
      "mandatory icp-cdn-coverage www.example.net",
    ]);
    expect(status).not.toBe(0);
    // It is called as the package is, and has the version of the wrapper.
    expect(stdout).toContain("alicloud-icp@v1.0.0");
  });

  it("takes its register before the one beside a program", async () => {
    const dir = resolve("examples/cdn-scope-omitted");
    const own = await preview({ dir, packs: [resolve(".")], env });
    expect(violationsIn(own.stdout).map((line) => line.split(" ")[1])).toContain("icp-cdn-coverage");
    const { status, stdout, stderr } = await preview({ dir, packs: [unpacked], env });
    expect(violationsIn(stdout), stdout + stderr).toEqual([]);
    expect(status, stdout + stderr).toBe(0);
  });
});
