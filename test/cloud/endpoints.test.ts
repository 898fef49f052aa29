import { describe, expect, it } from "vitest";
import { endpointsOf } from "../../src/cloud/endpoints";
import { PRODUCTS, type CloudProduct } from "../../src/cloud/operations";
import { InputError } from "../../src/input/error";

const own = endpointsOf([]);
const products = Object.keys(PRODUCTS) as CloudProduct[];
const addressOf = (product: CloudProduct, region?: string, endpoints = own): string => {
  const { protocol, host } = endpoints(product, region);
  return `${protocol}://${host}`;
};

describe("the cloud's own endpoints", () => {
  it("are these where no region is asked", () => {
    expect(Object.fromEntries(products.map((product) => [product, addressOf(product)]))).toEqual({
      sts: "https://sts.aliyuncs.com",
      cdn: "https://cdn.aliyuncs.com",
      companyreg: "https://companyreg.aliyuncs.com",
      domain: "https://domain.aliyuncs.com",
      ecs: "https://ecs.aliyuncs.com",
      "swas-open": "https://swas.cn-hangzhou.aliyuncs.com",
      ens: "https://ens.aliyuncs.com",
    });
  });

  it("are of the region where the product has one in each", () => {
    expect(Object.fromEntries(products.map((product) => [product, addressOf(product, "cn-beijing")]))).toEqual({
      sts: "https://sts.aliyuncs.com",
      cdn: "https://cdn.aliyuncs.com",
      companyreg: "https://companyreg.aliyuncs.com",
      domain: "https://domain.aliyuncs.com",
      ecs: "https://ecs.cn-beijing.aliyuncs.com",
      "swas-open": "https://swas.cn-beijing.aliyuncs.com",
      ens: "https://ens.aliyuncs.com",
    });
  });

  it.each(["evil.example/", "a@b", "cn hangzhou", "", "..", "constructor/"])(
    "are never made of what is no region: %j",
    (region) => {
      expect(addressOf("ecs", region)).toBe("https://ecs.aliyuncs.com");
    },
  );
});

describe("--endpoint", () => {
  it("is for all products, or for one", () => {
    const given = endpointsOf([
      "https://gateway.example:8443",
      "ecs=http://127.0.0.1:4000",
      "cdn=https://cdn.example/",
    ]);
    expect(products.map((product) => addressOf(product, "cn-beijing", given))).toEqual([
      "https://gateway.example:8443",
      "https://cdn.example",
      "https://gateway.example:8443",
      "https://gateway.example:8443",
      "http://127.0.0.1:4000",
      "https://gateway.example:8443",
      "https://gateway.example:8443",
    ]);
  });

  it("leaves the other products where they are", () => {
    const given = endpointsOf(["ecs=https://ecs.example"]);
    expect(addressOf("ens", undefined, given)).toBe("https://ens.aliyuncs.com");
  });

  it.each(["http://127.0.0.1:1", "http://127.9.9.9", "http://localhost:1", "http://[::1]:1"])(
    "may be plain to this machine: %s",
    (url) => {
      expect(addressOf("ecs", undefined, endpointsOf([url]))).toBe(url);
    },
  );

  it.each<[readonly string[], string]>([
    [[""], "is no address; expected one such as https://api.example, or PRODUCT=ADDRESS for one product"],
    [["ecs.example"], "is no address; expected one such as https://api.example, or PRODUCT=ADDRESS for one product"],
    [["ecs="], "is no address; expected one such as https://api.example, or PRODUCT=ADDRESS for one product"],
    [
      ["ftp://ecs.example"],
      "is no address; expected one such as https://api.example, or PRODUCT=ADDRESS for one product",
    ],
    [["https://ecs.example/path"], "has more than a name and a port; give neither path nor user"],
    [["https://ecs.example?a=b"], "has more than a name and a port; give neither path nor user"],
    [["https://ecs.example/#a"], "has more than a name and a port; give neither path nor user"],
    [["https://me:secret@ecs.example"], "has more than a name and a port; give neither path nor user"],
    [["ecs=http://ecs.example:80"], "goes to ecs.example by http, where everybody on the way could read it; use https"],
    [
      ["http://127.0.0.1.example"],
      "goes to 127.0.0.1.example by http, where everybody on the way could read it; use https",
    ],
    [["oss=https://oss.example"], "names oss, which is none of sts, cdn, companyreg, domain, ecs, swas-open, ens"],
    [
      ["constructor=https://a.example"],
      "names constructor, which is none of sts, cdn, companyreg, domain, ecs, swas-open, ens",
    ],
    [["ecs=https://a.example", "ecs=https://b.example"], "names ecs twice; give each product one endpoint"],
    [
      ["https://a.example", "https://b.example"],
      "is given twice for all products; name the product of each, as PRODUCT=ADDRESS",
    ],
  ])("is refused: %j", (given, sentence) => {
    const asked = () => endpointsOf(given);
    expect(asked).toThrow(InputError);
    expect(asked).toThrow(
      new InputError({ id: "input.at", params: { where: "--endpoint", problem: sentence } }).message,
    );
  });
});
