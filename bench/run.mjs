// `npm run bench`: what the tool costs, as ratios against a baseline measured in the same run. See bench/README.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { format, resolveConfig } from "prettier";
import { compare, median } from "./measure.mjs";
import * as plans from "./plans.mjs";

const root = new URL("..", import.meta.url).pathname;
const cli = join(root, "dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "alicloud-icp-bench-"));
// The command keeps compiled code between runs: here, and on machines of CI too, where it would not.
process.env.XDG_CACHE_HOME = join(folder, "caches");
delete process.env.CI;
const rows = [];
const quick = process.argv.includes("--quick");

const file = (name, text) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const planFile = (name, resources) => file(name, JSON.stringify(plans.preview(resources)));
const progress = (text) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`);
const row = (what, ratio, limit, detail) => rows.push({ what, ratio, limit, detail });

function check(plan, register) {
  return [cli, "check", plan, "--register", register, "--now", "2026-11-25", "--format", "json"];
}
const parse = (plan) => ["-e", `JSON.parse(require("node:fs").readFileSync(${JSON.stringify(plan)}, "utf8"))`];
const ms = (value) => `${value.toFixed(0)} ms`;

async function command() {
  const register = file("icp.yaml", plans.register());
  progress("command start");
  const small = planFile("small.json", plans.stack(10));
  const start = await compare(check(small, register), ["-e", "0"], { times: quick ? 5 : 21 });
  row(
    "command, 10 resources / node -e 0",
    start.subject.ms / start.baseline.ms,
    1.9,
    `${ms(start.subject.ms)} / ${ms(start.baseline.ms)}`,
  );

  progress("10,000 resources");
  const large = planFile("large.json", plans.stack(10_000, 50));
  const big = await compare(check(large, register), parse(large), { times: quick ? 3 : 9 });
  row(
    "command, 10,000 resources / node + JSON.parse",
    big.subject.ms / big.baseline.ms,
    3,
    `${ms(big.subject.ms)} / ${ms(big.baseline.ms)}`,
  );
  row(
    "the same, memory",
    big.subject.mb / big.baseline.mb,
    2,
    `${big.subject.mb.toFixed(0)} MB / ${big.baseline.mb.toFixed(0)} MB`,
  );
}

/** The same size with 3,300 findings. */
async function found() {
  progress("3,300 findings");
  const register = file("icp-found.yaml", plans.register());
  const plan = planFile("found.json", plans.findings(10_000));
  const times = { times: quick ? 3 : 7 };
  const judged = await compare(check(plan, register), parse(plan), times);
  row(
    "command, 10,000 resources with 3,300 findings / node + JSON.parse",
    judged.subject.ms / judged.baseline.ms,
    5.5,
    `${ms(judged.subject.ms)} / ${ms(judged.baseline.ms)}`,
  );
}

/** Time of four times the size over time of the size, both above the command's own start: 4 is linear. */
async function growth(what, make, sizes) {
  progress(what);
  const times = [];
  for (const size of sizes) {
    const { plan, register, more = [] } = make(size);
    const { subject, baseline } = await compare([...check(plan, register), ...more], ["-e", "0"], {
      times: quick ? 3 : 5,
    });
    times.push(subject.ms - baseline.ms);
  }
  const [small, large] = times;
  const factor = sizes[1] / sizes[0];
  row(`growth, ${what} × ${factor}`, large / small / factor, 1.25, `${ms(small)} → ${ms(large)} above node`);
}

async function growths() {
  const register = file("icp-growth.yaml", plans.register());
  const of = (name, make) => (size) => ({ plan: planFile(`${name}-${size}.json`, make(size)), register });
  await growth(
    "resources",
    of("resources", (size) => plans.stack(size)),
    [5_000, 20_000],
  );
  await growth("CNAMEs in one chain", of("chain", plans.chain), [1_000, 4_000]);
  await growth("hosts on one load balancer", of("hosts", plans.hosts), [2_500, 10_000]);
  const plan = planFile("register.json", plans.stack(10));
  await growth(
    "filings in the register",
    (size) => ({ plan, register: file(`icp-${size}.yaml`, plans.register(size)) }),
    [500, 2_000],
  );
  await growth("findings", of("findings", plans.findings), [2_500, 10_000]);
  await growth("DNAT entries", of("forwards", plans.forwards), [2_500, 10_000]);
  const unfiled = planFile("unfiled.json", plans.stack(5_000, 50));
  await growth(
    "waivers",
    (size) => ({ plan: unfiled, register: file(`waivers-${size}.yaml`, plans.waivers(size)) }),
    [500, 2_000],
  );
  await growth(
    "servers in the register",
    (size) => ({ plan: unfiled, register: file(`servers-${size}.yaml`, plans.servers(size)) }),
    [500, 2_000],
  );
  const exported = Array.from({ length: 40 }, (_, index) =>
    file(`export-${index}.json`, JSON.stringify(plans.stateExport(`bench-${index}`, 1_000))),
  );
  await growth(
    "plans in one run",
    (size) => ({ plan: exported[0], register, more: exported.slice(1, size) }),
    [10, 40],
  );
}

/** The pack driver of the tests, so that both measure and test speak to the pack in the same way. */
async function driver() {
  const out = join(root, "node_modules/.cache/bench-driver.cjs");
  await build({
    entryPoints: [join(root, "test/support/pack-driver.ts")],
    outfile: out,
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "error",
  });
  return createRequire(import.meta.url)(out).PackDriver;
}

async function packs() {
  const PackDriver = await driver();
  const empty = join(root, "bench/empty-pack");
  const env = { ALICLOUD_ICP_REGISTER: file("icp-pack.yaml", plans.register()) };
  const time = async (work) => {
    const start = process.hrtime.bigint();
    const result = await work();
    return { ms: Number(process.hrtime.bigint() - start) / 1e6, result };
  };

  progress("pack start");
  const starts = { subject: [], baseline: [] };
  for (let index = 0; index < (quick ? 3 : 11); index += 1) {
    for (const [key, options] of [
      ["baseline", { folder: empty }],
      ["subject", { env }],
    ]) {
      const { ms: taken, result } = await time(() => PackDriver.start(options));
      starts[key].push(taken);
      result.stop();
    }
  }
  const start = { subject: median(starts.subject), baseline: median(starts.baseline) };
  row("pack start / empty pack", start.subject / start.baseline, 1.15, `${ms(start.subject)} / ${ms(start.baseline)}`);

  for (const count of [1_000, 10_000]) {
    for (const [unfiled, reporting] of [
      [0, 0],
      [5, undefined],
    ]) {
      progress(`AnalyzeStack, ${count} resources`);
      const resources = plans.stack(count, unfiled).map((resource) => ({
        ...resource,
        provider: {
          urn: "urn:pulumi:dev::bench::pulumi:providers:alicloud::default",
          props: { region: "cn-hangzhou" },
        },
      }));
      const times = { subject: [], baseline: [] };
      let said = new Set();
      const drivers = { baseline: await PackDriver.start({ folder: empty }), subject: await PackDriver.start({ env }) };
      for (const resource of resources) await drivers.subject.analyze(resource);
      for (let index = 0; index < (quick ? 3 : 7); index += 1) {
        for (const key of ["baseline", "subject"]) {
          const { ms: taken, result } = await time(() => drivers[key].analyzeStack(resources));
          times[key].push(taken);
          if (key === "subject") said = new Set(result.map((diagnostic) => diagnostic.policy));
        }
      }
      for (const key of ["baseline", "subject"]) drivers[key].stop();
      const policies = reporting ?? said.size;
      const took = { subject: median(times.subject), baseline: median(times.baseline) };
      row(
        `AnalyzeStack, ${count} resources, ${policies} policies report / empty pack`,
        took.subject / took.baseline,
        1.5 + 0.1 * policies,
        `${ms(took.subject)} / ${ms(took.baseline)}`,
      );
    }
  }
}

try {
  await command();
  await found();
  await growths();
  await packs();
} finally {
  rmSync(folder, { recursive: true, force: true });
  progress("");
}

const table = [
  "| What | Ratio | Limit | Measured |",
  "| --- | ---: | ---: | --- |",
  ...rows.map(({ what, ratio, limit, detail }) => {
    const over = ratio > limit ? " **over**" : "";
    return `| ${what} | ${ratio.toFixed(2)}${over} | ${limit.toFixed(2)} | ${detail} |`;
  }),
].join("\n");
console.log(table);

if (process.argv.includes("--record")) {
  const readme = join(root, "bench/README.md");
  const [before, , after] = readFileSync(readme, "utf8").split(/(<!-- results:start -->[\s\S]*<!-- results:end -->)/);
  const said = `Node ${process.versions.node} on ${process.platform} (${process.arch}).\n\n${table}`;
  const text = `${before}<!-- results:start -->\n\n${said}\n\n<!-- results:end -->${after}`;
  writeFileSync(readme, await format(text, { ...(await resolveConfig(readme)), parser: "markdown" }));
}
