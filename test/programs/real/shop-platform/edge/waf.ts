import * as alicloud from "@pulumi/alicloud";

/** The firewall in front of what takes money. */
const firewall = new alicloud.wafv3.Instance("shop");

export const pay = new alicloud.wafv3.Domain("pay", {
  instanceId: firewall.id,
  domain: "pay.example.com",
  accessType: "share",
  listen: {
    httpsPorts: [443],
    httpPorts: [80],
    certId: "7654321-cn-hangzhou",
    protectionResource: "share",
    tlsVersion: "tlsv1.2",
  },
  redirect: {
    backends: ["47.98.30.40"],
    loadbalance: "iphash",
    focusHttpBackend: false,
  },
});

export const payNet = new alicloud.wafv3.Domain("pay-net", {
  instanceId: firewall.id,
  domain: "pay.example.net",
  accessType: "share",
  listen: {
    httpsPorts: [443],
    certId: "7654322-cn-hangzhou",
    protectionResource: "share",
    tlsVersion: "tlsv1.2",
  },
  redirect: {
    backends: ["47.98.30.40"],
    loadbalance: "roundRobin",
  },
});
