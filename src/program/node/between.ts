/** What the command and the process of a program tell each other. */
import type { Loaded } from "./loaded";

/** An answer says by this that nobody knows one: it is its only key, and what stands there. */
export const UNANSWERED = "alicloud-icp:unanswered";

/** An argument by which a request says that who made it knows what an unanswered one is; a copy of the SDK that is not changed does not. */
export const GUARDED = "alicloud-icp:guarded";

/**
 * The function by which a reference to a stack asks for one of its outputs: `{ stack, output }` gives
 * `{ value }`, `{ missing }` where the stack has none of that name, or `{}` where nobody knows the stack.
 */
export const STACK_OUTPUT = "alicloud-icp:index/stackOutput:stackOutput";

/** What a program is started with: the arguments of the SDK's own command, and what it must not read. */
export interface Order {
  readonly arguments: readonly string[];
  /** What the SDK reads from its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** The keys of the configuration whose value is secret as a whole. */
  readonly secretKeys: readonly string[];
  /** Whether it is to tell what it has loaded. */
  readonly tellsLoaded: boolean;
}

/** What a process that waits for its order may load until then. */
export interface Preload {
  readonly preload: readonly string[];
}

/** What the process of a program tells. */
export type Told =
  /** It has loaded the SDK, and waits for its order. */
  | { readonly is: "ready" }
  /** The program's SDK is another than those that are known. */
  | { readonly is: "unsupported"; readonly version: string }
  /** The program waits for the answer of a function that nobody knows. */
  | { readonly is: "unanswered"; readonly token: string }
  /** The program waits for an output of a stack that nobody knows. */
  | { readonly is: "unknown-output"; readonly stack: string; readonly output: string }
  /** The program uses an output that a stack does not have. */
  | { readonly is: "missing-output"; readonly stack: string; readonly output: string }
  /** A function of the program, at `FILE:LINE`, is not run because the value that it is for is not known here. */
  | { readonly is: "skipped"; readonly place: string }
  /** The program reads a secret as plain text. */
  | { readonly is: "secret-read"; readonly key: string }
  /** The program reads a value of its configuration. */
  | { readonly is: "config-read"; readonly key: string }
  /** This keeps its process alive now. */
  | { readonly is: "busy"; readonly kinds: readonly string[] }
  /** The program has come to its end; only these keep its process alive. */
  | { readonly is: "left-open"; readonly kinds: readonly string[] }
  /** The program has loaded this; told when it ends. */
  | { readonly is: "loaded"; readonly loaded: Loaded };
