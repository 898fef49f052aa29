import { planOf, unknownValue, urnOf, type Properties } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { bridged, eip, group, instance, opens, resource, subscription } from "../support/stacks";

const servers = (...entries: string[]) =>
  register(`filings: [{ domain: example.com, status: active, servers: [${entries.join(", ")}] }]\n`);
const byGlob = servers('{ product: ecs, resource: "*::server" }');
const byStack = servers('{ product: ecs, resource: "*::server", stack: "web/*" }');
const server = (rest = {}) => [group(), opens("22/22"), instance("server", subscription, { rest })];
const own =
  "icp-server-removed violation example.com: icp-server-removed.deleted [move-server, server-entry] at server and filings[0].servers[0]";
const renewal = "icp-server-renewal violation example.com";
const simple = (rest = {}) =>
  resource("alicloud:simpleapplicationserver/instance:Instance", "server", { period: 12, autoRenew: true }, { rest });
const edgeNode = (inputs: Properties) =>
  resource(
    "alicloud:ens/instance:Instance",
    "server",
    { ensRegionId: "cn-wuxi-telecom_unicom_cmcc-2", ...inputs },
    gone,
  );
const gone = { rest: { change: "delete" as const } };
const was = {
  urn: urnOf("alicloud:ecs/instance:Instance", "server"),
  type: "alicloud:ecs/instance:Instance",
  name: "server",
};

ruleTester("icp-server-removed", {
  violations: {
    "deleted by a plan that is a state": [
      planOf(server({ change: "delete" }), { applied: true }),
      byGlob,
      [
        "icp-server-removed violation example.com: icp-server-removed.ended [move-server, server-entry] at server and filings[0].servers[0]",
      ],
      [
        "server, the only live server of the filing of example.com, is deleted or awaits its deletion in the state",
        "- Keep the server, or first move the site to another mainland server and name that one in the register.",
        "- Or correct the server's entry in icp.yaml, if the filing no longer rests on it.",
        "by S3-07",
        "server (entry)",
      ],
    ],
    "deleted by the plan": [
      planOf(server({ change: "delete" })),
      byGlob,
      [own],
      [
        "server, the only live server of the filing of example.com, is deleted by this plan",
        "- Keep the server, or first move the site to another mainland server and name that one in the register.",
        "- Or correct the server's entry in icp.yaml, if the filing no longer rests on it.",
        "by S3-07",
        "server (entry)",
      ],
    ],
    "replaced by the plan": [planOf(server({ change: "replace" })), byGlob, [own]],
    "gone from the stack that holds it": [
      planOf([]),
      byStack,
      [
        "icp-server-removed violation example.com: icp-server-removed.gone [move-server, server-entry] at filings[0].servers[0]",
      ],
      [
        "The register says that stack web/dev holds *::server for the filing of example.com, and the plan has no such resource",
        "- Keep the server, or first move the site to another mainland server and name that one in the register.",
        "- Or correct the server's entry in icp.yaml, if the filing no longer rests on it.",
        "by S3-07",
      ],
    ],
    "deleted, and an EIP of the same name stays": [
      planOf([...server({ change: "delete" }), eip("server")]),
      byGlob,
      [own],
    ],
    "deleted, and the new one of the same name is another": [
      planOf([...server({ change: "delete" }), instance("server", subscription, { rest: { change: "create" } })]),
      byGlob,
      [own],
    ],
    "replaced, by the id that it had": [
      planOf(server({ change: "replace", previous: { ...was, id: "i-1", inputs: {} } })),
      servers("{ product: ecs, id: i-1 }"),
      [own],
    ],
    "two servers of one glob, both deleted: one finding": [
      planOf([...server({ change: "delete" }), instance("second-server", subscription, gone)]),
      servers('{ product: ecs, resource: "*server" }'),
      [
        "icp-server-removed violation example.com: icp-server-removed.deleted [move-server, server-entry] at second-server and filings[0].servers[0]",
      ],
    ],
    "a pay-as-you-go server of ENS, which the provider deletes": [
      planOf([edgeNode({ paymentType: "PayAsYouGo" })]),
      servers('{ product: ens, resource: "*::server" }'),
      [own],
    ],
    "the other server has expired": [
      planOf(server({ change: "delete" })),
      servers('{ product: ecs, resource: "*::server" }', "{ product: sas, id: old, expiresOn: 2026-01-01 }"),
      [own],
    ],
  },
  satisfied: {
    "still there": [planOf(server()), byGlob, []],
    "still there, and an EIP of the same name is replaced": [
      planOf([...server(), eip("server", {}, { rest: { change: "replace" } })]),
      byGlob,
      [],
    ],
    "renamed, with an alias": [
      planOf([
        group(),
        opens("22/22"),
        instance("web-2", subscription, { rest: { aliases: [was.urn], change: "same", id: "i-1" } }),
      ]),
      byStack,
      [],
    ],
    "replaced, but by its id it is the new one that files": [
      planOf([
        ...server({ change: "delete", id: "i-1" }),
        instance("server", subscription, { rest: { change: "create", id: "i-2" } }),
      ]),
      servers('{ product: ecs, id: i-2, resource: "*::server" }'),
      [],
    ],
    "it leaves the program and stays in the cloud": [planOf(server({ change: "forget" })), byGlob, [renewal]],
    "a subscription that the provider only forgets": [
      planOf([simple({ change: "delete" })]),
      servers('{ product: sas, resource: "*::server" }'),
      [renewal],
    ],
    "the same of ENS": [
      planOf([edgeNode({ paymentType: "Subscription" })]),
      servers('{ product: ens, resource: "*::server" }'),
      [renewal],
    ],
    "another server of the filing lives elsewhere": [
      planOf(server({ change: "delete" })),
      servers('{ product: ecs, resource: "*::server" }', "{ product: sas, id: abc }"),
      [],
    ],
  },
  undetermined: {
    "deleted, and how it is paid for is not known": [
      planOf([edgeNode({ paymentType: unknownValue })]),
      servers('{ product: ens, resource: "*::server" }'),
      [
        "icp-server-removed undetermined example.com: undetermined (computed) [move-server, server-entry] at filings[0].servers[0]",
      ],
      [
        "It cannot be told whether this breaks the rule for example.com: paymentType of server is not known here, and nothing tells what it waits for",
        "- Keep the server, or first move the site to another mainland server and name that one in the register.",
        "- Or correct the server's entry in icp.yaml, if the filing no longer rests on it.",
        "by S3-07",
      ],
    ],
    "not shown, and the plan hides resources": [
      planOf([], { missing: 9 }),
      byStack,
      [
        "icp-server-removed undetermined example.com: undetermined (incomplete) [show-sames, move-server, server-entry] at filings[0].servers[0]",
        "icp-undetermined undetermined -",
      ],
    ],
    "of its name, of a Terraform module": [
      planOf([bridged("server")]),
      byStack,
      [
        "icp-server-removed undetermined example.com: undetermined (bridged) [use-native, move-server, server-entry] at filings[0].servers[0]",
        "icp-undetermined undetermined server",
      ],
    ],
  },
  silent: {
    "a server of that name of another stack is deleted": [
      planOf(server({ change: "delete" })),
      servers('{ product: ecs, resource: "*::server", stack: "other/*" }'),
      [],
    ],
    "another stack holds it": [planOf([]), servers('{ product: ecs, resource: "*::server", stack: "other/*" }'), []],
    "no stack is said to hold it": [planOf([]), byGlob, []],
    "the apex is not filed": [
      planOf(server({ change: "delete" })),
      register(
        'filings: [{ domain: example.com, status: revoked, servers: [{ product: ecs, resource: "*::server" }] }]\n',
      ),
      [],
    ],
  },
});
