// How the benchmarks measure: medians of several runs, each program in a process of its own.
import { spawn } from "node:child_process";

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const hook = new URL("./rss.cjs", import.meta.url).pathname;

/**
 * Runs a program, Node where none is named; gives milliseconds, and of Node the peak of its memory in MB. Fails when it ends
 * with a code that no judgement and no refusal ends with.
 */
export function run(args, program) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(program ?? process.execPath, program ? args : ["--require", hook, ...args], {
      stdio: ["ignore", "ignore", "pipe", "pipe"],
    });
    let errors = "";
    let peak = "";
    child.stderr.on("data", (data) => (errors += data));
    child.stdio[3].on("data", (data) => (peak += data));
    child.on("close", (code) => {
      const ms = Number(process.hrtime.bigint() - start) / 1e6;
      if (code !== null && code <= 2) resolve({ ms, mb: Number(peak) / 1024 });
      else reject(new Error(`${args.join(" ")} ended with ${code}: ${errors}`));
    });
  });
}

/** Runs two programs in turn, so that both see the same machine, and gives the medians. */
export async function compare(subject, baseline, { times = 7, program } = {}) {
  const results = { subject: [], baseline: [] };
  for (let index = 0; index < times; index += 1) {
    results.baseline.push(await run(baseline, program));
    results.subject.push(await run(subject));
  }
  const of = (list, key) => median(list.map((result) => result[key]));
  return {
    subject: { ms: of(results.subject, "ms"), mb: of(results.subject, "mb") },
    baseline: { ms: of(results.baseline, "ms"), mb: of(results.baseline, "mb") },
  };
}
