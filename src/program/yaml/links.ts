/** What the options of a resource name: its parent, its providers, and what it waits for. */
import { message } from "../../messages";
import type { Urn } from "../../plan/fact";
import { isProviderType } from "../../names/own-types";
import type { Evaluator } from "./evaluate";
import type { Expression } from "./expression";
import type { Place, Problems } from "./problems";
import type { DeclaredResource } from "./template";
import { providedPackage } from "./types";
import type { Made, Worked } from "./value";

export interface ResourceLinks {
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

  linksOf({ options }: DeclaredResource, type: string): ResourceLinks {
    const own = providedPackage(type);
    const parent = options.parent && this.resource(options.parent);
    const providers = new Map(parent?.providers);
    for (const one of options.providers ? this.resources(options.providers) : []) {
      this.takeProvider(one, providers, options.providers);
    }
    if (options.provider) this.takeProvider(this.resource(options.provider), providers, options.provider);
    else if (!isProviderType(type)) this.takeProvider(this.defaultProvider(own), providers);
    const dependsOn = options.dependsOn ? this.resources(options.dependsOn) : [];
    if (options.deletedWith) this.resource(options.deletedWith);
    if (options.protect) this.checkTruth(options.protect);
    return {
      parent,
      // One of another package is for what is in the resource.
      provider: isProviderType(type) ? undefined : providers.get(own),
      providers,
      dependsOn: dependsOn.map(({ urn }) => urn),
    };
  }

  private takeProvider(made: Made | undefined, providers: Map<string, Made>, named?: Expression): void {
    if (made === undefined) return;
    if (isProviderType(made.type)) providers.set(providedPackage(made.type), made);
    else if (named) this.problems.add(message("input.yaml-no-provider", { type: made.type }), named.at);
  }

  private resources(expression: Expression): readonly Made[] {
    const value = this.worked(expression);
    if (value?.is === "list") return value.items.flatMap((item) => this.taken(item, expression.at) ?? []);
    if (value) this.refuse("expected.resources", expression.at);
    return [];
  }

  private resource(expression: Expression): Made | undefined {
    const value = this.worked(expression);
    return value && this.taken(value, expression.at);
  }

  private taken(value: Worked, at: Place): Made | undefined {
    if (value.is === "resource") return value.made;
    // What is to be known once a resource exists is not that resource.
    if (value.is !== "unknown" || value.from.size > 0) this.refuse("expected.reference", at);
    return undefined;
  }

  private checkTruth(expression: Expression): void {
    const value = this.worked(expression);
    if (value && !(value.is === "scalar" && typeof value.value === "boolean")) {
      this.refuse("expected.boolean", expression.at);
    }
  }

  private refuse(expected: "expected.reference" | "expected.resources" | "expected.boolean", at: Place): void {
    this.problems.add(message("input.yaml-argument", { expected: message(expected, {}) }), at);
  }

  /** What an expression comes to; undefined where something in it is wrong, which is said already. */
  private worked(expression: Expression): Worked | undefined {
    const before = this.problems.count;
    const value = this.evaluator.evaluate(expression);
    return this.problems.count === before ? value : undefined;
  }
}
