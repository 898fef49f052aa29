/** What lies behind several names: the doubts and the line of every record on the way are those of its end. */
import { describe, expect, it } from "vitest";
import { Exposures } from "../../src/graph/exposures";
import { products } from "../../src/products";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../support/plan";
import { cname, instance, record, web } from "../support/stacks";

const server = [...web, instance("server")];
const lb = (inputs: Properties = {}, name = "lb"): ResourceSpec => ({ ...record("lb", ref("server"), inputs), name });
const www = cname("www", "lb.example.com");

/** The exposures of www in short: what it leads to, its doubts, and `some` where not everybody is led there. */
const exposures = (specs: readonly ResourceSpec[]): string[] =>
  new Exposures(planOf([...server, ...specs]), products).all
    .filter(({ host }) => host === "www.example.com")
    .map(({ entry, doubts, some }) =>
      [entry?.name ?? "-", ...doubts.map(({ why }) => why), ...(some ? [`some:${some.why}`] : [])].join(" "),
    )
    .sort();

describe("a name that leads on by another", () => {
  it.each<[string, readonly ResourceSpec[], readonly string[]]>([
    ["is certain where that one is", [www, lb()], ["server"]],
    ["is in doubt where that one may be off", [www, lb({ status: unknownValue })], ["server computed"]],
    ["is in doubt where that one may be no address", [www, lb({ type: unknownValue })], ["server computed"]],
    ["leads nowhere where that one is off", [www, lb({ status: "DISABLE" })], []],
    ["leads some only where that one answers some", [www, lb({ line: "oversea" })], ["server some:line"]],
    [
      "leads some only where it is not known whom that one answers",
      [www, lb({ line: unknownValue })],
      ["server some:computed"],
    ],
    [
      "leads some only by its own line",
      [cname("www", "lb.example.com", { line: "oversea" }), lb()],
      ["server some:line"],
    ],
    [
      "leads by each of the records there, each with what is its own",
      [
        www,
        instance("other"),
        lb({ line: "default" }),
        lb({ line: "oversea", status: unknownValue, value: ref("other") }, "second"),
      ],
      ["other computed some:line", "server"],
    ],
    [
      "is as much in doubt over two names",
      [cname("www", "a.example.com"), { ...cname("a", "lb.example.com"), name: "a" }, lb({ status: unknownValue })],
      ["server computed"],
    ],
  ])("%s", (_, specs, expected) => {
    expect(exposures(specs)).toEqual(expected);
  });
});

describe("a chain of many names", () => {
  const names = Array.from({ length: 20 }, (_, at) => (at === 0 ? "www" : `n${at}`));
  const chain = names.map((name, at) =>
    at === names.length - 1 ? record(name, ref("server")) : cname(name, `n${at + 1}.example.com`),
  );
  const plan = planOf([...server, ...chain]);

  it("shows the host's own record and the last twelve steps", () => {
    const [www] = new Exposures(plan, products).all.filter(({ host }) => host === "www.example.com");
    const last = Array.from({ length: 11 }, (_, at) => `n${at + 9}-record follows`);
    expect(www?.path.map(({ resource, why }) => `${resource.name} ${why}`)).toEqual([
      "www-record record",
      ...last,
      "server refers",
    ]);
  });
});

describe("names that meet again", () => {
  const at = (rr: string, name: string, inputs: Properties = {}, to = `${name}.example.com`): ResourceSpec => ({
    ...cname(rr, to, inputs),
    name: `${rr}-${name}`,
  });

  it.each<[string, readonly ResourceSpec[], readonly string[]]>([
    [
      "lead to one end by two ways once, by the surest",
      [www, at("lb", "a", { line: "telecom" }), at("lb", "b"), at("a", "s"), at("b", "s"), record("s", ref("server"))],
      ["server"],
    ],
    [
      "keep both ways where neither is surer",
      [
        www,
        at("lb", "a", { line: "telecom" }),
        at("lb", "b", { status: unknownValue }),
        at("a", "s"),
        at("b", "s"),
        record("s", ref("server")),
      ],
      ["server computed", "server some:line"],
    ],
    [
      "lead out of a circle wherever they enter it",
      [www, at("lb", "www"), at("lb", "s"), record("s", ref("server"))],
      ["server"],
    ],
    ["lead nowhere from a circle that has no way out", [www, at("lb", "www")], []],
    [
      "are as sure from within a circle as without it",
      [www, at("lb", "www", { status: unknownValue }), at("lb", "s"), record("s", ref("server"))],
      ["server"],
    ],
  ])("%s", (_, specs, expected) => {
    expect(exposures(specs)).toEqual(expected);
  });

  it("are followed to the nearest hundred ends, and say that there are more", () => {
    const many = (count: number): string[] =>
      exposures([
        www,
        ...Array.from({ length: count }, (_, nr) => lb({ value: `47.98.${nr >> 8}.${nr & 255}` }, `lb${nr}`)),
      ]);
    expect(many(100).filter((one) => one === "- many-ends")).toEqual([]);
    expect(many(101)).toHaveLength(101);
    expect(many(101)).toContain("- many-ends");
  });

  it("weigh several resources that a value was computed from, unless they lead back to it", () => {
    const manager = (address: string): readonly ResourceSpec[] => [
      {
        type: "alicloud:dns/gtmInstance:GtmInstance",
        name: "gtm",
        inputs: { publicCnameMode: "CUSTOM", publicRr: "gtm", publicZoneName: "example.com" },
      },
      {
        type: "alicloud:dns/addressPool:AddressPool",
        name: "pool",
        inputs: { instanceId: ref("gtm"), type: "DOMAIN", addresses: [{ address, mode: "SMART" }] },
      },
      {
        type: "alicloud:dns/accessStrategy:AccessStrategy",
        name: "strategy",
        inputs: { instanceId: ref("gtm"), strategyMode: "GEO", defaultAddrPools: [{ addrPoolId: ref("pool") }] },
      },
    ];
    const either = { ...record("lb", ref("server", "gtm"), { type: "CNAME" }), name: "either" };
    expect(exposures([www, either, record("s", ref("server")), ...manager("s.example.com")])).toEqual(["server"]);
    expect(exposures([www, either, ...manager("www.example.com")])).toEqual(["- cycle"]);
  });
});

describe("an unknown value that is computed from a server and", () => {
  const SEVERAL = "- several-candidates";
  const other = (type: string): string[] =>
    exposures([{ type, name: "other" }, { ...record("www", ref("server", "other")) }]);
  it.each<[string, string]>([
    ["alicloud:ecs/securityGroup:SecurityGroup", "server"],
    ["alicloud:vpc/network:Network", "server"],
    ["random:index/randomId:RandomId", "server"],
    ["web:tf:random_id", "server"],
    ["tls:index/privateKey:PrivateKey", "server"],
    ["kubernetes:apps/v1:Deployment", "server"],
    ["aws:route53/zone:Zone", "server"],
    ["terraform:terraform/data:Data", SEVERAL],
    ["null:terraform/resource:Resource", SEVERAL],
    ["command:local:Command", SEVERAL],
    ["pulumi-nodejs:dynamic:Resource", SEVERAL],
    ["vultr:terraform/instance:Instance", SEVERAL],
    ["alicloud:vpn/gateway:Gateway", SEVERAL],
    ["alicloud:ros/stack:Stack", SEVERAL],
    ["alicloud:terraform/futureAddress:FutureAddress", SEVERAL],
    ["web:index:Site", SEVERAL],
  ])("%s leads to %s", (type, expected) => {
    expect(other(type)).toEqual([expected]);
  });

  it("the component in which the server stands leads to it", () => {
    const site = { type: "web:index:Site", name: "site" };
    const urn = "urn:pulumi:dev::web::web:index:Site$alicloud:ecs/instance:Instance::inner";
    const inner = { ...instance("inner"), rest: { urn } };
    const www = record("www", ref("site"));
    const dependencies = { value: [`urn:pulumi:dev::web::${site.type}::site`, urn] };
    expect(exposures([site, inner, { ...www, rest: { propertyDependencies: dependencies } }])).toEqual(["inner"]);
  });
});

describe("a known address that no resource shows", () => {
  const shown = (
    outputs: Record<string, string>,
    dependencies: readonly string[],
    rest: ResourceSpec["rest"] = { hidden: "unread" },
  ): readonly ResourceSpec[] => [
    { ...instance("imported"), outputs, rest: { change: "read", id: "i-1", ...rest } },
    {
      ...record("www", "47.98.10.11"),
      rest: {
        propertyDependencies: {
          value: dependencies.map((name) => `urn:pulumi:dev::web::alicloud:ecs/instance:Instance::${name}`),
        },
      },
    },
  ];
  it.each<[string, readonly ResourceSpec[], readonly string[]]>([
    ["is that of the one resource it was computed from", shown({}, ["imported"]), ["imported"]],
    [
      "is not that of a resource with another address",
      shown({ publicIp: "47.98.10.12" }, ["imported"]),
      ["- unmatched-address"],
    ],
    ["is not that of one of which none is told", shown({ publicIp: "" }, ["imported"], {}), ["- unmatched-address"]],
    [
      "is not that of one which is not there yet",
      shown({}, ["imported"], { change: "create", id: undefined }),
      ["- unmatched-address"],
    ],
    ["is not that of one of several", shown({}, ["imported", "server"]), ["- unmatched-address"]],
    ["is nobody's when it was computed from nothing", shown({}, []), ["- unmatched-address"]],
  ])("%s", (_, specs, expected) => {
    expect(exposures(specs)).toEqual(expected);
  });
});

it("names that prove something are no hosts", () => {
  const plan = planOf([
    ...server,
    record("_acme-challenge", ref("server")),
    { ...record("s1._domainkey", ref("server")), name: "dkim" },
    record("a_b", ref("server")),
  ]);
  expect(new Exposures(plan, products).all.map(({ host }) => host)).toEqual(["a_b.example.com"]);
});
