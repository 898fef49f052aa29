import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UNKNOWN_STRING } from "../../src/plan/raw";
import { allRules } from "../../src/rules";
import { PackDriver, type PackResource } from "../support/pack-driver";
import { brief, cdn, eip, filed, noRegister, provider, resource, site, stack, urnOf, withRegister } from "./site";
import { starter } from "./starts";
import { chineseIn, englishIn } from "../support/prose";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const secret = (value: unknown) => ({ [SIGNATURE]: SECRET, value });

const start = starter();

describe("the policy pack", () => {
  it("has one policy for each rule, the register's first and what is undetermined last", async () => {
    const names = (await (await start()).info()).map(({ name }) => name);
    expect([...names].sort()).toEqual(allRules.map((rule) => rule.id).sort());
    expect([names[0], names.at(-1)]).toEqual(["icp-register", "icp-undetermined"]);
  });

  it("says of each policy all that Pulumi has a place for", async () => {
    const policies = await (await start()).info();
    for (const policy of policies) {
      expect(policy.tags, policy.name).toContain("icp");
      expect(policy.remediationSteps.length, policy.name).toBeGreaterThan(20);
      expect(policy.remediationSteps, policy.name).not.toMatch(/\]\(|`/);
      expect(policy.url).toMatch(new RegExp(`^https://.*/docs/rules/${policy.name}\\.md$`));
    }
    const [high, medium, low] = [3, 2, 1];
    const shown = policies.map(({ name, displayName, severity }) => `${name}: ${displayName}, ${severity}`);
    expect(shown).toContain(`icp-cdn-coverage: ICP CDN coverage, ${high}`);
    expect(shown).toContain(`icp-ip-drift: ICP IP drift, ${medium}`);
    expect(shown).toContain(`icp-undetermined: ICP undetermined, ${low}`);
    expect(new Set(policies.map(({ displayName }) => displayName)).size).toBe(policies.length);
  });

  it("blocks a CDN domain before it is created, and does not say it twice", async () => {
    const { resource: before, stack: after } = await (await start()).preview([stack, cdn()]);
    expect(brief(before)).toEqual(["mandatory icp-cdn-coverage site"]);
    expect(brief(after)).toEqual([noRegister, "advisory icp-server-missing site"]);
  });

  it("names at the end the hosts that no single resource shows", async () => {
    const esa = resource("alicloud:esa/site:Site", "esa", { siteName: "example.com", coverage: "global" });
    const host = resource(
      "alicloud:esa/record:Record",
      "host",
      { siteId: UNKNOWN_STRING, recordName: "www.example.com", recordType: "CNAME", proxied: true },
      { dependencies: [esa.urn], propertyDependencies: { siteId: [esa.urn] } },
    );
    const { resource: before, stack: after } = await (await start()).preview([stack, esa, host]);
    expect(brief(before)).toEqual(["mandatory icp-cdn-coverage esa"]);
    const said = after.filter(({ policy }) => policy === "icp-cdn-coverage").map(({ message }) => message);
    expect(said).toEqual([expect.stringContaining("www.example.com (ESA site) is served from nodes in the mainland")]);
  });

  it("leaves a site to the end where hosts of its domain are waived: they may be all there are", async () => {
    const esa = resource("alicloud:esa/site:Site", "esa", { siteName: "example.com", coverage: "global" });
    const host = (name: string) =>
      resource(
        "alicloud:esa/record:Record",
        name,
        { siteId: UNKNOWN_STRING, recordName: `${name}.example.com`, recordType: "CNAME", proxied: true },
        { dependencies: [esa.urn], propertyDependencies: { siteId: [esa.urn] } },
      );
    const waivers = [{ rule: "icp-cdn-coverage", host: "www.example.com", reason: "known", until: "2027-01-31" }];
    const declared = {
      version: 1,
      asOf: "2026-11-22",
      filings: [{ domain: "example.com", status: "unfiled" }],
      waivers,
    };
    const previewed = async (...hosts: readonly string[]) => {
      const pack = await start({ config: withRegister({ register: declared }) });
      return pack.preview([stack, esa, ...hosts.map(host)]);
    };
    const waived = await previewed("www");
    const all = [...brief(waived.resource), ...brief(waived.stack)];
    expect(all).toEqual(["advisory icp-register-stale ", "advisory icp-server-missing esa"]);
    const [notice] = waived.stack.filter(({ policy }) => policy === "icp-register-stale");
    expect(notice?.message.split("\n")).toEqual([
      "The register and its waivers must be up to date",
      "1 finding is waived by the register.",
      "  icp-cdn-coverage www.example.com: waived until 2027-01-31: known",
    ]);
    const strict = await start({
      config: { ...withRegister({ register: declared }), "icp-register-stale": { level: "mandatory" } },
    });
    expect(brief((await strict.preview([stack, esa, host("www")])).stack)).toEqual(["advisory icp-server-missing esa"]);
    const both = await previewed("www", "api");
    expect(brief(both.stack)).toContain("mandatory icp-cdn-coverage esa");
  });

  it("says at the end of one resource what it has said of another of the same cause", async () => {
    const bucket = resource("alicloud:oss/bucket:Bucket", "media", { bucket: "media" });
    const bind = (name: string, domain: string, rest = {}) =>
      resource("alicloud:oss/bucketCname:BucketCname", name, { bucket: "media", domain, ...rest });
    const late = { ...bind("late", UNKNOWN_STRING), outputs: { bucket: "media", domain: "late.example.com" } };
    const { resource: before, stack: after } = await (
      await start()
    ).preview([stack, bucket, bind("early", "early.example.com"), late]);
    expect(brief(before)).toEqual(["mandatory icp-oss-custom-domain early"]);
    const said = after.filter(({ policy }) => policy === "icp-oss-custom-domain").map(({ message }) => message);
    expect(said).toEqual([expect.stringContaining("the same holds for late.example.com")]);
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
      [noRegister, "advisory icp-server-missing img", "mandatory icp-oss-custom-domain img"],
    ]);
    const shown = await driver.preview([stack, img, net]);
    expect([shown.resource, brief(shown.stack)]).toEqual([[], [noRegister]]);
  });

  it("says host, evidence, fact, remedy and page in a message", async () => {
    const { stack: found } = await (await start()).preview(site);
    const message = found.find(({ policy }) => policy === "icp-dns-record")?.message ?? "";
    expect(message).toContain("www.example.com leads to server (ECS instance) in cn-hangzhou in the mainland");
    expect(message).toContain("path: www.example.com → record www (dns.AlidnsRecord) → refers to ip (ecs.EipAddress)");
    expect(message).toContain("(S2-05)");
    expect(message.split("\n")).toEqual(
      expect.arrayContaining([
        "    filings:",
        "      - { domain: example.com, status: active, accessProviders: [{ name: aliyun }] }",
      ]),
    );
    expect(message).toContain("docs/rules/icp-dns-record.md");
  });

  it("follows references through unknown values", async () => {
    const { stack: found } = await (await start()).preview(site);
    expect(brief(found)).toEqual([noRegister, "mandatory icp-dns-record www", "mandatory icp-server-billing server"]);
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

  it.each([
    ["call", "mandatory icp-dns-record www"],
    ["environment", "mandatory icp-dns-record www"],
    ["nothing", "advisory icp-undetermined www"],
  ] as const)("told of the stack by %s, knows its region or not", async (tellsBy, expected) => {
    const unplaced = site.map((one) => ({ ...one, provider: { urn: provider.urn, props: {} } }));
    expect(brief(await (await start({ tellsBy })).analyzeStack(unplaced))).toContain(expected);
  });

  it("knows by the URNs which stack of the register it judges, whatever it is told", async () => {
    const [filing] = filed.register.filings;
    const served = (domain: string, glob: string) => ({ ...filing, domain, hosts: [{ host: domain, stack: glob }] });
    const filings = [served("example.com", "web/dev"), served("example.net", "shop/prod")];
    const config = withRegister({ register: { ...filed.register, filings } });
    const found = await (await start({ project: "shop", stack: "prod", config })).analyzeStack([stack]);
    expect(found.map(({ policy, message }) => [policy, /example\.\w+/.exec(message)?.[0]])).toEqual([
      ["icp-empty-shell", "example.com"],
    ]);
  });

  it("reads a register named by the environment, and takes default levels from it", async () => {
    const driver = await start({ env: { ALICLOUD_ICP_REGISTER: "test/policy-pack/levels.yaml", PWD: process.cwd() } });
    const { stack: found } = await driver.preview(site);
    expect(brief(found)).toEqual(["advisory icp-dns-record www"]);
  });

  it("reads a register in UTF-16, as the command does", async () => {
    const folder = mkdtempSync(join(tmpdir(), "alicloud-icp-"));
    try {
      const file = join(folder, "levels.yaml");
      writeFileSync(file, Buffer.from(`\ufeff${readFileSync("test/policy-pack/levels.yaml", "utf8")}`, "utf16le"));
      const driver = await start({ env: { ALICLOUD_ICP_REGISTER: file, PWD: process.cwd() } });
      const { stack: found } = await driver.preview(site);
      expect(brief(found)).toEqual(["advisory icp-dns-record www"]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("reports what mandatory rules could not decide through icp-undetermined", async () => {
    const driver = await start();
    const found = await driver.preview([stack, cdn({ scope: UNKNOWN_STRING })]);
    expect(brief([...found.resource, ...found.stack])).toEqual([noRegister, "advisory icp-undetermined site"]);
    const message = found.stack.find(({ policy }) => policy === "icp-undetermined")?.message;
    expect(message).toContain("icp-cdn-coverage: ");
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
      noRegister,
      "mandatory icp-dns-record www",
      "mandatory icp-server-billing server",
    ]);
  });

  it("says once, as advice on the stack, that there is no register", async () => {
    const { stack: found } = await (await start()).preview(site);
    const said = found.filter(({ policy }) => policy === "icp-register-stale");
    expect(said.map(({ level, urn, message }) => [level, urn, message.split("\n").slice(1)])).toEqual([
      ["advisory", "", ["No register was found: every domain counts as unlisted.", "  page: docs/register.md"]],
    ]);
  });

  it("says nothing of a missing register where no domain is exposed", async () => {
    const found = await (await start()).preview([stack, eip]);
    expect([found.resource, found.stack]).toEqual([[], []]);
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
      `The register cannot be used:${where}${number}${where}${status}${where}${asOf}\n`,
    );
  });

  it("takes today's day where the one given is none", async () => {
    const config = withRegister({ register: { ...filed.register, asOf: "2024-01-01" } });
    const found = await (await start({ config, env: { ALICLOUD_ICP_NOW: "" } })).preview([...site, cdn()]);
    expect(brief([...found.resource, ...found.stack])).not.toContain("mandatory icp-register web-dev");
  });

  it("speaks of nothing but the day where that is none", async () => {
    const found = await (await start({ env: { ALICLOUD_ICP_NOW: "25 November" } })).preview([...site, cdn()]);
    expect(brief([...found.resource, ...found.stack])).toEqual(["mandatory icp-register web-dev"]);
    expect(found.resource[0]?.message).toContain(
      "ALICLOUD_ICP_NOW is 25 November, which is no day such as 2026-11-22.",
    );
  });

  it("says that a stack which leads to too many places cannot be judged, and judges the next one", async () => {
    const record = (name: string, rr: string, type: string, value: string, line = "default"): PackResource => ({
      urn: `urn:pulumi:dev::web::alicloud:dns/alidnsRecord:AlidnsRecord::${name}`,
      type: "alicloud:dns/alidnsRecord:AlidnsRecord",
      name,
      inputs: { domainName: "example.com", rr, type, value, line },
    });
    const many = Array.from({ length: 1_001 }, (_, at) => [
      record(`a${at}`, "www", "CNAME", "pool.example.com", `l${at}`),
      record(`b${at}`, "pool", "A", `47.96.${at >> 8}.${at & 255}`),
    ]);
    const pack = await start();
    const refused = (await pack.preview([stack, ...many.flat()])).stack;
    expect(brief(refused)).toEqual(["mandatory icp-register "]);
    expect(refused[0]?.message).toContain("lead hosts to more than 100000 places, too many to judge");
    expect(brief((await pack.preview([...site, cdn()])).stack)).not.toContain("mandatory icp-register ");
  });

  it("bears one resource that is too large to be judged, and says so of the stack", async () => {
    const sources = Array.from({ length: 100_001 }, () => ({ type: "ipaddr", content: "47.96.0.1" }));
    const found = await (await start()).preview([stack, { ...cdn(), inputs: { ...cdn().inputs, sources } }]);
    expect([brief(found.resource), brief(found.stack)]).toEqual([[], ["mandatory icp-register "]]);
  });

  it.each([
    ["by its configuration", { config: withRegister({ language: "zh" }) }],
    ["by ALICLOUD_ICP_LANG", { env: { ALICLOUD_ICP_LANG: "zh" } }],
    ["by the system", { env: { LC_ALL: "zh_CN.UTF-8" } }],
  ])("speaks Chinese when told to %s, in what it says of a policy too", async (_, options) => {
    const found = await (await start(options)).preview([stack, cdn()]);
    const [first] = found.resource;
    expect(first?.message.split("\n")[0]).toMatch(/^加速区域包含中国内地的/);
    expect(englishIn(first?.message ?? "English")).toEqual([]);
    expect(found.stack.flatMap(({ message }) => englishIn(message))).toEqual([]);
  });

  it("goes by its configuration before its environment", async () => {
    const options = { config: withRegister({ language: "en" }), env: { ALICLOUD_ICP_LANG: "zh" } };
    const found = await (await start(options)).preview([stack, cdn()]);
    expect([...found.resource, ...found.stack].flatMap(({ message }) => chineseIn(message))).toEqual([]);
    expect(found.resource).toHaveLength(1);
  });

  it("describes its policies in the language of its environment", async () => {
    for (const policy of await (await start({ env: { ALICLOUD_ICP_LANG: "zh" } })).info()) {
      expect(policy.description, policy.name).toMatch(/\p{Script=Han}/u);
      expect(englishIn(policy.remediationSteps), policy.name).toEqual([]);
      expect(policy.url).toContain("/docs/zh/rules/");
    }
  });

  it("writes nothing but its port to standard output", async () => {
    const driver = await PackDriver.start();
    await driver.preview([...site, cdn()]);
    driver.stop();
    expect(driver.output.stdout).toHaveLength(1);
  });
});
