/**
 * The change itself: what a preview shows of the old state is judged by the command. The policy pack is not told of it;
 * there the register stands in, and both say the same about the same end state.
 */
import { describe, expect, test } from "vitest";
import { UNKNOWN_STRING } from "../../src/plan/raw";
import type { Register } from "../../src/register/register";
import { register, unfiled } from "../support/rule-tester";
import { said, type Planned, type Stack } from "./changes";

const IP = "47.96.0.10";
const filing = (more = "") =>
  register(
    `filings:\n  - { domain: example.com, status: active, accessProviders: [{ name: aliyun }], ${more} number: 浙ICP备12345678号-1 }\n`,
  );
/** The register says that this stack serves the host. */
const declared = filing('hosts: [{ host: www.example.com, stack: "web/*" }],');

const cdn = (scope: string): Planned => ({
  type: "alicloud:cdn/domainNew:DomainNew",
  inputs: {
    domainName: "www.example.com",
    cdnType: "web",
    scope,
    sources: [{ type: "domain", content: "o.example.net" }],
  },
});
const server: Planned = {
  type: "alicloud:ecs/instance:Instance",
  inputs: {
    instanceChargeType: "PrePaid",
    period: 12,
    renewalStatus: "AutoRenewal",
    internetMaxBandwidthOut: 5,
    securityGroups: ["sg-1"],
  },
  outputs: { publicIp: IP },
};
const eip: Planned = {
  type: "alicloud:ecs/eipAddress:EipAddress",
  inputs: { bandwidth: "5" },
  outputs: { ipAddress: IP },
};
const inside: Planned = {
  ...server,
  inputs: { ...server.inputs, internetMaxBandwidthOut: 0 },
  outputs: { publicIp: "" },
};
const association: Planned = {
  type: "alicloud:ecs/eipAssociation:EipAssociation",
  inputs: { allocationId: "id-ip", instanceId: "id-server" },
  from: { allocationId: ["ip"], instanceId: ["server"] },
};
const record = (value: string, of: string | undefined, more: object = {}): Planned => ({
  type: "alicloud:dns/alidnsRecord:AlidnsRecord",
  inputs: { domainName: "example.com", rr: "www", type: "A", value, ...more },
  ...(of === undefined ? {} : { from: { value: [of] } }),
});
const clb: Planned = {
  type: "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer",
  inputs: { addressType: "internet" },
  outputs: { address: "47.96.0.20" },
};
const www = record(IP, "server");
const site: Stack = { server, www };
const bound: Stack = { server: inside, ip: eip, bind: association, www: record(IP, "ip") };

interface Change {
  readonly before: Stack;
  readonly after: Stack;
  readonly register: Register;
  readonly says: readonly string[];
  /** What the pack says, where it cannot see what the command sees. */
  readonly pack?: readonly string[];
}

const shell = "icp-empty-shell violation www.example.com";
const unnamed = "icp-unnamed-website undetermined -";

const changes: Readonly<Record<string, Readonly<Record<string, Change>>>> = {
  "the scope of a CDN domain": {
    "overseas to global, not filed": {
      before: { cdn: cdn("overseas") },
      after: { cdn: cdn("global") },
      register: unfiled(),
      says: ["icp-cdn-coverage violation www.example.com", "icp-server-missing violation example.com"],
    },
    "overseas to global, filed": {
      before: { cdn: cdn("overseas") },
      after: { cdn: cdn("global") },
      register: declared,
      says: [],
    },
    "global to overseas, filed": {
      before: { cdn: cdn("global") },
      after: { cdn: cdn("overseas") },
      register: declared,
      says: ["icp-filed-domain-offshore violation www.example.com"],
    },
    "global to overseas, not filed, the origin in the mainland": {
      before: { server, cdn: fetching("global") },
      after: { server, cdn: fetching("overseas") },
      register: unfiled(),
      says: ["icp-offshore-edge violation www.example.com"],
    },
    offline: {
      before: { cdn: cdn("global") },
      after: {},
      register: declared,
      says: [shell],
    },
  },
  "a record": {
    "repointed to another provider": {
      before: site,
      after: { server, www: record("example.github.io", undefined, { type: "CNAME" }) },
      register: declared,
      says: ["icp-filed-domain-offshore violation www.example.com", unnamed],
    },
    "repointed to another mainland entry": {
      before: site,
      after: { server, clb, www: record(UNKNOWN_STRING, "clb") },
      register: declared,
      says: [unnamed],
    },
    disabled: {
      before: site,
      after: { server, www: record(IP, "server", { status: "DISABLE" }) },
      register: filing(),
      says: [shell],
    },
    "deleted, the register says that this stack serves the host": {
      before: site,
      after: { server },
      register: declared,
      says: [shell, unnamed],
      // Without the old state the server may be what serves the host.
      pack: ["icp-empty-shell undetermined www.example.com", unnamed],
    },
    "deleted, and only the old state tells": {
      before: site,
      after: { server },
      register: filing(),
      says: [shell, unnamed],
      pack: [unnamed],
    },
    "deleted, and the filing is in use elsewhere in the plan": {
      before: { ...site, api: record(IP, "server", { rr: "api" }) },
      after: site,
      register: declared,
      says: [],
    },
  },
  "an EIP": {
    disassociated: {
      before: bound,
      after: { server: inside, ip: eip, www: record(IP, "ip") },
      register: declared,
      says: [shell],
      // The address is bound to nothing in the plan, and the pack does not know that it was.
      pack: ["icp-empty-shell undetermined www.example.com"],
    },
    "bound to another instance": {
      before: bound,
      after: {
        ...bound,
        other: inside,
        bind: {
          ...association,
          inputs: { allocationId: "id-ip", instanceId: UNKNOWN_STRING },
          from: { allocationId: ["ip"], instanceId: ["other"] },
        },
      },
      register: declared,
      says: [],
    },
    "released together with its server, the record stays": {
      before: bound,
      after: { www: record(IP, undefined) },
      register: declared,
      says: [shell],
      pack: ["icp-empty-shell undetermined www.example.com"],
    },
  },
  "the serving address": {
    "from ECS to CLB": {
      before: site,
      after: { server, clb, www: record(UNKNOWN_STRING, "clb") },
      register: filing(`ips: [${IP}],`),
      says: ["icp-ip-drift violation www.example.com", unnamed],
    },
    "from ECS to CLB, the licence is bound to it": {
      before: site,
      after: { server, clb, www: record(UNKNOWN_STRING, "clb") },
      register: filing(`ips: [${IP}], commercial: { required: true, licence: 浙B2-1, ipBound: true },`),
      says: ["icp-licence-ip violation www.example.com", unnamed],
    },
    "from ECS to CLB, the licence is bound to it, and only the old state tells": {
      before: site,
      after: { server, clb, www: record(UNKNOWN_STRING, "clb") },
      register: filing("commercial: { required: true, licence: 浙B2-1, ipBound: true },"),
      says: ["icp-licence-ip violation www.example.com", unnamed],
      pack: ["icp-licence-ip undetermined www.example.com", unnamed],
    },
    "of a server that is replaced": {
      before: site,
      after: { server: { ...server, replaced: true }, www: record(UNKNOWN_STRING, "server") },
      register: filing(`ips: [${IP}],`),
      says: ["icp-ip-drift violation www.example.com"],
    },
    kept: { before: site, after: site, register: filing(`ips: [${IP}],`), says: [] },
  },
  "the server of a filing": {
    deleted: {
      before: { server },
      after: {},
      register: filing('servers: [{ product: ecs, resource: "*::server", stack: "web/*" }],'),
      says: ["icp-server-removed violation example.com"],
    },
    replaced: {
      before: { server },
      after: { server: { ...server, replaced: true } },
      register: filing('servers: [{ product: ecs, resource: "*::server", stack: "web/*" }],'),
      says: ["icp-server-removed violation example.com", unnamed],
      // To the pack the new server is the one that the register names.
      pack: [unnamed],
    },
    "deleted, and another one of the filing stays": {
      before: { server, second: server },
      after: { second: server },
      register: filing(
        'servers: [{ product: ecs, resource: "*::server", stack: "web/*" }, { product: ecs, resource: "*::second", stack: "web/*" }],',
      ),
      says: [unnamed],
      // A pack is not told of the deletion: the entry names nothing.
      pack: ["icp-register-stale violation example.com", unnamed],
    },
    "changed from subscription to pay-as-you-go, the first filing pending": {
      before: { server },
      after: { server: { ...server, inputs: { ...server.inputs, instanceChargeType: "PostPaid" } } },
      register: register(
        'filings: [{ domain: example.com, status: pending-initial, servers: [{ product: ecs, resource: "*::server" }] }]\n',
      ),
      says: ["icp-server-billing violation example.com", unnamed],
    },
  },
};

function fetching(scope: string): Planned {
  const plain = cdn(scope);
  return {
    ...plain,
    inputs: { ...plain.inputs, sources: [{ type: "ipaddr", content: IP }] },
    from: { sources: ["server"] },
  };
}

describe.each(Object.entries(changes))("%s", (_, group) => {
  test.each(Object.entries(group))("%s", (_name, change) => {
    const { command, pack } = said(change.before, change.after, change.register);
    expect(command).toEqual([...change.says].sort());
    expect(pack).toEqual([...(change.pack ?? change.says)].sort());
  });
});
