/** Clusters and Kubernetes objects for tests, one short call each. */
import { ref, urnOf, type Properties, type ResourceSpec } from "../../support/plan";
import { provider, resource } from "../../support/stacks";

export const CLUSTER = "alicloud:cs/managedKubernetes:ManagedKubernetes";
export const KUBERNETES = "pulumi:providers:kubernetes";
export const INGRESS = "kubernetes:networking.k8s.io/v1:Ingress";
export const SERVICE = "kubernetes:core/v1:Service";
export const GATEWAY = "kubernetes:gateway.networking.k8s.io/v1:Gateway";
export const ROUTE = "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute";
export const ADDRESS_TYPE = "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type";

export const inCluster = { rest: { provider: urnOf(KUBERNETES, "k8s") } };
export const object = (
  type: string,
  name: string,
  spec: Properties | string,
  metadata: Properties = {},
): ResourceSpec => resource(type, name, { metadata: { name, ...metadata }, spec }, inCluster);

export const cluster = (inputs: Properties = {}, rest = {}): ResourceSpec => resource(CLUSTER, "ack", inputs, rest);
export const kubeconfig = (from: Properties[string] = ref("ack")): ResourceSpec =>
  resource(KUBERNETES, "k8s", { kubeconfig: from });
export const mainland: readonly ResourceSpec[] = [cluster(), kubeconfig()];
export const hongKong: readonly ResourceSpec[] = [
  provider("hk", "cn-hongkong"),
  cluster({}, { rest: { provider: urnOf("pulumi:providers:alicloud", "hk") } }),
  kubeconfig(),
];
export const nginxAddOn = (config: string): readonly ResourceSpec[] => [
  cluster({ addons: [{ name: "nginx-ingress-controller", config }] }),
  kubeconfig(),
];

export const albAddOn = (AddressType: string): readonly ResourceSpec[] => [
  cluster({
    addons: [
      {
        name: "alb-ingress-controller",
        config: JSON.stringify({ albIngress: { CreateDefaultALBConfig: true, AddressType } }),
      },
    ],
  }),
  kubeconfig(),
];

export const ingress = (spec: Properties = {}, metadata: Properties = {}): ResourceSpec =>
  object(INGRESS, "web", { rules: [{ host: "www.example.com" }], ...spec }, metadata);
export const service = (annotations: Properties = {}, spec: Properties = {}, name = "front"): ResourceSpec =>
  object(SERVICE, name, { type: "LoadBalancer", ports: [{ port: 443 }], ...spec }, { annotations });
export const named = (annotations: Properties = {}, spec: Properties = {}): ResourceSpec =>
  service({ "external-dns.alpha.kubernetes.io/hostname": "www.example.com", ...annotations }, spec);
export const albConfig = (config: Properties = {}, name = "alb"): ResourceSpec =>
  object("kubernetes:alibabacloud.com/v1:AlbConfig", name, { config, listeners: [{ port: 443 }] });
export const nlb = "alibabacloud.com/nlb";
