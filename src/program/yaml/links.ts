/** What the options of a resource name: its parent, its providers, and what it waits for. */
import { message } from "../../messages";
import type { Urn } from "../../plan/fact";
import type { Evaluator } from "./evaluate";
import type { Expression } from "./expression";
import type { Place, Problems } from "./problems";
import type { DeclaredResource } from "./template";
import { packageOf } from "./types";
import type { Made, Value } from "./value";

export interface Links {
  readonly parent: Made | undefined;
  /** Its own provider, where the program names one for it or for what it is in. */
  readonly provider: Made | undefined;
  /** The providers of its children, by package. */
  readonly providers: ReadonlyMap<string, Made>;
  readonly dependsOn: readonly Urn[];
}

/** Works out the options of resources. */
export class LinkReader {
  constructor(
    private readonly evaluator: Evaluator,
    private readonly problems: Problems,
    /** The provider of all resources of a package that name none. */
    private readonly defaultProvider: (packageName: string) => Made | undefined,
  ) {}

  linksOf({ options, isDefaultProvider }: DeclaredResource, type: string): Links {
    const parent = options.parent && this.resource(options.parent);
    const own = packageOf(type);
    const isProvider = type.startsWith("pulumi:providers:");
    const named = options.provider
      ? this.provider(options.provider)
      : this.defaultOf(own, isProvider || isDefaultProvider);
    const providers = new Map(parent?.providers);
    for (const one of options.providers ? this.resources(options.providers) : [])
      this.addProvider(one, providers, options.providers);
    if (named) providers.set(packageOf(named.type), named);
    const dependsOn = options.dependsOn ? this.resources(options.dependsOn) : [];
    if (options.deletedWith) this.resource(options.deletedWith);
    if (options.protect) this.checkTruth(options.protect);
    return {
      parent,
      // A provider of another package is for its children.
      provider: isProvider ? undefined : providers.get(own),
      providers,
      dependsOn: dependsOn.map(({ urn }) => urn),
    };
  }

  private defaultOf(packageName: string, isProvider: boolean): Made | undefined {
    return isProvider ? undefined : this.defaultProvider(packageName);
  }

  private addProvider(one: Made, providers: Map<string, Made>, at: Expression | undefined): void {
    if (isProvider(one)) providers.set(packageOf(one.type), one);
    else if (at) this.problems.add(message("input.yaml-no-provider", { type: one.type }), at.at);
  }

  private provider(expression: Expression): Made | undefined {
    const made = this.resource(expression);
    if (!made || isProvider(made)) return made;
    this.problems.add(message("input.yaml-no-provider", { type: made.type }), expression.at);
    return undefined;
  }

  private resources(expression: Expression): readonly Made[] {
    const value = this.worked(expression);
    if (value?.is === "list") return value.items.flatMap((item) => this.taken(item, expression.at) ?? []);
    if (value)
      this.problems.add(message("input.yaml-argument", { expected: message("expected.resources", {}) }), expression.at);
    return [];
  }

  private resource(expression: Expression): Made | undefined {
    const value = this.worked(expression);
    return value && this.taken(value, expression.at);
  }

  private taken(value: Value, at: Place): Made | undefined {
    if (value.is === "resource") return value.made;
    // What is to be known once a resource exists is not that resource.
    if (value.is !== "unknown" || value.from.size > 0) {
      this.problems.add(message("input.yaml-argument", { expected: message("expected.reference", {}) }), at);
    }
    return undefined;
  }

  private checkTruth(expression: Expression): void {
    const value = this.worked(expression);
    if (value && !(value.is === "scalar" && typeof value.value === "boolean")) {
      this.problems.add(message("input.yaml-argument", { expected: message("expected.boolean", {}) }), expression.at);
    }
  }

  /** What an expression comes to; undefined where something in it is wrong, which is said already. */
  private worked(expression: Expression): Value | undefined {
    const before = this.problems.count;
    const value = this.evaluator.evaluate(expression);
    return this.problems.count === before ? value : undefined;
  }
}

const isProvider = ({ type }: Made): boolean => type.startsWith("pulumi:providers:");
