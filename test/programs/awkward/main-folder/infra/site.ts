import { readFileSync } from "node:fs";
import * as alicloud from "@pulumi/alicloud";

// Read from where the program is run.
for (const domainName of readFileSync("hosts.txt", "utf8").trim().split("\n")) {
  new alicloud.cdn.DomainNew(domainName, {
    domainName,
    cdnType: "web",
    sources: [{ type: "domain", content: "origin.example.net" }],
  });
}
