/** Resources for tests, one short call each, in the words of the program that would declare them. */
import type { Properties, ResourceSpec } from "./plan";
import { ref, type Ref } from "./plan";

type Text = string | Ref;

export const resource = (
  type: string,
  name: string,
  inputs: Properties = {},
  rest: Omit<ResourceSpec, "type" | "name" | "inputs"> = {},
): ResourceSpec => ({
  type,
  name,
  inputs,
  ...rest,
});

/** Something of a Terraform module that the program uses, of a type that nobody knows: nothing is read of it. */
export const bridged = (name = "module.web.alicloud_future_server.this"): ResourceSpec =>
  resource("web:tf:alicloud_future_server", name);

/** A subscription server for a year, with bandwidth: able to obtain a filing. */
export const subscription: Properties = {
  instanceChargeType: "PrePaid",
  period: 12,
  renewalStatus: "AutoRenewal",
  internetMaxBandwidthOut: 5,
  securityGroups: [ref("group")],
};

export const instance = (name: string, inputs: Properties = subscription, rest = {}): ResourceSpec =>
  resource("alicloud:ecs/instance:Instance", name, inputs, rest);

export const eip = (name: string, inputs: Properties = {}, rest = {}): ResourceSpec =>
  resource("alicloud:ecs/eipAddress:EipAddress", name, inputs, rest);

export const association = (name: string, address: string, target: string, inputs: Properties = {}): ResourceSpec =>
  resource("alicloud:ecs/eipAssociation:EipAssociation", name, {
    allocationId: ref(address),
    instanceId: ref(target),
    ...inputs,
  });

export const group = (name = "group"): ResourceSpec => resource("alicloud:ecs/securityGroup:SecurityGroup", name);

export const opens = (
  portRange: string,
  name = `open-${portRange}`,
  to = "group",
  cidrIp = "0.0.0.0/0",
): ResourceSpec =>
  resource("alicloud:ecs/securityGroupRule:SecurityGroupRule", name, {
    type: "ingress",
    ipProtocol: "tcp",
    portRange,
    cidrIp,
    securityGroupId: ref(to),
  });

/** A security group that lets the web in. */
export const web: readonly ResourceSpec[] = [group(), opens("443/443")];

export const record = (rr: string, value: Text, inputs: Properties = {}, rest = {}): ResourceSpec =>
  resource(
    "alicloud:dns/alidnsRecord:AlidnsRecord",
    `${rr}-record`,
    { domainName: "example.com", rr, type: "A", value, ...inputs },
    rest,
  );

export const cname = (rr: string, value: Text, inputs: Properties = {}, rest = {}): ResourceSpec =>
  record(rr, value, { type: "CNAME", ...inputs }, rest);

export const cdn = (name: string, inputs: Properties = {}): ResourceSpec =>
  resource("alicloud:cdn/domainNew:DomainNew", name, {
    domainName: "www.example.com",
    cdnType: "web",
    sources: [{ type: "domain", content: "origin.example.net" }],
    ...inputs,
  });

export const bucket = (name: string, inputs: Properties = {}, rest = {}): ResourceSpec =>
  resource("alicloud:oss/bucket:Bucket", name, { bucket: name, ...inputs }, rest);

export const customDomain = (name: string, of: Text, domain = "img.example.com"): ResourceSpec =>
  resource("alicloud:oss/bucketCname:BucketCname", name, { bucket: of, domain });

export const clb = (name: string, inputs: Properties = { addressType: "internet" }): ResourceSpec =>
  resource("alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer", name, inputs);

/** An explicit provider in a region. */
export const provider = (name: string, region: Text): ResourceSpec =>
  resource("pulumi:providers:alicloud", name, { region });
