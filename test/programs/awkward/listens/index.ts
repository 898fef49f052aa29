import { createServer } from "node:http";
import * as alicloud from "@pulumi/alicloud";

createServer((_, response) => response.end("healthy")).listen(0, "127.0.0.1");

new alicloud.cdn.DomainNew("www", {
  domainName: "www.example.com",
  cdnType: "web",
  sources: [{ type: "domain", content: "origin.example.net" }],
});
