/**
 * Plans as Terraform and OpenTofu save them, for the action and the hooks: they are shown as the JSON that the command reads, by
 * the program that made them.
 */
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** What may stand before a file to name its plan, as in `shop/prod=tfplan`. */
const LABEL = /^\w[\w.-]*(?:\/\w[\w.-]*)?=/;

/** Whether a file is a saved plan, which is a zip file. */
function isSaved(path) {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const file = openSync(path, "r");
  try {
    const start = Buffer.alloc(4);
    readSync(file, start);
    return start.equals(Buffer.from("PK\u0003\u0004"));
  } finally {
    closeSync(file);
  }
}

/** What `show -json` writes of a saved plan: the providers that it needs are where the plan was made, or where one is. */
function shown(path, cwd) {
  const folder = existsSync(join(dirname(path), ".terraform")) ? dirname(path) : cwd;
  const said = [];
  for (const program of ["terraform", "tofu"]) {
    const options = { cwd: folder, encoding: "utf8", maxBuffer: Infinity };
    const { status, stdout, stderr, error } = spawnSync(program, ["show", "-json", "-no-color", path], options);
    if (status === 0) return stdout;
    if (error?.code !== "ENOENT") said.push(`${program} show -json: ${(stderr || error?.message || "").trim()}`);
  }
  throw new Error(`${path}: ${said.join("; ") || "neither terraform nor tofu is on PATH"}`);
}

/**
 * Calls with the names of plans, in which a saved plan is that of its JSON. The JSON lies beside the plan for so long, for nobody
 * else to read: there the register and the configuration are found, and it gives the plan its name.
 */
export function withPlansShown(names, cwd, call) {
  const written = [];
  try {
    const readable = names.map((name) => {
      // A file that is there is meant as a whole, as it is by the command.
      const whole = resolve(cwd, name);
      const path = existsSync(whole) ? whole : resolve(cwd, name.replace(LABEL, ""));
      if (!isSaved(path)) return name;
      if (existsSync(`${path}.json`)) throw new Error(`${name}.json is there already; give that, or remove it`);
      const text = shown(path, cwd);
      written.push(`${path}.json`);
      writeFileSync(`${path}.json`, text, { mode: 0o600, flag: "wx" });
      return `${name}.json`;
    });
    return call(readable);
  } finally {
    for (const file of written) rmSync(file, { force: true });
  }
}
