/** `alicloud-icp init --verify`, against a server on this machine that speaks the cloud's protocol. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { loadRegister } from "../../src/register/load";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { ACCOUNT, madeEcsServer, KEY } from "../cloud/account";
import { startCloud, type PlayedCloud } from "../cloud/server";
import type { CloudState, Faults } from "../cloud/state";
import { TODAY } from "../support/rule-tester";
import { cli, emptyFolder, preview } from "./terminal";

const STATE: CloudState = { ...ACCOUNT, ecs: { "cn-hangzhou": [madeEcsServer("i-web")] } };
let cloud: PlayedCloud;

beforeEach(async () => {
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", KEY.id);
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEY.secret);
  cloud = await startCloud(STATE);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await cloud.close();
});

/** A preview in which the server is there already, with its id. */
function deployed(cwd: string): string {
  const plan = JSON.parse(readFileSync(preview("ecs-pay-as-you-go"), "utf8")) as {
    steps: { urn: string; op: string; newState: { id?: string } }[];
  };
  for (const step of plan.steps) {
    if (!step.urn.includes("alicloud:ecs/instance:Instance::")) continue;
    step.op = "same";
    step.newState.id = "i-web";
  }
  writeFileSync(join(cwd, "plan.json"), JSON.stringify(plan));
  return "plan.json";
}

const asking = (...rest: readonly string[]): string[] => ["init", ...rest, "--verify", "--endpoint", cloud.url];
const textIn = (cwd: string, file: string): string => readFileSync(join(cwd, file), "utf8");

it("writes what is certain, tells what is filed, and keeps what was said", async () => {
  const cwd = emptyFolder();
  const ran = await cli(asking(deployed(cwd)), { cwd });
  expect(ran).toEqual({
    code: 0,
    out: "",
    err: "Wrote icp.verified.json with what was said\nWrote icp.yaml: correct the status of each domain in it\n",
  });
  const text = textIn(cwd, "icp.yaml");
  expect(text).toContain(
    '# accounts: [{ id: "1234567890123456", site: china }] # the account that was asked; write its site: china or international\n',
  );
  expect(text).toContain(
    "    # companyreg:QuerySuccessIcpData said on 2026-11-25 that it is filed through Alibaba Cloud as 浙ICP备12345678号-1: write number and status\n",
  );
  expect(text).toContain(
    '#   - { product: ecs, id: "i-web", stack: "ecs-pay-as-you-go/dev", resource: "*::alicloud:ecs/instance:Instance::web", expiresOn: 2027-03-01 }',
  );
  const { register } = loadRegister(text, { file: "icp.yaml", knownRules: RULE_IDS, today: TODAY });
  expect(register.filings).toMatchObject([
    { domain: "example.com", status: "unfiled", registration: { realName: "verified", expiresOn: "2027-01-31" } },
  ]);
  expect(JSON.parse(textIn(cwd, "icp.verified.json"))).toMatchObject({
    asOf: "2026-11-25",
    account: { says: "1234567890123456" },
    domains: [{ domain: "example.com", filing: { says: "filed" } }],
    servers: [{ product: "ecs", id: "i-web", server: { says: { region: "cn-hangzhou" } } }],
  });
});

it("tells what CDN alone says is filed", async () => {
  await cloud.close();
  cloud = await startCloud({ ...STATE, filings: {} });
  const cwd = emptyFolder();
  const { out } = await cli(asking(deployed(cwd), "--output", "-"), { cwd });
  expect(out).toContain(
    "    # cdn:CheckCdnDomainICP said on 2026-11-25 that it is filed: write its number and status\n",
  );
});

it("speaks Chinese", async () => {
  const cwd = emptyFolder();
  const { code, err } = await cli([...asking(deployed(cwd)), "--lang", "zh"], { cwd });
  expect({ code, err }).toEqual({
    code: 0,
    err: "查询结果已写入 icp.verified.json\n已写入 icp.yaml：请更正其中每个主域名的备案状态\n",
  });
  expect(textIn(cwd, "icp.yaml")).toContain(
    "# companyreg:QuerySuccessIcpData 于 2026-11-25 返回已通过阿里云备案，备案号为 浙ICP备12345678号-1：请填写 number 和 status\n",
  );
});

it("writes what a register without it has where the cloud says nothing", async () => {
  await cloud.close();
  cloud = await startCloud({ ...STATE, domains: {}, filings: {} });
  const cwd = emptyFolder();
  await cli(asking(deployed(cwd), "--output", "asked.yaml"), { cwd });
  await cli(["init", "plan.json", "--output", "plain.yaml"], { cwd });
  const silent = / {4}# (.*) gave no answer \((.*)\)/;
  const lines = (file: string): string[] =>
    textIn(cwd, file)
      .split("\n")
      .filter((line) => !silent.test(line))
      .filter((line) => !line.includes("accounts:"))
      .map((line) => line.replace(/, expiresOn: \S+ \}$/, " }"));
  expect(lines("asked.yaml")).toEqual(lines("plain.yaml"));
  expect([...textIn(cwd, "asked.yaml").matchAll(new RegExp(silent, "g"))].map(([, ...found]) => found)).toEqual([
    ["cdn:CheckCdnDomainICP", "not of this account"],
    ["domain:QueryDomainByDomainName", "not found in this account"],
  ]);
  expect(existsSync(join(cwd, "asked.verified.json"))).toBe(true);
});

describe("what is not answered", () => {
  const FORBIDDEN = ["cdn:CheckCdnDomainICP", "companyreg:QuerySuccessIcpData", "swas-open:ListInstances"] as const;
  const THROTTLED: Faults = {
    "domain:QueryDomainByDomainName": {
      kind: "error",
      status: 429,
      code: "Throttling.User",
      headers: { "retry-after": "3600" },
    },
  };

  it.each([
    [
      "en",
      "3 of 6 questions had no answer: forbidden 2, throttled 1\n",
      ["cdn:CheckCdnDomainICP gave no answer (forbidden)", "domain:QueryDomainByDomainName gave no answer (throttled)"],
    ],
    [
      "zh",
      "6 个问题中有 3 个没有答复：没有权限 2、被限流 1\n",
      ["cdn:CheckCdnDomainICP 没有答复（没有权限）", "domain:QueryDomainByDomainName 没有答复（被限流）"],
    ],
  ])("is counted, and said beside the domain, whether written or printed: %s", async (lang, said, comments) => {
    await cloud.close();
    cloud = await startCloud({ ...STATE, forbidden: FORBIDDEN }, THROTTLED);
    const cwd = emptyFolder();
    const written = await cli(asking(deployed(cwd), "--lang", lang), { cwd });
    expect(written.code).toBe(0);
    expect(written.err.split("\n").slice(2)).toEqual([said.trim(), ""]);
    const printed = await cli(asking("plan.json", "--output", "-", "--lang", lang), { cwd });
    expect(printed).toMatchObject({ code: 0, err: said });
    for (const text of [textIn(cwd, "icp.yaml"), printed.out])
      expect(text.split("\n").flatMap((line) => /^ {4}# (?=cdn|domain)(.*)$/.exec(line)?.[1] ?? [])).toEqual(comments);
  });

  it("is counted as one of one", async () => {
    await cloud.close();
    cloud = await startCloud({ ...STATE, forbidden: ["sts:GetCallerIdentity"] });
    const cwd = emptyFolder();
    const urn = "urn:pulumi:dev::site::pulumi:pulumi:Stack::site-dev";
    writeFileSync(
      join(cwd, "empty.json"),
      JSON.stringify({ steps: [{ op: "same", urn, newState: { urn, type: "pulumi:pulumi:Stack" } }] }),
    );
    const { err } = await cli(asking("empty.json", "--output", "-"), { cwd });
    expect(err).toContain("1 of 1 question had no answer: forbidden 1\n");
  });

  it("is said of a server", async () => {
    await cloud.close();
    cloud = await startCloud({ ...STATE, forbidden: ["ecs:DescribeInstances"] });
    const cwd = emptyFolder();
    const { out, err } = await cli(asking(deployed(cwd), "--output", "-"), { cwd });
    expect(err).toBe("1 of 5 questions had no answer: forbidden 1\n");
    expect(out).toContain("    # ecs:DescribeInstances gave no answer (forbidden)\n");
  });
});

it("prints on demand, and keeps nothing", async () => {
  const cwd = emptyFolder();
  const { code, out, err } = await cli(asking(deployed(cwd), "--output", "-"), { cwd });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("registration: { realName: verified, expiresOn: 2027-01-31 }");
  expect(existsSync(join(cwd, "icp.verified.json"))).toBe(false);
});

it("asks nobody where a register is there already", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "icp.yaml"), "mine");
  const { code, err } = await cli(asking(deployed(cwd)), { cwd });
  expect({ code, err }).toEqual({
    code: 2,
    err: "alicloud-icp: icp.yaml: is there already and is left as it is; pass --output for another file, or - to print it\n",
  });
  expect(cloud.requests).toEqual([]);
});

it.each([
  [
    ["--verify", "--update"],
    "--verify: is for a first register; for one that is there, run alicloud-icp register --verify --write",
  ],
  [["--endpoint", "https://example.com"], "--endpoint: only goes with --verify"],
  [
    ["--verify", "--endpoint", "http://example.com"],
    "--endpoint: goes to example.com by http, where everybody on the way could read it; use https",
  ],
])("refuses %j", async (given, says) => {
  const cwd = emptyFolder();
  const { code, err } = await cli(["init", deployed(cwd), ...given], { cwd });
  expect({ code, err }).toEqual({ code: 2, err: `alicloud-icp: ${says}\n` });
  expect(existsSync(join(cwd, "icp.yaml"))).toBe(false);
});
