// `npm run fuzz -- [--seconds N] [--seed N] [--threads N]`: hostile inputs through the library, the pack's session and every
// format. The same seed gives the same inputs. Ends with 1 and writes the smallest input where something is wrong.
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";

const root = new URL("..", import.meta.url).pathname;
const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "30" },
    seed: { type: "string", default: "1" },
    threads: { type: "string", default: "2" },
  },
});
const [seconds, seed, threads] = ["seconds", "seed", "threads"].map((name) => {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < 1) {
    console.error(`fuzz: --${name}: expected a whole number from 1; found ${JSON.stringify(values[name])}`);
    process.exit(2);
  }
  return value;
});
/** No input takes so long, and to shrink one does not either. */
const LIMITS = { begun: 20_000, shrinking: 300_000 };

const bundle = `${root}node_modules/.cache/fuzz/worker.cjs`;
await build({
  absWorkingDir: root,
  entryPoints: ["test/fuzz/worker.ts"],
  outfile: bundle,
  bundle: true,
  platform: "node",
  format: "cjs",
  // What plans are made with in tests knows of the runner, and does without it here.
  alias: { vitest: "./test/support/no-vitest.ts" },
  packages: "external",
  logLevel: "error",
});
process.chdir(root);

const counts = { judged: 0, refused: 0 };
const faults = [];
let slowest = { ms: 0, seed: 0 };
const progress = (text) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`);

function thread(first) {
  return new Promise((resolve, reject) => {
    const workerData = { first, step: threads, until: Date.now() + seconds * 1_000 };
    const worker = new Worker(bundle, { workerData, resourceLimits: { maxOldGenerationSizeMb: 2_048 } });
    let at = { seed: first };
    let timer;
    const wait = (limit) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        faults.push({ seed: at.seed, wrong: `takes longer than ${limit / 1_000} seconds` });
        void worker.terminate().then(resolve);
      }, limit);
    };
    worker.on("message", (message) => {
      at = message;
      if (message.is in LIMITS) wait(LIMITS[message.is]);
      if (message.is === "done") {
        counts[message.outcome] += 1;
        if (message.ms > slowest.ms) slowest = message;
        if ((counts.judged + counts.refused) % 100 === 0) progress(`${counts.judged + counts.refused} inputs`);
      }
      if (message.is === "fault") faults.push(message);
      if (message.is === "ended") {
        clearTimeout(timer);
        resolve();
      }
    });
    worker.on("error", (error) => {
      clearTimeout(timer);
      faults.push({ seed: at.seed, wrong: String(error) });
      resolve();
    });
    worker.on("messageerror", reject);
  });
}

await Promise.all(Array.from({ length: threads }, (_, index) => thread(seed + index)));
progress("");
const { judged, refused } = counts;
const worst = `slowest ${Math.round(slowest.ms)} ms (seed ${slowest.seed})`;
console.log(
  `fuzz: ${judged + refused} inputs, ${judged} judged, ${refused} refused, ${faults.length} faults; ${worst}`,
);
const kinds = new Map(faults.map((fault) => [fault.wrong.slice(0, 60), fault]));
for (const { seed: from, wrong, input } of kinds.values()) {
  console.log(`\nseed ${from}: ${wrong}`);
  if (!input) continue;
  const folder = `${root}node_modules/.cache/fuzz`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/seed-${from}.json`, `${JSON.stringify(input, null, 2)}\n`);
  console.log(
    `  the smallest input is in node_modules/.cache/fuzz/seed-${from}.json; mended, it belongs into test/fuzz/corpus`,
  );
}
process.exit(faults.length > 0 ? 1 : 0);
