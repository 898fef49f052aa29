import * as alicloud from "@pulumi/alicloud";

/** A record of the company's domain. */
export const recordOf = (rr, value) =>
  new alicloud.dns.AlidnsRecord(rr, { domainName: "example.com", rr, type: "A", value });
