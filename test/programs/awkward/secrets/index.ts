import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const record = (name: string, rr: pulumi.Input<string>, value: pulumi.Input<string>): void => {
  new alicloud.dns.AlidnsRecord(name, { domainName: "example.com", rr, type: "A", value });
};

const address = new alicloud.ecs.EipAddress("web", { bandwidth: "5" }, { additionalSecretOutputs: ["ipAddress"] });

record("of-config", "a", config.requireSecret("address"));
record("within-text", pulumi.interpolate`b-${config.requireSecret("label")}`, "47.98.10.20");
record("of-program", "c", pulumi.secret("47.98.10.21"));
record("of-output", "d", address.ipAddress);
record("no-secret-any-more", "e", pulumi.unsecret(pulumi.secret("47.98.10.22")));
new alicloud.cdn.DomainNew("of-domain", {
  domainName: pulumi.secret("img.example.com"),
  cdnType: "web",
  sources: [{ type: "domain", content: "origin.example.net" }],
});
new alicloud.cdn.DomainNew("within-list", {
  domainName: "static.example.com",
  cdnType: "web",
  sources: [{ type: "domain", content: config.requireSecret("origin") }],
});
