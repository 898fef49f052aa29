/** Resources of a plan as the model has them: what is written and what is known of each. */
import { TERRAFORM, urnOf } from "../../../names/urn";
import type { Urn } from "../../fact";
import { isObject, kindOf, own, UNKNOWN_STRING, type Raw, type RawProperties } from "../../raw";
import { isLinked, neededOf } from "../../read-properties";
import { Resource, type Change, type PlanPart, type ResourceData } from "../../resource";
import { objectAt, type ModuleInstance } from "./modules";
import type { Providers } from "./providers";
import type { Referrals, Standing } from "./references";
import type { BlockPlaces } from "./source";
import { propertiesOf, type Masked } from "./values";
import { wordsOfType } from "./words";
import type { InstanceKey } from "./address";

/** A resource as plan or state name it, with where it stands. */
export interface Addressed {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly key: InstanceKey | undefined;
  readonly within: ModuleInstance;
  /** Its address so far, where it is moved. */
  readonly previousAddress?: string | undefined;
}

/** What becomes of a resource, and how it is before and after that. */
export interface Planned {
  readonly change: Change;
  readonly now: Masked;
  readonly before?: Masked | undefined;
  /** Its id where the values do not tell it: that of what is imported. */
  readonly id?: Raw | undefined;
}

/** Makes resources of one part. */
export class Resources {
  constructor(
    private readonly part: PlanPart,
    private readonly references: Referrals,
    private readonly providers: Providers,
    private readonly places: BlockPlaces | undefined,
  ) {}

  /** The URN of a resource. */
  urnOf({ type, address }: Pick<Addressed, "type" | "address">): Urn {
    return addressUrn(this.part, wordsOfType(type).token, address);
  }

  /** A resource with what is planned for it. */
  make(named: Addressed, planned: Planned): Resource {
    const { address, within } = named;
    const { change, now, before, id } = planned;
    const block = within.module.blocks.get(`${named.type}.${named.name}`);
    const urn = this.urnOf(named);
    const data = stateOf(named, urn, now, {});
    const { previousAddress } = named;
    if (previousAddress !== undefined) data.aliases = [addressUrn(this.part, data.type, previousAddress)];
    data.id ??= id;
    data.change = change;
    data.provider = this.providers.urnOf(data.type, block && own(block, "provider_config_key"));
    const { places } = this;
    if (places) {
      data.position = () => places.framesOf(address)[0];
      data.frames = () => places.framesOf(address);
    }
    if (neededOf(data.type)) {
      this.fill(data, named, planned, block);
      if (before) data.previous = previousOf(stateOf(named, urn, before, this.formerly(named, before)), data.inputs);
    }
    // Who makes something new has no answer yet, but what the plan knows already.
    if (change === "create" || change === "replace") data.outputs = undefined;
    return new Resource(data, this.part);
  }

  private formerly({ type }: Addressed, before: Masked): RawProperties {
    return propertiesOf(before, wordsOfType(type)).properties;
  }

  /** Its properties: by what is written of it where it will be there, by what there was where it goes. */
  private fill(
    data: Written,
    named: Addressed,
    { change, now, before }: Planned,
    block: RawProperties | undefined,
  ): void {
    const isGone = change === "delete" || change === "forget";
    const expressions = isGone ? undefined : block && (objectAt(block, "expressions") ?? {});
    const old = change === "update" && isObject(before?.values) ? before.values : undefined;
    const { properties, open } = propertiesOf(now, wordsOfType(named.type), expressions, old);
    data.inputs = properties;
    data.outputs = properties;
    if (open.length > 0) data.open = open;
    if (block && expressions) this.link(data, named, block, expressions);
  }

  /** What its properties are computed from, and where that is asked for what it depends on altogether. */
  private link(
    data: Written,
    { type, within, key }: Addressed,
    block: RawProperties,
    expressions: RawProperties,
  ): void {
    const words = wordsOfType(type);
    const scope: Standing = { within, forEach: own(block, "for_each_expression"), key };
    const dependencies: Record<string, readonly Urn[]> = {};
    const open = new Set(data.open);
    const byKey: Record<string, readonly Urn[]> = {};
    for (const attribute in expressions) {
      const referred = this.references.of(own(expressions, attribute), scope);
      const property = words.property(attribute);
      if (referred.urns.length > 0) dependencies[property] = referred.urns;
      if (referred.isOpen) open.add(property);
      if (referred.byKey.length > 0) byKey[property] = referred.byKey;
    }
    data.propertyDependencies = dependencies;
    if (open.size > 0) data.open = [...open];
    if (Object.keys(byKey).length > 0) data.byKey = byKey;
    if (isLinked(data.type)) {
      const rest = this.references.dependsOn(block, scope);
      data.dependencies = [...new Set([...Object.values(dependencies).flat(), ...rest])];
    }
  }
}

/** A resource's data on the way into the model. */
type Written = { -readonly [Key in keyof ResourceData]: ResourceData[Key] };

/** A resource as it is or will be, and no more of it. */
const stateOf = ({ address, type }: Addressed, urn: Urn, values: Masked, properties: RawProperties): Written => ({
  urn,
  type: wordsOfType(type).token,
  name: address,
  id: idOf(values),
  inputs: properties,
  outputs: properties,
  change: "same",
});

/**
 * What was before. What is left out from now on will not be there: nothing of it counts as said before, or the provider might
 * be taken to keep it.
 */
function previousOf(state: Written, now: RawProperties): Written {
  const said = Object.entries(state.inputs).filter(([property]) => own(now, property) !== undefined);
  return { ...state, inputs: Object.fromEntries(said) };
}

/** The URN of a resource of a part. */
export const addressUrn = ({ project, stack }: PlanPart, type: string, address: string): Urn =>
  urnOf({ dialect: TERRAFORM, project, stack, type, name: address });

function idOf({ values, unknown }: Masked): Raw | undefined {
  if (isObject(unknown) && own(unknown, "id") === true) return UNKNOWN_STRING;
  const id = isObject(values) ? own(values, "id") : undefined;
  return typeof id === "string" && id !== "" && kindOf(id) === "value" ? id : undefined;
}
