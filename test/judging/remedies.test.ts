/** What to do, by situation: which remedies a finding brings, and what it must not advise. */
import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import type { Plan } from "../../src/plan/plan";
import type { Register } from "../../src/register/register";
import type { RuleId } from "../../src/vocabulary/rule-ids";
import { remediesOf, statementsOf, textOf } from "../../src/report/report";
import { planOf, ref, unknownValue, type ResourceSpec } from "../support/plan";
import { filed, register, TODAY, unfiled } from "../support/rule-tester";
import { cdn, clb, cname, instance, record, resource, subscription, web } from "../support/stacks";

const judged = (plan: Plan, declared: Register) => judge(plan, { register: declared, today: TODAY });

/** The one finding of a rule. */
function findingOf(rule: RuleId, plan: Plan, declared: Register) {
  const all = judged(plan, declared);
  const found = all.findings.filter((finding) => finding.rule === rule);
  const [finding] = found;
  if (!finding || found.length > 1) throw new Error(`${rule} has ${found.length} findings`);
  return { finding, all };
}

const remedies = (rule: RuleId, plan: Plan, declared: Register): string[] =>
  remediesOf(findingOf(rule, plan, declared).finding, "en").map(({ id }) => id);

const server = [...web, instance("server")];
const www = (rest: ResourceSpec["rest"] = { change: "create" }) => record("www", ref("server"), {}, { rest });
const site = planOf([...server, www()]);
const declaredOnly = planOf([...server]);
const dns = 'externalDns: [{ host: www.example.com, resource: "*::server", stack: "web/*" }]\n';
const state = (status: string) => register(`filings: [{ domain: example.com, status: ${status} }]\n`);
const tencent = filed("example.com", "accessProviders: [{ name: tencent }, { name: huawei, status: removing }]");

describe("a host that is not filed", () => {
  it.each<[string, Plan, Register, readonly string[]]>([
    ["unlisted", site, register(""), ["declare", "file", "hold-record"]],
    ["unfiled", site, unfiled(), ["file", "hold-record"]],
    ["revoked", site, state("revoked"), ["file", "hold-record"]],
    ["an empty shell", site, state("empty-shell"), ["fill-shell", "hold-record"]],
    ["being cancelled", site, state("cancelling"), ["stop-cancelling", "hold-record"]],
    [
      "served already",
      planOf([...server, www({ change: "same", id: "1" })]),
      unfiled(),
      ["file-existing", "disable-record"],
    ],
    [
      "by a record that no plan shows",
      declaredOnly,
      register(`filings: [{ domain: example.com, status: unfiled }]\n${dns}`),
      ["file-existing"],
    ],
  ])("%s", (_, plan, declared, expected) => {
    const own = ["declare", "file", "file-existing", "fill-shell", "stop-cancelling", "hold-record", "disable-record"];
    expect(remedies("icp-dns-record", plan, declared).filter((id) => own.includes(id))).toEqual(expected);
  });

  it("and that a product alone binds may be somebody else's", () => {
    expect(remedies("icp-cdn-coverage", planOf([cdn("edge")]), register(""))).toContain("owner-files");
    const zone = resource("alicloud:dns/alidnsDomain:AlidnsDomain", "zone", { domainName: "example.com" });
    expect(remedies("icp-cdn-coverage", planOf([cdn("edge"), zone]), register(""))).not.toContain("owner-files");
    const forward = planOf([record("old", "https://www.example.org/", { type: "REDIRECT_URL" })]);
    expect(remedies("icp-url-forward", forward, register(""))).not.toContain("owner-files");
  });
});

describe("a filing through another provider", () => {
  it("gets the lines of its own list, with Alibaba Cloud pending", () => {
    const { finding } = findingOf("icp-access-provider", site, tencent);
    const [add, say] = remediesOf(finding, "en");
    expect(add?.id).toBe("add-access");
    expect(say).toEqual({
      id: "declare-pending",
      params: { apex: "example.com", file: "icp.yaml" },
      text: "Say in icp.yaml, in the entry of example.com, that it is being added, and leave the status out once it is approved:",
      snippet:
        "filings:\n  - domain: example.com\n    accessProviders: [{ name: tencent }, { name: huawei, status: removing }, { name: aliyun, status: pending }]",
    });
  });

  it("of which the register names none is asked through whom", () => {
    expect(remedies("icp-access-provider", site, filed("example.com", ""))).toEqual(["declare-access"]);
  });
});

describe("a doubt", () => {
  it.each<[string, RuleId, Plan, Register, readonly string[]]>([
    ["about what a record leads to", "icp-dns-record", planOf([record("www", unknownValue)]), unfiled(), ["reference"]],
    [
      "about whether a record is on",
      "icp-dns-record",
      planOf([...server, record("www", ref("server"), { status: unknownValue })]),
      unfiled(),
      ["check"],
    ],
    ["about a scope", "icp-cdn-coverage", planOf([cdn("edge", { scope: unknownValue })]), unfiled(), ["check"]],
    [
      "about a region that waits",
      "icp-dns-record",
      planOf([
        resource("pulumi:providers:alicloud", "site", { region: unknownValue }),
        ...web,
        instance("server", subscription, {
          rest: { provider: "urn:pulumi:dev::web::pulumi:providers:alicloud::site" },
        }),
        www(),
      ]),
      unfiled(),
      ["set-region"],
    ],
    [
      "about a name of one's own that no plan has",
      "icp-dns-record",
      planOf([cname("www", "lb.example.com")]),
      unfiled(),
      ["declare-dns"],
    ],
    [
      "about what a plan hides",
      "icp-filed-domain-offshore",
      planOf([...server, www()], { region: "cn-hongkong", missing: 2 }),
      filed(),
      ["show-sames", "keep-mainland"],
    ],
    [
      "about what a service asks for",
      "icp-access-provider",
      planOf([cname("www", "abc.cn-beijing.pai-eas.aliyuncs.com")]),
      tencent,
      ["check"],
    ],
  ])("%s", (_, rule, plan, declared, expected) => {
    expect(remedies(rule, plan, declared)).toEqual(expected);
  });

  it("about what a service asks for says so", () => {
    const plan = planOf([cname("www", "abc.cn-beijing.pai-eas.aliyuncs.com")]);
    const { finding } = findingOf("icp-access-provider", plan, tencent);
    expect(textOf(finding, "en")).toContain("it is not documented whether");
  });

  it("shows the exposure that raises it", () => {
    const plan = planOf([...server, www(), { ...record("www", unknownValue, { line: "telecom" }), name: "second" }], {
      region: "cn-hongkong",
    });
    const { finding } = findingOf("icp-filed-domain-offshore", plan, filed());
    expect(finding.path?.map(({ resource: { name } }) => name)).toEqual(["second"]);
  });
});

describe("an entry for which no host is known", () => {
  it("gets the lines that name it", () => {
    const plan = planOf([clb("lb"), ...server]);
    const found = judged(plan, filed()).findings.filter(({ rule }) => rule === "icp-unnamed-website");
    const snippets = found.flatMap((finding) => remediesOf(finding, "en").map(({ snippet }) => snippet));
    expect(snippets).toContain(
      'externalDns:\n  - { host: HOST, resource: "*::alicloud:ecs/instance:Instance::server", stack: "web/dev" }',
    );
  });

  it("gets the lines of the host that nothing places, where there is one", () => {
    const declared = filed(
      "example.com",
      "accessProviders: [{ name: aliyun }], hosts: [{ host: shop.example.com, stack: web/dev }]",
    );
    const { finding } = findingOf("icp-unnamed-website", planOf(server), declared);
    expect(remediesOf(finding, "en")[0]?.snippet).toBe(
      'externalDns:\n  - { host: shop.example.com, resource: "*::alicloud:ecs/instance:Instance::server", stack: "web/dev" }',
    );
  });
});

describe("a server", () => {
  const ending = register(
    'filings: [{ domain: example.com, status: unfiled, servers: [{ product: ecs, resource: "*::server", expiresOn: 2027-01-01 }] }]\n',
  );
  const hosting = (more: string) =>
    register(`filings: [{ domain: example.com, status: unfiled, servers: [{ product: web-hosting, ${more} }] }]\n`);

  it.each<[string, Plan, Register, readonly string[], string]>([
    ["that ends soon is renewed", site, ending, ["renew-server"], "S1-37"],
    [
      "that is bought for too short",
      planOf([cdn("edge")]),
      hosting("termMonths: 1"),
      ["term", "declare-term"],
      "S3-14",
    ],
    ["elsewhere that ends soon", planOf([cdn("edge")]), hosting("expiresOn: 2027-01-01"), ["renew-server"], "S1-37"],
  ])("%s", (_, plan, declared, expected, ground) => {
    const { finding, all } = findingOf("icp-server-term", plan, declared);
    expect(remediesOf(finding, "en").map(({ id }) => id)).toEqual(expected);
    expect(statementsOf(finding, all)[0]).toBe(ground);
  });

  it.each<[string, ResourceSpec, string]>([
    ["a CDN", cdn("edge"), "S1-21"],
    [
      "Anti-DDoS",
      resource("alicloud:ddos/domainResource:DomainResource", "edge", {
        domain: "www.example.com",
        instanceIds: [ref("coo")],
        realServers: ["47.98.10.11"],
      }),
      "S1-32",
    ],
  ])("is missing behind %s", (_, spec, ground) => {
    const coo = resource("alicloud:ddos/ddosCooInstance:DdosCooInstance", "coo", { productType: "ddoscoo" });
    const { finding, all } = findingOf("icp-server-missing", planOf([spec, coo]), unfiled());
    expect(statementsOf(finding, all)[0]).toBe(ground);
  });
});

describe("a finding that no resource shows is placed in the register", () => {
  const at = register(`filings: [{ domain: example.com, status: unfiled }]\n${dns}`);

  it("at the entry of the host", () => {
    expect(findingOf("icp-dns-record", declaredOnly, at).finding.registerKey).toEqual(["externalDns", 0]);
  });

  it("at the entry of a server that goes", () => {
    const declared = register(
      'filings: [{ domain: example.com, status: active, servers: [{ product: ecs, resource: "*::server" }] }]\n',
    );
    const plan = planOf([...web, instance("server", subscription, { rest: { change: "delete" } })]);
    expect(findingOf("icp-server-removed", plan, declared).finding.registerKey).toEqual(["filings", 0, "servers", 0]);
  });
});
