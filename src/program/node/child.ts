/**
 * The process of a program. It runs the SDK's own command, as Pulumi's language host does, after it has changed three things
 * in that SDK: what nobody can answer is an error where the program waits for it, a secret is an unknown one, and the stack's
 * outputs tell what they come from.
 */
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { GUARDED, STACK_OUTPUT, UNANSWERED, type Order, type Preload, type Told } from "./between";
import { lighten } from "./lighter";
import { loadedIn } from "./loaded";
import { noteSkipped } from "./skipped";

/** The command of the program's own SDK that runs programs. */
const [, , command = ""] = process.argv;

type AnyFunction = (...given: unknown[]) => unknown;
type Exports = Record<string, AnyFunction>;

const send = process.send?.bind(process);
const tell = (report: Told): void => void send?.(report);
// The program has nobody to talk to.
delete process.send;

/** Takes what only this process is to know out of the environment. */
function taken(name: string): string | undefined {
  const { [name]: value } = process.env;
  Reflect.deleteProperty(process.env, name);
  return value;
}

const sdk = createRequire(command);
const load = (name: string): unknown => sdk(`../../${name}`);

/** A function that nobody can answer gives an unknown output, and no value at all to who waits for one. */
function guardInvokes(): void {
  const invokes = load("runtime/invoke") as Exports;
  const { output, unknown } = load("output") as { readonly output: AnyFunction; readonly unknown: unknown };
  for (const name of ["invoke", "invokeSingle"]) {
    const original = invokes[name];
    if (!original) continue;
    invokes[name] = async (token, given, ...rest) => {
      const answer = await original(token, guarded(given), ...rest);
      if (!isUnanswered(answer)) return answer;
      tell({ is: "unanswered", token: String(token) });
      throw new Error(`nobody answers ${String(token)} here`);
    };
  }
  // As a whole: of an object that only holds what is unknown, properties that it does not hold would be known not to be there.
  for (const name of ["invokeOutput", "invokeSingleOutput", "call", "callSingle"]) {
    const original = invokes[name];
    if (!original) continue;
    invokes[name] = (token, given, ...rest) =>
      (original(token, guarded(given), ...rest) as Output).apply((answer) =>
        isUnanswered(answer) ? output(unknown) : answer,
      );
  }
}

/** What `invokeSingle` and its like give is the only value of an answer. */
const isUnanswered = (answer: unknown): boolean =>
  answer === UNANSWERED || (typeof answer === "object" && answer !== null && UNANSWERED in answer);

/** Arguments with what says that this copy of the SDK is guarded. */
const guarded = (given: unknown): object => ({ ...(given as object | undefined), [GUARDED]: true });

/** Of secrets the program gets unknown ones. */
function hideSecrets(keys: ReadonlySet<string>): void {
  const { Config } = load("config") as { readonly Config: { readonly prototype: Record<string, AnyFunction> } };
  const { unknown, secret } = load("output") as { readonly unknown: unknown; readonly secret: AnyFunction };
  for (const way of ["get", "require"]) {
    for (const kind of ["", "Boolean", "Number", "Object"]) {
      guard(Config.prototype, `${way}Secret${kind}`, () => secret(unknown));
      guard(Config.prototype, `${way}${kind}`, undefined);
    }
  }

  function guard(prototype: Record<string, AnyFunction>, name: string, instead: (() => unknown) | undefined): void {
    const original = prototype[name];
    if (!original) return;
    prototype[name] = function (this: { readonly name: string }, ...given: unknown[]) {
      const key = `${this.name}:${String(given[0])}`;
      if (!keys.has(key)) return original.apply(this, given);
      if (instead) return instead();
      tell({ is: "secret-read", key });
      return original.apply(this, given);
    };
  }
}

/** Tells what the program reads of its configuration, by which way ever. */
function hearOfConfig(): void {
  const config = load("runtime/config") as Exports;
  const { getConfig, allConfig } = config;
  const told = new Set<string>();
  const note = (key: string): void => {
    if (told.has(key)) return;
    told.add(key);
    tell({ is: "config-read", key });
  };
  if (getConfig) {
    config["getConfig"] = (key, ...rest) => {
      note(String(key));
      return getConfig(key, ...rest);
    };
  }
  if (allConfig) {
    config["allConfig"] = (...given) => {
      const all = allConfig(...given);
      for (const key of Object.keys(all as object)) note(key);
      return all;
    };
  }
}

/**
 * A reference to a stack asks for each output by itself: the SDK takes all of them for unknown where one is. What nobody
 * answers it gives as ever.
 */
function askForOutputs(): void {
  const { StackReference } = load("stackReference") as {
    readonly StackReference: { readonly prototype: Record<string, AnyFunction> };
  };
  const { output, unknown } = load("output") as { readonly output: AnyFunction; readonly unknown: unknown };
  for (const way of ["getOutput", "requireOutput"]) {
    const original = StackReference.prototype[way];
    if (!original) continue;
    StackReference.prototype[way] = function (this: Reference, name) {
      const pick = async (): Promise<unknown> => {
        const { stack, key, answer } = await lookedUp(this, name);
        if ("value" in answer) return answer.value;
        if (!("missing" in answer)) return original.call(this, name);
        if (way === "requireOutput") throw new Error(`Required output '${key}' does not exist on stack '${stack}'.`);
        // The stack may give it out by the time of the deployment; what is left out would seem to be left out on purpose.
        tell({ is: "missing-output", stack, output: key });
        return this.outputs.apply(() => output(unknown));
      };
      return output(pick());
    };
  }
}

/** What is known of one output of a stack. */
async function lookedUp(reference: Reference, name: unknown): Promise<LookedUp> {
  const { output } = load("output") as { readonly output: AnyFunction };
  const { invoke } = load("runtime/invoke") as Exports;
  const [stack, key] = await Promise.all(
    [output(reference.name), output(name)].map((one) => (one as Output).promise()),
  );
  const answer = stack === undefined ? undefined : await invoke?.(STACK_OUTPUT, { stack, output: key });
  return {
    stack: String(stack),
    key: String(key),
    answer: typeof answer === "object" && answer !== null ? answer : {},
  };
}

interface LookedUp {
  readonly stack: string;
  readonly key: string;
  /** As `STACK_OUTPUT` gives it. */
  readonly answer: { readonly value?: unknown; readonly missing?: unknown };
}

/** Who waits for an output that nobody knows would be told that there is none, and of a secret nothing. */
function guardOutputs(): void {
  const { prototype } = (load("stackReference") as { readonly StackReference: { readonly prototype: Reader } })
    .StackReference;
  const original = prototype.readOutputValue;
  if (!original) return;
  prototype.readOutputValue = async function (caller, name, isRequired) {
    const { answer, stack, key } = await lookedUp(this, name);
    if (!isRequired && "missing" in answer) {
      tell({ is: "missing-output", stack, output: key });
      return [undefined, false];
    }
    const output = isRequired ? this.requireOutput(name) : this.getOutput(name);
    if (await output.isKnown) return original.call(this, caller, name, isRequired);
    if (await output.isSecret) tell({ is: "secret-read", key: `${stack} ${name}` });
    else {
      tell({ is: "unknown-output", stack, output: name });
      throw new Error(`nobody knows the output ${name} of ${stack} here`);
    }
    return original.call(this, caller, name, isRequired);
  };
}

interface Output {
  readonly apply: (change: (value: unknown) => unknown) => Output;
  readonly promise: () => Promise<unknown>;
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
}
interface Reference {
  readonly name: Output;
  readonly outputs: Output;
}
interface Reader extends Reference {
  readonly getOutput: (name: string) => Output;
  readonly requireOutput: (name: string) => Output;
  readOutputValue?: (this: Reader, caller: string, name: string, isRequired: boolean) => Promise<unknown>;
}

/** What a stack's outputs come from is told with them, for the stacks that refer to it. */
function keepOrigins(): void {
  const rpc = load("runtime/rpc") as Exports;
  const original = rpc["serializeProperties"];
  if (!original) return;
  rpc["serializeProperties"] = (label, properties, options) =>
    original(
      label,
      properties,
      typeof label === "string" && label.startsWith("monitor.registerResourceOutputs")
        ? { ...(options as object | undefined), keepOutputValues: true }
        : options,
    );
}

/**
 * Errors are shown without colours. The SDK wants them, and the maps to its sources name files right below a folder of packages
 * (`node_modules/@pulumi/output.ts`): of such a line Node makes an endless text, which it gives up after a minute.
 */
function showErrorsPlainly(): void {
  const util = sdk("node:util") as { inspect: (...given: unknown[]) => string };
  util.inspect = new Proxy(util.inspect, {
    apply: (inspect, self, [value, options, ...rest]: unknown[]) => {
      const isColoured = value instanceof Error && typeof options === "object" && options !== null;
      return Reflect.apply(inspect, self, [value, isColoured ? { ...options, colors: false } : options, ...rest]);
    },
  });
}

/** The SDK has read its settings when it was loaded, before there was an order. */
function renewSettings(): void {
  const { getStore, LocalStore } = load("runtime/state") as {
    readonly getStore: () => Store;
    readonly LocalStore: new () => Store;
  };
  const { settings, config } = new LocalStore();
  const store = getStore();
  store.settings.options = settings.options;
  store.config = config;
}

interface Store {
  readonly settings: { options: unknown };
  config: unknown;
}

/** What keeps a process alive that has nothing more to do: what waits for others to come. */
const WAITING = new Set(["TCPServerWrap", "PipeServerWrap", "UDPWrap", "FSEventWrap", "SignalWrap", "MessagePort"]);
/** What this process has open by itself. */
const OWN = new Set(["PipeWrap", "TTYWrap", "FSReqCallback", "CloseReq", "Immediate"]);
const LOOK_AGAIN = 150;

/**
 * A program that has done all it says, in a process that only waits for others, has come to its end. It is told so, as if
 * nothing were open, and more than once: what is then made is to be seen too, and the SDK tells the engine last.
 */
function endWhereOnlyOpen(): void {
  let before = "";
  let isDone = false;
  let isTold = false;
  const stack = load("runtime/stack") as Exports;
  const { runInPulumiStack: original } = stack;
  if (!original) return;
  stack["runInPulumiStack"] = async (...given) => {
    const outputs = await original(...given);
    isDone = true;
    return outputs;
  };
  const look = (): void => {
    const kinds = process.getActiveResourcesInfo().filter((kind) => !OWN.has(kind));
    const isOpen = kinds.length > 0 && kinds.every((kind) => WAITING.has(kind));
    const now = kinds.join();
    if (isDone && isOpen && now === before) {
      if (!isTold) tell({ is: "left-open", kinds: [...new Set(kinds)].sort() });
      tellLoaded();
      isTold = true;
      process.emit("beforeExit", 0);
    } else if (!isOpen && now !== before) {
      tell({ is: "busy", kinds: [...new Set(kinds)].sort() });
      isTold = false;
    }
    before = now;
    setTimeout(look, LOOK_AGAIN).unref();
  };
  setTimeout(look, LOOK_AGAIN).unref();
}

/** Tells once what the program has loaded, where that is asked for. */
let tellLoaded = (): void => undefined;

function willTellLoaded(): void {
  const folder = process.cwd();
  tellLoaded = () => {
    tellLoaded = () => undefined;
    tell({ is: "loaded", loaded: loadedIn(folder, sdk.cache) });
  };
  process.once("exit", () => {
    tellLoaded();
  });
}

function start(order: Order): void {
  if (order.tellsLoaded) willTellLoaded();
  hideSecrets(new Set(order.secretKeys));
  hearOfConfig();
  Object.assign(process.env, order.env);
  renewSettings();
  process.argv = [process.argv[0] ?? "node", command, ...order.arguments];
  endWhereOnlyOpen();
  sdk(command);
}

function preload({ preload: files }: Preload): void {
  for (const file of files) {
    try {
      sdk(file);
    } catch {
      // The program will say it, if it still needs it.
    }
  }
}

lighten(load, (name) => sdk.resolve(`../../${name}`));
showErrorsPlainly();
try {
  // Before the SDK's index is loaded, which takes over what is there.
  noteSkipped(load, (place) => {
    tell({ is: "skipped", place });
  });
  askForOutputs();
  guardOutputs();
  guardInvokes();
  keepOrigins();
  // Needed once there is an order.
  load("runtime/state");
} catch {
  // What is not guarded would be taken for known.
  const { version } = load("package.json") as { readonly version: string };
  tell({ is: "unsupported", version });
}
process.chdir(taken("ALICLOUD_ICP_FOLDER") ?? dirname(command));
// Without the command there is nobody to run for.
process.once("disconnect", () => process.exit(1));
process.on("message", function take(asked) {
  if (typeof asked === "object" && asked !== null && "preload" in asked) {
    preload(asked as Preload);
    return;
  }
  process.off("message", take);
  // Whoever gave the order may go away; this process must not wait for more.
  process.channel?.unref();
  start(asked as Order);
});
tell({ is: "ready" });
