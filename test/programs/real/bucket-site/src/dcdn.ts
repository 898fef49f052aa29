import * as alicloud from "@pulumi/alicloud";
import type { Names } from "./names";
import type { SiteBucket } from "./oss";

/** Before its domain is filed, a site is served from nodes abroad alone. */
export function createEdge(
  { prefix, siteHost, isFiled, tags }: Names,
  { bucket, acl }: SiteBucket,
): alicloud.dcdn.Domain {
  const edge = new alicloud.dcdn.Domain(
    `${prefix}-edge`,
    {
      domainName: siteHost,
      scope: isFiled ? "domestic" : "overseas",
      sources: [{ type: "oss", content: bucket.extranetEndpoint, port: 443, priority: "20", weight: "10" }],
      sslProtocol: "on",
      certName: `${prefix}-edge`,
      certType: "cas",
      tags,
    },
    { dependsOn: acl },
  );
  new alicloud.dcdn.DomainConfig(`${prefix}-range`, {
    domainName: edge.domainName,
    functionName: "range",
    functionArgs: [{ argName: "enable", argValue: "on" }],
  });
  return edge;
}
