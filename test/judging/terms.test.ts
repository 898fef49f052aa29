/** What findings say where the user writes Terraform: the same as elsewhere, in the terms of that. */
import { describe, expect, it } from "vitest";
import { en } from "../../src/messages/en";
import type { Plan } from "../../src/plan/plan";
import { Resource, type PlanPart, type ResourceData } from "../../src/plan/resource";
import { Plan as PlanOfParts } from "../../src/plan/plan";
import { judge } from "../../src/judge";
import { urnOf } from "../../src/names/urn";
import type { Register } from "../../src/register/register";
import { reportOf } from "../../src/report/report";
import { stepTexts } from "../../src/report/violation";
import { part } from "../support/plan";
import { register, TODAY, unfiled } from "../support/rule-tester";

const terraform: PlanPart = { ...part, dialect: "terraform" };
const ECS = "alicloud:ecs/instance:Instance";
const CDN = "alicloud:cdn/domainNew:DomainNew";
const ESA = "alicloud:esa/site:Site";
const ENS = "alicloud:ens/instance:Instance";
const NEW = "alicloud:terraform/xCustomDomain:XCustomDomain";

const at = (of: PlanPart, type: string, name: string, rest: Partial<ResourceData> = {}): Resource => {
  const { dialect, stack, project } = of;
  const urn = urnOf({ dialect, stack, project, type, name });
  return new Resource({ urn, type, name, inputs: {}, change: "create", ...rest }, of);
};
const planOf = (resources: readonly Resource[], parts: readonly PlanPart[] = [terraform]): Plan =>
  new PlanOfParts(parts, resources);
const said = (plan: Plan, declared: Register) =>
  reportOf(judge(plan, { register: declared, today: TODAY }), { language: "en" }).findings.flatMap((finding) => [
    finding.message,
    ...finding.remedies.map(({ text }) => `- ${text}`),
  ]);

const idsIn = (plan: Plan, declared: Register): readonly string[] =>
  judge(plan, { register: declared, today: TODAY }).findings.flatMap(({ doubt, remedies = [] }) => [
    ...(doubt ? [doubt.why] : []),
    ...remedies.map(({ id }) => id),
  ]);

const filing = (resource: string): Register =>
  register(
    `filings: [{ domain: example.com, status: unfiled, servers: [{ product: ecs, stack: "web/*", resource: ${JSON.stringify(resource)} }] }]\n`,
  );

describe("a finding of a Terraform plan", () => {
  it("says how to set what a domain of CDN covers", () => {
    const cdn = at(terraform, CDN, "alicloud_cdn_domain_new.www", {
      inputs: { domainName: "www.example.com", cdnType: "web", scope: "global" },
    });
    const texts = said(planOf([cdn]), unfiled());
    expect(texts.join("\n")).toContain('served from nodes in the mainland (scope = "global")');
    expect(texts).toContain('- Or set scope = "overseas", with the origin outside the mainland too.');
  });

  it("says how to set what a site of ESA covers", () => {
    const site = at(terraform, ESA, "alicloud_esa_site.main", {
      inputs: { siteName: "example.com", coverage: "domestic" },
    });
    const texts = said(planOf([site]), unfiled()).join("\n");
    expect(texts).toContain('coverage = "domestic"');
    expect(texts).toContain("cross_border_optimization");
  });

  it("says of a server what is left out, and how to pay for it, by address", () => {
    const server = at(terraform, ECS, 'module.web["cn"].alicloud_instance.app[0]');
    const texts = said(planOf([server]), filing('module.web["cn"].alicloud_instance.app[0]')).join("\n");
    expect(texts).toContain("pay-as-you-go, since instance_charge_type is left out");
    expect(texts).toContain('Set instance_charge_type = "PrePaid", with period = 3 or more (months)');
    expect(texts).toContain("Set internet_max_bandwidth_out above 0");
  });

  it("names properties of whichever resource is in doubt", () => {
    const server = at(terraform, ECS, "alicloud_instance.app", {
      inputs: { internetMaxBandwidthOut: "04da6b54-80e4-46f7-96ec-b56ff0331ba9", instanceChargeType: "PrePaid" },
    });
    const report = reportOf(judge(planOf([server]), { register: filing("*alicloud_instance.app"), today: TODAY }), {
      language: "en",
    });
    const found = report.findings.find(({ property }) => property === "internet_max_bandwidth_out");
    expect(found?.doubt).toEqual({ id: "computed", params: { property: "internet_max_bandwidth_out" } });
    expect(found?.message).toContain("internet_max_bandwidth_out is not known here");
    expect(found?.position).toMatchObject({ line: 1 });
  });

  it("says how the plan is shown whole", () => {
    const cut = { ...terraform, missing: 2 };
    expect(said(planOf([], [cut]), unfiled()).join("\n")).toContain("Plan without -target and -exclude");
    const pulumi = { ...part, id: "b", project: "b", missing: 1 };
    const both = said(planOf([], [cut, pulumi]), unfiled());
    expect(both.filter((text) => text.startsWith("- ")).sort()).toEqual([
      "- Plan without -target and -exclude, and give the output of `terraform show -json` (or `tofu show -json`).",
      "- Run pulumi preview --json with --show-sames and without --target.",
    ]);
  });

  it("says of no number how many resources it leaves out, nor that they are there already", () => {
    const cut = { ...terraform, missing: 2 };
    const whole = { ...part, id: "b", project: "b" };
    const www = at(whole, CDN, "www", {
      inputs: { domainName: "www.example.com", cdnType: "web", scope: "domestic" },
    });
    const about = (plan: Plan) => {
      const { findings, limits } = reportOf(judge(plan, { register: unfiled(), today: TODAY }), { language: "en" });
      return { findings, texts: [...findings, ...limits].map(({ message }) => message) };
    };
    const alone = about(planOf([], [cut]));
    expect(alone.texts).toEqual([
      "The plan leaves out resources (-target, -exclude or deferred changes), so nothing can be concluded from what is not in it",
      "plan leaves out resources (-target, -exclude or deferred changes); plan without those",
    ]);
    expect(alone.findings[0]?.params).toEqual({ doubt: "incomplete-terraform" });
    // A finding about what is Pulumi's rests on the plan of Terraform all the same.
    const both = about(planOf([www], [cut, whole]));
    expect(both.findings.map(({ doubt }) => doubt?.id)).toContain("incomplete-plans-terraform");
    expect(both.texts.join("\n")).toContain("the plans of plan do not show all resources");
    expect(both.texts.join("\n")).not.toMatch(/unchanged|show-sames/);
    const pulumi = about(
      planOf(
        [],
        [
          { ...cut, missing: 0 },
          { ...whole, missing: 2 },
        ],
      ),
    );
    expect(pulumi.texts.join("\n")).toContain("2 unchanged resources");
    expect(pulumi.texts.join("\n")).not.toContain("-target");
  });

  it("is not shown in a file of Pulumi's, also where it is about several plans", () => {
    const older = { ...terraform, leftOut: { version: "0", living: {}, gone: {}, changed: false, untold: 1 } };
    const filesOf = (...parts: readonly PlanPart[]) =>
      reportOf(judge(planOf([], parts), { register: unfiled(), today: TODAY }), { language: "en" }).findings.map(
        ({ position }) => position?.file,
      );
    expect(filesOf(older, { ...older, id: "b" })).toEqual(["main.tf"]);
    const start = () => ({ file: "infra/main.tf", line: 1, column: 1 });
    expect(filesOf({ ...older, start }, { ...older, id: "b" })).toEqual(["infra/main.tf"]);
    expect(filesOf({ ...older, start }, { ...part, id: "b" })).toEqual(["Pulumi.yaml"]);
  });

  it("calls types as Terraform does, known or not", () => {
    const other = at(terraform, NEW, "alicloud_x_custom_domain.main[0]");
    expect(said(planOf([other]), register("")).join("\n")).toContain("alicloud_x_custom_domain");
    const step = { urn: other.urn, type: NEW, name: other.name, why: "refers" as const };
    expect(stepTexts([step], "web/dev", "en")).toEqual(["refers to alicloud_x_custom_domain.main[0]"]);
  });

  it("leaves what is Pulumi's as it is, in the same run", () => {
    const own = at({ ...part, project: "other", id: "other/dev" }, ENS, "node", {
      inputs: { paymentType: "PayAsYouGo" },
    });
    const theirs = at(terraform, ENS, "alicloud_ens_instance.node", { inputs: { paymentType: "PayAsYouGo" } });
    const declared = register(
      'filings: [{ domain: example.com, status: unfiled, servers: [{ product: ens, stack: "*", resource: "*node" }] }]\n',
    );
    const texts = said(planOf([own, theirs], [terraform, own.part]), declared).join("\n");
    expect(texts).toContain("Set paymentType: Subscription");
    expect(texts).toContain('Set payment_type = "Subscription"');
  });
});

describe("what is said of a Terraform plan has ids of its own", () => {
  const server = (rest: Partial<ResourceData>, name = "alicloud_instance.app", type = ECS): Resource =>
    at(terraform, type, name, rest);
  const cdn = at(terraform, CDN, "alicloud_cdn_domain_new.www", {
    inputs: { domainName: "www.example.com", cdnType: "web", scope: "global" },
    change: "same",
    ignoreChanges: ["scope"],
  });
  const site = at(terraform, ESA, "alicloud_esa_site.main", {
    inputs: { siteName: "example.com", coverage: "domestic" },
  });
  const bucket = [
    at({ ...terraform, region: "" }, "alicloud:oss/bucket:Bucket", "alicloud_oss_bucket.b", {
      inputs: { bucket: "b" },
    }),
    at({ ...terraform, region: "" }, "alicloud:oss/bucketCname:BucketCname", "alicloud_oss_bucket_cname.b", {
      inputs: { bucket: "b", domain: "www.example.com" },
    }),
  ];
  const regionless: PlanPart = { ...terraform, region: "" };
  const anywhere = filing("*");
  const ens = register(
    'filings: [{ domain: example.com, status: unfiled, servers: [{ product: ens, stack: "*", resource: "*" }] }]\n',
  );

  it.each<[string, Plan, Register]>([
    ["scope-overseas-terraform", planOf([cdn]), unfiled()],
    ["ignored-terraform", planOf([cdn]), unfiled()],
    ["coverage-overseas-terraform", planOf([site]), unfiled()],
    ["subscription-terraform", planOf([server({})]), anywhere],
    ["bandwidth-terraform", planOf([server({})]), anywhere],
    ["subscription-ens-terraform", planOf([server({ inputs: { paymentType: "PayAsYouGo" } }, "x.y", ENS)]), ens],
    ["show-sames-terraform", planOf([], [{ ...terraform, missing: 1 }]), unfiled()],
    ["incomplete-terraform", planOf([], [{ ...terraform, missing: 1 }]), unfiled()],
    [
      "region-unset-terraform",
      planOf(
        bucket.map((one) => one.as(regionless)),
        [regionless],
      ),
      unfiled(),
    ],
  ])("%s", (id, plan, declared) => {
    expect(idsIn(plan, declared)).toContain(id);
  });
});

describe("a text for who writes Terraform", () => {
  const twins = Object.entries(en).filter(([id]) => id.endsWith("-terraform"));
  const holders = (text: string): readonly string[] => text.match(/\{[a-zA-Z][^}]*\}/g) ?? [];

  it.each(twins)("%s stands for another, with no other placeholders than that", (id, text) => {
    const other = (en as Readonly<Record<string, string>>)[id.replace(/-terraform$/, "")];
    expect(other).toBeDefined();
    // How many resources are left out no plan of Terraform's tells.
    const uncounted = /^(?:limit|doubt|icp-undetermined|input\.baseline)\b.*(?:incomplete|hides)/.test(id);
    const theirs = holders(other ?? "").filter((one) => !uncounted || !/^\{(?:count|missing)\b/.test(one));
    expect([...holders(text)].sort()).toEqual([...theirs].sort());
  });
});
