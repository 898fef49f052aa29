/** Resources of a plan as the model has them: what is written and what is known of each. */
import { namesOf } from "../../../names/terraform";
import type { Urn } from "../../fact";
import { isObject, kindOf, own, SECRET_MARK, UNKNOWN_STRING, type Raw, type RawProperties } from "../../raw";
import { isLinked, neededOf } from "../../read-properties";
import { Resource, type Change, type PlanPart, type ResourceData } from "../../resource";
import { isOfKubernetes, kubernetesOf } from "./kubernetes";
import { objectAt, textUnder } from "./modules";
import type { Providers } from "./providers";
import type { ExpressionPlace } from "./expression";
import type { Referrals } from "./references";
import type { BlockPlaces } from "./source";
import { propertiesOf, type Converted, type Masked } from "./values";
import { wordsOfType } from "./words";
import { addressUrn, type Addressed } from "./addressed";

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

  /** A resource with what is planned for it. */
  make(named: Addressed, planned: Planned): Resource {
    const { address, within } = named;
    const { change, now, before, id } = planned;
    const block = within.module.blocks.get(`${named.type}.${named.name}`);
    const data = stateOf(named, now, NOTHING);
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
    if (isAskedFor(named.type)) {
      this.fill(data, named, planned, block);
      if (before) data.previous = previousOf(stateOf(named, before, converted(named.type, before)), data.inputs);
    }
    // Who makes something new has no answer yet, but what the plan knows already.
    if (change === "create" || change === "replace") data.outputs = undefined;
    return new Resource(data, this.part);
  }

  /** Its properties: by what is written of it where it will be there, by what there was where it goes. */
  private fill(
    data: Written,
    named: Addressed,
    { change, now, before }: Planned,
    block: RawProperties | undefined,
  ): void {
    const isGone = change === "delete" || change === "forget";
    const standing: ExpressionPlace = {
      within: named.within,
      forEach: block && own(block, "for_each_expression"),
      key: named.key,
    };
    const expressions = isGone || !block ? undefined : this.saidIn(block, now, standing);
    const old = change === "update" && isObject(before?.values) ? before.values : undefined;
    const { type, properties, open, namesOf } = converted(named.type, now, expressions, old);
    data.type = type ?? data.type;
    data.inputs = properties;
    data.outputs = properties;
    if (open.length > 0) data.open = open;
    if (block && expressions)
      this.link(data, { block, expressions, standing, asked: wordsOfType(named.type).asked, namesOf });
  }

  /**
   * What a block says: not what is null, which is unknown where the provider fills it in, as if nobody had written it. What
   * refers to nothing that is yet to come can only be unknown because it is null.
   */
  private saidIn(block: RawProperties, { unknown }: Masked, standing: ExpressionPlace): RawProperties {
    const expressions = objectAt(block, "expressions") ?? {};
    const words = wordsOfType(textUnder(block, "type") ?? "");
    const isNull = (attribute: string): boolean =>
      isObject(unknown) &&
      own(unknown, attribute) === true &&
      words.isFilledIn(attribute) &&
      this.references.isNullIfUnknown(own(expressions, attribute), standing);
    const nulls = new Set(Object.keys(expressions).filter(isNull));
    if (nulls.size === 0) return expressions;
    return Object.fromEntries(Object.entries(expressions).filter(([attribute]) => !nulls.has(attribute)));
  }

  /** What its properties are computed from, and where that is asked for what it depends on altogether. */
  private link(data: Written, { block, expressions, standing, asked, namesOf }: Said): void {
    const dependencies: Record<string, readonly Urn[]> = {};
    const open = new Set(data.open);
    const byKey: Record<string, readonly Urn[]> = {};
    const isAll = isLinked(data.type);
    for (const attribute in expressions) {
      if (!isAll && asked?.includes(attribute) === false) continue;
      const referred = this.references.of(own(expressions, attribute), standing);
      for (const property of namesOf(attribute)) {
        if (referred.urns.length > 0) dependencies[property] = referred.urns;
        if (referred.isOpen) open.add(property);
        if (referred.byKey.length > 0) byKey[property] = referred.byKey;
      }
    }
    data.propertyDependencies = dependencies;
    if (open.size > 0) data.open = [...open];
    if (Object.keys(byKey).length > 0) data.byKey = byKey;
    if (isAll) {
      const rest = this.references.dependsOn(block, standing);
      data.dependencies = [...new Set([...Object.values(dependencies).flat(), ...rest])];
    }
  }
}

/** What the configuration says of a resource, and where. */
interface Said {
  readonly block: RawProperties;
  readonly expressions: RawProperties;
  readonly standing: ExpressionPlace;
  /** The attributes of which anything is read; undefined for all. */
  readonly asked: readonly string[] | undefined;
  /** The properties that an attribute comes to. */
  readonly namesOf: (attribute: string) => readonly string[];
}

/** A resource's data on the way into the model. */
type Written = { -readonly [Key in keyof ResourceData]: ResourceData[Key] };

/** A resource as it is or will be, and no more of it. */
const stateOf = (
  { urn, address, type }: Addressed,
  values: Masked,
  { type: told, properties }: Pick<InWords, "type" | "properties">,
): Written => ({
  urn,
  type: told ?? wordsOfType(type).token,
  name: address,
  id: idOf(values),
  inputs: properties,
  outputs: properties,
  change: "same",
});

const NOTHING = { type: undefined, properties: {} };

/** What a resource says in the words of the model. */
interface InWords extends Converted {
  /** Its type, where its attributes tell that. */
  readonly type: string | undefined;
  readonly namesOf: (attribute: string) => readonly string[];
}

/** Whether anything is read of a type; what an object of Kubernetes is its attributes tell. */
const isAskedFor = (type: string): boolean => isOfKubernetes(type) || neededOf(wordsOfType(type).token) !== undefined;

function converted(type: string, values: Masked, expressions?: RawProperties, before?: RawProperties): InWords {
  const words = wordsOfType(type);
  const found = propertiesOf(values, words, expressions, before);
  const object = kubernetesOf(type, found.properties);
  if (!object) return { ...found, type: undefined, namesOf: (attribute) => [words.property(attribute)] };
  const named = namesOf(type);
  // A manifest is one attribute with all that there is of an object.
  const inManifest = Object.keys(object.properties);
  const names = (attribute: string): readonly string[] =>
    attribute === object.within ? inManifest : [named.property(attribute)];
  return { type: object.type, properties: object.properties, open: found.open.flatMap(names), namesOf: names };
}

/**
 * What was before. What is left out from now on will not be there: nothing of it counts as said before, or the provider might
 * be taken to keep it.
 */
function previousOf(state: Written, now: RawProperties): Written {
  const said = Object.entries(state.inputs).filter(([property]) => own(now, property) !== undefined);
  return { ...state, inputs: Object.fromEntries(said) };
}

function idOf({ values, unknown, sensitive }: Masked): Raw | undefined {
  if (sensitive === true || (isObject(sensitive) && own(sensitive, "id") === true)) return SECRET_MARK;
  if (isObject(unknown) && own(unknown, "id") === true) return UNKNOWN_STRING;
  const id = isObject(values) ? own(values, "id") : undefined;
  return typeof id === "string" && id !== "" && kindOf(id) === "value" ? id : undefined;
}
