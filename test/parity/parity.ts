/** Shows the same planned resources to the command's reader and to the pack's, and compares what both find. */
import { CONTEXT_TYPES } from "../../src/products/alicloud";
import { isRead } from "../../src/products";
import { judge, type Judged } from "../../src/judge";
import { AnalyzerReader, type AnalyzedResource } from "../../src/plan/read/analyzer";
import type { Register } from "../../src/register/register";
import { joinParts, readPlan } from "../../src/plan/read";
import { TODAY } from "../support/rule-tester";

export interface State {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly inputs?: Record<string, unknown>;
  readonly outputs?: Record<string, unknown>;
  readonly provider?: string;
  readonly parent?: string;
  readonly dependencies?: readonly string[];
  readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>>;
  readonly aliases?: readonly string[];
  readonly ignoreChanges?: readonly string[];
}

export interface Preview {
  readonly config?: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly op: string;
    readonly urn: string;
    readonly oldState?: State;
    readonly newState?: State;
  }[];
}

const nameOf = (urn: string): string => urn.split("::").slice(3).join("::");
const withoutId = (provider: string): string => provider.slice(0, provider.lastIndexOf("::"));

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What a provider answers. A bridged one tells the id among its outputs, unknown until there is one. */
function answered(op: string, state: State, old: State | undefined, during: Run): Record<string, unknown> {
  const { inputs, outputs, provider = "" } = state;
  // An update changes what was answered before into what the program says now.
  const known = op === "update" ? { ...old?.outputs, ...inputs } : { ...inputs, ...old?.outputs };
  const given = during === "up" ? `${nameOf(state.urn)}-id` : UNKNOWN;
  return { ...known, ...outputs, ...(provider === "" ? {} : { id: old?.id ?? state.id ?? given }) };
}

/** A preview, or the update that carries it out: there a pack is asked of the stack when everything is created. */
export type Run = "preview" | "up";

/** What a policy pack is told of a preview: living resources, with inputs first and outputs at the end. */
export function asAnalyzed(
  preview: Preview,
  during: Run = "preview",
): { inputs: AnalyzedResource[]; stack: AnalyzedResource[] } {
  const living = preview.steps.flatMap(({ op, oldState, newState }) =>
    newState && op !== "delete" && op !== "read"
      ? [{ op, state: newState, old: op === "same" || op === "update" ? oldState : undefined }]
      : [],
  );
  const byUrn = new Map(living.map(({ state }) => [state.urn, state]));
  const region = preview.config?.["alicloud:region"];
  const provider = (state: State) => {
    if (state.provider === undefined || state.provider === "") return {};
    const urn = withoutId(state.provider);
    const type = urn.split("::")[2] ?? "";
    const configured = region === undefined || type !== "pulumi:providers:alicloud" ? {} : { region };
    return { provider: { urn, type, name: nameOf(urn), props: byUrn.get(urn)?.inputs ?? configured } };
  };
  // Without its configuration a provider is asked nothing in a preview, and answers nothing.
  const isMute = ({ provider: named = "" }: State): boolean =>
    Object.values(byUrn.get(withoutId(named))?.inputs ?? {}).includes(UNKNOWN);
  const base = (state: State) => ({
    urn: state.urn,
    type: state.type,
    name: nameOf(state.urn),
    opts: { aliases: state.aliases ?? [], ignoreChanges: state.ignoreChanges ?? [] },
    ...provider(state),
  });
  return {
    inputs: living.map(({ state }) => ({ ...base(state), props: state.inputs ?? {} })),
    stack: living.map(({ op, state, old }) => ({
      ...base(state),
      props: isMute(state) ? {} : answered(op, state, old, during),
      ...(state.parent === undefined ? {} : { parent: { urn: state.parent } }),
      dependencies: (state.dependencies ?? []).map((urn) => ({ urn })),
      propertyDependencies: Object.fromEntries(
        Object.entries(state.propertyDependencies ?? {}).map(([key, urns]) => [
          key,
          (urns ?? []).map((urn) => ({ urn })),
        ]),
      ),
    })),
  };
}

/** A finding without what only one door can know: file and line. */
const findingsOf = (judged: Judged): unknown[] =>
  judged.findings.map(({ rule, verdict, level, subject, resource, message, doubt, path }) => ({
    rule,
    verdict,
    level,
    subject,
    urn: resource?.urn,
    message,
    doubt,
    path: path?.map((step) => `${step.why} ${step.resource.urn}`),
  }));

/** What both doors make of a preview. */
export interface BothDoors {
  readonly command: unknown[];
  readonly pack: unknown[];
  readonly counts: unknown[];
  readonly judged: { readonly command: Judged; readonly pack: Judged };
}

/** What the command finds in a preview, and what the pack finds in the same. */
export function bothDoors(preview: Preview, register: Register, during?: Run): BothDoors {
  const bytes = Buffer.from(JSON.stringify(preview));
  const command = judge(joinParts([readPlan(bytes, "plan.json")]), { register, today: TODAY });
  // As in `pulumi policy analyze`, which names no stack: the URNs do.
  const told = { project: "", stack: "", region: preview.config?.["alicloud:region"] };
  const reader = new AnalyzerReader(told, {}, CONTEXT_TYPES, isRead);
  const { inputs, stack } = asAnalyzed(preview, during);
  for (const resource of inputs) reader.remember(resource);
  const pack = judge(reader.whole(stack), { register, today: TODAY });
  return {
    command: findingsOf(command),
    pack: findingsOf(pack),
    counts: [command.counts, pack.counts],
    judged: { command, pack },
  };
}
