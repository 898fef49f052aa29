import { describe, expect, test } from "vitest";
import { edas } from "../../../src/products/alicloud/compute/edas";
import { planOf, ref, unknownValue, type Properties } from "../../support/plan";
import { contributed } from "./contributed";

const ATTACHMENT = "alicloud:edas/slbAttachment:SlbAttachment";
const KUBERNETES = "alicloud:edas/k8sSlbAttachment:K8sSlbAttachment";
const APPLICATION = "alicloud:edas/k8sApplication:K8sApplication";
const CLB = "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer";

const HANGZHOU = "mainland cn-hangzhou by config";
const entry = (reach: string, addresses: unknown[] = [], location = HANGZHOU) => ({
  is: "entry",
  resource: "main",
  kind: "edas",
  tier: "access",
  location,
  reach,
  addresses,
});
const listener = (opening: string, on: unknown = "main") => ({ is: "listener", by: "main", on, opening });
const link = (to: unknown) => ({ is: "link", by: "main", from: "main", to });
const read = (type: string, inputs: Properties, region = "cn-hangzhou") =>
  contributed(
    edas,
    planOf(
      [
        { type, inputs },
        { type: CLB, name: "clb" },
      ],
      { region },
    ),
  );

describe("a load balancer of an application", () => {
  const shop = { slbId: ref("clb"), slbIp: "47.96.0.1", listenerPort: 80 };

  test.each<[string, Properties[string], string]>([
    ["internet", "internet", "public"],
    ["intranet", "intranet", "private"],
    ["another word", "vpc", "(malformed)"],
    ["not yet known", unknownValue, "(computed)"],
    ["left out", null, "(malformed)"],
  ])("of type %s", (_, type, reach) => {
    expect(read(ATTACHMENT, { ...shop, type })).toEqual([
      entry(reach, ["47.96.0.1"]),
      listener("web"),
      listener("web", "clb"),
      link("clb"),
    ]);
  });

  test("is where its provider is", () => {
    expect(read(ATTACHMENT, { ...shop, type: "internet" }, "us-west-1")[0]).toEqual(
      entry("public", ["47.96.0.1"], "outside us-west-1 by config"),
    );
  });

  test("of which nothing is known stays unknown", () => {
    const inputs = { type: unknownValue, slbId: unknownValue, slbIp: unknownValue, listenerPort: unknownValue };
    expect(read(ATTACHMENT, inputs)).toEqual([
      entry("(computed)", ["(computed)"]),
      listener("(computed)"),
      listener("(computed)", "(computed)"),
      link("(computed)"),
    ]);
  });
});

describe("the load balancers of an application in Kubernetes", () => {
  const config = (type: Properties[string], slbId: Properties[string] = null, loadbalancerProtocol = "HTTP") => ({
    type,
    slbId,
    portMappings: [{ loadbalancerProtocol, servicePort: { port: 8080, protocol: "TCP", targetPort: 80 } }],
  });

  test.each<[string, Properties[string], string]>([
    ["one is public", [config("intranet"), config("internet")], "public"],
    ["none is public", [config("intranet")], "private"],
    ["one is unknown", [config("intranet"), config(unknownValue)], "(computed)"],
    ["there are none", [], "private"],
  ])("are public when one is: %s", (_, slbConfigs, reach) => {
    expect(read(KUBERNETES, { slbConfigs })[0]).toEqual(entry(reach));
  });

  test("are bought by EDAS or brought by the user", () => {
    expect(read(KUBERNETES, { slbConfigs: [config("internet")] })).toEqual([entry("public"), listener("web")]);
    expect(read(KUBERNETES, { slbConfigs: [config("internet", ref("clb"), "TCP")] })).toEqual([
      entry("public"),
      listener("web"),
      listener("web", "clb"),
      link("clb"),
    ]);
  });

  test("of which nothing is known stay unknown", () => {
    expect(read(KUBERNETES, { slbConfigs: unknownValue })).toEqual([
      entry("(computed)"),
      listener("(computed)"),
      listener("(computed)", "(computed)"),
      link("(computed)"),
    ]);
  });

  test("computed as a list lead on to what it depends on", () => {
    expect(read(KUBERNETES, { slbConfigs: ref("clb") }).slice(2)).toEqual([listener("(computed)", "clb"), link("clb")]);
  });
});

describe("an application in Kubernetes", () => {
  test("once had a public load balancer itself", () => {
    expect(read(APPLICATION, { applicationName: "shop" })).toEqual([]);
    expect(read(APPLICATION, { internetSlbPort: 80, internetSlbProtocol: "HTTP" })).toEqual([
      entry("public"),
      listener("web"),
    ]);
    expect(read(APPLICATION, { internetSlbId: ref("clb"), internetSlbPort: 22, internetSlbProtocol: "TCP" })).toEqual([
      entry("public"),
      listener("none"),
      listener("none", "clb"),
      link("clb"),
    ]);
  });
});

const described = [ATTACHMENT, KUBERNETES, APPLICATION];
test.each(Object.keys(edas).filter((type) => !described.includes(type)))("%s contributes nothing", (type) => {
  expect(contributed(edas, planOf([{ type, inputs: { clusterId: "c-1" } }]))).toEqual([]);
});
