import * as alicloud from "@pulumi/alicloud";
import { dnsName } from "../balancing/public";
import { bastion, build1, web1 } from "../compute/servers";
import { assetsNet, download, media, statics, video } from "../edge/cdn";
import { pay, payNet } from "../edge/waf";
import { outgoing } from "../network/nat";

new alicloud.dns.AlidnsRecord("example.com-apex", {
  domainName: "example.com",
  rr: "@",
  type: "CNAME",
  value: dnsName,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-www", {
  domainName: "example.com",
  rr: "www",
  type: "CNAME",
  value: dnsName,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-m", {
  domainName: "example.com",
  rr: "m",
  type: "CNAME",
  value: dnsName,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-shop", {
  domainName: "example.com",
  rr: "shop",
  type: "CNAME",
  value: dnsName,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-account", {
  domainName: "example.com",
  rr: "account",
  type: "CNAME",
  value: dnsName,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-seller", {
  domainName: "example.com",
  rr: "seller",
  type: "CNAME",
  value: dnsName,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-admin", {
  domainName: "example.com",
  rr: "admin",
  type: "CNAME",
  value: dnsName,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-static", {
  domainName: "example.com",
  rr: "static",
  type: "CNAME",
  value: statics.cname,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-img", {
  domainName: "example.com",
  rr: "img",
  type: "CNAME",
  value: media.cname,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-video", {
  domainName: "example.com",
  rr: "video",
  type: "CNAME",
  value: video.cname,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-dl", {
  domainName: "example.com",
  rr: "dl",
  type: "CNAME",
  value: download.cname,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-pay", {
  domainName: "example.com",
  rr: "pay",
  type: "CNAME",
  value: pay.cname,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.net-pay", {
  domainName: "example.net",
  rr: "pay",
  type: "CNAME",
  value: payNet.cname,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-origin", {
  domainName: "example.com",
  rr: "origin",
  type: "A",
  value: web1.publicIp,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-build", {
  domainName: "example.com",
  rr: "build",
  type: "A",
  value: build1.publicIp,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-vpn", {
  domainName: "example.com",
  rr: "vpn",
  type: "A",
  value: bastion.publicIp,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-mx", {
  domainName: "example.com",
  rr: "mx",
  type: "A",
  value: outgoing.ipAddress,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-global", {
  domainName: "example.com",
  rr: "global",
  type: "CNAME",
  value: "ga-bp1shop.aliyunga0017.com",
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.cn-apex", {
  domainName: "example.cn",
  rr: "@",
  type: "CNAME",
  value: dnsName,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.cn-www", {
  domainName: "example.cn",
  rr: "www",
  type: "REDIRECT_URL",
  value: "https://www.example.com",
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.cn-seller", {
  domainName: "example.cn",
  rr: "seller",
  type: "CNAME",
  value: dnsName,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.net-partner", {
  domainName: "example.net",
  rr: "partner",
  type: "CNAME",
  value: dnsName,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.net-blog", {
  domainName: "example.net",
  rr: "blog",
  type: "CNAME",
  value: dnsName,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.net-assets", {
  domainName: "example.net",
  rr: "assets",
  type: "CNAME",
  value: assetsNet.cname,
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-status", {
  domainName: "example.com",
  rr: "status",
  type: "CNAME",
  value: "shop.statuspage.example.org",
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-docs", {
  domainName: "example.com",
  rr: "docs",
  type: "CNAME",
  value: "shop.github.io",
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-_dmarc", {
  domainName: "example.com",
  rr: "_dmarc",
  type: "TXT",
  value: "v=DMARC1; p=reject",
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-mail", {
  domainName: "example.com",
  rr: "mail",
  type: "MX",
  value: "mx.example.com",
  ttl: 600,
  priority: 10,
});

new alicloud.dns.AlidnsRecord("example.com-db", {
  domainName: "example.com",
  rr: "db",
  type: "A",
  value: "10.20.64.10",
  ttl: 600,
});

new alicloud.dns.AlidnsRecord("example.com-legacy", {
  domainName: "example.com",
  rr: "legacy",
  type: "A",
  value: "39.101.20.30",
  ttl: 600,
});
