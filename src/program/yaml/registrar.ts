/** Makes the resources that a program declares: as the engine would take them, and as the program sees them. */
import { message } from "../../messages";
import { referenceOf } from "../../names/urn";
import type { Urn } from "../../plan/fact";
import { UNKNOWN_STRING, type RawProperties } from "../../plan/raw";
import { defaultProvider } from "../default-providers";
import type { Registered } from "../document";
import { Aliases, urnIn, type StackName } from "../urns";
import { MOST_PARTS, tooLarge, type Evaluator } from "./evaluate";
import type { ResourceLinks, LinkReader } from "./links";
import type { Place, Problems } from "./problems";
import type { DeclaredResource, Named } from "./template";
import { fullToken, providedPackage } from "./types";
import {
  allFrom,
  answeredValue,
  isNothing,
  NOWHERE,
  rawOf,
  rawProperties,
  scalar,
  union,
  unknownFrom,
  type From,
  type Made,
  type Worked,
} from "./value";
import { isProviderType, STACK_REFERENCE_TYPE, STACK_TYPE } from "../../names/own-types";

/** A component whose resources only its plugin knows. */
export interface UnseenComponent {
  readonly urn: Urn;
  readonly type: string;
  readonly sourcePosition: string;
}

export interface RegistrarOptions extends StackName {
  /** The path of the program from the project's folder. */
  readonly file: string;
  readonly problems: Problems;
  readonly evaluator: Evaluator;
  readonly links: LinkReader;
  /** The outputs of another stack; undefined where nobody says. */
  readonly stackOutputs: (stack: string) => RawProperties | undefined;
  readonly isComponent: (type: string) => boolean;
  /** The versions of packages that the program asks for. */
  readonly versions: ReadonlyMap<string, string>;
}

/** What a resource is besides what its options say. */
interface Nature {
  readonly type: string;
  readonly inputs: Made["inputs"];
  /** Where inputs that are unknown come from. */
  readonly from?: From;
  /** The id of what is there already, read or adopted. */
  readonly id?: Worked;
  readonly by?: "read" | "import";
  /** What is known of what is read. */
  readonly answers?: ReadonlyMap<string, Worked>;
  readonly outputs?: RawProperties | undefined;
}

const NO_OPTIONS: DeclaredResource["options"] = {
  aliases: [],
  ignoreChanges: [],
  additionalSecretOutputs: [],
  retainOnDelete: false,
};

export class Registrar {
  readonly registered: Registered[] = [];
  readonly unseen: UnseenComponent[] = [];
  private readonly urns = new Set<Urn>();
  private readonly aliases: Aliases;
  private readonly byTheWay = new Map<string, Made>();
  private parts = 0;

  constructor(private readonly options: RegistrarOptions) {
    this.aliases = new Aliases(options);
  }

  /** The stack itself, which all resources are in; its outputs are what the program gives to others. */
  stackResource(outputs: RawProperties): Registered {
    return {
      urn: this.root,
      type: STACK_TYPE,
      custom: false,
      inputs: {},
      outputs: Object.keys(outputs).length > 0 ? outputs : undefined,
      dependencies: [],
      propertyDependencies: {},
      aliases: [],
      ignoreChanges: [],
      retainOnDelete: false,
      stackTrace: [],
    };
  }

  /** Makes a resource; what it refers to has been made before. */
  make(declared: DeclaredResource): Made {
    const type = fullToken(declared.type);
    if (type === STACK_REFERENCE_TYPE) return this.register(declared, this.referenceOf(declared));
    const { get, options } = declared;
    if (get) {
      const id = this.idOf(declared, this.options.evaluator.evaluate(get.id));
      const answers = new Map<string, Worked>();
      return this.register(declared, { type, inputs: this.propertiesOf(get.state), id, by: "read", answers });
    }
    const said = this.inputsOf(declared);
    const adopted = options.import === undefined ? {} : ({ id: scalar(options.import), by: "import" } as const);
    return this.register(declared, { type, ...said, ...adopted });
  }

  /** A reference to another stack that the program makes by the way. */
  stackReference(stack: string, at: Place): Made {
    const known = this.byTheWay.get(stack);
    if (known) return known;
    const declared: DeclaredResource = {
      key: stack,
      name: stack,
      at,
      type: STACK_REFERENCE_TYPE,
      isDefaultProvider: false,
      properties: [],
      get: undefined,
      options: NO_OPTIONS,
    };
    const made = this.register(declared, this.referenceTo(stack));
    this.byTheWay.set(stack, made);
    return made;
  }

  private get root(): Urn {
    const { project, stack } = this.options;
    return urnIn(this.options, { type: STACK_TYPE, name: `${project}-${stack}`, parent: undefined });
  }

  /** A stack reference is read by its name, which is that of the resource where none is said. */
  private referenceOf(declared: DeclaredResource): Nature {
    const before = this.options.problems.count;
    const { inputs } = this.inputsOf(declared);
    const named = inputs === "unknown" ? undefined : (inputs.get("name") ?? scalar(declared.key));
    if (named?.is === "scalar" && typeof named.value === "string") return this.referenceTo(named.value);
    if (this.options.problems.count === before) this.refuse("expected.text", declared.at);
    return this.referenceTo(declared.key);
  }

  private referenceTo(stack: string): Nature {
    const name = scalar(stack);
    const outputs = this.options.stackOutputs(stack);
    return {
      type: STACK_REFERENCE_TYPE,
      inputs: new Map([["name", name]]),
      id: name,
      by: "read",
      answers: new Map<string, Worked>([
        ["name", name],
        ...(outputs ? [["outputs", answeredValue(outputs, NOWHERE)] as const] : []),
      ]),
      outputs: outputs && { name: stack, outputs },
    };
  }

  private idOf({ get, at }: DeclaredResource, id: Worked): Worked {
    switch (id.is) {
      case "unknown":
      case "secret":
        return id;
      case "scalar":
        if (typeof id.value === "string") return id;
        break;
      default:
        break;
    }
    this.refuse("expected.text", get?.id.at ?? at);
    return unknownFrom(NOWHERE);
  }

  private inputsOf({ properties, at }: DeclaredResource): { readonly inputs: Made["inputs"]; readonly from?: From } {
    if (!isExpression(properties)) return { inputs: this.propertiesOf(properties) };
    const before = this.options.problems.count;
    const value = this.options.evaluator.evaluate(properties);
    if (value.is === "map") return { inputs: value.entries };
    if (value.is !== "unknown" && value.is !== "secret" && this.options.problems.count === before) {
      this.refuse("expected.map", at);
    }
    return { inputs: "unknown", from: allFrom(value) };
  }

  private propertiesOf(named: readonly Named[]): ReadonlyMap<string, Worked> {
    return new Map(named.map(({ name, value }) => [name, this.options.evaluator.evaluate(value)]));
  }

  private refuse(expected: "expected.text" | "expected.map", at: Place): void {
    this.options.problems.add(message("input.yaml-argument", { expected: message(expected, {}) }), at);
  }

  private register(declared: DeclaredResource, nature: Nature): Made {
    const { at, options } = declared;
    const { type, inputs, by, id } = nature;
    const links = this.options.links.linksOf(declared, type);
    const { name } = declared;
    const identity = { type, name, parent: links.parent?.urn };
    const urn = urnIn(this.options, identity);
    if (this.urns.has(urn)) this.options.problems.add(message("input.yaml-same-urn", { urn }), at);
    this.urns.add(urn);
    const isComponent = this.options.isComponent(type);
    const sourcePosition = this.positionOf(at);
    if (isComponent) this.unseen.push({ urn, type, sourcePosition });
    const sources = inputs === "unknown" ? [] : this.sourcesOf(inputs);
    this.parts += links.dependsOn.length;
    if (this.parts > MOST_PARTS) tooLarge(at);
    this.registered.push({
      urn,
      type,
      custom: !isComponent,
      inputs: inputs === "unknown" ? UNKNOWN_STRING : rawProperties(inputs),
      outputs: nature.outputs,
      provider: isComponent ? undefined : this.providerOf(type, links, declared),
      parent: links.parent?.urn ?? this.root,
      dependencies: inSequence(
        union([new Set(links.dependsOn), nature.from ?? NOWHERE, ...sources.map(([, from]) => from)]),
      ),
      propertyDependencies: Object.fromEntries(sources.map(([key, from]) => [key, inSequence(from)])),
      aliases: this.aliases.of(
        urn,
        identity,
        options.aliases.map((former) => ({ urn: former })),
      ),
      ignoreChanges: options.ignoreChanges,
      retainOnDelete: options.retainOnDelete,
      existing: by && id && { id: rawOf(id), by },
      sourcePosition,
      stackTrace: [sourcePosition],
    });
    return {
      urn,
      type,
      id: id ?? unknownFrom(NOWHERE),
      inputs,
      answers: nature.answers,
      secrets: new Set(options.additionalSecretOutputs),
      providers: links.providers,
    };
  }

  /** Where each property comes from. */
  private sourcesOf(inputs: ReadonlyMap<string, Worked>): readonly (readonly [string, From])[] {
    const said = [...inputs].filter(([, value]) => !isNothing(value));
    for (const [, value] of said) this.parts += value.size + allFrom(value).size;
    return said.map(([key, value]) => [key, allFrom(value)]);
  }

  /** The reference of a resource's provider: the engine makes one of its own, by version, where the program has none. */
  private providerOf(type: string, { provider }: ResourceLinks, { options }: DeclaredResource): string | undefined {
    if (isProviderType(type)) return undefined;
    if (provider) return referenceOf(provider.urn, UNKNOWN_STRING);
    const name = providedPackage(type);
    const { version = this.options.versions.get(name) ?? "", pluginDownloadURL: from = "" } = options;
    return defaultProvider(this.options, { name, version, from });
  }

  private positionOf({ line, column }: Place): string {
    const path = this.options.file.split("/").map(encodeURIComponent).join("/");
    return `project:///${path}#${line},${column}`;
  }
}

const isExpression = (
  properties: DeclaredResource["properties"],
): properties is Exclude<typeof properties, readonly Named[]> => !Array.isArray(properties);

const inSequence = (from: From): readonly Urn[] => [...from].sort();
