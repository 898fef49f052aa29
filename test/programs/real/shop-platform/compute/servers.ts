import * as alicloud from "@pulumi/alicloud";
import { image, nameOf, tags } from "../config";
import {
  bastion as bastionGroup,
  build as buildGroup,
  web as webGroup,
  app as appGroup,
} from "../network/security-groups";
import { appG, appJ, appK, frontJ, frontK } from "../network/vpc";

export const web1 = new alicloud.ecs.Instance("web-1", {
  instanceName: nameOf("web-1"),
  hostName: "web-1",
  instanceType: "ecs.g8i.xlarge",
  imageId: image,
  securityGroups: [webGroup.id],
  vswitchId: frontJ.id,
  systemDiskCategory: "cloud_essd",
  systemDiskSize: 80,
  instanceChargeType: "PrePaid",
  period: 12,
  periodUnit: "Month",
  renewalStatus: "AutoRenewal",
  autoRenewPeriod: 12,
  internetMaxBandwidthOut: 5,
  tags: tags("web"),
});

export const web2 = new alicloud.ecs.Instance("web-2", {
  instanceName: nameOf("web-2"),
  hostName: "web-2",
  instanceType: "ecs.g8i.xlarge",
  imageId: image,
  securityGroups: [webGroup.id],
  vswitchId: frontK.id,
  systemDiskCategory: "cloud_essd",
  systemDiskSize: 80,
  instanceChargeType: "PrePaid",
  period: 12,
  periodUnit: "Month",
  renewalStatus: "AutoRenewal",
  autoRenewPeriod: 12,
  tags: tags("web"),
});

export const web3 = new alicloud.ecs.Instance("web-3", {
  instanceName: nameOf("web-3"),
  hostName: "web-3",
  instanceType: "ecs.g8i.xlarge",
  imageId: image,
  securityGroups: [webGroup.id],
  vswitchId: frontK.id,
  systemDiskCategory: "cloud_essd",
  systemDiskSize: 80,
  instanceChargeType: "PostPaid",
  tags: tags("web"),
});

export const worker1 = new alicloud.ecs.Instance("worker-1", {
  instanceName: nameOf("worker-1"),
  hostName: "worker-1",
  instanceType: "ecs.c8i.2xlarge",
  imageId: image,
  securityGroups: [appGroup.id],
  vswitchId: appJ.id,
  systemDiskCategory: "cloud_essd",
  systemDiskSize: 80,
  instanceChargeType: "PrePaid",
  period: 12,
  periodUnit: "Month",
  renewalStatus: "AutoRenewal",
  autoRenewPeriod: 12,
  dataDisks: [
    {
      name: "spool",
      category: "cloud_essd",
      size: 200,
      encrypted: true,
    },
  ],
  tags: tags("worker"),
});

export const worker2 = new alicloud.ecs.Instance("worker-2", {
  instanceName: nameOf("worker-2"),
  hostName: "worker-2",
  instanceType: "ecs.c8i.2xlarge",
  imageId: image,
  securityGroups: [appGroup.id],
  vswitchId: appK.id,
  systemDiskCategory: "cloud_essd",
  systemDiskSize: 80,
  instanceChargeType: "PrePaid",
  period: 12,
  periodUnit: "Month",
  renewalStatus: "AutoRenewal",
  autoRenewPeriod: 12,
  dataDisks: [
    {
      name: "spool",
      category: "cloud_essd",
      size: 200,
      encrypted: true,
    },
  ],
  tags: tags("worker"),
});

export const worker3 = new alicloud.ecs.Instance("worker-3", {
  instanceName: nameOf("worker-3"),
  hostName: "worker-3",
  instanceType: "ecs.c8i.2xlarge",
  imageId: image,
  securityGroups: [appGroup.id],
  vswitchId: appG.id,
  systemDiskCategory: "cloud_essd",
  systemDiskSize: 80,
  instanceChargeType: "PrePaid",
  period: 12,
  periodUnit: "Month",
  renewalStatus: "AutoRenewal",
  autoRenewPeriod: 12,
  dataDisks: [
    {
      name: "spool",
      category: "cloud_essd",
      size: 200,
      encrypted: true,
    },
  ],
  tags: tags("worker"),
});

export const bastion = new alicloud.ecs.Instance("bastion", {
  instanceName: nameOf("bastion"),
  hostName: "bastion",
  instanceType: "ecs.t6-c1m2.large",
  imageId: image,
  securityGroups: [bastionGroup.id],
  vswitchId: frontJ.id,
  systemDiskCategory: "cloud_essd",
  systemDiskSize: 80,
  instanceChargeType: "PostPaid",
  internetMaxBandwidthOut: 2,
  tags: tags("bastion"),
});

export const build1 = new alicloud.ecs.Instance("build-1", {
  instanceName: nameOf("build-1"),
  hostName: "build-1",
  instanceType: "ecs.c8i.xlarge",
  imageId: image,
  securityGroups: [buildGroup.id],
  vswitchId: appJ.id,
  systemDiskCategory: "cloud_essd",
  systemDiskSize: 80,
  instanceChargeType: "PostPaid",
  internetMaxBandwidthOut: 10,
  tags: tags("build"),
});

export const build2 = new alicloud.ecs.Instance("build-2", {
  instanceName: nameOf("build-2"),
  hostName: "build-2",
  instanceType: "ecs.c8i.xlarge",
  imageId: image,
  securityGroups: [buildGroup.id],
  vswitchId: appK.id,
  systemDiskCategory: "cloud_essd",
  systemDiskSize: 80,
  instanceChargeType: "PostPaid",
  tags: tags("build"),
});
