/** Names that Alibaba Cloud gives lead to what has them in the plan, and nowhere when the plan removes it. */
import { describe, expect, it } from "vitest";
import { ref, unknownValue, urnOf, type ResourceSpec } from "../support/plan";
import { bucket, cdn, cname, instance, provider, record, resource, web } from "../support/stacks";
import { ways } from "./ways";

const edge = (domainName: string, inputs = {}) => cdn("edge", { domainName, ...inputs });
const dcdn = (domain: string) =>
  resource("alicloud:dcdn/domain:Domain", "edge", {
    domainName: domain,
    sources: [{ type: "domain", content: "origin.example.net" }],
  });
const waf = (domain: string) =>
  resource("alicloud:wafv3/domain:Domain", "waf", { domain, redirect: { backends: ["192.0.2.1"] } });
const gone = (spec: ResourceSpec): ResourceSpec => ({ ...spec, rest: { change: "delete" } });
const www = cname("www", "www.example.com.w.kunlunaq.com");
const site = cname("www", "media.oss-cn-hangzhou.aliyuncs.com");

describe("a name that CDN gives leads", () => {
  it.each<[string, readonly ResourceSpec[], readonly string[]]>([
    [
      "to the domain",
      [edge("www.example.com"), www],
      [
        "www.example.com edge mainland: edge (hosts)",
        "www.example.com edge mainland: www-record (record) > edge (endpoint)",
      ],
    ],
    [
      "to the domain, spelt otherwise",
      [edge("WWW.Example.com"), www],
      [
        "www.example.com edge mainland: edge (hosts)",
        "www.example.com edge mainland: www-record (record) > edge (endpoint)",
      ],
    ],
    [
      "to the domain, spelt in characters",
      [edge("例子.example.com"), cname("例子", "xn--fsqu00a.example.com.w.kunlunaq.com")],
      [
        "xn--fsqu00a.example.com edge mainland: edge (hosts)",
        "xn--fsqu00a.example.com edge mainland: 例子-record (record) > edge (endpoint)",
      ],
    ],
    [
      "to a domain of DCDN, spelt otherwise",
      [dcdn("WWW.Example.com"), www],
      [
        "www.example.com edge mainland: edge (hosts)",
        "www.example.com edge mainland: www-record (record) > edge (endpoint)",
      ],
    ],
    [
      "to what no plan shows, where nothing has it",
      [www],
      [
        "www.example.com www.example.com.w.kunlunaq.com undetermined: www-record (record) > www.example.com.w.kunlunaq.com (endpoint)",
      ],
    ],
    [
      "to what no plan shows, where only a WAF has the host",
      [waf("www.example.com"), www],
      [
        "www.example.com waf mainland: waf (hosts)",
        "www.example.com www.example.com.w.kunlunaq.com undetermined: www-record (record) > www.example.com.w.kunlunaq.com (endpoint)",
      ],
    ],
    [
      "to what no plan shows, where another host is bound",
      [edge("api.example.com"), www],
      [
        "api.example.com edge mainland: edge (hosts)",
        "www.example.com www.example.com.w.kunlunaq.com undetermined: www-record (record) > www.example.com.w.kunlunaq.com (endpoint)",
      ],
    ],
    [
      "to what no plan shows, where the bound host is not known",
      [edge(unknownValue), www],
      [
        "? edge mainland computed: edge (hosts)",
        "www.example.com www.example.com.w.kunlunaq.com undetermined: www-record (record) > www.example.com.w.kunlunaq.com (endpoint)",
      ],
    ],
    ["nowhere, where the domain goes", [gone(edge("www.example.com")), www], []],
    ["nowhere, where the domain goes, spelt otherwise", [gone(edge("WWW.Example.com")), www], []],
    ["nowhere, where a domain of DCDN goes, spelt otherwise", [gone(dcdn("WWW.Example.com")), www], []],
    [
      "to what no plan shows, where only a WAF goes",
      [gone(waf("WWW.Example.com")), www],
      [
        "www.example.com www.example.com.w.kunlunaq.com undetermined: www-record (record) > www.example.com.w.kunlunaq.com (endpoint)",
      ],
    ],
  ])("%s", (_, specs, expected) => {
    expect(ways(specs)).toEqual(expected);
  });
});

describe("a name that OSS gives leads", () => {
  it.each<[string, readonly ResourceSpec[], readonly string[]]>([
    [
      "to the bucket",
      [bucket("media"), site],
      ["www.example.com media mainland: www-record (record) > media (equals)"],
    ],
    ["nowhere, where the bucket goes", [gone(bucket("media")), site], []],
    ["nowhere, where it is an internal one", [cname("www", "media.oss-cn-hangzhou-internal.aliyuncs.com")], []],
  ])("%s", (_, specs, expected) => {
    expect(ways(specs)).toEqual(expected);
  });

  it("to the bucket, in the region of the name where the bucket's is not known", () => {
    expect(ways([bucket("media"), site], { region: unknownValue })).toEqual([
      "www.example.com media mainland: www-record (record) > media (endpoint)",
    ]);
  });
});

const abroad = provider("abroad", "cn-hongkong");
const outside = { rest: { provider: urnOf("pulumi:providers:alicloud", "abroad") } };
const accelerated = bucket("media", { transferAcceleration: { enabled: true } });

describe("a text that waits for a bucket may be its accelerated name", () => {
  it.each<[string, readonly ResourceSpec[], readonly string[]]>([
    [
      "of one outside",
      [abroad, { ...accelerated, ...outside }, cname("www", ref("media"))],
      ["www.example.com media undetermined: www-record (record) > media (refers)"],
    ],
    [
      "of one in the mainland",
      [accelerated, cname("www", ref("media"))],
      ["www.example.com media mainland: www-record (record) > media (refers)"],
    ],
    [
      "not where it has none",
      [abroad, { ...bucket("media"), ...outside }, cname("www", ref("media"))],
      ["www.example.com media outside: www-record (record) > media (refers)"],
    ],
  ])("%s", (_, specs, expected) => {
    expect(ways(specs)).toEqual(expected);
  });
});

const offline = (content: ResourceSpec["inputs"] = {}) =>
  edge("www.example.com", { status: "offline", sources: [{ type: "ipaddr", ...content }] });

describe("a domain that was taken offline leads to its origin besides", () => {
  it.each<[string, readonly ResourceSpec[], readonly string[]]>([
    [
      "a server",
      [...web, instance("server"), offline({ content: ref("server") }), cname("www", ref("edge"))],
      [
        "www.example.com edge mainland offline: edge (hosts)",
        "www.example.com edge mainland offline: www-record (record) > edge (refers)",
        "www.example.com server mainland offline: www-record (record) > edge (refers) > server (fetches)",
      ],
    ],
    [
      "a stranger's",
      [offline({ content: "origin.example.net" }), cname("www", ref("edge"))],
      [
        "www.example.com edge mainland offline: edge (hosts)",
        "www.example.com edge mainland offline: www-record (record) > edge (refers)",
      ],
    ],
    [
      "an address that matches nothing",
      [offline({ content: "47.96.0.99" }), cname("www", ref("edge"))],
      [
        "www.example.com edge mainland offline: edge (hosts)",
        "www.example.com edge mainland offline: www-record (record) > edge (refers)",
      ],
    ],
    [
      "another one that was, and leads back",
      [
        offline({ type: "domain", content: "img.example.com" }),
        cdn("second", {
          domainName: "img.example.com",
          status: "offline",
          sources: [{ type: "domain", content: "www.example.com" }],
        }),
        cname("www", ref("edge")),
        cname("img", ref("second")),
      ],
      [
        "img.example.com edge mainland offline offline: img-record (record) > second (refers) > www-record (fetches) > edge (fetches)",
        "img.example.com second mainland offline: img-record (record) > second (refers)",
        "img.example.com second mainland offline: second (hosts)",
        "www.example.com edge mainland offline: edge (hosts)",
        "www.example.com edge mainland offline: www-record (record) > edge (refers)",
        "www.example.com second mainland offline offline: www-record (record) > edge (refers) > img-record (fetches) > second (fetches)",
      ],
    ],
  ])("%s", (_, specs, expected) => {
    expect(ways(specs)).toEqual(expected);
  });
});

const forward = (port: string, table: ReturnType<typeof ref> | string = "ftb-1") =>
  resource("alicloud:vpc/forwardEntry:ForwardEntry", "forward", {
    forwardTableId: table,
    externalIp: "47.96.0.10",
    externalPort: port,
    internalIp: "10.0.0.1",
    internalPort: port,
    ipProtocol: "tcp",
  });
const nat = resource("alicloud:vpc/natGateway:NatGateway", "nat");

describe("an address of which only a forwarding is shown", () => {
  it.each<[string, readonly ResourceSpec[], readonly string[]]>([
    [
      "of the web",
      [forward("80"), record("www", "47.96.0.10")],
      ["www.example.com forward mainland: www-record (record) > forward (equals)"],
    ],
    [
      "of something else, to which more may be added elsewhere",
      [forward("22"), record("www", "47.96.0.10")],
      ["www.example.com forward mainland closed-so-far: www-record (record) > forward (equals)"],
    ],
    [
      "of something else, by a gateway of the plan",
      [nat, forward("22", ref("nat")), record("www", "47.96.0.10")],
      ["www.example.com forward mainland: www-record (record) > forward (equals)"],
    ],
  ])("%s", (_, specs, expected) => {
    expect(ways(specs)).toEqual(expected);
  });
});
