import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import { App, type AppSettings } from "./app";
import { Cluster, type ClusterSettings } from "./cluster";
import * as kubernetes from "./kubernetes";
import { Network } from "./network";

const config = new pulumi.Config();

async function main(): Promise<Record<string, pulumi.Input<unknown>>> {
  const { ids } = await alicloud.getZones({ availableResourceCreation: "VSwitch" });
  const network = new Network("platform", ids.slice(0, 2));
  const cluster = new Cluster("platform", network, config.requireObject<ClusterSettings>("cluster"));
  const inCluster = { provider: cluster.provider };

  const namespace = new kubernetes.Namespace("apps", {}, inCluster);
  const controllers = ["public", "internal"].map(
    (name) =>
      new kubernetes.Release(
        `ingress-${name}`,
        {
          chart: "ingress-nginx",
          version: "4.13.3",
          namespace: "kube-system",
          repositoryOpts: { repo: "https://charts.example.com/ingress-nginx" },
          values: {
            controller: {
              ingressClassResource: { name, controllerValue: `k8s.io/${name}` },
              service: {
                annotations: {
                  "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type":
                    name === "public" ? "internet" : "intranet",
                },
              },
            },
          },
        },
        inCluster,
      ),
  );
  for (const settings of config.requireObject<AppSettings[]>("apps")) {
    new App(settings, namespace, { providers: { kubernetes: cluster.provider }, dependsOn: controllers });
  }
  // Somebody's quick way to show the blog: a balancer of its own, and its name.
  const shown = new kubernetes.Service(
    "blog-direct",
    {
      metadata: { name: "blog-direct", namespace: namespace.metadata.name },
      spec: { type: "LoadBalancer", selector: { app: "blog" }, ports: [{ port: 80 }] },
    },
    inCluster,
  );
  return { cluster: cluster.id2, shown: shown.id };
}

export = main;
