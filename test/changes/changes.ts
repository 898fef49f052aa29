/** Previews of a change: what was there, what is to be there, and what both doors say about it. */
import { UNKNOWN_STRING } from "../../src/plan/raw";
import type { Register } from "../../src/register/register";
import { bothDoors, type Preview, type State } from "../parity/parity";

export interface Planned {
  readonly type: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** What the provider answered; only what exists has answers. */
  readonly outputs?: Readonly<Record<string, unknown>>;
  /** The names of the resources that properties are computed from. */
  readonly from?: Readonly<Record<string, readonly string[]>>;
  /** Made anew where it was there before. */
  readonly replaced?: boolean;
}

/** The resources of a stack, by name. */
export type Stack = Readonly<Record<string, Planned>>;

const STACK = { urn: "urn:pulumi:dev::web::pulumi:pulumi:Stack::web-dev", type: "pulumi:pulumi:Stack" };
const urnOf = (name: string, { type }: Planned): string => `urn:pulumi:dev::web::${type}::${name}`;

/** The preview of an update from one stack to another. */
function preview(before: Stack, after: Stack): Preview {
  const all = { ...before, ...after };
  const stateOf = (name: string, planned: Planned, exists: boolean): State => ({
    urn: urnOf(name, planned),
    type: planned.type,
    inputs: planned.inputs ?? {},
    parent: STACK.urn,
    propertyDependencies: Object.fromEntries(
      Object.entries(planned.from ?? {}).map(([property, names]) => [
        property,
        names.flatMap((other) => (all[other] ? [urnOf(other, all[other])] : [])),
      ]),
    ),
    outputs: exists
      ? { ...planned.inputs, ...planned.outputs }
      : Object.fromEntries(Object.keys(planned.outputs ?? {}).map((property) => [property, UNKNOWN_STRING])),
    ...(exists ? { id: `id-${name}` } : {}),
  });
  const steps = Object.entries(all).map(([name, planned]) => {
    const old = before[name];
    const now = after[name];
    const urn = urnOf(name, planned);
    const oldState = old && stateOf(name, old, true);
    if (!now) return { op: "delete", urn, ...(oldState ? { oldState } : {}) };
    if (!old || !oldState) return { op: "create", urn, newState: stateOf(name, now, false) };
    const op = now.replaced === true ? "replace" : isSame(old, now) ? "same" : "update";
    return { op, urn, oldState, newState: stateOf(name, now, op !== "replace") };
  });
  return {
    config: { "alicloud:region": "cn-hangzhou" },
    steps: [{ op: "same", urn: STACK.urn, oldState: STACK, newState: STACK }, ...steps],
  };
}

const isSame = (old: Planned, now: Planned): boolean => JSON.stringify(old.inputs) === JSON.stringify(now.inputs);

interface Said {
  readonly rule: string;
  readonly verdict: string;
  readonly subject: { readonly apex?: string; readonly host?: string };
}

const brief = (findings: readonly unknown[]): string[] =>
  (findings as readonly Said[])
    .map(({ rule, verdict, subject }) => `${rule} ${verdict} ${subject.host ?? subject.apex ?? "-"}`)
    .sort();

/** What the command says, which sees the old state, and what the pack says, which does not. */
export function said(before: Stack, after: Stack, register: Register): { command: string[]; pack: string[] } {
  const { command, pack } = bothDoors(preview(before, after), register);
  return { command: brief(command), pack: brief(pack) };
}
