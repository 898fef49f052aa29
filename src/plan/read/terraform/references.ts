/**
 * What an expression refers to. The plan has the references of each expression, and no more of it: they are followed through
 * modules, variables, outputs and data sources. Local values are not in the plan, and what refers to one stays open.
 */
import type { Urn } from "../../fact";
import { own, type Raw, type RawProperties } from "../../raw";
import { keyOfStep, longestOf, nameOfStep, stepsOf, type AddressStep, type InstanceKey } from "./address";
import { expressionsIn, referencesOf, textsOf, type ExpressionPlace } from "./expression";
import { isManifold, keyFrom, objectAt, type ModuleInstance, type Modules } from "./modules";
import { worthOf, type Variables } from "./worth";

/** The instances of one block in one instance of a module. */
export interface Instances {
  readonly urns: readonly Urn[];
  readonly byKey: ReadonlyMap<InstanceKey | undefined, Urn>;
}

/** What an expression refers to. */
export interface Referred {
  readonly urns: readonly Urn[];
  /** Whether it refers to what the plan does not show as well. */
  readonly isOpen: boolean;
  /** Those that were taken of several because they have the key of what refers to them. */
  readonly byKey: readonly Urn[];
}

/** What leads nowhere: it is a constant, or known in the plan wherever it matters. */
const NOWHERE: ReadonlySet<string> = new Set(["count", "path", "terraform", "self", "each"]);

/** What the data sources of Alibaba Cloud's provider are called. */
const OURS = "data.alicloud_";
/** By what a data source is asked for things that are known; by anything else it may answer of others. */
const ASKED_BY: ReadonlySet<string> = new Set(["id", "ids", "name", "name_regex", "names"]);

/** Nobody passes a value on through so many modules. */
const MOST_STEPS = 100;

/** Follows references; `instances` are those of the blocks, by the address of the module's instance and `type.name`. */
export class Referrals {
  private readonly shared = new Map<Raw, Shared>();

  constructor(
    private readonly modules: Modules,
    private readonly instances: ReadonlyMap<string, Instances>,
    private readonly variables: Variables,
  ) {}

  /** What some expressions refer to, wherever they lie in arguments and blocks. */
  of(expressions: Raw | undefined, place: ExpressionPlace): Referred {
    if (typeof expressions !== "object" || expressions === null) return NOTHING;
    const known = this.ofExpressions(expressions);
    // What refers to nothing that each instance has for itself is the same for all of them.
    const found = known.isShared ? known.found.get(place.within.address) : undefined;
    if (found) return found;
    const made = new Found();
    this.followAll(expressions, { place, key: undefined, rest: NO_STEPS, isByKey: false, found: made, steps: 0 });
    if (known.isShared) known.found.set(place.within.address, made.all);
    return made.all;
  }

  private ofExpressions(expressions: object & Raw): Shared {
    let known = this.shared.get(expressions);
    if (!known) {
      const isOwn = (one: string): boolean => one.startsWith("each.") || one === "count.index";
      known = { isShared: !expressionsIn(expressions).some((all) => all.some(isOwn)), found: new Map() };
      this.shared.set(expressions, known);
    }
    return known;
  }

  /** What a block is said to depend on, besides what its arguments refer to. */
  dependsOn(block: RawProperties, place: ExpressionPlace): readonly Urn[] {
    const found = new Found();
    for (const reference of textsOf(own(block, "depends_on"))) {
      this.followOne(reference, { place, key: undefined, rest: NO_STEPS, isByKey: false, found, steps: 0 });
    }
    return found.all.urns;
  }

  private followAll(expressions: Raw | undefined, on: On): void {
    for (const references of expressionsIn(expressions)) this.follow(references, on);
  }

  /** What one expression refers to; `on.key` is the key that was asked for of it as a whole. */
  private follow(references: readonly string[], on: On): void {
    if (on.steps > MOST_STEPS) {
      on.found.open();
      return;
    }
    const all = withoutBare(longestOf(references));
    // A key is that of the only thing that has keys; of several nobody knows which is meant by it.
    const key = all.length === 1 ? on.key : this.keyAmong(all, on.place);
    for (const reference of all) this.followOne(reference, { ...on, key, steps: on.steps + 1 });
  }

  /**
   * The key by which the only other reference is meant, where an expression has that and the key alone: `x[count.index]`,
   * `x[each.key]`, `x[each.value]` and `x[var.active]` are written as `x` and what stands in the brackets.
   */
  private keyAmong(references: readonly string[], place: ExpressionPlace): InstanceKey | undefined {
    const [one, other, third] = references;
    if (one === undefined || other === undefined || third !== undefined) return undefined;
    return this.keyIn(one, place) ?? this.keyIn(other, place);
  }

  private keyIn(reference: string, place: ExpressionPlace): InstanceKey | undefined {
    if (reference === "count.index" || reference === "each.key") return place.key;
    if (!/^(?:each\.value|var\.)/.test(reference)) return undefined;
    // The elements of a set are their own keys.
    if (reference === "each.value" && this.isSet(place)) return place.key;
    const worth = worthOf({ references: [reference] }, place, this.variables);
    return worth.is === "value" ? keyFrom(worth.value) : undefined;
  }

  /** Whether a block goes over a set: of one that is written there the plan has nothing, of a variable's the list. */
  private isSet({ forEach, within, key }: ExpressionPlace): boolean {
    if (typeof key !== "string") return false;
    if (forEach === undefined) return true;
    const worth = worthOf(forEach, { within }, this.variables);
    return worth.is === "value" && Array.isArray(worth.value);
  }

  private followOne(reference: string, on: On): void {
    const path = stepsOf(reference);
    const head = path && nameOfStep(path, 0);
    if (!path || head === undefined) on.found.open();
    else if (head === "each" && nameOfStep(path, 1) === "value") this.followEach(path.slice(2), on);
    else if (NOWHERE.has(head)) return;
    else if (head === "var") this.followVariable(nameOfStep(path, 1) ?? "", on);
    else if (head === "module") this.followModule(path, on);
    else if (head === "data") this.followData(path, on);
    else if (head === "local" || head === "ephemeral") on.found.open();
    else this.followResource(path, on);
  }

  /**
   * What `for_each` goes over. Where it refers to one thing alone, each instance has the key of one of that, as far as it is
   * not computed from it in another way.
   */
  private followEach(rest: readonly AddressStep[], on: On): void {
    const { forEach, within, key } = on.place;
    for (const references of expressionsIn(forEach)) {
      const all = longestOf(references);
      const asked = all.length === 1 ? key : undefined;
      for (const reference of all) {
        this.followOne(reference, { ...on, place: { within }, key: asked, rest, steps: on.steps + 1 });
      }
    }
  }

  private followVariable(name: string, on: On): void {
    const { outer, call, key } = on.place.within;
    const given = objectAt(call, "expressions");
    const argument = given && own(given, name);
    if (!outer || argument === undefined) return;
    const place: ExpressionPlace = { within: outer, forEach: call && own(call, "for_each_expression"), key };
    this.followAll(argument, { ...on, place });
  }

  private followModule(path: readonly AddressStep[], on: On): void {
    const { within } = on.place;
    const name = nameOfStep(path, 1) ?? "";
    const said = keyOfStep(path, 2);
    const isMany = isManifold(within.module.call(name) ?? {});
    const wanted = said ?? (isMany ? on.key : undefined);
    const one = wanted === undefined ? undefined : this.modules.withKey(within, name, wanted);
    const all = one ? [one] : this.modules.ofCall(within, name);
    const output = nameOfStep(path, said === undefined ? 2 : 3) ?? nameOfStep(on.rest, 0);
    const isByKey = on.isByKey || (one !== undefined && said === undefined);
    // What is asked for by a key of something that has none of its own is an element of what that gives.
    const key = isMany ? undefined : on.key;
    for (const instance of all) {
      for (const each of output === undefined ? instance.module.outputs : [output]) {
        const expression = instance.module.output(each);
        if (expression === undefined) on.found.open();
        else this.followAll(expression, { ...on, place: { within: instance }, key, rest: NO_STEPS, isByKey });
      }
    }
  }

  /**
   * What a data source is asked with: what is not known of it is not read yet. One of Alibaba Cloud's that is asked for things
   * by their names answers of these; what else is asked, or what others answer, may be anything.
   */
  private followData(path: readonly AddressStep[], on: On): void {
    const { within } = on.place;
    const address = `data.${nameOfStep(path, 1)}.${nameOfStep(path, 2)}`;
    const block = within.module.blocks.get(address);
    if (!block) {
      on.found.open();
      return;
    }
    if (!on.found.enter(`${within.address} ${address}`)) return;
    const place: ExpressionPlace = { within, forEach: own(block, "for_each_expression") };
    const asked = objectAt(block, "expressions") ?? {};
    const others = Object.keys(asked).filter((name) => !ASKED_BY.has(name));
    const isSure = address.startsWith(OURS) && textsOf(own(block, "depends_on")).length === 0;
    if (!isSure || others.some((name) => !this.isKnown(own(asked, name), place))) on.found.open();
    this.followAll(asked, { ...on, place, key: undefined, rest: NO_STEPS });
  }

  /**
   * Whether an expression can only be null where its value is not known: all that it refers to is known when a plan is made,
   * and none of that is a text or a number that it might be itself.
   */
  isNullIfUnknown(expression: Raw | undefined, place: ExpressionPlace): boolean {
    if (referencesOf(expression).length === 0 || !this.isKnown(expression, place)) return false;
    const worth = worthOf(expression, place, this.variables);
    return worth.is !== "value" || keyFrom(worth.value) === undefined;
  }

  private isKnown(expressions: Raw | undefined, place: ExpressionPlace): boolean {
    return expressionsIn(expressions).every((references) =>
      references.every((reference) => {
        const [head = "", name = ""] = stepsOf(reference) ?? [];
        if (head === "each" && name === "value") return this.isKnown(place.forEach, { within: place.within });
        if (typeof head === "string" && NOWHERE.has(head)) return head !== "self";
        return head === "var" && typeof name === "string" && this.isKnownVariable(name, place.within);
      }),
    );
  }

  private isKnownVariable(name: string, { outer, call, key }: ModuleInstance): boolean {
    if (!outer) return true;
    const argument = own(objectAt(call, "expressions") ?? {}, name);
    return this.isKnown(argument, { within: outer, forEach: call && own(call, "for_each_expression"), key });
  }

  private followResource(path: readonly AddressStep[], { place: { within }, key, isByKey, found }: On): void {
    const address = `${nameOfStep(path, 0)}.${nameOfStep(path, 1)}`;
    const instances = this.instances.get(instancesAt(within, address));
    if (!instances) {
      // A block without instances, or none at all: what it would give is null, or not shown.
      if (!within.module.blocks.has(address)) found.open();
      return;
    }
    const said = keyOfStep(path, 2);
    const { urns, byKey } = instances;
    const wanted = said ?? (path.length > 2 ? undefined : key);
    const urn = wanted === undefined ? undefined : byKey.get(wanted);
    if (said !== undefined && urn === undefined) found.open();
    else {
      const isOneOfMany = urn !== undefined && urns.length > 1;
      const those = isOneOfMany ? [urn] : urns;
      if (isByKey || (isOneOfMany && said === undefined)) found.addByKey(those);
      else found.add(those);
    }
  }
}

/** What some expressions refer to in each instance of their module, where it is the same for all instances of their block. */
interface Shared {
  readonly isShared: boolean;
  readonly found: Map<string, Referred>;
}

const NOTHING: Referred = { urns: [], isOpen: false, byKey: [] };

/** How a reference is followed. */
interface On {
  readonly place: ExpressionPlace;
  /** The key by which one of several is meant; undefined where nothing says so. */
  readonly key: InstanceKey | undefined;
  /** What is asked for of what is found, besides. */
  readonly rest: readonly AddressStep[];
  /** Whether it was taken of several by its key already. */
  readonly isByKey: boolean;
  readonly found: Found;
  readonly steps: number;
}

const NO_STEPS: readonly AddressStep[] = [];

/** Under which name the instances of a block are found. */
export const instancesAt = ({ address }: Pick<ModuleInstance, "address">, block: string): string =>
  `${address} ${block}`;

/**
 * References without those to a whole thing of which the expression also asks for something, and for nothing else:
 * `length(x) > 0 ? x[0].id : ""` refers to `x` as well.
 */
function withoutBare(references: readonly string[]): readonly string[] {
  if (references.length < 2) return references;
  const [shortest = ""] = [...references].sort((a, b) => a.length - b.length);
  const isOfShortest = (one: string): boolean =>
    one.length > shortest.length && one.startsWith(shortest) && ".[".includes(one.charAt(shortest.length));
  const longer = references.filter((one) => one !== shortest);
  return longer.length > 0 && longer.every(isOfShortest) ? longer : [...new Set(references)];
}

/** What was found on the way. Most expressions refer to one block, whose list of instances all that refer to it share. */
class Found {
  private first: readonly Urn[] = NO_URNS;
  private more: Set<Urn> | undefined;
  private readonly byKey = new Set<Urn>();
  private isOpen = false;
  private readonly entered = new Set<string>();

  get all(): Referred {
    // Sorted: the order in which a plan has references tells nothing.
    const urns = this.more ? [...this.more].sort() : this.first;
    return { urns, isOpen: this.isOpen, byKey: [...this.byKey].sort() };
  }

  add(urns: readonly Urn[]): void {
    if (this.first.length === 0) this.first = urns;
    else if (urns !== this.first) {
      this.more ??= new Set(this.first);
      for (const urn of urns) this.more.add(urn);
    }
  }

  /** Adds what was taken of several by its key. */
  addByKey(urns: readonly Urn[]): void {
    this.add(urns);
    for (const urn of urns) this.byKey.add(urn);
  }

  open(): void {
    this.isOpen = true;
  }

  /** Whether a place is entered for the first time. */
  enter(place: string): boolean {
    if (this.entered.has(place)) return false;
    this.entered.add(place);
    return true;
  }
}

const NO_URNS: readonly Urn[] = [];
