import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

console.log("deploying %s", pulumi.getStack());
console.error("a warning of the program's own");
process.stdout.write('{"findings":[]}\n');
process.stdout.write("\u001b[31mred\u001b[0m\u0007 without an end");
void pulumi.log.info("said to the engine");
void pulumi.log.warn("warned");
void pulumi.log.debug("hardly said");

new alicloud.cdn.DomainNew("www", {
  domainName: "www.example.com",
  cdnType: "web",
  sources: [{ type: "domain", content: "origin.example.net" }],
});
