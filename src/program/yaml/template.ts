/** What a program declares: its configuration, variables, resources and outputs, as they are written. */
import { message, type Message } from "../../messages";
import { isProviderType } from "../../names/own-types";
import { expressionOf, fieldsOf, noteFound, type Expression } from "./expression";
import type { Place, Problems } from "./problems";
import type { WrittenEntry, WrittenValue, WrittenMap } from "./syntax";

export interface YamlTemplate {
  readonly config: readonly DeclaredConfig[];
  readonly variables: readonly Named[];
  readonly resources: readonly DeclaredResource[];
  readonly outputs: readonly Named[];
}

/** A name and what it stands for. */
export interface Named {
  readonly name: string;
  readonly at: Place;
  readonly value: Expression;
}

/** A key of the configuration that a program says something of. */
export interface DeclaredConfig {
  readonly name: string;
  readonly at: Place;
  readonly isSecret: boolean;
  /** What it is where the stack says nothing. */
  readonly fallback: WrittenValue | undefined;
}

export interface DeclaredResource {
  /** The key by which the program calls it. */
  readonly key: string;
  /** Its name for Pulumi. */
  readonly name: string;
  readonly at: Place;
  readonly type: string;
  /** Whether it is the provider of all resources of its package that name none. */
  readonly isDefaultProvider: boolean;
  /** By property, or an expression for all of them. */
  readonly properties: readonly Named[] | Expression;
  /** Where it is there already and only read: its id, and what is known of it. */
  readonly get: { readonly id: Expression; readonly state: readonly Named[] } | undefined;
  readonly options: ResourceOptions;
}

export interface ResourceOptions {
  readonly dependsOn?: Expression | undefined;
  readonly parent?: Expression | undefined;
  readonly provider?: Expression | undefined;
  readonly providers?: Expression | undefined;
  readonly deletedWith?: Expression | undefined;
  readonly protect?: Expression | undefined;
  readonly aliases: readonly string[];
  readonly ignoreChanges: readonly string[];
  readonly additionalSecretOutputs: readonly string[];
  readonly import?: string | undefined;
  readonly version?: string | undefined;
  readonly pluginDownloadURL?: string | undefined;
  readonly retainOnDelete: boolean;
}

const MAP = message("expected.map", {});
const TEXT = message("expected.text", {});
const TRUTH = message("expected.boolean", {});
const TEXTS = message("expected.texts", {});
const TYPE = message("expected.type", {});

/** Reads the declarations of a program. Notes what Pulumi would refuse. */
export function yamlTemplateOf(written: WrittenMap, problems: Problems): YamlTemplate {
  return new TemplateReader(problems).read(written);
}

/** What stands under a key for configuration at the top of a file. */
export const declaredConfig = (written: WrittenMap, key: "config", problems: Problems): readonly DeclaredConfig[] =>
  new TemplateReader(problems).configIn(fieldsOf(written).get(key));

const RESOURCE_KEYS = ["type", "name", "defaultProvider", "properties", "options", "get"];
/** Are taken, and mean nothing. */
const IDLE_KEYS = new Set(["condition", "metadata"]);
const OPTION_KEYS = [
  "additionalSecretOutputs",
  "aliases",
  "customTimeouts",
  "deleteBeforeReplace",
  "deletedWith",
  "dependsOn",
  "hideDiffs",
  "ignoreChanges",
  "import",
  "parent",
  "pluginDownloadURL",
  "protect",
  "provider",
  "providers",
  "replaceOnChanges",
  "retainOnDelete",
  "version",
];

class TemplateReader {
  constructor(private readonly problems: Problems) {}

  read(written: WrittenMap): YamlTemplate {
    const fields = fieldsOf(written);
    for (const { key, at, value } of written.entries) {
      const name = key.toLowerCase();
      // Both are for packages of components, which a program is not.
      if (name === "namespace") this.problems.add(message("input.yaml-plugin-only", {}), at);
      if (name === "components" && this.entriesOf(value).length > 0) {
        this.problems.add(message("input.yaml-plugin-only", {}), at);
      }
    }
    const config = this.configIn(fields.get("config"));
    const named = new Set(config.map(({ name }) => name));
    const older = this.configIn(fields.get("configuration")).filter(({ name }) => !named.has(name));
    return {
      config: [...config, ...older],
      variables: this.namedIn(fields.get("variables")),
      resources: this.entriesOf(fields.get("resources")).flatMap((entry) => this.resourceOf(entry) ?? []),
      outputs: this.namedIn(fields.get("outputs")),
    };
  }

  configIn(written: WrittenValue | undefined): readonly DeclaredConfig[] {
    return this.entriesOf(written).map((entry) => this.configOf(entry));
  }

  private configOf({ key, at, value }: WrittenEntry): DeclaredConfig {
    if (value.is !== "map") return { name: key, at, isSecret: false, fallback: value };
    const fields = fieldsOf(value);
    const secret = fields.get("secret");
    return {
      name: this.textIn(fields, "name") ?? key,
      at,
      isSecret: secret?.is === "scalar" && secret.value === true,
      fallback: fields.get("value") ?? fields.get("default"),
    };
  }

  private resourceOf({ key, at, value }: WrittenEntry): DeclaredResource | undefined {
    if (value.is !== "map") {
      noteFound(value, MAP, this.problems);
      return undefined;
    }
    this.refuseUnknown(value, RESOURCE_KEYS);
    const fields = fieldsOf(value);
    const type = this.typeIn(fields, at);
    const get = this.getOf(fields.get("get"));
    const properties = this.propertiesOf(fields.get("properties"));
    if (get && !(Array.isArray(properties) && properties.length === 0)) {
      this.problems.add(message("input.yaml-properties-and-get", {}), at);
    }
    const isDefault = this.truthIn(fields, "defaultprovider");
    if (isDefault !== undefined && type !== undefined && !isProviderType(type)) {
      this.problems.add(message("input.yaml-default-provider", {}), fields.get("defaultprovider")?.at ?? at);
    }
    const options = this.optionsOf(fields.get("options"));
    if (type === undefined) return undefined;
    const name = this.textIn(fields, "name");
    return {
      key,
      name: name === undefined || name === "" ? key : name,
      at,
      type,
      isDefaultProvider: isDefault === true,
      properties,
      get,
      options,
    };
  }

  private typeIn(fields: ReadonlyMap<string, WrittenValue>, at: Place): string | undefined {
    if (!fields.has("type")) {
      this.problems.add(message("input.no-value", { expected: TYPE }), { ...at, segment: "type", around: at });
      return undefined;
    }
    const type = this.textIn(fields, "type");
    if (type === undefined || /^[^:]+(?::[^:]+){1,2}$/.test(type)) return type;
    this.problems.add(message("input.found", { expected: TYPE, found: type }), fields.get("type")?.at ?? at);
    return undefined;
  }

  private propertiesOf(written: WrittenValue | undefined): readonly Named[] | Expression {
    if (written === undefined) return [];
    if (written.is === "map") return this.namedIn(written);
    const given = expressionOf(written, this.problems);
    if (given.is !== "reference") noteFound(written, MAP, this.problems);
    return given;
  }

  private getOf(written: WrittenValue | undefined): DeclaredResource["get"] {
    if (written === undefined) return undefined;
    this.entriesOf(written);
    const { id, state } = Object.fromEntries(fieldsOf(written));
    const known = this.namedIn(state);
    // What is known of a resource without its id is not read.
    return id && { id: expressionOf(id, this.problems), state: known };
  }

  private optionsOf(written: WrittenValue | undefined): ResourceOptions {
    if (written?.is === "map") this.refuseUnknown(written, OPTION_KEYS);
    this.entriesOf(written);
    const fields = fieldsOf(written);
    const expression = (name: string): Expression | undefined => {
      const option = fields.get(name.toLowerCase());
      return option && expressionOf(option, this.problems);
    };
    for (const name of ["replaceonchanges", "hidediffs"]) this.textsIn(fields, name);
    this.truthIn(fields, "deletebeforereplace");
    for (const { value } of this.entriesOf(fields.get("customtimeouts"))) {
      if (value.is !== "scalar" || typeof value.value !== "string") noteFound(value, TEXT, this.problems);
    }
    return {
      dependsOn: expression("dependsOn"),
      parent: expression("parent"),
      provider: expression("provider"),
      providers: expression("providers"),
      deletedWith: expression("deletedWith"),
      protect: expression("protect"),
      aliases: this.textsIn(fields, "aliases"),
      ignoreChanges: this.textsIn(fields, "ignorechanges"),
      additionalSecretOutputs: this.textsIn(fields, "additionalsecretoutputs"),
      import: this.textIn(fields, "import"),
      version: this.textIn(fields, "version"),
      pluginDownloadURL: this.textIn(fields, "plugindownloadurl"),
      retainOnDelete: this.truthIn(fields, "retainondelete") === true,
    };
  }

  private refuseUnknown({ entries }: WrittenMap, known: readonly string[]): void {
    const names = new Set(known.map((name) => name.toLowerCase()));
    for (const { key, at } of entries) {
      const name = key.toLowerCase();
      if (names.has(name) || (known === RESOURCE_KEYS && IDLE_KEYS.has(name))) continue;
      const choices = known.join(", ");
      this.problems.add(message("input.register-unknown-key", { what: "key", choices }), at);
    }
  }

  private entriesOf(written: WrittenValue | undefined): readonly WrittenEntry[] {
    if (written === undefined) return [];
    if (written.is === "map") return written.entries;
    noteFound(written, MAP, this.problems);
    return [];
  }

  private namedIn(written: WrittenValue | undefined): readonly Named[] {
    return this.entriesOf(written).map(({ key, at, value }) => ({
      name: key,
      at,
      value: expressionOf(value, this.problems),
    }));
  }

  private textIn(fields: ReadonlyMap<string, WrittenValue>, name: string): string | undefined {
    return this.literalIn(fields, name, TEXT, (value) => (typeof value === "string" ? value : undefined));
  }

  private truthIn(fields: ReadonlyMap<string, WrittenValue>, name: string): boolean | undefined {
    return this.literalIn(fields, name, TRUTH, (value) => (typeof value === "boolean" ? value : undefined));
  }

  private textsIn(fields: ReadonlyMap<string, WrittenValue>, name: string): readonly string[] {
    const written = fields.get(name);
    if (written === undefined) return [];
    if (written.is !== "list") {
      noteFound(written, TEXTS, this.problems);
      return [];
    }
    return written.items.flatMap(
      (item) => this.literal(item, TEXT, (value) => (typeof value === "string" ? value : undefined)) ?? [],
    );
  }

  private literalIn<T>(
    fields: ReadonlyMap<string, WrittenValue>,
    name: string,
    expected: Message,
    take: (value: unknown) => T | undefined,
  ): T | undefined {
    const written = fields.get(name);
    return written && this.literal(written, expected, take);
  }

  /** A value that has to be written out: a reference is none. */
  private literal<T>(written: WrittenValue, expected: Message, take: (value: unknown) => T | undefined): T | undefined {
    const expression = expressionOf(written, this.problems);
    const found = expression.is === "scalar" ? take(expression.value) : undefined;
    if (found === undefined) noteFound(written, expected, this.problems);
    return found;
  }
}
