import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

/** Asks a system of the company for an address. */
const addressProvider: pulumi.dynamic.ResourceProvider = {
  create: ({ pool }: { pool: string }) =>
    Promise.resolve({ id: pool, outs: { pool, address: pool === "web" ? "47.98.10.20" : "47.98.10.21" } }),
};

class PoolAddress extends pulumi.dynamic.Resource {
  declare readonly address: pulumi.Output<string>;
  declare readonly pool: pulumi.Output<string>;

  constructor(name: string, pool: string) {
    super(addressProvider, name, { pool, address: undefined });
  }
}

const pooled = new PoolAddress("web", "web");
new alicloud.dns.AlidnsRecord("www", { domainName: "example.com", rr: "www", type: "A", value: pooled.address });
new alicloud.dns.AlidnsRecord("pool", {
  domainName: "example.com",
  rr: pooled.pool,
  type: "REDIRECT_URL",
  value: "https://www.example.net",
});
