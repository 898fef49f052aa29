/** Providers as the model has them: one for each configuration of each provider that resources use. */
import { urnOf } from "../../../names/urn";
import type { Urn } from "../../fact";
import { isObject, own, type Raw, type RawProperties } from "../../raw";
import { Resource, type PlanPart } from "../../resource";
import { objectAt, textUnder, type ModuleInstance, type Modules } from "./modules";
import { configuredRegion } from "./region";
import { referencesOf, textsOf } from "./expression";
import type { Referrals } from "./references";
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

  /**
   * Whether the region of another configuration is of the same variable: then one of them is computed from it, such as
   * `var.region == "cn-hangzhou" ? "cn-hongkong" : "cn-hangzhou"`, which refers to nothing else either.
   */
  private isShared(configuration: RawProperties): boolean {
    const region = regionIn(configuration);
    const place = JSON.stringify([textUnder(configuration, "module_address") ?? "", referencesOf(region)]);
    const all = Object.values(this.configurations).filter(isObject);
    return (
      referencesOf(region).length > 0 &&
      all.filter(
        (one) => JSON.stringify([textUnder(one, "module_address") ?? "", referencesOf(regionIn(one))]) === place,
      ).length > 1
    );
  }

  /** The region of a configuration. Of a module's own that the plan does not have, nothing is known. */
  private regionOf(configuration: RawProperties | undefined, isPlain: boolean): Worth {
    if (!configuration) return isPlain ? { is: "nothing" } : { is: "unshown" };
    if (this.isShared(configuration)) return { is: "unshown" };
    return configuredRegion(regionIn(configuration), this.placeOf(configuration), this.variables);
  }

  private placeOf(configuration: RawProperties | undefined): ModuleInstance {
    return this.modules.at(textUnder(configuration, "module_address") ?? "") ?? this.modules.root;
  }

  private make(provider: string, key: string): Resource {
    const { part } = this;
    const type = `pulumi:providers:${provider}`;
    const configuration = objectAt(this.configurations, key);
    const isPlain =
      !key.includes(":") && (!configuration || own(configuration, "alias") === undefined) && !key.includes(".");
    const name = isPlain && key === provider ? DEFAULT : key;
    const within = this.placeOf(configuration);
    const expressions = objectAt(configuration, "expressions") ?? {};
    const region = this.regionOf(configuration, isPlain);
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

const regionIn = (configuration: RawProperties): Raw | undefined =>
  own(objectAt(configuration, "expressions") ?? {}, "region");
