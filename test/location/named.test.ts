import { describe, expect, it } from "vitest";
import regions from "../../data/regions.json";
import { placeInName } from "../../src/location/named";

const FEW = { mainland: ["cn-shanghai", "cn-shanghai-finance-1", "bj"], outside: ["cn-hongkong", "ap-southeast-1"] };

describe("the place that a name tells", () => {
  it.each([
    ["x.cn-shanghai.example.com", "mainland cn-shanghai"],
    ["x-cn-shanghai.example.com", "mainland cn-shanghai"],
    ["x-cn-shanghai-internal.example.com", "mainland cn-shanghai"],
    ["cn-shanghai", "mainland cn-shanghai"],
    ["x.cn-shanghai-a.example.com", "mainland cn-shanghai"],
    ["x.cn-hongkong.example.com", "outside cn-hongkong"],
    ["x.ap-southeast-1.example.com", "outside ap-southeast-1"],
    // An id that is a part of another one found.
    ["x.cn-shanghai-finance-1.example.com", "mainland cn-shanghai-finance-1"],
    ["cn-shanghai.x.cn-shanghai-finance-1.example.com", "mainland cn-shanghai-finance-1"],
    // An id without a hyphen is a whole label.
    ["x.bj.example.com", "mainland bj"],
    ["x-bj.example.com", "-"],
    ["x.bjx.example.com", "-"],
    // Between dots and hyphens only.
    ["x.ap-southeast-11.example.com", "-"],
    ["xcn-shanghai.example.com", "-"],
    ["x.cn-shanghaix.example.com", "-"],
    ["x.cn-shanghai_1.example.com", "-"],
    ["x.cn-atlantis.example.com", "-"],
    ["", "-"],
    // Two that agree, two that do not.
    ["cn-shanghai.bj.example.com", "mainland cn-shanghai"],
    ["cn-shanghai.cn-hongkong.example.com", "-"],
    ["cn-shanghaix.cn-shanghai.example.com", "mainland cn-shanghai"],
  ])("%s: %s", (name, expected) => {
    const place = placeInName(name, FEW);
    expect(place ? `${place.in} ${place.region}` : "-").toBe(expected);
  });

  it.each([
    ...regions.mainland.map((region) => [region, "mainland"] as const),
    ...regions.outside.map((region) => [region, "outside"] as const),
  ])("%s is found in a name, %s", (region, place) => {
    expect(placeInName(`x.something-${region}-internal.example.com`, regions)).toEqual({ in: place, region });
  });
});
