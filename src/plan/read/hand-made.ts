/** Plans that are made by hand: what a program hands over that knows of resources without Pulumi. */
import { urnOf } from "../../names/urn";
import { isDefaultProvider } from "./providers";
import { InputError } from "../../input/error";
import { message } from "../../messages";
import type { Urn } from "../fact";
import { UNKNOWN_STRING, type RawProperties } from "../raw";
import { Resource, type Change, type PlanPart, type Position } from "../resource";
import type { ReadPart } from "./part";

/** The value of a property, or an id, that is not known yet. It may stand anywhere among the properties. */
export const unknownValue: string = UNKNOWN_STRING;

/** A plan that is made by hand: the resources of one stack as they will be. */
export interface HandMadePlan {
  readonly project: string;
  readonly stack: string;
  /** What to call it in messages; `project/stack` when left out. */
  readonly source?: string | undefined;
  /** `alicloud:region` of the stack's configuration. */
  readonly region?: string | undefined;
  /** How many resources it leaves out; 0 when left out, and then what is not there is taken to be absent. */
  readonly missing?: number | undefined;
  readonly resources: readonly HandMadeResource[];
}

/** A resource of a plan that is made by hand. Types and properties are those of `@pulumi/alicloud` and its like. */
export interface HandMadeResource {
  /** Such as `alicloud:cdn/domainNew:DomainNew`. */
  readonly type: string;
  readonly name: string;
  /** `urn:pulumi:STACK::PROJECT::TYPE::NAME` when left out. */
  readonly urn?: Urn | undefined;
  /** The provider's id of it, or `unknownValue` for one that is still to be created. */
  readonly id?: string | undefined;
  /** What the program says. A property that is left out has the provider's default. */
  readonly inputs: RawProperties;
  /** What the provider answered. */
  readonly outputs?: RawProperties | undefined;
  /** The URN of its provider, which is a resource of the plan like others. */
  readonly provider?: Urn | undefined;
  /** The URN of the component around it. */
  readonly parent?: Urn | undefined;
  readonly dependencies?: readonly Urn[] | undefined;
  /** The URNs from which each property is computed: so a reference is followed although its value is unknown. */
  readonly propertyDependencies?: Readonly<Record<string, readonly Urn[]>> | undefined;
  /** What is done with it; nothing is said of that when left out. */
  readonly change?: Change | undefined;
  /** The resource as it is before. */
  readonly previous?: Omit<HandMadeResource, "previous"> | undefined;
  readonly position?: Position | undefined;
}

/** Reads a plan that is made by hand. Throws an `InputError` when names are missing or a URN stands twice. */
export function readHandMade(plan: HandMadePlan): ReadPart {
  const id = `${named(plan.project, "project")}/${named(plan.stack, "stack")}`;
  const { source = id, region } = plan;
  const part: PlanPart = {
    id,
    source,
    project: plan.project,
    stack: plan.stack,
    missing: plan.missing ?? 0,
    isolated: false,
    applied: false,
    tellsIds: true,
    isDefaultProvider,
    ...(region !== undefined && { region }),
  };
  const resources = plan.resources.map(
    (resource, at) => new Resource(dataOf(resource, plan, `resources[${at}]`), part),
  );
  const urns = new Set<Urn>();
  for (const { urn } of resources) {
    if (urns.has(urn)) throw new InputError(message("input.plan-hand-twice", {}), { file: source, key: urn });
    urns.add(urn);
  }
  return { part, resources };
}

function dataOf({ position, previous, ...resource }: HandMadeResource, plan: HandMadePlan, key: string) {
  const type = named(resource.type, `${key}.type`);
  const name = named(resource.name, `${key}.name`);
  const urn = resource.urn ?? urnOf({ stack: plan.stack, project: plan.project, type, name });
  return {
    ...resource,
    urn,
    position: position && (() => position),
    previous: previous && { ...previous, urn, position: undefined },
  };
}

/** What programs without types may leave out all the same. */
function named(text: unknown, key: string): string {
  if (typeof text === "string" && text !== "") return text;
  const problem =
    text === "" ? message("input.plan-hand-no-name", {}) : message("input.plan-hand-name", { type: typeof text });
  throw new InputError(problem, { key });
}
