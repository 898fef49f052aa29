import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import * as kubernetes from "./kubernetes";
import type { Network } from "./network";

export interface ClusterSettings {
  readonly version: string;
  readonly nodes: number;
  readonly type: string;
}

/** A managed cluster with a pool of nodes, and the way to talk to it. */
export class Cluster extends pulumi.ComponentResource {
  readonly provider: kubernetes.Provider;
  readonly id2: pulumi.Output<string>;

  constructor(
    name: string,
    network: Network,
    { version, nodes, type }: ClusterSettings,
    options?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:cluster:Cluster", name, {}, options);
    const parent = { parent: this };
    const cluster = new alicloud.cs.ManagedKubernetes(
      name,
      {
        name,
        version,
        clusterSpec: "ack.pro.small",
        vswitchIds: [...network.vswitchIds],
        podVswitchIds: [...network.vswitchIds],
        serviceCidr: "192.168.0.0/16",
        newNatGateway: false,
        slbInternetEnabled: true,
        deletionProtection: true,
        addons: [
          { name: "terway-eniip", config: JSON.stringify({ IPVlan: "false" }) },
          { name: "csi-plugin" },
          { name: "csi-provisioner" },
          { name: "nginx-ingress-controller", disabled: true },
        ],
      },
      parent,
    );
    new alicloud.cs.NodePool(
      name,
      {
        clusterId: cluster.id,
        nodePoolName: `${name}-default`,
        vswitchIds: [...network.vswitchIds],
        instanceTypes: [type],
        desiredSize: String(nodes),
        systemDiskCategory: "cloud_essd",
        systemDiskSize: 120,
        instanceChargeType: "PostPaid",
      },
      parent,
    );
    const { kubeconfig } = {
      kubeconfig: pulumi.secret(
        pulumi
          .all([cluster.id, cluster.connections])
          .apply(([id, { apiServerInternet }]) =>
            JSON.stringify({ clusters: [{ name: id, cluster: { server: apiServerInternet } }] }),
          ),
      ),
    };
    this.provider = new kubernetes.Provider(name, { kubeconfig, enableServerSideApply: true }, parent);
    this.id2 = cluster.id;
    this.registerOutputs({ id: this.id2 });
  }
}
