/** Properties that hold entries of any name, of which few are read: no other is kept in an extract. */
import { put } from "./canonical";
import { isObject, kindOf, type Raw } from "./raw";

/** The argument of a function of an edge that is read: the Host that origins are asked for. */
export const HOST_ARGUMENT = "domain_name";

const FUNCTIONS: ReadonlySet<string> = new Set([
  "alicloud:cdn/domainConfig:DomainConfig",
  "alicloud:dcdn/domainConfig:DomainConfig",
]);

/** The annotations of Kubernetes objects that are read, or whose presence is. */
const ANNOTATIONS =
  /^(?:service\.beta\.kubernetes\.io\/(?:class$|(?:alibaba-cloud|alicloud)-loadbalancer-(?:id|address-type|external-ip-type|ipv6-address-type)$|(?:do|linode|oci)-)|external-dns\.(?:alpha\.)?kubernetes\.io\/hostname$|kubernetes\.io\/ingress\.class$|alb\.ingress\.kubernetes\.io\/address-type$|networking\.gke\.io\/|cloud\.google\.com\/|load-balancer\.hetzner\.cloud\/)/;

/** Whether an annotation is read. */
export const isReadAnnotation = (name: string): boolean => ANNOTATIONS.test(name);

/** A property of a type in canonical form, without the entries that are not read. */
export function onlyRead(type: string, name: string, value: Raw): Raw {
  if (FUNCTIONS.has(type) && name === "functionArgs") {
    if (Array.isArray(value)) return (value as readonly Raw[]).filter(mayBeHostArgument);
    return mayBeHostArgument(value) ? value : [];
  }
  if (!type.startsWith("kubernetes:")) return value;
  if (name === "metadata") return withAnnotations(value);
  if (name !== "spec") return value;
  return changedAt(value, "infrastructure", withAnnotations);
}

/** Whether an argument is the one that is read, or one of which it is not known which it is. */
function mayBeHostArgument(argument: Raw): boolean {
  const one = Array.isArray(argument) && argument.length === 1 ? (argument[0] as Raw) : argument;
  if (!isObject(one)) return true;
  const { argName = null } = one;
  if (typeof argName === "string" && kindOf(argName) === "value") return argName.trim() === HOST_ARGUMENT;
  return argName !== null && typeof argName !== "number";
}

const withAnnotations = (metadata: Raw): Raw => changedAt(metadata, "annotations", readAnnotations);

function readAnnotations(annotations: Raw): Raw {
  if (Array.isArray(annotations)) return (annotations as readonly Raw[]).map(readAnnotations);
  if (!isObject(annotations)) return annotations;
  const kept: Record<string, Raw> = {};
  for (const [name, value] of Object.entries(annotations)) if (isReadAnnotation(name)) put(kept, name, value);
  return kept;
}

/** An object with another value under a key, where it has one; the bridge may wrap it in a list of one. */
function changedAt(value: Raw, key: string, change: (inner: Raw) => Raw): Raw {
  if (Array.isArray(value)) return (value as readonly Raw[]).map((one) => changedAt(one, key, change));
  if (!isObject(value) || !Object.hasOwn(value, key)) return value;
  return { ...value, [key]: change(value[key] ?? null) };
}
