import { afterEach, describe, expect, it } from "vitest";
import { UNKNOWN_STRING } from "../../src/plan/raw";
import { allRules } from "../../src/rules";
import { PackDriver, type Diagnostic, type PackOptions, type PackResource } from "../support/pack-driver";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const secret = (value: unknown) => ({ [SIGNATURE]: SECRET, value });

const provider = { urn: "urn:pulumi:dev::web::pulumi:providers:alicloud::default", props: { region: "cn-hangzhou" } };
const urnOf = (type: string, name: string) => `urn:pulumi:dev::web::${type}::${name}`;
const resource = (
  type: string,
  name: string,
  inputs: Record<string, unknown>,
  rest: Partial<PackResource> = {},
): PackResource => ({
  urn: urnOf(type, name),
  type,
  name,
  inputs,
  provider,
  ...rest,
});
const stack = resource("pulumi:pulumi:Stack", "web-dev", {});
const cdn = (inputs: Record<string, unknown> = {}, rest: Partial<PackResource> = {}) =>
  resource(
    "alicloud:cdn/domainNew:DomainNew",
    "site",
    { domainName: "www.example.com", cdnType: "web", ...inputs },
    rest,
  );
const eip = resource(
  "alicloud:ecs/eipAddress:EipAddress",
  "ip",
  {},
  { outputs: { ipAddress: UNKNOWN_STRING, id: UNKNOWN_STRING } },
);
const server = resource("alicloud:ecs/instance:Instance", "server", { instanceChargeType: "PostPaid" });
const binding = resource(
  "alicloud:ecs/eipAssociation:EipAssociation",
  "bind",
  { allocationId: UNKNOWN_STRING, instanceId: UNKNOWN_STRING },
  { dependencies: [eip.urn, server.urn], propertyDependencies: { allocationId: [eip.urn], instanceId: [server.urn] } },
);
const record = resource(
  "alicloud:dns/alidnsRecord:AlidnsRecord",
  "www",
  { domainName: "example.com", rr: "www", type: "A", value: UNKNOWN_STRING },
  { dependencies: [eip.urn], propertyDependencies: { value: [eip.urn] } },
);
const site = [stack, eip, server, binding, record];

const brief = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ policy, level, urn }) => `${level} ${policy} ${urn.split("::").pop() ?? ""}`).sort();

let pack: PackDriver | undefined;
afterEach(() => {
  pack?.stop();
  pack = undefined;
});
const start = async (options: PackOptions = {}): Promise<PackDriver> => (pack = await PackDriver.start(options));
const filed = {
  register: {
    version: 1,
    asOf: "2026-11-22",
    filings: [{ domain: "example.com", status: "active", accessProviders: [{ name: "aliyun" }] }],
  },
};
const withRegister = (register: Record<string, unknown>) => ({ "icp-register": { props: register } });

describe("the policy pack", () => {
  it("has one policy for each rule, the register's first and what is undetermined last", async () => {
    const names = (await (await start()).info()).map(({ name }) => name);
    expect([...names].sort()).toEqual(allRules.map((rule) => rule.id).sort());
    expect([names[0], names.at(-1)]).toEqual(["icp-register", "icp-undetermined"]);
  });

  it("blocks a CDN domain before it is created, and does not say it twice", async () => {
    const { resource: before, stack: after } = await (await start()).preview([stack, cdn()]);
    expect(brief(before)).toEqual(["mandatory icp-cdn-coverage site"]);
    expect(brief(after)).toEqual(["advisory icp-server-missing site"]);
  });

  it("leaves to the end a region that only the environment gives: what comes later may show another", async () => {
    const nowhere = { provider: { urn: provider.urn, props: {} } };
    const image = { bucket: "media", domain: "img.example.com" };
    const img = resource("alicloud:oss/bucketCname:BucketCname", "img", image, nowhere);
    const net = resource("alicloud:vpc/switch:Switch", "net", { zoneId: "cn-hongkong-b" }, nowhere);
    const driver = await start({ env: { ALICLOUD_REGION: "cn-hangzhou" }, stackConfig: {} });
    const alone = await driver.preview([stack, img]);
    expect([alone.resource, brief(alone.stack)]).toEqual([
      [],
      ["advisory icp-server-missing img", "mandatory icp-oss-custom-domain img"],
    ]);
    const shown = await driver.preview([stack, img, net]);
    expect([shown.resource, shown.stack]).toEqual([[], []]);
  });

  it("says host, evidence, fact, remedy and page in a message", async () => {
    const { stack: found } = await (await start()).preview(site);
    const message = found.find(({ policy }) => policy === "icp-dns-record")?.message ?? "";
    expect(message).toContain("www.example.com leads to server (ECS instance) in cn-hangzhou in the mainland");
    expect(message).toContain("path: www.example.com → record www (dns.AlidnsRecord) → refers to ip (ecs.EipAddress)");
    expect(message).toContain("(S2-05)");
    expect(message).toContain("filings: [{ domain: example.com, status: active }]");
    expect(message).toContain("docs/rules/icp-dns-record.md");
  });

  it("follows references through unknown values", async () => {
    const { stack: found } = await (await start()).preview(site);
    expect(brief(found)).toEqual(["mandatory icp-dns-record www", "mandatory icp-server-billing server"]);
  });

  it("gives the same findings whatever the order of the resources", async () => {
    const driver = await start();
    const forward = await driver.preview(site);
    const backward = await driver.analyzeStack([...site].reverse());
    expect(backward).toEqual(forward.stack);
  });

  it("is satisfied by a register in its configuration", async () => {
    const found = await (await start({ config: withRegister(filed) })).preview([stack, cdn(), ...site.slice(1)]);
    expect([found.resource, found.stack]).toEqual([[], []]);
  });

  it.each(["call", "environment"] as const)("knows by %s which stack of the register it judges", async (tellsBy) => {
    const [filing] = filed.register.filings;
    const served = (domain: string, glob: string) => ({ ...filing, domain, hosts: [{ host: domain, stack: glob }] });
    const filings = [served("example.com", "shop/prod"), served("example.net", "shop/dev")];
    const config = withRegister({ register: { ...filed.register, filings } });
    const found = await (await start({ tellsBy, project: "shop", stack: "prod", config })).analyzeStack([stack]);
    expect(found.map(({ policy, message }) => [policy, /example\.\w+/.exec(message)?.[0]])).toEqual([
      ["icp-empty-shell", "example.com"],
    ]);
  });

  it("reads a register named by the environment, and takes default levels from it", async () => {
    const driver = await start({ env: { ALICLOUD_ICP_REGISTER: "test/policy-pack/levels.yaml", PWD: process.cwd() } });
    const { stack: found } = await driver.preview(site);
    expect(brief(found)).toEqual(["advisory icp-dns-record www"]);
  });

  it("reports what mandatory rules could not decide through icp-undetermined", async () => {
    const driver = await start();
    const found = await driver.preview([stack, cdn({ scope: UNKNOWN_STRING })]);
    expect(brief([...found.resource, ...found.stack])).toEqual(["advisory icp-undetermined site"]);
    expect(found.stack[0]?.message).toContain("icp-cdn-coverage: ");
  });

  it("never lets an unknown escape: every property of every resource unknown", async () => {
    const blur = (one: PackResource): PackResource => ({
      ...one,
      inputs: Object.fromEntries(Object.keys(one.inputs).map((key) => [key, UNKNOWN_STRING])),
    });
    const found = await (await start()).preview([stack, ...site.slice(1).map(blur), blur(cdn())]);
    const texts = [...found.resource, ...found.stack].map(({ message }) => message);
    expect(texts.filter((text) => text.includes("can't run"))).toEqual([]);
    expect([...new Set([...found.resource, ...found.stack].map(({ policy }) => policy))].sort()).toEqual([
      "icp-undetermined",
    ]);
  });

  it("never shows a secret or a credential", async () => {
    const hidden = {
      urn: provider.urn,
      props: { region: "cn-hangzhou", secretKey: secret("hunter2"), accessKey: "AKhunter" },
    };
    const found = await (
      await start()
    ).preview([stack, cdn({ certificateConfig: secret({ privateKey: "hunter2" }) }, { provider: hidden })]);
    expect(JSON.stringify(found)).not.toContain("hunter");
    expect(brief(found.resource)).toEqual(["mandatory icp-cdn-coverage site"]);
  });

  it("leaves a resource undetermined when its provider's region is unknown and its properties are hidden", async () => {
    const unknown = { urn: urnOf("pulumi:providers:alicloud", "late"), props: { region: UNKNOWN_STRING } };
    const driver = await start({ config: withRegister({}) });
    const found = await driver.analyzeStack([stack, cdn({}, { provider: unknown, outputs: {}, inputs: {} })]);
    expect(brief(found)).toEqual(["advisory icp-undetermined site"]);
  });

  it("judges the rest when policies are disabled, the first one and resource policies included", async () => {
    const off = { level: "disabled" } as const;
    const driver = await start({
      config: { "icp-register": off, "icp-cdn-coverage": off, "icp-oss-custom-domain": off },
    });
    const found = await driver.preview([...site, cdn()]);
    expect(brief([...found.resource, ...found.stack])).toEqual([
      "mandatory icp-dns-record www",
      "mandatory icp-server-billing server",
    ]);
  });

  it("speaks of nothing else when its configuration has an unknown name", async () => {
    const found = await (await start({ config: withRegister({ regsiter: "icp.yaml" }) })).preview([...site, cdn()]);
    expect(brief([...found.resource, ...found.stack])).toEqual(["mandatory icp-register web-dev"]);
    expect(found.resource[0]?.message).toContain("regsiter");
  });

  it("speaks of nothing else when its configuration names a policy that does not exist", async () => {
    const found = await (
      await start({ config: { "icp-dsn-record": { level: "mandatory" } } })
    ).preview([...site, cdn()]);
    expect(brief([...found.resource, ...found.stack])).toEqual(["mandatory icp-register web-dev"]);
    expect(found.resource[0]?.message).toContain("icp-dsn-record");
  });

  it("speaks of nothing else when the register is unreadable", async () => {
    const config = withRegister({ register: { version: 1, asOf: "soon" } });
    const found = await (await start({ config })).preview([...site, cdn()]);
    expect(brief([...found.resource, ...found.stack])).toEqual(["mandatory icp-register web-dev"]);
    expect(found.resource[0]?.message).toContain("The register cannot be used: policy configuration, register: asOf: ");
  });

  it("tells all mistakes of a register at once, those of the day included", async () => {
    const filings = [{ domain: "example.com", status: "filed", number: "浙B2-20201234" }];
    const config = withRegister({ register: { version: 1, asOf: "2026-11-26", filings } });
    const found = await (await start({ config })).preview([...site, cdn()]);
    expect(brief([...found.resource, ...found.stack])).toEqual(["mandatory icp-register web-dev"]);
    const where = "\n  policy configuration, register: ";
    const [number, status, asOf] = [
      "filings[0].number: expected the number of a website's filing, such as 浙ICP备12345678号-1; found \"浙B2-20201234\", which is that of a commercial licence: write it under commercial.licence of the domain's filing",
      'filings[0].status: expected one of unfiled, pending-initial, pending-access, active, cancelling, revoked, empty-shell; found "filed": did you mean active?',
      "asOf: 2026-11-26 lies in the future, today is 2026-11-25; write the day on which the register was last brought up to date",
    ];
    expect(found.resource[0]?.message).toContain(
      `The register cannot be used:${where}${number}${where}${status}${where}${asOf}.\n`,
    );
  });

  it("takes today's day where the one given is none", async () => {
    const config = withRegister({ register: { ...filed.register, asOf: "2024-01-01" } });
    const found = await (await start({ config, env: { ALICLOUD_ICP_NOW: "" } })).preview([...site, cdn()]);
    expect(brief([...found.resource, ...found.stack])).not.toContain("mandatory icp-register web-dev");
  });

  it("speaks Chinese when told to", async () => {
    const found = await (await start({ config: withRegister({ language: "zh" }) })).preview([stack, cdn()]);
    expect(found.resource[0]?.message).toMatch(/\p{Script=Han}/u);
  });

  it("writes nothing but its port to standard output", async () => {
    const driver = await start();
    await driver.preview([...site, cdn()]);
    expect(driver.output.stdout).toHaveLength(1);
  });
});
