import { expect, test } from "vitest";
import { judge } from "../../../src/judge";
import { AnalyzerReader, type AnalyzedResource } from "../../../src/plan/read/analyzer";
import { UNKNOWN_STRING } from "../../../src/plan/raw";
import { isRead } from "../../../src/products";
import { urnOf } from "../../support/plan";
import { lines, TODAY, unfiled } from "../../support/rule-tester";

const CLUSTER = "alicloud:cs/managedKubernetes:ManagedKubernetes";
const SERVICE = "kubernetes:core/v1:Service";
const KUBERNETES = "pulumi:providers:kubernetes";

const analyzed = (
  type: string,
  name: string,
  props: object,
  rest: Partial<AnalyzedResource> = {},
): AnalyzedResource => ({
  urn: urnOf(type, name),
  type,
  name,
  props,
  ...rest,
});

test("a pack remembers what it was asked of an object, although an unknown kubeconfig leaves nothing of it in the end", () => {
  const provider = {
    urn: urnOf(KUBERNETES, "k8s"),
    type: KUBERNETES,
    name: "k8s",
    props: { kubeconfig: UNKNOWN_STRING },
  };
  const inputs = {
    metadata: { annotations: { "external-dns.alpha.kubernetes.io/hostname": "www.example.com" } },
    spec: { type: "LoadBalancer", ports: [{ port: 443 }] },
  };
  const reader = new AnalyzerReader({ project: "web", stack: "dev", region: "cn-hangzhou" }, {}, new Set(), isRead);
  reader.remember(analyzed(SERVICE, "front", inputs, { provider }));
  const plan = reader.whole([
    analyzed(CLUSTER, "ack", { name: "ack" }),
    analyzed(KUBERNETES, "k8s", provider.props, {
      dependencies: [{ urn: urnOf(CLUSTER, "ack") }],
      propertyDependencies: { kubeconfig: [{ urn: urnOf(CLUSTER, "ack") }] },
    }),
    analyzed(SERVICE, "front", {}, { provider }),
  ]);
  expect(lines(judge(plan, { register: unfiled(), today: TODAY }))).toEqual([
    "icp-gateway-domain violation www.example.com",
    "icp-server-missing violation example.com",
  ]);
});

test("what a provider's configuration holds beside its place is kept nowhere", () => {
  const reader = new AnalyzerReader({ project: "web", stack: "dev", region: undefined }, {}, new Set(), isRead);
  const props = { environment: "china", region: "cn-north-1", secretKey: "hush" };
  const [provider] = reader.whole([analyzed("pulumi:providers:aws", "there", props)]).resources;
  expect(provider?.string("environment")).toMatchObject({ value: "china" });
  expect(provider?.string("region")).toMatchObject({ value: "cn-north-1" });
  expect(provider?.says("secretKey")).toBe(false);
});
