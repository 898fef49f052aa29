export interface Engine {
  /** Whether a pulumi binary was found. */
  available: boolean;
  /** Why not. */
  reason: string | undefined;
  /** Its path. */
  binary: string | undefined;
  /** What every run of it gets beside PATH, backend and home. */
  env: Record<string, string>;
}

export interface Result {
  /** The exit code. */
  status: number;
  stdout: string;
  stderr: string;
}

/** A temporary place for stacks. */
export interface Backend {
  dir: string;
  /** Deletes it. */
  dispose: () => void;
}

export type Environment = Record<string, string | undefined>;

export interface Options {
  /** The program's folder, the one with Pulumi.yaml. */
  dir: string;
  /** "dev" if omitted. */
  stack?: string;
  /** Added to what `Pulumi.<stack>.yaml` configures. Full keys, as in "alicloud:region". */
  config?: Record<string, unknown>;
  /** Folders of policy packs. */
  packs?: string[];
  /** A file of policy configuration for each pack. */
  packConfigs?: string[];
  /** Print the plan as JSON. */
  json?: boolean;
  /** Show resources that stay as they are, too. */
  showSames?: boolean;
  /** Added to the environment, which is the caller's without its PULUMI_, ALICLOUD_ and ALIBABA_CLOUD_ variables. */
  env?: Environment;
  /** Further arguments for the command. */
  args?: string[];
  /** Keeps the stack from one call to the next. A fresh one for each call if omitted. */
  backend?: Backend;
}

export interface AnalyzeOptions {
  packDir: string;
  /** What `pulumi stack export` printed. */
  stateFile: string;
  /** A file of policy configuration. */
  packConfig?: string;
  /** Print one engine event a line. */
  json?: boolean;
  env?: Environment;
  /** The pack's folder if omitted. */
  cwd?: string;
}

/** The engine there is. Never builds one: `node scripts/engine/install.mjs` does. */
export function engine(): Engine;

/** A backend that several calls share, for example `up` and then `stackExport`. */
export function temporaryBackend(): Backend;

/** `pulumi preview` */
export function preview(options: Options): Promise<Result>;

/** `pulumi up`, without asking and without a preview before it */
export function up(options: Options): Promise<Result>;

/**
 * `pulumi stack export`, after `pulumi up` unless the options name a backend, whose stack is exported as it is.
 * The result is that of the update if the update fails.
 */
export function stackExport(options: Options): Promise<Result>;

/** `pulumi policy analyze`: a policy pack judges an exported stack, without program, provider or login */
export function policyAnalyze(options: AnalyzeOptions): Promise<Result>;
