import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import type { Names } from "./names";

export function createRecords({ prefix, apex, siteHost, apiHost }: Names, edge: pulumi.Output<string>): void {
  const labelOf = (host: string): string => host.slice(0, -apex.length - 1);
  new alicloud.dns.AlidnsRecord(`${prefix}-site`, {
    domainName: apex,
    rr: labelOf(siteHost),
    type: "CNAME",
    value: edge,
    ttl: 600,
  });
  const account = alicloud.getAccountOutput({});
  const region = new pulumi.Config("alicloud").require("region");
  new alicloud.dns.AlidnsRecord(`${prefix}-api`, {
    domainName: apex,
    rr: labelOf(apiHost),
    type: "CNAME",
    value: pulumi.interpolate`${account.id}.${region}.fc.aliyuncs.com`,
  });
}
