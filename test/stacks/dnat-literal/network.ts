import * as alicloud from "@pulumi/alicloud";
import { domainName, incoming, maintenance } from "./addresses";

/** The network team's stack: the gateway, its addresses, and what leaves through it. */
export function network(): void {
  const vpc = new alicloud.vpc.Network("shared", { vpcName: "shared", cidrBlock: "10.90.0.0/16" });
  const vswitches = ["cn-hangzhou-j", "cn-hangzhou-k"].map(
    (zoneId, index) => new alicloud.vpc.Switch(zoneId, { vpcId: vpc.id, zoneId, cidrBlock: `10.90.${index}.0/24` }),
  );
  const gateway = new alicloud.vpc.NatGateway("shared", {
    vpcId: vpc.id,
    vswitchId: vswitches[0]?.id,
    natType: "Enhanced",
    paymentType: "PayAsYouGo",
  });
  const address = (name: string, ipAddress?: string) => {
    const eip = new alicloud.ecs.EipAddress(name, {
      bandwidth: "50",
      internetChargeType: "PayByTraffic",
      ...(ipAddress === undefined ? {} : { ipAddress }),
    });
    new alicloud.ecs.EipAssociation(name, { allocationId: eip.id, instanceId: gateway.id, instanceType: "Nat" });
    return eip.ipAddress;
  };
  address("incoming", incoming);
  address("maintenance", maintenance);
  const outgoing = address("outgoing");
  vswitches.map(
    (vswitch, index) =>
      new alicloud.vpc.SnatEntry(`outgoing-${index}`, {
        snatTableId: gateway.snatTableIds,
        sourceVswitchId: vswitch.id,
        snatIp: outgoing,
      }),
  );
  // For the lists of partners that let us in by name.
  new alicloud.dns.AlidnsRecord("outgoing", { domainName, rr: "out", type: "A", value: outgoing });
}
