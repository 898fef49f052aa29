/** Which address a host is served under, as far as a filing can name it. */
import { planOf, ref, unknownValue, updated, urnOf, type Properties, type ResourceSpec } from "../../support/plan";
import { filed, register, ruleTester } from "../../support/rule-tester";
import {
  association,
  cdn,
  clb,
  cname,
  eip,
  instance,
  provider,
  record,
  resource,
  subscription,
  web,
} from "../../support/stacks";

const IP = "47.96.0.10";
const OTHER = "47.96.0.11";
const V6 = "2408:4000::1";
const ips = (...addresses: readonly string[]) =>
  filed("example.com", `accessProviders: [{ name: aliyun }], ips: [${addresses.map((one) => `"${one}"`).join(", ")}]`);
const declared = ips(IP);
const address = (value: string) => ({ outputs: { ipAddress: value }, rest: { change: "same", id: `eip-${value}` } });
const served = (publicIp: string, name = "server", rest = {}) =>
  instance(name, subscription, { outputs: { publicIp }, rest: { change: "same", id: `i-${name}`, ...rest } });
const bare = (inputs: Properties = {}) =>
  instance("server", { ...subscription, internetMaxBandwidthOut: 0, ...inputs });
const abroad = provider("abroad", "cn-hongkong");
const elsewhere = { provider: urnOf("pulumi:providers:alicloud", "abroad") };
const dns = (entry: string) =>
  register(
    `filings: [{ domain: example.com, status: active, accessProviders: [{ name: aliyun }], ips: [${IP}] }]\nexternalDns: [${entry}]\n`,
  );

ruleTester("icp-ip-drift", {
  violations: {
    "the address that its record names, of two of its server": [
      planOf([
        ...web,
        bare(),
        eip("ip", {}, address(IP)),
        eip("second", {}, address(OTHER)),
        association("bind", "ip", "server"),
        association("bind-2", "second", "server"),
        record("www", OTHER),
      ]),
      declared,
      [
        "icp-ip-drift violation www.example.com: icp-ip-drift [update-address] at value of www-record and filings[0].ips",
      ],
      [
        "www.example.com is served from 47.96.0.11 (server), which is not among the addresses of the filing of example.com",
        "- Change the address in the filing of example.com, ask whether the public-security filing needs it too, and write it in icp.yaml: ips.",
        "by S3-26",
        "www-record (record) > second (equals) > bind-2 (binds) > server (entry)",
      ],
    ],
    "one of two addresses of an instance, to which the register says that DNS leads": [
      planOf([
        ...web,
        instance(
          "server",
          { ...subscription, internetMaxBandwidthOut: 0 },
          { outputs: { publicIp: "" }, rest: { change: "same", id: "i-1" } },
        ),
        eip("ip", {}, address(IP)),
        eip("second", {}, address(OTHER)),
        association("bind", "ip", "server"),
        association("bind-2", "second", "server"),
      ]),
      dns('{ host: www.example.com, resource: "*::server", stack: "web/*" }'),
      ["icp-ip-drift violation www.example.com: icp-ip-drift [update-address] at filings[0].ips"],
      [
        "www.example.com is served from 47.96.0.11 (server), which is not among the addresses of the filing of example.com",
        "- Change the address in the filing of example.com, ask whether the public-security filing needs it too, and write it in icp.yaml: ips.",
        "by S3-26",
        "server (declared)",
      ],
    ],
    "one host in the mainland under another address, one outside": [
      planOf([
        ...web,
        abroad,
        served(OTHER),
        served("47.96.0.12", "far", elsewhere),
        record("www", OTHER),
        { ...record("www", "47.96.0.12", { line: "oversea" }), name: "second" },
      ]),
      declared,
      [
        "icp-ip-drift violation www.example.com: icp-ip-drift [update-address] at value of www-record and filings[0].ips",
      ],
    ],
    "several hosts under one address: the first of them speaks, whatever its record is called": [
      planOf([...web, served(OTHER), { ...record("www", OTHER), name: "a" }, { ...record("api", OTHER), name: "b" }]),
      declared,
      ["icp-ip-drift violation api.example.com: icp-ip-drift [update-address] at value of b and filings[0].ips"],
    ],
    "an instance with another address of IPv6": [
      planOf([
        ...web,
        bare({ ipv6Addresses: [ref("address")] }),
        resource("alicloud:vpc/ipv6Address:Ipv6Address", "address", {}, { outputs: { ipv6Address: "2408:4000:0::2" } }),
        resource("alicloud:vpc/ipv6InternetBandwidth:Ipv6InternetBandwidth", "internet", {
          ipv6AddressId: ref("address"),
        }),
        record("www", ref("address"), { type: "AAAA" }),
      ]),
      ips(IP, V6),
      [
        "icp-ip-drift violation www.example.com: icp-ip-drift [update-address] at value of www-record and filings[0].ips",
      ],
      [
        "www.example.com is served from 2408:4000::2 (server), which is not among the addresses of the filing of example.com",
        "- Change the address in the filing of example.com, ask whether the public-security filing needs it too, and write it in icp.yaml: ips.",
        "by S3-26",
        "www-record (record) > address (refers) > internet (binds) > server (entry)",
      ],
    ],
  },
  satisfied: {
    "an address of IPv6, spelt otherwise": [
      planOf([
        ...web,
        bare({ ipv6Addresses: [ref("address")] }),
        resource(
          "alicloud:vpc/ipv6Address:Ipv6Address",
          "address",
          {},
          { outputs: { ipv6Address: "2408:4000:0:0::1" } },
        ),
        resource("alicloud:vpc/ipv6InternetBandwidth:Ipv6InternetBandwidth", "internet", {
          ipv6AddressId: ref("address"),
        }),
        record("www", ref("address"), { type: "AAAA" }),
      ]),
      ips(IP, V6),
      [],
    ],
    "the register says that DNS leads to a server with the filing's address": [
      planOf([...web, served(IP)]),
      dns('{ host: www.example.com, resource: "*::server", stack: "web/*" }'),
      [],
    ],
  },
  undetermined: {
    "an address that waits for something else": [
      planOf([
        ...web,
        bare(),
        resource("random:index/randomString:RandomString", "r"),
        eip("ip", { ipAddress: ref("r") }),
        association("bind", "ip", "server"),
        record("www", ref("ip")),
      ]),
      declared,
      [
        "icp-ip-drift undetermined www.example.com: undetermined (computed) [check] at value of www-record and filings[0].ips",
      ],
    ],
    "a secret address": [
      planOf([...web, served("[secret]"), record("www", ref("server"))]),
      declared,
      [
        "icp-ip-drift undetermined www.example.com: undetermined (secret) [check] at value of www-record and filings[0].ips",
      ],
    ],
    "one of several hosts is in the mainland for certain": [
      planOf([
        ...web,
        served(OTHER),
        record("api", OTHER, { status: unknownValue }),
        record("www", OTHER, { status: unknownValue }),
      ]),
      declared,
      [
        "icp-empty-shell undetermined www.example.com",
        "icp-ip-drift undetermined api.example.com: undetermined (computed) [check] at value of api-record and filings[0].ips",
      ],
    ],
    "two that are not known": [
      planOf([
        ...web,
        bare(),
        eip("one", { ipAddress: unknownValue }),
        association("bind", "one", "server"),
        instance("other", { ...subscription, internetMaxBandwidthOut: 0 }),
        eip("two", { ipAddress: unknownValue }),
        association("bind-2", "two", "other"),
        record("www", ref("one")),
        record("api", ref("two")),
      ]),
      declared,
      [
        "icp-ip-drift undetermined api.example.com: undetermined (computed) [check] at value of api-record and filings[0].ips",
        "icp-ip-drift undetermined www.example.com: undetermined (computed) [check] at value of www-record and filings[0].ips",
      ],
    ],
  },
  silent: {
    "an edge in the mainland, and the server behind it": [
      planOf([...web, served(OTHER), cdn("edge", { sources: [{ type: "ipaddr", content: OTHER }] })]),
      declared,
      [],
    ],
    "it may have left the mainland: another rule speaks": [
      planOf([
        ...web,
        abroad,
        served(OTHER, "server", elsewhere),
        record("www", OTHER),
        { ...record("www", "47.96.0.12", { line: "oversea" }), name: "second" },
      ]),
      declared,
      ["icp-filed-domain-offshore undetermined www.example.com"],
    ],
    "two records of one host, of which one leads outside and one nowhere that is known": [
      planOf([
        ...web,
        abroad,
        served("47.96.0.12", "far", elsewhere),
        record("www", "47.96.0.12"),
        { ...record("www", unknownValue, { line: "oversea" }), name: "second" },
      ]),
      declared,
      ["icp-filed-domain-offshore undetermined www.example.com"],
    ],
  },
});

const licence = filed(
  "example.com",
  "accessProviders: [{ name: aliyun }], commercial: { required: true, licence: 浙B2-20260001, ipBound: true }",
);
/** The record of `www`, which led to this address before the plan. */
const moved = (now: ResourceSpec, before: string) =>
  updated(now, { domainName: "example.com", rr: "www", type: "A", value: before });
const alb = (name: string, rest = {}) =>
  resource("alicloud:alb/loadBalancer:LoadBalancer", name, { addressType: "Internet" }, { rest });

ruleTester("icp-licence-ip", {
  violations: {
    "from one load balancer without an address of its own to another": [
      planOf([
        alb("one", { change: "same", id: "alb-1" }),
        alb("two"),
        updated(
          cname("www", ref("two")),
          { domainName: "example.com", rr: "www", type: "CNAME", value: unknownValue },
          { propertyDependencies: { value: [urnOf("alicloud:alb/loadBalancer:LoadBalancer", "one")] } },
        ),
      ]),
      licence,
      [
        "icp-licence-ip violation www.example.com: icp-licence-ip.changed [update-licence] at value of www-record and filings[0].ips",
        "icp-unnamed-website undetermined one",
      ],
      [
        "www.example.com is served from two and no longer from one, and the commercial licence of example.com is bound to the address",
        "- Have the address in the licence changed first, and in the filing and the public-security filing, 30 days ahead; then move www.example.com, and write the address in icp.yaml: ips.",
        "by S3-25",
        "www-record (record) > two (refers)",
      ],
    ],
    "to an address that this plan makes": [
      planOf([
        ...web,
        served(IP, "old"),
        bare(),
        eip("ip"),
        association("bind", "ip", "server"),
        moved(record("www", ref("ip")), IP),
      ]),
      licence,
      [
        "icp-licence-ip violation www.example.com: icp-licence-ip.changed [update-licence] at value of www-record and filings[0].ips",
        "icp-unnamed-website violation old",
      ],
      [
        "www.example.com is served from server and no longer from 47.96.0.10 (old), and the commercial licence of example.com is bound to the address",
        "- Have the address in the licence changed first, and in the filing and the public-security filing, 30 days ahead; then move www.example.com, and write the address in icp.yaml: ips.",
        "by S3-25",
        "www-record (record) > ip (refers) > bind (binds) > server (entry)",
      ],
    ],
  },
  satisfied: {
    "its load balancer stays": [
      planOf([
        alb("one", { change: "same", id: "alb-1" }),
        cname("www", ref("one"), {}, { rest: { change: "same" } }),
        { ...clb("old"), rest: { change: "delete" } },
      ]),
      licence,
      [],
    ],
  },
  undetermined: {
    "where it led before is secret": [
      planOf([clb("lb"), moved(record("www", ref("lb")), "[secret]")]),
      licence,
      [
        "icp-licence-ip undetermined www.example.com: undetermined (secret) [check] at value of www-record and filings[0].ips",
      ],
    ],
    "whether it led there before is not known": [
      planOf([
        ...web,
        served(IP, "old"),
        clb("lb"),
        updated(record("www", ref("lb")), { domainName: "example.com", rr: "www", type: "[secret]", value: IP }),
      ]),
      licence,
      [
        "icp-licence-ip undetermined www.example.com: undetermined (secret) [check] at value of www-record and filings[0].ips",
        "icp-unnamed-website violation old",
      ],
    ],
  },
  silent: {
    "outside before and after": [
      planOf([...web, served(IP, "old"), moved(record("www", IP), OTHER)], { region: "cn-hongkong" }),
      licence,
      ["icp-filed-domain-offshore violation www.example.com"],
    ],
  },
});
