/**
 * A stand-in for pulumi-language-nodejs: runs Node programs and policy packs with the entry points of the npm SDK
 * (`@pulumi/pulumi/cmd/run`, `run-policy-pack`), which is also what the real language host does.
 *
 * It installs nothing, asks for no plugins, and neither builds packages nor runs anything but Node. Of the options of
 * `Pulumi.yaml` it knows those that change how a program is run: `typescript`, `tsconfig` and `nodeargs`.
 */
"use strict";
const { spawn } = require("node:child_process");
const { realpathSync } = require("node:fs");
const { Empty, protocol, serve, unary } = require("./serve.cjs");

const language = protocol("language_pb");
const { PluginInfo } = protocol("plugin_pb");
const { LanguageRuntimeService } = protocol("language_grpc_pb");

const engineAddress = process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith("-"))
  .at(-1);

/** The exit code with which the SDK says that it has already reported the error. */
const alreadyReported = 32;

function run(request) {
  const info = request.getInfo();
  const config = Object.fromEntries(request.getConfigMap().entries());
  const { typescript = true, tsconfig, nodeargs = "" } = info.getOptions()?.toJavaScript() ?? {};
  const options = {
    monitor: request.getMonitorAddress(),
    engine: engineAddress,
    organization: request.getOrganization(),
    project: request.getProject(),
    "root-directory": info.getRootDirectory(),
    stack: request.getStack(),
    pwd: request.getPwd(),
    parallel: String(request.getParallel()),
  };
  const child = spawn(
    process.execPath,
    [
      ...words(nodeargs),
      entryPoint("run", info.getProgramDirectory()),
      ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
      ...(request.getDryrun() ? ["--dry-run"] : []),
      info.getEntryPoint() || ".",
      ...request.getArgsList(),
    ],
    {
      cwd: request.getPwd(),
      // Stdout carries this plugin's port and nothing else.
      stdio: ["ignore", 2, 2],
      env: {
        ...process.env,
        PULUMI_NODEJS_TYPESCRIPT: String(typescript),
        ...(tsconfig !== undefined && { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig }),
        PULUMI_CONFIG: JSON.stringify(config),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
      },
    },
  );
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      const response = new language.RunResponse();
      if (code === alreadyReported) response.setBail(true);
      else if (code !== 0) response.setError(`the program exited with ${code ?? signal}`);
      resolve(response);
    });
  });
}

/** Runs a policy pack and streams what it prints, its port first, until the engine hangs up. */
function runPlugin(call) {
  const directory = call.request.getInfo().getProgramDirectory();
  const env = Object.fromEntries(call.request.getEnvList().map(splitAtEquals));
  const child = spawn(
    process.execPath,
    [entryPoint("run-policy-pack", directory), ...call.request.getArgsList(), directory],
    { cwd: directory, env, stdio: ["ignore", "pipe", "pipe"] },
  );
  const answer = (fill) => {
    const response = new language.RunPluginResponse();
    fill(response);
    call.write(response);
  };
  child.stdout.on("data", (bytes) => answer((response) => response.setStdout(bytes)));
  child.stderr.on("data", (bytes) => answer((response) => response.setStderr(bytes)));
  child.on("error", (error) => call.destroy(error));
  child.on("close", (code) => {
    answer((response) => response.setExitcode(code ?? 1));
    call.end();
  });
  call.on("cancelled", () => child.kill());
}

/** A command of the SDK that the program or pack itself depends on. */
function entryPoint(command, directory) {
  return require.resolve(`@pulumi/pulumi/cmd/${command}`, { paths: [realpathSync(directory)] });
}

/** The words of a text as a shell takes it apart: blanks part them, quotes and backslashes keep them together. */
function words(text) {
  const found = text.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/gs) ?? [];
  const plain = (quoted) => quoted.replace(/\\(.)/gs, "$1");
  return found.map((word) =>
    word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/gs, (_, double, single, one) =>
      double !== undefined ? plain(double) : (single ?? one),
    ),
  );
}

function splitAtEquals(assignment) {
  const at = assignment.indexOf("=");
  return [assignment.slice(0, at), assignment.slice(at + 1)];
}

function pluginInfo() {
  const info = new PluginInfo();
  info.setVersion(require("@pulumi/pulumi/package.json").version);
  return info;
}

function about() {
  const response = new language.AboutResponse();
  response.setExecutable(process.execPath);
  response.setVersion(process.version);
  return response;
}

serve(LanguageRuntimeService, {
  getPluginInfo: unary(pluginInfo),
  about: unary(about),
  cancel: unary(() => new Empty()),
  getRequiredPlugins: unary(() => new language.GetRequiredPluginsResponse()),
  getRequiredPackages: unary(() => new language.GetRequiredPackagesResponse()),
  getProgramDependencies: unary(() => new language.GetProgramDependenciesResponse()),
  run: unary(run),
  runPlugin,
});
