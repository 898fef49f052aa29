/**
 * Reads what a policy pack is told. Analyze calls carry a resource's inputs before it is created; the AnalyzeStack call
 * carries outputs, parents and dependencies at the end. Both are needed: only inputs tell what was left out.
 */
import type { Urn } from "../fact";
import { isObject, own, type Raw, type RawProperties } from "../raw";
import { Plan, type PlanOptions } from "../plan";
import { Resource, type PlanPart, type ResourceData } from "../resource";
import { partsOfUrn } from "../../names/urn";
import { isDefaultProvider, withoutCredentials } from "./providers";
import { isProviderType } from "../../names/own-types";

/** A provider as a policy pack sees it. */
export interface AnalyzedProvider {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly props: object;
}

/** A resource as a policy pack sees it. Its `props` throw when an unknown is read; this reader never does so. */
export interface AnalyzedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly props: object;
  readonly opts?: { readonly aliases?: readonly string[]; readonly ignoreChanges?: readonly string[] };
  readonly provider?: AnalyzedProvider;
  readonly parent?: { readonly urn: string };
  readonly dependencies?: readonly { readonly urn: string }[];
  readonly propertyDependencies?: Readonly<Record<string, readonly { readonly urn: string }[]>>;
}

/** What the pack's process is told of the stack; the URNs of resources know better. */
export interface AnalyzedStack {
  readonly project: string;
  readonly stack: string;
  /** `alicloud:region` of the stack's configuration. */
  readonly region: string | undefined;
}

/** Collects the calls of one analysis and turns them into plans. */
export class AnalyzerReader {
  private readonly inputs = new Map<string, RawProperties>();
  private readonly context = new Map<string, AnalyzedResource>();

  constructor(
    private stack: AnalyzedStack,
    private readonly options: PlanOptions,
    /** Types that are shown along with a single resource because they decide its location. */
    private readonly contextTypes: ReadonlySet<string>,
    /** Whether anything is read from a type: only then its inputs are remembered. */
    private readonly isRead: (type: string) => boolean = (type) => type.startsWith("alicloud:"),
  ) {}

  /** Reads for another stack from now on. */
  enter(stack: AnalyzedStack): void {
    this.stack = stack;
  }

  /** Remembers the inputs of an Analyze call. Calling it again with the same inputs changes nothing. */
  remember(resource: AnalyzedResource): void {
    if (!this.isRead(resource.type)) return;
    this.inputs.set(resource.urn, rawOf(resource.props));
    if (this.contextTypes.has(resource.type)) this.context.set(resource.urn, resource);
  }

  /** The plan of one resource before the rest is known. */
  single(resource: AnalyzedResource): Plan {
    const parts = new Parts(this.stack, true);
    const others = [...this.context.values()].filter((other) => other.urn !== resource.urn);
    const shown = [resource, ...others];
    const resources = shown.map(
      (one) => new Resource({ ...identity(one), inputs: rawOf(one.props) }, parts.of(one.urn)),
    );
    const providers = providersOf(shown, parts);
    return new Plan(parts.all, [...resources, ...providers], this.options);
  }

  /** The plan of the whole stack. */
  whole(analyzed: readonly AnalyzedResource[]): Plan {
    const parts = new Parts(this.stack, false);
    const resources = analyzed.map((resource) => new Resource(this.dataOf(resource), parts.of(resource.urn)));
    const shown = new Set(resources.map((resource) => resource.urn));
    const providers = providersOf(analyzed, parts).filter((provider) => !shown.has(provider.urn));
    return new Plan(parts.all, [...resources, ...providers], this.options);
  }

  private dataOf(resource: AnalyzedResource): ResourceData {
    const { urn, type } = resource;
    const outputs = rawOf(resource.props);
    if (isProviderType(type)) {
      return { ...identity(resource), inputs: withoutCredentials(outputs), ...links(resource) };
    }
    const inputs = this.inputs.get(urn);
    return {
      ...identity(resource),
      ...links(resource),
      inputs: inputs ?? outputs,
      outputs: inputs ? outputs : {},
      id: own(outputs, "id"),
      // An unknown provider configuration empties the properties: then absent does not mean default.
      hidden: !inputs && this.isRead(type) && Object.keys(outputs).length === 0 ? "hidden" : undefined,
    };
  }
}

/**
 * The parts of a plan, one for each stack that the URNs name: `pulumi policy analyze` tells of no stack, and may show the
 * resources of several. Where there are no resources, the part of the stack that was told of.
 */
class Parts {
  private readonly byStack = new Map<string, PlanPart>();

  constructor(
    private readonly told: AnalyzedStack,
    private readonly isolated: boolean,
  ) {}

  /** The part to which a resource belongs. */
  of(urn: Urn): PlanPart {
    const { project, stack } = partsOfUrn(urn) ?? this.told;
    const known = this.byStack.get(`${project}/${stack}`);
    if (known) return known;
    const part = this.part(project, stack);
    this.byStack.set(part.id, part);
    return part;
  }

  get all(): readonly PlanPart[] {
    if (this.byStack.size === 0) return [this.part(this.told.project, this.told.stack)];
    return [...this.byStack.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private part(project: string, stack: string): PlanPart {
    const { region } = this.told;
    return {
      id: `${project}/${stack}`,
      source: "policy pack",
      project,
      stack,
      missing: 0,
      isolated: this.isolated,
      applied: false,
      tellsIds: false,
      isDefaultProvider,
      ...(region === undefined ? {} : { region }),
    };
  }
}

const identity = ({ urn, type, name, provider, opts }: AnalyzedResource) => ({
  urn,
  type,
  name,
  provider: provider?.urn,
  aliases: opts?.aliases,
  ignoreChanges: opts?.ignoreChanges,
});

const links = ({ parent, dependencies, propertyDependencies }: AnalyzedResource) => ({
  parent: parent?.urn,
  dependencies: dependencies?.map(urnOf),
  propertyDependencies: propertyDependencies && urnsByKey(propertyDependencies),
});

const urnsByKey = (all: NonNullable<AnalyzedResource["propertyDependencies"]>): Record<string, readonly Urn[]> =>
  Object.fromEntries(Object.entries(all).map(([key, resources]) => [key, resources.map(urnOf)]));

const urnOf = ({ urn }: { readonly urn: Urn }): Urn => urn;

/** The providers that resources name, with nothing of their configuration but where they are: the rest holds credentials. */
function providersOf(resources: readonly AnalyzedResource[], parts: Parts): Resource[] {
  const providers = new Map<string, AnalyzedProvider>();
  for (const { provider } of resources) if (provider) providers.set(provider.urn, provider);
  return [...providers.values()].map(
    ({ urn, type, name, props }) =>
      new Resource({ urn, type, name, inputs: withoutCredentials(rawOf(props)) }, parts.of(urn)),
  );
}

/** The name under which the SDK's proxy of properties gives what is behind it. */
const BEHIND = "__getSpecialProxyTarget";

/**
 * The properties behind the SDK's proxy, which throws as soon as an unknown is read through it. The name by which it gives
 * them is the SDK's own business: they are copied, past what it guards, where it gives none.
 */
function rawOf(props: object): RawProperties {
  const behind: unknown = (props as Readonly<Record<string, unknown>>)[BEHIND];
  if (isObject(behind)) return behind;
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(props));
  return Object.fromEntries(descriptors.map(([key, { value }]) => [key, value as Raw]));
}
