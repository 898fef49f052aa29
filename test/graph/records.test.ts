import { describe, expect, it } from "vitest";
import { products } from "../../src/products";
import { alicloud } from "../../src/products/alicloud";
import { Exposures } from "../../src/graph/exposures";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../support/plan";
import { cdn, clb, cname, instance, provider, record, resource, web } from "../support/stacks";

/** Each exposure in a line: host, entry, location, line, or the doubt. */
const lines = (specs: readonly ResourceSpec[], part = {}): string[] =>
  new Exposures(planOf(specs, part), alicloud).all
    .map(({ host, entry, location, some, doubts }) =>
      [
        host ?? "?",
        entry?.resource.name ?? "-",
        location.in,
        ...(some ? [some.params["line"] ?? some.why] : []),
        ...doubts.map(({ why }) => why),
      ].join(" "),
    )
    .sort();

const abroad = provider("abroad", "ap-southeast-1");
const clbAbroad: ResourceSpec = {
  ...clb("far"),
  rest: { provider: "urn:pulumi:dev::web::pulumi:providers:alicloud::abroad" },
};
const near = clb("near");
const named = (spec: ResourceSpec, name: string): ResourceSpec => ({ ...spec, name });

describe("several records of one host", () => {
  it.each<[string, ResourceSpec[], string[]]>([
    [
      "are all followed, as weighted ones are",
      [record("www", ref("near")), named(record("www", ref("far")), "second")],
      ["www.example.com far outside", "www.example.com near mainland"],
    ],
    [
      "on several lines are followed, each with its line",
      [
        record("www", ref("near"), { line: "telecom" }),
        named(record("www", ref("far"), { line: "oversea" }), "second"),
      ],
      ["www.example.com far outside oversea", "www.example.com near mainland telecom"],
    ],
    [
      "lead a name that leads to the host to all of them",
      [record("www", ref("near")), named(record("www", ref("far")), "second"), cname("shop", "www.example.com")],
      [
        "shop.example.com far outside",
        "shop.example.com near mainland",
        "www.example.com far outside",
        "www.example.com near mainland",
      ],
    ],
    [
      "of which one is disabled lead where the others do",
      [
        record("www", ref("near"), { status: "DISABLE" }),
        named(record("www", ref("far")), "second"),
        cname("shop", "www.example.com"),
      ],
      ["shop.example.com far outside", "www.example.com far outside"],
    ],
    [
      "of which one is of a type that leads to no address lead where the others do",
      [
        record("www", ref("near")),
        named(record("www", "1 .", { type: "HTTPS" }), "second"),
        cname("shop", "www.example.com"),
      ],
      ["shop.example.com near mainland", "www.example.com near mainland"],
    ],
    [
      "of which one forwards to a URL lead to the forwarding as well",
      [
        record("www", ref("far")),
        named(record("www", "https://example.org", { type: "REDIRECT_URL" }), "forward"),
        cname("shop", "www.example.com"),
      ],
      [
        "shop.example.com far outside",
        "shop.example.com forward mainland",
        "www.example.com far outside",
        "www.example.com forward mainland",
      ],
    ],
  ])("%s", (_, specs, expected) => {
    expect(lines([abroad, near, clbAbroad, ...specs])).toEqual(expected);
  });

  it("that are all disabled lead nowhere", () => {
    const off = { status: "DISABLE" };
    expect(lines([near, record("www", ref("near"), off), cname("shop", "www.example.com", off)])).toEqual([]);
    expect(lines([near, record("www", ref("near"), off), cname("shop", "www.example.com")])).toEqual([]);
  });
});

describe("Global Traffic Manager", () => {
  const gtm = (inputs: Properties = {}): ResourceSpec =>
    resource("alicloud:dns/gtmInstance:GtmInstance", "gtm", {
      publicCnameMode: "SYSTEM_ASSIGN",
      publicUserDomainName: "www.example.com",
      ...inputs,
    });
  const pool = (name: string, ...targets: string[]): ResourceSpec =>
    resource("alicloud:dns/addressPool:AddressPool", name, {
      instanceId: ref("gtm"),
      type: "IPV4",
      addresses: targets.map((target) => ({ address: ref(target), mode: "SMART" })),
    });
  const strategy = (inputs: Properties = {}): ResourceSpec =>
    resource("alicloud:dns/accessStrategy:AccessStrategy", "strategy", {
      instanceId: ref("gtm"),
      defaultAddrPools: [{ addrPoolId: ref("pool") }],
      ...inputs,
    });
  const balancers = [abroad, near, clbAbroad];
  const custom = { publicCnameMode: "CUSTOM", publicRr: "gtm", publicZoneName: "example.com" };
  const known = { publicRr: "gtm-cn-x", publicZoneName: "gtm-a2b4.com" };

  it.each<[string, ResourceSpec[], string[]]>([
    [
      "answers for the business name where no record tells",
      [gtm(), pool("pool", "near", "far"), strategy()],
      ["www.example.com far outside", "www.example.com near mainland"],
    ],
    [
      "answers through the record that refers to it, and once",
      [gtm(), pool("pool", "near"), strategy(), cname("www", ref("gtm"))],
      ["www.example.com near mainland"],
    ],
    [
      "answers through the record that names what it assigned",
      [gtm(known), pool("pool", "near"), strategy(), cname("www", "gtm-cn-x.gtm-a2b4.com")],
      ["www.example.com near mainland"],
    ],
    [
      "answers for an access name of the user's own as well",
      [gtm(custom), pool("pool", "near"), strategy(), cname("www", "gtm.example.com")],
      ["gtm.example.com near mainland", "www.example.com near mainland"],
    ],
    [
      "does not answer a record that is disabled",
      [gtm(), pool("pool", "near"), strategy(), cname("www", ref("gtm"), { status: "DISABLE" })],
      [],
    ],
    [
      "answers with the pool for failures too",
      [
        gtm(),
        pool("pool", "far"),
        pool("spare", "near"),
        strategy({ failoverAddrPools: [{ addrPoolId: ref("spare") }] }),
        cname("www", ref("gtm")),
      ],
      ["www.example.com far outside", "www.example.com near mainland"],
    ],
    [
      "is in doubt where no strategy takes the pool",
      [gtm(), pool("pool", "near"), cname("www", ref("gtm"))],
      ["www.example.com near mainland unbound"],
    ],
    [
      "leaves a record in doubt while the plan has no pool",
      [gtm(), cname("www", ref("gtm"))],
      ["www.example.com - undetermined computed"],
    ],
    [
      "leads on to what a pool leads to by name",
      [
        gtm(),
        cdn("cdn", { domainName: "cdn.example.com", scope: "overseas" }),
        pool("pool", "cdn"),
        strategy(),
        cname("www", ref("gtm")),
      ],
      ["cdn.example.com cdn outside", "www.example.com cdn outside"],
    ],
    [
      "is followed once where it leads back to itself",
      [gtm(), pool("pool", "gtm"), strategy(), cname("www", ref("gtm"))],
      [],
    ],
    [
      "with everything unknown is in doubt",
      [
        gtm({ publicUserDomainName: unknownValue, publicCnameMode: unknownValue }),
        resource("alicloud:dns/addressPool:AddressPool", "pool", {
          instanceId: unknownValue,
          addresses: unknownValue,
        }),
        strategy({ instanceId: unknownValue, defaultAddrPools: unknownValue }),
        cname("www", unknownValue),
      ],
      ["? - undetermined computed computed computed", "www.example.com - undetermined computed"],
    ],
    [
      "wrapped, is found by what remains",
      [
        gtm(),
        resource("alicloud:dns/addressPool:AddressPool", "pool", { instanceId: ref("gtm"), addresses: ref("near") }),
        strategy({ defaultAddrPools: ref("pool") }),
        cname("www", ref("gtm")),
      ],
      ["www.example.com near mainland computed"],
    ],
    [
      "of the present generation leaves the names that lead to it in doubt",
      [
        resource("alicloud:alidnscloudgtm/instanceConfig:InstanceConfig", "config", {
          scheduleZoneMode: "custom",
          scheduleHostName: "gtm",
          scheduleZoneName: "example.com",
          enableStatus: "enable",
        }),
        cname("www", "gtm.example.com"),
      ],
      ["gtm.example.com config undetermined", "www.example.com config undetermined"],
    ],
  ])("%s", (_, specs, expected) => {
    expect(lines([...balancers, ...specs])).toEqual(expected);
  });
});

describe("a list of unknown values", () => {
  const sources = (...contents: Properties[string][]): ResourceSpec =>
    cdn("cdn", { scope: "overseas", sources: contents.map((content) => ({ type: "ipaddr", content })) });
  const origins = (specs: readonly ResourceSpec[]): string[] =>
    new Exposures(planOf(specs), products).origins.map(({ target }) =>
      target.is === "entry" ? target.entry.name : target.is === "unknown" ? target.why.why : target.is,
    );

  it("with as many elements as resources it was computed from means each of them", () => {
    expect(origins([...web, instance("a"), instance("b"), sources(ref("a"), ref("b"))])).toEqual(["a", "b"]);
    expect(origins([...web, instance("a"), instance("b"), sources(ref("a"), "47.96.0.9", ref("b"))])).toEqual([
      "a",
      "unmatched",
      "b",
    ]);
  });

  it("means each of them however long it is, and without properties", () => {
    const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"];
    const servers = [...web, ...names.map((name) => instance(name))];
    expect(origins([...servers, sources(...names.map((name) => ref(name)))])).toEqual(names);
    const former = resource("alicloud:cdn/domain:Domain", "cdn", {
      domainName: "www.example.com",
      sources: [ref("a"), ref("b")],
    });
    expect(origins([...web, instance("a"), instance("b"), former])).toEqual(["a", "b"]);
  });

  it("in the elements of another list leaves them in doubt", () => {
    const pool = (name: string) => ({ backends: [{ address: ref(name) }] });
    const door = resource("azure-native:frontdoor:FrontDoor", "door", {
      frontendEndpoints: [{ hostName: "www.example.com" }],
      backendPools: [pool("a"), pool("b")],
    });
    expect(origins([...web, instance("a"), instance("b"), door])).toEqual(["a / b", "a / b"]);
  });

  it("with fewer elements leaves them in doubt, unless all agree", () => {
    const wrapped = sources(ref("a", "b"));
    expect(origins([...web, clb("a"), instance("b"), wrapped])).toEqual(["a / b"]);
    expect(origins([abroad, clb("a"), { ...clbAbroad, name: "b" }, wrapped])).toEqual(["several-candidates"]);
  });
});
