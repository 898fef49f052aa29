#!/usr/bin/env node
/**
 * Writes what Terraform and OpenTofu say of the folders with a `main.tf` in test/stacks (NAME/terraform) and in
 * test/plan/read/terraform/fixtures: the JSON that `show -json` gives of a saved plan, as `plan.terraform.json` and
 * `plan.opentofu.json`. Of the folders with a `main.tf` in examples it writes only Terraform's, as `plan.json`. Tests only read these; they are captured anew by hand, when a format or a folder has changed.
 *
 *     node scripts/terraform/capture.mjs [name…]
 *
 * `terraform` is taken from PATH, and left out where there is none; OpenTofu and the provider are found or built (`binaries.cjs`).
 * No account and no network is needed: keys are not real, and a plan without anything that exists asks nothing.
 *
 * A folder's `capture.json` says what there is besides the plan of an empty state:
 * - `plans`: options of `plan`, by the name of the capture; without it there is `plan` without options;
 * - `programs`: one of the two, where the other does not understand the HCL;
 * - `exists`: that there is a state, and what the provider would have answered, by address. The folder `before` has the HCL
 *   that it comes from, else it is the folder's own; a resource gets the id that is named here, or one made of its address;
 * - `deposed`: addresses of which a replaced object is left over;
 * - `state`: whether `show -json` of the state is captured too;
 * - `fails`: that planning fails, and saves a plan all the same;
 * - `others`: outputs that are no plan, by the name of the file, as arguments. `plan` in them is the saved plan; `copy` and a
 *   name copies a file of the run.
 *
 * JSON is as written, byte for byte, but for the time of the plan and the order of `relevant_attributes`, which changes. Two
 * captures give the same bytes, saved plans (`*.tfplan`) excepted.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { arch, platform, tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isExecutable } from "../go-binary.cjs";
import { provider, tofu } from "./binaries.cjs";
import { invented, stateOf } from "./state.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** When everything was planned. */
const TIME = "2026-11-22T00:00:00Z";

const programs = {
  terraform: { binary: onPath("terraform"), registry: "registry.terraform.io" },
  opentofu: { binary: undefined, registry: "registry.opentofu.org" },
};

function onPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** The folders that are captured, by name; a stack of several configurations has a folder for each. */
function folders() {
  const stacks = join(root, "test/stacks");
  const fixtures = join(root, "test/plan/read/terraform/fixtures");
  const examples = join(root, "examples");
  const found = [
    ...readdirSync(stacks).map((name) => [name, join(stacks, name, "terraform")]),
    ...readdirSync(fixtures).map((name) => [name, join(fixtures, name)]),
    ...readdirSync(examples).map((name) => [name, join(examples, name)]),
  ];
  return found.flatMap(([name, dir]) => {
    if (hasHcl(dir)) return [[name, dir]];
    const inside = existsSync(dir) ? readdirSync(dir).map((part) => join(dir, part)) : [];
    return inside.filter(hasHcl).map((part) => [name, part]);
  });
}

const hasHcl = (dir) => existsSync(join(dir, "main.tf"));

/** A folder of the run, with the provider where both programs look for it. */
function workshop() {
  const top = realpathSync(mkdtempSync(join(tmpdir(), "alicloud-icp-terraform-")));
  const binary = provider.find();
  const system = `${platform()}_${arch() === "x64" ? "amd64" : arch()}`;
  for (const { registry } of Object.values(programs)) {
    const dir = join(top, "mirror", registry, "aliyun/alicloud", provider.version(), system);
    mkdirSync(dir, { recursive: true });
    copyCheaply(binary, join(dir, `${basename(binary)}_v${provider.version()}`));
  }
  const mirror = `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(join(top, "mirror"))}\n  }\n}\n`;
  writeFileSync(join(top, "settings"), mirror);
  return top;
}

function copyCheaply(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Runs a program in a folder. */
function runner(binary, top, dir) {
  return (args, { mayFail = false } = {}) => {
    const { status, stdout, stderr, error } = spawnSync(binary, args, {
      cwd: dir,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: {
        PATH: process.env.PATH,
        HOME: top,
        TF_CLI_CONFIG_FILE: join(top, "settings"),
        TF_IN_AUTOMATION: "1",
        CHECKPOINT_DISABLE: "1",
        ALICLOUD_ACCESS_KEY: "not-a-key",
        ALICLOUD_SECRET_KEY: "not-a-secret",
        // Else the provider asks an API, and again for half a minute.
        ALIBABA_CLOUD_ACCOUNT_TYPE: "Domestic",
      },
    });
    if (error || (status !== 0 && !mayFail)) {
      throw new Error(`${basename(binary)} ${args.join(" ")} failed:\n${stderr}${stdout}${error ?? ""}`);
    }
    return stdout;
  };
}

/** A copy of a folder's HCL in which a program is ready to plan. */
function prepared(binary, top, from) {
  const dir = mkdtempSync(join(top, "run-"));
  cpSync(from, dir, { recursive: true, filter: (path) => !path.endsWith(".json") && path !== join(from, "before") });
  const run = runner(binary, top, dir);
  run(["init", "-input=false", "-no-color"]);
  return { dir, run };
}

const plan = (run, options = [], how = {}) => {
  run(["plan", "-input=false", "-no-color", "-lock=false", "-out=saved", ...options], how);
  return run(["show", "-json", "saved"]);
};

/** Writes a state in which all of a folder's resources exist, until planning it changes nothing. */
function deploy(binary, top, from, file, { exists, deposed }) {
  const { dir, run } = prepared(binary, top, from);
  const own = join(dir, "terraform.tfstate");
  let known = {};
  for (let round = 0; round < 8; round += 1) {
    const planned = JSON.parse(plan(run, ["-refresh=false"]));
    if ((planned.resource_changes ?? []).every(({ change }) => ["no-op", "read"].includes(change.actions.join()))) {
      writeFileSync(file, stateOf(planned, known, deposed));
      return;
    }
    known = invented(planned, known, exists);
    writeFileSync(own, stateOf(planned, known));
  }
  throw new Error(`${from}: planning what exists always changes something; say more in "exists"`);
}

function capture(from, program, top) {
  const { binary } = programs[program];
  const isExample = dirname(from) === join(root, "examples");
  if (isExample && program !== "terraform") return;
  const settings = existsSync(join(from, "capture.json")) ? JSON.parse(readFileSync(join(from, "capture.json"))) : {};
  if (binary === undefined || !(settings.programs ?? [program]).includes(program)) return;
  const { dir, run } = prepared(binary, top, from);
  const state = join(dir, "terraform.tfstate");
  if (settings.exists !== undefined) {
    const before = join(from, "before");
    deploy(binary, top, existsSync(before) ? before : from, state, settings);
  }
  const keep = (file, text) => {
    if (text.includes(top)) throw new Error(`${from}: ${file} names the folder of the run`);
    writeFileSync(join(from, file), text);
  };
  if (settings.state) keep(`state.${program}.json`, run(["show", "-json", state]));
  const refresh = settings.exists === undefined ? [] : ["-refresh=false"];
  for (const [label, options] of Object.entries(settings.plans ?? { plan: [] })) {
    const file = isExample ? `${label}.json` : `${label}.${program}.json`;
    keep(file, settled(plan(run, [...refresh, ...options], { mayFail: settings.fails })));
  }
  for (const [file, [command, ...args]] of Object.entries(settings.others ?? {})) {
    const [first, ...rest] = file.split(".");
    const target = [first, program, ...rest].join(".");
    if (command === "copy") copyFileSync(join(dir, args[0]), join(from, target));
    else keep(target, settled(run([command, ...args])));
  }
  console.error(`captured ${from.slice(root.length)} with ${program}`);
}

/** The same text in every run. */
function settled(text) {
  const timed = text.replace(/("(?:@?timestamp)":")[^"]*"/g, `$1${TIME}"`);
  const key = '"relevant_attributes":';
  const start = timed.indexOf(key) + key.length;
  if (start < key.length) return timed;
  const end = timed.slice(start).search(/\]\}\],"|\]\}\]\}/) + start + "]}]".length;
  const sorted = JSON.parse(timed.slice(start, end))
    .map((one) => JSON.stringify(one))
    .sort();
  return `${timed.slice(0, start)}[${sorted.join(",")}]${timed.slice(end)}`;
}

const named = process.argv.slice(2);
const log = (line) => console.error(line);
programs.opentofu.binary = tofu.install(log);
provider.install(log);
const top = workshop();
try {
  for (const [name, dir] of folders()) {
    if (named.length > 0 && !named.includes(name)) continue;
    for (const program of Object.keys(programs)) capture(dir, program, top);
  }
} finally {
  rmSync(top, { recursive: true, force: true, maxRetries: 3 });
}
