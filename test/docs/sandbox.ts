/**
 * A folder in which the commands of a page are run as a reader would, with the program, the plans, the register and the
 * repository that pages speak of. `alicloud-icp` is the built command, on the day of all tests; `pulumi`, `terraform` and `tofu` are
 * stand-ins that answer with plans kept here; what would fetch something fails.
 */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { TODAY } from "../support/rule-tester";
import { ROOT, type Block } from "./pages";

/** A call of the command in a block. */
export interface Call {
  readonly args: string;
  readonly status: number;
  readonly stderr: string;
}

/** What came of a block. */
export interface BlockRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly calls: readonly Call[];
  /** Commands that are not ours and failed: `status command`. */
  readonly failed: readonly string[];
}

/** A folder to run blocks in. */
export interface Sandbox {
  readonly folder: string;
  readonly run: (block: Block) => BlockRun;
  readonly remove: () => void;
}

/** The plans that a page finds, and that `pulumi` answers with. */
const PLANS = {
  "plan.json": "examples/company-site/preview.json",
  "dns.json": "test/stacks/shared-register/preview.dns.json",
  "web.json": "test/stacks/shared-register/preview.web.json",
  "state.json": "test/engine/yaml-program.state.json",
  "terraform.json": "examples/terraform-cdn/plan.json",
} as const;

/** The program of Pulumi that the folder holds, and that the first of these plans is of. */
const PROGRAM = "examples/company-site";
const PROGRAM_FILES = ["Pulumi.yaml", "Pulumi.dev.yaml", "index.ts", "icp.yaml"];

/** A configuration of Terraform that lies there as well, of which the last of them is the plan. */
const CONFIGURATION = "examples/terraform-cdn/main.tf";

/** Says that it is another day. */
const day = `
const now = new Date("${TODAY}T04:00:00Z").getTime();
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) { super(...(given.length > 0 ? given : [now])); }
  static now() { return now; }
};`;

const PROGRAMS: Readonly<Record<string, string>> = {
  // What went wrong is kept as a call is made; what the command writes is still seen.
  "alicloud-icp": `
"$ICP_NODE" --require "$ICP_KEPT/day.cjs" "$ICP_COMMAND" "$@" 2> >(tee "$ICP_KEPT/stderr" >&2)
status=$?
wait $!
{ printf '%s\\0%s\\0' "$*" "$status"; cat "$ICP_KEPT/stderr"; printf '\\0'; } >> "$ICP_KEPT/calls"
exit $status`,
  npx: `
if [ "$1" = alicloud-icp ]; then shift; exec alicloud-icp "$@"; fi
echo "npx $1 would be fetched" >&2; exit 99`,
  pulumi: `
case " $* " in
  *" -C dns preview "*"--json"*) cat "$ICP_KEPT/dns.json" ;;
  *" -C web preview "*"--json"*) cat "$ICP_KEPT/web.json" ;;
  *" preview "*"--json"*) cat "$ICP_KEPT/plan.json" ;;
  *" stack export "*) cat "$ICP_KEPT/state.json" ;;
  *) echo "pulumi $*" ;;
esac`,
  ...Object.fromEntries(
    ["terraform", "tofu"].map((name) => [
      name,
      `
case " $* " in
  *" plan "*"-out="*) : > "$(printf %s "$*" | sed "s/.*-out=\\([^ ]*\\).*/\\1/")" ;;
  *" show -json "*) cat "$ICP_KEPT/terraform.json" ;;
  *) echo "${name} $*" ;;
esac`,
    ]),
  ),
  ...Object.fromEntries(
    ["npm", "docker", "curl", "wget", "gh"].map((name) => [
      name,
      `echo "${name} is not run: say so above the block" >&2; exit 99`,
    ]),
  ),
};

function prepare(folder: string, kept: string): void {
  for (const [name, from] of Object.entries(PLANS)) copyFileSync(join(ROOT, from), join(kept, name));
  for (const name of ["plan.json", "dns.json", "web.json"]) copyFileSync(join(kept, name), join(folder, name));
  mkdirSync(join(folder, "plans"));
  for (const name of ["dns.json", "web.json"]) copyFileSync(join(kept, name), join(folder, "plans", name));
  for (const name of PROGRAM_FILES) copyFileSync(join(ROOT, PROGRAM, name), join(folder, name));
  copyFileSync(join(ROOT, CONFIGURATION), join(folder, "main.tf"));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  // Nothing is looked for above it.
  spawnSync("git", ["init", "--quiet", folder]);
  writeFileSync(join(kept, "day.cjs"), day);
  for (const [name, program] of Object.entries(PROGRAMS)) {
    writeFileSync(join(kept, "bin", name), `#!/usr/bin/env bash\n${program.trimStart()}\n`);
    chmodSync(join(kept, "bin", name), 0o755);
  }
}

/** Makes a folder; what a user's environment says is the language of the page. */
export function openSandbox(language: "en" | "zh"): Sandbox {
  const top = mkdtempSync(join(tmpdir(), "alicloud-icp-docs-"));
  const [folder, kept] = [join(top, "site"), join(top, "kept")];
  for (const path of [folder, join(kept, "bin")]) mkdirSync(path, { recursive: true });
  prepare(folder, kept);
  const env = {
    PATH: [join(kept, "bin"), dirname(process.execPath), "/usr/local/bin", "/usr/bin", "/bin"].join(":"),
    HOME: top,
    LANG: language === "zh" ? "zh_CN.UTF-8" : "C.UTF-8",
    ICP_NODE: process.execPath,
    ICP_COMMAND: join(ROOT, "dist/cli.js"),
    ICP_KEPT: kept,
  };
  const run = ({ code }: Block): BlockRun => {
    const [calls, failed] = [join(kept, "calls"), join(kept, "failed")];
    for (const file of [calls, failed]) rmSync(file, { force: true });
    // Every command that fails is noted, ours by what they are called.
    const script = `trap 'echo "$? $BASH_COMMAND" >> "$ICP_KEPT/failed"' ERR\n${code}`;
    const { stdout, stderr } = spawnSync("bash", ["-c", script], { cwd: folder, env, encoding: "utf8" });
    return {
      stdout,
      stderr,
      calls: callsIn(existsSync(calls) ? readFileSync(calls, "utf8") : ""),
      failed: (existsSync(failed) ? readFileSync(failed, "utf8").trim().split("\n") : []).filter(
        (line) => !/^\d+ (?:\w+=\S+ )*(?:npx )?alicloud-icp /.test(line),
      ),
    };
  };
  return {
    folder,
    run,
    remove: () => {
      rmSync(top, { recursive: true, force: true });
    },
  };
}

function callsIn(kept: string): readonly Call[] {
  const parts = kept.split("\0").slice(0, -1);
  return Array.from({ length: parts.length / 3 }, (_, index) => {
    const [args = "", status = "", stderr = ""] = parts.slice(index * 3);
    return { args, status: Number(status), stderr };
  });
}

/** The paragraphs of a text that an output does not show, line by line, whatever spaces its lines end with. */
export function notShown(output: string, text: string): readonly string[] {
  const lines = (of: string): string => of.replace(/[ \t]+$/gm, "");
  const shown = `\n${lines(output)}\n`;
  return lines(text)
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/^\n+|\n+$/g, ""))
    .filter((paragraph) => paragraph !== "" && !shown.includes(`\n${paragraph}\n`));
}
