import { describe, expect, test } from "vitest";
import { sae } from "../../../src/products/alicloud/compute/sae";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const INGRESS = "alicloud:sae/ingress:Ingress";
const INTERNET = "alicloud:sae/loadBalancerInternet:LoadBalancerInternet";
const INTRANET = "alicloud:sae/loadBalancerIntranet:LoadBalancerIntranet";
const CLB = "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer";
const ALB = "alicloud:alb/loadBalancer:LoadBalancer";

const HANGZHOU = "mainland cn-hangzhou by config";
const balancers: ResourceSpec[] = [
  { type: CLB, name: "clb" },
  { type: ALB, name: "alb" },
];
const read = (type: string, inputs: Properties, region = "cn-hangzhou") =>
  contributed(sae, planOf([{ type, inputs }, ...balancers], { region }));

describe("an ingress", () => {
  const listener = (on: unknown) => ({ is: "listener", by: "main", on, opening: "web" });
  const binding = (to: unknown, reach: string, host = "shop.example.com", at = 0, location = HANGZHOU) => ({
    is: "binding",
    by: "main",
    host,
    property: `rules[${String(at)}].domain`,
    to,
    standIn: { kind: "sae", tier: "access", location, reach },
  });
  const rules = [{ domain: "shop.example.com", path: "/" }];

  test("binds hosts on a CLB or an ALB", () => {
    expect(read(INGRESS, { slbId: ref("clb"), rules })).toEqual([listener("clb"), binding("clb", "(not-in-plan)")]);
    expect(read(INGRESS, { slbId: ref("alb"), rules })).toEqual([listener("alb"), binding("alb", "(not-in-plan)")]);
  });

  test("on a load balancer outside the plan stays in doubt", () => {
    expect(read(INGRESS, { slbId: "lb-1", rules })).toEqual([
      listener({ elsewhere: "lb-1" }),
      binding({ elsewhere: "lb-1" }, "(not-in-plan)"),
    ]);
    expect(read(INGRESS, { slbId: "lb-1", rules }, "ap-southeast-1")[1]).toEqual(
      binding({ elsewhere: "lb-1" }, "(not-in-plan)", "shop.example.com", 0, "outside ap-southeast-1 by config"),
    );
  });

  test("binds each host, and none for a rule without", () => {
    const several = [...rules, { domain: "", path: "/" }, { domain: unknownValue, path: "/" }];
    expect(read(INGRESS, { slbId: ref("clb"), rules: several })).toEqual([
      listener("clb"),
      binding("clb", "(not-in-plan)"),
      binding("clb", "(not-in-plan)", "(computed)", 2),
    ]);
  });

  test("of which nothing is known stays unknown", () => {
    expect(read(INGRESS, { slbId: unknownValue, rules: unknownValue })).toEqual([
      listener("(computed)"),
      { ...binding("(computed)", "(computed)", "(computed)"), property: "rules.domain" },
    ]);
  });

  test("whose rules are computed keeps what they depend on", () => {
    expect(read(INGRESS, { slbId: ref("clb", "alb"), rules: ref("alb") })).toEqual([
      listener("(computed)"),
      { ...binding("(computed)", "(computed)", "(computed)"), property: "rules.domain" },
    ]);
  });
});

describe.each([
  { type: INTERNET, reach: "public", balancer: "internetSlbId", listeners: "internets" },
  { type: INTRANET, reach: "private", balancer: "intranetSlbId", listeners: "intranets" },
])("$type", ({ type, reach, balancer, listeners }) => {
  const entry = (location = HANGZHOU) => ({
    is: "entry",
    resource: "main",
    kind: "sae",
    tier: "access",
    location,
    reach,
    addresses: ["(computed)"],
  });
  const listener = (opening: string, on: unknown = "main") => ({ is: "listener", by: "main", on, opening });

  test.each<[string, Properties, string]>([
    ["HTTP", { protocol: "HTTP", port: 8000 }, "web"],
    ["HTTPS", { protocol: "HTTPS", port: 443 }, "web"],
    ["TCP 80", { protocol: "TCP", port: 80 }, "web"],
    ["TCP 22", { protocol: "TCP", port: 22 }, "none"],
    ["TCP 12345", { protocol: "TCP", port: 12345 }, "possible"],
    ["an unknown protocol", { protocol: unknownValue, port: 80 }, "(computed)"],
    ["an unknown port", { protocol: "TCP", port: unknownValue }, "(computed)"],
    ["no protocol", { port: 80 }, "(malformed)"],
    ["no port", { protocol: "TCP" }, "(malformed)"],
  ])("bought for %s", (_, listening, opening) => {
    expect(read(type, { [listeners]: [listening] })).toEqual([entry(), listener(opening)]);
  });

  test("is where its provider is", () => {
    expect(read(type, {}, "ap-southeast-1")).toEqual([entry("outside ap-southeast-1 by config")]);
  });

  test("leads on to the load balancer that the user brings", () => {
    const inputs = { [listeners]: [{ protocol: "HTTP", port: 80 }] };
    const brought = (on: unknown) => [
      entry(),
      listener("web"),
      listener("web", on),
      { is: "link", by: "main", from: "main", to: on },
    ];
    expect(read(type, { ...inputs, [balancer]: ref("clb") })).toEqual(brought("clb"));
    expect(read(type, { ...inputs, [balancer]: "lb-1" })).toEqual(brought({ elsewhere: "lb-1" }));
  });

  test("of which nothing is known stays unknown", () => {
    expect(read(type, { [balancer]: unknownValue, [listeners]: unknownValue })).toEqual([
      entry(),
      listener("(computed)"),
      listener("(computed)", "(computed)"),
      { is: "link", by: "main", from: "main", to: "(computed)" },
    ]);
  });
});

test.each(Object.keys(sae).filter((type) => ![INGRESS, INTERNET, INTRANET].includes(type)))(
  "%s contributes nothing",
  (type) => {
    expect(contributed(sae, planOf([{ type, inputs: { appName: "shop" } }]))).toEqual([]);
  },
);
