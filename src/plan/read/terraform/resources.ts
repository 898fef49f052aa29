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
import { worthOf, type Variables } from "./worth";
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
    private readonly variables: Variables,
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
    const standing: Standing = {
      within: named.within,
      forEach: block && own(block, "for_each_expression"),
      key: named.key,
    };
    const expressions = isGone || !block ? undefined : this.saidIn(block, now, standing);
    const old = change === "update" && isObject(before?.values) ? before.values : undefined;
    const { properties, open } = propertiesOf(now, wordsOfType(named.type), expressions, old);
    data.inputs = properties;
    data.outputs = properties;
    if (open.length > 0) data.open = open;
    if (block && expressions) this.link(data, named.type, { block, expressions, standing });
  }

  /** What a block says: not what is null, which is unknown where the provider fills it in, as if nobody had written it. */
  private saidIn(block: RawProperties, { unknown }: Masked, standing: Standing): RawProperties {
    const expressions = objectAt(block, "expressions") ?? {};
    const isNull = (attribute: string): boolean =>
      isObject(unknown) &&
      own(unknown, attribute) === true &&
      worthOf(own(expressions, attribute), standing, this.variables).is === "nothing";
    const nulls = new Set(Object.keys(expressions).filter(isNull));
    if (nulls.size === 0) return expressions;
    return Object.fromEntries(Object.entries(expressions).filter(([attribute]) => !nulls.has(attribute)));
  }

  /** What its properties are computed from, and where that is asked for what it depends on altogether. */
  private link(data: Written, type: string, { block, expressions, standing }: Said): void {
    const words = wordsOfType(type);
    const dependencies: Record<string, readonly Urn[]> = {};
    const open = new Set(data.open);
    const byKey: Record<string, readonly Urn[]> = {};
    for (const attribute in expressions) {
      const referred = this.references.of(own(expressions, attribute), standing);
      const property = words.property(attribute);
      if (referred.urns.length > 0) dependencies[property] = referred.urns;
      if (referred.isOpen) open.add(property);
      if (referred.byKey.length > 0) byKey[property] = referred.byKey;
    }
    data.propertyDependencies = dependencies;
    if (open.size > 0) data.open = [...open];
    if (Object.keys(byKey).length > 0) data.byKey = byKey;
    if (isLinked(data.type)) {
      const rest = this.references.dependsOn(block, standing);
      data.dependencies = [...new Set([...Object.values(dependencies).flat(), ...rest])];
    }
  }
}

/** What the configuration says of a resource, and where. */
interface Said {
  readonly block: RawProperties;
  readonly expressions: RawProperties;
  readonly standing: Standing;
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
