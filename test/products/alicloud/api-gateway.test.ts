import { describe, expect, test } from "vitest";
import { apiGateway } from "../../../src/products/alicloud/api-gateway/api-gateway";
import { planOf, ref, unknownValue, urnOf, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const GATEWAY = "alicloud:apig/gateway:Gateway";
const DOMAIN = "alicloud:apig/domain:Domain";
const ENVIRONMENT = "alicloud:apig/environment:Environment";
const ROUTE = "alicloud:apig/route:Route";
const HTTP_API = "alicloud:apig/httpApi:HttpApi";
const SERVICE = "alicloud:apig/service:Service";
const GROUP = "alicloud:apigateway/group:Group";
const API = "alicloud:apigateway/api:Api";
const VPC_ACCESS = "alicloud:apigateway/vpcAccess:VpcAccess";
const PROVIDER = "pulumi:providers:alicloud";

const HANGZHOU = "mainland cn-hangzhou by config";
const spec = (location: string, reach: string) => ({ kind: "api-gateway", tier: "access", location, reach });
const read = (specs: readonly ResourceSpec[], region = "cn-hangzhou") =>
  contributed(apiGateway, planOf(specs, { region }));

describe("a gateway", () => {
  const entry = (reach: string, location = HANGZHOU, addresses: unknown[] = []): unknown[] => [
    { is: "entry", resource: "main", ...spec(location, reach), addresses },
  ];

  test.each<[string, Properties[string], string]>([
    ["Internet", { type: "Internet" }, "public"],
    ["Intranet", { type: "Intranet" }, "private"],
    ["both", { type: "InternetAndIntranet" }, "public"],
    ["in another case", { type: "internet" }, "public"],
    ["another word", { type: "Satellite" }, "(malformed)"],
    ["left out", null, "(default-unsourced)"],
    ["not yet known", { type: unknownValue }, "(computed)"],
    ["wholly unknown", unknownValue, "(computed)"],
  ])("whose network access is %s", (_, networkAccessConfig, reach) => {
    expect(read([{ type: GATEWAY, inputs: { networkAccessConfig } }])).toEqual(entry(reach));
  });

  test("is where its provider is", () => {
    const gateway = { type: GATEWAY, inputs: { networkAccessConfig: { type: "Internet" } } };
    expect(read([gateway], "eu-central-1")).toEqual(entry("public", "outside eu-central-1 by config"));
  });

  test("that exists shows its load balancers", () => {
    const internet = {
      address: "nlb-x.cn-hangzhou.nlb.aliyuncsslb.com",
      addressType: "Internet",
      ipv4Addresses: ["47.96.0.1"],
    };
    const intranet = { address: "10.0.0.1", addressType: "Intranet" };
    const gateway = (...loadBalancers: object[]) =>
      read([{ type: GATEWAY, outputs: { loadBalancers: loadBalancers as never } }]);
    expect(gateway(internet, intranet)).toEqual(
      entry("public", HANGZHOU, ["nlb-x.cn-hangzhou.nlb.aliyuncsslb.com", "47.96.0.1", "10.0.0.1"]),
    );
    expect(gateway(intranet)).toEqual(entry("private", HANGZHOU, ["10.0.0.1"]));
    expect(gateway({ address: "10.0.0.1" })).toEqual(entry("(default-unsourced)", HANGZHOU, ["10.0.0.1"]));
  });
});

describe("a domain", () => {
  const binding = (to: unknown, reach: string, location = HANGZHOU, host = "api.example.com") => ({
    is: "binding",
    by: "main",
    host,
    property: "domainName",
    to,
    standIn: spec(location, reach),
  });
  const domain = (inputs: Properties = {}): ResourceSpec => ({
    type: DOMAIN,
    inputs: { domainName: "api.example.com", ...inputs },
  });
  const gateway = (name: string, type: Properties[string] = "Internet", rest = {}): ResourceSpec => ({
    type: GATEWAY,
    name,
    inputs: { networkAccessConfig: { type } },
    rest,
  });
  const environment: ResourceSpec = { type: ENVIRONMENT, name: "prod", inputs: { gatewayId: ref("one") } };
  const route = (
    environmentInfo: Properties[string],
    domainIds: Properties[string] = [ref("main")],
    name = "route",
  ) => ({
    type: ROUTE,
    name,
    inputs: { domainIds, environmentInfo },
  });
  const api = (deployConfigs: Properties[string]): ResourceSpec => ({
    type: HTTP_API,
    name: "api",
    inputs: { deployConfigs },
  });

  describe("bound by a route", () => {
    const serving = { gatewayInfos: [{ gatewayId: ref("one") }] };

    test("is served by its gateway, or the gateway of its environment", () => {
      const shown = [domain(), gateway("one"), gateway("two", "Intranet"), environment];
      const expected = [binding("one", "(not-in-plan)")];
      expect(read([...shown, route(serving)])).toEqual(expected);
      expect(read([...shown, route({ environmentId: ref("prod") })])).toEqual(expected);
      expect(read([...shown, route({ environmentId: "env-1", ...serving })])).toEqual(expected);
      expect(read([...shown, route(serving), route(serving, [ref("main")], "another")])).toEqual(expected);
    });

    test("of several gateways is served by each", () => {
      const two = { gatewayInfos: [{ gatewayId: ref("two") }] };
      const shown = [domain(), gateway("one"), gateway("two"), route(serving), route(two, [ref("main")], "another")];
      expect(read(shown)).toEqual([expect.objectContaining({ to: "two" }), expect.objectContaining({ to: "one" })]);
    });

    test("of a gateway outside the plan, or of an unknown one, stays in doubt", () => {
      const elsewhere = { gatewayInfos: [{ gatewayId: "gw-1" }] };
      expect(read([domain(), route(elsewhere)])).toEqual([binding({ elsewhere: "gw-1" }, "(not-in-plan)")]);
      expect(read([domain(), route({ environmentId: unknownValue })])).toEqual([binding("(computed)", "(computed)")]);
      expect(read([domain(), route(unknownValue)])).toEqual([binding("(computed)", "(computed)")]);
      expect(read([domain(), route(null)])).toEqual([binding("(absent)", "(not-in-plan)")]);
      const other = route(elsewhere, [ref("main")], "another");
      expect(read([domain(), gateway("one", "Intranet"), route(serving), other])).toEqual([
        binding("one", "(not-in-plan)"),
        binding({ elsewhere: "gw-1" }, "(not-in-plan)"),
      ]);
    });

    test("whose references are computed is found by what they depend on", () => {
      expect(read([domain(), gateway("one"), route(ref("one"), ref("main"))])).toEqual([
        binding("one", "(not-in-plan)"),
      ]);
    });
  });

  describe("bound by a deployment", () => {
    test("is served by the gateway it names", () => {
      const existing: ResourceSpec = { ...domain(), rest: { id: "d-1" } };
      const shown = [existing, gateway("one", "Internet", { id: "gw-1" })];
      const expected = [binding("one", "(not-in-plan)")];
      expect(read([...shown, api([JSON.stringify({ gatewayId: "gw-1", customDomainIds: ["d-1"] })])])).toEqual(
        expected,
      );
      expect(
        read([...shown, api([JSON.stringify({ gatewayId: "gw-1", customDomainInfos: [{ domainId: "d-1" }] })])]),
      ).toEqual(expected);
    });

    test("that is not known yet is served by the gateway the deployment depends on", () => {
      expect(read([domain(), gateway("one"), api([ref("main", "one")])])).toEqual([binding("one", "(not-in-plan)")]);
    });

    test("that is no JSON is bound by nothing", () => {
      expect(read([domain(), gateway("one"), api(["{"])])).toEqual([binding("(absent)", "public")]);
    });
  });

  describe("bound by nothing in the plan", () => {
    const there = { provider: urnOf(PROVIDER, "there") };

    test.each<[string, readonly ResourceSpec[], string]>([
      ["all are public", [gateway("one"), gateway("two")], "public"],
      ["one is private", [gateway("one"), gateway("two", "Intranet")], "(not-in-plan)"],
      ["one is unknown", [gateway("one", unknownValue)], "(not-in-plan)"],
      ["one has another provider", [gateway("one", "Internet", there)], "(not-in-plan)"],
      ["there is none", [], "(not-in-plan)"],
    ])("is public when all gateways are: %s", (_, gateways, reach) => {
      expect(read([domain(), ...gateways])).toEqual([binding("(absent)", reach)]);
    });

    test("is where its provider is", () => {
      expect(read([domain(), gateway("one")], "ap-southeast-1")).toEqual([
        binding("(absent)", "public", "outside ap-southeast-1 by config"),
      ]);
    });
  });

  test("of which nothing is known stays unknown", () => {
    expect(read([domain({ domainName: unknownValue }), route(unknownValue, unknownValue), api(unknownValue)])).toEqual([
      binding("(absent)", "(not-in-plan)", HANGZHOU, "(computed)"),
    ]);
    expect(read([{ type: DOMAIN }])).toEqual([binding("(absent)", "(not-in-plan)", HANGZHOU, "(malformed)")]);
  });
});

describe("a group of the classic gateway", () => {
  const entry = (location: string, address: string) => [
    { is: "entry", resource: "main", ...spec(location, "public"), addresses: [address] },
  ];

  test("is public at its name, where its provider is", () => {
    expect(read([{ type: GROUP }])).toEqual(entry(HANGZHOU, "(computed)"));
    expect(read([{ type: GROUP }], "ap-northeast-1")).toEqual(entry("outside ap-northeast-1 by config", "(computed)"));
    const subDomain = "0123456789abcdef0123456789abcdef-cn-hangzhou.alicloudapi.com";
    expect(read([{ type: GROUP, outputs: { subDomain } }])).toEqual(entry(HANGZHOU, subDomain));
  });

  test("leads through its APIs to the servers they may call", () => {
    const link = (from: unknown, to: unknown) => ({ is: "link", by: "main", from, to });
    const others = [
      { type: GROUP, name: "group" },
      { type: VPC_ACCESS, name: "access", inputs: { name: "shop" } },
    ];
    const api = (inputs: Properties) => read([{ type: API, inputs: { groupId: ref("group"), ...inputs } }, ...others]);
    expect(api({ httpVpcServiceConfig: { name: "shop" } })).toEqual([link("group", "access")]);
    expect(api({ httpVpcServiceConfig: { name: ref("access") } })).toEqual([link("group", "access")]);
    expect(api({ httpVpcServiceConfig: unknownValue })).toEqual([link("group", "(computed)")]);
    expect(api({})).toEqual([]);
    const server = { type: "alicloud:ecs/instance:Instance", name: "server" };
    expect(read([{ type: VPC_ACCESS, inputs: { instanceId: ref("server") } }, server])).toEqual([
      link("main", "server"),
    ]);
  });
});

test("a service leads from its gateway to the servers it names", () => {
  const server = { type: "alicloud:ecs/instance:Instance", name: "server" };
  const service = { type: SERVICE, inputs: { gatewayId: ref("one"), addresses: [ref("server")] } };
  expect(read([service, server, { type: GATEWAY, name: "one" }])).toEqual([
    { is: "link", by: "main", from: "one", to: "server" },
  ]);
});

const described = [GATEWAY, DOMAIN, SERVICE, GROUP, API, VPC_ACCESS];
test.each(Object.keys(apiGateway).filter((type) => !described.includes(type)))("%s contributes nothing", (type) => {
  expect(read([{ type, inputs: { gatewayId: "gw-1", domainIds: ["d-1"] } }])).toEqual([]);
});
