/** What the list of the account's filings does to `register --verify --write`, whether it is given or not. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ACCOUNT, KEY } from "../cloud/account";
import { startCloud } from "../cloud/server";
import type { CloudState, Faults } from "../cloud/state";
import { cli, emptyFolder } from "./terminal";

beforeEach(() => {
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", KEY.id);
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEY.secret);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const REGISTER = `version: 1
asOf: 2026-11-20
filings:
  - domain: example.com
    number: 浙ICP备12345678号-1
    status: active
    accessProviders: [{ name: aliyun }]
`;
const OPERATION = "companyreg:QuerySuccessIcpData";

/** What comes of it: the exit code, findings of the two rules, what the report says of the filing, and the day of the register. */
async function verified(state: CloudState, faults: Faults = {}) {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "icp.yaml"), REGISTER);
  const cloud = await startCloud(state, faults);
  try {
    const { code, out } = await cli(["register", "--verify", "--write", "--endpoint", cloud.url, "-f", "json"], {
      cwd,
    });
    const { findings, register } = JSON.parse(out) as {
      findings: { rule: string; verdict: string; apex?: string }[];
      register: { filings: { verified?: object }[] };
    };
    const kept = JSON.parse(readFileSync(join(cwd, "icp.verified.json"), "utf8")) as { filings?: object };
    return {
      code,
      findings: findings.map(({ rule, verdict, apex }) => `${rule} ${verdict} ${apex ?? "-"}`),
      verified: register.filings[0]?.verified,
      asOf: /^asOf: (.*)$/m.exec(readFileSync(join(cwd, "icp.yaml"), "utf8"))?.[1],
      filings: kept.filings,
    };
  } finally {
    await cloud.close();
  }
}

const said = (number: string) => ({
  operation: OPERATION,
  at: expect.any(String) as unknown,
  account: "1234567890123456",
  says: [{ domain: "example.com", number }],
});
const byCdn = { filed: true, operation: "cdn:CheckCdnDomainICP", on: "2026-11-25" };

it("finds nothing and dates the register where the list has its number", async () => {
  expect(await verified(ACCOUNT)).toEqual({
    code: 0,
    findings: [],
    verified: byCdn,
    asOf: "2026-11-25",
    filings: said("浙ICP备12345678号-1"),
  });
});

it("says so, and does not date the register, where the list has another number", async () => {
  expect(await verified({ ...ACCOUNT, filings: { "example.com": "浙ICP备12345678号-7" } })).toEqual({
    code: 0,
    findings: ["icp-register-differs violation example.com"],
    verified: byCdn,
    asOf: "2026-11-20",
    filings: said("浙ICP备12345678号-7"),
  });
});

it.each<[string, CloudState, Faults, object]>([
  ["it is refused", { ...ACCOUNT, forbidden: [OPERATION] }, {}, { unanswered: "forbidden", code: "Forbidden.RAM" }],
  [
    "nobody knows it",
    ACCOUNT,
    { [OPERATION]: { kind: "error", status: 404, code: "InvalidAction.NotFound" } },
    { unanswered: "failed", code: "InvalidAction.NotFound" },
  ],
  [
    "it is not activated",
    ACCOUNT,
    { [OPERATION]: { kind: "error", status: 403, code: "Forbidden.Unsubscribed" } },
    { unanswered: "not-activated", code: "Forbidden.Unsubscribed" },
  ],
])("says so once, of no domain, and goes on as without the list, where %s", async (_, state, faults, why) => {
  expect(await verified(state, faults)).toEqual({
    code: 0,
    findings: ["icp-register-differs undetermined -"],
    verified: byCdn,
    asOf: "2026-11-25",
    filings: { operation: OPERATION, at: expect.any(String) as unknown, account: "1234567890123456", ...why },
  });
});

it("leaves open what CDN denies and the list has, and shows it as verified by neither", async () => {
  const domains = { "example.com": { ...ACCOUNT.domains?.["example.com"], filing: "DomainNotRegistration" } } as const;
  expect(await verified({ ...ACCOUNT, domains })).toEqual({
    code: 0,
    findings: ["icp-register-contradicted undetermined example.com"],
    verified: undefined,
    asOf: "2026-11-20",
    filings: said("浙ICP备12345678号-1"),
  });
});

it("takes the list for an answer where CDN has none", async () => {
  expect(
    await verified(ACCOUNT, { "cdn:CheckCdnDomainICP": { kind: "error", status: 403, code: "CdnServiceNotFound" } }),
  ).toEqual({
    code: 0,
    findings: [],
    verified: { ...byCdn, operation: OPERATION },
    asOf: "2026-11-25",
    filings: said("浙ICP备12345678号-1"),
  });
});
