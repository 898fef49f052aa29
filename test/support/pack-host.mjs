/**
 * Runs policy packs one after another in one process, each by the SDK's own entry point, as `cmd/run-policy-pack` does:
 *
 *     node test/support/pack-host.mjs
 *
 * Each line of standard input asks for a pack: its folder and its environment, as JSON. What the pack writes comes out as it
 * writes it. The pack and the SDK load anew for each, so that none knows of another; what stays loaded are the libraries that
 * the SDK loads: the compiler, gRPC and the messages.
 */
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

// Each run listens for what goes wrong, as it would in a process of its own.
process.setMaxListeners(0);

/** What stays loaded: it holds nothing of a pack. */
const STAYS = /[\\/]node_modules[\\/](?!@pulumi[\\/])|[\\/]@pulumi[\\/][^]*[\\/](?:node_modules|proto|vendor)[\\/]/;

/** What the SDK keeps of a run where all that is loaded finds it. */
const KEPT = ["globalStore", "asyncLocalStorage", "stackResource"];

const nothing = () => undefined;

function run({ folder, env }) {
  for (const name of KEPT) Reflect.deleteProperty(globalThis, name);
  process.chdir(folder);
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, env);
  const require = createRequire(`${folder}/package.json`);
  for (const file of Object.keys(require.cache)) if (!STAYS.test(file)) Reflect.deleteProperty(require.cache, file);
  const entry = require.resolve("@pulumi/pulumi/cmd/run-policy-pack/run");
  const asked = { argv: { _: [folder] }, typeScript: true, programStarted: nothing, reportLoggedError: nothing };
  require(entry)
    .run(asked)
    .catch((error) => {
      console.error(error);
      process.exit(1);
    });
}

createInterface({ input: process.stdin })
  .on("line", (line) => run(JSON.parse(line)))
  .on("close", () => process.exit());
