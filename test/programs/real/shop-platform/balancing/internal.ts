import * as alicloud from "@pulumi/alicloud";
import { nameOf, tags } from "../config";
import { appJ, appK, vpc } from "../network/vpc";

/** What services reach each other through: nobody outside does. */
export const internal = new alicloud.nlb.LoadBalancer("internal", {
  loadBalancerName: nameOf("internal"),
  addressType: "Intranet",
  vpcId: vpc.id,
  zoneMappings: [
    { zoneId: "cn-hangzhou-j", vswitchId: appJ.id },
    { zoneId: "cn-hangzhou-k", vswitchId: appK.id },
  ],
  tags: tags("balancing"),
});

const group = new alicloud.nlb.ServerGroup("internal", {
  serverGroupName: nameOf("internal"),
  vpcId: vpc.id,
  protocol: "TCP",
  scheduler: "Wrr",
  serverGroupType: "Instance",
  healthCheck: {
    healthCheckEnabled: true,
    healthCheckType: "TCP",
    healthCheckConnectPort: 9000,
  },
});

for (const port of [9000, 9001]) {
  new alicloud.nlb.Listener(`internal-${port}`, {
    loadBalancerId: internal.id,
    listenerProtocol: "TCP",
    listenerPort: port,
    serverGroupId: group.id,
    idleTimeout: 900,
  });
}
