import * as alicloud from "@pulumi/alicloud";

const domainName = "example.com";
new alicloud.dns.AlidnsDomain("zone", { domainName });

const records: Record<string, [type: string, value: string]> = {
  "@": ["A", "47.98.10.20"],
  vpn: ["A", "10.8.0.1"],
  old: ["A", "47.98.10.21"],
  api: ["CNAME", "1000000000000001.cn-hangzhou.fc.aliyuncs.com"],
  files: ["CNAME", "files.oss-ap-southeast-1.aliyuncs.com"],
  app: ["CNAME", "alb-0a1b2c3d4e.cn-beijing.alb.aliyuncsslb.com"],
  static: ["CNAME", "static.example.com.w.kunlunsl.com"],
  docs: ["CNAME", "example.github.io"],
  go: ["REDIRECT_URL", "https://www.example.net/"],
};

for (const [rr, [type, value]] of Object.entries(records)) {
  new alicloud.dns.AlidnsRecord(rr === "@" ? "apex" : rr, { domainName, rr, type, value });
}
new alicloud.dns.AlidnsRecord("mx", { domainName, rr: "@", type: "MX", value: "mx.example.net", priority: 10 });
new alicloud.dns.AlidnsRecord("paused", {
  domainName,
  rr: "beta",
  type: "CNAME",
  value: "1000000000000001.cn-hangzhou.fc.aliyuncs.com",
  status: "DISABLE",
});
