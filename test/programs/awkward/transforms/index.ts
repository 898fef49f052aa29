import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const singapore = new alicloud.Provider("singapore", { region: "ap-southeast-1" });

const isDomain = (type: string): boolean => type === "alicloud:cdn/domainNew:DomainNew";

// Of the stack, and one that takes its time.
pulumi.runtime.registerResourceTransform(async ({ type, props, opts }) => {
  await new Promise((done) => setTimeout(done, 20));
  return isDomain(type) ? { props: { ...(props as object), scope: "global" }, opts } : undefined;
});

class Site extends pulumi.ComponentResource {
  constructor(name: string, options: pulumi.ComponentResourceOptions) {
    super("site:index:Site", name, {}, options);
    new alicloud.cdn.DomainNew(
      name,
      {
        domainName: `${name}.example.com`,
        cdnType: "web",
        scope: "overseas",
        sources: [{ type: "domain", content: "origin.example.net" }],
      },
      { parent: this },
    );
    this.registerOutputs();
  }
}

new Site("plain", {});
// Of a component: for its children.
new Site("renamed", {
  transforms: [
    ({ type, props, opts }) =>
      isDomain(type) ? { props: { ...(props as object), domainName: "renamed.example.org" }, opts } : undefined,
  ],
});
// Two of one resource, the second of which sees what the first one made.
new alicloud.dns.AlidnsRecord(
  "twice",
  { domainName: "example.com", rr: "once", type: "A", value: "47.98.10.20" },
  {
    transforms: [
      ({ props, opts }) => ({ props: { ...(props as object), rr: "twice" }, opts }),
      ({ props, opts }) => ({ props: { ...(props as object), remark: `was ${(props as { rr: string }).rr}` }, opts }),
    ],
  },
);
// Of options: another provider, another place.
new alicloud.oss.BucketCname(
  "moved",
  { bucket: "media-abroad", domain: "moved.example.com" },
  { transforms: [({ props, opts }) => ({ props: props, opts: { ...opts, provider: singapore } })] },
);
new alicloud.oss.BucketCname("stays", { bucket: "media-here", domain: "stays.example.com" });
// Of values that are not known yet: they stay unknown.
const address = new alicloud.ecs.EipAddress("web", { bandwidth: "5" });
new alicloud.dns.AlidnsRecord(
  "later",
  { domainName: "example.com", rr: "later", type: "A", value: address.ipAddress },
  { transforms: [({ props, opts }) => ({ props: { ...(props as object), ttl: 60 }, opts })] },
);
