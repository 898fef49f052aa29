// `npm run bench`: what the tool costs, as ratios against a baseline measured in the same run. See bench/README.md.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { build } from "esbuild";
import { format, resolveConfig } from "prettier";
import { compare, median, run } from "./measure.mjs";
import * as hostile from "./hostile.mjs";
import * as plans from "./plans.mjs";
import * as programs from "./programs.mjs";
import * as terraform from "./terraform.mjs";

const root = new URL("..", import.meta.url).pathname;
const cli = join(root, "dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "alicloud-icp-bench-"));
// The command keeps compiled code between runs: here, and on machines of CI too, where it would not.
process.env.XDG_CACHE_HOME = join(folder, "caches");
delete process.env.CI;
const rows = [];
/** What is measured and not judged. */
const notes = [];
/** The highest ratios that are kept, where they are not those of growth. */
const LIMITS = {
  small: 1.6,
  large: 2.2,
  terraform: 3,
  found: 3.5,
  many: 1.5,
  packStart: 1.1,
  analyze: 1.3,
  program: 1.3,
  round: 1.2,
};
const quick = process.argv.includes("--quick");

const file = (name, text) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const planFile = (name, resources) => file(name, JSON.stringify(plans.preview(resources)));
const progress = (text) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`);
const note = (what, detail) => notes.push({ what, detail });
const row = (what, ratio, limit, detail) => rows.push({ what, ratio, limit, detail });

function check(plan, register) {
  return [cli, "check", plan, "--register", register, "--now", "2026-11-25", "--format", "json"];
}
/** Node that parses files, one after the other. */
const parse = (...files) => [
  "-e",
  `for (const file of ${JSON.stringify(files)}) JSON.parse(require("node:fs").readFileSync(file, "utf8"))`,
];
const ms = (value) => `${value.toFixed(0)} ms`;
const mb = (value) => `${value.toFixed(0)} MB`;

/** A row of times, and one of memory where it has a limit of its own. */
function compared(what, { subject, baseline }, limits) {
  row(what, subject.ms / baseline.ms, limits.time, `${ms(subject.ms)} / ${ms(baseline.ms)}`);
  if (limits.memory)
    row("the same, memory", subject.mb / baseline.mb, limits.memory, `${mb(subject.mb)} / ${mb(baseline.mb)}`);
}

async function command() {
  const register = file("icp.yaml", plans.register());
  progress("command start");
  const small = planFile("small.json", plans.stack(10));
  const start = await compare(check(small, register), ["-e", "0"], { times: quick ? 5 : 21 });
  compared("command, 10 resources / node -e 0", start, { time: LIMITS.small });

  progress("10,000 resources");
  const large = planFile("large.json", plans.stack(10_000, 100));
  const big = await compare(check(large, register), parse(large), { times: quick ? 3 : 9 });
  compared("command, 10,000 resources with 100 findings / node + JSON.parse", big, { time: LIMITS.large, memory: 2 });

  progress("every format at once");
  const all = await compare([...check(large, register), ...everyFormat()], parse(large), { times: quick ? 3 : 9 });
  compared("the same, every format at once / node + JSON.parse", all, { time: LIMITS.large });
}

/** The formats besides JSON, each to a file of its own. */
const everyFormat = () =>
  ["text", "sarif", "junit", "github", "gitlab", "azure", "markdown", "html", "csv"].flatMap((name) => [
    "--format",
    `${name}=${join(folder, `report.${name}`)}`,
  ]);

/** The same size with 3,300 findings. */
async function found() {
  progress("3,300 findings");
  const register = file("icp-found.yaml", plans.register());
  const plan = planFile("found.json", plans.findings(10_000));
  const times = { times: quick ? 3 : 7 };
  const judged = await compare(check(plan, register), parse(plan), times);
  compared("command, 10,000 resources with 3,300 findings / node + JSON.parse", judged, { time: LIMITS.found });
  const all = await compare([...check(plan, register), ...everyFormat()], parse(plan), times);
  compared("the same, every format at once / node + JSON.parse", all, { time: LIMITS.found });
  if (process.argv.includes("--peers")) await peers(plan, register, times);
}

/** A plan of Terraform of the same size, of counted and keyed blocks that refer to each other. */
async function terraformPlans() {
  progress("10,000 changes of Terraform");
  const register = file("icp-terraform.yaml", plans.register());
  const plan = file("terraform.json", JSON.stringify(terraform.stack(10_000, 100)));
  const times = { times: quick ? 3 : 9 };
  const judged = await compare(check(plan, register), parse(plan), times);
  compared("command, 10,000 changes of a Terraform plan / node + JSON.parse", judged, { time: LIMITS.terraform });
}

/** Against conftest with eight rules of its own, where there is one. */
async function peers(plan, register, times) {
  progress("conftest");
  const conftest = (process.env.PATH ?? "")
    .split(delimiter)
    .map((one) => join(one, "conftest"))
    .find(existsSync);
  if (!conftest) {
    console.error("bench: there is no conftest on PATH to compare with");
    return;
  }
  const policies = join(root, "bench/peers");
  const baseline = ["test", "--no-color", "--policy", policies, "--output", "json", plan];
  const judged = await compare(check(plan, register), baseline, { ...times, program: conftest });
  compared("command, 10,000 resources with 3,300 findings / conftest with eight rules", judged, { time: 1 });
}

/** A hundred exports in one run. */
async function manyPlans() {
  progress("100 plans in one run");
  const register = file("icp-many.yaml", plans.register());
  const exported = exportsOf(100);
  const judged = await compare([...check(exported[0], register), ...exported.slice(1)], parse(...exported), {
    times: quick ? 3 : 5,
  });
  compared("command, 100 exports of 1,000 resources / node + JSON.parse of each", judged, { time: LIMITS.many });
  row("the same, memory against 500 MB", judged.subject.mb / 500, 1, mb(judged.subject.mb));
}

/** The export of one stack, written once. */
function exportOf(index) {
  const path = join(folder, `export-${index}.json`);
  return existsSync(path)
    ? path
    : file(`export-${index}.json`, JSON.stringify(plans.stateExport(`bench-${index}`, 1_000)));
}
/** Programs, by what they are called in the table; the second one has 2,600 lines. */
const PROGRAMS = {
  "a small program": { folder: join(root, "examples/company-site"), stack: "dev" },
  "a program of 2,600 lines": { folder: join(root, "test/programs/real/shop-platform"), stack: "prod" },
};

/** Programs, run once and run again when they change. */
async function judgedPrograms() {
  for (const [what, program] of Object.entries(PROGRAMS)) {
    progress(what);
    const args = [cli, "check", program.folder, "--stack", program.stack];
    const judged = await compare(args, programs.importing(program), { times: quick ? 3 : 9 });
    compared(`command, ${what} / node that imports it`, judged, { time: LIMITS.program });
    progress(`${what}, again`);
    const copies = {
      watched: programs.copied(program, join(folder, "watched"), root),
      imported: programs.copied(program, join(folder, "imported"), root),
    };
    const again = await programs.rounds(copies, [cli, "check"], quick ? 3 : 9);
    compared(`a round of --watch, ${what} / a warm import of it`, again, { time: LIMITS.round });
  }
}

const exportsOf = (count) => Array.from({ length: count }, (_, index) => exportOf(index));

/** Writes the extract of a plan, and gives its path. */
async function extractOf(plan) {
  const path = plan.replace(/\.json$/, ".icp.json");
  await run([cli, "extract", plan, "--output", path]);
  return path;
}

/** The extract of a large plan: how small it is, and how fast it is judged. */
async function extracts() {
  progress("the extract of a plan");
  const register = file("icp-extract.yaml", plans.register());
  const plan = planFile("whole.json", plans.stack(10_000, 100));
  const extract = await extractOf(plan);
  const judged = await compare(check(extract, register), check(plan, register), { times: quick ? 3 : 7 });
  const megabytes = (path) => `${(statSync(path).size / 1_000_000).toFixed(1)} MB`;
  note("extract of the plan of 10,000 resources / the plan, size", `${megabytes(extract)} / ${megabytes(plan)}`);
  note("the same, checked", `${ms(judged.subject.ms)} / ${ms(judged.baseline.ms)}`);
}

/** A thousand exports in one run, and a thousand extracts; only where `--large` asks for it, since it takes minutes. */
async function thousand() {
  const register = file("icp-thousand.yaml", plans.register());
  const noted = async (what, files) => {
    const taken = await run([...check(files[0], register), ...files.slice(1)]);
    note(what, `${(taken.ms / 1000).toFixed(1)} s, ${mb(taken.mb)}`);
  };
  progress("1,000 exports in one run");
  const exported = exportsOf(1_000);
  await noted("1,000 exports of 1,000 resources in one run", exported);
  const extracted = [];
  for (const [index, plan] of exported.entries()) {
    progress(`extract ${index + 1} of 1,000`);
    extracted.push(await extractOf(plan));
  }
  await noted("the same as extracts", extracted);
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
  await growth(
    "counted records on as many counted servers",
    (size) => ({ plan: file(`pairs-${size}.json`, JSON.stringify(terraform.pairs(size))), register }),
    [500, 2_000],
  );
  await growth("CNAMEs in one chain", of("chain", plans.chain), [1_000, 4_000]);
  await growth("hosts on one load balancer", of("hosts", plans.hosts), [2_500, 10_000]);
  const registered = (plan, name, make) => (size) => ({ plan, register: file(`${name}-${size}.yaml`, make(size)) });
  const plan = planFile("register.json", plans.stack(10));
  await growth("filings in the register", registered(plan, "icp", plans.register), [500, 2_000]);
  await growth("findings", of("findings", plans.findings), [2_500, 10_000]);
  const written = (make) => (size) => ({ ...make(size), more: everyFormat() });
  await growth("findings, every format at once", written(of("found-all", plans.findings)), [2_500, 10_000]);
  await growth("hosts, every format at once", written(of("hosts-all", plans.hosts)), [2_500, 10_000]);
  await growth("DNAT entries", of("forwards", plans.forwards), [2_500, 10_000]);
  await growth("edges with origins in the plan", of("edges", plans.edges), [500, 2_000]);
  await growth("accelerated buckets with domains", of("buckets", plans.buckets), [500, 2_000]);
  await growth("domains that go away, with their records", of("removed", plans.removed), [500, 2_000]);
  await growth("load balancers with a rule each", of("rules", plans.rules), [500, 2_000]);
  await growth("names that fork and join", of("diamonds", hostile.diamonds), [500, 2_000]);
  await growth("hosts and backends of one load balancer", of("backends", hostile.backends), [250, 1_000]);
  await growth("resources of one id", of("one-id", hostile.oneId), [1_000, 4_000]);
  await growth("components in one another", of("nested", hostile.nested), [1_000, 4_000]);
  await growth("unknown keys of the register", registered(plan, "keys", hostile.unknownKeys), [10_000, 40_000]);
  await growth(
    "blank lines before what is no JSON",
    (size) => ({ plan: file(`blank-${size}.txt`, `${"\n".repeat(size)}no JSON`), register }),
    [1_000_000, 4_000_000],
  );
  const unfiled = planFile("unfiled.json", plans.stack(5_000, 50));
  await growth("waivers", registered(unfiled, "waivers", plans.waivers), [500, 2_000]);
  await growth("servers in the register", registered(unfiled, "servers", plans.servers), [500, 2_000]);
  const exported = exportsOf(40);
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
  const packed = (name, text) => ({ ALICLOUD_ICP_REGISTER: file(name, text) });
  const env = packed("icp-pack.yaml", plans.register());
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
  row(
    "pack start / empty pack",
    start.subject / start.baseline,
    LIMITS.packStart,
    `${ms(start.subject)} / ${ms(start.baseline)}`,
  );

  for (const count of [1_000, 10_000]) {
    for (const [make, register] of [
      [plans.stack, env],
      [plans.reported, packed("icp-reported.yaml", plans.reportedRegister())],
    ]) {
      progress(`AnalyzeStack, ${count} resources`);
      const resources = make(count).map((resource) => ({
        ...resource,
        provider: {
          urn: "urn:pulumi:dev::bench::pulumi:providers:alicloud::default",
          props: { region: "cn-hangzhou" },
        },
      }));
      const times = { subject: [], baseline: [] };
      let said = new Set();
      const drivers = {
        baseline: await PackDriver.start({ folder: empty }),
        subject: await PackDriver.start({ env: register }),
      };
      for (const resource of resources) await drivers.subject.analyze(resource);
      for (let index = 0; index < (quick ? 3 : 7); index += 1) {
        for (const key of ["baseline", "subject"]) {
          const { ms: taken, result } = await time(() => drivers[key].analyzeStack(resources));
          times[key].push(taken);
          if (key === "subject") said = new Set(result.map((diagnostic) => diagnostic.policy));
        }
      }
      for (const key of ["baseline", "subject"]) drivers[key].stop();
      const took = { subject: median(times.subject), baseline: median(times.baseline) };
      row(
        `AnalyzeStack, ${count} resources, ${said.size} policies report / empty pack`,
        took.subject / took.baseline,
        LIMITS.analyze,
        `${ms(took.subject)} / ${ms(took.baseline)}`,
      );
    }
  }
}

try {
  await command();
  await found();
  await terraformPlans();
  await manyPlans();
  await judgedPrograms();
  await extracts();
  if (process.argv.includes("--large")) await thousand();
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
const noted = [
  "| Noted | Measured |",
  "| --- | --- |",
  ...notes.map(({ what, detail }) => `| ${what} | ${detail} |`),
].join("\n");
console.log(`${table}\n\n${noted}`);

if (process.argv.includes("--record")) {
  const readme = join(root, "bench/README.md");
  const [before, , after] = readFileSync(readme, "utf8").split(/(<!-- results:start -->[\s\S]*<!-- results:end -->)/);
  const said = `Node ${process.versions.node} on ${process.platform} (${process.arch}).\n\n${table}\n\n${noted}`;
  const text = `${before}<!-- results:start -->\n\n${said}\n\n<!-- results:end -->${after}`;
  writeFileSync(readme, await format(text, { ...(await resolveConfig(readme)), parser: "markdown" }));
}
