/** A plan of one stack told as two: some of its resources stand in a stack of another project, and are referred to there. */
import { nameOfUrn, partsOfUrn } from "../../../src/names/urn";
import { kindOf, type Raw } from "../../../src/plan/raw";
import type { PlanPart, ResourceData } from "../../../src/plan/resource";
import type { Register } from "../../../src/register/register";
import { withUrns, type PlanData } from "./plan-data";
import { numbers, withStacks } from "./same";

/** How one stack tells of what is in the other. */
export type Telling =
  /** By its URN: programs that are run together know what they wait for. */
  | "by-urn"
  /** Known values through a reference to the stack, as the engine tells them; what is not known yet by its URN. */
  | "by-value"
  /** Known values as they are, with nothing that tells where they come from; what is not known yet by its URN. */
  | "by-literal"
  /** All through a reference to the stack, as the engine and a program tell it that is run by itself. */
  | "by-reference";

/** The same resources in two stacks. */
export interface Split {
  readonly plan: PlanData;
  readonly register: Register;
  /** The URN that a resource had before. */
  readonly before: (urn: string) => string;
}

const REFERENCE = "pulumi:pulumi:StackReference";
const PROVIDER = "pulumi:providers:";
/** What the project of the other stack is called besides. */
const OTHER = "-other";

/** Whether a resource is in every stack: a provider that the stack configures, and the stack itself. */
const isOfEach = ({ type }: ResourceData): boolean => type.startsWith(PROVIDER) || type === "pulumi:pulumi:Stack";

/** Splits a plan in two; `seed` decides what goes where. Undefined where that leaves one of them without anything. */
export function split(plan: PlanData, register: Register, seed: number, how: Telling): Split | undefined {
  const [first] = plan.parts;
  if (!first || plan.parts.length > 1 || first.isolated) return undefined;
  const random = numbers(seed);
  const urns = [
    ...new Set(
      plan.resources
        .map(({ data }) => data)
        .filter((data) => !isOfEach(data))
        .map(({ urn }) => urn),
    ),
  ];
  if (urns.length < 2) return undefined;
  const inOrder = urns.map((urn) => ({ urn, at: random() })).sort((a, b) => a.at - b.at);
  const moved = new Set(inOrder.slice(0, Math.ceil(urns.length / 2)).map(({ urn }) => urn));
  const second: PlanPart = {
    ...first,
    id: `${first.project}${OTHER}/${first.stack}`,
    source: `other-${first.source}`,
    project: `${first.project}${OTHER}`,
    missing: 0,
  };
  const before = new Map<string, string>();
  const dataIn = (data: ResourceData, part: 0 | 1): ResourceData => inStack(data, part, { moved, how, before });
  const all = plan.resources.flatMap(({ data }): PlanData["resources"] => {
    if (isOfEach(data)) return ([0, 1] as const).map((part) => ({ data: dataIn(data, part), part }));
    const part = moved.has(data.urn) ? 1 : 0;
    return [{ data: dataIn(data, part), part }];
  });
  const references = ([0, 1] as const).map((part) => ({
    data: referenceIn([first, second][part] ?? first, first),
    part,
  }));
  return {
    plan: {
      ...plan,
      parts: ([0, 1] as const).map((part) =>
        withUrns([first, second][part] ?? first, (urn) =>
          moved.has(urn) === (part === 1) ? inProject(urn, part) : undefined,
        ),
      ),
      resources: how === "by-urn" ? all : [...all, ...references],
    },
    register: withStacks(register, (glob) => glob.replace("/", "*/")),
    before: (urn) => before.get(urn) ?? urn,
  };
}

interface Moving {
  readonly moved: ReadonlySet<string>;
  readonly how: Telling;
  readonly before: Map<string, string>;
}

/** A resource as one of the stacks tells it. */
function inStack(data: ResourceData, part: 0 | 1, moving: Moving): ResourceData {
  const { moved, how, before } = moving;
  const partOf = (urn: string): 0 | 1 => {
    const type = partsOfUrn(urn)?.type ?? "";
    return type.startsWith(PROVIDER) ? part : moved.has(urn) ? 1 : 0;
  };
  const here = (urn: string): string => inProject(urn, partOf(urn));
  const urn = inProject(data.urn, part);
  before.set(urn, data.urn);
  const dependencies = (property: string, urns: readonly string[]): readonly string[] =>
    urns.flatMap((one) => {
      if (partOf(one) === part || how === "by-urn") return [here(one)];
      const isKnown = !hasUnknown(data.inputs[property]);
      if (isKnown && how === "by-literal") return [];
      return isKnown || how === "by-reference" ? [referenceUrn(urn, partOf(one))] : [here(one)];
    });
  return {
    ...data,
    urn,
    provider: data.provider === undefined ? undefined : inProject(data.provider, part),
    parent: data.parent !== undefined && partOf(data.parent) === part ? here(data.parent) : undefined,
    dependencies: data.dependencies?.map(here),
    propertyDependencies:
      data.propertyDependencies &&
      Object.fromEntries(
        Object.entries(data.propertyDependencies).map(([key, urns]) => [key, [...new Set(dependencies(key, urns))]]),
      ),
    aliases: data.aliases?.map((alias) => inProject(alias, part)),
    previous: data.previous && inStack(data.previous, part, moving),
  };
}

/** Whether anything in a value is not known yet. */
function hasUnknown(value: Raw | undefined): boolean {
  if (value === undefined || kindOf(value) === "unknown") return value !== undefined;
  return typeof value === "object" && value !== null && Object.values(value).some(hasUnknown);
}

/** A URN with the project of a part. */
function inProject(urn: string, part: 0 | 1): string {
  if (part === 0) return urn;
  const project = urn.indexOf("::") + 2;
  const end = urn.indexOf("::", project);
  return urn.slice(0, end) + OTHER + urn.slice(end);
}

/** The URN of the reference of a resource's stack to the other one. */
function referenceUrn(urn: string, to: 0 | 1): string {
  const parts = partsOfUrn(urn);
  return `urn:pulumi:${parts?.stack ?? ""}::${parts?.project ?? ""}::${REFERENCE}::to-${to === 0 ? "first" : "second"}`;
}

/** The reference of a part to the other one. */
function referenceIn(part: PlanPart, first: PlanPart): ResourceData {
  const isFirst = part === first;
  const stackUrn = `urn:pulumi:${part.stack}::${part.project}::x:y:Z::z`;
  const urn = referenceUrn(stackUrn, isFirst ? 1 : 0);
  const project = isFirst ? `${first.project}${OTHER}` : first.project;
  return {
    urn,
    type: REFERENCE,
    name: nameOfUrn(urn),
    id: `acme/${project}/${part.stack}`,
    inputs: { name: `acme/${project}/${part.stack}` },
    change: "read",
  };
}
