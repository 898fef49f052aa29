/** Resources of a plan as the model has them: what is written and what is known of each. */
import { urnOf } from "../../../names/urn";
import type { Urn } from "../../fact";
import { isObject, kindOf, own, UNKNOWN_STRING, type Raw, type RawProperties } from "../../raw";
import { isLinked, neededOf } from "../../read-properties";
import { Resource, type Change, type PlanPart, type ResourceData } from "../../resource";
import { objectAt, type ModuleInstance } from "./modules";
import type { Providers } from "./providers";
import type { References, Scope } from "./references";
import type { Written } from "./source";
import { propertiesOf, type Masked } from "./values";
import { wordsOf } from "./words";
import type { InstanceKey } from "./address";

/** A resource as plan or state name it, with where it stands. */
export interface Named {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly key: InstanceKey | undefined;
  readonly within: ModuleInstance;
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
    private readonly references: References,
    private readonly providers: Providers,
    private readonly written: Written | undefined,
  ) {}

  /** The URN of a resource. */
  urnOf({ type, address }: Pick<Named, "type" | "address">): Urn {
    return urnIn(this.part, wordsOf(type).token, address);
  }

  /** A resource with what is planned for it. */
  make(named: Named, planned: Planned): Resource {
    const { address, within } = named;
    const { change, now, before, id } = planned;
    const block = within.module.blocks.get(`${named.type}.${named.name}`);
    const urn = this.urnOf(named);
    const data = stateOf(named, urn, now, {});
    data.id ??= id;
    data.change = change;
    data.provider = this.providers.urnOf(data.type, block && own(block, "provider_config_key"));
    const { written } = this;
    if (written) {
      data.position = () => written.framesOf(address)[0];
      data.frames = () => written.framesOf(address);
    }
    if (neededOf(data.type)) {
      this.fill(data, named, planned, block);
      if (before) data.previous = stateOf(named, urn, before, propertiesOf(before, wordsOf(named.type)).properties);
    }
    // Who makes something new has no answer yet, but what the plan knows already.
    if (change === "create" || change === "replace") data.outputs = undefined;
    return new Resource(data, this.part);
  }

  /** Its properties: by what is written of it where it will be there, by what there was where it goes. */
  private fill(data: Filled, named: Named, { change, now, before }: Planned, block: RawProperties | undefined): void {
    const isGone = change === "delete" || change === "forget";
    const expressions = isGone ? undefined : block && (objectAt(block, "expressions") ?? {});
    const old = change === "update" && isObject(before?.values) ? before.values : undefined;
    const { properties, open } = propertiesOf(now, wordsOf(named.type), expressions, old);
    data.inputs = properties;
    data.outputs = properties;
    if (open.length > 0) data.open = open;
    if (block && expressions) this.link(data, named, block, expressions);
  }

  /** What its properties are computed from, and where that is asked for what it depends on altogether. */
  private link(data: Filled, { type, within, key }: Named, block: RawProperties, expressions: RawProperties): void {
    const words = wordsOf(type);
    const scope: Scope = { within, forEach: own(block, "for_each_expression"), key };
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
type Filled = { -readonly [Key in keyof ResourceData]: ResourceData[Key] };

/** A resource as it is or will be, and no more of it. */
const stateOf = ({ address, type }: Named, urn: Urn, values: Masked, properties: RawProperties): Filled => ({
  urn,
  type: wordsOf(type).token,
  name: address,
  id: idOf(values),
  inputs: properties,
  outputs: properties,
  change: "same",
});

/** The URN of a resource of a part. */
export const urnIn = ({ project, stack }: PlanPart, type: string, address: string): Urn =>
  urnOf({ dialect: "terraform", project, stack, type, name: address });

function idOf({ values, unknown }: Masked): Raw | undefined {
  if (isObject(unknown) && own(unknown, "id") === true) return UNKNOWN_STRING;
  const id = isObject(values) ? own(values, "id") : undefined;
  return typeof id === "string" && id !== "" && kindOf(id) === "value" ? id : undefined;
}
