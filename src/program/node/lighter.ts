/**
 * Leaves out of a program's SDK what only helps to find mistakes in the SDK, and takes longer than the program itself: what is
 * asked for nonetheless comes when it is asked for. Another SDK than those that are known keeps what it has.
 */
import type * as Inspector from "node:inspector";
import Module from "node:module";

/** Loads a module of the SDK, from its root. */
type Load = (name: string) => unknown;
type AnyFunction = (...given: unknown[]) => unknown;

export function lighten(loaded: Load, resolve: (name: string) => string): void {
  const load: Load = (name) => {
    try {
      return loaded(name);
    } catch {
      // It lies elsewhere, or is none of this SDK's.
      return {};
    }
  };
  debugWhenAsked(load);
  leaveOutTracing(resolve);
  leaveOutStacks(load);
}

/** What traces programs is loaded with the command, and used where an engine asks for it; none does here. */
function leaveOutTracing(resolve: (name: string) => string): void {
  const span = new Proxy({}, { get: () => () => undefined });
  try {
    const filename = resolve("cmd/run/tracing");
    const exports = new Proxy({}, { get: () => () => span });
    const module = Object.assign(new Module(filename), { filename, exports, loaded: true });
    (Module as unknown as { readonly _cache: Record<string, NodeJS.Module> })._cache[filename] = module;
  } catch {
    // It lies elsewhere, and is loaded.
  }
}

/** Every promise keeps the text of a stack for who looks for promises that nobody waits for. */
function leaveOutStacks(load: Load): void {
  const debuggable = load("runtime/debuggable") as { debuggablePromise?: AnyFunction; debugPromiseLeaks?: boolean };
  const { debuggablePromise: original, debugPromiseLeaks } = debuggable;
  if (!original || debugPromiseLeaks !== false) return;
  debuggable.debuggablePromise = (...given) => {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
      return original(...given);
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  };
}

/** Only who turns functions into text needs V8's debugger, which slows down all that is loaded while it is on. */
function debugWhenAsked(load: Load): void {
  const hooks = load("runtime/closure/v8Hooks") as Partial<Record<string, unknown>>;
  const needed = ["getSessionAsync", "isInitializedAsync", "getScriptUrl"];
  if (!needed.every((name) => typeof hooks[name] === "function")) return;
  const urls = new Map<string, string>();
  let session: Promise<Inspector.Session> | undefined;
  const opened = async (): Promise<Inspector.Session> => {
    const { Session } = await import("node:inspector");
    const one = new Session();
    one.connect();
    // Before it is turned on: then it tells of all that has been loaded.
    one.on("Debugger.scriptParsed", ({ params }) => urls.set(params.scriptId, params.url));
    await new Promise<void>((resolve, reject) => {
      one.post("Debugger.enable", (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
    return one;
  };
  Object.assign(hooks, {
    isInitializedAsync: () => Promise.resolve(),
    getSessionAsync: () => (session ??= opened()),
    getScriptUrl: (id: string) => urls.get(id),
  });
}
