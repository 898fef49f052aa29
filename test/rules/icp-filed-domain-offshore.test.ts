import { planOf, ref, unknownValue } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import {
  bridged,
  bucket,
  cdn,
  cname,
  customDomain,
  group,
  instance,
  provider,
  record,
  subscription,
  web,
} from "../support/stacks";

const site = [...web, instance("server"), record("www", ref("server"))];
const own =
  "icp-filed-domain-offshore violation www.example.com: icp-filed-domain-offshore [keep-mainland] at value of www-record";
const hongkong = { region: "cn-hongkong" };
const mainland = [
  provider("mainland", "cn-hangzhou"),
  {
    ...instance("home", { ...subscription }),
    rest: { provider: "urn:pulumi:dev::web::pulumi:providers:alicloud::mainland" },
  },
];

ruleTester("icp-filed-domain-offshore", {
  violations: {
    "www in Hong Kong": [
      planOf(site, hongkong),
      filed(),
      [own],
      [
        "www.example.com is served only from cn-hongkong, outside the mainland, and example.com is filed",
        "- Keep www.example.com in the mainland, use another domain outside, or cancel the filing deliberately.",
        "by S4-03",
        "www-record (record) > server (refers)",
      ],
    ],
    "the apex itself": [
      planOf([...web, instance("server"), record("@", ref("server"))], hongkong),
      filed(),
      [
        "icp-filed-domain-offshore violation example.com: icp-filed-domain-offshore [keep-mainland] at value of @-record",
      ],
    ],
    "a declared host": [
      planOf([...web, instance("server"), record("shop", ref("server"))], hongkong),
      filed("example.com", "accessProviders: [{ name: aliyun }], hosts: [shop.example.com]"),
      [
        "icp-filed-domain-offshore violation shop.example.com: icp-filed-domain-offshore [keep-mainland] at value of shop-record",
      ],
    ],
    "on an overseas CDN only": [
      planOf([cdn("edge", { scope: "overseas" })]),
      filed(),
      [
        "icp-filed-domain-offshore violation www.example.com: icp-filed-domain-offshore [keep-mainland] at domainName of edge",
      ],
    ],
    "a wildcard answers for www": [
      planOf([...web, instance("server"), record("*", ref("server"))], hongkong),
      filed(),
      [
        "icp-filed-domain-offshore violation www.example.com: icp-filed-domain-offshore [keep-mainland] at value of *-record",
      ],
    ],
    "a wildcard answers for a declared host": [
      planOf(
        [...web, instance("server"), record("*", ref("server")), ...mainland, record("www", ref("home"))],
        hongkong,
      ),
      filed("example.com", "accessProviders: [{ name: aliyun }], hosts: [shop.example.com, pay.example.com]"),
      [
        "icp-filed-domain-offshore violation shop.example.com: icp-filed-domain-offshore [keep-mainland] at value of *-record",
      ],
    ],
    "a host that leaves for another vendor": [planOf([cname("www", "example.github.io")]), filed(), [own]],
    "an overseas CDN for most, another vendor for some": [
      planOf([
        cdn("edge", { scope: "overseas" }),
        cname("www", "www.example.com.w.kunlunaq.com"),
        { ...cname("www", "example.github.io", { line: "oversea" }), name: "abroad" },
      ]),
      filed(),
      [
        "icp-filed-domain-offshore violation www.example.com: icp-filed-domain-offshore [keep-mainland] at domainName of edge",
      ],
    ],
  },
  satisfied: {
    "in the mainland": [planOf(site), filed(), []],
    "a mainland edge that only some visitors are led to, bound for all": [
      planOf([
        ...site,
        { ...record("www", ref("server"), { line: "oversea" }), name: "abroad" },
        { ...cname("www", ref("edge")), name: "home" },
        provider("mainland", "cn-hangzhou"),
        { ...cdn("edge", { scope: "domestic" }), rest: mainland[1]?.rest ?? {} },
      ]),
      filed(),
      [],
    ],
    "a host that keeps one mainland exposure": [
      planOf([...site, ...mainland, { ...record("www", ref("home"), { line: "telecom" }), name: "second" }], hongkong),
      filed(),
      [],
    ],
  },
  undetermined: {
    "declared to lead outside, in a stack that is not said": [
      planOf([...web, instance("server")], hongkong),
      register(
        'filings: [{ domain: example.com, status: active, accessProviders: [{ name: aliyun }] }]\nexternalDns: [{ host: www.example.com, resource: "*::server" }]\n',
      ),
      [
        "icp-filed-domain-offshore undetermined www.example.com: undetermined (stack-not-said) [name-stack, keep-mainland] at externalDns[0]",
      ],
      [
        "It cannot be told whether this breaks the rule for www.example.com: the register does not say in which stack www.example.com is served",
        '- Say in icp.yaml in which stack it is: stack: "project/stack".',
        "- Keep www.example.com in the mainland, use another domain outside, or cancel the filing deliberately.",
        "by S4-03",
        "server (declared)",
      ],
    ],
    "where it leads is not known": [
      planOf([record("www", unknownValue)]),
      filed(),
      [
        "icp-filed-domain-offshore undetermined www.example.com: undetermined (computed) [reference, keep-mainland] at value of www-record",
      ],
    ],
    "what is in the mainland under a label that is not known may be it": [
      planOf([...site, ...mainland, record("x", ref("home"), { rr: unknownValue })], hongkong),
      filed(),
      [
        "icp-filed-domain-offshore undetermined www.example.com: undetermined (computed) [check, keep-mainland] at value of www-record",
      ],
    ],
    "what leads outside and what leads to the mainland may be two labels that are not known": [
      planOf(
        [
          ...web,
          instance("server"),
          record("x", ref("server"), { rr: unknownValue }),
          ...mainland,
          record("y", ref("home"), { rr: unknownValue }),
        ],
        hongkong,
      ),
      filed(),
      [
        "icp-filed-domain-offshore undetermined example.com: undetermined (computed) [check, keep-mainland] at value of x-record",
      ],
    ],
    "what leads outside under a name that is not known may be it": [
      planOf([...web, instance("server"), record("x", ref("server"), { domainName: unknownValue })], hongkong),
      filed(),
      ["icp-filed-domain-offshore undetermined x-record: undetermined (computed) [check] at value of x-record"],
    ],
    "on a line that only some visitors get": [
      planOf([...web, instance("server"), record("www", ref("server"), { line: "oversea" })], hongkong),
      filed(),
      [
        "icp-filed-domain-offshore undetermined www.example.com: undetermined (line) [check, keep-mainland] at value of www-record",
      ],
      [
        "It cannot be told whether this breaks the rule for www.example.com: only the line oversea is in the plan, not the default line",
        "- Check by hand what cannot be told here.",
        "- Keep www.example.com in the mainland, use another domain outside, or cancel the filing deliberately.",
        "by S4-03",
        "www-record (record) > server (refers)",
      ],
    ],
    "a line that is not known": [
      planOf([...web, instance("server"), record("www", ref("server"), { line: unknownValue })], hongkong),
      filed(),
      [
        "icp-filed-domain-offshore undetermined www.example.com: undetermined (computed) [check, keep-mainland] at value of www-record",
      ],
    ],
    "an overseas edge, to which DNS leads on one line only": [
      planOf([cdn("edge", { scope: "overseas" }), cname("www", ref("edge"), { line: "oversea" })]),
      filed(),
      [
        "icp-filed-domain-offshore undetermined www.example.com: undetermined (line) [check, keep-mainland] at domainName of edge",
      ],
    ],
    "a host of which the label is not known": [
      planOf([...web, instance("server"), record(unknownValue, ref("server"))], hongkong),
      filed(),
      [
        "icp-filed-domain-offshore undetermined example.com: undetermined (computed) [check, keep-mainland] at value of 04da6b54-80e4-46f7-96ec-b56ff0331ba9-record",
      ],
    ],
    "a server outside, and an address that nothing holds": [
      planOf([...site, { ...record("www", "47.96.0.99"), name: "second" }], hongkong),
      filed(),
      [
        "icp-filed-domain-offshore undetermined www.example.com: undetermined (unmatched-address) [check, keep-mainland] at value of second",
      ],
    ],
    "a server outside, and one in a region that is not known": [
      planOf(
        [
          ...site,
          provider("mainland", unknownValue),
          { ...instance("home"), rest: mainland[1]?.rest ?? {} },
          { ...record("www", ref("home")), name: "second" },
        ],
        hongkong,
      ),
      filed(),
      [
        "icp-filed-domain-offshore undetermined www.example.com: undetermined (computed) [set-region, keep-mainland] at value of second",
      ],
    ],
    "the plan hides resources": [
      planOf(site, { ...hongkong, missing: 2 }),
      filed(),
      [
        "icp-filed-domain-offshore undetermined www.example.com: undetermined (incomplete) [show-sames, keep-mainland] at value of www-record",
        "icp-undetermined undetermined -",
      ],
    ],
    "a Terraform module may hold a record in the mainland": [
      planOf([...site, bridged()], hongkong),
      filed(),
      [
        "icp-filed-domain-offshore undetermined www.example.com: undetermined (bridged) [use-native, keep-mainland] at value of www-record",
        "icp-undetermined undetermined module.web.alicloud_future_server.this",
      ],
    ],
  },
  silent: {
    "a wildcard does not answer for a name that has a record of its own": [
      planOf([...web, instance("server"), record("*", ref("server")), record("www", "10.0.0.1")], hongkong),
      filed(),
      ["icp-filed-domain-split violation *.example.com"],
    ],
    "what leads outside under a name that is not known, and nothing is filed": [
      planOf([...web, instance("server"), record("x", ref("server"), { domainName: unknownValue })], hongkong),
      unfiled(),
      [],
    ],
    "an unfiled domain": [planOf(site, hongkong), unfiled(), []],
    "a server that serves no web": [
      planOf([group(), instance("vpn"), record("www", ref("vpn"))], hongkong),
      filed(),
      [],
    ],
    "an address that nothing holds": [planOf([record("www", "47.96.0.99")]), filed(), []],
    "a bucket outside that is bound and filed for another host": [
      planOf([bucket("media"), customDomain("img", ref("media"))], hongkong),
      filed(),
      ["icp-filed-domain-split violation img.example.com"],
    ],
    "another host is the split rule's": [
      planOf([...web, instance("server"), record("eu", ref("server"))], hongkong),
      filed(),
      ["icp-filed-domain-split violation eu.example.com"],
    ],
  },
});
