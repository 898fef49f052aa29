import * as alicloud from "@pulumi/alicloud";

const domainName = "example.com";

const media = new alicloud.oss.Bucket("media", { bucket: "media-origin" });

const vod = new alicloud.vod.Domain("video", {
  domainName: `video.${domainName}`,
  sources: [{ sourceType: "domain", sourceContent: "media-origin.oss-cn-beijing.aliyuncs.com", sourcePort: "443" }],
});
new alicloud.live.Domain("live", {
  domainName: `live.${domainName}`,
  domainType: "liveVideo",
  region: "ap-southeast-1",
  scope: "overseas",
});
const images = new alicloud.cdn.DomainNew("images", {
  domainName: `img.${domainName}`,
  cdnType: "web",
  scope: "global",
  sources: [{ type: "oss", content: media.extranetEndpoint }],
});

new alicloud.dns.AlidnsRecord("video", { domainName, rr: "video", type: "CNAME", value: vod.cname });
new alicloud.dns.AlidnsRecord("img", { domainName, rr: "img", type: "CNAME", value: images.cname });
new alicloud.dns.AlidnsRecord("live", {
  domainName,
  rr: "live",
  type: "CNAME",
  value: `live.${domainName}.w.kunlunaq.com`,
});
