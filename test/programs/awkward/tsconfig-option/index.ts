import * as alicloud from "@pulumi/alicloud";
import hosts from "./hosts.json";

for (const name of hosts.names) {
  new alicloud.cdn.DomainNew(name, {
    domainName: `${name}.${hosts.apex}`,
    cdnType: "web",
    sources: [{ type: "domain", content: "origin.example.net" }],
  });
}
