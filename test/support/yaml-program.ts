/** Turns a preview into a program in YAML that would give it: what is known is written out, what is unknown refers. */
import { stringify } from "yaml";
import type { YamlProgram } from "../../src/program/yaml";
import type { Raw } from "../../src/plan/raw";
import type { Preview, State } from "../parity/parity";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const STACK = "pulumi:pulumi:Stack";

type Properties = Readonly<Record<string, Raw>>;
interface Planned {
  readonly op: string;
  readonly state: State & {
    readonly retainOnDelete?: boolean;
    readonly importID?: string;
  };
  readonly key: string;
}

/** The resources that a preview leaves behind, without the stack's own. */
const living = (preview: Preview): Planned[] =>
  preview.steps
    .flatMap(({ op, newState }) =>
      newState && !op.startsWith("delete") && newState.type !== STACK ? [{ op, state: newState }] : [],
    )
    .map((one, index) => ({ ...one, key: `resource-${index}` }));

const partsOf = (urn: string): string[] => urn.split("::");
const nameOf = (urn: string): string => partsOf(urn).slice(3).join("::");

/** The program that gives a preview of an empty stack. */
export function yamlProgramOf(preview: Preview): YamlProgram {
  const [first] = preview.steps;
  const [stack = "", project = ""] = partsOf((first?.urn ?? "").replace("urn:pulumi:", ""));
  const all = living(preview);
  const byUrn = new Map(all.map((one) => [one.state.urn, one]));
  const program = {
    name: project,
    runtime: "yaml",
    resources: Object.fromEntries(all.map((one) => [one.key, resourceOf(one, byUrn)])),
  };
  return {
    projectFile: { name: "Pulumi.yaml", text: stringify(program, { aliasDuplicateObjects: false }) },
    read: () => undefined,
    project,
    stack,
    config: preview.config ?? {},
    secretKeys: [],
  };
}

function resourceOf({ op, state, key }: Planned, byUrn: ReadonlyMap<string, Planned>): object {
  const { urn, type, inputs = {}, parent = "", aliases, ignoreChanges } = state;
  const properties = Object.fromEntries(
    Object.entries(inputs as Properties)
      .filter(([name]) => !(type.startsWith("pulumi:providers:") && /^(?:__internal|version)$/.test(name)))
      .map(([name, value]) => [name, written(value, sourcesOf(state, name, byUrn))]),
  );
  const name = nameOf(urn);
  const isReference = type === "pulumi:pulumi:StackReference";
  const options = {
    ...(byUrn.has(parent) && { parent: refer(byUrn.get(parent)) }),
    ...providerOf(state, byUrn),
    ...dependsOn(state, byUrn),
    ...(aliases && { aliases }),
    ...(ignoreChanges && { ignoreChanges }),
    ...(state.retainOnDelete && { retainOnDelete: true }),
    ...(op === "import" && { import: state.importID ?? state.id }),
  };
  return {
    type: shortType(type),
    ...(name !== key && { name }),
    // A reference to another stack has a name that the program knows.
    ...(isReference
      ? { properties: { name } }
      : op === "read"
        ? { get: { id: state.id, state: properties } }
        : { properties }),
    ...(Object.keys(options).length > 0 && { options }),
  };
}

const refer = (one: Planned | undefined): string => `\${${one?.key ?? ""}}`;

/** `alicloud:cdn:DomainNew` for `alicloud:cdn/domainNew:DomainNew`: as people write it. */
const shortType = (type: string): string =>
  type.replace(/\/(\w+):(\w+)$/, (whole, module: string, member: string) =>
    module.toLowerCase() === member.toLowerCase() ? `:${member}` : whole,
  );

const sourcesOf = (state: State, name: string, byUrn: ReadonlyMap<string, Planned>): readonly Planned[] =>
  (state.propertyDependencies?.[name] ?? []).flatMap((urn) => byUrn.get(urn) ?? []);

/** A value as it is written: unknown ones, and known ones that another resource says as well, refer to where they come from. */
function written(value: Raw, sources: readonly Planned[]): unknown {
  if (value === UNKNOWN) return unknownFrom(sources);
  if (value === "[secret]") return { "fn::secret": "secret" };
  if (typeof value === "string") return echoed(value, sources) ?? value.replaceAll("$", "$$$$");
  if (Array.isArray(value)) return (value as readonly Raw[]).map((item) => written(item, sources));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Properties).map(([key, item]) => [key.replaceAll("$", "$$$$"), written(item, sources)]),
  );
}

const unknownFrom = (sources: readonly Planned[]): unknown =>
  sources.length === 0
    ? { "fn::invoke": { function: "alicloud:index/getUnknown:getUnknown" } }
    : sources.map(({ key }) => `\${${key}.not yet}`).join("");

function echoed(value: string, sources: readonly Planned[]): string | undefined {
  for (const { key, state } of sources) {
    const found = Object.entries(state.inputs ?? {}).find(([, input]) => input === value);
    if (found) return `\${${key}.${found[0]}}`;
  }
  return undefined;
}

function providerOf(state: State, byUrn: ReadonlyMap<string, Planned>): object {
  const { provider = "" } = state;
  const urn = provider.slice(0, provider.lastIndexOf("::"));
  const own = byUrn.get(urn);
  if (own) return { provider: refer(own) };
  const version = /^default_(\d+)_(\d+)_(\d+)$/.exec(nameOf(urn));
  return version ? { version: version.slice(1).join(".") } : {};
}

function dependsOn(state: State, byUrn: ReadonlyMap<string, Planned>): object {
  const told = new Set(Object.values(state.propertyDependencies ?? {}).flatMap((urns) => urns ?? []));
  const only = (state.dependencies ?? []).filter((urn) => !told.has(urn)).flatMap((urn) => byUrn.get(urn) ?? []);
  return only.length > 0 ? { dependsOn: only.map(refer) } : {};
}

/** A preview as it would be if nothing of it were there yet. */
export const onEmptyStack = ({ config = {}, steps }: Preview): Preview => ({
  config,
  steps: steps.flatMap((step) => {
    const { op, newState } = step;
    if (!newState || op.startsWith("delete")) return [];
    if (op === "read" || op === "import") return [step];
    const kept = Object.entries(newState).filter(([key]) => key !== "id" && key !== "outputs");
    return [{ op: "create", urn: step.urn, newState: Object.fromEntries(kept) as unknown as State }];
  }),
});
