import * as alicloud from "@pulumi/alicloud";

const addresses = alicloud.ecs.getEipAddressesOutput({ addressName: "web" });
const zones = alicloud.getZonesOutput({});

new alicloud.dns.AlidnsRecord("www", {
  domainName: "example.com",
  rr: "www",
  type: "A",
  value: addresses.addresses.apply(([address]) => address?.ipAddress ?? "203.0.113.1"),
});
new alicloud.oss.BucketCname("media", {
  bucket: zones.ids.apply(([zone]) => `media-${zone ?? "nowhere"}`),
  domain: "media.example.com",
});
// Made of what is not known: a preview would make it, if it knew.
zones.ids.apply((ids) => {
  for (const id of ids) new alicloud.oss.BucketCname(id, { bucket: id, domain: `${id}.example.com` });
});
