/** Providers as the model has them: one for each configuration of each provider that resources use. */
import { urnOf } from "../../../names/urn";
import type { Urn } from "../../fact";
import { isObject, own, type Raw, type RawProperties } from "../../raw";
import { Resource, type PlanPart } from "../../resource";
import { objectAt, textUnder, type Modules } from "./modules";
import { configuredRegion } from "./region";
import { textsOf, type Referrals } from "./references";
import type { Stated } from "./state-values";
import type { Variables, Worth } from "./worth";

/** What a provider without an alias is called, in the root: as the engine calls those that a stack configures. */
const DEFAULT = "default";

/** The providers of a plan, made as resources ask for them. */
export class Providers {
  private readonly made = new Map<string, Resource>();
  private readonly configurations: RawProperties;

  constructor(
    configuration: RawProperties | undefined,
    private readonly variables: Variables,
    private readonly modules: Modules,
    private readonly references: Referrals,
    private readonly part: PlanPart,
    /** What data sources have answered. */
    private readonly answers: readonly Stated[] = [],
  ) {
    this.configurations = objectAt(configuration, "provider_config") ?? {};
  }

  get resources(): readonly Resource[] {
    return [...this.made.values()];
  }

  /** The URN of the provider that a resource of a package has by a key; undefined where the key is not told. */
  urnOf(token: string, key: Raw | undefined): Urn | undefined {
    if (typeof key !== "string") return undefined;
    const name = token.slice(0, token.indexOf(":"));
    const place = `${name} ${key}`;
    let provider = this.made.get(place);
    if (!provider) {
      provider = this.make(name, key);
      this.made.set(place, provider);
    }
    return provider.urn;
  }

  /** The zones that a provider has listed: those of its region. */
  private zonesOf(key: string): readonly string[] {
    return this.answers.flatMap(({ type, name, within, now }) => {
      const block = type === "alicloud_zones" ? within.module.blocks.get(`data.${type}.${name}`) : undefined;
      if (textUnder(block, "provider_config_key") !== key || !isObject(now.values)) return [];
      return textsOf(own(now.values, "ids"));
    });
  }

  private make(provider: string, key: string): Resource {
    const { part } = this;
    const type = `pulumi:providers:${provider}`;
    const configuration = objectAt(this.configurations, key);
    const isPlain =
      !key.includes(":") && (!configuration || own(configuration, "alias") === undefined) && !key.includes(".");
    const name = isPlain && key === provider ? DEFAULT : key;
    const module = configuration && own(configuration, "module_address");
    const within = (typeof module === "string" ? this.modules.at(module) : undefined) ?? this.modules.root;
    const expressions = objectAt(configuration, "expressions") ?? {};
    // Of a module's own provider that the configuration does not have, nothing is known.
    const region: Worth =
      configuration || isPlain
        ? configuredRegion(own(expressions, "region"), within, this.variables)
        : { is: "unshown" };
    const zones = this.zonesOf(key);
    const environment = objectAt(expressions, "environment")?.["constant_value"];
    const { urns, isOpen } = this.references.of(expressions, { within });
    return new Resource(
      {
        urn: urnOf({ dialect: "terraform", project: part.project, stack: part.stack, type, name }),
        type,
        name,
        inputs: {
          ...(region.is === "value" && { region: region.value }),
          ...(zones.length > 0 && { zones }),
          ...(typeof environment === "string" && { environment }),
        },
        // All that a provider is configured with may lead to the cluster that it is for.
        dependencies: isOpen ? [] : urns,
        change: "same",
        ...(region.is === "unshown" && { hidden: "unshown" as const }),
      },
      part,
    );
  }
}
