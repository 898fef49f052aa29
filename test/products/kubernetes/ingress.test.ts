/** What Ingresses contribute: their hosts, bound to what serves their class. */
import { describe, expect, test } from "vitest";
import { ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { resource } from "../../support/stacks";
import {
  albAddOn,
  albConfig,
  inCluster,
  ingress,
  INGRESS,
  kubeconfig,
  mainland,
  nginxAddOn,
  object,
  service,
} from "./cluster";
import { contributions } from "./contributions";

const web = (...specs: readonly ResourceSpec[]) => contributions(specs, "web");
const of = (ingressClassName: string): Properties => ({ ingressClassName });
const nginx = '{"IngressSlbNetworkType":"internet"}';
const chart = resource("kubernetes:helm.sh/v3:Release", "nginx", { chart: "ingress-nginx" }, inCluster);
const mse = object("kubernetes:mse.alibabacloud.com/v1alpha1:MseIngressConfig", "mse", {});
const addressed = { annotations: { "alb.ingress.kubernetes.io/address-type": "intranet" } };

describe("an Ingress", () => {
  test.each<[string, readonly ResourceSpec[], readonly string[]]>([
    [
      "of nginx, by the add-on",
      [...nginxAddOn(nginx), ingress(of("nginx"))],
      [
        "binds www.example.com (spec.rules[0].host) to ack, else kubernetes, mainland cn-hangzhou by config, public",
        "address, mainland cn-hangzhou by config",
        "leads to ack as kubernetes",
      ],
    ],
    [
      "of nginx, by a Service",
      [...mainland, service({}, {}, "ingress-nginx"), ingress(of("nginx"))],
      [
        "binds www.example.com (spec.rules[0].host) to ingress-nginx, else kubernetes, mainland cn-hangzhou by config, public",
        "address, (region-unset)",
        "leads to ingress-nginx as kubernetes",
      ],
    ],
    [
      "of nginx, by a chart",
      [...mainland, chart, ingress(of("nginx"))],
      [
        "binds www.example.com (spec.rules[0].host) to (absent), else kubernetes, mainland cn-hangzhou by config, (chart)",
        "link from web to (not-in-plan)",
      ],
    ],
    [
      "of nginx, by nothing in the plan",
      [...mainland, ingress(of("nginx"))],
      [
        "binds www.example.com (spec.rules[0].host) to (absent), else kubernetes, mainland cn-hangzhou by config, (not-in-plan)",
        "link from web to (not-in-plan)",
      ],
    ],
    [
      "of ALB, by its config",
      [...mainland, albConfig(), ingress(of("alb"))],
      [
        "binds www.example.com (spec.rules[0].host) to alb, else alb, mainland cn-hangzhou by config, public",
        "address, (region-unset)",
        "leads to alb as alb",
      ],
    ],
    [
      "of ALB, by one of two configs",
      [...mainland, albConfig(), albConfig({}, "b"), ingress(of("alb"))],
      [
        "binds www.example.com (spec.rules[0].host) to (absent), else alb, mainland cn-hangzhou by config, (not-in-plan)",
        "link from web to (not-in-plan)",
      ],
    ],
    [
      "of ALB, by the add-on",
      [...albAddOn("Internet"), ingress(of("alb"))],
      [
        "binds www.example.com (spec.rules[0].host) to ack, else kubernetes, mainland cn-hangzhou by config, public",
        "address, mainland cn-hangzhou by config",
        "leads to ack as kubernetes",
      ],
    ],
    [
      "of ALB, by what it says itself",
      [...mainland, ingress(of("alb"), addressed)],
      ["binds www.example.com (spec.rules[0].host) to (absent), else alb, mainland cn-hangzhou by config, private"],
    ],
    [
      "of MSE, by its config",
      [...mainland, mse, ingress(of("mse"))],
      [
        "binds www.example.com (spec.rules[0].host) to mse, else mse, mainland cn-hangzhou by config, public",
        "address, (region-unset)",
        "leads to mse as mse",
      ],
    ],
    [
      "of MSE, by nothing in the plan",
      [...mainland, ingress(of("mse"))],
      [
        "binds www.example.com (spec.rules[0].host) to (absent), else mse, mainland cn-hangzhou by config, (not-in-plan)",
        "link from web to (not-in-plan)",
      ],
    ],
    [
      "of another class",
      [...mainland, service(), ingress(of("traefik"))],
      [
        "binds www.example.com (spec.rules[0].host) to (absent), else kubernetes, mainland cn-hangzhou by config, (not-in-plan)",
        "link from web to (not-in-plan)",
      ],
    ],
    [
      "of a class that is not known",
      [...nginxAddOn(nginx), ingress(of(unknownValue))],
      [
        "binds www.example.com (spec.rules[0].host) to (absent), else kubernetes, mainland cn-hangzhou by config, (computed)",
        "link from web to (not-in-plan)",
        "link from web to (not-in-plan)",
      ],
    ],
    [
      "of no class",
      [...mainland, ingress()],
      [
        "binds www.example.com (spec.rules[0].host) to (absent), else kubernetes, mainland cn-hangzhou by config, (not-in-plan)",
        "link from web to (not-in-plan)",
      ],
    ],
    [
      "with hosts in rules and certificates, each once",
      [
        ...mainland,
        albConfig(),
        ingress({
          ...of("alb"),
          rules: [{ host: "www.example.com" }, { host: "*" }, { http: {} }],
          tls: [{ hosts: ["www.example.com", "api.example.com"] }],
        }),
      ],
      [
        "binds www.example.com (spec.rules[0].host) to alb, else alb, mainland cn-hangzhou by config, public",
        "binds api.example.com (spec.tls[0].hosts[1]) to alb, else alb, mainland cn-hangzhou by config, public",
        "address, (region-unset)",
        "leads to alb as alb",
      ],
    ],
    [
      "with hosts that are not known",
      [...mainland, albConfig(), ingress({ ...of("alb"), rules: [{ host: unknownValue }, { host: unknownValue }] })],
      [
        "binds (computed) (spec.rules[0].host) to alb, else alb, mainland cn-hangzhou by config, public",
        "address, (region-unset)",
        "leads to alb as alb",
      ],
    ],
    [
      "of which nothing is known",
      [...mainland, object(INGRESS, "web", unknownValue)],
      [
        "binds (computed) (spec.rules.host) to (absent), else kubernetes, mainland cn-hangzhou by config, (computed)",
        "link from web to (not-in-plan)",
      ],
    ],
    [
      "in another provider's cluster",
      [resource("gcp:container/cluster:Cluster", "gke"), kubeconfig(ref("gke")), ingress(of("nginx"))],
      ["foreign, outside Google by vendor"],
    ],
  ])("%s", (_, specs, expected) => {
    expect(web(...specs)).toEqual(expected);
  });
});
