import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const site = (domainName: string) =>
  new alicloud.cdn.DomainNew(domainName, {
    domainName,
    cdnType: "web",
    sources: [{ type: "domain", content: "origin.example.net" }],
  });

new pulumi.Config().requireSecret("domain").apply(site);
new pulumi.StackReference("acme/base/dev").getOutput("hosts").apply((hosts: string[]) => hosts.map(site));
alicloud.oss.getBucketsOutput().buckets.apply((buckets) => buckets.map(({ name }) => site(`${name}.example.com`)));

// What only puts texts together makes nothing, and what waits for a resource no preview knows.
export const text = pulumi.interpolate`${new pulumi.Config().requireSecret("domain")}/index.html`;
export const address = new alicloud.ecs.EipAddress("address", {}).ipAddress.apply((ip) => `https://${ip}`);
