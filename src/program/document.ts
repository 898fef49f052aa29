/**
 * What a program would deploy on an empty stack, in the form in which `pulumi preview --json` tells it: so that one reader
 * serves both, and a program and its preview are judged alike.
 */
import type { Raw, RawProperties, UNKNOWN_STRING } from "../plan/raw";
import type { Urn } from "../plan/fact";

/** A resource that a program asked for, as the engine would take it. */
export interface Registered {
  readonly urn: Urn;
  readonly type: string;
  /** False for a component. */
  readonly custom: boolean;
  /** What the program says of it; the sign for unknown where all of that is known only later. */
  readonly inputs: RawProperties | typeof UNKNOWN_STRING;
  /** What is known of it besides its inputs; only of what is read, such as a reference to another stack. */
  readonly outputs?: RawProperties | undefined;
  /** The reference of its provider, `urn::id`; undefined for components. */
  readonly provider?: string | undefined;
  readonly parent?: Urn | undefined;
  readonly dependencies: readonly Urn[];
  readonly propertyDependencies: Readonly<Record<string, readonly Urn[]>>;
  readonly aliases: readonly Urn[];
  readonly ignoreChanges: readonly string[];
  readonly retainOnDelete: boolean;
  /** The id of what is there already: it is read, or adopted. */
  readonly existing?: { readonly id: Raw; readonly by: "read" | "import" } | undefined;
  /** Where it is written, `project:///index.ts#17,19`, and what called that, the innermost first. */
  readonly sourcePosition?: string | undefined;
  readonly stackTrace: readonly string[];
}

/** A preview as `pulumi preview --json` writes it. */
export interface ProgramDocument {
  readonly config: Readonly<Record<string, string>>;
  readonly steps: readonly RawProperties[];
  readonly diagnostics: readonly never[];
  readonly changeSummary: Readonly<Record<string, number>>;
}

/** What a program asked for, with the stack's plain configuration, as the preview of an empty stack. */
export function documentOf(
  registered: readonly Registered[],
  config: Readonly<Record<string, string>>,
): ProgramDocument {
  const steps = registered.map(stepOf);
  const changeSummary: Record<string, number> = {};
  for (const { op } of steps) changeSummary[op] = (changeSummary[op] ?? 0) + 1;
  return { config, steps, diagnostics: [], changeSummary };
}

function stepOf(one: Registered): RawProperties & { readonly op: string } {
  const { urn, existing, provider } = one;
  const op = existing === undefined ? "create" : existing.by;
  const isRead = existing?.by === "read";
  const newState: Record<string, Raw | undefined> = {
    urn,
    custom: one.custom,
    type: one.type,
    ...(isRead && { id: existing.id, external: true }),
    ...(existing?.by === "import" && { importID: existing.id }),
    inputs: one.inputs,
    ...(one.outputs && { outputs: one.outputs }),
    ...(one.parent !== undefined && { parent: one.parent }),
    ...(one.dependencies.length > 0 && { dependencies: one.dependencies }),
    ...(provider !== undefined && { provider }),
    ...(Object.keys(one.propertyDependencies).length > 0 && { propertyDependencies: one.propertyDependencies }),
    ...(one.aliases.length > 0 && { aliases: one.aliases }),
    ...(one.ignoreChanges.length > 0 && { ignoreChanges: one.ignoreChanges }),
    ...(one.retainOnDelete && { retainOnDelete: true }),
    ...(one.sourcePosition !== undefined && { sourcePosition: one.sourcePosition }),
    ...(one.stackTrace.length > 0 && {
      stackTrace: one.stackTrace.map((sourcePosition) => ({ sourcePosition })),
    }),
  };
  return { op, urn, ...(provider !== undefined && { provider }), newState: newState as RawProperties };
}
