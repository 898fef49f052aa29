/** Edges of the register's `edges`: what all rules find for them. */
import { describe, expect, test } from "vitest";
import { judge } from "../../src/judge";
import type { Plan } from "../../src/plan/plan";
import { planOf, ref } from "../support/plan";
import { lines, register, TODAY } from "../support/rule-tester";
import { association, bucket, cname, eip, instance, record, web } from "../support/stacks";

const site = [...web, instance("server")];
const edge = (more: string) => `edges: [{ host: www.example.com, vendor: cloudflare${more} }]\n`;
const behind = (nodes = "", origin = "*::server") => edge(`${nodes}, origin: "${origin}"`);
const outside = ", mainlandNodes: false";
const mainland = ", mainlandNodes: true";
const filing = "filings: [{ domain: example.com, status: active, accessProviders: [{ name: aliyun }] }]\n";

const cases: Readonly<Record<string, readonly [plan: Plan, register: string, findings: readonly string[]]>> = {
  "outside the mainland, before a mainland server, not filed": [
    planOf(site),
    behind(outside),
    ["icp-offshore-edge violation www.example.com"],
  ],
  "before an EIP": [
    planOf([...site, eip("ip"), association("bind", "ip", "server")]),
    behind(outside, "*::ip"),
    ["icp-offshore-edge violation www.example.com"],
  ],
  "before a server outside the mainland": [planOf(site, { region: "ap-southeast-1" }), behind(outside), []],
  "before a bucket, which gets a Host of its own": [planOf([bucket("media")]), behind(outside, "*::media"), []],
  "before one of several servers": [
    planOf([...site, instance("other-server")]),
    behind(outside, "*server"),
    ["icp-offshore-edge violation www.example.com"],
  ],
  "outside the mainland, filed: the host has left": [
    planOf(site),
    behind(outside) + filing,
    ["icp-filed-domain-offshore violation www.example.com"],
  ],
  "outside the mainland, filed, and a mainland record as well": [
    planOf([...site, record("www", ref("server"))]),
    behind(outside) + filing,
    [],
  ],
  "it is not said where its nodes are, filed": [
    planOf(site),
    behind() + filing,
    ["icp-filed-domain-offshore undetermined www.example.com"],
  ],
  "in the mainland, filed": [planOf(site), behind(mainland) + filing, []],
  "in the mainland, not filed: a filing with the vendor is due": [
    planOf(site),
    behind(mainland),
    ["icp-dns-record undetermined www.example.com"],
  ],
  "its origin is not in this plan, and neither is its domain": [planOf([]), behind(outside) + filing, []],
  "its origin is not said, and the plan exposes its domain": [
    planOf([...site, record("api", ref("server"))]),
    edge(outside) + filing,
    ["icp-filed-domain-offshore violation www.example.com"],
  ],
  "a host that DNS leads to the edge": [
    planOf([...site, cname("www", "www.example.com.cdn.cloudflare.net")]),
    behind(outside),
    ["icp-offshore-edge violation www.example.com"],
  ],
  "a wildcard": [
    planOf(site),
    `edges: [{ host: "*.example.com", mainlandNodes: false, origin: "*::server" }]\n`,
    ["icp-offshore-edge violation *.example.com"],
  ],
};

describe("an edge that the register declares", () => {
  test.each(Object.entries(cases))("%s", (_, [plan, yaml, findings]) => {
    const judged = judge(plan, { register: register(yaml), today: TODAY });
    expect(lines(judged).sort()).toEqual([...findings].sort());
  });

  test("is found at its key, and shown as the register's", () => {
    const [finding] = judge(planOf(site), { register: register(behind(outside)), today: TODAY }).findings;
    expect(finding?.registerKey).toEqual(["edges", 0]);
    expect(finding?.resource?.name).toBe("server");
    expect(finding?.path?.map(({ why, resource }) => `${why} ${resource.name}`)).toEqual([
      "declared cloudflare",
      "fetches server",
    ]);
  });
});
