import { basename } from "node:path";
import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const facts = {
  project: pulumi.getProject(),
  stack: pulumi.getStack(),
  organisation: pulumi.getOrganization(),
  folder: basename(process.cwd()),
  root: basename(pulumi.runtime.getRootDirectory()),
  dry: String(pulumi.runtime.isDryRun()),
  arguments: String(process.argv.length),
  file: basename(__filename, ".ts"),
};
for (const [name, value] of Object.entries(facts)) {
  new alicloud.cdn.DomainNew(name, {
    domainName: `${value}.${name}.example.com`,
    cdnType: "web",
    sources: [{ type: "domain", content: "origin.example.net" }],
  });
}
