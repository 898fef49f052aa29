import * as alicloud from "@pulumi/alicloud";

export = async (): Promise<void> => {
  new alicloud.cdn.DomainNew("before", {
    domainName: "before.example.com",
    cdnType: "web",
    sources: [{ type: "domain", content: "origin.example.net" }],
  });
  await new Promise(() => undefined);
  new alicloud.cdn.DomainNew("after", {
    domainName: "after.example.com",
    cdnType: "web",
    sources: [{ type: "domain", content: "origin.example.net" }],
  });
};
