import * as alicloud from "@pulumi/alicloud";
import { nameOf, tags } from "../config";
import { appG, appJ, appK, frontJ, podsJ, podsK, vpc } from "./vpc";

export const gateway = new alicloud.vpc.NatGateway("shop", {
  natGatewayName: nameOf("nat"),
  vpcId: vpc.id,
  vswitchId: frontJ.id,
  natType: "Enhanced",
  paymentType: "PayAsYouGo",
  internetChargeType: "PayByLcu",
  tags: tags("network"),
});

export const outgoing = new alicloud.ecs.EipAddress("outgoing", {
  addressName: nameOf("outgoing"),
  bandwidth: "200",
  internetChargeType: "PayByTraffic",
  paymentType: "PayAsYouGo",
  tags: tags("network"),
});

const bound = new alicloud.ecs.EipAssociation("outgoing", {
  allocationId: outgoing.id,
  instanceId: gateway.id,
  instanceType: "Nat",
});

new alicloud.vpc.SnatEntry(
  "app-j",
  {
    snatEntryName: nameOf("app-j"),
    snatTableId: gateway.snatTableIds,
    sourceVswitchId: appJ.id,
    snatIp: outgoing.ipAddress,
  },
  { dependsOn: [bound] },
);

new alicloud.vpc.SnatEntry(
  "app-k",
  {
    snatEntryName: nameOf("app-k"),
    snatTableId: gateway.snatTableIds,
    sourceVswitchId: appK.id,
    snatIp: outgoing.ipAddress,
  },
  { dependsOn: [bound] },
);

new alicloud.vpc.SnatEntry(
  "app-g",
  {
    snatEntryName: nameOf("app-g"),
    snatTableId: gateway.snatTableIds,
    sourceVswitchId: appG.id,
    snatIp: outgoing.ipAddress,
  },
  { dependsOn: [bound] },
);

new alicloud.vpc.SnatEntry(
  "pods-j",
  {
    snatEntryName: nameOf("pods-j"),
    snatTableId: gateway.snatTableIds,
    sourceVswitchId: podsJ.id,
    snatIp: outgoing.ipAddress,
  },
  { dependsOn: [bound] },
);

new alicloud.vpc.SnatEntry(
  "pods-k",
  {
    snatEntryName: nameOf("pods-k"),
    snatTableId: gateway.snatTableIds,
    sourceVswitchId: podsK.id,
    snatIp: outgoing.ipAddress,
  },
  { dependsOn: [bound] },
);

// The old mail relay is still reached through the gateway.
new alicloud.vpc.ForwardEntry(
  "smtp",
  {
    forwardEntryName: nameOf("smtp"),
    forwardTableId: gateway.forwardTableIds,
    externalIp: outgoing.ipAddress,
    externalPort: "25",
    internalIp: "10.20.32.25",
    internalPort: "25",
    ipProtocol: "tcp",
  },
  { dependsOn: [bound] },
);
