import fc from "fast-check";
import { describe, expect, it } from "vitest";
import data from "../../data/vendor-names.json";
import { foreignPlace, vendorOf } from "../../src/graph/vendor-names";
import type { Location } from "../../src/location/locate";
import { doubt } from "../../src/plan/fact";
import { anyText } from "../support/any-text";

const told = (location: Location): string =>
  location.in === "undetermined" ? `? ${location.doubt.why}` : `${location.in} ${location.region} by ${location.by}`;

describe("where a vendor's name is served from", () => {
  it.each([
    ["k8s-web.elb.cn-north-1.amazonaws.com.cn", "Amazon Web Services", "mainland cn-north-1 by vendor"],
    ["web.amazonaws.com.cn", "Amazon Web Services", "mainland Amazon Web Services by vendor"],
    ["d111111abcdef8.cloudfront.cn", "Amazon Web Services", "mainland Amazon Web Services by vendor"],
    ["web-1234abcd.elb.ap-east-1.amazonaws.com", "Amazon Web Services", "outside ap-east-1 by vendor"],
    ["web-1234567890.ap-east-1.elb.amazonaws.com", "Amazon Web Services", "outside ap-east-1 by vendor"],
    ["media.s3-website-us-east-1.amazonaws.com", "Amazon Web Services", "outside us-east-1 by vendor"],
    ["media.s3.amazonaws.com", "Amazon Web Services", "outside Amazon Web Services by vendor"],
    // A bucket may be called like a region of the other cloud.
    ["cn-north-1.s3.amazonaws.com", "Amazon Web Services", "outside Amazon Web Services by vendor"],
    ["d111111abcdef8.cloudfront.net", "Amazon Web Services", "outside Amazon Web Services by vendor"],
    ["web.chinacloudsites.cn", "Microsoft Azure", "mainland Microsoft Azure by vendor"],
    ["web.azurewebsites.net", "Microsoft Azure", "outside Microsoft Azure by vendor"],
    ["web.trafficmanager.net", "Microsoft Azure", "? foreign-place"],
    ["cname.vercel-dns.com", "Vercel", "outside Vercel by vendor"],
    ["5525d82313f37756.vercel-dns-017.com", "Vercel", "outside Vercel by vendor"],
    ["Shop.Vercel.App.", "Vercel", "outside Vercel by vendor"],
    ["example.github.io", "GitHub", "outside GitHub by vendor"],
    ["shops.myshopify.com", "Shopify", "outside Shopify by vendor"],
    ["shop.pages.dev", "Cloudflare", "outside Cloudflare by vendor"],
    ["www.example.com.cdn.cloudflare.net", "Cloudflare", "? foreign-place"],
    ["www.example.com.cdn.cloudflarecn.net", "Cloudflare", "mainland Cloudflare by vendor"],
    ["www.example.com.edgekey.net", "Akamai", "? foreign-place"],
    ["media-1250000000.cos.ap-guangzhou.myqcloud.com", "Tencent Cloud", "mainland ap-guangzhou by vendor"],
    ["media-1250000000.cos.ap-hongkong.myqcloud.com", "Tencent Cloud", "outside ap-hongkong by vendor"],
    ["media-1250000000.cos.accelerate.myqcloud.com", "Tencent Cloud", "? foreign-place"],
    ["ap-guangzhou.cos.ap-hongkong.myqcloud.com", "Tencent Cloud", "? foreign-place"],
    ["service-abcd1234-1250000000.gz.apigw.tencentcs.com", "Tencent Cloud", "mainland gz by vendor"],
    ["service-abcd1234-1250000000.hk.apigw.tencentcs.com", "Tencent Cloud", "outside hk by vendor"],
    ["lb-abcd1234.clb.gz-tencentclb.com", "Tencent Cloud", "? foreign-place"],
    ["www.example.com.cdn.dnsv1.com", "Tencent Cloud", "? foreign-place"],
    ["www.example.com.cdn.dnsv1.com.cn", "Tencent Cloud", "? foreign-place"],
    ["www.example.com.eo.dnse2.com", "Tencent Cloud", "? foreign-place"],
    ["media.obs.cn-north-4.myhuaweicloud.com", "Huawei Cloud", "mainland cn-north-4 by vendor"],
    // Huawei Cloud's ap-southeast-1 is Hong Kong.
    ["media.obs.ap-southeast-1.myhuaweicloud.com", "Huawei Cloud", "outside ap-southeast-1 by vendor"],
    ["media.obs.cn-atlantis-1.myhuaweicloud.com", "Huawei Cloud", "? foreign-place"],
    ["www.example.com.c.cdnhwc1.com", "Huawei Cloud", "? foreign-place"],
    ["media.bj.bcebos.com", "Baidu AI Cloud", "mainland bj by vendor"],
    ["media.hkg.bcebos.com", "Baidu AI Cloud", "outside hkg by vendor"],
    ["media-bj.cdn.bcebos.com", "Baidu AI Cloud", "? foreign-place"],
    ["media.tos-cn-beijing.volces.com", "Volcano Engine", "mainland cn-beijing by vendor"],
    ["media.tos-cn-hongkong.volces.com", "Volcano Engine", "outside cn-hongkong by vendor"],
    ["www.example.com.volcgslb.com", "Volcano Engine", "? foreign-place"],
    ["img.example.com.qiniudns.com", "Qiniu", "? foreign-place"],
    ["example.b0.aicdn.com", "Upyun", "? foreign-place"],
    ["www.example.com.wscdns.com", "Wangsu", "? foreign-place"],
  ])("%s: %s, %s", (host, vendor, place) => {
    const found = vendorOf(host);
    expect(found?.vendor).toBe(vendor);
    expect(found && told(found.location)).toBe(place);
    expect(foreignPlace(host)).toEqual(found?.location);
  });

  it.each(
    data.names.flatMap(({ examples, vendor, place }) => examples.map((example) => [example, vendor, place] as const)),
  )("%s is %s's, place %s", (example, vendor, place) => {
    const found = vendorOf(example);
    expect(found?.vendor).toBe(vendor);
    if (place === "unknown") expect(found?.location.in).toBe("undetermined");
    else if (place === "by-region") expect(found?.location.in).not.toBe("undetermined");
    else expect(found?.location).toMatchObject({ in: place, by: "vendor" });
  });

  it("has regions for every vendor whose names tell them, none of them in both lists", () => {
    const regions: Readonly<Record<string, { mainland: string[]; outside: string[] }>> = data.regions;
    expect(data.names.filter(({ vendor, place }) => place === "by-region" && !regions[vendor])).toEqual([]);
    for (const { mainland, outside } of Object.values(regions)) {
      expect(mainland.filter((region) => outside.includes(region))).toEqual([]);
    }
  });

  it("says of a name that does not tell it that it is not known", () => {
    expect(vendorOf("www.example.com.edgekey.net")?.location).toEqual({
      in: "undetermined",
      doubt: doubt("foreign-place", { name: "www.example.com.edgekey.net" }),
    });
  });
});

describe("other names", () => {
  it.each([
    "www.example.com",
    "vercel.app.example.com",
    "notvercel.app",
    "d111111abcdef8.cloudfront.net.example.com",
    "media-x.oss-cn-hangzhou.aliyuncs.com",
    "203.0.113.10",
    "a..vercel.app",
    "",
  ])("%j is of no vendor, and where it is served from is not known", (host) => {
    expect(vendorOf(host)).toBeUndefined();
    expect(told(foreignPlace(host))).toBe("? foreign-place");
  });

  it("never throws, whatever it is given, and takes nothing longer than a name", () => {
    const piece = fc.constantFrom(
      "a",
      "-",
      ".",
      "ap-",
      "ap-guangzhou",
      "vercel.app",
      "vercel-dns-1.com",
      "gz-tencentclb.com",
      "0",
      "*",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          fc.array(piece, { maxLength: 200 }).map((all) => all.join("")),
        ),
        (text) => {
          const vendor = vendorOf(text);
          if (text.length > 260) expect(vendor).toBeUndefined();
          foreignPlace(text);
        },
      ),
      { numRuns: 500 },
    );
    expect(vendorOf(`${"a.".repeat(100_000)}vercel.app`)).toBeUndefined();
  });
});
