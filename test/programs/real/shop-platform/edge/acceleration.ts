import * as alicloud from "@pulumi/alicloud";
import { nameOf } from "../config";
import { dnsName } from "../balancing/public";

/** Customers abroad enter near to them. */
export const accelerator = new alicloud.ga.Accelerator("abroad", {
  acceleratorName: nameOf("abroad"),
  duration: 12,
  pricingCycle: "Month",
  spec: "1",
  autoUseCoupon: true,
});

const bandwidth = new alicloud.ga.BandwidthPackage("abroad", {
  bandwidth: 100,
  type: "Basic",
  bandwidthType: "Basic",
  paymentType: "PayAsYouGo",
  billingType: "PayBy95",
  ratio: 30,
});

const attached = new alicloud.ga.BandwidthPackageAttachment("abroad", {
  acceleratorId: accelerator.id,
  bandwidthPackageId: bandwidth.id,
});

const listener = new alicloud.ga.Listener(
  "abroad-https",
  {
    acceleratorId: accelerator.id,
    name: nameOf("abroad-https"),
    protocol: "TCP",
    portRanges: [{ fromPort: 443, toPort: 443 }],
  },
  { dependsOn: [attached] },
);

for (const region of ["ap-southeast-1", "us-west-1"]) {
  new alicloud.ga.IpSet(
    region,
    {
      acceleratorId: accelerator.id,
      accelerateRegionId: region,
      bandwidth: 50,
    },
    { dependsOn: [attached] },
  );
}

new alicloud.ga.EndpointGroup("abroad", {
  acceleratorId: accelerator.id,
  listenerId: listener.id,
  endpointGroupRegion: "cn-hangzhou",
  endpointConfigurations: [
    {
      type: "Domain",
      endpoint: dnsName,
      weight: 100,
      enableClientipPreservation: true,
    },
  ],
});
