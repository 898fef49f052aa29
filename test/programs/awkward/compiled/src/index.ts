import * as alicloud from "@pulumi/alicloud";

interface Site {
  readonly host: string;
  readonly scope?: string;
}

const sites: readonly Site[] = [{ host: "www.example.com" }, { host: "abroad.example.com", scope: "overseas" }];

for (const { host, scope } of sites) {
  new alicloud.cdn.DomainNew(host, {
    domainName: host,
    cdnType: "web",
    ...(scope === undefined ? {} : { scope }),
    sources: [{ type: "domain", content: "origin.example.net" }],
  });
}
