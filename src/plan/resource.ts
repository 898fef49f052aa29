import type { Message } from "../messages";
import type { Dialect } from "../names/urn";
import { inModel } from "./bridged";
import { absent, doubt, known, unknown, type Doubt, type Fact, type Unknown, type Urn } from "./fact";
import { isKept } from "./kept";
import { isObject, kindOf, own, unwrap, type Raw, type RawProperties } from "./raw";

/**
 * What the plan does with a resource; `unsaid` where the source does not tell (a policy pack, a state). `forget`: it leaves
 * the state and lives on in the cloud.
 */
export type Change = "create" | "update" | "replace" | "delete" | "forget" | "read" | "same" | "unsaid";

/** Whether a resource is there before the plan is carried out. */
export type Existence = "yes" | "no" | "unknown";

/** Where a resource is written in the program. Lines and columns count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a reader tells about a resource. */
export interface ResourceData {
  readonly urn: Urn;
  readonly type: string;
  readonly name: string;
  readonly id?: Raw | undefined;
  readonly inputs: RawProperties;
  readonly outputs?: RawProperties | undefined;
  /** The provider's URN, without its id. */
  readonly provider?: Urn | undefined;
  readonly parent?: Urn | undefined;
  readonly dependencies?: readonly Urn[] | undefined;
  readonly propertyDependencies?: Readonly<Record<string, readonly Urn[]>> | undefined;
  /** The URNs it had before. */
  readonly aliases?: readonly Urn[] | undefined;
  /** The properties whose changes Pulumi is told to ignore, as paths. */
  readonly ignoreChanges?: readonly string[] | undefined;
  readonly change?: Change | undefined;
  readonly previous?: ResourceData | undefined;
  /** Where it is written; asked for only when a finding names it. */
  readonly position?: (() => Position | undefined) | undefined;
  /** The program's lines that were being carried out when it was made, the innermost first; asked for with the position. */
  readonly frames?: (() => readonly Position[]) | undefined;
  /**
   * The source cannot show every property, and absent means unknown: the provider is not configured, or answers later, or the
   * program itself knows its properties only later, or says them in a way that the source does not show.
   */
  readonly hidden?: "hidden" | "unread" | "computed" | "unshown" | undefined;
  /** The properties of which the source does not show all that they are computed from. */
  readonly open?: readonly string[] | undefined;
  /** Of the resources from which properties are computed, those that were taken of several because they have the same key. */
  readonly byKey?: Readonly<Record<string, readonly Urn[]>> | undefined;
  /** The only properties that its source has kept, whatever there was: of others nothing is known. All when left out. */
  readonly kept?: ReadonlySet<string> | undefined;
}

/** What an extract says of the resources that it does not hold. */
export interface LeftOut {
  /** The version that wrote it. */
  readonly version: string;
  /** The resources of the end state: their names by the types in their URNs, parents' types included. */
  readonly living: LeftNames;
  /** Those that are deleted or leave the state. */
  readonly gone: LeftNames;
  /** Whether any of them is deleted, or was another before. */
  readonly changed: boolean;
  /** How many are of types that the version that wrote it did not read, and this one does. */
  readonly untold: number;
}

/** Names of resources, by the types in their URNs. */
export type LeftNames = Readonly<Record<string, readonly string[]>>;

/** The part of a plan that a resource comes from: one file, or one stack of a policy pack. */
export interface PlanPart {
  readonly id: string;
  /** What it was read from, as the user named it. */
  readonly source: string;
  readonly project: string;
  readonly stack: string;
  /** In whose words its user writes: Pulumi's when left out. Types and properties have Pulumi's names in the model all the same. */
  readonly dialect?: Dialect;
  /** Where its program begins: for what nothing tells a place of. Asked for only then. */
  readonly start?: () => Position | undefined;
  /** How many unchanged resources the source does not show. */
  readonly missing: number;
  /** The components that are made elsewhere, so that the source does not show what they are made of; none by default. */
  readonly unexpanded?: readonly Urn[];
  /** One resource on its own, before the rest of the plan is known. */
  readonly isolated: boolean;
  /** Whether what the source shows is there already: it tells what is, not what will be. */
  readonly applied: boolean;
  /** Whether the source tells the ids of what is there; without them a resource is recognised by what was computed from it. */
  readonly tellsIds: boolean;
  /** Whether the source does not tell which provider a resource has, where there may be several; it tells by default. */
  readonly untoldProviders?: true;
  /** Whether a provider is one that the stack's configuration configures, and not the program. */
  readonly isDefaultProvider: (provider: Urn) => boolean;
  /** `alicloud:region` of the stack's configuration. */
  readonly region?: string;
  /** What an extract has left out, when it was read from one. */
  readonly leftOut?: LeftOut;
  /** What there is to be said of how it was read, which `notes.ts` lists. */
  readonly notes?: readonly Message[];
}

/** The stack of a part as the register names it: `project/stack`. */
export const stackOf = ({ project, stack }: PlanPart): string => `${project}/${stack}`;

/** Why what is not there is unknown and not absent; undefined when it is absent. */
type Unseen = Exclude<ResourceData["hidden"], undefined> | "kept" | "extract" | undefined;

/** A place among a resource's properties. Reading it gives facts. */
export class Value {
  constructor(
    readonly owner: Resource,
    readonly path: string,
    private readonly raw: Raw | undefined,
    /** Why nothing is not absent but unknown, if it is. */
    private readonly unseen: Unseen,
  ) {}

  /** The value under `key` of an object. */
  at(key: string): Value {
    const path = this.path === "" ? key : `${this.path}.${key}`;
    const kind = kindOf(this.raw);
    if (kind === "unknown" || kind === "secret") return new Value(this.owner, path, this.raw, this.unseen);
    // The bridge wraps single objects in a list of one in some versions; both mean the same.
    const raw = this.raw === undefined ? undefined : unwrap(this.raw);
    const object = Array.isArray(raw) && raw.length === 1 ? (raw[0] as Raw) : raw;
    const of = object === raw ? kind : kindOf(object);
    if (of === "unknown" || of === "secret") return new Value(this.owner, path, object, this.unseen);
    return new Value(this.owner, path, isObject(object) ? own(object, key) : undefined, this.unseen);
  }

  /** The elements of a list; a single value counts as a list of one. */
  items(): Fact<readonly Value[]> {
    return this.read("list", (raw) => {
      const list: readonly Raw[] = Array.isArray(raw) ? raw : [raw];
      return list.map((item, index) => new Value(this.owner, `${this.path}[${index}]`, item, this.unseen));
    });
  }

  /** The elements of a list. An unknown list stands for its elements: reading any of them is unknown as well. */
  elements(): readonly Value[] {
    const items = this.items();
    return items.state === "known" ? items.value : items.state === "unknown" ? [this] : [];
  }

  /** The keys of an object. */
  keys(): Fact<readonly string[]> {
    return this.read("an object", (raw) => (isObject(raw) ? Object.keys(raw) : undefined));
  }

  /** Text; a number is read as its digits. The empty string counts as absent, as providers treat it. */
  string(): Fact<string> {
    const fact = this.read("text", textOf);
    return fact.state === "known" && fact.value === "" ? absent : fact;
  }

  /** A number; digits in a text are read as one. */
  number(): Fact<number> {
    return this.read("a number", numberOf);
  }

  /** A truth value; the texts `true` and `false` are read as one. */
  boolean(): Fact<boolean> {
    return this.read("true or false", truthOf);
  }

  /** Whether anything was said at all: unknown when it is unknown what. */
  presence(): Fact<true> {
    return this.read("any value", () => true as const);
  }

  private read<T>(expected: string, parse: (raw: Raw) => T | undefined): Fact<T> {
    switch (kindOf(this.raw)) {
      case "missing":
        return this.unseen ? this.unknown(this.unseen) : absent;
      case "secret":
        return this.unknown("secret");
      case "unknown":
        return this.unknown(this.owner.isOpen(topLevel(this.path)) ? "untraced" : "computed");
      case "value": {
        const value = parse(unwrap(this.raw as Raw));
        return value === undefined ? this.unknown("malformed", { expected }) : known(value);
      }
    }
  }

  private unknown(
    why: Exclude<Unseen, undefined> | "untraced" | "secret" | "malformed",
    params: Doubt["params"] = {},
  ): Unknown {
    const top = topLevel(this.path);
    return unknown(
      doubt(
        why,
        { property: this.path, ...params },
        {
          property: this.path,
          urn: this.owner.urn,
          waitsFor: why === "computed" || why === "untraced" ? this.owner.dependenciesOf(top) : [],
        },
      ),
    );
  }
}

const textOf = (raw: Raw): string | undefined =>
  typeof raw === "string" ? raw.trim() : typeof raw === "number" ? String(raw) : undefined;

function numberOf(raw: Raw): number | undefined {
  const value = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

const truthOf = (raw: Raw): boolean | undefined =>
  typeof raw === "boolean" ? raw : raw === "true" ? true : raw === "false" ? false : undefined;

/** The top-level property of a path such as `sources[0].content`. */
export function topLevel(path: string): string {
  const end = path.search(/[.[]/);
  return end < 0 ? path : path.slice(0, end);
}

/** Whether the provider has answered with a value; a secret is one. */
const isAnswer = (raw: Raw | undefined): boolean => kindOf(raw) === "value" || kindOf(raw) === "secret";

/** A planned resource: its identity, and facts read from its properties. */
export class Resource {
  readonly urn: Urn;
  readonly type: string;
  readonly name: string;
  readonly provider: Urn | undefined;
  readonly parent: Urn | undefined;
  readonly change: Change;
  /** The resource as it is before the plan, where the source tells. */
  readonly previous: Resource | undefined;
  /** What its reader told, in the names of the model: for what writes that down again. Judgements ask for facts. */
  readonly data: ResourceData;

  constructor(
    told: ResourceData,
    readonly part: PlanPart,
  ) {
    const data = inModel(told);
    this.data = data;
    this.urn = data.urn;
    this.type = data.type;
    this.name = data.name;
    this.provider = data.provider;
    this.parent = data.parent;
    this.change = data.change ?? "unsaid";
    this.previous = data.previous && new Resource(data.previous, part);
  }

  /** The same resource as one of another part. */
  as(part: PlanPart): Resource {
    return new Resource(this.data, part);
  }

  /** The resource as it was before this plan; undefined when there was none, or the source does not tell. */
  get before(): Resource | undefined {
    switch (this.change) {
      case "same":
      case "read":
        return this;
      case "update":
      case "replace":
        return this.previous;
      case "delete":
      case "forget":
        return new Resource({ ...this.data, change: "same" }, this.part);
      case "create":
      case "unsaid":
        return undefined;
    }
  }

  get position(): Position | undefined {
    return this.data.position?.();
  }

  /** The program's lines that were being carried out when it was made, the innermost first; empty where nothing tells. */
  get frames(): readonly Position[] {
    return this.data.frames?.() ?? [];
  }

  /** The provider's id of the resource; unknown until it exists. */
  get id(): Fact<string> {
    return this.data.id === undefined || kindOf(this.data.id) !== "value"
      ? unknown(doubt("computed", { property: "id" }, { property: "id", urn: this.urn, waitsFor: [this.urn] }))
      : known(this.data.id as string);
  }

  /** Whether it is there already: the id tells, which a provider answers with, else what the plan does with it. */
  get exists(): Existence {
    const id = kindOf(this.data.id);
    if (id === "value" || id === "secret") return "yes";
    switch (this.change) {
      case "create":
      case "replace":
        return "no";
      case "unsaid":
        // What is not there yet has an id that the update will give, or none that is told.
        if (this.part.applied) return "yes";
        return id === "unknown" ? "no" : "unknown";
      default:
        return "yes";
    }
  }

  /**
   * The value of a property as it will be: what the program says, else what the provider answered. What an update no
   * longer says is the provider's default, or stays what it was where the provider keeps it.
   * A computed output that is still unknown says nothing about an input that was left out.
   */
  at(property: string): Value {
    const input = own(this.data.inputs, property);
    const kind = kindOf(input);
    // What is said and not empty is what it will be.
    if (kind === "value" && input !== "") return new Value(this, property, input, this.unseen);
    if ((kind === "missing" || input === "") && this.wasRemoved(property)) return this.afterRemoval(property);
    const output = this.data.outputs && own(this.data.outputs, property);
    // What an update leaves unknown will change: the outputs are those from before.
    const settled = kind === "unknown" && this.change !== "update";
    const raw = (kind === "missing" || settled) && isAnswer(output) ? output : input;
    return new Value(this, property, raw, this.keeps(property) ? this.unseen : "extract");
  }

  /** Whether its source has kept a property, had there been one. */
  private keeps(property: string): boolean {
    const { kept } = this.data;
    return kept === undefined || kept.has(property);
  }

  /** A property that an update no longer says: absent, or what the provider keeps. */
  private afterRemoval(property: string): Value {
    if (!isKept(this.type, property)) return new Value(this, property, undefined, this.unseen);
    const { outputs, previous } = this.data;
    const told = [outputs, previous?.outputs, previous?.inputs]
      .map((properties) => properties && own(properties, property))
      .find((raw) => isAnswer(raw) && raw !== "");
    return new Value(this, property, told, told === undefined ? "kept" : this.unseen);
  }

  private get unseen(): Unseen {
    return this.data.hidden;
  }

  /** Whether the source shows its properties. */
  get isShown(): boolean {
    return this.data.hidden === undefined;
  }

  /** A value only the provider can give, such as an address; unknown until the resource exists. */
  output(property: string): Fact<string> {
    if (!this.keeps(property)) return new Value(this, property, undefined, "extract").string();
    const answered = this.data.outputs && own(this.data.outputs, property);
    const input = own(this.data.inputs, property);
    const raw = kindOf(answered) === "missing" ? input : answered;
    // What was empty before an update may be filled by it.
    const stale = this.change === "update" && raw === "";
    // What no input says is not computed from anything but the resource itself.
    const pending = kindOf(raw) === "unknown" && kindOf(input) === "missing";
    if (kindOf(raw) !== "missing" && !stale && !pending) return new Value(this, property, raw, undefined).string();
    const settled = ["same", "read", "delete", "forget"].includes(this.change) || this.part.applied;
    if (settled && this.data.outputs) return absent;
    return unknown(doubt("computed", { property }, { property, urn: this.urn, waitsFor: [this.urn] }));
  }

  /** Whether anything is said of a property, unknown values included: cheaper than reading it. */
  says(property: string): boolean {
    const { inputs, outputs } = this.data;
    if (own(inputs, property) !== undefined) return true;
    return (outputs !== undefined && own(outputs, property) !== undefined) || !this.keeps(property);
  }

  string(property: string): Fact<string> {
    return this.at(property).string();
  }
  number(property: string): Fact<number> {
    return this.at(property).number();
  }
  boolean(property: string): Fact<boolean> {
    return this.at(property).boolean();
  }
  items(property: string): Fact<readonly Value[]> {
    return this.at(property).items();
  }

  /** The resources from which a top-level property was computed. */
  dependenciesOf(property: string): readonly Urn[] {
    const all = this.data.propertyDependencies;
    const named = all && (own(all, property) as readonly Urn[] | undefined);
    return named ?? (this.unseen === "computed" ? (this.data.dependencies ?? []) : []);
  }

  /** Whether the source does not show all that a top-level property is computed from. */
  isOpen(property: string): boolean {
    return this.data.open?.includes(property) === true;
  }

  /** Whether a resource was taken of several as what one of its properties is computed from, because both have the same key. */
  isByKey(urn: Urn): boolean {
    const { byKey } = this.data;
    return byKey !== undefined && Object.values(byKey).some((urns) => urns.includes(urn));
  }

  /** The URNs it had before. */
  get aliases(): readonly Urn[] {
    return this.data.aliases ?? [];
  }

  /** The properties whose changes Pulumi is told to ignore, as paths. */
  get ignoreChanges(): readonly string[] {
    return this.data.ignoreChanges ?? [];
  }

  /** All resources this one depends on. */
  get dependencies(): readonly Urn[] {
    return this.data.dependencies ?? [];
  }

  private wasRemoved(property: string): boolean {
    const before = this.data.change === "update" ? this.data.previous : undefined;
    return before !== undefined && kindOf(own(before.inputs, property)) !== "missing";
  }
}
