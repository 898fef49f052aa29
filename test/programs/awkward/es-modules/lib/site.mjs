import { cdn } from "@pulumi/alicloud";

/** A host behind a CDN. */
export function siteOf(rr, apex) {
  const site = new cdn.DomainNew(rr, {
    domainName: `${rr}.${apex}`,
    cdnType: "web",
    sources: [{ type: "domain", content: "origin.example.net" }],
  });
  return site.cname;
}
