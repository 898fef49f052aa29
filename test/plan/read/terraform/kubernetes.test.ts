/** Objects of Kubernetes in Terraform contribute what the same objects contribute in Pulumi. */
import { describe, expect, it } from "vitest";
import { kubernetesOf } from "../../../../src/plan/read/terraform/kubernetes";
import { SECRET_MARK, UNKNOWN_STRING, type RawProperties } from "../../../../src/plan/raw";
import { ref, type ResourceSpec } from "../../../support/plan";
import { resource } from "../../../support/stacks";
import {
  ADDRESS_TYPE,
  albAddOn,
  inCluster,
  INGRESS,
  mainland,
  nginxAddOn,
  object,
  SERVICE,
} from "../../../products/kubernetes/cluster";
import { contributions } from "../../../products/kubernetes/contributions";

/** The resource that a Terraform type and its attributes become. */
function read(terraformType: string, name: string, attributes: RawProperties): ResourceSpec {
  const found = kubernetesOf(terraformType, attributes);
  if (!found) throw new Error(`${terraformType} is no object`);
  return resource(found.type, name, found.properties, inCluster);
}

const named = (name: string, annotations: RawProperties | null = null): RawProperties => ({
  name,
  annotations,
  labels: { app_name: "web" },
  generate_name: null,
  namespace: "default",
});

const ingress = (spec: RawProperties, annotations?: RawProperties): RawProperties => ({
  metadata: [named("web", annotations)],
  spec: [{ default_backend: [], tls: [], ...spec }],
  status: UNKNOWN_STRING,
  timeouts: null,
});

const backend = [{ service: [{ name: "web", port: [{ name: "", number: 80 }] }], resource: [] }];
const rules = [{ host: "www.example.com", http: [{ path: [{ path: "/", path_type: "Prefix", backend }] }] }];

describe("what is written in blocks", () => {
  it("is in the words of the API", () => {
    expect(kubernetesOf("kubernetes_ingress_v1", ingress({ ingress_class_name: "nginx", rule: rules }))).toEqual({
      type: INGRESS,
      properties: {
        metadata: {
          name: "web",
          annotations: null,
          labels: { app_name: "web" },
          generateName: null,
          namespace: "default",
        },
        spec: {
          ingressClassName: "nginx",
          rules: [
            {
              host: "www.example.com",
              http: {
                paths: [
                  {
                    path: "/",
                    pathType: "Prefix",
                    backend: { service: { name: "web", port: { name: "", number: 80 } } },
                  },
                ],
              },
            },
          ],
        },
        status: UNKNOWN_STRING,
        timeouts: null,
      },
    });
  });

  it.each<
    [what: string, terraform: readonly [string, RawProperties], pulumi: ResourceSpec, around: readonly ResourceSpec[]]
  >([
    [
      "an Ingress of nginx",
      ["kubernetes_ingress_v1", ingress({ ingress_class_name: "nginx", rule: rules })],
      object(INGRESS, "web", { ingressClassName: "nginx", rules: [{ host: "www.example.com" }] }),
      nginxAddOn('{"IngressSlbNetworkType":"internet"}'),
    ],
    [
      "an Ingress of ALB, by its annotation",
      ["kubernetes_ingress_v1", ingress({ rule: rules }, { "kubernetes.io/ingress.class": "alb" })],
      object(
        INGRESS,
        "web",
        { rules: [{ host: "www.example.com" }] },
        { annotations: { "kubernetes.io/ingress.class": "alb" } },
      ),
      albAddOn("Internet"),
    ],
    [
      "an Ingress of the old API, whose host is not known",
      ["kubernetes_ingress", ingress({ rule: [{ host: UNKNOWN_STRING, http: [] }] })],
      object("kubernetes:extensions/v1beta1:Ingress", "web", { rules: [{ host: UNKNOWN_STRING }] }),
      mainland,
    ],
    [
      "an Ingress with hosts in its certificates alone",
      ["kubernetes_ingress_v1", ingress({ tls: [{ hosts: ["a.example.com"], secret_name: "tls" }], rule: [] })],
      object(INGRESS, "web", { tls: [{ hosts: ["a.example.com"], secretName: "tls" }] }),
      mainland,
    ],
    [
      "a public Service with an address",
      [
        "kubernetes_service_v1",
        {
          metadata: [named("web", { "external-dns.alpha.kubernetes.io/hostname": "www.example.com" })],
          spec: [{ type: "LoadBalancer", port: [{ port: 443, target_port: "8443", protocol: "TCP" }] }],
          status: [{ load_balancer: [{ ingress: [{ ip: "47.96.0.9", hostname: "" }] }] }],
        },
      ],
      resource(
        SERVICE,
        "web",
        {
          metadata: { name: "web", annotations: { "external-dns.alpha.kubernetes.io/hostname": "www.example.com" } },
          spec: { type: "LoadBalancer", ports: [{ port: 443, targetPort: "8443", protocol: "TCP" }] },
          status: { loadBalancer: { ingress: [{ ip: "47.96.0.9", hostname: "" }] } },
        },
        inCluster,
      ),
      mainland,
    ],
    [
      "a Service of an NLB that is not public",
      [
        "kubernetes_service",
        {
          metadata: [named("web", { [ADDRESS_TYPE]: "Intranet" })],
          spec: [{ type: "LoadBalancer", load_balancer_class: "alibabacloud.com/nlb", port: [{ port: 80 }] }],
        },
      ],
      object(
        SERVICE,
        "web",
        { type: "LoadBalancer", loadBalancerClass: "alibabacloud.com/nlb", ports: [{ port: 80 }] },
        { annotations: { [ADDRESS_TYPE]: "Intranet" } },
      ),
      mainland,
    ],
    [
      "a Service of which nothing is known",
      ["kubernetes_service_v1", { metadata: [named("web")], spec: UNKNOWN_STRING }],
      object(SERVICE, "web", UNKNOWN_STRING),
      mainland,
    ],
    [
      "a manifest",
      [
        "kubernetes_manifest",
        {
          manifest: {
            apiVersion: "networking.k8s.io/v1",
            kind: "Ingress",
            metadata: { name: "web", annotations: { "kubernetes.io/ingress.class": "nginx" } },
            spec: { rules: [{ host: "www.example.com" }, { host: UNKNOWN_STRING }] },
          },
          object: UNKNOWN_STRING,
          field_manager: [],
        },
      ],
      object(
        INGRESS,
        "web",
        { rules: [{ host: "www.example.com" }, { host: UNKNOWN_STRING }] },
        { annotations: { "kubernetes.io/ingress.class": "nginx" } },
      ),
      nginxAddOn('{"IngressSlbNetworkType":"internet"}'),
    ],
    [
      "a manifest of a Service, with its status",
      [
        "kubernetes_manifest",
        {
          manifest: { apiVersion: "v1", kind: "Service", metadata: { name: "web" }, spec: { type: "LoadBalancer" } },
          object: { status: { loadBalancer: { ingress: [{ ip: "47.96.0.9" }] } } },
        },
      ],
      resource(
        SERVICE,
        "web",
        {
          metadata: { name: "web" },
          spec: { type: "LoadBalancer" },
          status: { loadBalancer: { ingress: [{ ip: "47.96.0.9" }] } },
        },
        inCluster,
      ),
      mainland,
    ],
    [
      "a release without values",
      [
        "helm_release",
        { name: "nginx", chart: "ingress-nginx", values: null, set: [], set_sensitive: [], metadata: UNKNOWN_STRING },
      ],
      resource("kubernetes:helm.sh/v3:Release", "web", { chart: "ingress-nginx" }, inCluster),
      mainland,
    ],
    [
      "a release whose values are not read",
      ["helm_release", { chart: "web", values: ["ingress:\n  host: www.example.com\n"], set: [] }],
      resource("kubernetes:helm.sh/v3:Release", "web", { chart: "web", values: UNKNOWN_STRING }, inCluster),
      mainland,
    ],
  ])("contributes what it does in Pulumi: %s", (_, [terraformType, attributes], pulumi, around) => {
    const found = contributions([...around, read(terraformType, "web", attributes)], "web");
    expect(found).toEqual(contributions([...around, pulumi], "web"));
  });
});

it("leads an Ingress to its class, and that to its controller", () => {
  const byClass = (ingressClass: ResourceSpec) =>
    contributions(
      [
        ...albAddOn("Internet"),
        ingressClass,
        object(INGRESS, "web", { ingressClassName: ref("class"), rules: [{ host: "www.example.com" }] }),
      ],
      "web",
    );
  const parameters = { api_group: "alibabacloud.com", kind: "AlbConfig", name: "alb" };
  const terraform = read("kubernetes_ingress_class_v1", "class", {
    metadata: [named("public")],
    spec: [{ controller: "ingress.k8s.alibabacloud/alb", parameters: [parameters] }],
  });
  const pulumi = object(
    "kubernetes:networking.k8s.io/v1:IngressClass",
    "class",
    {
      controller: "ingress.k8s.alibabacloud/alb",
      parameters: { apiGroup: "alibabacloud.com", kind: "AlbConfig", name: "alb" },
    },
    { name: "public" },
  );
  expect(byClass(terraform)).toEqual(byClass(pulumi));
  expect(byClass(pulumi)).not.toEqual([]);
});

describe("what cannot be read", () => {
  const any = "binds (computed) (values) to (absent), else kubernetes, mainland cn-hangzhou by config, (chart)";

  it.each<[what: string, terraformType: string, attributes: RawProperties, expected: readonly string[]]>([
    [
      "values of a chart",
      "helm_release",
      { chart: "shop", set: [{ name: "ingress.hosts[0]", value: "a.example.com" }] },
      [any],
    ],
    ["a manifest that is not known", "kubernetes_manifest", { manifest: UNKNOWN_STRING }, [any]],
    [
      "a manifest of a kind that is not known",
      "kubernetes_manifest",
      { manifest: { apiVersion: "v1", kind: UNKNOWN_STRING } },
      [any],
    ],
    ["a text of which nothing is told", "kubectl_manifest", { yaml_body: SECRET_MARK, kind: UNKNOWN_STRING }, [any]],
    [
      "the text of an Ingress",
      "kubectl_manifest",
      { yaml_body: SECRET_MARK, api_version: "networking.k8s.io/v1", kind: "Ingress", name: "web" },
      [
        "binds (secret) (spec.rules.host) to (absent), else kubernetes, mainland cn-hangzhou by config, (secret)",
        "link from web to (not-in-plan)",
      ],
    ],
  ])("leaves its hosts open: %s", (_, terraformType, attributes, expected) => {
    expect(contributions([...mainland, read(terraformType, "web", attributes)], "web")).toEqual(expected);
  });
});

it("is of its own kind where that is told, which may be one that nobody reads", () => {
  const text = { yaml_body: SECRET_MARK, api_version: "v1", kind: "ConfigMap", name: "settings" };
  expect(kubernetesOf("kubectl_manifest", text)?.type).toBe("kubernetes:core/v1:ConfigMap");
});

it("is nothing of Kubernetes where the type is none that is read", () => {
  expect(kubernetesOf("kubernetes_deployment_v1", {})).toBeUndefined();
  expect(kubernetesOf("alicloud_instance", {})).toBeUndefined();
});
