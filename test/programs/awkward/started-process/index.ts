import * as alicloud from "@pulumi/alicloud";
import { spawn } from "node:child_process";

spawn(process.execPath, ["-e", "setTimeout(() => {}, 600_000)"], { stdio: "inherit" }).unref();

new alicloud.cdn.DomainNew("www", {
  domainName: "www.example.com",
  cdnType: "web",
  sources: [{ type: "domain", content: "origin.example.net" }],
});
