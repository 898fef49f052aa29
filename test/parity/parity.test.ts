import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nothingDeclared } from "../../src/register/register";
import { reportOf } from "../../src/report/report";
import { noRegisterText } from "../../src/report/violation";
import { openRegister } from "../../src/register/open";
import { exampleFolder, exampleNames } from "../examples/examples";
import { filed, register, TODAY, unfiled } from "../support/rule-tester";
import { bothDoors, type Preview, type State } from "./parity";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const urnOf = (type: string, name: string) => `urn:pulumi:dev::web::${type}::${name}`;

describe("the command and the pack find the same", () => {
  it.each(exampleNames)("in the example %s", (name) => {
    const folder = exampleFolder(name);
    const preview = JSON.parse(readFileSync(`${folder}/preview.json`, "utf8")) as Preview;
    const { command, pack, counts } = bothDoors(
      preview,
      openRegister({ env: {}, startFolders: [folder], today: TODAY }),
    );
    expect(pack).toEqual(command);
    expect(counts[1]).toEqual(counts[0]);
  });

  it("in any plan, with unknowns, secrets, components and two providers", () => {
    fc.assert(
      fc.property(
        plans,
        fc.constantFrom(nothingDeclared, unfiled(), filed(), filed("example.com", "")),
        (preview, register) => {
          fc.pre(!hangsOnExistence(preview));
          const { command, pack } = bothDoors(preview, register);
          expect(pack).toEqual(command);
        },
      ),
      { numRuns: 300 },
    );
  });
});

const component = urnOf("web:index:Site", "site");
const providers = ["mainland", "hongkong", "late"].map((name) => urnOf("pulumi:providers:alicloud", name));
const stackUrn = urnOf("pulumi:pulumi:Stack", "web-dev");

/** The names of the resources that others may refer to. */
const EIP = urnOf("alicloud:ecs/eipAddress:EipAddress", "ip");
const SERVER = urnOf("alicloud:ecs/instance:Instance", "server");
const GROUP = urnOf("alicloud:ecs/securityGroup:SecurityGroup", "group");
const CDN = urnOf("alicloud:cdn/domainNew:DomainNew", "site");
const CLB = urnOf("alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer", "clb");
const BUCKET = urnOf("alicloud:oss/bucket:Bucket", "media");

interface Field {
  readonly value: unknown;
  readonly from?: readonly string[];
}
const known = (...values: unknown[]) => fc.constantFrom(...values).map((value): Field => ({ value }));
const hidden = fc.constantFrom<Field>({ value: UNKNOWN }, { value: undefined });
const from = (...urns: string[]) =>
  fc.subarray(urns, { minLength: 1 }).map((chosen): Field => ({ value: UNKNOWN, from: chosen }));
const maybe = (...options: fc.Arbitrary<Field>[]) => fc.oneof(...options, hidden);

const fields: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<Field>>>>> = {
  [EIP]: { bandwidth: known("5") },
  [GROUP]: {},
  [SERVER]: {
    instanceChargeType: maybe(known("PrePaid", "PostPaid")),
    period: maybe(known(1, 12)),
    internetMaxBandwidthOut: maybe(known(0, 5)),
    securityGroups: fc.constant<Field>({ value: [UNKNOWN], from: [GROUP] }),
  },
  [CLB]: { addressType: maybe(known("internet", "intranet")), vswitchId: maybe(known("vsw-1")) },
  [BUCKET]: { bucket: known("media") },
  [CDN]: {
    domainName: maybe(known("static.example.com", "www.example.com")),
    scope: maybe(known("domestic", "overseas", "global")),
    sources: fc.oneof(
      from(EIP, SERVER, CLB).map(({ from: urns = [] }): Field => ({
        value: [{ type: "ipaddr", content: UNKNOWN }],
        from: urns,
      })),
      known([{ type: "domain", content: "origin.example.net" }]),
    ),
  },
  [urnOf("alicloud:ecs/eipAssociation:EipAssociation", "bind")]: {
    allocationId: from(EIP),
    instanceId: maybe(from(SERVER, CLB)),
    instanceType: maybe(known("EcsInstance", "SlbInstance")),
  },
  [urnOf("alicloud:ecs/securityGroupRule:SecurityGroupRule", "open")]: {
    type: known("ingress"),
    ipProtocol: maybe(known("tcp", "all")),
    portRange: maybe(known("22/22", "443/443", "3000/3000")),
    cidrIp: maybe(known("0.0.0.0/0", "10.0.0.0/8")),
    securityGroupId: from(GROUP),
  },
  [urnOf("alicloud:oss/bucketCname:BucketCname", "img")]: {
    bucket: maybe(from(BUCKET), known("media")),
    domain: maybe(known("img.example.com")),
  },
  [urnOf("alicloud:dns/alidnsRecord:AlidnsRecord", "www")]: {
    domainName: maybe(known("example.com", "例子.cn")),
    rr: maybe(known("www", "@", "*")),
    type: known("A", "CNAME"),
    value: maybe(
      from(EIP, SERVER, CLB, CDN),
      known("47.98.1.2", "10.0.0.1", "static.example.com", "example.github.io"),
    ),
    status: maybe(known("ENABLE", "DISABLE")),
    line: maybe(known("default", "oversea")),
  },
};

const stateOf = (urn: string) =>
  fc
    .tuple(
      fc.record(Object.fromEntries(Object.entries(fields[urn] ?? {}))),
      fc.constantFrom(...providers, undefined),
      fc.constantFrom(component, stackUrn),
    )
    .map(([record, provider, parent]): State => {
      const entries = Object.entries(record as Record<string, Field>).filter(([, field]) => field.value !== undefined);
      const propertyDependencies = Object.fromEntries(entries.map(([key, field]) => [key, field.from ?? []]));
      return {
        urn,
        type: urn.split("::")[2] ?? "",
        inputs: Object.fromEntries(entries.map(([key, field]) => [key, field.value])),
        provider: `${provider ?? urnOf("pulumi:providers:alicloud", "default_3_108_0")}::${UNKNOWN}`,
        parent,
        dependencies: Object.values(propertyDependencies).flat(),
        propertyDependencies,
      };
    });

const fixed: readonly State[] = [
  { urn: stackUrn, type: "pulumi:pulumi:Stack" },
  { urn: component, type: "web:index:Site", parent: stackUrn },
  ...["cn-hangzhou", "cn-hongkong", UNKNOWN].map((region, index) => ({
    urn: providers[index] ?? "",
    type: "pulumi:providers:alicloud",
    inputs: { region },
  })),
];

const plans: fc.Arbitrary<Preview> = fc
  .tuple(
    fc.tuple(...Object.keys(fields).map((urn) => fc.option(stateOf(urn), { freq: 6 }))),
    fc.constantFrom("cn-hangzhou", "cn-hongkong", undefined),
  )
  .map(([states, region]) => {
    const all = [...fixed, ...states.filter((state): state is State => state !== null)];
    const present = new Set(all.map(({ urn }) => urn));
    const cut = (urns: readonly string[] | null | undefined) => (urns ?? []).filter((urn) => present.has(urn));
    return {
      ...(region === undefined ? {} : { config: { "alicloud:region": region } }),
      steps: all.map((state) => ({
        op: "create",
        urn: state.urn,
        newState: {
          ...state,
          dependencies: cut(state.dependencies),
          propertyDependencies: Object.fromEntries(
            Object.entries(state.propertyDependencies ?? {}).map(([key, urns]) => [key, cut(urns)]),
          ),
        },
      })),
    };
  });

/** One of the exceptions below: a short term is a violation of a new server only, and a mute provider tells of none. */
const hangsOnExistence = ({ steps }: Preview): boolean =>
  steps.some(
    ({ urn, newState }) =>
      urn === SERVER && newState?.inputs?.["period"] === 1 && newState.provider?.includes("::late::") === true,
  );

/** The honest exceptions: what one door can know and the other cannot. */
describe("the doors differ, by their nature, where", () => {
  const record = (value: unknown): Preview => ({
    config: { "alicloud:region": "cn-hangzhou" },
    steps: [
      {
        op: "create",
        urn: CDN,
        newState: {
          urn: CDN,
          type: "alicloud:cdn/domainNew:DomainNew",
          inputs: { domainName: "www.example.com", scope: value },
        },
      },
    ],
  });
  const rulesOf = (findings: readonly unknown[]) =>
    findings.map((finding) => {
      const { rule, verdict } = finding as { rule: string; verdict: string };
      return `${rule} ${verdict}`;
    });

  it("a secret is hidden from the command and plain text in the pack", () => {
    expect(rulesOf(bothDoors(record("[secret]"), unfiled()).command)).toEqual(["icp-cdn-coverage undetermined"]);
    expect(rulesOf(bothDoors(record("overseas"), unfiled()).pack)).toEqual([]);
  });

  it("a deletion is seen by the command alone", () => {
    const deleted: Preview = {
      config: { "alicloud:region": "cn-hangzhou" },
      steps: [
        {
          op: "delete",
          urn: SERVER,
          oldState: { urn: SERVER, type: "alicloud:ecs/instance:Instance", id: "i-1", inputs: {} },
        },
      ],
    };
    const declared = filed(
      "example.com",
      'accessProviders: [{ name: aliyun }], servers: [{ product: ecs, resource: "*::server" }]',
    );
    const { command, pack } = bothDoors(deleted, declared);
    expect(rulesOf(command)).toEqual(["icp-server-removed violation"]);
    expect(rulesOf(pack)).toEqual([]);
  });

  describe("a server is new or not:", () => {
    const declared = register(
      'filings:\n  - { domain: example.com, status: unfiled, servers: [{ product: ecs, resource: "*:Instance::server" }] }\n',
    );
    const provider = `${urnOf("pulumi:providers:alicloud", "site")}::${UNKNOWN}`;
    const bought = { urn: SERVER, type: "alicloud:ecs/instance:Instance", provider };
    const inputs = {
      instanceChargeType: "PrePaid",
      period: 1,
      availabilityZone: "cn-hangzhou-h",
      internetMaxBandwidthOut: 5,
    };
    const planned = (region: string): Preview => ({
      steps: [
        {
          op: "create",
          urn: urnOf("pulumi:providers:alicloud", "site"),
          newState: {
            urn: urnOf("pulumi:providers:alicloud", "site"),
            type: "pulumi:providers:alicloud",
            inputs: { region },
          },
        },
        { op: "create", urn: SERVER, newState: { ...bought, inputs } },
      ],
    });
    const terms = (findings: readonly unknown[]) => rulesOf(findings).filter((line) => line.includes("-term"));

    it("in a preview both know", () => {
      const { command, pack } = bothDoors(planned("cn-hangzhou"), declared);
      expect([terms(command), terms(pack)]).toEqual([["icp-server-term violation"], ["icp-server-term violation"]]);
    });

    it("in `pulumi up` a pack is asked when the server is created", () => {
      const { command, pack } = bothDoors(planned("cn-hangzhou"), declared, "up");
      expect([terms(command), terms(pack)]).toEqual([["icp-server-term violation"], ["icp-server-term undetermined"]]);
    });

    it("a provider without its configuration tells a pack nothing", () => {
      const { command, pack } = bothDoors(planned(UNKNOWN), declared);
      expect([terms(command), terms(pack)]).toEqual([["icp-server-term violation"], ["icp-server-term undetermined"]]);
    });
  });

  it("what is no finding is a limit of the report, and in the pack nothing but that there is no register", () => {
    const { judged } = bothDoors(record("domestic"), nothingDeclared);
    const limits = reportOf(judged.command, { language: "en" }).limits.map(({ messageId }) => messageId);
    expect(limits).toEqual(["limit.register-none"]);
    expect(noRegisterText(judged.pack, "en")).toContain("No register was found");
    expect(noRegisterText(bothDoors(record("domestic"), unfiled()).judged.pack, "en")).toBeUndefined();
  });

  it("a preview without --show-sames hides resources from the command alone", () => {
    const whole = record("domestic");
    const { command, pack } = bothDoors({ ...whole, changeSummary: { create: 1, same: 4 } } as Preview, filed());
    expect(rulesOf(command)).toEqual(["icp-undetermined undetermined"]);
    expect(rulesOf(pack)).toEqual([]);
  });
});
