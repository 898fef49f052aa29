import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { check, formats, InputError, unknownValue, type CheckInput, type HandMadePlan, type Report } from "../../src";
import { exampleNames } from "../examples/examples";
import { cli, repository } from "../cli/terminal";

const TODAY = "2026-11-25";
const folder = mkdtempSync(join(tmpdir(), "alicloud-icp-library-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A plan with a CDN domain, whose scope is this. */
const site = (scope: string, rest: Partial<HandMadePlan> = {}): HandMadePlan => ({
  project: "shop",
  stack: "prod",
  resources: [
    {
      type: "alicloud:cdn/domainNew:DomainNew",
      name: "www",
      inputs: { domainName: "www.example.com", cdnType: "web", scope },
    },
  ],
  ...rest,
});

/** The verdicts of a check, by rule. */
const told = ({ findings }: Report): string[] => findings.map(({ rule, verdict }) => `${verdict} ${rule}`);
const checked = (input: Partial<CheckInput>): Report =>
  check({ plans: [site("domestic")], register: null, today: TODAY, env: {}, ...input });

/** What is thrown, which has to be the user's to mend. */
function refusal(input: Partial<CheckInput>): string {
  try {
    checked(input);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "nothing";
}

describe("check", () => {
  it.each(exampleNames)("says of %s what the command says", async (name) => {
    const plan = `examples/${name}/preview.json`;
    const { out } = await cli(["check", plan, "--format", "json"], { cwd: repository });
    const read = checked({ plans: [plan], register: undefined });
    expect(formats.json(read)).toBe(out);
    const taken = checked({ plans: [{ file: plan, bytes: readFileSync(plan) }], register: undefined });
    expect(formats.json(taken)).toBe(out);
  });

  it("judges several plans as one", () => {
    const record = {
      type: "alicloud:dns/alidnsRecord:AlidnsRecord",
      name: "record",
      inputs: { domainName: "example.com", rr: "www", type: "A", value: "203.0.113.7" },
    };
    const { plans, findings } = checked({ plans: [site("domestic"), site("", { stack: "dns", resources: [record] })] });
    expect(plans.map(({ id }) => id)).toEqual(["shop/prod", "shop/dns"]);
    expect(findings.map(({ rule }) => rule)).toContain("icp-cdn-coverage");
  });

  it("takes a register by its path, as a document, or none", () => {
    const filed = {
      version: 1,
      asOf: "2026-11-22",
      filings: [{ domain: "example.com", status: "active" }],
    } as const satisfies CheckInput["register"];
    const file = join(folder, "filed.yaml");
    writeFileSync(file, JSON.stringify(filed));
    const none = checked({});
    expect([none.register.found, told(none)]).toEqual([
      false,
      ["violation icp-cdn-coverage", "violation icp-server-missing"],
    ]);
    const byDocument = checked({ register: { ...filed, filings: [...filed.filings] } });
    expect([byDocument.register.file, told(byDocument)]).toEqual(["register", []]);
    const byPath = checked({ register: file });
    expect([byPath.register.asOf, told(byPath)]).toEqual(["2026-11-22", []]);
    const byEnvironment = checked({ register: undefined, env: { ALICLOUD_ICP_REGISTER: file } });
    expect(told(byEnvironment)).toEqual([]);
  });

  it("writes in the language that is asked for", () => {
    const report = checked({ language: "zh" });
    expect(report.findings[0]?.message).toMatch(/备案/);
    expect(formats.text(report, { language: "zh" })).toMatch(/违规|备案/);
  });

  it("lists what is satisfied where that is asked for", () => {
    const satisfied = (showSatisfied: boolean) => checked({ plans: [site("overseas")], showSatisfied }).satisfied;
    expect(satisfied(false)).toBeUndefined();
    expect(satisfied(true)).toBeDefined();
  });

  it("says what is wrong with what it is given", () => {
    expect(refusal({ today: "25.11.2026" })).toBe('today: expected a day such as 2026-11-22; found "25.11.2026"');
    expect(refusal({ language: "fr" as "en" })).toBe('language: expected en or zh; found "fr"');
    expect(refusal({ plans: ["nowhere.json"] })).toMatch(/^nowhere\.json: does not exist; expected the JSON/);
    expect(refusal({ plans: ["src"] })).toMatch(/^src: is a folder without Pulumi\.yaml; pass the JSON/);
    expect(refusal({ plans: [{ file: "a.json", bytes: Buffer.from("{}") }] })).toMatch(/^a\.json: /);
    expect(refusal({ register: "nowhere.yaml" })).toMatch(/^nowhere\.yaml: does not exist/);
    expect(refusal({ register: { version: 1, asOf: "2026-11-22", word: [] } as CheckInput["register"] })).toMatch(
      /^register: word: /,
    );
    expect(refusal({ plans: [site("domestic"), site("domestic")] })).toMatch(/is about the same stack as shop\/prod/);
  });
});

describe("a plan that is made by hand", () => {
  it("says that a value is unknown, and what it waits for", () => {
    const [finding] = checked({ plans: [site(unknownValue)] }).findings;
    expect([finding?.rule, finding?.verdict, finding?.property]).toEqual(["icp-cdn-coverage", "undetermined", "scope"]);
  });

  it("leads from one resource to another by what a value is computed from", () => {
    const address = "urn:pulumi:prod::shop::alicloud:ecs/eipAddress:EipAddress::ip";
    const resources = [
      { type: "alicloud:ecs/eipAddress:EipAddress", name: "ip", id: unknownValue, inputs: {} },
      {
        type: "alicloud:ecs/eipAssociation:EipAssociation",
        name: "bound",
        inputs: { allocationId: unknownValue, instanceId: unknownValue },
        propertyDependencies: {
          allocationId: [address],
          instanceId: ["urn:pulumi:prod::shop::alicloud:ecs/instance:Instance::web"],
        },
      },
      { type: "alicloud:ecs/instance:Instance", name: "web", inputs: { instanceType: "ecs.g7.large" } },
      {
        type: "alicloud:dns/alidnsRecord:AlidnsRecord",
        name: "record",
        inputs: { domainName: "example.com", rr: "www", type: "A", value: unknownValue },
        propertyDependencies: { value: [address] },
        position: { file: "dns.ts", line: 3, column: 1 },
      },
    ];
    const { findings } = checked({ plans: [site("", { region: "cn-hangzhou", resources })] });
    const found = findings.find(({ rule }) => rule === "icp-dns-record");
    expect([found?.verdict, found?.host, found?.position]).toEqual([
      "violation",
      "www.example.com",
      { file: "dns.ts", line: 3, column: 1 },
    ]);
  });

  it("concludes nothing from what it says that it leaves out", () => {
    const { plans, limits } = checked({ plans: [site("domestic", { missing: 3, source: "inventory" })] });
    expect(plans[0]).toMatchObject({ complete: false, source: "inventory" });
    expect(limits.map(({ messageId }) => messageId)).toContain("limit.incomplete");
  });

  it("is refused where a name is missing or stands twice", () => {
    const [one] = site("domestic").resources;
    const nameless = { ...one, name: "" } as HandMadePlan["resources"][number];
    expect(refusal({ plans: [site("", { resources: [nameless] })] })).toBe(
      "resources[0].name: expected a text; found an empty one",
    );
    expect(refusal({ plans: [{ ...site("domestic"), stack: undefined as unknown as string }] })).toBe(
      "stack: expected a text; found undefined",
    );
    expect(refusal({ plans: [site("", { resources: one ? [one, one] : [] })] })).toMatch(/stands twice/);
  });
});
