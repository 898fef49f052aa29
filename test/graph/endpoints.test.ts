import fc from "fast-check";
import { describe, expect, it } from "vitest";
import data from "../../data/endpoints.json";
import provider from "../../data/provider-domains.json";
import { endpointOf, FORMS, type Endpoint, type FormEndpoint } from "../../src/graph/endpoints";
import { isAlibabaCloud } from "../../src/names/owners";
import { doubt } from "../../src/plan/fact";
import { anyText } from "../support/any-text";
import { sdkProperties } from "../support/sdk";

/** In one line: kind, place and region, reach, and what is open when it is not the web. */
function told(endpoint: Endpoint | undefined): string {
  if (!endpoint) return "-";
  const { is, kind, location, reach, opening } = endpoint;
  return [
    is === "form" ? kind : is,
    location.in === "undetermined" ? `? ${location.doubt.why}` : `${location.in} ${location.region}`,
    typeof reach === "string" ? reach : `reach ${reach.why}`,
    ...(opening === "web" ? [] : [typeof opening === "string" ? opening : `opening ${opening.why}`]),
  ].join(", ");
}

function form(host: string): FormEndpoint {
  const endpoint = endpointOf(host);
  if (endpoint?.is !== "form") throw new Error(`${host} is ${told(endpoint)}`);
  return endpoint;
}

describe("the table", () => {
  it.each(FORMS.map(({ row }, at) => [row.example, at] as const))("%s is of its own row", (example, at) => {
    expect(FORMS.findIndex(({ form }) => form.test(example))).toBe(at);
    expect(form(example)).toMatchObject({ is: "form", kind: data.endpoints[at]?.kind });
  });

  it("has private forms first", () => {
    const reaches = data.endpoints.map(({ reach }) => reach);
    expect(reaches.slice(reaches.findIndex((reach) => reach !== "private"))).not.toContain("private");
  });

  it("has a region in the forms whose place it tells", () => {
    const telling = FORMS.filter(({ row }) => ["by-region", "mainland", "outside"].includes(row.location));
    expect(telling.filter(({ form }) => !form.source.includes("(?<region>"))).toEqual([]);
    expect(telling.filter(({ row, form }) => form.exec(row.example)?.groups?.["region"] === undefined)).toEqual([]);
  });

  it("has a resource in the forms whose place it is, and one at most in all forms", () => {
    const parts = Object.keys(data.names);
    const partsOf = (pattern: string) => parts.filter((part) => pattern.includes(`{${part}}`));
    const named = data.endpoints.filter(({ location }) => location === "named");
    expect(named.filter(({ pattern }) => partsOf(pattern).length === 0 && !pattern.includes("oss-internal"))).toEqual(
      [],
    );
    expect(data.endpoints.filter(({ pattern }) => partsOf(pattern).length > 1)).toEqual([]);
    expect(parts.filter((part) => !data.endpoints.some(({ pattern }) => partsOf(pattern).includes(part)))).toEqual([]);
  });

  const named = Object.entries(data.names).flatMap(([part, { types, by }]) =>
    types.map((type) => [part, type, by] as const),
  );

  it.each(named)("%s is of %s, which the SDK has", (_, type) => {
    expect([...sdkProperties(type)]).not.toEqual([]);
  });

  it.each(Object.entries(data.names))(
    "%s: each property is one of a type's, and each type has one",
    (_, { types, by }) => {
      expect(by.filter((property) => !types.some((type) => sdkProperties(type).has(property)))).toEqual([]);
      const without = types.filter((type) => !by.some((property) => sdkProperties(type).has(property)));
      expect(by.length === 0 ? [] : without).toEqual([]);
    },
  );
});

describe("what a form tells", () => {
  it.each([
    // OSS
    ["media-x.oss-cn-hangzhou.aliyuncs.com", "oss, mainland cn-hangzhou, public"],
    ["oss-cn-hangzhou.aliyuncs.com", "oss, mainland cn-hangzhou, public"],
    ["media-x.oss-cn-hangzhou-internal.aliyuncs.com", "oss, mainland cn-hangzhou, private"],
    ["media-x.s3.oss-cn-hangzhou-internal.aliyuncs.com", "oss, mainland cn-hangzhou, private"],
    ["media-x.s3.oss-cn-hongkong.aliyuncs.com", "oss, outside cn-hongkong, public"],
    ["s3.oss-cn-hangzhou.aliyuncs.com", "oss, mainland cn-hangzhou, public"],
    ["media-x.cn-hangzhou.oss.aliyuncs.com", "oss, mainland cn-hangzhou, public"],
    ["media-x.eu-central-1.oss.aliyuncs.com", "oss, outside eu-central-1, public"],
    ["media-x.cn-shanghai-finance.oss.aliyuncs.com", "oss, mainland cn-shanghai, public"],
    ["media-x.oss.aliyuncs.com", "oss, ? not-in-plan, public"],
    ["media-x.oss-cn-hangzhou-a.aliyuncs.com", "oss, mainland cn-hangzhou, public"],
    ["media-x.vpc100-oss-cn-hangzhou.aliyuncs.com", "oss, mainland cn-hangzhou, private"],
    ["media-x.oss-cn-hzfinance.aliyuncs.com", "oss, mainland cn-hzfinance, public"],
    ["media-x.oss-cn-szfinance-internal.aliyuncs.com", "oss, mainland cn-szfinance, private"],
    ["media-x.oss-cn-hzjbp-a-internal.aliyuncs.com", "oss, mainland cn-hzjbp, private"],
    ["media-x.oss-cn-shanghai-finance-1-pub.aliyuncs.com", "oss, mainland cn-shanghai-finance-1-pub, public"],
    ["media-x.oss-cn-north-2-gov-1.aliyuncs.com", "oss, mainland cn-north-2-gov-1, public"],
    ["media-x.oss-rg-china-mainland.aliyuncs.com", "oss, mainland rg-china-mainland, public"],
    ["media-x.img-cn-hangzhou.aliyuncs.com", "oss, mainland cn-hangzhou, public"],
    ["media-x.oss-accelerate.aliyuncs.com", "oss, ? everywhere, public"],
    ["media-x.oss-accelerate-overseas.aliyuncs.com", "oss, ? not-in-plan, public"],
    ["media-x.oss-website-ap-southeast-1.aliyuncs.com", "oss, outside ap-southeast-1, public"],
    ["media-x.oss.cn-hangzhou.privatelink.aliyuncs.com", "oss, mainland cn-hangzhou, private"],
    ["media-x.oss-cn-atlantis.aliyuncs.com", "oss, ? region-unlisted, public"],
    // Balancers
    ["alb-a1b2-c3.cn-hangzhou.alb.aliyuncs.com", "alb, mainland cn-hangzhou, reach not-in-plan"],
    ["alb-a1b2c3.cn-newtown.alb.aliyuncsslb.com", "alb, mainland cn-newtown, reach not-in-plan"],
    ["alb-a1b2c3.cn-hongkong.alb.aliyuncsslbintl.com", "alb, outside cn-hongkong, reach not-in-plan"],
    ["alb-a1b2c3.internal.cn-shanghai.alb.aliyuncs.com", "alb, mainland cn-shanghai, private"],
    ["nlb-a1b2c3.ap-southeast-1.nlb.aliyuncsslbintl.com", "nlb, outside ap-southeast-1, reach not-in-plan"],
    // Functions, gateways, applications
    ["shop-api.fcv3-http.cn-beijing.fcapp.run", "function, mainland cn-beijing, public"],
    ["shop-api-wdzwrthfoe.cn-hangzhou-vpc.fcapp.run", "function, mainland cn-hangzhou, private"],
    ["shop-api-wdzwrthfoe.ap-southeast-1.fcapp.run", "function, outside ap-southeast-1, public"],
    ["1000000000000001.cn-hangzhou-internal.fc.aliyuncs.com", "function, mainland cn-hangzhou, private"],
    ["1000000000000001.cn-hangzhou.fc.aliyuncs.com", "function, mainland cn-hangzhou, public"],
    ["env-crmic3llht0001-cn-hangzhou-vpc.alicloudapi.com", "api-gateway, mainland cn-hangzhou, private"],
    ["0123456789abcdef0123456789abcdef-cn-hongkong.alicloudapi.com", "api-gateway, outside cn-hongkong, public"],
    [
      "*.c1be8ea9689364d08be53979a7913b422.cn-hangzhou.alicontainer.com",
      "kubernetes, mainland cn-hangzhou, reach not-in-plan",
    ],
    // Edges: the plan tells their place, or nothing
    ["www.example.com.w.cdngslb.com", "cdn, ? not-in-plan, public"],
    ["www.example.com.queniusa.com", "cdn, ? not-in-plan, public"],
    ["www.example.com.a1.initrr.com", "esa, ? not-in-plan, public"],
    ["uaejc8hnqzqz5valyh8dibolpvza48ik.yundunwaf5.com", "waf, ? not-in-plan, public"],
    // Other services
    ["1234567890123456.cn-hangzhou.pai-eas.aliyuncs.com", "service, mainland cn-hangzhou, public"],
    ["chat.gw-1uhcqmsc7x22-1801786532.ap-southeast-1.pai-eas.aliyuncs.com", "service, outside ap-southeast-1, public"],
    ["123.vpc.cn-shanghai.pai-eas.aliyuncs.com", "service, mainland cn-shanghai, private"],
    ["chat.gw-1uhcqmsc7x22-vpc.cn-shanghai.pai-eas.aliyuncs.com", "service, mainland cn-shanghai, private"],
    ["rm-uf62h6o3tcrd8bte6.mysql.rds.aliyuncs.com", "service, ? not-in-plan, reach not-in-plan, none"],
    ["rm-t4n14qj90v32k9dd06o.mysql.singapore.rds.aliyuncs.com", "service, ? not-in-plan, reach not-in-plan, none"],
    ["r-bp143d2ed3392654.redis.rds.aliyuncs.com", "service, ? not-in-plan, reach not-in-plan, none"],
    ["pc-bp1.mysql.polardb.rds.aliyuncs.com", "service, ? not-in-plan, reach not-in-plan, none"],
    ["es-cn-v0h15do5q000am0sk.kibana.elasticsearch.aliyuncs.com", "service, ? not-in-plan, reach not-in-plan"],
    [
      "ld-bp1-proxy-lindorm.lindorm.rds.aliyuncs.com",
      "service, ? not-in-plan, reach not-in-plan, opening opening-unknown",
    ],
  ])("%s: %s", (host, expected) => {
    expect(told(endpointOf(host))).toBe(expected);
  });

  it("is the same in any spelling", () => {
    expect(endpointOf("Media-X.OSS-cn-Hangzhou.aliyuncs.com.")).toEqual(
      endpointOf("media-x.oss-cn-hangzhou.aliyuncs.com"),
    );
  });

  it("tells what is asked for, unless no source says it", () => {
    expect(form("media-x.oss-cn-hangzhou.aliyuncs.com").tier).toBe("number");
    expect(form("alb-x.cn-hangzhou.alb.aliyuncs.com").tier).toBe("access");
    expect(form("smtp.qiye.aliyun.com").tier).toBe("none");
    expect(form("my-grafana.grafana.aliyuncs.com")).not.toHaveProperty("tier");
  });

  it("tells whether the place is that of the resource which it names", () => {
    expect(form("media-x.oss-accelerate-overseas.aliyuncs.com").placeOfNamed).toBe(true);
    expect(form("www.example.com.w.kunlunaq.com").placeOfNamed).toBe(true);
    // The bucket's place is not that of the acceleration.
    expect(form("media-x.oss-accelerate.aliyuncs.com").placeOfNamed).toBe(false);
    expect(form("media-x.oss-cn-hangzhou.aliyuncs.com").placeOfNamed).toBe(false);
  });
});

describe("the resource that a name belongs to", () => {
  const BUCKET = { types: ["alicloud:oss/bucket:Bucket"], by: ["bucket"] };

  it.each([
    ["media-x.oss-cn-hangzhou.aliyuncs.com"],
    ["media-x.oss-cn-hangzhou-internal.aliyuncs.com"],
    ["media-x.s3.oss-cn-hangzhou.aliyuncs.com"],
    ["media-x.cn-hangzhou.oss.aliyuncs.com"],
    ["media-x.oss.aliyuncs.com"],
    ["media-x.oss-accelerate.aliyuncs.com"],
    ["media-x.oss-website-cn-hangzhou.aliyuncs.com"],
  ])("%s is a bucket's", (host) => {
    expect(form(host).names).toEqual({ ...BUCKET, values: ["media-x"] });
  });

  it.each([
    ["oss-cn-hangzhou.aliyuncs.com"],
    ["cn-hangzhou.oss.aliyuncs.com"],
    ["1000000000000001.cn-hangzhou.fc.aliyuncs.com"],
  ])("%s is no single resource's", (host) => {
    expect(form(host)).not.toHaveProperty("names");
  });

  it.each([
    ["alb-a1b2-c3.cn-hangzhou.alb.aliyuncs.com", "alb-a1b2-c3"],
    ["nlb-a1b2c3.cn-shanghai.nlb.aliyuncsslb.com", "nlb-a1b2c3"],
    ["ga-bp15u1i2hmtbk8c3i0001-1.aliyunga0047.com", "ga-bp15u1i2hmtbk8c3i0001"],
    ["523e8dc7bbe04613b5b1d726c2a7889d-cn-hangzhou.alicloudapi.com", "523e8dc7bbe04613b5b1d726c2a7889d"],
    ["gw-cq7l5s5lhtgi6qasrdc0-cn-hangzhou.alicloudapi.com", "gw-cq7l5s5lhtgi6qasrdc0"],
    ["env-crmic3llht0001-ap-southeast-1.alicloudapi.com", "env-crmic3llht0001"],
    ["gtm-cn-x.gtm-a2b4.com", "gtm-cn-x"],
    ["app.c1be8ea9689364d08be53979a7913b422.cn-hangzhou.alicontainer.com", "c1be8ea9689364d08be53979a7913b422"],
    ["es-cn-v0h15do5q000am0sk.public.elasticsearch.aliyuncs.com", "es-cn-v0h15do5q000am0sk"],
  ])("%s is that of the id %s alone", (host, id) => {
    expect(form(host).names).toMatchObject({ by: [], values: [id] });
  });

  it("is a function by its name", () => {
    const names = {
      types: ["alicloud:fc/v3Function:V3Function", "alicloud:fc/function:Function"],
      by: ["functionName", "name"],
    };
    expect(form("shop-api-wdzwrthfoe.cn-hangzhou.fcapp.run").names).toEqual({ ...names, values: ["shop-api"] });
    expect(form("shop-api.fcv3-http.cn-hangzhou.fcapp.run").names).toEqual({ ...names, values: ["shop-api"] });
  });

  it.each([
    ["www.example.com.w.kunlunaq.com", "domainName"],
    ["www.example.com.queniusa.com", "domainName"],
    ["www.example.com.danuoyi.tbcache.com", "domainName"],
    ["www.example.com.a1.initaa.com", "recordName"],
    ["www.example.com.ialicdn.com", "recordName"],
    ["www.example.com.c.yundunwaf2.com", "domain"],
    ["www.example.com.0abcdefg.c.yundunwaf1.com", "domain"],
  ])("%s is an edge's, by the host it was given for", (host, property) => {
    const { host: givenFor, names } = form(host);
    expect(givenFor).toBe("www.example.com");
    expect(names?.values).toEqual(["www.example.com"]);
    expect(names?.by).toContain(property);
  });

  it("may be a wildcard, which stands in names as `all.`", () => {
    expect(form("all.example.com.w.kunlunaq.com").names?.values).toEqual([
      "all.example.com",
      "*.example.com",
      ".example.com",
    ]);
  });
});

describe("a form that is in no list", () => {
  it.each([
    [
      "x.cn-hangzhou.something.aliyuncs.com",
      "unlisted, mainland cn-hangzhou, reach form-unlisted, opening form-unlisted",
    ],
    [
      "something-cn-shanghai-internal.aliyuncs.com",
      "unlisted, mainland cn-shanghai, reach form-unlisted, opening form-unlisted",
    ],
    ["x.oss-cn-hongkong-cross.aliyuncs.com", "oss, outside cn-hongkong, public"],
    [
      "x.cn-hongkong.something.aliyuncs.com",
      "unlisted, outside cn-hongkong, reach form-unlisted, opening form-unlisted",
    ],
    ["ecs.ap-southeast-1.aliyuncs.com", "unlisted, outside ap-southeast-1, reach form-unlisted, opening form-unlisted"],
    ["x.cn-atlantis.something.aliyuncs.com", "unlisted, ? form-unlisted, reach form-unlisted, opening form-unlisted"],
    ["cn-hangzhou.cn-hongkong.aliyuncs.com", "unlisted, ? form-unlisted, reach form-unlisted, opening form-unlisted"],
    ["www.aliyun.com", "unlisted, ? form-unlisted, reach form-unlisted, opening form-unlisted"],
    ["qxu1606520494.my3w.com", "unlisted, ? form-unlisted, reach form-unlisted, opening form-unlisted"],
    ["www.example.com.gds.alibabadns.com", "unlisted, ? form-unlisted, reach form-unlisted, opening form-unlisted"],
  ])("%s: %s", (host, expected) => {
    expect(told(endpointOf(host))).toBe(expected);
  });

  it("says what the name is and how old the list is", () => {
    const why = doubt("form-unlisted", { name: "x.something.aliyuncs.com", asOf: data.asOf });
    expect(endpointOf("X.something.aliyuncs.com")).toEqual({
      is: "unlisted",
      kind: "service",
      location: { in: "undetermined", doubt: why },
      reach: why,
      opening: why,
    });
    expect(endpointOf("x.cn-hangzhou.something.aliyuncs.com")?.location).toEqual({
      in: "mainland",
      region: "cn-hangzhou",
      by: "endpoint",
    });
  });

  it("is everything below a domain of Alibaba Cloud's", () => {
    const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
    fc.assert(
      fc.property(
        fc.array(label, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...provider.apexes),
        (labels, apex) => {
          expect(endpointOf([...labels, apex].join("."))).toBeDefined();
        },
      ),
    );
  });
});

describe("other names", () => {
  it.each([
    "aliyuncs.com.evil.net",
    "media-x.oss-cn-hangzhou.aliyuncs.com.evil.net",
    "notaliyuncs.com",
    "media-x.oss-cn-hangzhou.notaliyuncs.com",
    "media-x.oss-cn-hangzhou.aliyuncs.co",
    "www.example.com",
    "cname.vercel-dns.com",
    "203.0.113.10",
    "a..aliyuncs.com",
    "aliyuncs",
    "",
  ])("%j is none of Alibaba Cloud's", (host) => {
    expect(endpointOf(host)).toBeUndefined();
  });

  // A name has 253 characters at most, and no form is held against what is longer.
  it("never throws, whatever it is given, and takes nothing longer than a name", () => {
    const piece = fc.constantFrom(
      "a",
      "-",
      ".",
      "cn-",
      "oss-",
      "cn-hangzhou",
      "all.",
      "w.kunlunaq.com",
      "aliyuncs.com",
      "0",
      "*",
      "_",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          fc.array(piece, { maxLength: 200 }).map((all) => all.join("")),
        ),
        (text) => {
          const endpoint = endpointOf(text);
          if (text.length > 260) expect(endpoint).toBeUndefined();
        },
      ),
      { numRuns: 500 },
    );
  });

  const endings = data.endpoints
    .map(({ example }) => example.slice(example.indexOf(".")))
    .filter((ending) => isAlibabaCloud(`a${ending}`));

  it.each(endings)("a name of 253 characters that ends in %s, and longer ones", (ending) => {
    const labels = `${"cn-".repeat(20)}a.`.repeat(5).slice(0, 252 - ending.length);
    const longest = `a${labels.replace(/[-.]+$/, "")}${ending}`;
    expect(longest.length).toBeGreaterThan(245);
    expect(endpointOf(longest)).toBeDefined();
    expect(endpointOf(`${"cn-".repeat(100_000)}a${ending}`)).toBeUndefined();
    expect(endpointOf(`${"a.".repeat(100_000)}a${ending}`)).toBeUndefined();
  });
});
