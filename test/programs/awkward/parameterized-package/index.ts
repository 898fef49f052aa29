import * as alicloud from "@pulumi/alicloud";
import { CdnDomain, Provider } from "./alicloudtf";

const sources = [{ type: "domain", content: "origin.example.net", port: 443 }];
const singapore = new Provider("singapore", { region: "ap-southeast-1" });

const images = new CdnDomain("images", { domainName: "img.example.com", cdnType: "web", sources });
new CdnDomain("abroad", { domainName: "abroad.example.com", cdnType: "web", sources }, { provider: singapore });
new alicloud.dns.AlidnsRecord("images", { domainName: "example.com", rr: "img", type: "CNAME", value: images.cname });
new alicloud.cdn.DomainNew("own", { domainName: "own.example.com", cdnType: "web", sources });
