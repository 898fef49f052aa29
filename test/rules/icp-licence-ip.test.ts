import { planOf, ref, unknownValue, updated, type ResourceSpec } from "../support/plan";
import { filed, ruleTester } from "../support/rule-tester";
import { association, cdn, clb, cname, eip, instance, record, resource, web } from "../support/stacks";

const IP = "47.96.0.10";
const OTHER = "47.96.0.11";
const licence = (ips: string, more = "licence: 浙B2-20260001, ipBound: true") =>
  filed("example.com", `accessProviders: [{ name: aliyun }]${ips}, commercial: { required: true, ${more} }`);
const declared = licence(`, ips: [${IP}]`);
const undeclared = licence("");
const existing = (value: string) => ({ outputs: { ipAddress: value }, rest: { change: "same", id: `eip-${value}` } });
const server = [...web, instance("server")];
const behind = [...server, association("bind", "ip", "server")];
const alb = resource("alicloud:alb/loadBalancer:LoadBalancer", "alb", { addressType: "Internet" });
/** The record before the plan, when it led to this address. */
const moved = (now: ResourceSpec, before: string): ResourceSpec =>
  updated(now, { domainName: "example.com", rr: "www", type: "A", value: before });
const oldServer: ResourceSpec = {
  ...instance("old"),
  outputs: { publicIp: IP },
  rest: { change: "same", id: "i-old" },
};
const own =
  "icp-licence-ip violation www.example.com: icp-licence-ip.changed [update-licence] at value of www-record and filings[0].ips";
const unsure =
  "icp-licence-ip undetermined www.example.com: undetermined (computed) [check] at value of www-record and filings[0].ips";
const unnamed = "icp-unnamed-website violation old";

ruleTester("icp-licence-ip", {
  violations: {
    "another address than the register says": [
      planOf([...behind, eip("ip", {}, existing(OTHER)), record("www", ref("ip"))]),
      declared,
      [
        "icp-licence-ip violation www.example.com: icp-licence-ip [update-licence] at value of www-record and filings[0].ips",
      ],
      [
        "www.example.com is served from 47.96.0.11 (server), and the commercial licence of example.com is bound to 47.96.0.10",
        "- Have the address in the licence changed first, and in the filing and the public-security filing, 30 days ahead; then move www.example.com, and write the address in icp.yaml: ips.",
        "by S3-25",
        "www-record (record) > ip (refers) > bind (binds) > server (entry)",
      ],
    ],
    "an address that this plan makes": [
      planOf([...behind, eip("ip"), record("www", ref("ip"))]),
      declared,
      [
        "icp-licence-ip violation www.example.com: icp-licence-ip.new [update-licence] at value of www-record and filings[0].ips",
      ],
      [
        "www.example.com is served from a new address of server, and the commercial licence of example.com is bound to 47.96.0.10",
        "- Have the address in the licence changed first, and in the filing and the public-security filing, 30 days ahead; then move www.example.com, and write the address in icp.yaml: ips.",
        "by S3-25",
        "www-record (record) > ip (refers) > bind (binds) > server (entry)",
      ],
    ],
    "from ECS to a load balancer": [
      planOf([clb("clb"), record("www", ref("clb"))]),
      declared,
      [
        "icp-licence-ip violation www.example.com: icp-licence-ip.new [update-licence] at value of www-record and filings[0].ips",
      ],
    ],
    "moved by this plan, the register does not say the address": [
      planOf([...web, oldServer, clb("clb"), moved(record("www", ref("clb")), IP)]),
      undeclared,
      [own, unnamed],
      [
        "www.example.com is served from clb and no longer from 47.96.0.10 (old), and the commercial licence of example.com is bound to the address",
        "- Have the address in the licence changed first, and in the filing and the public-security filing, 30 days ahead; then move www.example.com, and write the address in icp.yaml: ips.",
        "by S3-25",
        "www-record (record) > clb (refers)",
      ],
    ],
    "moved by this plan from an address that is not in the plan": [
      planOf([clb("clb"), moved(record("www", ref("clb")), "47.96.0.99")]),
      undeclared,
      [own],
    ],
    "moved by this plan to what has no fixed address": [
      planOf([...web, oldServer, alb, moved(cname("www", ref("alb")), IP)]),
      declared,
      [own, unnamed],
    ],
  },
  satisfied: {
    "the address that the register says": [
      planOf([...behind, eip("ip", {}, existing(IP)), record("www", ref("ip"))]),
      declared,
      [],
    ],
    "another server behind the same address": [
      planOf([...server, association("bind", "ip", "server"), eip("ip", {}, existing(IP)), record("www", IP)]),
      declared,
      [],
    ],
    "the register does not say the address, and the plan keeps it": [
      planOf([...web, oldServer, moved(record("www", IP, { ttl: 60 }), IP)]),
      undeclared,
      [],
    ],
  },
  undetermined: {
    "the register does not say the address, and no old state is told": [
      planOf([...behind, eip("ip"), record("www", ref("ip"))]),
      undeclared,
      [
        "icp-licence-ip undetermined www.example.com: undetermined (not-declared) [declare-key] at value of www-record and filings[0].ips",
      ],
    ],
    "where it leads is not known": [
      planOf([record("www", unknownValue)]),
      declared,
      ["icp-filed-domain-offshore undetermined www.example.com", unsure],
    ],
    "an address that is not known": [
      planOf([...behind, eip("ip", { ipAddress: unknownValue }), record("www", ref("ip"))]),
      declared,
      [unsure],
    ],
    "what has no fixed address, and no old state is told": [
      planOf([alb, cname("www", ref("alb"))]),
      declared,
      [
        "icp-licence-ip undetermined www.example.com: undetermined (no-address) [reference] at value of www-record and filings[0].ips",
      ],
      [
        "It cannot be told whether this breaks the rule for www.example.com: it leads to something that has no address of its own",
        "- Refer to one resource's address directly, or declare the host under externalDns in icp.yaml.",
        "by S3-25",
        "www-record (record) > alb (refers)",
      ],
    ],
    "an address that is not in the plan": [
      planOf([record("www", OTHER)]),
      declared,
      [
        "icp-licence-ip undetermined www.example.com: undetermined (unmatched-address) [check] at value of www-record and filings[0].ips",
      ],
    ],
    "where it led is not known": [
      planOf([...web, oldServer, clb("clb"), moved(record("www", ref("clb")), unknownValue)]),
      undeclared,
      [unsure, unnamed],
    ],
  },
  silent: {
    "the licence is not bound to the address": [
      planOf([...behind, eip("ip"), record("www", ref("ip"))]),
      licence(`, ips: [${IP}]`, "licence: 浙B2-20260001"),
      ["icp-ip-drift violation www.example.com"],
    ],
    "there is no licence": [
      planOf([...behind, eip("ip"), record("www", ref("ip"))]),
      licence("", "licence: null, ipBound: true"),
      ["icp-commercial-licence violation example.com"],
    ],
    "no commercial section": [planOf([...behind, eip("ip"), record("www", ref("ip"))]), filed(), []],
    "an edge": [planOf([cdn("site")]), declared, []],
    "outside the mainland is another rule's": [
      planOf([...behind, eip("ip"), record("www", ref("ip"))], { region: "cn-hongkong" }),
      declared,
      ["icp-filed-domain-offshore violation www.example.com"],
    ],
  },
});
