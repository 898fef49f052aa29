import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

/** As a generated SDK writes it. */
class Website extends pulumi.ComponentResource {
  declare readonly cname: pulumi.Output<string>;

  constructor(name: string, args: pulumi.Inputs, options?: pulumi.ComponentResourceOptions) {
    super("websites:index:Website", name, { ...args, cname: undefined }, { ...options, version: "1.0.0" }, true);
  }

  address(): pulumi.Output<string> {
    const answer = pulumi.runtime.call<{ address: string }>("websites:index:Website/address", { __self__: this }, this);
    return answer.address;
  }
}

const shop = new Website("shop", { domainName: "example.com", rr: "shop", origin: "origin.example.net" });
new alicloud.dns.AlidnsRecord("m", { domainName: "example.com", rr: "m", type: "CNAME", value: shop.cname });
new alicloud.dns.AlidnsRecord("direct", { domainName: "example.com", rr: "direct", type: "A", value: shop.address() });
new alicloud.cdn.DomainNew("own", {
  domainName: "own.example.com",
  cdnType: "web",
  sources: [{ type: "domain", content: "origin.example.net" }],
});
