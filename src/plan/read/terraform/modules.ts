/** The modules of a configuration, and their instances. */
import { isObject, own, type Raw, type RawProperties } from "../../raw";
import { keyOfStep, nameOfStep, stepsOf, type InstanceKey } from "./address";

/** An instance of a module: the root, or what a call makes. */
export interface ModuleInstance {
  /** Empty for the root. */
  readonly address: string;
  readonly module: ModuleBlock;
  /** Where it is called; undefined for the root. */
  readonly outer?: ModuleInstance;
  /** What calls it, as the configuration has it: its arguments and `for_each_expression`. */
  readonly call?: RawProperties;
  /** Which of several it is; undefined for the only one, and where that is not told. */
  readonly key?: InstanceKey | undefined;
}

/** A module as the configuration has it, which all its instances share. */
export class ModuleBlock {
  /** By `type.name`, with `data.` before those that are read. */
  readonly blocks: ReadonlyMap<string, RawProperties>;
  private readonly called = new Map<string, ModuleBlock>();

  constructor(private readonly raw: RawProperties) {
    const blocks = objectsOf(own(raw, "resources"));
    this.blocks = new Map(blocks.map((block) => [textUnder(block, "address") ?? "", block]));
  }

  /** The call of a module by its name. */
  call(name: string): RawProperties | undefined {
    return objectAt(objectAt(this.raw, "module_calls"), name);
  }

  get calls(): readonly string[] {
    return Object.keys(objectAt(this.raw, "module_calls") ?? {});
  }

  /** The module that a call makes instances of. */
  calledBy(name: string): ModuleBlock {
    let module = this.called.get(name);
    if (!module) {
      module = new ModuleBlock(objectAt(this.call(name), "module") ?? {});
      this.called.set(name, module);
    }
    return module;
  }

  /** The expression of an output; undefined for one that it does not have. */
  output(name: string): Raw | undefined {
    const output = objectAt(objectAt(this.raw, "outputs"), name);
    return output && own(output, "expression");
  }

  get outputs(): readonly string[] {
    return Object.keys(objectAt(this.raw, "outputs") ?? {});
  }

  variable(name: string): RawProperties | undefined {
    return objectAt(objectAt(this.raw, "variables"), name);
  }
}

/** The object under a key; undefined where there is none. */
export function objectAt(object: RawProperties | undefined, key: string): RawProperties | undefined {
  const value = object && own(object, key);
  return isObject(value) ? value : undefined;
}

/** The text under a key; undefined where there is none. */
export function textUnder(object: RawProperties | undefined, key: string): string | undefined {
  const value = object && own(object, key);
  return typeof value === "string" ? value : undefined;
}

/** Whether a block or a call may have several instances, or none. */
export const isManifold = (block: RawProperties): boolean =>
  own(block, "count_expression") !== undefined || own(block, "for_each_expression") !== undefined;

/** The key of an instance; undefined for what is none. */
export const keyFrom = (raw: Raw | undefined): InstanceKey | undefined =>
  typeof raw === "string" || typeof raw === "number" ? raw : undefined;

/** The objects of a list. */
export const objectsOf = (raw: Raw | undefined): readonly RawProperties[] =>
  Array.isArray(raw) ? (raw as readonly Raw[]).filter(isObject) : [];

/** All instances of modules that are known of, by their addresses. */
export class Modules {
  readonly root: ModuleInstance;
  private readonly known = new Map<string, ModuleInstance | undefined>();
  /** By the address of the module around them and the name of their call. */
  private readonly ofCalls = new Map<string, ModuleInstance[]>();

  constructor(configuration: RawProperties | undefined) {
    this.root = { address: "", module: new ModuleBlock(objectAt(configuration, "root_module") ?? {}) };
    this.known.set("", this.root);
  }

  /** The instance at an address, which from then on counts as one that there is; undefined for what is no address. */
  at(address: string): ModuleInstance | undefined {
    if (!this.known.has(address)) this.known.set(address, this.find(address));
    return this.known.get(address);
  }

  private find(address: string): ModuleInstance | undefined {
    const steps = stepsOf(address) ?? [];
    let found = this.root;
    for (let at = 0; at < steps.length;) {
      const name = nameOfStep(steps, at + 1);
      if (steps[at] !== "module" || name === undefined) return undefined;
      const key = keyOfStep(steps, at + 2);
      found = this.instance(found, name, key);
      at += key === undefined ? 2 : 3;
    }
    return found === this.root ? undefined : found;
  }

  private instance(outer: ModuleInstance, name: string, key: InstanceKey | undefined): ModuleInstance {
    const all = this.listed(outer, name);
    const known = all.find((one) => one.key === key);
    if (known) return known;
    const made = this.make(outer, name, key);
    all.push(made);
    return made;
  }

  private make(outer: ModuleInstance, name: string, key: InstanceKey | undefined): ModuleInstance {
    const { module } = outer;
    const of = key === undefined ? "" : `[${JSON.stringify(key)}]`;
    const address = `${outer.address === "" ? "" : `${outer.address}.`}module.${name}${of}`;
    return { address, module: module.calledBy(name), outer, call: module.call(name) ?? {}, key };
  }

  private listed(outer: ModuleInstance, name: string): ModuleInstance[] {
    const place = `${outer.address} ${name}`;
    const all = this.ofCalls.get(place) ?? [];
    this.ofCalls.set(place, all);
    return all;
  }

  /**
   * The instances that a call makes, as far as resources tell. One that has none stands for all of a module that has nothing
   * without count; of any other that would show something there is none.
   */
  ofCall(outer: ModuleInstance, name: string): readonly ModuleInstance[] {
    const all = this.listed(outer, name);
    const call = outer.module.call(name);
    if (all.length > 0 || !call) return all;
    const shows = [...outer.module.calledBy(name).blocks.values()].some(
      (block) => isLasting(block) && !isManifold(block),
    );
    return shows && isManifold(call) ? [] : [this.make(outer, name, undefined)];
  }

  /** The instance of a key that a call makes among others; undefined where all that is known have none. */
  withKey(outer: ModuleInstance, name: string, key: InstanceKey): ModuleInstance | undefined {
    const all = this.listed(outer, name);
    const one = all.find((instance) => instance.key === key);
    // Of one without resources nothing tells but that it is asked for.
    return one ?? (all.some((instance) => instance.key !== undefined) ? this.make(outer, name, key) : undefined);
  }
}

/** Whether a block is of a resource that stays, and not only read. */
export const isLasting = (block: RawProperties): boolean => (own(block, "mode") ?? "managed") === "managed";
