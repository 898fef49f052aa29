import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const cluster = new alicloud.cs.ManagedKubernetes("shop", {
  clusterSpec: "ack.pro.small",
  vswitchIds: ["vsw-bp10000000000000000"],
  podVswitchIds: ["vsw-bp10000000000000000"],
  serviceCidr: "172.21.0.0/20",
  newNatGateway: false,
  slbInternetEnabled: false,
  addons: [{ name: "nginx-ingress-controller", config: JSON.stringify({ IngressSlbNetworkType: "internet" }) }],
});

class KubernetesProvider extends pulumi.ProviderResource {
  constructor(name: string, args: pulumi.Inputs) {
    super("kubernetes", name, args);
  }
}

class KubernetesObject extends pulumi.CustomResource {
  constructor(type: string, name: string, args: pulumi.Inputs, provider: pulumi.ProviderResource) {
    super(`kubernetes:${type}`, name, args, { provider });
  }
}

const provider = new KubernetesProvider("shop", {
  kubeconfig: cluster.connections.apply(({ apiServerInternet }) => `server: ${apiServerInternet}`),
});

function object(type: string, name: string, spec: object, annotations = {}): void {
  new KubernetesObject(type, name, { metadata: { name, annotations }, spec }, provider);
}

const backend = { service: { name: "shop", port: { number: 80 } } };
object("networking.k8s.io/v1:Ingress", "shop", {
  ingressClassName: "nginx",
  rules: [
    { host: "shop.example.com", http: { paths: [{ path: "/", pathType: "Prefix", backend }] } },
    { host: "shop.example.cn", http: { paths: [{ path: "/", pathType: "Prefix", backend }] } },
  ],
});
object(
  "core/v1:Service",
  "admin",
  { type: "LoadBalancer", selector: { app: "admin" }, ports: [{ port: 80 }] },
  { "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type": "intranet" },
);
