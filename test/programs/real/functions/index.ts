import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import { Fn } from "./function";
import { createGateway } from "./gateway";

const mode = new pulumi.Config().require("mode");

const site = new Fn("site", {
  handler: "site.handler",
  memory: 512,
  hosts: ["www.example.com", "m.example.com", "www.example.cn"],
  environment: { MODE: mode },
});
const behind = ["orders", "payments"].map((name) => new Fn(name, { handler: `${name}.handler` }));
const group = createGateway(new Map(behind.map((fn) => [fn.label, fn])));

new alicloud.dns.AlidnsRecord("partners", {
  domainName: "example.cn",
  rr: "partners",
  type: "CNAME",
  value: group.subDomain,
});
new alicloud.dns.AlidnsRecord("api", { domainName: "example.com", rr: "api", type: "CNAME", value: group.subDomain });

export const functions = { site: site.arn, ...Object.fromEntries(behind.map((fn) => [fn.label, fn.arn])) };
export const gateway = group.subDomain;
