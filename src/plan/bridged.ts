/**
 * Resources of Alibaba Cloud's that come to Pulumi through Terraform: those of a Terraform module that a program runs, named
 * `PACKAGE:tf:TERRAFORM_TYPE`, with attributes for properties, and those of the provider that Pulumi makes of any Terraform
 * provider, which puts all types into one module. The model has Pulumi's own names for both, where the table has them.
 */
import own from "../../data/index-types.json";
import { namesOf, propertyOf, typeCalled, type Names } from "../names/terraform";
import { lastOfTypes } from "../names/urn";
import { memoized } from "../base/memo";
import { asProperties } from "./attributes";
import type { RawProperties } from "./raw";

/** What Pulumi's own provider has in no module either. */
const OWN: ReadonlySet<string> = new Set(own.types);

const MODULE = /^[^:]+:tf:(alicloud_\w+)$/;
const ANY = /^alicloud:index\/(\w+):\w+$/;

/** A type that comes through Terraform. `names`: Pulumi's own; `attributes`: whether its properties are named as in Terraform. */
interface Bridge {
  readonly names: Names | undefined;
  readonly terraformType: string;
  readonly attributes: boolean;
}

const bridgeOf = memoized((type: string): Bridge | undefined => {
  const [, module] = MODULE.exec(type) ?? [];
  const [, called] = OWN.has(type) ? [] : (ANY.exec(type) ?? []);
  if (module === undefined && called === undefined) return undefined;
  const terraformType = module ?? typeCalled(called ?? "") ?? "";
  const names = namesOf(terraformType);
  return { names: names.isKnown ? names : undefined, terraformType, attributes: module !== undefined };
});

/** Whether a type is one of Alibaba Cloud's that comes through Terraform, and that the model has no name for. */
export function isBridged(type: string): boolean {
  const bridge = bridgeOf(type);
  return bridge !== undefined && bridge.names === undefined;
}

/** The type in the model: Pulumi's own for what comes through Terraform; others as they are. */
export const modelType = (type: string): string => bridgeOf(type)?.names?.token ?? type;

/** The type in the model of a resource in whose URN some types stand. */
export const modelTypeIn = (types: string): string => modelType(lastOfTypes(types));

/** What is told of a resource in the names of its type. */
interface Told {
  readonly type: string;
  readonly inputs: RawProperties;
  readonly outputs?: RawProperties | undefined;
  readonly propertyDependencies?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly ignoreChanges?: readonly string[] | undefined;
  readonly previous?: Told | undefined;
}

/** What is told of a resource, in the names of the model. */
export function inModel<T extends Told>(told: T): T {
  const bridge = bridgeOf(told.type);
  const previous = told.previous && inModel(told.previous);
  if (!bridge?.names) return previous === told.previous ? told : { ...told, previous };
  const { names, terraformType } = bridge;
  const named = { ...told, type: names.token, previous };
  if (!bridge.attributes) return named;
  const { inputs, outputs, propertyDependencies, ignoreChanges } = told;
  return {
    ...named,
    inputs: asProperties(inputs, names),
    outputs: outputs && asProperties(outputs, names),
    propertyDependencies:
      propertyDependencies &&
      Object.fromEntries(Object.entries(propertyDependencies).map(([name, from]) => [names.property(name), from])),
    ignoreChanges: ignoreChanges?.map((path) => propertyOf(terraformType, path)),
  };
}
