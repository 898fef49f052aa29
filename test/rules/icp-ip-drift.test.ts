import { planOf, ref, unknownValue } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import { association, cdn, cname, eip, instance, record, resource, subscription, web } from "../support/stacks";

const IP = "47.96.0.10";
const OTHER = "47.96.0.11";
const ips = (...addresses: string[]) =>
  filed("example.com", `accessProviders: [{ name: aliyun }], ips: [${addresses.join(", ")}]`);
const declared = ips(IP);
const address = (value: string) => ({ outputs: { ipAddress: value }, rest: { change: "same", id: `eip-${value}` } });
const server = [...web, instance("server")];
const behind = [...server, association("bind", "ip", "server")];
const own =
  "icp-ip-drift violation www.example.com: icp-ip-drift [update-address] at value of www-record and filings[0].ips";
const unsure =
  "icp-ip-drift undetermined www.example.com: undetermined (computed) [check] at value of www-record and filings[0].ips";
const alb = resource("alicloud:alb/loadBalancer:LoadBalancer", "alb", { addressType: "Internet" });
const ownNew =
  "icp-ip-drift violation www.example.com: icp-ip-drift.new [update-address] at value of www-record and filings[0].ips";

ruleTester("icp-ip-drift", {
  violations: {
    "another EIP": [
      planOf([...behind, eip("ip", {}, address(OTHER)), record("www", ref("ip"))]),
      declared,
      [own],
      [
        "www.example.com is served from 47.96.0.11 (server), which is not among the addresses of the filing of example.com",
        "- Change the address in the filing of example.com, ask whether the public-security filing needs it too, and write it in icp.yaml: ips.",
        "by S3-26",
        "www-record (record) > ip (refers) > bind (binds) > server (entry)",
      ],
    ],
    "a record that names the address": [
      planOf([...behind, eip("ip", {}, address(OTHER)), record("www", OTHER)]),
      declared,
      [own],
    ],
    "an EIP that this plan makes": [
      planOf([...behind, eip("ip"), record("www", ref("ip"))]),
      declared,
      [ownNew],
      [
        "www.example.com is served from a new address of server, which is not among the addresses of the filing of example.com",
        "- Change the address in the filing of example.com, ask whether the public-security filing needs it too, and write it in icp.yaml: ips.",
        "by S3-26",
        "www-record (record) > ip (refers) > bind (binds) > server (entry)",
      ],
    ],
    "an instance with another address": [
      planOf([
        ...web,
        instance("server", subscription, { outputs: { publicIp: OTHER } }),
        record("www", ref("server")),
      ]),
      declared,
      [own],
    ],
    "an instance that this plan makes": [planOf([...server, record("www", ref("server"))]), declared, [ownNew]],
    "a load balancer's address": [
      planOf([
        resource(
          "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer",
          "clb",
          { addressType: "internet" },
          {
            outputs: { address: OTHER },
          },
        ),
        record("www", ref("clb")),
      ]),
      declared,
      [own],
    ],
    "several hosts on one address are one finding": [
      planOf([...behind, eip("ip"), record("www", ref("ip")), record("api", ref("ip"))]),
      declared,
      [
        "icp-ip-drift violation api.example.com: icp-ip-drift.new [update-address] at value of api-record and filings[0].ips",
      ],
    ],
    "of several hosts the one that certainly leads there speaks": [
      planOf([...behind, eip("ip"), record("www", ref("ip")), record("api", ref("ip"), { type: unknownValue })]),
      declared,
      [ownNew],
    ],
    "one of two addresses": [
      planOf([
        ...behind,
        eip("ip", {}, address(IP)),
        eip("second", {}, address(OTHER)),
        instance("other"),
        association("bind-2", "second", "other"),
        record("www", ref("ip")),
        { ...record("www", ref("second")), name: "www-2" },
      ]),
      declared,
      ["icp-ip-drift violation www.example.com: icp-ip-drift [update-address] at value of www-2 and filings[0].ips"],
    ],
    "through another name": [
      planOf([...behind, eip("ip", {}, address(OTHER)), cname("www", "lb.example.com"), record("lb", OTHER)]),
      declared,
      ["icp-ip-drift violation lb.example.com: icp-ip-drift [update-address] at value of lb-record and filings[0].ips"],
    ],
  },
  satisfied: {
    "the filing's address": [planOf([...behind, eip("ip", {}, address(IP)), record("www", ref("ip"))]), declared, []],
    "one of the filing's addresses": [
      planOf([...behind, eip("ip", {}, address(IP)), record("www", ref("ip"))]),
      ips(OTHER, IP),
      [],
    ],
    "an instance without bandwidth, by two EIPs of the filing: it gets no address of its own": [
      planOf([
        ...web,
        instance("server", { ...subscription, internetMaxBandwidthOut: 0 }),
        ...[IP, OTHER].flatMap((value, at) => [
          eip(`ip-${at}`, {}, { outputs: { ipAddress: value }, rest: { change: "same", id: `eip-${at}` } }),
          association(`bind-${at}`, `ip-${at}`, "server"),
        ]),
      ]),
      register(
        `filings: [{ domain: example.com, status: active, accessProviders: [{ name: aliyun }], ips: [${IP}, ${OTHER}] }]\nexternalDns: [{ host: www.example.com, resource: "*::server" }]\n`,
      ),
      [],
    ],
    "the filing's address, which is not in the plan": [planOf([record("www", IP)]), declared, []],
  },
  undetermined: {
    "an address that is not known": [
      planOf([...behind, eip("ip", { ipAddress: unknownValue }), record("www", ref("ip"))]),
      declared,
      [unsure],
      [
        "It cannot be told whether this breaks the rule for www.example.com: ipAddress is not known here, and nothing tells what it waits for",
        "- Check by hand what cannot be told here.",
        "by S3-26",
        "www-record (record) > ip (refers) > bind (binds) > server (entry)",
      ],
    ],
    "an address of the mainland that nothing says is bound": [
      planOf([
        ...server,
        eip("ip", {}, address(OTHER)),
        association("bind", "ip", "server", { allocationId: unknownValue }),
        record("www", ref("ip")),
      ]),
      declared,
      [
        "icp-ip-drift undetermined www.example.com: undetermined (computed) [check] at value of www-record and filings[0].ips",
        "icp-unnamed-website undetermined server",
      ],
    ],
    "an address that is not in the plan and not the filing's": [
      planOf([record("www", OTHER)]),
      declared,
      [
        "icp-ip-drift undetermined www.example.com: undetermined (unmatched-address) [check] at value of www-record and filings[0].ips",
      ],
    ],
  },
  silent: {
    "a load balancer whose addresses change": [planOf([alb, cname("www", ref("alb"))]), declared, []],
    "where it leads is not known: another rule says so": [
      planOf([record("www", unknownValue)]),
      declared,
      ["icp-filed-domain-offshore undetermined www.example.com"],
    ],
    "an edge": [planOf([cdn("site")]), declared, []],
    "outside the mainland is another rule's": [
      planOf([...behind, eip("ip"), record("www", ref("ip"))], { region: "cn-hongkong" }),
      declared,
      ["icp-filed-domain-offshore violation www.example.com"],
    ],
    "the filing names no address": [planOf([...behind, eip("ip"), record("www", ref("ip"))]), filed(), []],
    "the list is empty": [planOf([...behind, eip("ip"), record("www", ref("ip"))]), ips(), []],
    "filed through another provider": [
      planOf([...behind, eip("ip"), record("www", ref("ip"))]),
      filed("example.com", `accessProviders: [{ name: huawei }], ips: [${IP}]`),
      ["icp-access-provider violation www.example.com"],
    ],
    "not filed": [
      planOf([...server, record("www", ref("server"))]),
      unfiled(),
      ["icp-dns-record violation www.example.com"],
    ],
    "a licence bound to the address is another rule's": [
      planOf([...behind, eip("ip"), record("www", ref("ip"))]),
      filed(
        "example.com",
        `accessProviders: [{ name: aliyun }], ips: [${IP}], commercial: { required: true, licence: 浙B2-1, ipBound: true }`,
      ),
      ["icp-licence-ip violation www.example.com"],
    ],
  },
});
