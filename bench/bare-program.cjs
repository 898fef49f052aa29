// A bare Node that imports a Pulumi program and its SDK, transpiled as the SDK's own command does it. Its resources are made
// against the mocks of the SDK: what the program and the SDK do for each runs, and nobody is asked over a wire.
// `bare-program.cjs ORDER`, or `bare-program.cjs ORDER --warm`: then it loads the SDK, the provider's package and the compiler
// first, says so, and imports the program when a line comes in. It ends when all resources are made.
const { createRequire } = require("node:module");
const { join } = require("node:path");

const { folder, project, stack, config } = JSON.parse(process.argv[2]);
const program = createRequire(join(folder, "program.js"));
const sdk = createRequire(program.resolve("@pulumi/pulumi/package.json"));
process.chdir(folder);

function load() {
  const pulumi = program("@pulumi/pulumi");
  const { tsnodeRequire, typescriptRequire } = sdk("./tsutils").typeScriptRequireStrings();
  const command = createRequire(sdk.resolve("./cmd/run"));
  const compiler = command(tsnodeRequire);
  command(typescriptRequire);
  return { pulumi, compiler, typescript: typescriptRequire };
}

function start({ pulumi, compiler, typescript }) {
  const answers = {
    newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs }),
    call: ({ inputs }) => inputs,
  };
  pulumi.runtime.setMocks(answers, project, stack, true);
  pulumi.runtime.setAllConfig(config);
  const modules = { module: "nodenext", moduleResolution: "nodenext" };
  compiler.register({
    compiler: typescript,
    transpileOnly: true,
    skipProject: true,
    compilerOptions: { target: "ES2020", ...modules, sourceMap: "true" },
  });
  pulumi.runtime.runInPulumiStack(async () => program(`${folder}/`));
}

if (!process.argv.includes("--warm")) {
  start(load());
} else {
  const loaded = load();
  program("@pulumi/alicloud");
  process.stdin.once("data", () => {
    process.stdin.destroy();
    start(loaded);
  });
  process.once("beforeExit", () => console.log("done"));
  console.log("ready");
}
