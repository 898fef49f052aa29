/** Which resources are components: what is in them is made by a plugin, and no program in YAML shows it. */
import { products } from "../../products";
import { providedPackage } from "./types";
import { fieldsOf } from "./expression";
import type { WrittenValue } from "./syntax";

/** Components of a package that has plain resources besides. */
const COMPONENTS: ReadonlySet<string> = new Set([
  "kubernetes:helm.sh/v2:Chart",
  "kubernetes:helm.sh/v3:Chart",
  "kubernetes:helm.sh/v4:Chart",
  "kubernetes:kustomize:Directory",
  "kubernetes:kustomize/v2:Directory",
  "kubernetes:yaml:ConfigFile",
  "kubernetes:yaml:ConfigGroup",
  "kubernetes:yaml/v2:ConfigFile",
  "kubernetes:yaml/v2:ConfigGroup",
]);

/** Providers of which nothing is read, and which have no components. Of any other package it is not known. */
const PLAIN: ReadonlySet<string> = new Set([
  "archive",
  "auth0",
  "aws-native",
  "azuread",
  "azuredevops",
  "civo",
  "cloudinit",
  "command",
  "confluentcloud",
  "consul",
  "databricks",
  "datadog",
  "docker",
  "docker-build",
  "equinix",
  "exoscale",
  "external",
  "github",
  "gitlab",
  "google-native",
  "grafana",
  "harbor",
  "http",
  "kafka",
  "keycloak",
  "local",
  "minio",
  "mongodbatlas",
  "mysql",
  "newrelic",
  "nomad",
  "null",
  "oci",
  "okta",
  "openstack",
  "ovh",
  "pagerduty",
  "postgresql",
  "pulumiservice",
  "rabbitmq",
  "rancher2",
  "random",
  "scaleway",
  "sentry",
  "snowflake",
  "std",
  "time",
  "tls",
  "ucloud",
  "vault",
  "vsphere",
  "vultr",
  "yandex",
]);

/** Tells components by their type. `project` is the project file, which may say where packages come from. */
export function componentsOf(project: WrittenValue): (type: string) => boolean {
  const described = new Set(Object.keys(products).map(providedPackage));
  // Terraform providers that Pulumi makes packages of have no components.
  const bridged = new Set(
    [...fieldsOf(fieldsOf(project).get("packages"))].flatMap(([name, source]) => (isTerraform(source) ? [name] : [])),
  );
  return (type) => {
    if (type.startsWith("pulumi:") || COMPONENTS.has(type)) return COMPONENTS.has(type);
    const of = providedPackage(type);
    return !described.has(of) && !PLAIN.has(of) && !bridged.has(of.toLowerCase());
  };
}

function isTerraform(source: WrittenValue): boolean {
  const from = source.is === "map" ? fieldsOf(source).get("source") : source;
  return from?.is === "scalar" && typeof from.value === "string" && /^terraform-provider(?:@|\s|$)/.test(from.value);
}
