/** A configuration with a saved plan, and stand-ins for the programs that show it. */
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const EXAMPLE = "examples/terraform-cdn";
const SAVED = "test/plan/read/terraform/fixtures/refused/saved.terraform.tfplan";

/** Makes a folder with the configuration of the example, and a plan as Terraform saves one, whatever is in it. */
export function placeSavedPlan(folder: string): void {
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(EXAMPLE, "main.tf"), join(folder, "main.tf"));
  copyFileSync(SAVED, join(folder, "tfplan"));
}

/**
 * What to say in the environment for these programs to be the only ones of Terraform and OpenTofu: each shows the plan of the
 * example where the folder's plan is asked for, or, as `program: reason`, fails.
 */
export function showing(folder: string, programs: readonly string[]): Readonly<Record<string, string>> {
  const bin = mkdtempSync(join(tmpdir(), "icp-terraform-"));
  for (const [name = "", reason] of programs.map((one) => one.split(": "))) {
    const show = `case "$*" in "show -json"*tfplan) cat '${resolve(EXAMPLE, "plan.json")}' ;; *) exit 9 ;; esac`;
    writeFileSync(join(bin, name), `#!/bin/sh\n${reason === undefined ? show : `echo "${reason}" >&2; exit 1`}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return { PATH: [bin, dirname(process.execPath), "/usr/bin", "/bin"].join(":") };
}
