/**
 * The examples of rules in HCL are what Terraform's provider takes: all of them are validated at once, each as a module of one
 * configuration. That needs the provider, which is not built for it: `node scripts/terraform/capture.mjs` builds it.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { arch, platform, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findProgram } from "../../scripts/places.cjs";
import { provider } from "../../scripts/terraform/binaries.cjs";
import { readPage } from "./pages";

const REQUIRED = 'terraform {\n  required_providers {\n    alicloud = { source = "aliyun/alicloud" }\n  }\n}\n';

/** The configurations of a page: what stands before both cases belongs to both. */
function configurationsOf(page: string): readonly string[] {
  const [, section = ""] = readPage(page).text.split("\n## Example\n");
  const [both = "", ...cases] = (section.split("\n## ")[0] ?? "").split("\n### ");
  const hclOf = (text: string): string =>
    [...text.matchAll(/^```hcl\n(.*?)^```$/gms)].map(([, code]) => code).join("\n");
  return cases.map((one) => [REQUIRED, hclOf(both), hclOf(one)].join("\n"));
}

const [terraform, binary] = [findProgram("terraform"), provider.find()];
const isThere = terraform !== undefined && binary !== undefined;
if (!isThere) console.warn("the examples of rules in HCL: not validated, no terraform on PATH or no provider built");

describe.skipIf(!isThere)("the examples of rules in HCL", () => {
  it("are valid, and written as terraform fmt writes them", { timeout: 120_000 }, () => {
    const top = mkdtempSync(join(tmpdir(), "icp-hcl-"));
    const write = (path: string, text: string): void => {
      mkdirSync(join(top, path, ".."), { recursive: true });
      writeFileSync(join(top, path), text);
    };
    const pages = readdirSync("docs/rules").map((name) => [name.replace(".md", ""), `docs/rules/${name}`] as const);
    const cases = pages.flatMap(([rule, page]) =>
      configurationsOf(page).map((hcl, at) => [`${rule}-${at}`, hcl] as const),
    );
    expect(cases.length).toBeGreaterThan(80);
    for (const [name, hcl] of cases) write(`${name}/main.tf`, hcl);
    write("main.tf", cases.map(([name]) => `module "${name}" {\n  source = "./${name}"\n}\n`).join("\n"));
    const system = `${platform()}_${arch() === "x64" ? "amd64" : arch()}`;
    const place = join(top, "mirror/registry.terraform.io/aliyun/alicloud", provider.version(), system);
    mkdirSync(place, { recursive: true });
    symlinkSync(binary ?? "", join(place, `terraform-provider-alicloud_v${provider.version()}`));
    write(
      "settings",
      `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(join(top, "mirror"))}\n  }\n}\n`,
    );
    const run = (...args: string[]): readonly unknown[] => {
      const env = {
        PATH: process.env["PATH"],
        HOME: top,
        TF_CLI_CONFIG_FILE: join(top, "settings"),
        CHECKPOINT_DISABLE: "1",
      };
      const { status, stdout, stderr } = spawnSync(terraform ?? "", [...args, "-no-color"], {
        cwd: top,
        env,
        encoding: "utf8",
      });
      return [status, status === 0 ? "" : stdout + stderr];
    };
    expect(run("init", "-input=false")).toEqual([0, ""]);
    expect(run("validate")).toEqual([0, ""]);
    for (const [name, hcl] of cases) write(`${name}/main.tf`, hcl.slice(REQUIRED.length).trimStart());
    expect(run("fmt", "-check", "-diff", "-recursive")).toEqual([0, ""]);
    rmSync(top, { recursive: true });
  });
});
