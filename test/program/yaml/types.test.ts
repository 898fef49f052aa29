/** Type tokens as programs write them, against all that the SDK of Alibaba Cloud has, and those that are described. */
import { expect, it } from "vitest";
import { sdkTypes } from "../../../scripts/sdk";
import { products } from "../../../src/products";
import { fullToken, providedPackage } from "../../../src/program/yaml/types";

const shortened = (type: string): string => type.replace(/\/\w+:/, ":");

it("are made whole for every type of the SDK", () => {
  const types = [...sdkTypes().keys()].filter((type) => type.startsWith("alicloud:"));
  expect(types.length).toBeGreaterThan(1_000);
  expect(types.map((type) => fullToken(shortened(type)))).toEqual(types);
  expect(types.map((type) => fullToken(type))).toEqual(types);
});

it("are made whole for every described type of other providers", () => {
  const bridged = Object.keys(products).filter((type) => {
    const [, module = "", member = ""] = type.split(":");
    return module.split("/")[1]?.toLowerCase() === member.toLowerCase();
  });
  expect(bridged.map((type) => fullToken(shortened(type)))).toEqual(bridged);
  const rest = Object.keys(products).filter((type) => !bridged.includes(type));
  expect(rest.map((type) => fullToken(type))).toEqual(rest);
});

it.each([
  ["alicloud:cdn:DomainNew", "alicloud:cdn/domainNew:DomainNew"],
  ["alicloud:getZones", "alicloud:index/getZones:getZones"],
  ["alicloud:ecs:NoSuchThing", "alicloud:ecs/noSuchThing:NoSuchThing"],
  ["cloudflare:DnsRecord", "cloudflare:index/dnsRecord:DnsRecord"],
  ["cloudflare:R2Bucket", "cloudflare:index/r2Bucket:R2Bucket"],
  ["gcp:compute:URLMap", "gcp:compute/uRLMap:URLMap"],
  ["aws:route53:Record", "aws:route53/record:Record"],
  ["azure-native:dns:RecordSet", "azure-native:dns:RecordSet"],
  ["kubernetes:networking.k8s.io/v1:Ingress", "kubernetes:networking.k8s.io/v1:Ingress"],
  ["kubernetes:core/v1:Service", "kubernetes:core/v1:Service"],
  ["acme:Site", "acme:index:Site"],
  ["acme:web:Site", "acme:web:Site"],
  ["pulumi:providers:alicloud", "pulumi:providers:alicloud"],
  ["pulumi:pulumi:StackReference", "pulumi:pulumi:StackReference"],
])("%s is %s", (written, whole) => {
  expect(fullToken(written)).toBe(whole);
});

it.each([
  ["pulumi:providers:alicloud", "alicloud"],
  ["alicloud:cdn/domainNew:DomainNew", "alicloud"],
])("%s is of the package %s", (type, name) => {
  expect(providedPackage(type)).toBe(name);
});
