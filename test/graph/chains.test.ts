/** What lies behind several names: the doubts and the line of every record on the way are those of its end. */
import { describe, expect, it } from "vitest";
import { Chains, type Guide } from "../../src/graph/chains";
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
      [www, lb({ line: "default" }), lb({ line: "oversea", status: unknownValue }, "second")],
      ["server", "server computed some:line"],
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

  it("is in doubt where it takes more steps than anybody would follow", () => {
    const { records } = new Exposures(plan, products).graph;
    const [first] = records;
    if (!first) throw new Error("the plan has records");
    const guide: Guide = {
      recordsAt: (name) => records.filter(({ by }) => by.name === `${name}-record`),
      nameIn: ({ by }) => names[names.findIndex((name) => by.name === `${name}-record`) + 1],
      valueOf: () => [],
      outside: () => [],
    };
    const ends = (most: number) =>
      new Chains(guide, most).follow("www", first.by).map((target) => (target.is === "unknown" ? target.why.why : "-"));
    expect(ends(19)).toEqual(["cycle"]);
    expect(ends(20)).toEqual([]);
  });
});

describe("a known address that no resource shows", () => {
  const shown = (outputs: Record<string, string>, dependencies: readonly string[]): readonly ResourceSpec[] => [
    { ...instance("imported"), outputs, rest: { change: "read", id: "i-1", hidden: "unread" } },
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
