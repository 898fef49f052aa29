/** Judged for each host, shown for each cause: what is one finding, and what stays apart. */
import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { findingsOf, type JudgedDraft } from "../../src/judging/findings";
import type { Plan } from "../../src/plan/plan";
import type { Resource } from "../../src/plan/resource";
import { nothingDeclared, type Register } from "../../src/register/register";
import { textOf } from "../../src/report/report";
import { planOf, ref, unknownValue, type Properties } from "../support/plan";
import { lineOf, lines, register, TODAY, unfiled } from "../support/rule-tester";
import { cdn, instance, record, resource, subscription, web } from "../support/stacks";

const judged = (plan: Plan, declared: Register = unfiled()) => judge(plan, { register: declared, today: TODAY });
const linesOf = (plan: Plan, declared?: Register) => lines(judged(plan, declared)).sort();

const server = [...web, instance("server")];
const hosts = (...names: readonly string[]) => names.map((name) => record(name, ref("server")));
const waived = (...covered: readonly string[]): Register =>
  register(
    [
      "filings: [{ domain: example.com, status: unfiled }]",
      "waivers:",
      ...covered.map((what) => `  - { rule: icp-dns-record, ${what}, reason: known, until: 2027-01-31 }`),
      "",
    ].join("\n"),
  );
const www = "icp-dns-record violation www.example.com";

/** A server that obtains nothing, for `names` of them. */
const hourly = (name: string): readonly ReturnType<typeof instance>[] => [
  instance(name, { ...subscription, instanceChargeType: "PostPaid" }),
];

describe("one finding for each cause", () => {
  it("names each resource by which hosts of unknown names are served once, by URN", () => {
    const plan = planOf([...web, instance("web-b"), instance("web-a")]);
    const [a, b] = ["web-a", "web-b"].map((name) => plan.resources.find((one) => one.name === name));
    const draft = (host: string | undefined, on: Resource | undefined): JudgedDraft => ({
      rule: "icp-dns-record",
      level: "mandatory",
      verdict: "violation",
      subject: { apex: "example.com", ...(host === undefined ? {} : { host }) },
      message: { id: "icp-dns-record", params: {} },
      cause: "one",
      ...(on && { resource: on }),
    });
    const [finding, ...others] = findingsOf([
      draft(undefined, b),
      draft("www.example.com", b),
      draft(undefined, a),
      draft(undefined, b),
    ]);
    expect(others).toEqual([]);
    expect(finding?.hosts).toEqual(["www.example.com"]);
    expect(finding?.unnamed.map(({ name }) => name)).toEqual(["web-a", "web-b"]);
    expect(finding?.resources.map(({ name }) => name)).toEqual(["web-a", "web-b"]);
  });

  it("names all hosts that one server serves", () => {
    expect(linesOf(planOf([...server, ...hosts("www", "api", "img")]))).toEqual([
      "icp-dns-record violation api.example.com + img.example.com + www.example.com",
    ]);
  });

  it("names all hosts that one resource binds", () => {
    const gateway = resource("alicloud:alb/loadBalancer:LoadBalancer", "alb", { addressType: "Internet" });
    const listener = resource("alicloud:alb/listener:Listener", "https", {
      loadBalancerId: ref("alb"),
      listenerPort: 443,
      listenerProtocol: "HTTPS",
    });
    const rule = resource("alicloud:alb/rule:Rule", "hosts", {
      listenerId: ref("https"),
      ruleConditions: [
        {
          type: "Host",
          hostConfig: { values: ["shop.example.com", "pay.example.com", "api.example.com", "img.example.com"] },
        },
      ],
    });
    expect(linesOf(planOf([gateway, listener, rule]))).toEqual([
      "icp-gateway-domain violation api.example.com + img.example.com + pay.example.com + shop.example.com",
      "icp-server-missing violation example.com",
    ]);
  });

  it("counts two records of one host on one server once", () => {
    const second = { ...record("www", ref("server"), { line: "telecom" }), name: "second" };
    expect(linesOf(planOf([...server, ...hosts("www"), second]))).toEqual([www]);
  });

  it("names all servers of an apex that are wrong in the same point", () => {
    const names = ["one", "two", "three"];
    const plan = planOf([
      ...web,
      ...names.flatMap(hourly),
      ...names.map((name) => ({ ...record("www", ref(name)), name: `www-${name}` })),
    ]);
    const [billing] = judged(plan).findings.filter(({ rule }) => rule === "icp-server-billing");
    expect(billing?.resources.map(({ name }) => name)).toEqual(["one", "three", "two"]);
    expect(billing && textOf(billing, "en")).toMatch(/the same holds for three, two$/);
  });

  it("names a host of which the label is not known by its record", () => {
    const plan = planOf([...server, ...hosts("www"), { ...record(unknownValue, ref("server")), name: "hidden" }]);
    const [finding, ...others] = judged(plan).findings;
    expect(others).toEqual([]);
    expect(finding && textOf(finding, "en")).toMatch(/the same holds for an unknown host of example\.com \(hidden\)$/);
    expect(finding && textOf(finding, "zh")).toMatch(/；example\.com 的某个未知域名（hidden） 亦然$/);
  });
});

describe("apart stay", () => {
  it("hosts of different entries", () => {
    const plan = planOf([...server, instance("other"), record("www", ref("server")), record("api", ref("other"))]);
    expect(linesOf(plan)).toEqual(["icp-dns-record violation api.example.com", www]);
  });

  it("hosts of different apexes", () => {
    const other: Properties = { domainName: "example.cn" };
    const plan = planOf([...server, ...hosts("www"), record("api", ref("server"), other)]);
    expect(linesOf(plan, nothingDeclared)).toEqual(["icp-dns-record violation api.example.cn", www]);
  });

  it("what is certain and what is not", () => {
    const plan = planOf([
      ...server,
      ...hosts("www"),
      { ...record("api", ref("server"), { status: unknownValue }), name: "perhaps" },
    ]);
    expect(linesOf(plan)).toEqual(["icp-dns-record undetermined api.example.com", www]);
  });

  it("a host that a waiver covers from those that it does not", () => {
    const plan = planOf([...server, ...hosts("www", "api", "img")]);
    expect(linesOf(plan, waived("host: api.example.com"))).toEqual([
      "icp-dns-record violation api.example.com waived",
      "icp-dns-record violation img.example.com + www.example.com",
    ]);
  });

  it("hosts that different waivers cover", () => {
    const plan = planOf([...server, ...hosts("www", "api")]);
    expect(linesOf(plan, waived("host: api.example.com", "host: www.example.com"))).toEqual([
      "icp-dns-record violation api.example.com waived",
      "icp-dns-record violation www.example.com waived",
    ]);
  });

  it("the hosts of an ESA site, one of them waived, without the domain that no record serves", () => {
    const plan = planOf([
      cdn("www"),
      cdn("img", { domainName: "img.example.com" }),
      resource("alicloud:esa/site:Site", "site", { siteName: "example.com", coverage: "domestic" }),
      resource("alicloud:esa/record:Record", "shop", {
        siteId: ref("site"),
        recordName: "shop.example.com",
        recordType: "CNAME",
        proxied: true,
      }),
    ]);
    const declared = register(
      "filings: [{ domain: example.com, status: unfiled }]\n" +
        "waivers: [{ rule: icp-cdn-coverage, host: shop.example.com, reason: known, until: 2027-01-31 }]\n",
    );
    expect(linesOf(plan, declared)).toEqual([
      "icp-cdn-coverage violation img.example.com",
      "icp-cdn-coverage violation shop.example.com waived",
      "icp-cdn-coverage violation www.example.com",
      "icp-server-missing violation example.com",
    ]);
  });
});

it("gives the same findings in the same order whatever the order of the resources", () => {
  const resources = [...server, ...hosts("www", "api", "img"), instance("other"), record("shop", ref("other"))];
  const forwards = judged(planOf(resources)).findings.map(lineOf);
  const backwards = judged(planOf([...resources].reverse())).findings.map(lineOf);
  expect(backwards).toEqual(forwards);
});
