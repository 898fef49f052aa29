/** `alicloud-icp check --watch`: judges again whenever something changes that the verdict rests on, and shows what that changes. */
import { statSync } from "node:fs";
import { InputError } from "../input/error";
import { message, render } from "../messages";
import { joinSome } from "../messages/join-some";
import { withColon } from "../messages/punctuation";
import { Warm } from "../program/node/warm";
import { shortName } from "../register/find";
import { changesBetween, isUnchanged } from "../report/changes";
import { resultText } from "../report/result";
import { changesText } from "../report/text/changes";
import type { Report } from "../report/types";
import { checking, type CheckOptions } from "./check";
import { EXIT, explain, type Exit } from "./errors";
import { projectHere } from "./here";
import { isSameFile, Progress, tell, tellLine, type Io } from "./io";
import { formatOptions, writeReport } from "./render";
import { askedBy, exitOf, lookOf, reportBy, type AskedReport } from "./reported";
import { interestIn } from "./watching/plans";
import { Watcher } from "./watching/watcher";

/** Judges until it is stopped, and gives what the last round would have ended with. Throws an `InputError` for wrong usage. */
export async function watch(paths: readonly string[], given: CheckOptions, io: Io): Promise<Exit> {
  if (paths.includes("-")) throw new InputError(message("input.watch-stdin", {}), { key: "--watch" });
  const plans = paths.length > 0 ? paths : [await projectHere(io.cwd, given.programs)];
  const watching = new Watching(paths, plans, given, io);
  try {
    return await watching.run();
  } finally {
    watching.close();
  }
}

/** So often a file may change by the run that its change asked for. */
const MOST_REPEATS = 5;
/** So long after a round what it has written may be heard of, in milliseconds; who takes the output may write it to a file. */
const AFTERWARDS = 200;
/** So many files are named at most. */
const MOST_NAMED = 3;

class Watching {
  private readonly watcher: Watcher;
  private readonly warm = new Warm((files) => {
    for (const file of files) this.heard.add(file);
  });
  /** What programs have loaded: in the last round that came to its end, and since. */
  private heard = new Set<string>();
  /** What is written by each run. */
  private readonly left = new Set<string>();
  private asked: AskedReport<CheckOptions> | undefined;
  private inputs: readonly string[] = [];
  private report: Report | undefined;
  private code: Exit = EXIT.usage;
  private isStopped = false;

  constructor(
    private readonly paths: readonly string[],
    private readonly plans: readonly string[],
    private readonly given: CheckOptions,
    private readonly io: Io,
  ) {
    this.watcher = new Watcher((path) => (io.writesTo ?? []).some((descriptor) => isSameFile(descriptor, path)));
  }

  async run(): Promise<Exit> {
    // What makes no sense ends before it begins.
    await this.ask();
    this.look();
    await this.round([]);
    const stopped = new Promise<undefined>((resolve) => {
      this.io.onStop?.(() => {
        this.isStopped = true;
        resolve(undefined);
      });
    });
    if (this.given.quiet !== true) tell(this.io, "cli.watching");
    for (let repeats = 0; ;) {
      this.warm.renew();
      const shown = performance.now();
      const found = await Promise.race([this.watcher.next(), stopped]);
      if (!found) return this.code;
      const isByRun = found.every(({ path, at }) => at < shown + AFTERWARDS && !this.heard.has(path));
      repeats = isByRun ? repeats + 1 : 0;
      const changed = found.map(({ path }) => path);
      if (repeats > MOST_REPEATS) {
        this.leave(changed);
        continue;
      }
      const round = this.round(changed);
      round.catch(() => undefined);
      await Promise.race([round, stopped]);
      if (this.isStopped) return this.code;
    }
  }

  close(): void {
    this.isStopped = true;
    this.watcher.close();
    this.warm.close();
  }

  private async ask(): Promise<AskedReport<CheckOptions>> {
    const asked = await askedBy(this.given, this.io, checking(this.plans, this.io));
    const other = asked.outputs.find(({ format, file }) => file === undefined && format !== "text");
    if (other) throw new InputError(message("input.watch-format", { format: other.format }), { key: "--format" });
    this.asked = asked;
    return asked;
  }

  /** Looks at what the verdict rests on now. */
  private look(): void {
    const { cwd, env } = this.io;
    const { register, baseline, fixtures, stackOutput, config } = { ...this.asked?.options, ...given(this.given) };
    this.watcher.look(
      interestIn({
        cwd,
        env,
        plans: this.plans,
        register,
        files: [baseline, fixtures, typeof config === "string" ? config : undefined, ...this.inputs],
        stackOutputs: stackOutput ?? [],
        outputs: [...(this.asked?.outputs ?? []).flatMap(({ file }) => file ?? []), ...this.left],
        loaded: this.heard,
      }),
    );
  }

  /** Judges once, because of files that have changed, and shows what there is to be shown. */
  private async round(changed: readonly string[]): Promise<void> {
    const { io } = this;
    const began = Date.now();
    const before = this.heard;
    this.heard = new Set();
    const progress = new Progress(io, this.given.quiet !== true);
    try {
      const asked = await this.ask();
      // Which program was taken is said once.
      const judging = checking(this.report ? this.plans : this.paths, io, this.warm.start);
      const { report, inputs } = await reportBy(asked, io, judging, progress);
      if (this.isStopped) return;
      this.show(report, asked, { inputs, changed, progress });
      this.inputs = inputs;
      this.report = report;
      this.code = exitOf(report, asked);
    } catch (error) {
      progress.clear();
      if (!(error instanceof InputError)) throw error;
      if (this.isStopped) return;
      if (changed.length > 0) tellLine(io, this.heading(changed));
      this.code = explain(error, io);
      for (const file of before) this.heard.add(file);
    } finally {
      progress.clear();
    }
    this.look();
    // Nobody has looked at these before.
    for (const file of this.heard) if (!before.has(file) && isYounger(file, began)) this.watcher.add(file);
  }

  private show(
    report: Report,
    asked: AskedReport<CheckOptions>,
    { inputs, changed, progress }: Pick<Shown, "inputs" | "changed" | "progress">,
  ): void {
    const { io, report: before } = this;
    const look = lookOf(asked, io);
    if (!before) {
      writeReport(report, asked.outputs, { look, inputs, progress }, io);
      return;
    }
    const toFiles = asked.outputs.filter(({ file }) => file !== undefined);
    writeReport(report, toFiles, { look, inputs, progress, isAgain: true }, io);
    const changes = changesBetween(before, report);
    const heading = this.heading(changed);
    if (!isUnchanged(changes)) {
      const text = changesText(changes, report, formatOptions(look, io)(false));
      if (text !== "") io.stdout.write(`\n${heading}\n\n${text}`);
    } else if (look.quiet !== true) {
      const same = render(io.language, "report.unchanged", { result: resultText(report, io.language) });
      io.stdout.write(`${withColon(io.language, heading, same)}\n`);
    }
  }

  /** When, and why. */
  private heading(changed: readonly string[]): string {
    return `${this.io.now().toTimeString().slice(0, 8)}  ${this.named(changed)}`;
  }

  private named(files: readonly string[]): string {
    const { language, cwd } = this.io;
    const names = files.map((file) => shortName(file, cwd));
    return joinSome(language, names, MOST_NAMED);
  }

  /** From now on does without files that each run writes anew. */
  private leave(files: readonly string[]): void {
    for (const file of files) this.left.add(file);
    this.look();
    if (this.given.quiet !== true) tell(this.io, "cli.watch-left", { files: this.named(files) });
  }
}

interface Shown {
  readonly inputs: readonly string[];
  readonly changed: readonly string[];
  readonly progress: Progress;
}

const given = (options: CheckOptions): Partial<CheckOptions> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

const isYounger = (file: string, time: number): boolean => {
  const about = statSync(file, { throwIfNoEntry: false });
  return about !== undefined && about.mtimeMs >= time;
};
