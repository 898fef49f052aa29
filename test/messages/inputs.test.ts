import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Budget } from "../../src/graph/budget";
import type { InputError } from "../../src/input/error";
import { checkPlans } from "../../src/library/check";
import { render, type MessageId } from "../../src/messages";
import { en } from "../../src/messages/en";
import { plans } from "../../src/messages/en/plans";
import { registers } from "../../src/messages/en/registers";
import { terraform } from "../../src/messages/en/terraform";
import { values } from "../../src/messages/en/values";
import { zh } from "../../src/messages/zh";
import { joinParts, readPlan } from "../../src/plan/read";
import { readPlanFile } from "../../src/plan/read/file";
import { readHandMade } from "../../src/plan/read/hand-made";
import { amendRegister } from "../../src/register/amend";
import { findRegister, findSharedRegister, refusePlanted } from "../../src/register/find";
import { insertWaiver } from "../../src/register/insert";
import { openRegister, registerText } from "../../src/register/open";
import { readVerified } from "../../src/register/verified-file";
import { jsonText } from "../../src/report/json-text";
import { exported, planOfDocument, preview, read, state, step, type Json } from "../plan/documents";
import { captureOf } from "../plan/read/terraform/fixtures";
import { errorOf, filing, load, options, start } from "../register/loading";
import { chineseIn, englishIn } from "../support/prose";

/** Bad input is told in the language that is asked for, in whole sentences of it. */
const folder = mkdtempSync(join(tmpdir(), "icp-said-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = (path: string, content: string | Uint8Array = start): string => {
  const at = join(folder, path);
  mkdirSync(join(at, ".."), { recursive: true });
  writeFileSync(at, content);
  return at;
};

/** A text with nothing to be filled in. */
const bare = (text: string): string => text.replace(/\{[a-zA-Z]+(?:[|#][a-zA-Z-]+)?\}/g, "…");
const ids = Object.keys(en) as MessageId[];

describe("the texts", () => {
  it("have no English in Chinese", () => {
    expect(ids.map((id) => [id, ...englishIn(bare(zh[id]))]).filter((rows) => rows.length > 1)).toEqual([]);
  });

  it("have English in English, which is seen", () => {
    const inputs = ids.filter((id) => id.startsWith("input.") && en[id].split(" ").length > 9);
    expect(inputs.length).toBeGreaterThan(50);
    expect(inputs.filter((id) => englishIn(bare(en[id])).length === 0)).toEqual([]);
  });
});

/** A letter that stands for no province: a user wrote it. */
const NO_SIGN = "华";

const yaml = (text: string) => () => load(text);
const plan = (document: Json | string) => () => read(document);
const bytes =
  (...values: number[]) =>
  () =>
    readPlan(Uint8Array.from(values), "plan.json");
const waiver = { rule: "icp-ip-drift", apex: "example.com", reason: "r", until: "2027-01-01" };
const add = (text: string) => () => insertWaiver(text, waiver, options);
const find =
  (explicit: string, rest: object = {}) =>
  () =>
    findRegister({ explicit, env: {}, startFolders: [folder], ...rest });
const library = (input: object) => () => checkPlans({ plans: [], register: null, ...input });
const hand =
  (resources: object[], project: unknown = "web") =>
  () =>
    readHandMade({ project: project as string, stack: "dev", resources: resources as [] });
const eip = { type: "alicloud:ecs/eipAddress:EipAddress", name: "a", inputs: {} };

const SAID = { name: "icp.verified.json", today: options.today };

const REGISTERS: Readonly<Record<string, () => unknown>> = {
  ...Object.fromEntries(
    [
      "",
      "- a",
      "text",
      "a\0",
      `${start}---\na: 1\n`,
      `${start}filings:\n\t- a`,
      `${start}words: !x [a]`,
      `${start}words: ${"[".repeat(100)}`,
      `${start}words: ${"[".repeat(40)}${"]".repeat(40)}`,
      `${start}words: [&a a, ${"*a, ".repeat(101)}]`,
      `${start}words: *typo`,
      `${start}rules: { <<: {}, __proto__: 1, 1: advisory }\nasOf: 2026-11-22`,
      `${start}rules: { icp-dns-recrd: advisory, x-mine: off, icp-ip-drift: warn }`,
      `${start}x: ${"a".repeat(99)}\nfilngs: 1\nwrods: []`,
      "version: 2\nasOf: soon\nstaleAfterDays: 0\nunlisted: maybe\nwords: [5, '']\nfilings: {}\n",
      "asOf: 2026-11-22\n",
      "version: 1\nasOf: 2999-01-01\nstaleAfterDays: 1.5\n",
      `${start}staleAfterDays: 99999999999999999999\n`,
      filing("    number: null\n    approvedAt: 2999-01-01\n    entity: b\n    account: 5\nentities: []\n"),
      filing("    hosts: [www.example.net, 5, localhost, 1.2.3.4, www.aliyuncs.com, x, com, a..b, www.example]\n"),
      filing("    ips: [a, null]\n    accessProviders: [{ name: 阿里云 }, { name: a }, { name: a }]\n"),
      filing("    number: 浙ICP备12345678号\n    servers: [{ product: server, termMonths: a, serviceCode: ok }]\n"),
      filing("    number: 浙ICP备12345678号-2A\n    registration: { realName: 否 }\n"),
      filing("    number: 浙B2-20201234\n  - { domain: example.com, status: pending }\n"),
      filing("    number: 浙公网安备33010002000001号\n    psb: 1\n"),
      filing(`    number: ${NO_SIGN}ICP备12345678号-1\n`),
      filing("    number: hello\n    commercial: { ipBound: 1.5 }\n"),
      filing("    x: 1\n").replace("example.com", "www.example.com"),
      filing("").replace("example.com", "localhost").replace("active", "filed"),
      `${start}filings: [{ domain: example.com, status: pending-access, accessProviders: [{ name: aliyun }] }]`,
      `${start}accounts: [{ id: a, site: cn }, { id: a, entity: x }]\nentities: [{ id: e, type: person, province: 江 }]`,
      `${start}entities: [{ id: e, type: foreign }, { id: e, type: true }]\nsuffixes: { approved: [x.y.z] }`,
      `${start}apps: [{ number: 1 }, { number: a }]\nedges: [{ host: [] }]\nexternalDns: [null]`,
      `${start}waivers: [{ rule: x, reason: '', until: 2026 }, { rule: icp-ip-drift, reason: r, until: 2027-01-01 }]`,
      `${start}${Array.from({ length: 60 }, (_, at) => `x${at}: 1\n`).join("")}`,
    ].map((text, at) => [`${at}. ${JSON.stringify(text.slice(0, 200))}`, yaml(text)]),
  ),
  "a waiver that is there": add(
    `${start}waivers: [{ rule: icp-ip-drift, apex: example.com, reason: s, until: 2027-01-01 }]`,
  ),
  "a list that is an alias": add(`${start}x-all: &all []\nwaivers: *all\n`),
  "a list that others share": add(
    `${start}waivers: &all [{ rule: icp-ip-drift, host: www.example.com, reason: s, until: 2027-01-01 }]
x-again: *all
`,
  ),
  "a value that makes it faulty": () => amendRegister(start, [{ path: ["asOf"], value: "2999-01-01" }], options),
  "a file that is not there": find("nowhere.yaml"),
  "no file": find(""),
  "a folder": find("."),
  "a folder, by the environment": () =>
    findRegister({ env: { ALICLOUD_ICP_REGISTER: folder }, startFolders: [folder] }),
  "another name": () => {
    file("misnamed/icp.yml");
    return findRegister({ env: {}, startFolders: [join(folder, "misnamed")] });
  },
  "a stranger's": () => {
    refusePlanted("icp.yaml", folder, "--config", { isPlanted: () => true });
  },
  "a stranger's, where one is looked for": () => {
    file("planted/icp.yaml");
    const files = {
      isFile: () => true,
      isFolder: () => false,
      exists: () => true,
      real: String,
      isPlanted: () => true,
    };
    return findRegister({ env: {}, startFolders: [join(folder, "planted")], files });
  },
  "several registers": () => {
    for (const name of ["a", "b", "c"]) file(`several/${name}/icp.yaml`);
    const plans = ["a", "b", "c"].map((name) => ({ name: `${name}.json`, folder: join(folder, "several", name) }));
    return findSharedRegister(plans, { env: {}, workingFolder: folder });
  },
  "a large file": () => {
    const explicit = file("large.yaml", " ".repeat(5_000_001));
    return openRegister({ explicit, env: {}, startFolders: [folder], today: options.today });
  },
  ...Object.fromEntries(
    [
      "[",
      "{}",
      '{ "version": 2 }',
      '{ "version": 1, "at": "2999-01-01T00:00:00Z", "account": { "says": "a", "code": " " }, "domains": [{}] }',
      '{ "version": 1, "at": "now", "account": { "operation": "sts:GetCallerIdentity", "at": "2026-11-22T00:00:00Z" } }',
    ].map((text, at) => [`what the cloud said, ${at}`, () => readVerified(file(`said/${at}.json`, text), SAID)]),
  ),
  "what the cloud said, a folder": () => readVerified(folder, SAID),
  "what the cloud said, a stranger's": () => readVerified(folder, { ...SAID, files: { isPlanted: () => true } }),
  "a register in UTF-16": () =>
    registerText(file("utf16.yaml", Buffer.from(`\ufeff${start}`, "utf16le")), "utf16.yaml"),
  "a folder to be written to": () => registerText(folder, "icp.yaml"),
};

/** Documents of Terraform and OpenTofu that are no plan to judge. */
const ADDRESSED = { address: "alicloud_eip.a", mode: "managed", type: "alicloud_eip", name: "a" };
const changesOf = (change: Json): Json => ({ format_version: "1.2", configuration: {}, resource_changes: [change] });
const TERRAFORM: readonly (Json | string)[] = [
  { planned_values: {} },
  { format_version: "0.2", values: {} },
  { format_version: "2.0", values: {} },
  { format_version: "1.2", planned_values: {} },
  { format_version: "1.2", planned_values: {}, errored: true },
  { plan_format_version: "1.2", provider_schemas: {} },
  { encrypted_data: "x", encryption_version: "v0" },
  '{"@level":"info","@message":"Terraform 1.11.4"}',
  { version: 4, lineage: "x", serial: 1 },
  { format_version: "1.0", provider_schemas: {} },
  { format_version: "1.0", valid: true, diagnostics: [] },
  { format_version: "1.0", function_signatures: {} },
  { root_module: {} },
  'resource "alicloud_eip" "a" {\n}\n',
  changesOf(5),
  changesOf({}),
  changesOf({ ...ADDRESSED, type: null }),
  changesOf({ ...ADDRESSED, name: null }),
  changesOf({ ...ADDRESSED, module_address: "x" }),
  changesOf(ADDRESSED),
  changesOf({ ...ADDRESSED, change: { actions: ["dance"] } }),
];

const PLANS: Readonly<Record<string, () => unknown>> = {
  ...Object.fromEntries(
    [
      "",
      " \n",
      "const x = 1;",
      "[]",
      "null",
      "5",
      '"x"',
      "true",
      "{}",
      '{ "steps": [',
      '{ "steps": [] } x',
      "{ steps: }",
      "Previewing update (dev):\n",
      "Terraform will perform the following actions:\n",
      "config:\n  alicloud:region: cn-hangzhou\n",
      { sequence: 1, timestamp: 1 },
      { resourcePlans: {} },
      ...TERRAFORM,
      { checkpoint: {} },
      { schemaVersion: 1, findings: [] },
      { name: "web", version: "1.0.0" },
      { extract: 2, parts: [] },
      { extract: 1, sha256: "0", parts: [] },
      { extract: 1, sha256: "0", parts: JSON.parse(`${"[".repeat(1000)}${"]".repeat(1000)}`) as Json },
      { steps: [] },
      { steps: {} },
      { steps: [5] },
      { steps: [{ op: "create" }] },
      { steps: [{ op: "create", urn: "" }] },
      { steps: [{ op: "create", urn: "urn" }] },
      { steps: [{ op: null, urn: state("a")["urn"] ?? null }] },
      preview([step("dance", { new: state("main") })]),
      preview([step("create", { old: 5, new: state("main") })]),
      preview([step("create", { new: [] })]),
      preview([step("create", { new: state("main", { dependencies: [1] }) })]),
      preview([step("create", { new: { urn: state("main")["urn"] ?? null } })]),
      preview([step("create", { new: state("main") })], { changeSummary: { same: "x" } }),
      preview([], { diagnostics: [{ severity: "error", message: "error: E42" }] }),
      { version: 1, deployment: {} },
      { version: 9, deployment: {} },
      { version: "3", deployment: {} },
      { version: 3, deployment: [] },
      exported([null]),
      exported([state("a"), state("a")]),
    ].map((document, at) => [`${at}. ${JSON.stringify(document).slice(0, 200)}`, plan(document)]),
  ),
  "a compressed file": bytes(0x1f, 0x8b, 1),
  "a saved plan": bytes(...Buffer.from("PK\u0003\u0004".padEnd(26, "\0") + "\u0006\0\0\0tfplan")),
  "a binary file": bytes(1, 2, 0, 3),
  "UTF-16 without a mark": bytes(0x7b, 0, 0x7d, 0),
  "half of UTF-16": bytes(0xff, 0xfe, 1),
  "another encoding": bytes(0xff, 0x41),
  "a file that is not there": () => readPlanFile("nowhere.json", folder),
  "a folder": () => readPlanFile(".", folder),
  "a folder of a program": () => {
    file("program/Pulumi.yaml", "name: web\n");
    return readPlanFile("program", folder);
  },
  "a name before a plan that has one": () => readPlan(Buffer.from(JSON.stringify(exported([]))), "web/dev=a.json"),
  "one stack twice": () => joinParts([read(exported([]), "a.json"), read(exported([]), "b.json")]),
  "one file twice": () => joinParts([read(exported([]), "a.json"), read(exported([]), "a.json")]),
  "two plans of one name in a folder": () => {
    const plan = readFileSync(captureOf("count", "terraform"));
    return joinParts([readPlan(plan, "shop/plan.json"), readPlan(plan, "shop/tfplan.json")]);
  },
  "a stack under another name": () => read(exported([]), "shop/dev=a.json"),
  "one by hand, with a resource twice": hand([eip, eip]),
  "one by hand, without a name": hand([], ""),
  "one by hand, with a number for a name": hand([], 5),
  "too many places": () => {
    new Budget(planOfDocument(exported([]))).spend(1_000_000);
  },
  "a report that is too large": () =>
    jsonText(
      {
        toJSON() {
          throw new RangeError("Invalid string length");
        },
      },
      "json",
    ),
  "no day": library({ today: "soon" }),
  "a day that is no text": library({ today: () => 0 }),
  "no language": library({ language: "fr" }),
};

describe.each([
  ["a register", REGISTERS],
  ["a plan", PLANS],
])("what is wrong with %s", (_, cases) => {
  it.each(Object.entries(cases))("is said in both languages: %s", (_name, work) => {
    const error: InputError = errorOf(work);
    const chinese = error.said("zh");
    expect(chinese.flatMap(englishIn)).toEqual([]);
    expect(chinese.filter((line) => chineseIn(line).length === 0)).toEqual([]);
    expect(
      error
        .said("en")
        .flatMap(chineseIn)
        .filter((row) => row !== NO_SIGN),
    ).toEqual([]);
    expect(chinese).toHaveLength(error.said("en").length);
    for (const { id, params } of error.messages) {
      expect(render("en", id, params)).not.toMatch(/\{[a-zA-Z]+(?:[|#][a-zA-Z-]+)?\}/);
    }
  });
});

it("the tables come to all that is said of bad input, save what another version of zod may say and what takes long", () => {
  const said = new Set<string>();
  for (const work of [...Object.values(REGISTERS), ...Object.values(PLANS)]) {
    JSON.stringify(errorOf(work).messages, (key, value: unknown) => {
      if (key === "id") said.add(String(value));
      return value;
    });
  }
  const mine = Object.keys({ ...values, ...plans, ...registers, ...terraform }).filter((id) =>
    /^(?:input|expected|number|meaning)\./.test(id),
  );
  const unseen = ["expected.another", "input.register-unreadable", "input.register-many"];
  expect(mine.filter((id) => !said.has(id))).toEqual(unseen);
});
