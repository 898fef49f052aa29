/** Hosts of a filed apex that led to the mainland: what they led to, and whether they lost it. */
import { planOf, ref, unknownValue, updated, urnOf, type Properties, type ResourceSpec } from "../../support/plan";
import { filed, ruleTester } from "../../support/rule-tester";
import {
  association,
  clb,
  cname,
  eip,
  group,
  instance,
  provider,
  record,
  subscription,
  web,
} from "../../support/stacks";

const ADDRESS = "47.96.0.10";
const same = { change: "same" } as const;
const gone = { rest: { change: "delete" } } as const;
const server = instance("server", subscription, { outputs: { publicIp: ADDRESS }, rest: { ...same, id: "i-1" } });
const held = { outputs: { ipAddress: ADDRESS } };
const off = { status: "DISABLE" };
/** A record that this plan changes, as it was before: else as it is now. */
const changed = (now: ResourceSpec, before: Properties = {}): ResourceSpec =>
  updated(now, { ...now.inputs, ...before } as Record<string, string>);
const abroad = provider("abroad", "cn-hongkong");
const elsewhere = { provider: urnOf("pulumi:providers:alicloud", "abroad") };
const shop = filed(
  "example.com",
  'accessProviders: [{ name: aliyun }], hosts: [{ host: www.example.com, stack: "web/*" }]',
);

ruleTester("icp-empty-shell", {
  violations: {
    "a disabled record that led through an EIP": [
      planOf([
        ...web,
        instance("server", { ...subscription, internetMaxBandwidthOut: 0 }),
        eip("ip"),
        association("bind", "ip", "server"),
        record("www", ref("ip"), off),
      ]),
      filed(),
      [
        "icp-empty-shell violation www.example.com: icp-empty-shell.disabled [restore-entry] at www-record and filings[0]",
      ],
      [
        "The record of www.example.com is disabled, no mainland entry is left for it, and example.com is filed",
        "- Keep a mainland entry for www.example.com, or cancel the filing of example.com deliberately.",
        "by F-51",
        "www-record (record) > ip (refers) > bind (binds) > server (entry)",
      ],
    ],
    "the register says it serves it, and its record is disabled: the record speaks": [
      planOf([...web, server, record("www", ADDRESS, off)]),
      shop,
      [
        "icp-empty-shell violation www.example.com: icp-empty-shell.disabled [restore-entry] at www-record and filings[0]",
      ],
    ],
    "its address is released with its server, and the record stays": [
      planOf([...web, { ...server, ...gone }, record("www", ADDRESS, {}, { rest: same })]),
      filed(),
      ["icp-empty-shell violation www.example.com: icp-empty-shell [restore-entry] at www-record and filings[0]"],
      [
        "www.example.com loses its mainland entry server by this plan and has no other one, and example.com is filed",
        "- Keep a mainland entry for www.example.com, or cancel the filing of example.com deliberately.",
        "by F-51",
        "www-record (record) > server (equals)",
      ],
    ],
    "the same through another name": [
      planOf([
        ...web,
        { ...server, ...gone },
        cname("www", "lb.example.com", {}, { rest: same }),
        record("lb", ADDRESS, {}, { rest: same }),
      ]),
      filed(),
      ["icp-empty-shell violation www.example.com: icp-empty-shell [restore-entry] at www-record and filings[0]"],
    ],
    "its EIP is changed and bound to nothing any more, and the record stays": [
      planOf([
        ...web,
        instance("server", { ...subscription, internetMaxBandwidthOut: 0 }, { rest: { ...same, id: "i-1" } }),
        updated(eip("ip", { bandwidth: "5" }, held), { bandwidth: "1" }, held),
        { ...association("bind", "ip", "server"), ...gone },
        record("www", ADDRESS, {}, { rest: same }),
      ]),
      filed(),
      ["icp-empty-shell violation www.example.com: icp-empty-shell [restore-entry] at www-record and filings[0]"],
    ],
    "two other hosts end: the first of them speaks, whatever their records are called": [
      planOf([
        ...web,
        server,
        { ...record("img", ADDRESS, off), name: "a" },
        { ...record("api", ADDRESS, off), name: "b" },
      ]),
      filed(),
      ["icp-empty-shell violation api.example.com: icp-empty-shell.disabled [restore-entry] at b and filings[0]"],
    ],
    "another host ends, and so does www: only www speaks": [
      planOf([...web, server, record("api", ADDRESS, off), record("www", ADDRESS, off)]),
      filed(),
      [
        "icp-empty-shell violation www.example.com: icp-empty-shell.disabled [restore-entry] at www-record and filings[0]",
      ],
    ],
  },
  undetermined: {
    "two other hosts end: the one that certainly led there speaks": [
      planOf([...web, server, record("api", ADDRESS, { status: unknownValue }), record("img", ADDRESS, off)]),
      filed(),
      ["icp-empty-shell undetermined img.example.com: undetermined (computed) [check] at img-record and filings[0]"],
    ],
    "disabled, and another one that is perhaps enabled leads on": [
      planOf([
        ...web,
        server,
        record("www", ADDRESS, off),
        { ...record("www", ADDRESS, { status: unknownValue, line: "telecom" }), name: "second" },
      ]),
      filed(),
      ["icp-empty-shell undetermined www.example.com: undetermined (computed) [check] at www-record and filings[0]"],
    ],
    "two deleted records of secret labels": [
      planOf([
        ...web,
        server,
        record("www", ADDRESS, { rr: "[secret]" }, gone),
        record("api", ADDRESS, { rr: "[secret]" }, gone),
      ]),
      filed(),
      [
        "icp-empty-shell undetermined example.com: undetermined (secret) [check] at api-record and filings[0]",
        "icp-empty-shell undetermined example.com: undetermined (secret) [check] at www-record and filings[0]",
        "icp-unnamed-website violation server",
      ],
    ],
    "a disabled record of a secret label": [
      planOf([...web, server, record("www", ADDRESS, { ...off, rr: "[secret]" })]),
      filed(),
      ["icp-empty-shell undetermined example.com: undetermined (secret) [check] at www-record and filings[0]"],
      [
        "It cannot be told whether this breaks the rule for www-record: rr is a secret",
        "- Check by hand what cannot be told here.",
        "by F-51",
        "www-record (record) > server (equals)",
      ],
    ],
    "a record of a secret domain, of which the server is changed": [
      planOf([
        ...web,
        { ...server, rest: { change: "update", id: "i-1", previous: previousServer() } },
        record("www", ADDRESS, { domainName: "[secret]" }, { rest: same }),
      ]),
      filed(),
      [
        "icp-dns-record undetermined www-record",
        "icp-empty-shell undetermined www-record: undetermined (secret) [check] at www-record",
      ],
      [
        "It cannot be told whether this breaks the rule for www-record: domainName is a secret",
        "- Check by hand what cannot be told here.",
        "by F-51",
        "www-record (record) > server (equals)",
      ],
    ],
    "a deleted record of a secret domain, beside one that stays": [
      planOf([
        ...web,
        server,
        record("www", ADDRESS, { domainName: "[secret]" }, gone),
        record("api", ADDRESS, { domainName: "[secret]" }, { rest: same }),
      ]),
      filed(),
      [
        "icp-dns-record undetermined api-record",
        "icp-empty-shell undetermined www-record: undetermined (secret) [check] at www-record",
      ],
      [
        "It cannot be told whether this breaks the rule for www-record: domainName is a secret",
        "- Check by hand what cannot be told here.",
        "by F-51",
        "www-record (record) > server (equals)",
      ],
    ],
    "a deleted record of a secret label, beside one that stays": [
      planOf([
        ...web,
        server,
        record("www", ADDRESS, { rr: "[secret]" }, gone),
        record("api", ADDRESS, { rr: "[secret]" }, { rest: same }),
      ]),
      filed(),
      ["icp-empty-shell undetermined example.com: undetermined (secret) [check] at www-record and filings[0]"],
    ],
    "a disabled record of a secret domain": [
      planOf([...web, server, record("www", ADDRESS, { ...off, domainName: "[secret]" })]),
      filed(),
      ["icp-empty-shell undetermined www-record: undetermined (secret) [check] at www-record"],
    ],
    "a disabled record to what is somewhere": [
      planOf([...web, instance("server"), record("www", ref("server"), off)], { region: unknownValue }),
      filed(),
      [
        "icp-empty-shell undetermined www.example.com: undetermined (region-unlisted) [check] at www-record and filings[0]",
      ],
    ],
    "a disabled record to what may be public": [
      planOf([
        ...web,
        instance("server", { ...subscription, internetMaxBandwidthOut: unknownValue }),
        record("www", ref("server"), off),
      ]),
      filed(),
      ["icp-empty-shell undetermined www.example.com: undetermined (computed) [check] at www-record and filings[0]"],
    ],
    "a disabled record to an address that matches nothing": [
      planOf([record("www", "47.96.0.99", off)]),
      filed(),
      [
        "icp-empty-shell undetermined www.example.com: undetermined (unmatched-address) [check] at www-record and filings[0]",
      ],
      [
        "It cannot be told whether this breaks the rule for www.example.com: 47.96.0.99 matches nothing in plan or register",
        "- Check by hand what cannot be told here.",
        "by F-51",
        "www-record (record)",
      ],
    ],
    "its address is released with its server, and the record is changed": [
      planOf([...web, { ...server, ...gone }, changed(record("www", ADDRESS, { ttl: 60 }), { ttl: 600 })]),
      filed(),
      [
        "icp-empty-shell undetermined www.example.com: undetermined (unmatched-address) [check] at www-record and filings[0]",
      ],
    ],
    "its address is released, and the record it follows is changed": [
      planOf([
        ...web,
        { ...server, ...gone },
        cname("www", "lb.example.com", {}, { rest: same }),
        changed(record("lb", ADDRESS, { ttl: 60 }), { ttl: 600 }),
      ]),
      filed(),
      [
        "icp-empty-shell undetermined www.example.com: undetermined (unmatched-address) [check] at www-record and filings[0]",
      ],
    ],
    "the name it follows loses its record": [
      planOf([...web, server, cname("www", "lb.example.com", {}, { rest: same }), record("lb", ADDRESS, {}, gone)]),
      filed(),
      [
        "icp-empty-shell undetermined www.example.com: undetermined (own-name) [declare-dns] at www-record and filings[0]",
        "icp-unnamed-website undetermined server",
      ],
    ],
    "its address is released, and another record leads to what is not known": [
      planOf([
        ...web,
        { ...server, ...gone },
        record("www", ADDRESS, {}, { rest: same }),
        { ...record("www", unknownValue, { line: "telecom" }), name: "second" },
      ]),
      filed(),
      [
        "icp-empty-shell undetermined www.example.com: undetermined (computed) [check] at www-record and filings[0]",
        "icp-filed-domain-offshore undetermined www.example.com",
      ],
    ],
    "a record of a secret label, of which the server is changed": [
      planOf([
        ...web,
        { ...server, rest: { change: "update", id: "i-1", previous: previousServer() } },
        record("www", ADDRESS, { rr: "[secret]" }, { rest: same }),
        record("api", ADDRESS, {}, gone),
      ]),
      filed(),
      ["icp-empty-shell undetermined example.com: undetermined (secret) [check] at www-record and filings[0]"],
    ],
    "it led to a secret, and leads to another one now": [
      planOf([...web, server, changed(record("www", unknownValue), { value: "[secret]" })]),
      filed(),
      [
        "icp-empty-shell undetermined www.example.com: undetermined (computed) [check] at www-record and filings[0]",
        "icp-filed-domain-offshore undetermined www.example.com",
        "icp-unnamed-website undetermined server",
      ],
    ],
    "it leads to an address that matches nothing, one of the plan's is secret, and something else changes": [
      planOf([
        ...web,
        instance("server", subscription, { outputs: { publicIp: "[secret]" }, rest: { ...same, id: "i-1" } }),
        record("www", "47.96.0.99", {}, { rest: same }),
        record("api", "47.96.0.98", {}, gone),
      ]),
      filed(),
      [
        "icp-empty-shell undetermined www.example.com: undetermined (unmatched-address) [check] at www-record and filings[0]",
        "icp-unnamed-website undetermined server",
      ],
    ],
    "two records, of which only one certainly led to the mainland": [
      planOf([
        ...web,
        server,
        record("www", "47.96.0.99", {}, gone),
        { ...record("www", ADDRESS, { line: "telecom" }, gone), name: "second" },
        record("x", ADDRESS, { rr: unknownValue }),
      ]),
      filed(),
      ["icp-empty-shell undetermined www.example.com: undetermined (computed) [check] at second and filings[0]"],
    ],
  },
  silent: {
    "a record of a secret domain that is as it was": [
      planOf([
        ...web,
        { ...server, rest: { ...same, id: "i-1" } },
        record("www", ADDRESS, { domainName: "[secret]" }, { rest: same }),
        { ...group("old"), ...gone },
      ]),
      filed(),
      ["icp-dns-record undetermined www-record"],
    ],
    "a disabled record to a server outside": [
      planOf([
        ...web,
        abroad,
        instance("server", subscription, { rest: elsewhere }),
        record("www", ref("server"), off),
      ]),
      filed(),
      [],
    ],
    "a disabled record to a private server": [
      planOf([
        ...web,
        instance("server", { ...subscription, internetMaxBandwidthOut: 0 }),
        record("www", ref("server"), off),
      ]),
      filed(),
      [],
    ],
    "a disabled record that is no address": [
      planOf([...web, server, record("www", ADDRESS, { ...off, type: "TXT" })]),
      filed(),
      ["icp-unnamed-website violation server"],
    ],
    "a disabled record of a domain that cannot be filed": [
      planOf([...web, server, record("www", ADDRESS, { ...off, domainName: "corp.internal" })]),
      filed(),
      [],
    ],
    "a disabled record of another domain": [
      planOf([...web, server, record("www", ADDRESS, { ...off, domainName: "example.org" })]),
      filed(),
      [],
    ],
    "its region was not known before, and is not now": [
      planOf(
        [{ ...clb("lb"), rest: same }, record("www", ref("lb"), {}, { rest: same }), { ...group("old"), ...gone }],
        {
          region: unknownValue,
        },
      ),
      filed(),
      ["icp-filed-domain-offshore undetermined www.example.com"],
    ],
    "it led outside before, and is deleted": [
      planOf([
        ...web,
        { ...abroad, rest: same },
        instance("server", subscription, {
          outputs: { publicIp: ADDRESS },
          rest: { ...same, ...elsewhere, id: "i-1" },
        }),
        record("www", ADDRESS, {}, gone),
      ]),
      filed(),
      [],
    ],
    "it leads to an address that matches nothing, as before": [
      planOf([record("www", "47.96.0.99", {}, { rest: same }), record("api", "47.96.0.98", {}, gone)]),
      filed(),
      [],
    ],
  },
});

function previousServer() {
  return {
    urn: urnOf("alicloud:ecs/instance:Instance", "server"),
    type: "alicloud:ecs/instance:Instance",
    name: "server",
    inputs: { internetMaxBandwidthOut: 5 },
    outputs: { publicIp: ADDRESS },
  };
}
