// What it costs to judge a program, and to judge it again when it changes. See bench/README.md.
import { spawn } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { median } from "./measure.mjs";

const bare = new URL("./bare-program.cjs", import.meta.url).pathname;

/** The arguments of a bare Node that imports a program. */
export const importing = (program) => [bare, order(program)];

/** What such a Node is told. */
function order({ folder, stack }) {
  const { name } = parse(readFileSync(join(folder, "Pulumi.yaml"), "utf8"));
  const { config = {} } = parse(readFileSync(join(folder, `Pulumi.${stack}.yaml`), "utf8")) ?? {};
  const texts = Object.entries(config).map(([key, value]) => [
    key,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return JSON.stringify({ folder, project: name, stack, config: Object.fromEntries(texts) });
}

/** A copy of a program that may be changed, in a folder with the packages of this repository. */
export function copied({ folder, ...program }, to, root) {
  const copy = join(to, basename(folder));
  mkdirSync(to, { recursive: true });
  cpSync(folder, copy, { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  return { folder: copy, ...program };
}

/** A process whose output is waited for. */
class Heard {
  constructor(args, options) {
    this.child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "pipe"], ...options });
    this.text = "";
    this.errors = "";
    this.child.stderr.on("data", (data) => (this.errors += data));
    this.child.stdout.on("data", (data) => {
      this.text += data;
      this.look?.();
    });
    this.child.on("close", (code) => this.fail?.(new Error(`${args.join(" ")} ended with ${code}: ${this.errors}`)));
  }

  /** Waits for a line that fits, of those that nobody has waited for. */
  async line(form) {
    await new Promise((resolve, reject) => {
      this.fail = reject;
      this.look = () => {
        if (form.test(this.text)) resolve();
      };
      this.look();
    });
    this.look = this.fail = undefined;
    this.text = "";
  }
}

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
/** So long everything rests before something is measured. */
const REST = 1_500;

/**
 * A round of `check --watch`, from the change of a file until it has been judged again and told, and a warm import of a program
 * in which the same has changed: a process that has loaded the SDK, the provider's package and the compiler imports it. In turn,
 * each with a text that nobody has compiled yet; the medians.
 */
export async function rounds({ watched, imported }, command, times) {
  const watching = new Heard([...command, watched.folder, "--stack", watched.stack, "--watch"], {
    cwd: watched.folder,
  });
  const taken = { subject: [], baseline: [] };
  try {
    await watching.line(/alicloud-icp \d/);
    for (let at = 0; at < times; at += 1) {
      change(imported, at);
      const warm = new Heard([...importing(imported), "--warm"]);
      await warm.line(/ready/);
      await pause(REST);
      taken.baseline.push(
        await timed(async () => {
          warm.child.stdin.write("go\n");
          await warm.line(/done/);
        }),
      );
      await pause(REST);
      taken.subject.push(
        await timed(async () => {
          change(watched, at);
          await watching.line(/index\.ts: /);
        }),
      );
    }
  } finally {
    watching.fail = undefined;
    watching.child.kill("SIGINT");
  }
  return { subject: { ms: median(taken.subject) }, baseline: { ms: median(taken.baseline) } };
}

/** Adds a comment to where a program begins: it says the same, and has to be compiled. */
function change({ folder }, at) {
  appendFileSync(join(folder, "index.ts"), `// ${process.pid} ${at}\n`);
}

async function timed(work) {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}
