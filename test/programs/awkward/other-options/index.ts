import * as alicloud from "@pulumi/alicloud";

const sources = [{ type: "domain", content: "origin.example.net" }];
const vpc = new alicloud.vpc.Network("main", { cidrBlock: "10.0.0.0/16" }, { protect: true });

new alicloud.vpc.Switch(
  "main",
  { vpcId: vpc.id, zoneId: "cn-hangzhou-j", cidrBlock: "10.0.1.0/24" },
  { deletedWith: vpc, replaceWith: [vpc] },
);
new alicloud.cdn.DomainNew(
  "kept",
  { domainName: "kept.example.com", cdnType: "web", sources },
  { retainOnDelete: true, deleteBeforeReplace: true, replaceOnChanges: ["*"], hideDiffs: ["sources"] },
);
new alicloud.cdn.DomainNew(
  "timed",
  { domainName: "timed.example.com", cdnType: "web", sources },
  { customTimeouts: { create: "20m" }, version: "3.108.0", replacementTrigger: "autumn" },
);
