import { planOf, unknownValue } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { cdn, clb, group, instance, opens } from "../support/stacks";

const quiet = planOf([group(), opens("22/22"), instance("server")]);
const open = planOf([group(), opens("443/443"), instance("server")]);
const waiver = (until: string, more = "") =>
  register(
    `waivers: [{ rule: icp-unnamed-website, resource: "*::server", reason: office only, until: ${until}, owner: us${more} }]\n`,
  );
const waiverOf = (target: string, until = "2027-01-31") =>
  register(`waivers: [{ rule: icp-cdn-coverage, ${target}, reason: known, until: ${until} }]\n`);
const hostWaiver = waiverOf("host: www.example.com");
const offshore = planOf([cdn("edge", { scope: "overseas" })]);
const own = "icp-register-stale violation -: icp-register-stale.waiver-unused [update-waiver] at waivers[0]";
const named = (entry: string) =>
  register(`filings: [{ domain: example.com, status: active, accessProviders: [{ name: aliyun }] }]\n${entry}\n`);
const balancer = planOf([clb("lb")]);
const nameless = "icp-unnamed-website undetermined lb";
const filingOf = (more: string) =>
  register(`filings: [{ domain: example.com, status: active, accessProviders: [{ name: aliyun }], ${more} }]\n`);
const waived = "icp-unnamed-website violation server waived";

ruleTester("icp-register-stale", {
  violations: {
    "older than its limit": [
      quiet,
      register("staleAfterDays: 2\n"),
      ["icp-register-stale violation -: icp-register-stale.as-of [update-register] at asOf"],
      ["The register is of 2026-11-22, 3 days ago; it goes stale after 2", "- Bring icp.yaml up to date and set asOf."],
    ],
    "a waiver that expired": [
      open,
      waiver("2026-11-24"),
      [
        "icp-register-stale violation -: icp-register-stale.waiver-expired [update-waiver] at waivers[0]",
        "icp-unnamed-website violation server",
      ],
      [
        "The waiver of icp-unnamed-website for *::server expired on 2026-11-24",
        "- Remove or renew the waiver in icp.yaml.",
      ],
    ],
    "a waiver for a host that needs nothing": [
      offshore,
      hostWaiver,
      [own],
      [
        "The waiver of icp-cdn-coverage for www.example.com waives nothing in this plan",
        "- Remove or renew the waiver in icp.yaml.",
      ],
    ],
    "a waiver that waives nothing": [quiet, waiver("2027-01-01"), [own]],
    "a waiver for a resource that goes away": [
      planOf([{ type: "alicloud:log/project:Project", name: "edge", rest: { change: "delete" } }]),
      waiverOf('resource: "*::edge"'),
      [own],
    ],
    "a waiver for an apex that needs nothing": [
      offshore,
      waiverOf("apex: example.com"),
      ["icp-register-stale violation example.com: icp-register-stale.waiver-unused [update-waiver] at waivers[0]"],
    ],
    "a waiver of this stack for what is not in it": [offshore, waiverOf('resource: "*::gone", stack: "web/*"'), [own]],
    "a waiver that expired, whatever stack it was for": [
      quiet,
      waiverOf('resource: "*::elsewhere"', "2026-11-24"),
      ["icp-register-stale violation -: icp-register-stale.waiver-expired [update-waiver] at waivers[0]"],
    ],
    "declared DNS of this stack that names nothing": [
      balancer,
      named('externalDns: [{ host: www.example.com, resource: "*::loadbalancer", stack: "web/*" }]'),
      [
        "icp-register-stale violation www.example.com: icp-register-stale.entry [correct-entry] at externalDns[0]",
        nameless,
      ],
      [
        "The register names *::loadbalancer under externalDns, and web/dev has nothing that it could mean",
        '- Correct the entry in icp.yaml: what it names, or its stack (stack: "project/stack").',
      ],
    ],
    "declared DNS that names what has no address": [
      planOf([clb("lb"), group("firewall")]),
      named('externalDns: [{ host: www.example.com, resource: "*::firewall", stack: "web/*" }]'),
      [
        "icp-register-stale violation www.example.com: icp-register-stale.entry [correct-entry] at externalDns[0]",
        nameless,
      ],
    ],
    "an edge of this stack whose origin names nothing": [
      balancer,
      named('edges: [{ host: www.example.com, vendor: cloudflare, origin: "*::loadbalancer", stack: "web/*" }]'),
      ["icp-register-stale violation www.example.com: icp-register-stale.entry [correct-entry] at edges[0]", nameless],
    ],
    "a server of this stack that its filing can do without": [
      quiet,
      filingOf(
        'servers: [{ product: ecs, resource: "*::server" }, { product: ecs, resource: "*::gone", stack: "web/*" }]',
      ),
      ["icp-register-stale violation example.com: icp-register-stale.entry [correct-entry] at filings[0].servers[1]"],
    ],
    "a waiver longer than a year still waives": [
      open,
      waiver("2029-01-01"),
      ["icp-register-stale violation -: icp-register-stale.waiver-long [update-waiver] at waivers[0]", waived],
      [
        "The waiver of icp-unnamed-website for *::server runs until 2029-01-01, longer than a year",
        "- Remove or renew the waiver in icp.yaml.",
      ],
    ],
  },
  satisfied: {
    "a server that is gone beside one that has run out is another rule's": [
      quiet,
      filingOf(
        'servers: [{ product: ecs, resource: "*::gone", stack: "web/*" }, { product: sas, id: old, expiresOn: 2026-01-01 }]',
      ),
      ["icp-server-removed violation example.com"],
    ],
    "young enough": [quiet, register(""), []],
    "a waiver in use, on its last day": [open, waiver("2026-11-25"), [waived]],
  },
  undetermined: {
    "declared DNS of no stack, which may be of another": [
      balancer,
      named('externalDns: [{ host: www.example.com, resource: "*::loadbalancer" }]'),
      [
        "icp-register-stale undetermined www.example.com: icp-register-stale.entry (stack-not-said) [correct-entry] at externalDns[0]",
        nameless,
      ],
    ],
    "declared DNS that names nothing in a plan that hides resources": [
      planOf([clb("lb")], { missing: 1 }),
      named('externalDns: [{ host: www.example.com, resource: "*::loadbalancer", stack: "web/*" }]'),
      [
        "icp-register-stale undetermined www.example.com: icp-register-stale.entry (incomplete) [show-sames, correct-entry] at externalDns[0]",
        "icp-undetermined undetermined -",
        nameless,
      ],
    ],
    "a waiver for a host, which may be one that is not known": [
      planOf([cdn("edge", { domainName: unknownValue, scope: "global" })]),
      hostWaiver,
      [
        "icp-cdn-coverage undetermined edge",
        "icp-register-stale undetermined -: undetermined (computed) [check] at waivers[0]",
      ],
      [
        "It cannot be told whether this breaks the rule for www.example.com: domainName of edge is not known here, and nothing tells what it waits for",
        "- Check by hand what cannot be told here.",
      ],
    ],
    "a waiver unused in a plan that hides resources": [
      planOf([group(), opens("22/22")], { missing: 1 }),
      waiver("2027-01-01"),
      [
        "icp-register-stale undetermined -: undetermined (incomplete) [show-sames] at waivers[0]",
        "icp-undetermined undetermined -",
      ],
    ],
  },
  silent: {
    "no register": [quiet, undefined, []],
  },
});

ruleTester("icp-register-stale", {
  satisfied: {
    "declared DNS of another stack": [
      planOf([group(), opens("22/22"), instance("server")]),
      named('externalDns: [{ host: www.example.com, resource: "*::loadbalancer", stack: "shop/*" }]'),
      [],
    ],
    "declared DNS of no stack, in one without entries": [
      planOf([group()]),
      named('externalDns: [{ host: www.example.com, resource: "*::loadbalancer" }]'),
      [],
    ],
    "a waiver of a resource that another stack may have": [quiet, waiverOf('resource: "*::elsewhere"'), []],
    "a waiver for a host of a domain that another stack may serve": [quiet, hostWaiver, []],
    "a waiver for an apex that another stack may serve": [quiet, waiverOf("apex: example.com"), []],
    "a waiver for a host here on a resource that another stack may have": [
      offshore,
      waiverOf('host: www.example.com, resource: "*::elsewhere"'),
      [],
    ],
    "a waiver of another stack": [quiet, waiverOf('resource: "*::server", stack: "shop/*"'), []],
    "a server of another stack": [
      quiet,
      filingOf(
        'servers: [{ product: ecs, resource: "*::server" }, { product: ecs, resource: "*::gone", stack: "shop/*" }]',
      ),
      [],
    ],
    "a server of a product that no plan shows": [
      quiet,
      filingOf('servers: [{ product: ecs, resource: "*::server" }, { product: linkedmall, id: lm-1, stack: "web/*" }]'),
      [],
    ],
  },
});
