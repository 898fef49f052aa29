import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const singapore = new alicloud.Provider("singapore", { region: "ap-southeast-1" });

pulumi.runtime.registerStackTransformation(({ type, props, opts }) => {
  if (type !== "alicloud:cdn/domainNew:DomainNew") return undefined;
  return { props: { ...(props as object), scope: "global" }, opts };
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
new Site("renamed", {
  transformations: [
    ({ type, props, opts }) =>
      type === "alicloud:cdn/domainNew:DomainNew"
        ? { props: { ...(props as object), domainName: "renamed.example.org" }, opts }
        : undefined,
  ],
});

const bucket = new alicloud.oss.Bucket("media", { bucket: "media" });
new alicloud.oss.BucketCname(
  "moved",
  { bucket: "media-abroad", domain: "moved.example.com" },
  {
    transformations: [({ props, opts }) => ({ props: props, opts: { ...opts, provider: singapore } })],
  },
);
new alicloud.oss.BucketCname("stays", { bucket: bucket.bucket, domain: "stays.example.com" });
