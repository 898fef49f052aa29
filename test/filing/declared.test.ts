/** What the register declares of a stack: hosts that nothing places, hosts that it does not serve, and servers that it lost. */
import { planOf, ref, urnOf } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import { instance, provider, record, resource, subscription, web } from "../support/stacks";

const server = instance("server");
const bare = instance("server", { ...subscription, internetMaxBandwidthOut: 0 });
const gone = { rest: { change: "delete" } } as const;
const known = (name: string) => instance(name, subscription, { rest: { change: "same", id: `i-${name}` } });
const hosts = (...entries: readonly string[]) =>
  filed("example.com", `accessProviders: [{ name: aliyun }], hosts: [${entries.join(", ")}]`);
const shop = hosts('{ host: shop.example.com, stack: "web/*" }');
/** Filed with another provider: nothing of Alibaba Cloud's backs it. */
const elsewhere = (...entries: readonly string[]) =>
  filed("example.com", `accessProviders: [{ name: huawei }], hosts: [${entries.join(", ")}]`);
const servers = (...entries: readonly string[]) =>
  register(`filings: [{ domain: example.com, status: active, servers: [${entries.join(", ")}] }]\n`);
const byId = servers('{ product: ecs, id: i-gone, stack: "web/*" }');

ruleTester("icp-empty-shell", {
  violations: {
    "no entry of its stack is public": [
      planOf([...web, bare]),
      shop,
      ["icp-empty-shell violation shop.example.com: icp-empty-shell.declared [restore-entry] at filings[0].hosts[0]"],
    ],
    "of the one entry of its stack another host is known": [
      planOf([...web, server, record("api", ref("server"))]),
      shop,
      ["icp-empty-shell violation shop.example.com: icp-empty-shell.declared [restore-entry] at filings[0].hosts[0]"],
    ],
    "its record is deleted: it was placed before": [
      planOf([...web, known("server"), record("shop", ref("server"), {}, gone)]),
      shop,
      [
        "icp-empty-shell violation shop.example.com: icp-empty-shell [restore-entry] at shop-record and filings[0]",
        "icp-unnamed-website violation server",
      ],
    ],
  },
});

/** What is said of the server when no host is known for it. */
const nameless = [
  "server (ECS instance) in cn-hangzhou is open to the world for the web, and no host is known for it",
  "- Declare the host in icp.yaml (externalDns), or close the port; a site reached by its IP alone cannot be filed through Alibaba Cloud:",
  "  externalDns:",
  '    - { host: HOST, resource: "*::alicloud:ecs/instance:Instance::server", stack: "web/dev" }',
  "by C1",
  "server (entry)",
];

ruleTester("icp-unnamed-website", {
  violations: {
    "a host is declared for another stack": [
      planOf([...web, server]),
      hosts('{ host: shop.example.com, stack: "other/*" }'),
      ["icp-unnamed-website violation server: icp-unnamed-website [declare-host] at server"],
      nameless,
    ],
    "a host is declared for no stack": [
      planOf([...web, server]),
      hosts("shop.example.com"),
      ["icp-unnamed-website violation server: icp-unnamed-website [declare-host] at server"],
      nameless,
    ],
  },
  undetermined: {
    "a host is declared for its stack, and nothing places it": [
      planOf([...web, server]),
      shop,
      [
        "icp-empty-shell undetermined shop.example.com",
        "icp-unnamed-website undetermined server: undetermined (host-unplaced) [declare-host] at server",
      ],
      [
        "It cannot be told whether this breaks the rule for server: the register says that this stack serves shop.example.com, and nothing shows through what",
        "- Declare the host in icp.yaml (externalDns), or close the port; a site reached by its IP alone cannot be filed through Alibaba Cloud:",
        "  externalDns:",
        '    - { host: shop.example.com, resource: "*::alicloud:ecs/instance:Instance::server", stack: "web/dev" }',
        "by C1",
        "server (entry)",
      ],
    ],
  },
});

ruleTester("icp-register-stale", {
  violations: {
    "a host that its stack does not serve, filed with another provider": [
      planOf([]),
      elsewhere('{ host: shop.example.com, stack: "web/*" }'),
      [
        "icp-register-stale violation shop.example.com: icp-register-stale.entry [correct-entry] at filings[0].hosts[0]",
      ],
      [
        "The register names shop.example.com under hosts, and web/dev has nothing that it could mean",
        '- Correct the entry in icp.yaml: what it names, or its stack (stack: "project/stack").',
      ],
    ],
  },
  satisfied: {
    "a host of another stack": [planOf([]), elsewhere('{ host: shop.example.com, stack: "other/*" }'), []],
    "a host of no stack": [planOf([]), elsewhere("shop.example.com"), []],
    "a host that its stack serves": [
      planOf([...web, server, record("shop", ref("server"))]),
      elsewhere('{ host: shop.example.com, stack: "web/*" }'),
      ["icp-access-provider violation shop.example.com"],
    ],
  },
  undetermined: {
    "a host that its stack does not serve, in a plan that hides resources": [
      planOf([], { missing: 1 }),
      elsewhere('{ host: shop.example.com, stack: "web/*" }'),
      [
        "icp-register-stale undetermined shop.example.com: icp-register-stale.entry (incomplete) [show-sames, correct-entry] at filings[0].hosts[0]",
        "icp-undetermined undetermined -",
      ],
    ],
  },
});

ruleTester("icp-server-removed", {
  violations: {
    "deleted, named by id and by name, and a new one of its name comes": [
      planOf([...web, { ...known("server"), rest: { change: "delete", id: "i-server" } }, server]),
      servers('{ product: ecs, id: i-server, resource: "*::server" }'),
      [
        "icp-server-removed violation example.com: icp-server-removed.deleted [move-server, server-entry] at server and filings[0].servers[0]",
        "icp-unnamed-website violation server",
      ],
    ],
    "named by an id that no server of its stack has": [
      planOf([...web, known("one"), known("two")]),
      byId,
      [
        "icp-server-removed violation example.com: icp-server-removed.gone [move-server, server-entry] at filings[0].servers[0]",
        "icp-unnamed-website violation one",
        "icp-unnamed-website violation two",
      ],
      [
        "The register says that stack web/dev holds i-gone for the filing of example.com, and the plan has no such resource",
        "- Keep the server, or first move the site to another mainland server and name that one in the register.",
        "- Or correct the server's entry in icp.yaml, if the filing no longer rests on it.",
        "by S3-07",
      ],
    ],
  },
  silent: {
    "named by an id that a server may have which is only to be created": [
      planOf([...web, known("one"), instance("two")]),
      byId,
      ["icp-unnamed-website violation one", "icp-unnamed-website violation two"],
    ],
  },
});

ruleTester("icp-server-billing", {
  undetermined: {
    "the one that is named is deleted, and may live on": [
      planOf([
        ...web,
        instance("hourly", { ...subscription, instanceChargeType: "PostPaid" }),
        record("www", ref("hourly")),
        resource(
          "alicloud:ens/instance:Instance",
          "node",
          { ensRegionId: "cn-chongqing-11", paymentType: "[secret]" },
          gone,
        ),
      ]),
      register(
        'filings: [{ domain: example.com, status: unfiled, servers: [{ product: ens, resource: "*::node" }] }]\n',
      ),
      [
        "icp-dns-record violation www.example.com",
        "icp-register-stale undetermined example.com",
        "icp-server-billing undetermined example.com: undetermined (secret) [subscription] at instanceChargeType of hourly",
      ],
      [
        "It cannot be told whether this breaks the rule for hourly: paymentType of node is a secret",
        "- Set instanceChargeType: PrePaid with a period of three months or more.",
        "by S3-13",
        "hourly (entry)",
      ],
    ],
  },
});

ruleTester("icp-protection-domain", {
  undetermined: {
    "a WAF outside before an address that matches nothing": [
      planOf([
        provider("abroad", "ap-southeast-1"),
        resource(
          "alicloud:wafv3/domain:Domain",
          "shield",
          { domain: "www.example.com", redirect: { backends: ["47.98.1.2"] } },
          { rest: { provider: urnOf("pulumi:providers:alicloud", "abroad") } },
        ),
      ]),
      unfiled(),
      [
        "icp-protection-domain undetermined www.example.com: undetermined (unmatched-address) [check] at domain of shield",
      ],
      [
        "It cannot be told whether this breaks the rule for www.example.com: 47.98.1.2 matches nothing in plan or register",
        "- Check by hand what cannot be told here.",
        "by F-20",
        "shield (hosts)",
      ],
    ],
  },
});
