import * as alicloud from "@pulumi/alicloud";
import { tags } from "../config";
import * as buckets from "../storage/buckets";

export const statics = new alicloud.cdn.DomainNew("static", {
  domainName: "static.example.com",
  cdnType: "web",
  scope: "domestic",
  sources: [
    {
      type: "oss",
      content: buckets.statics.extranetEndpoint,
      port: 443,
      priority: 20,
      weight: 10,
    },
  ],
  tags: tags("edge"),
});

new alicloud.cdn.DomainConfig("static-cache", {
  domainName: statics.domainName,
  functionName: "filetype_based_ttl_set",
  functionArgs: [
    { argName: "ttl", argValue: "86400" },
    { argName: "file_type", argValue: "jpg,png,webp,css,js" },
    { argName: "weight", argValue: "10" },
  ],
});

new alicloud.cdn.DomainConfig("static-referer", {
  domainName: statics.domainName,
  functionName: "referer_white_list_set",
  functionArgs: [
    { argName: "refer_domain_allow_list", argValue: "example.com,*.example.com" },
    { argName: "allow_empty", argValue: "on" },
  ],
});

export const media = new alicloud.cdn.DomainNew("media", {
  domainName: "img.example.com",
  cdnType: "web",
  scope: "global",
  sources: [
    {
      type: "oss",
      content: buckets.media.extranetEndpoint,
      port: 443,
      priority: 20,
      weight: 10,
    },
  ],
  tags: tags("edge"),
});

new alicloud.cdn.DomainConfig("media-cache", {
  domainName: media.domainName,
  functionName: "filetype_based_ttl_set",
  functionArgs: [
    { argName: "ttl", argValue: "86400" },
    { argName: "file_type", argValue: "jpg,png,webp,css,js" },
    { argName: "weight", argValue: "10" },
  ],
});

new alicloud.cdn.DomainConfig("media-referer", {
  domainName: media.domainName,
  functionName: "referer_white_list_set",
  functionArgs: [
    { argName: "refer_domain_allow_list", argValue: "example.com,*.example.com" },
    { argName: "allow_empty", argValue: "on" },
  ],
});

export const video = new alicloud.cdn.DomainNew("video", {
  domainName: "video.example.com",
  cdnType: "video",
  scope: "domestic",
  sources: [
    {
      type: "oss",
      content: buckets.media.extranetEndpoint,
      port: 443,
      priority: 20,
      weight: 10,
    },
  ],
  tags: tags("edge"),
});

new alicloud.cdn.DomainConfig("video-cache", {
  domainName: video.domainName,
  functionName: "filetype_based_ttl_set",
  functionArgs: [
    { argName: "ttl", argValue: "86400" },
    { argName: "file_type", argValue: "jpg,png,webp,css,js" },
    { argName: "weight", argValue: "10" },
  ],
});

new alicloud.cdn.DomainConfig("video-referer", {
  domainName: video.domainName,
  functionName: "referer_white_list_set",
  functionArgs: [
    { argName: "refer_domain_allow_list", argValue: "example.com,*.example.com" },
    { argName: "allow_empty", argValue: "on" },
  ],
});

export const assetsNet = new alicloud.cdn.DomainNew("assets-net", {
  domainName: "assets.example.net",
  cdnType: "web",
  scope: "domestic",
  sources: [
    {
      type: "oss",
      content: buckets.statics.extranetEndpoint,
      port: 443,
      priority: 20,
      weight: 10,
    },
  ],
  tags: tags("edge"),
});

new alicloud.cdn.DomainConfig("assets-net-cache", {
  domainName: assetsNet.domainName,
  functionName: "filetype_based_ttl_set",
  functionArgs: [
    { argName: "ttl", argValue: "86400" },
    { argName: "file_type", argValue: "jpg,png,webp,css,js" },
    { argName: "weight", argValue: "10" },
  ],
});

new alicloud.cdn.DomainConfig("assets-net-referer", {
  domainName: assetsNet.domainName,
  functionName: "referer_white_list_set",
  functionArgs: [
    { argName: "refer_domain_allow_list", argValue: "example.com,*.example.com" },
    { argName: "allow_empty", argValue: "on" },
  ],
});

export const download = new alicloud.cdn.DomainNew("download", {
  domainName: "dl.example.com",
  cdnType: "download",
  sources: [
    {
      type: "oss",
      content: buckets.reports.extranetEndpoint,
      port: 443,
      priority: 20,
      weight: 10,
    },
  ],
  tags: tags("edge"),
});

new alicloud.cdn.DomainConfig("download-cache", {
  domainName: download.domainName,
  functionName: "filetype_based_ttl_set",
  functionArgs: [
    { argName: "ttl", argValue: "86400" },
    { argName: "file_type", argValue: "jpg,png,webp,css,js" },
    { argName: "weight", argValue: "10" },
  ],
});

new alicloud.cdn.DomainConfig("download-referer", {
  domainName: download.domainName,
  functionName: "referer_white_list_set",
  functionArgs: [
    { argName: "refer_domain_allow_list", argValue: "example.com,*.example.com" },
    { argName: "allow_empty", argValue: "on" },
  ],
});

export const abroad = new alicloud.cdn.DomainNew("abroad", {
  domainName: "static.example.org",
  cdnType: "web",
  scope: "overseas",
  sources: [
    {
      type: "oss",
      content: buckets.statics.extranetEndpoint,
      port: 443,
      priority: 20,
      weight: 10,
    },
  ],
  tags: tags("edge"),
});

new alicloud.cdn.DomainConfig("abroad-cache", {
  domainName: abroad.domainName,
  functionName: "filetype_based_ttl_set",
  functionArgs: [
    { argName: "ttl", argValue: "86400" },
    { argName: "file_type", argValue: "jpg,png,webp,css,js" },
    { argName: "weight", argValue: "10" },
  ],
});

new alicloud.cdn.DomainConfig("abroad-referer", {
  domainName: abroad.domainName,
  functionName: "referer_white_list_set",
  functionArgs: [
    { argName: "refer_domain_allow_list", argValue: "example.com,*.example.com" },
    { argName: "allow_empty", argValue: "on" },
  ],
});
