import * as alicloud from "@pulumi/alicloud";
import { cdn, env, tags } from "./config";

if (cdn) {
  const bucket = new alicloud.oss.Bucket("static", { bucket: `example-static-${env}`, tags });
  new alicloud.oss.BucketAcl("static", { bucket: bucket.bucket, acl: "private" });
  for (const rr of cdn.hosts) {
    const domain = new alicloud.cdn.DomainNew(rr, {
      domainName: `${rr}.${cdn.apex}`,
      cdnType: "web",
      scope: cdn.scope,
      sources: [{ type: "oss", content: bucket.extranetEndpoint, port: 443 }],
      tags,
    });
    new alicloud.dns.AlidnsRecord(`cdn-${rr}`, {
      domainName: cdn.apex,
      rr,
      type: "CNAME",
      value: domain.cname,
    });
  }
}
