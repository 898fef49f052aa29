/**
 * Objects of Kubernetes as Terraform has them. Pulumi's provider is not made from Terraform's: its types are those of the API,
 * and its properties are the API's own words.
 */
import { namesOf } from "../../../names/terraform";
import { asProperties } from "../../attributes";
import { isObject, kindOf, own, SECRET_MARK, UNKNOWN_STRING, type Raw, type RawProperties } from "../../raw";

/** An object in the words of the model. */
export interface KubernetesObject {
  readonly type: string;
  readonly properties: RawProperties;
  /** The attribute in which all of it stands: what that refers to, each of the properties may refer to. */
  readonly within?: "manifest";
}

type Reading = (attributes: RawProperties, terraformType: string) => KubernetesObject;

const READINGS: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ["kubernetes_ingress", written],
  ["kubernetes_ingress_v1", written],
  ["kubernetes_ingress_class", written],
  ["kubernetes_ingress_class_v1", written],
  ["kubernetes_service", written],
  ["kubernetes_service_v1", written],
  ["kubernetes_manifest", manifest],
  ["kubectl_manifest", concealed],
  ["helm_release", release],
]);

/** Whether resources of a type of Terraform's are objects of Kubernetes that are read. */
export const isOfKubernetes = (terraformType: string): boolean => READINGS.has(terraformType);

/**
 * The object that a resource of Terraform's is, by attributes in which what is unknown or secret is marked; undefined for what
 * is none. `helm_release` and what nobody can read are releases of a chart: what they open is decided in the cluster.
 */
export const kubernetesOf = (terraformType: string, attributes: RawProperties): KubernetesObject | undefined =>
  READINGS.get(terraformType)?.(attributes, terraformType);

/** An object that is written in blocks. */
function written(attributes: RawProperties, terraformType: string): KubernetesObject {
  const names = namesOf(terraformType);
  return { type: names.token, properties: unlisted(asProperties(attributes, names)) };
}

/** The lists of the API: all other blocks are one object each, which Terraform has in a list all the same. */
const LISTS: ReadonlySet<string> = new Set(["ingress", "paths", "ports", "rules", "tls"]);

const unlisted = (properties: RawProperties): RawProperties =>
  Object.fromEntries(Object.entries(properties).map(([name, raw]) => [name, outOfList(name, raw)]));

function outOfList(name: string, raw: Raw): Raw {
  if (!Array.isArray(raw)) return raw;
  const blocks = (raw as readonly Raw[]).map((item) => (isObject(item) ? unlisted(item) : item));
  const [only = null] = blocks;
  return blocks.length === 1 && isObject(only) && !LISTS.has(name) ? only : blocks;
}

/** An object in the API's own words, with its status as it is in the cluster. */
function manifest(attributes: RawProperties): KubernetesObject {
  const said = own(attributes, "manifest");
  const type = isObject(said) ? typeOf(own(said, "apiVersion"), own(said, "kind")) : undefined;
  if (!isObject(said) || type === undefined) return unreadable();
  const live = own(attributes, "object");
  const status = isObject(live) ? own(live, "status") : undefined;
  return { type, properties: status === undefined ? said : { ...said, status }, within: "manifest" };
}

/** An object whose text the provider keeps secret, of which it tells what kind it is and how it is called. */
function concealed(attributes: RawProperties): KubernetesObject {
  const type = typeOf(own(attributes, "api_version"), own(attributes, "kind"));
  if (type === undefined) return unreadable();
  const metadata = { name: own(attributes, "name") ?? null, annotations: SECRET_MARK };
  return { type, properties: { metadata, spec: SECRET_MARK } };
}

/** The type in the model of an object of the API. */
function typeOf(apiVersion: Raw | undefined, kind: Raw | undefined): string | undefined {
  if (typeof apiVersion !== "string" || typeof kind !== "string") return undefined;
  if (kindOf(apiVersion) !== "value" || kindOf(kind) !== "value") return undefined;
  return `kubernetes:${apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`}:${kind}`;
}

/** A release of a chart. The table of names is not asked before it is needed: most runs never do. */
const released = (properties: RawProperties): KubernetesObject => ({ type: namesOf("helm_release").token, properties });

/** What can be any object. */
const unreadable = (): KubernetesObject => released({ values: UNKNOWN_STRING });

/** Where a release says what its chart is to make: in texts, and by paths. */
const SAID = ["values", "set", "set_list", "set_sensitive", "set_wo"] as const;

/** A release of a chart. Its values are texts in YAML, which are not read. */
function release(attributes: RawProperties): KubernetesObject {
  const chart = own(attributes, "chart") ?? null;
  const isSaid = SAID.some((name) => !isEmpty(own(attributes, name)));
  return released({ chart, ...(isSaid && { values: UNKNOWN_STRING }) });
}

const isEmpty = (raw: Raw | undefined): boolean =>
  kindOf(raw) === "missing" ||
  (Array.isArray(raw) && (raw as readonly Raw[]).every((item) => item === "" || item === null));
