import * as alicloud from "@pulumi/alicloud";
import { Entry } from "./entry";
import { hosts } from "./hosts";

const cluster = new alicloud.cs.ManagedKubernetes("apps", {
  name: "apps",
  clusterSpec: "ack.pro.small",
  vswitchIds: ["vsw-wz90000000000000000"],
  serviceCidr: "192.168.0.0/16",
  newNatGateway: false,
  slbInternetEnabled: false,
});
const entry = new Entry("public", hosts);
const statics = new alicloud.cdn.DomainNew("static", {
  domainName: "static.example.com",
  cdnType: "web",
  scope: "domestic",
  sources: [{ type: "ipaddr", content: entry.address, port: 443 }],
});

export const clusterId = cluster.id;
export const publicEntry = { address: entry.address, hosts };
export const staticCname = statics.cname;
