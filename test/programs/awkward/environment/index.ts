import * as alicloud from "@pulumi/alicloud";

const variables = [
  "ALICLOUD_ACCESS_KEY",
  "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
  "PULUMI_ACCESS_TOKEN",
  "AWS_SECRET_ACCESS_KEY",
];

for (const name of [...variables, "SITE_HOST"]) {
  new alicloud.cdn.DomainNew(name, {
    domainName: `${process.env[name] === undefined ? "not" : "set"}.${name.toLowerCase().replaceAll("_", "-")}.example.com`,
    cdnType: "web",
    sources: [{ type: "domain", content: "origin.example.net" }],
  });
}
