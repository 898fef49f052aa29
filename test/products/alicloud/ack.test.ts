import { describe, expect, test } from "vitest";
import { ack } from "../../../src/products/alicloud/compute/ack";
import { planOf, ref, unknownValue, urnOf, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const ADD_ON = "alicloud:cs/kubernetesAddon:KubernetesAddon";
const CLUSTER = "alicloud:cs/managedKubernetes:ManagedKubernetes";
const CLUSTERS = Object.keys(ack).filter((type) => type.endsWith("Kubernetes"));
const PROVIDER = "pulumi:providers:alicloud";

const HANGZHOU = "mainland cn-hangzhou by config";
const entry = (reach: string, location = HANGZHOU) => [
  { is: "entry", resource: "main", kind: "kubernetes", tier: "access", location, reach, addresses: [] },
  { is: "listener", by: "main", on: "main", opening: "web" },
];
const nginx = (config: Properties[string] = null): Properties => ({ name: "nginx-ingress-controller", config });
const alb = (albIngress: object): Properties => ({
  name: "alb-ingress-controller",
  config: JSON.stringify({ albIngress }),
});
const type = (IngressSlbNetworkType: string) => JSON.stringify({ IngressSlbNetworkType });

const cases: [string, Properties, string | undefined][] = [
  ["nginx on the Internet", nginx(type("internet")), "public"],
  ["nginx inside", nginx(type("intranet")), "private"],
  ["nginx, unsaid where", nginx(), "(default-unsourced)"],
  ["nginx, unsaid where in its configuration", nginx("{}"), "(default-unsourced)"],
  ["nginx of another word", nginx(type("moon")), "(malformed)"],
  ["nginx configured by no JSON", nginx("{"), "(malformed)"],
  ["nginx, its configuration unknown", nginx(unknownValue), "(computed)"],
  ["nginx, its configuration a secret", nginx("[secret]"), "(secret)"],
  ["ALB on the Internet", alb({ CreateDefaultALBConfig: true, AddressType: "Internet" }), "public"],
  ["ALB inside", alb({ CreateDefaultALBConfig: "true", AddressType: "Intranet" }), "private"],
  ["ALB, unsaid where", alb({ CreateDefaultALBConfig: true }), "(default-unsourced)"],
  ["ALB that brings no load balancer", alb({ CreateDefaultALBConfig: false }), undefined],
  ["ALB that perhaps brings one", alb({ CreateDefaultALBConfig: "maybe" }), "(malformed)"],
  ["ALB without configuration", { name: "alb-ingress-controller" }, undefined],
  ["ALB, its configuration unknown", { name: "alb-ingress-controller", config: unknownValue }, "(computed)"],
  ["an unknown one", { name: unknownValue, config: unknownValue }, "(computed)"],
  ["another one", { name: "logtail-ds" }, undefined],
  ["one named like a property of all objects", { name: "constructor" }, undefined],
];

describe("an add-on", () => {
  test.each(cases)("%s", (_, inputs, reach) => {
    expect(contributed(ack, planOf([{ type: ADD_ON, inputs }]))).toEqual(reach === undefined ? [] : entry(reach));
  });

  test("is where its cluster is", () => {
    const there = { provider: urnOf(PROVIDER, "there") };
    const addOn: ResourceSpec = { type: ADD_ON, inputs: { ...nginx(type("internet")), clusterId: ref("cluster") } };
    const provider = { type: PROVIDER, name: "there", inputs: { region: "ap-southeast-1" } };
    const plan = planOf([addOn, { type: CLUSTER, name: "cluster", rest: there }, provider]);
    expect(contributed(ack, plan)).toEqual(entry("public", "outside ap-southeast-1 by provider"));
    const elsewhere = { ...addOn, inputs: { ...addOn.inputs, clusterId: unknownValue } };
    expect(contributed(ack, planOf([elsewhere], { region: "us-west-1" }))).toEqual(
      entry("public", "outside us-west-1 by config"),
    );
  });
});

describe.each(CLUSTERS)("%s", (cluster) => {
  const read = (inputs: Properties) => contributed(ack, planOf([{ type: cluster, inputs }]));

  test("says nothing about web sites by its API server", () => {
    expect(read({ slbInternetEnabled: true, endpointPublicAccessEnabled: true })).toEqual([]);
  });

  test.each(cases)("with the add-on %s", (_, addon, reach) => {
    expect(read({ addons: [addon] })).toEqual(reach === undefined || reach === "private" ? [] : entry(reach));
  });

  test("is public when one of its add-ons is", () => {
    const [inside, outside] = [nginx(type("intranet")), nginx(type("internet"))];
    expect(read({ addons: [{ name: "logtail-ds" }, inside, nginx(), outside] })).toEqual(entry("public"));
    expect(read({ addons: [inside, nginx()] })).toEqual(entry("(default-unsourced)"));
  });

  test("may turn an add-on off", () => {
    const off = (disabled: Properties[string]) => ({ ...nginx(type("internet")), disabled });
    expect(read({ addons: [off(true)] })).toEqual([]);
    expect(read({ addons: [off(false)] })).toEqual(entry("public"));
    expect(read({ addons: [off(unknownValue)] })).toEqual(entry("(computed)"));
  });

  test("whose add-ons are not known stays in doubt", () => {
    expect(read({ addons: unknownValue })).toEqual(entry("(computed)"));
  });
});

test.each(Object.keys(ack).filter((type) => type !== ADD_ON && !CLUSTERS.includes(type)))(
  "%s contributes nothing",
  (type) => {
    expect(contributed(ack, planOf([{ type, inputs: { internetMaxBandwidthOut: 5 } }]))).toEqual([]);
  },
);
