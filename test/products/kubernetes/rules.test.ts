/** What the rules say of Kubernetes objects, all findings of each plan. */
import { describe } from "vitest";
import { planOf, ref, unknownValue, urnOf, type Properties } from "../../support/plan";
import { filed, ruleTester, unfiled } from "../../support/rule-tester";
import { clb, record, resource } from "../../support/stacks";
import {
  CLUSTER,
  KUBERNETES,
  INGRESS,
  SERVICE,
  GATEWAY,
  ROUTE,
  ADDRESS_TYPE,
  inCluster,
  object,
  cluster,
  kubeconfig,
  mainland,
  hongKong,
  nginxAddOn,
  albAddOn,
  ingress,
  service,
  named,
  albConfig,
  nlb,
} from "./cluster";

const missing = "icp-server-missing violation example.com";
const byRule =
  "icp-gateway-domain violation www.example.com: icp-gateway-domain [file, entry-outside] at spec.rules[0].host of web";
const byName =
  "icp-gateway-domain violation www.example.com: icp-gateway-domain [file, entry-outside] at metadata.annotations of front";
const unsureRule =
  "icp-gateway-domain undetermined www.example.com: undetermined (not-in-plan) [check] at spec.rules[0].host of web";

describe("Kubernetes", () => {
  ruleTester("icp-gateway-domain", {
    violations: {
      "an Ingress of the add-on's controller": [
        planOf([...nginxAddOn('{"IngressSlbNetworkType":"internet"}'), ingress({ ingressClassName: "nginx" })]),
        unfiled(),
        [byRule, missing],
      ],
      "an Ingress of the controller in an add-on of its own": [
        planOf([
          ...mainland,
          resource("alicloud:cs/kubernetesAddon:KubernetesAddon", "nginx", {
            clusterId: ref("ack"),
            name: "nginx-ingress-controller",
            config: '{"IngressSlbNetworkType":"internet"}',
          }),
          ingress({}, { annotations: { "kubernetes.io/ingress.class": "nginx" } }),
        ]),
        unfiled(),
        [byRule, missing],
      ],
      "an Ingress of the ALB that an add-on makes": [
        planOf([...albAddOn("Internet"), ingress({ ingressClassName: "alb" })]),
        unfiled(),
        [byRule, missing],
      ],
      "an Ingress whose controller's Service is in the plan": [
        planOf([...mainland, service({}, {}, "ingress-nginx-controller"), ingress({ ingressClassName: "nginx" })]),
        unfiled(),
        [byRule, missing],
      ],
      "an Ingress of an AlbConfig, by its class": [
        planOf([
          ...mainland,
          albConfig({ addressType: "Internet" }, "shop"),
          albConfig({ addressType: "Intranet" }, "inner"),
          object("kubernetes:networking.k8s.io/v1:IngressClass", "public", {
            controller: "ingress.k8s.alibabacloud/alb",
            parameters: { apiGroup: "alibabacloud.com", kind: "AlbConfig", name: "shop" },
          }),
          ingress({ ingressClassName: "public" }),
        ]),
        unfiled(),
        [byRule, missing],
      ],
      "an Ingress of the only AlbConfig, which says nothing": [
        planOf([...mainland, albConfig(), ingress({ ingressClassName: "alb" })]),
        unfiled(),
        [byRule, missing],
      ],
      "an Ingress of an AlbConfig that uses an ALB of the plan": [
        planOf([
          ...mainland,
          resource("alicloud:alb/loadBalancer:LoadBalancer", "lb", { addressType: "Internet" }),
          albConfig({ id: ref("lb") }),
          ingress({ ingressClassName: "alb" }),
        ]),
        unfiled(),
        [byRule, missing],
      ],
      "an Ingress of MSE": [
        planOf([
          ...mainland,
          object("kubernetes:mse.alibabacloud.com/v1alpha1:MseIngressConfig", "mse", {
            common: { network: { publicSLBSpec: "slb.s1.small" } },
          }),
          ingress({ ingressClassName: "mse" }),
        ]),
        unfiled(),
        [byRule, missing],
      ],
      "a Service with a host of ExternalDNS": [planOf([...mainland, named()]), unfiled(), [byName, missing]],
      "a Service that says it is public, the old way": [
        planOf([...mainland, named({ "service.beta.kubernetes.io/alicloud-loadbalancer-address-type": "internet" })]),
        unfiled(),
        [byName, missing],
      ],
      "an internal Service with an EIP": [
        planOf([
          ...mainland,
          named({
            [ADDRESS_TYPE]: "intranet",
            "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-external-ip-type": "eip",
          }),
        ]),
        unfiled(),
        [byName, missing],
      ],
      "a Service on a load balancer of the plan": [
        planOf([
          ...mainland,
          clb("lb"),
          named({ "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-id": ref("lb") }),
        ]),
        unfiled(),
        [byName, missing],
      ],
      "a Gateway that is public": [
        planOf([
          ...mainland,
          object(GATEWAY, "gw", {
            gatewayClassName: "alb",
            infrastructure: { annotations: { [ADDRESS_TYPE]: "internet" } },
            listeners: [{ name: "https", port: 443 }],
          }),
          object(ROUTE, "route", { hostnames: ["www.example.com"], parentRefs: [{ name: "gw" }] }),
        ]),
        unfiled(),
        [
          "icp-gateway-domain violation www.example.com: icp-gateway-domain [file, entry-outside] at spec.hostnames[0] of route",
          missing,
        ],
      ],
      "a cluster that its node pool leads to": [
        planOf([
          cluster(),
          resource("alicloud:cs/nodePool:NodePool", "nodes", { clusterId: ref("ack") }),
          resource(
            KUBERNETES,
            "k8s",
            { kubeconfig: unknownValue },
            {
              rest: { dependencies: [urnOf("alicloud:cs/nodePool:NodePool", "nodes")] },
            },
          ),
          named(),
        ]),
        unfiled(),
        [byName, missing],
      ],
    },
    satisfied: {
      "the apex is filed with Alibaba Cloud": [planOf([...mainland, named()]), filed(), []],
    },
    undetermined: {
      "an Ingress whose controller is not in the plan": [
        planOf([...mainland, ingress({ ingressClassName: "traefik" })]),
        unfiled(),
        [unsureRule],
      ],
      "an Ingress without class": [planOf([...mainland, ingress()]), unfiled(), [unsureRule]],
      "an Ingress of unknown class, of a Service or of none": [
        planOf([...mainland, service(), ingress({ ingressClassName: unknownValue })]),
        unfiled(),
        [
          "icp-gateway-domain undetermined www.example.com: undetermined (computed) [check] at spec.rules[0].host of web",
        ],
      ],
      "the add-on does not say whether it is public": [
        planOf([...nginxAddOn("{}"), ingress({ ingressClassName: "nginx" })]),
        unfiled(),
        [
          "icp-gateway-domain undetermined www.example.com: undetermined (default-unsourced) [check] at spec.rules[0].host of web",
        ],
      ],
      "an ALB of another class than the add-on's": [
        planOf([
          ...albAddOn("Internet"),
          object("kubernetes:networking.k8s.io/v1:IngressClass", "shop", {
            controller: "ingress.k8s.alibabacloud/alb",
          }),
          ingress({ ingressClassName: "shop" }),
        ]),
        unfiled(),
        [unsureRule],
      ],
      "an Ingress of unknown class, of the add-on's or of another": [
        planOf([...nginxAddOn('{"IngressSlbNetworkType":"internet"}'), ingress({ ingressClassName: unknownValue })]),
        unfiled(),
        [
          "icp-gateway-domain undetermined www.example.com: undetermined (computed) [check] at spec.rules[0].host of web",
        ],
      ],
      "the controller comes with a chart": [
        planOf([
          ...mainland,
          resource("kubernetes:helm.sh/v3:Release", "nginx", { chart: "ingress-nginx" }, inCluster),
          ingress({ ingressClassName: "nginx" }),
        ]),
        unfiled(),
        ["icp-gateway-domain undetermined www.example.com: undetermined (chart) [check] at spec.rules[0].host of web"],
      ],
      "hosts in the values of a chart": [
        planOf([
          ...mainland,
          resource(
            "kubernetes:helm.sh/v3:Release",
            "shop",
            { chart: "shop", values: { ingress: { enabled: true, hosts: [{ host: "www.example.com" }] } } },
            inCluster,
          ),
        ]),
        unfiled(),
        [
          "icp-gateway-domain undetermined www.example.com: undetermined (chart) [check] at values.ingress.hosts[0].host of shop",
        ],
      ],
      "everything about an Ingress": [
        planOf([...mainland, object(INGRESS, "web", unknownValue)]),
        unfiled(),
        ["icp-gateway-domain undetermined web: undetermined (computed) [check] at spec.rules.host of web"],
      ],
      "where the cluster is": [
        planOf([kubeconfig(unknownValue), named()]),
        unfiled(),
        [
          "icp-gateway-domain undetermined www.example.com: undetermined (cluster-not-in-plan) [check] at metadata.annotations of front",
        ],
        [
          "It cannot be told whether this breaks the rule for www.example.com: the plan does not show to which cluster front goes",
          "- Check by hand what cannot be told here.",
          "by F-14",
          "front (hosts)",
        ],
      ],
      "which cluster it is": [
        planOf([cluster(), resource(CLUSTER, "other"), kubeconfig(ref("ack", "other")), named()]),
        unfiled(),
        [
          "icp-gateway-domain undetermined www.example.com: undetermined (several-candidates) [reference] at metadata.annotations of front",
        ],
      ],
      "the cluster of the environment": [
        planOf([resource(SERVICE, "front", namedInputs(), {})]),
        unfiled(),
        [
          "icp-gateway-domain undetermined www.example.com: undetermined (cluster-not-in-plan) [check] at metadata.annotations of front",
        ],
      ],
      "a cluster of AWS in China": [
        planOf([
          resource("pulumi:providers:aws", "cn", { region: "cn-northwest-1" }),
          resource("aws:eks/cluster:Cluster", "eks", {}, { rest: { provider: urnOf("pulumi:providers:aws", "cn") } }),
          kubeconfig(ref("eks")),
          named(),
        ]),
        unfiled(),
        [
          "icp-gateway-domain undetermined www.example.com: undetermined (other-provider) [check] at metadata.annotations of front",
        ],
      ],
      "a word for the address type that is none": [
        planOf([...mainland, named({ [ADDRESS_TYPE]: "Intranet" })]),
        unfiled(),
        [
          "icp-gateway-domain undetermined www.example.com: undetermined (malformed) [check] at metadata.annotations of front",
        ],
      ],
      "a load balancer that is not in the plan": [
        planOf([...mainland, named({ "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-id": "lb-bp1" })]),
        unfiled(),
        [
          "icp-gateway-domain undetermined www.example.com: undetermined (not-in-plan) [check] at metadata.annotations of front",
        ],
      ],
      "a load balancer of somebody else's class": [
        planOf([...mainland, named({}, { loadBalancerClass: "acme.io/lb" })]),
        unfiled(),
        [
          "icp-gateway-domain undetermined www.example.com: undetermined (not-in-plan) [check] at metadata.annotations of front",
        ],
      ],
      "a Gateway of which nothing tells whether it is public": [
        planOf([
          ...mainland,
          object(GATEWAY, "gw", { listeners: [{ name: "https", port: 443, hostname: "www.example.com" }] }),
        ]),
        unfiled(),
        [
          "icp-gateway-domain undetermined www.example.com: undetermined (default-unsourced) [check] at spec.listeners[0].hostname of gw",
        ],
      ],
    },
    silent: {
      "an internal Service": [planOf([...mainland, named({ [ADDRESS_TYPE]: "intranet" })]), unfiled(), []],
      "an internal NLB, in any case": [
        planOf([...mainland, named({ [ADDRESS_TYPE]: "Intranet" }, { loadBalancerClass: nlb })]),
        unfiled(),
        [],
      ],
      "a Service inside the cluster": [planOf([...mainland, named({}, { type: "ClusterIP" })]), unfiled(), []],
      "an internal controller": [
        planOf([...nginxAddOn('{"IngressSlbNetworkType":"intranet"}'), ingress({ ingressClassName: "nginx" })]),
        unfiled(),
        [],
      ],
      "an internal ALB that an add-on makes": [
        planOf([...albAddOn("Intranet"), ingress({ ingressClassName: "alb" })]),
        unfiled(),
        [],
      ],
      "an internal AlbConfig": [
        planOf([...mainland, albConfig({ addressType: "Intranet" }), ingress({ ingressClassName: "alb" })]),
        unfiled(),
        [],
      ],
      "an internal load balancer of the plan": [
        planOf([
          ...mainland,
          clb("lb", { addressType: "intranet" }),
          named({ "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-id": ref("lb") }),
        ]),
        unfiled(),
        [],
      ],
      "an internal Gateway": [
        planOf([
          ...mainland,
          object(GATEWAY, "gw", {
            infrastructure: { annotations: { [ADDRESS_TYPE]: "intranet" } },
            listeners: [{ name: "https", port: 443, hostname: "www.example.com" }],
          }),
        ]),
        unfiled(),
        [],
      ],
      "a cluster in Hong Kong": [
        planOf([...hongKong, named(), ingress({ ingressClassName: "traefik" })]),
        unfiled(),
        [],
      ],
      "a cluster of Google": [
        planOf([
          resource("gcp:container/cluster:Cluster", "gke"),
          kubeconfig(ref("gke")),
          named(),
          ingress({ ingressClassName: "nginx" }),
          record("www", ref("web")),
        ]),
        unfiled(),
        [],
      ],
      "a Service for another provider's controller": [
        planOf([kubeconfig(unknownValue), named({ "networking.gke.io/load-balancer-type": "External" })]),
        unfiled(),
        [],
      ],
      "an Ingress for any host": [planOf([...mainland, ingress({ rules: [{ http: {} }] })]), unfiled(), []],
      "values of a chart that open nothing": [
        planOf([
          ...mainland,
          resource(
            "kubernetes:helm.sh/v3:Release",
            "shop",
            {
              chart: "shop",
              values: {
                externalDatabase: { host: "db.example.com" },
                ingress: { enabled: false, hosts: ["www.example.com"], note: "" },
              },
            },
            inCluster,
          ),
        ]),
        unfiled(),
        [],
      ],
    },
  });
});

function namedInputs(): Properties {
  return {
    metadata: { name: "front", annotations: { "external-dns.alpha.kubernetes.io/hostname": "www.example.com" } },
    spec: { type: "LoadBalancer", ports: [{ port: 443 }] },
  };
}
