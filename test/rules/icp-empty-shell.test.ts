import { planOf, ref, unknownValue, type Properties } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import {
  bridged,
  bucket,
  cdn,
  clb,
  cname,
  customDomain,
  group,
  instance,
  record,
  subscription,
  web,
} from "../support/stacks";

const ADDRESS = "47.96.0.10";
const same = { change: "same" } as const;
const gone = { rest: { change: "delete" } } as const;
const server = instance("server", subscription, { outputs: { publicIp: ADDRESS }, rest: { ...same, id: "i-1" } });
const off = { status: "DISABLE" };
const data = (rr: string, inputs: Properties = {}) => ({
  urn: `urn:pulumi:dev::web::alicloud:dns/alidnsRecord:AlidnsRecord::${rr}-record`,
  type: "alicloud:dns/alidnsRecord:AlidnsRecord",
  name: `${rr}-record`,
  change: "same" as const,
  inputs: { domainName: "example.com", rr, type: "A", value: ADDRESS, ...inputs } as Record<string, string>,
});
const unnamed = "icp-unnamed-website violation server";
const serving = (stack: string, more = "") =>
  filed(
    "example.com",
    `accessProviders: [{ name: aliyun${more} }], hosts: [{ host: shop.example.com, stack: "${stack}" }]`,
  );
const declared =
  "icp-empty-shell violation shop.example.com: icp-empty-shell.declared [restore-entry] at filings[0].hosts[0]";
const unsureAddress =
  "icp-empty-shell undetermined www.example.com: undetermined (computed) [check] at www-record and filings[0]";
const unmatched =
  "icp-empty-shell undetermined www.example.com: undetermined (unmatched-address) [check] at www-record and filings[0]";

ruleTester("icp-empty-shell", {
  violations: {
    "its record is deleted": [
      planOf([...web, server, record("www", ADDRESS, {}, gone)]),
      filed(),
      [
        "icp-empty-shell violation www.example.com: icp-empty-shell [restore-entry] at www-record and filings[0]",
        unnamed,
      ],
      [
        "www.example.com loses its mainland entry server by this plan and has no other one, and example.com is filed",
        "- Keep a mainland entry for www.example.com, or cancel the filing of example.com deliberately.",
        "by F-51",
        "www-record (record) > server (equals)",
      ],
    ],
    "its record is disabled": [
      planOf([...web, server, record("www", ADDRESS, off)]),
      filed(),
      [
        "icp-empty-shell violation www.example.com: icp-empty-shell.disabled [restore-entry] at www-record and filings[0]",
      ],
      [
        "The record of www.example.com is disabled, no mainland entry is left for it, and example.com is filed",
        "- Keep a mainland entry for www.example.com, or cancel the filing of example.com deliberately.",
        "by F-51",
        "www-record (record) > server (equals)",
      ],
    ],
    "its record now names another host": [
      planOf([
        ...web,
        server,
        record("www", ADDRESS, { rr: "old" }, { rest: { change: "update", previous: data("www") } }),
      ]),
      filed(),
      ["icp-empty-shell violation www.example.com: icp-empty-shell [restore-entry] at www-record and filings[0]"],
    ],
    "its bucket is deleted, and its record keeps the bucket's name": [
      planOf([
        bucket("media", { bucket: "example-site" }, gone),
        { ...customDomain("www", "example-site", "www.example.com"), ...gone },
        cname("www", "example-site.oss-cn-hangzhou.aliyuncs.com", {}, { rest: same }),
      ]),
      filed(),
      ["icp-empty-shell violation www.example.com: icp-empty-shell [restore-entry] at www and filings[0]"],
    ],
    "its CDN domain is deleted, and its record keeps the name that CDN gave": [
      planOf([{ ...cdn("site"), ...gone }, cname("www", "www.example.com.w.kunlunaq.com", {}, { rest: same })]),
      filed(),
      ["icp-empty-shell violation www.example.com: icp-empty-shell [restore-entry] at site and filings[0]"],
    ],
    "nothing of the stack that could serve it is open": [
      planOf([group(), instance("vpn")]),
      serving("web/*"),
      [declared],
      [
        "The register says that stack web/* serves shop.example.com, the plan has no mainland entry for it, and example.com is filed",
        "- Keep a mainland entry for shop.example.com, or cancel the filing of example.com deliberately.",
        "by F-51",
      ],
    ],
    "the server that could serve it is outside": [
      planOf([...web, instance("server")], { region: "cn-hongkong" }),
      serving("web/*"),
      [declared],
    ],
    "the register says that this stack serves it": [planOf([]), serving("web/*"), [declared]],
    "another host, and nothing of the domain is left": [
      planOf([...web, server, record("img", ADDRESS, {}, gone), record("api", ADDRESS, {}, gone)]),
      filed(),
      [
        "icp-empty-shell violation api.example.com: icp-empty-shell [restore-entry] at api-record and filings[0]",
        unnamed,
      ],
    ],
    "a wildcard that answers for www": [
      planOf([...web, server, record("*", ADDRESS, {}, gone), record("img", ADDRESS)]),
      filed(),
      ["icp-empty-shell violation *.example.com: icp-empty-shell [restore-entry] at *-record and filings[0]"],
    ],
  },
  satisfied: {
    "its record is deleted and another leads on": [
      planOf([...web, server, record("www", ADDRESS, {}, gone), { ...record("www", ADDRESS), name: "second" }]),
      filed(),
      [],
    ],
    "a wildcard answers for it": [
      planOf([...web, server, record("www", ADDRESS, {}, gone), record("*", ADDRESS)]),
      filed(),
      [],
    ],
    "the stack that is to serve it does": [
      planOf([...web, instance("server"), record("shop", ref("server"))]),
      serving("web/*"),
      [],
    ],
  },
  undetermined: {
    "nothing places it, and a server of the stack serves any host": [
      planOf([...web, instance("server")]),
      serving("web/*"),
      [
        "icp-empty-shell undetermined shop.example.com: undetermined (host-unplaced) [declare-served] at filings[0].hosts[0]",
        "icp-unnamed-website undetermined server",
      ],
      [
        "It cannot be told whether this breaks the rule for shop.example.com: the register says that this stack serves shop.example.com, and nothing shows through what",
        "- Say under externalDns in icp.yaml what shop.example.com leads to in this stack:",
        "  externalDns:",
        '    - { host: shop.example.com, resource: "*::TYPE::NAME", stack: "web/dev" }',
        "by F-51",
      ],
    ],
    "nothing places it, and a load balancer of the stack is in a region that is not known": [
      planOf([clb("entry")], { region: unknownValue }),
      serving("web/*"),
      [
        "icp-empty-shell undetermined shop.example.com: undetermined (host-unplaced) [declare-served] at filings[0].hosts[0]",
        "icp-unnamed-website undetermined entry",
      ],
    ],
    "the plan hides resources": [
      planOf([], { missing: 3 }),
      serving("web/*"),
      [
        "icp-empty-shell undetermined shop.example.com: undetermined (incomplete) [show-sames] at filings[0].hosts[0]",
        "icp-undetermined undetermined -",
      ],
    ],
    "a record of an unknown label may lead on": [
      planOf([...web, server, record("www", ADDRESS, {}, gone), record("x", ADDRESS, { rr: unknownValue })]),
      filed(),
      [unsureAddress],
    ],
    "a record of an unknown domain may keep it in use": [
      planOf([...web, server, record("api", ADDRESS, {}, gone), record("x", ADDRESS, { domainName: unknownValue })]),
      filed(),
      [
        "icp-dns-record undetermined x-record",
        "icp-empty-shell undetermined api.example.com: undetermined (computed) [check] at api-record and filings[0]",
      ],
    ],
    "what the last record leads to is not known": [
      planOf([...web, server, record("api", ADDRESS, {}, gone), record("img", "[secret]")]),
      filed(),
      [
        "icp-empty-shell undetermined api.example.com: undetermined (secret) [check] at api-record and filings[0]",
        "icp-filed-domain-split undetermined img.example.com",
        "icp-unnamed-website undetermined server",
      ],
    ],
    "whether its record is disabled is not known": [
      planOf([...web, server, record("www", ADDRESS, { status: unknownValue })]),
      filed(),
      [unsureAddress],
    ],
    "a record of a secret label that now may have another one": [
      planOf([
        ...web,
        server,
        record(
          "www",
          ADDRESS,
          { rr: "[secret]" },
          { rest: { change: "update", previous: data("www", { rr: "[secret]" }) } },
        ),
      ]),
      filed(),
      ["icp-empty-shell undetermined example.com: undetermined (secret) [check] at www-record and filings[0]"],
    ],
    "a deleted record of a secret domain": [
      planOf([...web, server, record("www", ADDRESS, { domainName: "[secret]" }, gone)]),
      filed(),
      ["icp-empty-shell undetermined www-record: undetermined (secret) [check] at www-record", unnamed],
    ],
    "whether its server was public is secret, and it leads elsewhere now": [
      planOf([
        ...web,
        instance(
          "server",
          { ...subscription, internetMaxBandwidthOut: "[secret]" },
          { outputs: { publicIp: ADDRESS }, rest: { ...same, id: "i-1" } },
        ),
        record("www", "47.96.0.11", {}, { rest: { change: "update", previous: data("www") } }),
      ]),
      filed(),
      [unmatched, "icp-unnamed-website undetermined server"],
    ],
    "a deleted record of a secret label": [
      planOf([...web, server, record("www", ADDRESS, { rr: "[secret]" }, gone)]),
      filed(),
      ["icp-empty-shell undetermined example.com: undetermined (secret) [check] at www-record and filings[0]", unnamed],
    ],
    "it leads to a secret, and was changed": [
      planOf([
        ...web,
        server,
        record("www", "[secret]", {}, { rest: { change: "update", previous: data("www", { value: "[secret]" }) } }),
      ]),
      filed(),
      [
        "icp-filed-domain-offshore undetermined www.example.com",
        "icp-empty-shell undetermined www.example.com: undetermined (secret) [check] at www-record and filings[0]",
        "icp-unnamed-website undetermined server",
      ],
    ],
    "its record is disabled, and of an unknown type": [
      planOf([...web, server, record("www", ADDRESS, { ...off, type: unknownValue })]),
      filed(),
      [unsureAddress, "icp-unnamed-website undetermined server"],
    ],
    "a Terraform module may serve it": [
      planOf([bridged()]),
      serving("web/*"),
      [
        "icp-empty-shell undetermined shop.example.com: undetermined (bridged) [use-native] at filings[0].hosts[0]",
        "icp-undetermined undetermined module.web.alicloud_future_server.this",
      ],
      [
        "It cannot be told whether this breaks the rule for shop.example.com: 1 resource of Alibaba Cloud comes through Terraform, of a type that is not known",
        "- Judge by hand what they serve, or declare them with @pulumi/alicloud.",
        "by F-51",
      ],
    ],
    "where it led is not known": [planOf([record("www", ADDRESS, {}, gone)]), filed(), [unmatched]],
    "where it leads now is not known": [
      planOf([...web, server, record("www", "47.96.0.11", {}, { rest: { change: "update", previous: data("www") } })]),
      filed(),
      [unmatched, "icp-unnamed-website violation server"],
    ],
  },
  silent: {
    "a server of another stack is in the plan": [
      planOf([...web, instance("server"), record("www", ref("server"))]),
      serving("other/*"),
      [],
    ],
    "another stack serves it": [planOf([]), serving("other/*"), []],
    "another host, while the domain stays in use": [
      planOf([...web, server, record("test", ADDRESS, {}, gone), record("www", ADDRESS)]),
      filed(),
      [],
    ],
    "the apex is not filed": [planOf([...web, server, record("www", ADDRESS, {}, gone)]), unfiled(), [unnamed]],
    "Alibaba Cloud is being removed: the entry of the register is out of date": [
      planOf([]),
      serving("web/*", ", status: removing }, { name: huawei"),
      ["icp-register-stale violation shop.example.com"],
    ],
    "its entry is gone, and the record leads to another provider: another rule speaks": [
      planOf([{ ...cdn("site"), name: "former", rest: { change: "delete" } }, cname("www", "example.github.io")]),
      filed(),
      ["icp-filed-domain-offshore violation www.example.com"],
    ],
    "it has left the mainland: another rule speaks": [
      planOf([cdn("site", { scope: "overseas" }), { ...cdn("site"), name: "former", rest: { change: "delete" } }]),
      filed(),
      ["icp-filed-domain-offshore violation www.example.com"],
    ],
    "a disabled record that leads out of Alibaba Cloud": [
      planOf([cname("www", "example.github.io", off)]),
      filed(),
      [],
    ],
    "a source that tells no old state": [planOf([...web, server]), filed(), [unnamed]],
    "where it leads was not known before, and is not now": [
      planOf([
        ...web,
        server,
        record(
          "www",
          "47.96.0.99",
          { ttl: 60 },
          { rest: { change: "update", previous: data("www", { value: "47.96.0.99" }) } },
        ),
      ]),
      filed(),
      [unnamed],
    ],
    "a record of a secret label that is as it was": [
      planOf([...web, server, record("www", ADDRESS, { rr: "[secret]" }, { rest: same })]),
      filed(),
      [],
    ],
    "it leads to a secret, and is as it was": [
      planOf([...web, server, record("www", "[secret]", {}, { rest: same })]),
      filed(),
      ["icp-filed-domain-offshore undetermined www.example.com", "icp-unnamed-website undetermined server"],
    ],
    "an edge of another vendor that stays as it is": [
      planOf([
        ...web,
        { ...server, rest: { ...same, id: "i-1" } },
        record("api", ADDRESS, {}, gone),
        record("old", ADDRESS),
      ]),
      register(
        'filings: [{ domain: example.com, status: active, accessProviders: [{ name: aliyun }] }]\nedges: [{ host: www.example.com, vendor: cloudflare, mainlandNodes: true, origin: "*::server" }]\n',
      ),
      [],
    ],
    "no register": [planOf([]), register(""), []],
  },
});
