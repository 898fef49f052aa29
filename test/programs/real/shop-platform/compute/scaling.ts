import * as alicloud from "@pulumi/alicloud";
import { image, nameOf, tags } from "../config";
import { app as appGroup } from "../network/security-groups";
import { appG, appJ, appK } from "../network/vpc";
import { groups } from "../balancing/groups";

export const catalogue = new alicloud.ess.ScalingGroup("catalogue", {
  scalingGroupName: nameOf("catalogue"),
  minSize: 2,
  maxSize: 12,
  defaultCooldown: 120,
  vswitchIds: [appJ.id, appK.id, appG.id],
  removalPolicies: ["OldestScalingConfiguration", "NewestInstance"],
  multiAzPolicy: "BALANCE",
  tags: tags("catalogue"),
});

new alicloud.ess.ScalingConfiguration("catalogue", {
  scalingGroupId: catalogue.id,
  scalingConfigurationName: nameOf("catalogue"),
  imageId: image,
  instanceTypes: ["ecs.c8i.large", "ecs.c7.large"],
  securityGroupId: appGroup.id,
  systemDiskCategory: "cloud_essd",
  systemDiskSize: 40,
  forceDelete: true,
  active: true,
  enable: true,
});

const catalogueOut = new alicloud.ess.ScalingRule("catalogue-out", {
  scalingGroupId: catalogue.id,
  scalingRuleName: nameOf("catalogue-out"),
  scalingRuleType: "SimpleScalingRule",
  adjustmentType: "QuantityChangeInCapacity",
  adjustmentValue: 2,
});

new alicloud.ess.ScheduledTask("catalogue-evening", {
  scheduledTaskName: nameOf("catalogue-evening"),
  scheduledAction: catalogueOut.ari,
  launchTime: "2026-12-01T11:00Z",
  recurrenceType: "Daily",
  recurrenceValue: "1",
  recurrenceEndTime: "2027-11-30T11:00Z",
});

new alicloud.ess.AlbServerGroupAttachment("catalogue", {
  scalingGroupId: catalogue.id,
  albServerGroupId: groups.catalogue.id,
  port: 8080,
  weight: 100,
  forceAttach: true,
});

export const search = new alicloud.ess.ScalingGroup("search", {
  scalingGroupName: nameOf("search"),
  minSize: 2,
  maxSize: 6,
  defaultCooldown: 120,
  vswitchIds: [appJ.id, appK.id, appG.id],
  removalPolicies: ["OldestScalingConfiguration", "NewestInstance"],
  multiAzPolicy: "BALANCE",
  tags: tags("search"),
});

new alicloud.ess.ScalingConfiguration("search", {
  scalingGroupId: search.id,
  scalingConfigurationName: nameOf("search"),
  imageId: image,
  instanceTypes: ["ecs.r8i.large", "ecs.r7.large"],
  securityGroupId: appGroup.id,
  systemDiskCategory: "cloud_essd",
  systemDiskSize: 40,
  forceDelete: true,
  active: true,
  enable: true,
});

const searchOut = new alicloud.ess.ScalingRule("search-out", {
  scalingGroupId: search.id,
  scalingRuleName: nameOf("search-out"),
  scalingRuleType: "SimpleScalingRule",
  adjustmentType: "QuantityChangeInCapacity",
  adjustmentValue: 2,
});

new alicloud.ess.ScheduledTask("search-evening", {
  scheduledTaskName: nameOf("search-evening"),
  scheduledAction: searchOut.ari,
  launchTime: "2026-12-01T11:00Z",
  recurrenceType: "Daily",
  recurrenceValue: "1",
  recurrenceEndTime: "2027-11-30T11:00Z",
});

new alicloud.ess.AlbServerGroupAttachment("search", {
  scalingGroupId: search.id,
  albServerGroupId: groups.search.id,
  port: 8080,
  weight: 100,
  forceAttach: true,
});

export const checkout = new alicloud.ess.ScalingGroup("checkout", {
  scalingGroupName: nameOf("checkout"),
  minSize: 3,
  maxSize: 20,
  defaultCooldown: 120,
  vswitchIds: [appJ.id, appK.id, appG.id],
  removalPolicies: ["OldestScalingConfiguration", "NewestInstance"],
  multiAzPolicy: "BALANCE",
  tags: tags("checkout"),
});

new alicloud.ess.ScalingConfiguration("checkout", {
  scalingGroupId: checkout.id,
  scalingConfigurationName: nameOf("checkout"),
  imageId: image,
  instanceTypes: ["ecs.g8i.large", "ecs.g7.large"],
  securityGroupId: appGroup.id,
  systemDiskCategory: "cloud_essd",
  systemDiskSize: 40,
  forceDelete: true,
  active: true,
  enable: true,
});

const checkoutOut = new alicloud.ess.ScalingRule("checkout-out", {
  scalingGroupId: checkout.id,
  scalingRuleName: nameOf("checkout-out"),
  scalingRuleType: "SimpleScalingRule",
  adjustmentType: "QuantityChangeInCapacity",
  adjustmentValue: 2,
});

new alicloud.ess.ScheduledTask("checkout-evening", {
  scheduledTaskName: nameOf("checkout-evening"),
  scheduledAction: checkoutOut.ari,
  launchTime: "2026-12-01T11:00Z",
  recurrenceType: "Daily",
  recurrenceValue: "1",
  recurrenceEndTime: "2027-11-30T11:00Z",
});

new alicloud.ess.AlbServerGroupAttachment("checkout", {
  scalingGroupId: checkout.id,
  albServerGroupId: groups.checkout.id,
  port: 8080,
  weight: 100,
  forceAttach: true,
});
