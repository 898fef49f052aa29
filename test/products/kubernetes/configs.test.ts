/** What AlbConfigs and MseIngressConfigs contribute. */
import { describe, expect, test } from "vitest";
import { ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { resource } from "../../support/stacks";
import { kubeconfig, mainland, object } from "./cluster";
import { contributions } from "./contributions";

const ALB = resource("alicloud:alb/loadBalancer:LoadBalancer", "lb", { addressType: "Internet" });
const alb = (spec: Properties | string): ResourceSpec =>
  object("kubernetes:alibabacloud.com/v1:AlbConfig", "alb", spec);
const mse = (spec: Properties | string): ResourceSpec =>
  object("kubernetes:mse.alibabacloud.com/v1alpha1:MseIngressConfig", "mse", spec);
const google = [resource("gcp:container/cluster:Cluster", "gke"), kubeconfig(ref("gke"))];

describe("an AlbConfig", () => {
  test.each<[string, Properties | string, readonly string[]]>([
    ["that says nothing", {}, ["entry alb, mainland cn-hangzhou by config, public, addresses []"]],
    [
      "that is public",
      { config: { addressType: "Internet" } },
      ["entry alb, mainland cn-hangzhou by config, public, addresses []"],
    ],
    [
      "that is private",
      { config: { addressType: "Intranet" } },
      ["entry alb, mainland cn-hangzhou by config, private, addresses []"],
    ],
    [
      "that says something else",
      { config: { addressType: "Vpc" } },
      ["entry alb, mainland cn-hangzhou by config, (malformed), addresses []"],
    ],
    [
      "of which the address type is not known",
      { config: { addressType: unknownValue } },
      ["entry alb, mainland cn-hangzhou by config, (computed), addresses []"],
    ],
    [
      "of which the config is not known",
      { config: unknownValue },
      ["entry alb, mainland cn-hangzhou by config, (computed), addresses []", "link from alb to (computed)"],
    ],
    [
      "of which nothing is known",
      unknownValue,
      [
        "entry alb, mainland cn-hangzhou by config, (computed), addresses []",
        "listens on alb: (computed)",
        "link from alb to (computed)",
      ],
    ],
    [
      "of an ALB that the plan does not show",
      { config: { id: "alb-1" } },
      ["entry alb, mainland cn-hangzhou by config, (not-in-plan), addresses []"],
    ],
    [
      "of an ALB that is not known",
      { config: { id: unknownValue } },
      ["entry alb, mainland cn-hangzhou by config, (computed), addresses []", "link from alb to (computed)"],
    ],
    [
      "of an ALB of the plan",
      { config: { id: ref("lb") }, listeners: [{ port: 443 }] },
      ["address, mainland cn-hangzhou by config", "leads to lb as alb", "link from alb to lb", "listens on lb: web"],
    ],
    [
      "with listeners",
      { listeners: [{ port: 443 }, { port: 8443 }, { port: unknownValue }, { protocol: "HTTPS" }] },
      [
        "entry alb, mainland cn-hangzhou by config, public, addresses []",
        "listens on alb: web",
        "listens on alb: web",
        "listens on alb: (computed)",
        "listens on alb: (malformed)",
      ],
    ],
  ])("%s", (_, spec, expected) => {
    expect(contributions([...mainland, ALB, alb(spec)], "alb")).toEqual(expected);
  });

  test("in another provider's cluster contributes nothing", () => {
    expect(contributions([...google, alb({})], "alb")).toEqual([]);
  });
});

describe("an MseIngressConfig", () => {
  const sized = (publicSLBSpec: string): Properties => ({ common: { network: { publicSLBSpec } } });
  test.each<[string, Properties | string, readonly string[]]>([
    [
      "with a public load balancer",
      sized("slb.s1.small"),
      ["entry mse, mainland cn-hangzhou by config, public, addresses []"],
    ],
    ["that says nothing", {}, ["entry mse, mainland cn-hangzhou by config, (default-unsourced), addresses []"]],
    [
      "perhaps with a public load balancer",
      sized(unknownValue),
      ["entry mse, mainland cn-hangzhou by config, (computed), addresses []"],
    ],
    [
      "of a gateway that is there already",
      { id: "gw-1", ...sized("slb.s1.small") },
      ["entry mse, mainland cn-hangzhou by config, (not-in-plan), addresses []"],
    ],
    [
      "of which nothing is known",
      unknownValue,
      ["entry mse, mainland cn-hangzhou by config, (computed), addresses []"],
    ],
  ])("%s", (_, spec, expected) => {
    expect(contributions([...mainland, mse(spec)], "mse")).toEqual(expected);
  });

  test("in another provider's cluster contributes nothing", () => {
    expect(contributions([...google, mse({})], "mse")).toEqual([]);
  });
});
