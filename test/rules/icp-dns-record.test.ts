import { planOf, ref, unknownValue, type Properties } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import {
  association,
  clb,
  cname,
  eip,
  group,
  instance,
  opens,
  record,
  resource,
  subscription,
  web,
} from "../support/stacks";

const server = [...web, instance("server")];
const own =
  "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at value of www-record";
const unsure =
  "icp-dns-record undetermined www.example.com: undetermined (not-in-plan) [check] at scheduleHostName of config";
const bound = [
  group(),
  opens("443/443"),
  instance("server", { ...subscription, internetMaxBandwidthOut: 0 }),
  eip("ip"),
  association("bind", "ip", "server"),
];
const managed = (target = ref("ip"), strategy = true) => [
  resource("alicloud:dns/gtmInstance:GtmInstance", "gtm", {
    publicCnameMode: "SYSTEM_ASSIGN",
    publicUserDomainName: "www.example.com",
  }),
  resource("alicloud:dns/addressPool:AddressPool", "pool", {
    instanceId: ref("gtm"),
    type: "IPV4",
    addresses: [{ address: target, mode: "SMART" }],
  }),
  ...(strategy
    ? [
        resource("alicloud:dns/accessStrategy:AccessStrategy", "strategy", {
          instanceId: ref("gtm"),
          strategyMode: "LATENCY",
          defaultAddrPools: [{ addrPoolId: ref("pool") }],
        }),
      ]
    : []),
];
const cloudGtm = resource("alicloud:alidnscloudgtm/instanceConfig:InstanceConfig", "config", {
  scheduleZoneMode: "custom",
  scheduleHostName: "www",
  scheduleZoneName: "example.com",
  enableStatus: "enable",
});

const drops = (inputs: Properties = {}) =>
  resource("alicloud:ecs/securityGroupRule:SecurityGroupRule", "drop", {
    type: "ingress",
    policy: "drop",
    ipProtocol: "all",
    portRange: "-1/-1",
    cidrIp: "0.0.0.0/0",
    securityGroupId: ref("group"),
    ...inputs,
  });

ruleTester("icp-dns-record", {
  violations: {
    "a record that is there already": [
      planOf([...server, record("www", ref("server"), {}, { rest: { change: "same" } })]),
      unfiled(),
      [
        "icp-dns-record violation www.example.com: icp-dns-record [file-existing, disable-record, entry-outside] at value of www-record",
      ],
      [
        "www.example.com leads to server (ECS instance) in cn-hangzhou in the mainland, and example.com is not filed",
        "- File example.com (1 to 22 working days); until it is approved the host may be blocked.",
        "- Disable the record until 7 to 24 hours after the approval.",
        "- Or serve it from outside the mainland.",
        "by S2-05",
        "www-record (record) > server (refers)",
      ],
    ],
    "with a certificate that is validated at the host": [
      planOf([
        ...server,
        record("www", ref("server")),
        resource("alicloud:sslcertificatesservicecertificate/apply:Apply", "certificate", {
          domain: "www.example.com",
          validationMethod: "HTTP",
        }),
      ]),
      unfiled(),
      [
        "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside, validate-by-dns] at value of www-record",
      ],
    ],
    "Global Traffic Manager, to which the host leads by the name that it assigns": [
      planOf([...server, ...managed(ref("server")), cname("www", "gtm-cn-x1.gtm-a2b4.com")]),
      unfiled(),
      [
        "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at addresses[0].address of pool",
      ],
    ],
    "a record to an instance's address": [planOf([...server, record("www", ref("server"))]), unfiled(), [own]],
    "a record to an EIP bound to it": [planOf([...bound, record("www", ref("ip"))]), unfiled(), [own]],
    "the same by the known address": [
      planOf([
        ...web,
        instance("server", subscription, { outputs: { publicIp: "47.98.1.2" } }),
        record("www", "47.98.1.2"),
      ]),
      unfiled(),
      [own],
    ],
    "through a chain of names": [
      planOf([...server, record("a", ref("server")), cname("b", "a.example.com"), cname("www", "b.example.com.")]),
      unfiled(),
      [
        "icp-dns-record violation a.example.com + b.example.com + www.example.com: icp-dns-record [file, hold-record, entry-outside] at value of a-record",
      ],
    ],
    "another port exempts nothing": [
      planOf([group(), opens("3001/3001"), instance("server"), record("www", ref("server"))]),
      unfiled(),
      [
        "icp-dns-record violation www.example.com: icp-dns-record.port [file, hold-record, entry-outside] at value of www-record",
      ],
      [
        "www.example.com leads to server (ECS instance) in cn-hangzhou in the mainland, and example.com is not filed; another port than 80 and 443 exempts nothing",
        "- File example.com first (1 to 22 working days), and create this after approval.",
        "- Keep the record off until 7 to 24 hours after the approval.",
        "- Or serve it from outside the mainland.",
        "by S2-05",
        "www-record (record) > server (refers)",
      ],
    ],
    "what is open is not known, which is no doubt about scope": [
      planOf([instance("server", { ...subscription, securityGroups: ["sg-1"] }), record("www", ref("server"))]),
      unfiled(),
      [own],
    ],
    "open to one office network, which the block does not know": [
      planOf([
        group(),
        opens("443/443", "office", "group", "47.100.1.0/24"),
        instance("server"),
        record("www", ref("server")),
      ]),
      unfiled(),
      [own],
    ],
    "a load balancer with a whitelist": [
      planOf([
        clb("server"),
        resource("alicloud:slb/listener:Listener", "https", {
          loadBalancerId: ref("server"),
          protocol: "https",
          frontendPort: 443,
          aclStatus: "on",
          aclType: "white",
          aclIds: ["acl-1"],
        }),
        record("www", ref("server")),
      ]),
      unfiled(),
      [own, "icp-server-missing violation example.com"],
    ],
    "a drop that goes behind what opens": [
      planOf([group(), opens("443/443"), drops({ priority: 100 }), instance("server"), record("www", ref("server"))]),
      unfiled(),
      [own],
    ],
    "what drops everything is not known in full": [
      planOf([
        group(),
        opens("443/443"),
        drops({ portRange: unknownValue, ipProtocol: "tcp" }),
        instance("server"),
        record("www", ref("server")),
      ]),
      unfiled(),
      [own],
    ],
    "IPv6 counts like IPv4": [planOf([...server, record("www", ref("server"), { type: "AAAA" })]), unfiled(), [own]],
    "through a traffic manager's pool": [
      planOf([...bound, ...managed()]),
      unfiled(),
      [
        "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at addresses[0].address of pool",
      ],
    ],
    "through a traffic manager to which a record leads": [
      planOf([...bound, ...managed(), cname("www", ref("gtm"))]),
      unfiled(),
      [own],
    ],
    "one of two records of the host": [
      planOf([
        ...server,
        { ...record("www", ref("server"), { line: "telecom" }), name: "telecom" },
        { ...cname("www", "origin.example.net", { line: "oversea" }), name: "oversea" },
      ]),
      unfiled(),
      [
        "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at value of telecom",
      ],
    ],
    "declared to lead to a traffic manager": [
      planOf([...bound, ...managed()]),
      register(
        'filings: [{ domain: example.com, status: unfiled }]\nexternalDns: [{ host: shop.example.com, resource: "*::gtm" }]\n',
      ),
      [
        "icp-dns-record violation shop.example.com + www.example.com: icp-dns-record [file-existing, entry-outside, file, hold-record] at externalDns[0]",
      ],
    ],
    "declared in the register": [
      planOf(server),
      register(
        'filings: [{ domain: example.com, status: unfiled }]\nexternalDns: [{ host: www.example.com, resource: "*::server" }]\n',
      ),
      ["icp-dns-record violation www.example.com: icp-dns-record [file-existing, entry-outside] at externalDns[0]"],
    ],
    "the deprecated resource": [
      planOf([
        ...server,
        resource("alicloud:dns/record:Record", "old", {
          name: "example.com",
          hostRecord: "www",
          type: "A",
          value: ref("server"),
        }),
      ]),
      unfiled(),
      ["icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at value of old"],
    ],
    "an endpoint of Alibaba Cloud with a mainland region in its name": [
      planOf([...server, record("s", ref("server")), cname("www", "media.oss-cn-shanghai.aliyuncs.com")]),
      unfiled(),
      [
        own,
        "icp-dns-record violation s.example.com: icp-dns-record [file, hold-record, entry-outside] at value of s-record",
      ],
    ],
  },
  satisfied: {
    "a traffic manager whose pools the SDK does not tell, and filed": [
      planOf([cloudGtm]),
      filed(),
      ["icp-filed-domain-offshore undetermined www.example.com"],
    ],
    "filed with Alibaba Cloud": [planOf([...server, record("www", ref("server"))]), filed(), []],
    "several candidates, but the apex is filed for all of them": [
      planOf([...server, eip("ip"), record("www", ref("server", "ip"))]),
      filed(),
      ["icp-filed-domain-offshore undetermined www.example.com", "icp-unnamed-website undetermined server"],
    ],
  },
  undetermined: {
    "a traffic manager whose pools the SDK does not tell": [planOf([cloudGtm]), unfiled(), [unsure]],
    "a traffic manager's pool that no strategy takes": [
      planOf([...bound, ...managed(ref("ip"), false)]),
      unfiled(),
      [
        "icp-dns-record undetermined www.example.com: undetermined (unbound) [reference] at addresses[0].address of pool",
      ],
    ],
    "a value that depends on nothing": [
      planOf([record("www", unknownValue)]),
      unfiled(),
      ["icp-dns-record undetermined www.example.com: undetermined (computed) [reference] at value of www-record"],
    ],
    "a secret value": [
      planOf([record("www", "[secret]")]),
      unfiled(),
      ["icp-dns-record undetermined www.example.com: undetermined (secret) [check] at value of www-record"],
    ],
    "an address that matches nothing": [
      planOf([record("www", "47.98.1.2")]),
      unfiled(),
      [
        "icp-dns-record undetermined www.example.com: undetermined.unmatched (unmatched-address) [declare-dns] at value of www-record",
      ],
      [
        "www.example.com leads to 47.98.1.2 (1 host of example.com like that): 47.98.1.2 matches nothing in plan or register",
        "- Say where it leads under externalDns in icp.yaml, or check it by hand.",
        "by S2-05",
        "www-record (record)",
      ],
    ],
    "many of them are one finding": [
      planOf([record("www", "47.98.1.2"), record("zzz", "47.98.1.3")]),
      unfiled(),
      [
        "icp-dns-record undetermined www.example.com + zzz.example.com: undetermined.unmatched (unmatched-address) [declare-dns] at value of www-record",
      ],
    ],
    "an EIP that is bound to nothing here": [
      planOf([eip("ip"), record("www", ref("ip"))]),
      unfiled(),
      ["icp-dns-record undetermined www.example.com: undetermined (unbound) [reference] at value of www-record"],
    ],
    "a zone that was looked up": [
      planOf([...server, record("www", ref("server"), { domainName: unknownValue })]),
      unfiled(),
      ["icp-dns-record undetermined www-record: undetermined (computed) [check] at value of www-record"],
    ],
    "a status that is not known": [
      planOf([...server, record("www", ref("server"), { status: unknownValue })]),
      unfiled(),
      ["icp-dns-record undetermined www.example.com: undetermined (computed) [check] at value of www-record"],
    ],
    "no public bandwidth, but the plan hides resources": [
      planOf(
        [...web, instance("server", { ...subscription, internetMaxBandwidthOut: 0 }), record("www", ref("server"))],
        { missing: 3 },
      ),
      unfiled(),
      [
        "icp-dns-record undetermined www.example.com: undetermined (incomplete) [show-sames] at value of www-record",
        "icp-undetermined undetermined -",
      ],
    ],
    "a region in no list": [
      planOf([...server, record("www", ref("server"))], { region: "cn-nowhere-9" }),
      unfiled(),
      ["icp-dns-record undetermined www.example.com: undetermined (region-unlisted) [check] at value of www-record"],
    ],
  },
  silent: {
    "a traffic manager to which a disabled record leads": [
      planOf([...bound, ...managed(), cname("www", ref("gtm"), { status: "DISABLE" })]),
      unfiled(),
      [],
    ],
    "a drop that goes before what opens": [
      planOf([group(), opens("443/443"), drops(), instance("server"), record("www", ref("server"))]),
      unfiled(),
      [],
    ],
    "open to a private network only": [
      planOf([
        group(),
        opens("443/443", "vpc", "group", "10.0.0.0/8"),
        instance("server"),
        record("www", ref("server")),
      ]),
      unfiled(),
      [],
    ],
    "a load balancer for SSH": [
      planOf([
        clb("server"),
        resource("alicloud:slb/listener:Listener", "ssh", {
          loadBalancerId: ref("server"),
          protocol: "tcp",
          frontendPort: 22,
        }),
        record("www", ref("server")),
      ]),
      unfiled(),
      [],
    ],
    "a disabled record": [
      planOf([group(), opens("22/22"), instance("server"), record("www", ref("server"), { status: "DISABLE" })]),
      unfiled(),
      [],
    ],
    "a private address": [planOf([record("www", "10.1.2.3")]), unfiled(), []],
    "a foreign name": [planOf([cname("www", "example.github.io")]), unfiled(), []],
    "names that lead in a circle": [
      planOf([cname("www", "b.example.com"), cname("b", "www.example.com")]),
      unfiled(),
      [],
    ],
    "an instance without public address": [
      planOf([
        ...web,
        instance("server", { ...subscription, internetMaxBandwidthOut: 0 }),
        record("www", ref("server")),
      ]),
      unfiled(),
      [],
    ],
    "an instance in Hong Kong": [
      planOf([...server, record("www", ref("server"))], { region: "cn-hongkong" }),
      unfiled(),
      [],
    ],
    "a TXT record": [planOf([record("www", "v=spf1", { type: "TXT" })]), unfiled(), []],
    "a name outside the public suffixes": [
      planOf([
        group(),
        opens("22/22"),
        instance("server"),
        record("www", ref("server"), { domainName: "corp.internal" }),
      ]),
      unfiled(),
      [],
    ],
  },
});
