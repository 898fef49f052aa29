import * as alicloud from "@pulumi/alicloud";

export const zones = new Map(
  ["example.com", "example.net"].map((domainName) => [
    domainName,
    new alicloud.dns.AlidnsDomain(domainName, { domainName, remark: "kept by the platform team" }),
  ]),
);
