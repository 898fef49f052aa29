import * as alicloud from "@pulumi/alicloud";
import { CdnDomain, DnsRecord } from "./any-provider";
import { WebModule } from "./web-module";

const tags = { app: "site" };

const vpc = new alicloud.vpc.Network("site", { vpcName: "site", cidrBlock: "10.80.0.0/16", tags });
const vswitch = new alicloud.vpc.Switch("site", {
  vpcId: vpc.id,
  zoneId: "cn-hangzhou-j",
  cidrBlock: "10.80.0.0/24",
  tags,
});
const securityGroup = new alicloud.ecs.SecurityGroup("site", { vpcId: vpc.id, tags });

// The front: its name is the module's matter.
const front = new alicloud.slb.ApplicationLoadBalancer("front", {
  addressType: "internet",
  loadBalancerSpec: "slb.s2.small",
  paymentType: "PayAsYouGo",
  tags,
});
new alicloud.slb.Listener("front", {
  loadBalancerId: front.id,
  protocol: "https",
  frontendPort: 443,
  backendPort: 8080,
  bandwidth: -1,
  serverCertificateId: "1000001-cn-hangzhou",
});

const web = new WebModule("web", {
  balancerAddress: front.address,
  balancerId: front.id,
  hosts: ["www.example.com", "www.example.net"],
  securityGroupId: securityGroup.id,
  vswitchId: vswitch.id,
});
new alicloud.dns.AlidnsRecord("blog", { domainName: "example.com", rr: "blog", type: "A", value: web.publicIp });

// Downloads, with Pulumi's own provider.
const bucket = new alicloud.oss.Bucket("downloads", { bucket: "site-downloads-example" });
new alicloud.oss.BucketAcl("downloads", { bucket: bucket.bucket, acl: "private" });
new alicloud.oss.BucketCname("downloads", { bucket: bucket.bucket, domain: "downloads.example.com" });
new alicloud.dns.AlidnsRecord("downloads", {
  domainName: "example.com",
  rr: "downloads",
  type: "CNAME",
  value: "site-downloads-example.oss-cn-hangzhou.aliyuncs.com",
});

// Images, with the provider that Pulumi makes of Terraform's.
const images = new CdnDomain("images", {
  domainName: "img.example.com",
  cdnType: "web",
  scope: "domestic",
  sources: [{ type: "oss", content: "site-images-example.oss-cn-hangzhou.aliyuncs.com", port: 443 }],
});
new DnsRecord("images", { domainName: "example.com", rr: "img", type: "CNAME", value: images.cname });
