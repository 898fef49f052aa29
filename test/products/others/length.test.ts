import { expect, test } from "vitest";
import { judge } from "../../../src/judge";
import { planOf, ref, urnOf, type ResourceSpec } from "../../support/plan";
import { TODAY, unfiled } from "../../support/rule-tester";
import { resource } from "../../support/stacks";
import { cfZone, cloudflare, server } from "./stacks";

const COUNT = 3000;
const each = (make: (at: number) => ResourceSpec): readonly ResourceSpec[] =>
  Array.from({ length: COUNT }, (_, at) => make(at));
/** Of how many hosts something is found. */
const hostsFound = (specs: readonly ResourceSpec[]): number =>
  judge(planOf(specs), { register: unfiled(), today: TODAY }).findings.flatMap(({ hosts }) => hosts).length;

test("a chain of proxied names is followed to its end, whatever its length", () => {
  const chain = each((at) => {
    const content = at + 1 === COUNT ? ref("ip") : `h${at + 1}.example.com`;
    return cloudflare({ name: `h${at}.example.com`, content, proxied: true }, `h${at}`);
  });
  expect(hostsFound([...server, cfZone, ...chain])).toBe(COUNT);
});

test("a circle of proxied names leads nowhere", () => {
  const circle = each((at) =>
    cloudflare({ name: `h${at}.example.com`, content: `h${(at + 1) % COUNT}.example.com`, proxied: true }, `h${at}`),
  );
  expect(hostsFound([cfZone, ...circle])).toBe(0);
});

test("many objects of one cluster cost no more than their number", () => {
  const provider = { rest: { provider: urnOf("pulumi:providers:kubernetes", "k8s") } };
  const object = (type: string, name: string, spec: ResourceSpec["inputs"] & object): ResourceSpec =>
    resource(type, name, { metadata: { name }, spec }, provider);
  const plan = [
    resource("alicloud:cs/managedKubernetes:ManagedKubernetes", "ack"),
    resource("pulumi:providers:kubernetes", "k8s", { kubeconfig: ref("ack") }),
    ...each((at) =>
      object("kubernetes:networking.k8s.io/v1:Ingress", `i${at}`, {
        ingressClassName: at % 2 === 0 ? "nginx" : "traefik",
        rules: [{ host: `h${at}.example.com` }],
      }),
    ),
    ...each((at) => object("kubernetes:core/v1:Service", `s${at}`, { type: "LoadBalancer", ports: [{ port: 80 }] })),
  ];
  expect(hostsFound(plan)).toBe(COUNT);
});
