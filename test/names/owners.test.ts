import { describe, expect, it } from "vitest";
import { getDomain } from "tldts-icann";
import endpoints from "../../data/endpoints.json";
import provider from "../../data/provider-domains.json";
import vendors from "../../data/vendor-names.json";
import { isAlibabaCloud, vendorRow } from "../../src/names/owners";

const ALIBABA = [
  ...provider.apexes,
  ...provider.apexes.map((apex) => `x.y.${apex}`),
  ...provider.forms.map(({ example }) => example),
  ...endpoints.endpoints.map(({ example }) => example),
];
/** Names that end, or begin, like a domain and are not below it. */
const alike = (domain: string): string[] => [
  `not${domain}`,
  `x.not${domain}`,
  `${domain}.example.net`,
  `x.${domain}.example.net`,
];

describe("names of Alibaba Cloud's", () => {
  it("are those of its domains and forms, and no other vendor's", () => {
    expect(ALIBABA.filter((name) => !isAlibabaCloud(name))).toEqual([]);
    expect(ALIBABA.filter((name) => vendorRow(name))).toEqual([]);
  });

  it("are not those that only look like one", () => {
    const names = [...provider.apexes.flatMap(alike), ...provider.forms.map(({ example }) => `${example}.example.net`)];
    expect(names.filter(isAlibabaCloud)).toEqual([]);
  });

  it.each([
    "aliyuncs.com.evil.net",
    "notaliyuncs.com",
    "aliyuncs.net",
    "com",
    "w.kunlun.com",
    "www.kunlunaq.com",
    "example.kunlunhealth.com",
    "www.initrr.com",
    "queniusa.com",
    "www.queniusamba.com",
    "x.aliyunddos12.com",
    "x.aliyunga123.com",
    "x.myyundunwaf1.com",
    "xyundunwaf1.com",
    "gtm-x.example.com",
  ])("%s is none", (name) => {
    expect(isAlibabaCloud(name)).toBe(false);
  });
});

describe("names of other vendors", () => {
  const names = vendors.names.flatMap(({ domains, examples }) => [...domains, ...examples]);

  it("are those of their domains and forms, and not Alibaba Cloud's", () => {
    expect(names.filter((name) => !vendorRow(name))).toEqual([]);
    expect(names.filter((name) => vendorRow(`x.${name}`) !== vendorRow(name))).toEqual([]);
    expect(names.filter(isAlibabaCloud)).toEqual([]);
  });

  it("are not those that only look like one", () => {
    const others = [
      ...vendors.names.flatMap(({ domains }) => domains.flatMap(alike)),
      ...["vercel-dns-017.com.example.net", "notvercel-dns-017.com", "vercel-dns-x.com", "xdnse2.com", "example.com"],
    ];
    expect(others.filter(vendorRow)).toEqual([]);
  });

  it("are told by domains that somebody registers, each in one row", () => {
    const domains = vendors.names.flatMap((row) => row.domains);
    expect(domains.filter((domain) => getDomain(domain) !== domain)).toEqual([]);
    expect(new Set(domains).size).toBe(domains.length);
  });

  it("have an example and a source in each row, and a place that is one of four", () => {
    const rows = vendors.names;
    expect(rows.filter(({ examples, source }) => examples.length === 0 || source === "")).toEqual([]);
    expect([...new Set(rows.map(({ place }) => place))].sort()).toEqual([
      "by-region",
      "mainland",
      "outside",
      "unknown",
    ]);
  });

  it("have examples that are of their own row", () => {
    const strays = vendors.names.filter((row) => row.examples.some((example) => vendorRow(example) !== row));
    expect(strays).toEqual([]);
  });
});
