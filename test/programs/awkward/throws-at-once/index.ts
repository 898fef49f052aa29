import * as alicloud from "@pulumi/alicloud";
import { hostOf } from "./hosts";

new alicloud.oss.Bucket("media", { bucket: "media" });
new alicloud.cdn.DomainNew("www", {
  domainName: hostOf("shop"),
  cdnType: "web",
  sources: [{ type: "domain", content: "origin.example.net" }],
});
