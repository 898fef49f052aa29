/**
 * What an expression refers to. The plan has the references of each expression, and no more of it: they are followed through
 * modules, variables, outputs and data sources. Local values are not in the plan, and what refers to one stays open.
 */
import type { Urn } from "../../fact";
import { isObject, own, type Raw, type RawProperties } from "../../raw";
import { keyOfStep, longestOf, nameOfStep, stepsOf, type AddressStep, type InstanceKey } from "./address";
import { objectAt, type ModuleInstance, type Modules } from "./modules";

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

/** Where an expression stands. */
export interface ExpressionPlace {
  readonly within: ModuleInstance;
  /** The `for_each` of the block around it. */
  readonly forEach?: Raw | undefined;
  /** The key of the instance that it belongs to. */
  readonly key?: InstanceKey | undefined;
}

/** What leads nowhere: it is a constant, or known in the plan wherever it matters. */
const NOWHERE: ReadonlySet<string> = new Set(["count", "path", "terraform", "self", "each"]);

/** What the data sources of Alibaba Cloud's provider are called. */
const OURS = "data.alicloud_";

/** Nobody passes a value on through so many modules. */
const MOST_STEPS = 100;

/** Follows references; `instances` are those of the blocks, by the address of the module's instance and `type.name`. */
export class Referrals {
  constructor(
    private readonly modules: Modules,
    private readonly instances: ReadonlyMap<string, Instances>,
  ) {}

  /** What some expressions refer to, wherever they lie in arguments and blocks. */
  of(expressions: Raw | undefined, scope: ExpressionPlace): Referred {
    const found = new Found();
    this.followAll(expressions, scope, found, 0);
    return found;
  }

  /** What a block is said to depend on, besides what its arguments refer to. */
  dependsOn(block: RawProperties, scope: ExpressionPlace): readonly Urn[] {
    const found = new Found();
    for (const reference of textsOf(own(block, "depends_on"))) {
      this.followOne(reference, { scope, key: undefined, found, steps: 0 });
    }
    return found.urns;
  }

  private followAll(expressions: Raw | undefined, scope: ExpressionPlace, found: Found, steps: number): void {
    for (const references of expressionsIn(expressions)) this.follow(references, scope, found, steps);
  }

  private follow(references: readonly string[], scope: ExpressionPlace, found: Found, steps: number): void {
    if (steps > MOST_STEPS) {
      found.open();
      return;
    }
    const all = longestOf(references);
    const key = keyOf(all, scope);
    for (const reference of all) this.followOne(reference, { scope, key, found, steps: steps + 1 });
  }

  private followOne(reference: string, on: On): void {
    const path = stepsOf(reference);
    const head = path && nameOfStep(path, 0);
    if (!path || head === undefined) {
      on.found.open();
      return;
    }
    if (head === "each" && nameOfStep(path, 1) === "value") {
      this.followEach(on);
      return;
    }
    if (NOWHERE.has(head)) return;
    if (head === "var") {
      this.followVariable(nameOfStep(path, 1) ?? "", on);
      return;
    }
    if (head === "module") {
      this.followModule(path, on);
      return;
    }
    if (head === "data") {
      this.followData(path, on);
      return;
    }
    if (head === "local" || head === "ephemeral") {
      on.found.open();
      return;
    }
    this.followResource(path, on);
  }

  /** What `for_each` goes over: each instance has the key of one of those that it refers to. */
  private followEach({ scope, found, steps }: On): void {
    const { forEach, within, key } = scope;
    // The references of `for_each` are all there is of it: what it goes over has the same keys, as far as anybody writes.
    for (const references of expressionsIn(forEach)) {
      for (const reference of longestOf(references)) {
        this.followOne(reference, { scope: { within }, key, found, steps: steps + 1 });
      }
    }
  }

  private followVariable(name: string, { scope: { within }, found, steps }: On): void {
    const { outer, call } = within;
    const given = objectAt(call, "expressions");
    const argument = given && own(given, name);
    if (!outer || argument === undefined) return;
    const scope: ExpressionPlace = {
      within: outer,
      forEach: call && own(call, "for_each_expression"),
      key: within.key,
    };
    this.followAll(argument, scope, found, steps);
  }

  private followModule(path: readonly AddressStep[], { scope: { within }, key, found, steps }: On): void {
    const name = nameOfStep(path, 1) ?? "";
    const own = keyOfStep(path, 2);
    const all = this.modules.ofCall(within, name);
    const wanted = own ?? key;
    const one = wanted === undefined ? undefined : all.find((instance) => instance.key === wanted);
    if (all.length === 0 || (own !== undefined && !one && all.some((instance) => instance.key !== undefined))) {
      found.open();
      return;
    }
    const output = nameOfStep(path, own === undefined ? 2 : 3);
    const inner = one && own === undefined && all.length > 1 ? found.paired() : found;
    for (const instance of one ? [one] : all) {
      const outputs = output === undefined ? instance.module.outputs : [output];
      for (const each of outputs) {
        const expression = instance.module.output(each);
        if (expression === undefined) found.open();
        else this.followAll(expression, { within: instance }, inner, steps);
      }
    }
  }

  /**
   * What a data source is asked with: what is not known of it is not read yet. One of Alibaba Cloud's answers of what it is asked
   * for; what others answer, and what only comes later than something, may be anything.
   */
  private followData(path: readonly AddressStep[], { scope: { within }, found, steps }: On): void {
    const address = `data.${nameOfStep(path, 1)}.${nameOfStep(path, 2)}`;
    const block = within.module.blocks.get(address);
    if (!block) {
      found.open();
      return;
    }
    if (!found.enter(`${within.address} ${address}`)) return;
    const scope: ExpressionPlace = { within, forEach: own(block, "for_each_expression") };
    this.followAll(own(block, "expressions"), scope, found, steps);
    if (!address.startsWith(OURS) || textsOf(own(block, "depends_on")).length > 0) found.open();
  }

  private followResource(path: readonly AddressStep[], { scope: { within }, key, found }: On): void {
    const address = `${nameOfStep(path, 0)}.${nameOfStep(path, 1)}`;
    const instances = this.instances.get(instancesAt(within, address));
    if (!instances) {
      // A block without instances, or none at all: what it would give is null, or not shown.
      if (!within.module.blocks.has(address)) found.open();
      return;
    }
    const own = keyOfStep(path, 2);
    const { urns, byKey } = instances;
    if (own !== undefined) {
      const urn = byKey.get(own);
      if (urn === undefined) found.open();
      else found.add([urn]);
      return;
    }
    // `x[count.index]` and `x[each.key]` are written as `x` and the key.
    const urn = key === undefined || path.length > 2 ? undefined : byKey.get(key);
    if (urn === undefined || urns.length === 1) {
      found.add(urns);
      return;
    }
    found.paired().add([urn]);
  }
}

/** How a reference is followed. */
interface On {
  readonly scope: ExpressionPlace;
  /** The key by which one of several is meant; undefined where nothing says so. */
  readonly key: InstanceKey | undefined;
  readonly found: Found;
  readonly steps: number;
}

/** Under which name the instances of a block are found. */
export const instancesAt = ({ address }: Pick<ModuleInstance, "address">, block: string): string =>
  `${address} ${block}`;

/** The key by which the only other reference is meant, where an expression has that and the key alone. */
function keyOf(references: readonly string[], { key }: ExpressionPlace): InstanceKey | undefined {
  const isKey = (one: string): boolean => one === "count.index" || one === "each.key";
  return references.length === 2 && references.filter(isKey).length === 1 ? key : undefined;
}

/** What was found on the way. Most expressions refer to one block, whose list of instances all that refer to it share. */
class Found implements Referred {
  urns: readonly Urn[] = NO_URNS;
  byKey: readonly Urn[] = NO_URNS;
  isOpen = false;
  private readonly entered = new Set<string>();

  add(urns: readonly Urn[]): void {
    this.urns = joined(this.urns, urns);
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

  /** Takes what is found by a key. */
  paired(): Found {
    return new Paired(this);
  }
}

class Paired extends Found {
  constructor(private readonly all: Found) {
    super();
  }

  override add(urns: readonly Urn[]): void {
    this.all.add(urns);
    this.all.byKey = joined(this.all.byKey, urns);
  }

  override open(): void {
    this.all.open();
  }

  override enter(place: string): boolean {
    return this.all.enter(place);
  }

  override paired(): Found {
    return this;
  }
}

const NO_URNS: readonly Urn[] = [];

const joined = (before: readonly Urn[], urns: readonly Urn[]): readonly Urn[] =>
  before.length === 0 ? urns : [...new Set([...before, ...urns])];

/** The references of each expression in arguments and blocks. */
function expressionsIn(raw: Raw | undefined): readonly (readonly string[])[] {
  if (Array.isArray(raw)) return (raw as readonly Raw[]).flatMap(expressionsIn);
  if (!isObject(raw)) return [];
  if (isExpression(raw)) return [textsOf(own(raw, "references"))];
  return Object.values(raw).flatMap(expressionsIn);
}

/** Whether an object is an expression, and no block of such. */
export function isExpression(raw: RawProperties): boolean {
  const references = own(raw, "references");
  const isOfTexts = Array.isArray(references) && references.every((one) => typeof one === "string");
  return isOfTexts || "constant_value" in raw || Object.keys(raw).length === 0;
}

/** The texts of a list. */
export const textsOf = (raw: Raw | undefined): readonly string[] =>
  Array.isArray(raw) ? (raw as readonly Raw[]).filter((one): one is string => typeof one === "string") : [];
