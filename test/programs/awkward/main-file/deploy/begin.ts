import { basename } from "node:path";
import * as alicloud from "@pulumi/alicloud";

new alicloud.cdn.DomainNew("www", {
  domainName: `${basename(process.cwd())}.example.com`,
  cdnType: "web",
  sources: [{ type: "domain", content: "origin.example.net" }],
});
