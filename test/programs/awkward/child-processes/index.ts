import { execFileSync, spawnSync } from "node:child_process";
import * as alicloud from "@pulumi/alicloud";

const label = execFileSync(process.execPath, ["-p", "'from' + '-a-child'"], { encoding: "utf8" }).trim();
const { status } = spawnSync(process.execPath, ["-e", "process.exit(7)"], { stdio: "inherit" });

for (const rr of [label, `exit-${status}`]) {
  new alicloud.cdn.DomainNew(rr, {
    domainName: `${rr}.example.com`,
    cdnType: "web",
    sources: [{ type: "domain", content: "origin.example.net" }],
  });
}
