/** Runs a program, and gives what it would deploy on an empty stack. */
import type { ChildProcess } from "node:child_process";
import { relative } from "node:path";
import { InputError } from "../../input/error";
import { message } from "../../messages";
import type { Answers } from "../answers";
import type { ChosenStack, Project } from "../project";
import type { StackSettings } from "../stack-settings";
import type { Order, Preload, Told } from "./between";
import { end } from "./ending";
import { failed, failedSilently, unanswered, unknownOutput, type NamedOutput } from "./failure";
import { launch, programFolder, type Launch } from "./launch";
import type { Loaded } from "./loaded";
import { Monitor, type Recorded } from "./monitor";
import { openWire } from "./wire";

/** How a program is run. */
export interface RunOptions extends Launch {
  /** Gives the process to run it in; a new one by default. */
  readonly start?: Start | undefined;
  readonly stack: ChosenStack;
  readonly organization: string;
  readonly settings: StackSettings;
  readonly answers: Answers;
  /** How long it may take, in milliseconds. */
  readonly timeout: number;
  /** Takes what the program prints. */
  readonly printed: (text: string) => void;
  /** Takes what the program has loaded, also where it fails. */
  readonly loaded?: ((loaded: Loaded) => void) | undefined;
}

/** What a program has asked for, and what there is to be said of how it ran. */
export interface Ran extends Recorded {
  /** What kept its process alive when it had come to its end. */
  readonly leftOpen: readonly string[];
  /** The secrets that it has read as plain text. */
  readonly secretsRead: readonly string[];
  /** The outputs of other stacks that it uses and these do not have. */
  readonly missingOutputs: readonly NamedOutput[];
  /** The places of functions that were not run, since what they are for is not known here, as `FILE:LINE` from the program's folder. */
  readonly skipped: readonly string[];
  /** The full keys of the configuration that it has read. */
  readonly configAsked: readonly string[];
}

/** A process that is ready to run a program, once. */
export interface Prepared {
  readonly run: (options: Running) => Promise<Ran>;
  /** Loads files before there is a program. */
  readonly preload: (files: readonly string[]) => void;
  /** Whether it can still run one. */
  readonly isReady: () => boolean;
  readonly abandon: () => void;
}

type Running = Omit<RunOptions, keyof Launch | "start">;

/** Gives a process in which a program can be run. */
export type Start = (launch: Launch) => Prepared;

/** Runs a program. Throws an `InputError` where it cannot be run, fails, or does not end. */
export const runProgram = ({ project, env, start = prepare, ...options }: RunOptions): Promise<Ran> =>
  start({ project, env }).run(options);

/** Starts a process that loads the SDK of a program and waits; it holds nothing of the program itself. */
export function prepare(launching: Launch): Prepared {
  const child = launch(launching);
  const heard = new Heard(child);
  return {
    run: (options) => new Run(child, heard, launching.project, options).result(),
    preload: (files) => {
      if (child.connected) child.send({ preload: files } satisfies Preload);
    },
    isReady: () => heard.over === undefined && child.connected,
    abandon: () => {
      end(child);
    },
  };
}

/** What a process has told and printed so far. */
class Heard {
  ready = false;
  /** The version of an SDK that is none of those that are known. */
  unsupported: string | undefined;
  readonly unanswered: string[] = [];
  readonly unknownOutputs: NamedOutput[] = [];
  readonly secretsRead = new Set<string>();
  readonly missingOutputs = new Map<string, NamedOutput>();
  readonly skipped = new Set<string>();
  readonly configAsked = new Set<string>();
  leftOpen: readonly string[] = [];
  loaded: (loaded: Loaded) => void = () => undefined;
  printed: (text: string) => void = () => undefined;
  busy: readonly string[] = [];
  whenReady: () => void = () => undefined;
  /** What keeps the process alive is something else now. */
  whenOpen: () => void = () => undefined;
  whenOver: () => void = () => undefined;
  /** How it has ended: its code, or the signal that ended it. */
  over: string | undefined;

  constructor(child: ChildProcess) {
    child.on("message", (report) => {
      this.take(report as Told);
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.printed(text);
      });
    }
    const ended = (how: string): void => {
      this.over ??= how;
      this.whenOver();
    };
    child.once("error", ({ message }) => {
      ended(message);
    });
    // What it has printed and told may still be on its way, and what it has started may keep that open.
    child.once("exit", (code, signal) => {
      const how = signal ?? String(code);
      const late = setTimeout(ended, ARRIVAL_LATE, how);
      let open = child.connected ? 2 : 1;
      const closed = (): void => {
        if (--open > 0) return;
        clearTimeout(late);
        ended(how);
      };
      child.once("close", closed);
      if (child.connected) child.once("disconnect", closed);
    });
  }

  private take(report: Told): void {
    switch (report.is) {
      case "ready":
        this.ready = true;
        this.whenReady();
        return;
      case "unsupported":
        this.unsupported = report.version;
        return;
      case "unanswered":
        this.unanswered.push(report.token);
        return;
      case "unknown-output":
        this.unknownOutputs.push({ stack: report.stack, output: report.output });
        return;
      case "missing-output":
        this.missingOutputs.set(`${report.stack} ${report.output}`, { stack: report.stack, output: report.output });
        return;
      case "skipped":
        this.skipped.add(report.place);
        return;
      case "secret-read":
        this.secretsRead.add(report.key);
        return;
      case "config-read":
        this.configAsked.add(report.key);
        return;
      case "busy":
        this.busy = report.kinds;
        this.leftOpen = [];
        this.whenOpen();
        return;
      case "left-open":
        this.leftOpen = report.kinds;
        this.whenOpen();
        return;
      case "loaded":
        this.loaded(report.loaded);
        return;
    }
  }
}

/** The lowest version of the SDK with which programs are run. */
const LOWEST = "3.48.0";
/** As many registrations at once as Pulumi allows on most machines. */
const PARALLEL = "16";
/** How long a process that has come to its end may take to say that nothing more will come. */
const GRACE = 1_000;
/** How long what it has printed before may take to arrive. */
const ARRIVAL = 20;
/** The same where its process has ended. */
const ARRIVAL_LATE = 500;

class Run {
  constructor(
    private readonly child: ChildProcess,
    private readonly heard: Heard,
    private readonly project: Project,
    private readonly options: Running,
  ) {}

  async result(): Promise<Ran> {
    const { project, options, heard } = this;
    heard.printed = options.printed;
    heard.loaded = options.loaded ?? heard.loaded;
    const { root } = project;
    const monitor = new Monitor(
      openWire(programFolder(project).folder),
      { stack: options.stack.name, project: project.name, root },
      options.answers,
    );
    try {
      const address = await monitor.start();
      const isInTime = await this.carriedOut(address, monitor);
      return this.checked(monitor.recorded, isInTime);
    } finally {
      end(this.child);
      monitor.stop();
    }
  }

  /** Whether the program came to its end in time. */
  private carriedOut(address: string, monitor: Monitor): Promise<boolean> {
    const { child, heard, options } = this;
    return new Promise((resolve) => {
      let grace: NodeJS.Timeout | undefined;
      let isDone = false;
      const timer = setTimeout(() => {
        done(false);
      }, options.timeout);
      const done = (isInTime: boolean): void => {
        clearTimeout(timer);
        clearTimeout(grace);
        resolve(isInTime);
      };
      heard.whenOver = () => {
        done(true);
      };
      heard.whenReady = () => {
        if (heard.unsupported === undefined) child.send(this.order(address));
        else done(true);
      };
      const endSoon = (): void => {
        clearTimeout(grace);
        if (heard.leftOpen.length > 0) grace = setTimeout(done, isDone ? ARRIVAL : GRACE, true);
      };
      monitor.whenDone = () => {
        isDone = true;
        endSoon();
      };
      heard.whenOpen = endSoon;
      if (heard.over) done(true);
      else if (heard.ready) heard.whenReady();
    });
  }

  private order(address: string): Order {
    const { project, options } = this;
    const { folder, entry } = programFolder(project);
    const named: Readonly<Record<string, string>> = {
      monitor: address,
      engine: address,
      organization: options.organization,
      project: project.name,
      "root-directory": project.root,
      stack: options.stack.name,
      parallel: PARALLEL,
    };
    const { values, secretKeys } = options.settings;
    const variable = (name: string): string => `PULUMI_NODEJS_${name.replaceAll("-", "_").toUpperCase()}`;
    return {
      arguments: [
        ...Object.entries(named).flatMap(([name, value]) => [`--${name}`, value]),
        ...["--pwd", folder, "--dry-run", entry],
      ],
      env: {
        ...Object.fromEntries(Object.entries(named).map(([name, value]) => [variable(name), value])),
        PULUMI_NODEJS_DRY_RUN: "true",
        PULUMI_CONFIG: JSON.stringify(values),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(secretKeys),
      },
      secretKeys,
      tellsLoaded: options.loaded !== undefined,
    };
  }

  private late({ outputs, registered }: Recorded): InputError {
    const { heard, options } = this;
    const seconds = options.timeout / 1000;
    const kinds = heard.busy.join(", ");
    const kept =
      kinds === ""
        ? message("input.program-kept-alive-unseen", { seconds })
        : message("input.program-kept-alive", { seconds, kinds });
    const problem =
      outputs === undefined ? message("input.program-timeout", { seconds, count: registered.length }) : kept;
    return new InputError(problem, { file: this.project.file });
  }

  private checked(recorded: Recorded, isInTime: boolean): Ran {
    const { heard, project, options } = this;
    if (heard.unsupported !== undefined) {
      throw new InputError(message("input.program-sdk", { version: heard.unsupported, lowest: LOWEST }), {
        file: project.file,
      });
    }
    const [first, ...others] = [...heard.unanswered, ...recorded.unanswered];
    if (first !== undefined) throw unanswered([first, ...others], project.file);
    const [unknown] = heard.unknownOutputs;
    if (unknown) throw unknownOutput(unknown, project.file);
    if (recorded.errors.length > 0) throw failed(recorded.errors, project, options.settings);
    const { over } = heard;
    if (!isInTime) throw this.late(recorded);
    const isWhole = recorded.outputs !== undefined && (over === undefined || over === "0" || heard.leftOpen.length > 0);
    if (!isWhole) throw failedSilently(over, project);
    return {
      ...recorded,
      leftOpen: heard.leftOpen,
      secretsRead: [...heard.secretsRead].sort(),
      missingOutputs: [...heard.missingOutputs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one),
      skipped: [...heard.skipped].map((place) => relative(project.root, place)).sort(),
      configAsked: [...heard.configAsked],
    };
  }
}
