/** What is said of exposures, whichever rule speaks: which of several shows it, and what to do. */
import { expect, it } from "vitest";
import { judge } from "../../src/judge";
import { planOf, ref, unknownValue, type ResourceSpec } from "../support/plan";
import { filed, register, ruleTester, TODAY, unfiled } from "../support/rule-tester";
import {
  association,
  cdn,
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
const named = (spec: ResourceSpec, name: string): ResourceSpec => ({ ...spec, name });
const state = (status: string) => register(`filings: [{ domain: example.com, status: ${status} }]\n`);
const ssh = resource("alicloud:vpc/forwardEntry:ForwardEntry", "forward", {
  forwardTableId: "ftb-1",
  externalIp: "47.96.0.10",
  externalPort: "22",
  internalIp: "10.0.0.1",
  internalPort: "22",
  ipProtocol: "tcp",
});

ruleTester("icp-dns-record", {
  violations: {
    "a label that is not known": [
      planOf([...server, record("x", ref("server"), { rr: unknownValue })]),
      unfiled(),
      ["icp-dns-record violation example.com: icp-dns-record [file, hold-record, entry-outside] at value of x-record"],
      [
        "?.example.com leads to server (ECS instance) in cn-hangzhou in the mainland, and example.com is not filed",
        "- File example.com first (1 to 22 working days), and create this after approval.",
        "- Keep the record off until 7 to 24 hours after the approval.",
        "- Or serve it from outside the mainland.",
        "by S2-05",
        "x-record (record) > server (refers)",
      ],
    ],
    "one of two records is perhaps disabled: the other shows it": [
      planOf([
        ...server,
        named(record("www", ref("server"), { status: unknownValue }), "a"),
        named(record("www", ref("server")), "b"),
      ]),
      unfiled(),
      ["icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at value of b"],
    ],
    "one of two records is for some visitors only: the other shows it": [
      planOf([
        ...server,
        named(record("www", ref("server"), { line: "telecom" }), "a"),
        named(record("www", ref("server")), "b"),
      ]),
      unfiled(),
      ["icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at value of b"],
    ],
    "not listed": [
      planOf([...server, record("www", ref("server"))]),
      undefined,
      [
        "icp-dns-record violation www.example.com: icp-dns-record [declare, file, hold-record, entry-outside] at value of www-record",
      ],
      [
        "www.example.com leads to server (ECS instance) in cn-hangzhou in the mainland, and example.com is not listed in the register and counts as unfiled",
        "- If example.com is filed, say so in icp.yaml:",
        "  version: 1",
        "  asOf: 2026-11-25",
        "  filings:",
        "    - { domain: example.com, status: active, accessProviders: [{ name: aliyun }] }",
        "- File example.com first (1 to 22 working days), and create this after approval.",
        "- Keep the record off until 7 to 24 hours after the approval.",
        "- Or serve it from outside the mainland.",
        "by S2-05",
        "www-record (record) > server (refers)",
      ],
    ],
    "an empty shell": [
      planOf([...server, record("www", ref("server"))]),
      state("empty-shell"),
      [
        "icp-dns-record violation www.example.com: icp-dns-record [fill-shell, hold-record, entry-outside] at value of www-record",
      ],
      [
        "www.example.com leads to server (ECS instance) in cn-hangzhou in the mainland, and example.com has a filing that no access provider backs any more",
        "- The filing of example.com exists but no access provider backs it: add Alibaba Cloud as access provider; in some provinces the filing must be deregistered and made anew.",
        "- Keep the record off until 7 to 24 hours after the approval.",
        "- Or serve it from outside the mainland.",
        "by S2-05",
        "www-record (record) > server (refers)",
      ],
    ],
    "being cancelled": [
      planOf([...server, record("www", ref("server"))]),
      state("cancelling"),
      [
        "icp-dns-record violation www.example.com: icp-dns-record [stop-cancelling, hold-record, entry-outside] at value of www-record",
      ],
      [
        "www.example.com leads to server (ECS instance) in cn-hangzhou in the mainland, and example.com is having its filing cancelled",
        "- Withdraw the cancellation of the filing of example.com, or file it anew once it is cancelled.",
        "- Keep the record off until 7 to 24 hours after the approval.",
        "- Or serve it from outside the mainland.",
        "by S2-05",
        "www-record (record) > server (refers)",
      ],
    ],
  },
  undetermined: {
    "an address that matches nothing, under a domain that is not known": [
      planOf([record("x", "47.98.1.2", { domainName: unknownValue })]),
      unfiled(),
      ["icp-dns-record undetermined x-record: undetermined (unmatched-address) [declare-dns] at value of x-record"],
      [
        "It cannot be told whether this breaks the rule for x-record: 47.98.1.2 matches nothing in plan or register",
        "- Say where it leads under externalDns in icp.yaml, or check it by hand.",
        "by S2-05",
        "x-record (record)",
      ],
    ],
    "an address that matches nothing, under a label that is not known": [
      planOf([record("x", "47.98.1.2", { rr: unknownValue })]),
      unfiled(),
      [
        "icp-dns-record undetermined example.com: undetermined.unmatched (unmatched-address) [declare-dns] at value of x-record",
      ],
      [
        "? leads to 47.98.1.2 (1 host of example.com like that): 47.98.1.2 matches nothing in plan or register",
        "- Say where it leads under externalDns in icp.yaml, or check it by hand.",
        "by S2-05",
        "x-record (record)",
      ],
    ],
    "two addresses that match nothing, under labels that are not known": [
      planOf([
        named(record("x", "47.98.1.2", { rr: unknownValue }), "a"),
        named(record("x", "47.98.1.3", { rr: unknownValue }), "b"),
      ]),
      unfiled(),
      [
        "icp-dns-record undetermined example.com: undetermined.unmatched (unmatched-address) [declare-dns] at value of a",
      ],
      [
        "? leads to 47.98.1.2 (2 hosts of example.com like that): 47.98.1.2 matches nothing in plan or register; the same holds for b",
        "- Say where it leads under externalDns in icp.yaml, or check it by hand.",
        "by S2-05",
        "a (record)",
      ],
    ],
    "hosts in doubt for reasons of their own": [
      planOf([
        ...server,
        record("www", ref("server"), { status: unknownValue }),
        record("api", ref("server"), { status: "[secret]" }),
        record("img", ref("server"), { type: unknownValue }),
      ]),
      unfiled(),
      [
        "icp-dns-record undetermined api.example.com: undetermined (secret) [check] at value of api-record",
        "icp-dns-record undetermined img.example.com: undetermined (computed) [check] at value of img-record",
        "icp-dns-record undetermined www.example.com: undetermined (computed) [check] at value of www-record",
      ],
    ],
    "a forwarding of SSH, to which more may be added elsewhere": [
      planOf([ssh, record("www", "47.96.0.10")]),
      unfiled(),
      ["icp-dns-record undetermined www.example.com: undetermined (closed-so-far) [check] at value of www-record"],
      [
        "It cannot be told whether this breaks the rule for www.example.com: what is known of it lets no web in, and the plan does not show all that may",
        "- Check by hand what cannot be told here.",
        "by F-14",
        "www-record (record) > forward (equals)",
      ],
    ],
    "a forwarding of SSH, in a plan that hides resources": [
      planOf([ssh, record("www", "47.96.0.10")], { missing: 1 }),
      unfiled(),
      [
        "icp-dns-record undetermined www.example.com: undetermined (closed-so-far) [show-sames] at value of www-record",
        "icp-undetermined undetermined -",
      ],
    ],
  },
});

ruleTester("icp-cdn-coverage", {
  violations: {
    "not listed: it asks for a number alone": [
      planOf([cdn("edge")]),
      undefined,
      [
        "icp-cdn-coverage violation www.example.com: icp-cdn-coverage [declare, file, owner-files, scope-overseas] at domainName of edge",
        "icp-server-missing violation example.com",
      ],
      [
        "www.example.com (CDN domain) is served from nodes in the mainland (scope is left out, which means domestic), and example.com is not listed in the register and counts as unfiled",
        "- If example.com is filed, say so in icp.yaml:",
        "  version: 1",
        "  asOf: 2026-11-25",
        "  filings:",
        "    - { domain: example.com, status: active }",
        "- File example.com first (1 to 22 working days), and create this after approval.",
        "- If example.com belongs to somebody else, such as a customer, its owner files it.",
        "- Or set scope: overseas, with the origin outside the mainland too.",
        "by S3-20",
        "edge (hosts)",
      ],
    ],
    "not listed, and a record leads there as well": [
      planOf([...server, cdn("edge"), record("api", ref("server"))]),
      undefined,
      [
        "icp-cdn-coverage violation www.example.com: icp-cdn-coverage [declare, file, scope-overseas] at domainName of edge",
        "icp-dns-record violation api.example.com",
      ],
    ],
  },
});

const elsewhere = (provider: string) => filed("example.com", `accessProviders: [{ name: ${provider} }]`);
const origins = [...web, instance("one"), instance("two")];
const fetching = (name: string, host: string, origin: string) =>
  cdn(name, {
    domainName: `${host}.example.com`,
    scope: "global",
    sources: [{ type: "ipaddr", content: ref(origin) }],
  });

ruleTester("icp-origin-provider", {
  violations: {
    "two hosts before two origins are two findings": [
      planOf([...origins, fetching("a", "www", "one"), fetching("b", "img", "two")]),
      elsewhere("tencent"),
      [
        "icp-origin-provider violation img.example.com: icp-origin-provider [add-access, declare-pending] at sources[0].content of b",
        "icp-origin-provider violation www.example.com: icp-origin-provider [add-access, declare-pending] at sources[0].content of a",
      ],
    ],
  },
  undetermined: {
    "a Host that is not known, and the providers are not given": [
      planOf([
        ...origins,
        fetching("a", "www", "one"),
        resource("alicloud:cdn/domainConfig:DomainConfig", "config", {
          domainName: "www.example.com",
          functionName: "set_req_host_header",
          functionArgs: [{ argName: "domain_name", argValue: unknownValue }],
        }),
      ]),
      filed("example.com", ""),
      [
        "icp-origin-provider undetermined www.example.com: undetermined (computed) [check] at sources[0].content of a",
        "icp-unnamed-website violation two",
      ],
    ],
  },
  satisfied: {
    "Alibaba Cloud is being added: another rule speaks where it serves": [
      planOf([...origins, fetching("a", "www", "one")]),
      register(
        "filings: [{ domain: example.com, status: pending-access, accessProviders: [{ name: tencent }, { name: aliyun, status: pending }] }]\n",
      ),
      ["icp-unnamed-website violation two"],
    ],
  },
});

const hongkong = { region: "cn-hongkong" };
const two = register(
  "filings:\n  - { domain: example.org, status: unfiled }\n  - { domain: example.com, status: active, accessProviders: [{ name: aliyun }] }\n",
);
const shop = filed("example.com", "accessProviders: [{ name: aliyun }], hosts: [shop.example.com]");

ruleTester("icp-filed-domain-offshore", {
  violations: {
    "two hosts leave through one server, whichever record is read first": [
      planOf(
        [...server, named(record("www", ref("server")), "a"), named(record("shop", ref("server")), "b")],
        hongkong,
      ),
      shop,
      [
        "icp-filed-domain-offshore violation shop.example.com + www.example.com: icp-filed-domain-offshore [keep-mainland] at value of b",
      ],
      [
        "shop.example.com is served only from cn-hongkong, outside the mainland, and example.com is filed; the same holds for www.example.com",
        "- Keep shop.example.com in the mainland, use another domain outside, or cancel the filing deliberately.",
        "by S4-03",
        "b (record) > server (refers)",
      ],
    ],
    "two hosts leave for two vendors": [
      planOf([cname("www", "one.github.io"), cname("shop", "two.github.io")]),
      shop,
      [
        "icp-filed-domain-offshore violation shop.example.com: icp-filed-domain-offshore [keep-mainland] at value of shop-record",
        "icp-filed-domain-offshore violation www.example.com: icp-filed-domain-offshore [keep-mainland] at value of www-record",
      ],
    ],
    "two hosts leave for one name": [
      planOf([cname("www", "one.github.io"), cname("shop", "one.github.io")]),
      shop,
      [
        "icp-filed-domain-offshore violation shop.example.com + www.example.com: icp-filed-domain-offshore [keep-mainland] at value of shop-record",
      ],
    ],
  },
  undetermined: {
    "a name of which nothing is known, while one of two domains is filed": [
      planOf([...server, record("x", ref("server"), { domainName: unknownValue })], hongkong),
      two,
      ["icp-filed-domain-offshore undetermined x-record: undetermined (computed) [check] at value of x-record"],
      [
        "It cannot be told whether this breaks the rule for x-record: domainName is not known here, and nothing tells what it waits for",
        "- Check by hand what cannot be told here.",
        "by S4-03",
        "x-record (record) > server (refers)",
      ],
    ],
  },
  silent: {
    "a name of which nothing is known, and it lets no web in": [
      planOf(
        [group(), opens("22/22"), instance("server"), record("x", ref("server"), { domainName: unknownValue })],
        hongkong,
      ),
      two,
      [],
    ],
    "a name of which nothing is known, and no domain is filed": [
      planOf([...server, record("x", ref("server"), { domainName: unknownValue })], hongkong),
      unfiled(),
      [],
    ],
  },
});

it("an EIP as only public address is noted, and nothing else is", () => {
  const notesOf = (resources: readonly ResourceSpec[]) =>
    judge(planOf(resources), {
      register: register(
        'filings: [{ domain: example.com, status: unfiled, servers: [{ product: ecs, resource: "*::server" }] }]\n',
      ),
      today: TODAY,
    }).notes;
  const bare = instance("server", { ...subscription, internetMaxBandwidthOut: 0 });
  expect(notesOf([...web, bare, eip("ip"), association("bind", "ip", "server")])).toEqual([
    { id: "icp-server-bandwidth.eip", params: { server: "server" } },
  ]);
  expect(notesOf(server)).toEqual([]);
});
