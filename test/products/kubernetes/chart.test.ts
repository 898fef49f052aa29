/** What a Helm release contributes: the hosts that its values give to an ingress, of which nothing is certain. */
import { expect, test } from "vitest";
import { ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { resource } from "../../support/stacks";
import { inCluster, kubeconfig, mainland } from "./cluster";
import { contributions } from "./contributions";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const release = (values: Properties[string], chart = "shop"): ResourceSpec =>
  resource(RELEASE, "release", { chart, values }, inCluster);
const host = "www.example.com";

test.each<[string, Properties[string], readonly string[]]>([
  [
    "a host",
    { ingress: { host } },
    [
      "binds www.example.com (values.ingress.host) to (absent), else kubernetes, mainland cn-hangzhou by config, (chart)",
    ],
  ],
  [
    "a list of hosts",
    { ingress: { hosts: [host, "api.example.com"] } },
    [
      "binds www.example.com (values.ingress.hosts[0]) to (absent), else kubernetes, mainland cn-hangzhou by config, (chart)",
      "binds api.example.com (values.ingress.hosts[1]) to (absent), else kubernetes, mainland cn-hangzhou by config, (chart)",
    ],
  ],
  [
    "hosts in objects",
    { ingress: { hosts: [{ host, paths: ["/"] }] } },
    [
      "binds www.example.com (values.ingress.hosts[0].host) to (absent), else kubernetes, mainland cn-hangzhou by config, (chart)",
    ],
  ],
  [
    "hosts by some key",
    { ingress: { hosts: { web: host } } },
    [
      "binds www.example.com (values.ingress.hosts.web) to (absent), else kubernetes, mainland cn-hangzhou by config, (chart)",
    ],
  ],
  [
    "domains below a route of a part",
    { shop: { route: { main: { hostnames: [host] } } } },
    [
      "binds www.example.com (values.shop.route.main.hostnames[0]) to (absent), else kubernetes, mainland cn-hangzhou by config, (chart)",
    ],
  ],
  ["a host of what is switched off", { ingress: { enabled: false, host } }, []],
  [
    "a host of what may be switched off",
    { ingress: { enabled: unknownValue, host } },
    [
      "binds www.example.com (values.ingress.host) to (absent), else kubernetes, mainland cn-hangzhou by config, (chart)",
    ],
  ],
  ["a host of something else", { database: { host: "db.example.com" } }, []],
  [
    "a host that is not known",
    { ingress: { host: unknownValue } },
    ["binds (computed) (values.ingress.host) to (absent), else kubernetes, mainland cn-hangzhou by config, (chart)"],
  ],
  [
    "hosts that are not known",
    { ingress: { hosts: unknownValue } },
    ["binds (computed) (values.ingress.hosts) to (absent), else kubernetes, mainland cn-hangzhou by config, (chart)"],
  ],
  [
    "hosts of which one is not known",
    { ingress: { hosts: [host, unknownValue] } },
    [
      "binds www.example.com (values.ingress.hosts[0]) to (absent), else kubernetes, mainland cn-hangzhou by config, (chart)",
      "binds (computed) (values.ingress.hosts[1]) to (absent), else kubernetes, mainland cn-hangzhou by config, (chart)",
    ],
  ],
  [
    "an ingress that is not known",
    { ingress: unknownValue },
    ["binds (computed) (values.ingress) to (absent), else kubernetes, mainland cn-hangzhou by config, (chart)"],
  ],
  ["something else that is not known", { database: unknownValue }, []],
  ["what is no name at all", { ingress: { hosts: [true, null] } }, []],
  [
    "lists of parts with an ingress each",
    { sites: [{ ingress: { host } }, { ingress: { host: "b.example.com" } }] },
    [
      "binds www.example.com (values.sites[0].ingress.host) to (absent), else kubernetes, mainland cn-hangzhou by config, (chart)",
      "binds b.example.com (values.sites[1].ingress.host) to (absent), else kubernetes, mainland cn-hangzhou by config, (chart)",
    ],
  ],
  ["nothing", {}, []],
])("values with %s", (_, values, expected) => {
  expect(contributions([...mainland, release(values)], "release")).toEqual(expected);
});

test("values of which nothing is known may name a host", () => {
  expect(contributions([...mainland, release(unknownValue)], "release")).toEqual([
    "binds (computed) (values) to (absent), else kubernetes, mainland cn-hangzhou by config, (chart)",
  ]);
});

test("a release in another provider's cluster contributes nothing", () => {
  const google = [resource("gcp:container/cluster:Cluster", "gke"), kubeconfig(ref("gke"))];
  expect(contributions([...google, release({ ingress: { host } })], "release")).toEqual([]);
});
