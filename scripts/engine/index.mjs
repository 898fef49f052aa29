/**
 * Runs the real Pulumi engine offline: file backends in temporary folders, plugins from `plugins/`, no account, no network.
 *
 * The engine, the preview JSON, the policy protocol and the npm SDK are genuine. The alicloud provider is a stand-in that
 * echoes inputs and fills in no defaults. Works on Linux and macOS.
 *
 * A program is read where it lies, so that its dependencies resolve; its stack configuration is read, never written.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import { findPulumi } from "./install.mjs";

const pluginsDir = join(dirname(fileURLToPath(import.meta.url)), "plugins", "bin");

/**
 * @typedef {object} Engine
 * @property {boolean} available whether a pulumi binary was found
 * @property {string | undefined} reason why not
 * @property {string | undefined} binary its path
 * @property {Record<string, string>} env what every run of it gets beside PATH
 */

/**
 * @typedef {object} Result
 * @property {number} status the exit code
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * @typedef {object} Options
 * @property {string} dir the program's folder, the one with Pulumi.yaml
 * @property {string} [stack] "dev" if omitted
 * @property {Record<string, unknown>} [config] added to what `Pulumi.<stack>.yaml` configures; full keys, as in "alicloud:region"
 * @property {string[]} [packs] folders of policy packs
 * @property {string[]} [packConfigs] a file of policy configuration for each pack
 * @property {boolean} [json] print the plan as JSON
 * @property {boolean} [showSames] show resources that stay as they are, too
 * @property {Record<string, string | undefined>} [env] added to the environment
 * @property {string[]} [args] further arguments for the command
 * @property {Backend} [backend] keeps the stack from one call to the next; a fresh one for each call if omitted
 */

/**
 * A temporary place for stacks.
 *
 * @typedef {object} Backend
 * @property {string} dir
 * @property {() => void} dispose deletes it
 */

/**
 * The engine there is. Never builds one: `node scripts/engine/install.mjs` does.
 *
 * @returns {Engine}
 */
export function engine() {
  const env = {
    PULUMI_CONFIG_PASSPHRASE: "",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    // Types are checked with everything else; checking them again in every run of a program costs seconds.
    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    NO_COLOR: "1",
  };
  const missing = "there is no pulumi on PATH and none was built (node scripts/engine/install.mjs builds one)";
  try {
    const binary = findPulumi();
    return { available: binary !== undefined, reason: binary === undefined ? missing : undefined, binary, env };
  } catch (error) {
    return { available: false, reason: error.message, binary: undefined, env };
  }
}

/**
 * A backend that several calls share, for example `up` and then `stackExport`.
 *
 * @returns {Backend}
 */
export function temporaryBackend() {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "alicloud-icp-engine-")));
  mkdirSync(join(dir, "home"));
  mkdirSync(join(dir, "state"));
  return { dir, dispose: () => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }) };
}

/**
 * `pulumi preview`
 *
 * @param {Options} options
 * @returns {Promise<Result>}
 */
export function preview(options) {
  return withStack(options, (run) => run(["preview", ...updateFlags(options)]));
}

/**
 * `pulumi up`, without asking and without a preview before it
 *
 * @param {Options} options
 * @returns {Promise<Result>}
 */
export function up(options) {
  return withStack(options, (run) => run(["up", "--yes", "--skip-preview", ...updateFlags(options)]));
}

/**
 * `pulumi stack export`, after `pulumi up` unless the options name a backend, whose stack is exported as it is
 *
 * @param {Options} options
 * @returns {Promise<Result>} of the export; of the `up` if that fails
 */
export function stackExport(options) {
  return withStack(options, async (run) => {
    if (options.backend === undefined) {
      const update = await run(["up", "--yes", "--skip-preview", ...updateFlags(options)]);
      if (update.status !== 0) return update;
    }
    return run(["stack", "export", ...(options.args ?? [])]);
  });
}

/**
 * `pulumi policy analyze`: a policy pack judges an exported stack, without program, provider or login
 *
 * @param {{ packDir: string, stateFile: string, packConfig?: string, json?: boolean, env?: Record<string, string | undefined>, cwd?: string }} options
 * @returns {Promise<Result>}
 */
export async function policyAnalyze({ packDir, stateFile, packConfig, json = false, env = {}, cwd = packDir }) {
  const backend = temporaryBackend();
  try {
    const flags = ["--policy-pack", resolve(packDir), "--file", resolve(stateFile)];
    if (packConfig !== undefined) flags.push("--policy-pack-config", resolve(packConfig));
    if (json) flags.push("--json");
    return await pulumi(["policy", "analyze", ...flags], { cwd: resolve(cwd), env, backend });
  } finally {
    backend.dispose();
  }
}

/** @param {Options} options */
function updateFlags({ packs = [], packConfigs = [], json = false, showSames = false, args = [] }) {
  return [
    ...packs.flatMap((pack) => ["--policy-pack", resolve(pack)]),
    ...packConfigs.flatMap((file) => ["--policy-pack-config", resolve(file)]),
    ...(json ? ["--json"] : []),
    ...(showSames ? ["--show-sames"] : []),
    ...args,
  ];
}

/**
 * Calls `use` with a function that runs pulumi on the program's stack, and cleans up after it.
 *
 * @param {Options} options
 * @param {(run: (args: string[]) => Promise<Result>) => Promise<Result>} use
 */
async function withStack(options, use) {
  const { stack = "dev", config = {}, env = {} } = options;
  const dir = resolve(options.dir);
  const backend = options.backend ?? temporaryBackend();
  try {
    const configFile = writeConfig(dir, stack, config, backend);
    createStack(dir, stack, backend);
    const exporting = ["stack"];
    return await use((args) => {
      const where = exporting.includes(args[0]) ? [] : ["--config-file", configFile];
      return pulumi(["--non-interactive", ...args, "--stack", stack, ...where], { cwd: dir, env, backend });
    });
  } finally {
    if (options.backend === undefined) backend.dispose();
  }
}

/** Copies the stack's configuration, because pulumi writes to the file it is given. */
function writeConfig(dir, stack, config, backend) {
  const own = join(dir, `Pulumi.${stack}.yaml`);
  const settings = (existsSync(own) && parse(readFileSync(own, "utf8"))) || {};
  const file = join(backend.dir, `Pulumi.${stack}.yaml`);
  writeFileSync(file, stringify({ ...settings, config: { ...settings.config, ...config } }));
  return file;
}

/** Writes an empty stack. `pulumi stack init` would do the same a second later, and write a salt beside the program. */
function createStack(dir, stack, backend) {
  const { name: project } = parse(readFileSync(join(dir, "Pulumi.yaml"), "utf8"));
  const store = join(backend.dir, "state", ".pulumi");
  const file = join(store, "stacks", project, `${stack}.json`);
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(join(store, "meta.yaml"), "version: 1\n");
  writeFileSync(
    file,
    JSON.stringify({ version: 3, checkpoint: { stack: `organization/${project}/${stack}`, latest: null } }),
  );
}

/**
 * @param {string[]} args
 * @param {{ cwd: string, env: Record<string, string | undefined>, backend: Backend }} how
 * @returns {Promise<Result>}
 */
function pulumi(args, { cwd, env, backend }) {
  const { available, reason, binary, env: fixed } = engine();
  if (!available) throw new Error(reason);
  const child = spawn(binary, args, {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      ...fixed,
      PATH: [pluginsDir, dirname(process.execPath), process.env.PATH].join(delimiter),
      // What a shell would set; policy packs find the program's folder by it.
      PWD: cwd,
      PULUMI_BACKEND_URL: `file://${join(backend.dir, "state")}`,
      PULUMI_HOME: join(backend.dir, "home"),
      ...env,
    },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => done({ status: code ?? 1, stdout, stderr }));
  });
}
