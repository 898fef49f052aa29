import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

class RandomString extends pulumi.CustomResource {
  declare readonly result: pulumi.Output<string>;

  constructor(name: string, length: number) {
    super("random:index/randomString:RandomString", name, { length, result: undefined });
  }
}

class KubernetesProvider extends pulumi.ProviderResource {
  constructor(name: string, args: pulumi.Inputs) {
    super("kubernetes", name, args);
  }
}

class KubernetesObject extends pulumi.CustomResource {
  constructor(type: string, name: string, args: pulumi.Inputs, provider?: pulumi.ProviderResource) {
    super(`kubernetes:${type}`, name, args, provider ? { provider } : {});
  }
}

class CloudflareRecord extends pulumi.CustomResource {
  constructor(name: string, args: pulumi.Inputs) {
    super("cloudflare:index/dnsRecord:DnsRecord", name, args);
  }
}

const suffix = new RandomString("suffix", 6);
const bucket = new alicloud.oss.Bucket("media", { bucket: pulumi.interpolate`media-${suffix.result}` });
new alicloud.oss.BucketCname("media", { bucket: bucket.bucket, domain: "media.example.com" });

const cluster = new alicloud.cs.ManagedKubernetes("shop", {
  clusterSpec: "ack.pro.small",
  vswitchIds: ["vsw-bp10000000000000000"],
  serviceCidr: "172.21.0.0/20",
  newNatGateway: false,
  slbInternetEnabled: false,
});
const provider = new KubernetesProvider("shop", { kubeconfig: pulumi.secret(cluster.id) });
const spec = {
  ingressClassName: "nginx",
  rules: [{ host: "shop.example.com", http: { paths: [] } }],
};
new KubernetesObject("networking.k8s.io/v1:Ingress", "shop", { metadata: { name: "shop" }, spec }, provider);
new KubernetesObject("core/v1:Namespace", "shop", { metadata: { name: "shop" } });

const address = new alicloud.ecs.EipAddress("web", { bandwidth: "5" });
new CloudflareRecord("www", {
  zoneId: "0123456789abcdef0123456789abcdef",
  name: "www.example.net",
  type: "A",
  content: address.ipAddress,
  proxied: false,
});
