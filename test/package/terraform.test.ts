/**
 * What a user of Terraform does who has never heard of Pulumi: an empty folder with a configuration, and then README's lines, to
 * install the packed package and for Terraform, as they stand. `terraform` is a stand-in that shows the plan which was captured.
 */
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPage, type Block } from "../docs/pages";
import { notShown } from "../docs/sandbox";
import { execute, type Done } from "../places/shell";
import { pack } from "./install";
import { startRegistry, type Registry } from "./registry";

const EXAMPLE = resolve("examples/terraform-cdn");

/** Answers to the two commands of README, and to no other. */
const TERRAFORM = `#!/bin/sh
case "$*" in
  "plan -out=tfplan") printf 'PK' > tfplan ;;
  "show -json tfplan") test -s tfplan && cat '${EXAMPLE}/plan.json' ;;
  *) exit 9 ;;
esac
`;

const top = mkdtempSync(join(tmpdir(), "alicloud-icp-terraform-"));
const bin = join(top, "bin");
let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry(top);
  for (const name of ["bin", "alicloud-icp"]) mkdirSync(join(top, name));
  writeFileSync(join(bin, "terraform"), TERRAFORM);
  chmodSync(join(bin, "terraform"), 0o755);
  // The checkout, of which README says that it lies beside.
  pack(".", join(top, "alicloud-icp"));
});
afterAll(() => {
  registry.close();
  rmSync(top, { recursive: true, force: true });
});

/** The line of a page that installs the package, its block for Terraform, and what is shown of the output of that. */
function linesOf(page: string): { readonly install: string; readonly check: string; readonly shown: string } {
  const { blocks } = readPage(page);
  const codeOf = (one: Block | undefined, language: string): string => (one?.language === language ? one.code : "");
  const [install = ""] = blocks.flatMap(({ code }) => /^npm install .*\.tgz$/m.exec(code) ?? []);
  const at = blocks.findIndex(({ code }) => code.startsWith("terraform plan "));
  return { install, check: codeOf(blocks[at], "sh"), shown: codeOf(blocks[at + 1], "text") };
}

describe.each([
  ["README.md", "C.UTF-8"],
  ["README.zh.md", "zh_CN.UTF-8"],
])("the lines of %s for Terraform, followed with LANG=%s", (page, lang) => {
  const folder = join(top, lang);
  const { install, check, shown } = linesOf(page);
  const run = (code: string): Promise<Done> =>
    execute("bash", ["-e", "-c", code], {
      cwd: folder,
      env: {
        ...registry.env,
        PATH: [bin, dirname(process.execPath), "/usr/local/bin", "/usr/bin", "/bin"].join(":"),
        HOME: top,
        LANG: lang,
      },
    });

  it("give a finding with address, file and line, and what to write in HCL", { timeout: 120_000 }, async () => {
    mkdirSync(folder);
    copyFileSync(join(EXAMPLE, "main.tf"), join(folder, "main.tf"));
    expect([install, check, shown].filter((text) => text === "")).toEqual([]);
    expect(await run(install)).toMatchObject({ code: 0 });
    const { code, out } = await run(check);
    expect({ code, missing: notShown(out, shown) }, out).toEqual({ code: 1, missing: [] });
    for (const told of [
      "icp-cdn-coverage  main.tf:17\n",
      'alicloud_cdn_domain_new.site["static"]',
      'scope = "overseas"',
    ]) {
      expect(out).toContain(told);
      expect(shown).toContain(told);
    }
    expect(out).not.toMatch(/pulumi|preview/i);
  });
});
