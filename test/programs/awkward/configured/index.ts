import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

interface Site {
  readonly name: string;
  readonly abroad: boolean;
  readonly ports: readonly number[];
}

const config = new pulumi.Config();
const apex = config.require("apex");
const site = config.requireObject<Site>("site");
const sources = [{ type: "domain", content: "origin.example.net" }];

const names = [
  ...config.requireObject<string[]>("names"),
  site.name,
  ...site.ports.map((port) => `port-${port}`),
  ...config.requireObject<number[]>("ports").map((port) => `of-project-${port}`),
  `count-${config.requireNumber("count") + 1}`,
  config.requireBoolean("enabled") ? "enabled" : "disabled",
  `text-${config.require("text")}-${config.getNumber("text")}`,
  config.get("nothing") ?? "by-default",
  `region-${new pulumi.Config("alicloud").require("region")}`,
  typeof config.get("token") === "string" ? "has-token" : "has-none",
];
for (const name of names) {
  new alicloud.cdn.DomainNew(name, { domainName: `${name}.${apex}`, cdnType: "web", sources });
}
new alicloud.cdn.DomainNew("other", {
  domainName: `www.${new pulumi.Config("other").require("apex")}`,
  cdnType: "web",
  sources,
});
