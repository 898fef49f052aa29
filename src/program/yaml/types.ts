/** Type tokens: programs in YAML may write them shorter than they are. */
import { memo } from "../../base/memo";
import type { Product } from "../../graph/contribution";
import { products } from "../../products";
import { isProviderType } from "../../names/own-types";

/**
 * The token of a type or function, as plans have it, for one that is written in a program: `alicloud:cdn/domainNew:DomainNew`
 * for `alicloud:cdn:DomainNew`. Pulumi asks the provider which of them there is; here the described types tell, and which
 * form those of the same package have.
 */
export function fullToken(written: string): string {
  const [name = "", module = "", member] = written.split(":");
  if (name === "pulumi") return written;
  const plain = member === undefined ? `${name}:index:${module}` : written;
  const bridged = bridgedToken(plain);
  const described = [plain, bridged].find((type) => Object.hasOwn(products, type));
  return described ?? (bridgedPackages(products).has(name) ? bridged : plain);
}

/** The package whose provider a resource has; of a provider, the one that it is for. */
export function providedPackage(type: string): string {
  const [name = "", , member = ""] = type.split(":");
  return isProviderType(type) ? member : name;
}

/** Providers made from Terraform's put each member into a module of its own: `cdn/domainNew` for `DomainNew` in `cdn`. */
function bridgedToken(token: string): string {
  const [name = "", module = "", member = ""] = token.split(":");
  return module.includes("/") ? token : `${name}:${module}/${lowerCamel(member)}:${member}`;
}

/** The packages whose described types have that form. */
const bridgedPackages = memo((described: Product): ReadonlySet<string> => {
  const found = Object.keys(described).filter((type) => {
    const [, module = "", member = ""] = type.split(":");
    return module.endsWith(`/${lowerCamel(member)}`);
  });
  return new Set(found.map(providedPackage));
});

/** `DomainNew` as `domainNew`. */
const lowerCamel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
