import * as alicloud from "@pulumi/alicloud";
import type * as pulumi from "@pulumi/pulumi";
import { Site } from "./site";

const mainland = new Site("shenzhen", { zoneId: "cn-shenzhen-e" });
const hongkong = new Site(
  "hongkong",
  { zoneId: "cn-hongkong-b" },
  { provider: new alicloud.Provider("hongkong", { region: "cn-hongkong" }) },
);

const [school, library, courses] = ["example.com", "example.net", "example.cn"].map((domainName) => {
  const zone = new alicloud.dns.AlidnsDomain(domainName, { domainName });
  new alicloud.dns.AlidnsRecord(`${domainName}-mx`, {
    domainName: zone.domainName,
    rr: "@",
    type: "MX",
    value: "mxn.mxhichina.com",
    priority: 5,
  });
  new alicloud.dns.AlidnsRecord(`${domainName}-spf`, {
    domainName: zone.domainName,
    rr: "@",
    type: "TXT",
    value: "v=spf1 include:spf.mxhichina.com -all",
  });
  return zone.domainName;
}) as [pulumi.Output<string>, pulumi.Output<string>, pulumi.Output<string>];

// The addresses of the campuses, which are answered with machines near them.
const campus = (name: string, domainName: pulumi.Input<string>) =>
  new alicloud.dns.CustomLine(name, {
    customLineName: name,
    domainName,
    ipSegmentLists: [{ startIp: "192.0.2.1", endIp: "192.0.2.254" }],
  }).id;
const schoolCampus = campus("school-campus", school);
const libraryCampus = campus("library-campus", library);

interface Answer {
  readonly domainName: pulumi.Input<string>;
  readonly rr: string;
  readonly to: pulumi.Input<string>;
  readonly type?: "A" | "CNAME";
  readonly line?: pulumi.Input<string>;
}
const answer = (name: string, { domainName, rr, to, type = "A", line = "default" }: Answer) =>
  new alicloud.dns.AlidnsRecord(name, { domainName, rr, type, value: to, line, ttl: 600 });

// The school, filed: those abroad are served from Hong Kong.
answer("school-www", { domainName: school, rr: "www", to: mainland.address });
answer("school-www-oversea", { domainName: school, rr: "www", to: hongkong.address, line: "oversea" });
answer("school-edu-campus", { domainName: school, rr: "edu", to: hongkong.address, line: schoolCampus });
answer("school-shop", { domainName: school, rr: "shop", type: "CNAME", to: "shops.myshopify.com" });
answer("school-static", {
  domainName: school,
  rr: "static",
  type: "CNAME",
  to: "static.example.com.cdn.dnsv1.com",
});

// The library, not filed: everything it has is in Shenzhen.
answer("library-www", { domainName: library, rr: "www", to: mainland.address });
answer("library-www-telecom", { domainName: library, rr: "www", to: mainland.address, line: "telecom" });
answer("library-edu-campus", { domainName: library, rr: "edu", to: mainland.address, line: libraryCampus });
answer("library-any", { domainName: library, rr: "*", to: mainland.address });

// The courses, not filed: what they have is what others serve.
answer("courses-status", { domainName: courses, rr: "status", type: "CNAME", to: "status.courses.example.net" });
answer("courses-help", { domainName: courses, rr: "help", type: "CNAME", to: "portal.example.cn" });
