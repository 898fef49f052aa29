import * as alicloud from "@pulumi/alicloud";

console.log("x".repeat(1_000_000));
process.stderr.write("y".repeat(300_000) + "\n");
for (let line = 0; line < 2_000; line++) console.log(`line ${line}`);

new alicloud.cdn.DomainNew("www", {
  domainName: "www.example.com",
  cdnType: "web",
  sources: [{ type: "domain", content: "origin.example.net" }],
});
