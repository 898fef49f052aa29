/** What Gateways and their routes contribute. */
import { describe, expect, test } from "vitest";
import { ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { resource } from "../../support/stacks";
import { ADDRESS_TYPE, GATEWAY, KUBERNETES, kubeconfig, mainland, object, ROUTE } from "./cluster";
import { contributions } from "./contributions";

const annotated = (annotations: Properties | string): Properties => ({ infrastructure: { annotations } });
const gateway = (spec: Properties | string): ResourceSpec => object(GATEWAY, "gw", spec);
const inPublic = annotated({ [ADDRESS_TYPE]: "internet" });
const route = (spec: Properties | string): ResourceSpec => object(ROUTE, "route", spec);
const google = [resource("gcp:container/cluster:Cluster", "gke"), kubeconfig(ref("gke"))];

describe("a Gateway", () => {
  test.each<[string, Properties | string, readonly string[]]>([
    ["that says it is public", inPublic, ["entry kubernetes, mainland cn-hangzhou by config, public, addresses []"]],
    [
      "that says it is private",
      annotated({ [ADDRESS_TYPE]: "Intranet" }),
      ["entry kubernetes, mainland cn-hangzhou by config, private, addresses []"],
    ],
    [
      "that says something else",
      annotated({ [ADDRESS_TYPE]: "vpc" }),
      ["entry kubernetes, mainland cn-hangzhou by config, (malformed), addresses []"],
    ],
    ["that says nothing", {}, ["entry kubernetes, mainland cn-hangzhou by config, (default-unsourced), addresses []"]],
    [
      "of which the annotation is not known",
      annotated({ [ADDRESS_TYPE]: unknownValue }),
      ["entry kubernetes, mainland cn-hangzhou by config, (computed), addresses []"],
    ],
    [
      "of which no annotation is known",
      annotated(unknownValue),
      ["entry kubernetes, mainland cn-hangzhou by config, (computed), addresses []"],
    ],
    [
      "of which nothing is known",
      unknownValue,
      [
        "entry kubernetes, mainland cn-hangzhou by config, (computed), addresses []",
        "listens on gw: (computed)",
        "binds (computed) (spec.listeners.hostname) to gw, else kubernetes, mainland cn-hangzhou by config, (computed)",
      ],
    ],
    [
      "with listeners and their hosts, each once",
      {
        ...inPublic,
        listeners: [
          { name: "http", port: 80, hostname: "www.example.com" },
          { name: "https", port: 443, hostname: "www.example.com" },
          { name: "any", port: 8443, hostname: "*" },
          { name: "wild", hostname: "*.example.com" },
        ],
      },
      [
        "entry kubernetes, mainland cn-hangzhou by config, public, addresses []",
        "listens on gw: web",
        "listens on gw: web",
        "listens on gw: web",
        "listens on gw: web",
        "binds www.example.com (spec.listeners[0].hostname) to gw, else kubernetes, mainland cn-hangzhou by config, public",
        "binds *.example.com (spec.listeners[3].hostname) to gw, else kubernetes, mainland cn-hangzhou by config, public",
      ],
    ],
    [
      "with a port and a host that are not known",
      { ...inPublic, listeners: [{ name: "https", port: unknownValue, hostname: unknownValue }] },
      [
        "entry kubernetes, mainland cn-hangzhou by config, public, addresses []",
        "listens on gw: (computed)",
        "binds (computed) (spec.listeners[0].hostname) to gw, else kubernetes, mainland cn-hangzhou by config, public",
      ],
    ],
    [
      "with listeners that are not known",
      { ...inPublic, listeners: unknownValue },
      [
        "entry kubernetes, mainland cn-hangzhou by config, public, addresses []",
        "listens on gw: (computed)",
        "binds (computed) (spec.listeners.hostname) to gw, else kubernetes, mainland cn-hangzhou by config, public",
      ],
    ],
  ])("%s", (_, spec, expected) => {
    expect(contributions([...mainland, gateway(spec)], "gw")).toEqual(expected);
  });

  test("of a cluster that nobody knows is somewhere", () => {
    expect(contributions([resource(KUBERNETES, "k8s"), gateway(inPublic)], "gw")).toEqual([
      "entry kubernetes, (cluster-not-in-plan), public, addresses []",
    ]);
  });

  test("of another provider's cluster is a stranger's", () => {
    expect(contributions([...google, gateway(inPublic)], "gw")).toEqual(["foreign, outside Google by vendor"]);
  });
});

describe("a route", () => {
  const hostnames = ["www.example.com"];
  test.each<[string, Properties | string, readonly string[]]>([
    [
      "of a Gateway of the plan",
      { hostnames, parentRefs: [{ name: "gw" }] },
      ["binds www.example.com (spec.hostnames[0]) to gw, else kubernetes, mainland cn-hangzhou by config, public"],
    ],
    [
      "of a Gateway that the plan does not show",
      { hostnames, parentRefs: [{ name: "other" }] },
      [
        "binds www.example.com (spec.hostnames[0]) to (absent), else kubernetes, mainland cn-hangzhou by config, (not-in-plan)",
      ],
    ],
    [
      "of a Gateway of which the name is not known",
      { hostnames, parentRefs: [{ name: unknownValue }] },
      [
        "binds www.example.com (spec.hostnames[0]) to (absent), else kubernetes, mainland cn-hangzhou by config, (not-in-plan)",
      ],
    ],
    [
      "of two Gateways",
      { hostnames, parentRefs: [{ name: "gw" }, { name: "other" }] },
      [
        "binds www.example.com (spec.hostnames[0]) to gw, else kubernetes, mainland cn-hangzhou by config, public",
        "binds www.example.com (spec.hostnames[0]) to (absent), else kubernetes, mainland cn-hangzhou by config, (not-in-plan)",
      ],
    ],
    ["of none", { hostnames }, []],
    [
      "with hosts that are not known",
      { hostnames: unknownValue, parentRefs: [{ name: "gw" }] },
      ["binds (computed) (spec.hostnames) to gw, else kubernetes, mainland cn-hangzhou by config, public"],
    ],
    [
      "with a host that is not known",
      { hostnames: [unknownValue, ...hostnames], parentRefs: [{ name: "gw" }] },
      [
        "binds (computed) (spec.hostnames[0]) to gw, else kubernetes, mainland cn-hangzhou by config, public",
        "binds www.example.com (spec.hostnames[1]) to gw, else kubernetes, mainland cn-hangzhou by config, public",
      ],
    ],
    [
      "of which nothing is known",
      unknownValue,
      ["binds (computed) (spec.hostnames) to (absent), else kubernetes, mainland cn-hangzhou by config, (not-in-plan)"],
    ],
  ])("%s", (_, spec, expected) => {
    expect(contributions([...mainland, gateway(inPublic), route(spec)], "route")).toEqual(expected);
  });

  test("of a Gateway whose name is computed is that Gateway's", () => {
    const parent = route({ hostnames, parentRefs: [{ name: ref("gw") }] });
    expect(contributions([...mainland, gateway(inPublic), parent], "route")).toEqual([
      "binds www.example.com (spec.hostnames[0]) to gw, else kubernetes, mainland cn-hangzhou by config, public",
    ]);
  });

  test("of another provider's cluster binds nothing", () => {
    expect(contributions([...google, route({ hostnames, parentRefs: [{ name: "gw" }] })], "route")).toEqual([]);
  });
});
