/**
 * Runs the real Pulumi engine offline: file backends in temporary folders, plugins from `plugins/`, no account, no network.
 *
 * The engine, the preview JSON, the policy protocol and the npm SDK are genuine. The alicloud provider is a stand-in that
 * echoes inputs and fills in no defaults. Works on Linux and macOS.
 *
 * A program is read where it lies, so that its dependencies resolve; its stack configuration is read, never written.
 */
"use strict";
const { spawn } = require("node:child_process");
const { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { delimiter, dirname, join, resolve } = require("node:path");
const { parse, stringify } = require("yaml");
const { findPulumi } = require("./binary.cjs");

const pluginsDir = join(__dirname, "plugins", "bin");

/** The engine there is. Never builds one: `node scripts/engine/install.mjs` does. */
function engine() {
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

/** A backend that several calls share, for example `up` and then `stackExport`. */
function temporaryBackend() {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "alicloud-icp-engine-")));
  mkdirSync(join(dir, "home"));
  mkdirSync(join(dir, "state"));
  return { dir, dispose: () => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }) };
}

/** `pulumi preview` */
function preview(options) {
  return withStack(options, (run) => run(["preview", ...updateFlags(options)]));
}

/** `pulumi up`, without asking and without a preview before it */
function up(options) {
  return withStack(options, (run) => run(["up", "--yes", "--skip-preview", ...updateFlags(options)]));
}

/** `pulumi stack export`, after `pulumi up` unless the options name a backend, whose stack is exported as it is */
function stackExport(options) {
  return withStack(options, async (run) => {
    if (options.backend === undefined) {
      const update = await run(["up", "--yes", "--skip-preview", ...updateFlags(options)]);
      if (update.status !== 0) return update;
    }
    return run(["stack", "export", ...(options.args ?? [])]);
  });
}

/** `pulumi stack output --json` of a stack in the backend that the options name */
function stackOutputs(options) {
  return withStack(options, (run) => run(["stack", "output", "--json"]));
}

/** `pulumi policy analyze`: a policy pack judges an exported stack, without program, provider or login */
async function policyAnalyze({ packDir, stateFile, packConfig, json = false, env = {}, cwd = packDir }) {
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

function updateFlags({ packs = [], packConfigs = [], json = false, showSames = false, args = [] }) {
  return [
    ...packs.flatMap((pack) => ["--policy-pack", resolve(pack)]),
    ...packConfigs.flatMap((file) => ["--policy-pack-config", resolve(file)]),
    ...(json ? ["--json"] : []),
    ...(showSames ? ["--show-sames"] : []),
    ...args,
  ];
}

/** Calls `use` with a function that runs pulumi on the program's stack, and cleans up after it. */
async function withStack(options, use) {
  const { stack = "dev", config = {}, env = {} } = options;
  const dir = resolve(options.dir);
  const backend = options.backend ?? temporaryBackend();
  try {
    const configFile = writeConfig(dir, stack, config, backend);
    createStack(dir, stack, backend);
    return await use((args) => {
      // Only an update reads the configuration.
      const where = args[0] === "stack" ? [] : ["--config-file", configFile];
      return pulumi(["--non-interactive", ...args, "--stack", stack, ...where], { cwd: dir, env, backend });
    });
  } finally {
    if (options.backend === undefined) backend.dispose();
  }
}

/** Copies the stack's configuration, because pulumi writes to the file it is given. */
function writeConfig(dir, stack, config, backend) {
  const own = join(dir, projectIn(dir).stackConfigDir ?? "", `Pulumi.${stack}.yaml`);
  const settings = (existsSync(own) && parse(readFileSync(own, "utf8"))) || {};
  const file = join(backend.dir, `Pulumi.${stack}.yaml`);
  writeFileSync(file, stringify({ ...settings, config: { ...settings.config, ...config } }));
  return file;
}

/** Writes an empty stack. `pulumi stack init` would do the same a second later, and write a salt beside the program. */
function createStack(dir, stack, backend) {
  if (!existsSync(stackFile(dir, stack, backend))) emptyStack(dir, stack, backend);
}

/** Makes a stack as empty as if it were new. */
function emptyStack(dir, stack, backend) {
  const { name: project } = projectIn(dir);
  const file = stackFile(dir, stack, backend);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(join(backend.dir, "state", ".pulumi", "meta.yaml"), "version: 1\n");
  writeFileSync(
    file,
    JSON.stringify({ version: 3, checkpoint: { stack: `organization/${project}/${stack}`, latest: null } }),
  );
}

const stackFile = (dir, stack, backend) =>
  join(backend.dir, "state", ".pulumi", "stacks", projectIn(dir).name, `${stack}.json`);

const projectIn = (dir) => parse(readFileSync(join(dir, "Pulumi.yaml"), "utf8"));

/** The caller's environment without what would change a plan: accounts, regions and settings of Pulumi. */
function inheritedEnvironment() {
  const personal = /^(PULUMI|ALICLOUD|ALIBABA_CLOUD)_/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !personal.test(name)));
}

function pulumi(args, { cwd, env, backend }) {
  const { available, reason, binary, env: fixed } = engine();
  if (!available) throw new Error(reason);
  const child = spawn(binary, args, {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...inheritedEnvironment(),
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

module.exports = { emptyStack, engine, policyAnalyze, preview, stackExport, stackOutputs, temporaryBackend, up };
