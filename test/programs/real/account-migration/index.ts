import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import { after, before } from "./accounts";
import { Shop } from "./shop";

const moved = new Set(new pulumi.Config().requireObject<string[]>("moved"));
const image = "m-bp10000000000000000";

const old = new Shop(
  "old-shop",
  { zone: "cn-hangzhou-h", cidr: "10.1.0.0/16", image, keep: true },
  { providers: { alicloud: before } },
);
const next = new Shop("new-shop", { zone: "cn-hangzhou-j", cidr: "10.2.0.0/16", image }, { provider: after });

// The image is shared with the account that it moves to.
new alicloud.ecs.ImageSharePermission("shop", { imageId: image, accountId: "2000000000000002" }, { provider: before });

// The domain stays where it is registered; its records move one by one.
for (const rr of ["www", "shop", "m"]) {
  new alicloud.dns.AlidnsRecord(
    rr,
    { domainName: "example.com", rr, type: "A", value: moved.has(rr) ? next.address : old.address, ttl: 60 },
    { provider: before, aliases: [{ name: `record-${rr}` }] },
  );
}
new alicloud.dns.AlidnsRecord(
  "brand",
  { domainName: "example.cn", rr: "www", type: "A", value: next.address },
  { provider: after },
);

export const addresses = { old: old.address, next: next.address };
