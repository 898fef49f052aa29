/** The whole way: a register, what is asked of it, the vendor's clients, the server, and what it said. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { askCloud } from "../../src/cloud/ask";
import { questionsOf } from "../../src/cloud/questions";
import { openCaller } from "../../src/cloud/caller";
import { register } from "../support/rule-tester";
import { ACCOUNT, askingOf, madeEcsServer, KEY } from "./account";
import type { CloudOperation } from "../../src/vocabulary/cloud-operations";
import { startCloud } from "./server";
import type { CloudState, Faults } from "./state";

beforeEach(() => {
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", KEY.id);
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEY.secret);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const AT = "2026-11-28T03:04:05Z";
const IDS = ["i-1", "i-2", "i-3", "i-4", "i-5"];
const REGISTER = register(
  `filings:\n  - domain: example.com\n    number: 浙ICP备12345678号-1\n    status: active\n    registration: {}\n    servers:\n${IDS.map((id) => `      - { product: ecs, id: ${id} }\n`).join("")}`,
);

/** What the cloud says of the register, and how often it was asked by which operation. */
async function verified(state: CloudState, faults: Faults = {}) {
  const cloud = await startCloud(state, faults);
  try {
    const caller = await openCaller(askingOf(cloud.url));
    const now = () => new Date(AT);
    const said = await askCloud(questionsOf(REGISTER, []), caller, { now, progress: () => undefined });
    const counts = new Map<string, number>();
    for (const { operation } of cloud.requests) counts.set(String(operation), (counts.get(String(operation)) ?? 0) + 1);
    return { said, counts: Object.fromEntries([...counts].sort()) };
  } finally {
    await cloud.close();
  }
}

const state: CloudState = {
  ...ACCOUNT,
  domains: { "example.com": { filing: "DomainIsRegistration" } },
  ecs: { "cn-hongkong": [], "cn-hangzhou": IDS.slice(0, 4).map((id) => madeEcsServer(id)) },
};

/** No answer of the account. */
const silent = (operation: CloudOperation, why: object) => ({ operation, at: AT, account: "1234567890123456", ...why });

it("finds servers on every page and in every region, and says what is nowhere", async () => {
  const { said, counts } = await verified(state);
  expect(said.account).toEqual({ operation: "sts:GetCallerIdentity", at: AT, says: "1234567890123456" });
  expect(said.filings).toEqual({
    operation: "companyreg:QuerySuccessIcpData",
    at: AT,
    account: "1234567890123456",
    says: [{ domain: "example.com", number: "浙ICP备12345678号-1" }],
  });
  expect(said.domains).toMatchObject([
    {
      domain: "example.com",
      filing: { says: "filed" },
      registration: { unanswered: "not-found", code: "DomainNotExist" },
    },
  ]);
  expect(said.servers.map(({ id, server, renewal }) => [id, "says" in server, renewal && "says" in renewal])).toEqual([
    ...IDS.slice(0, 4).map((id) => [id, true, true]),
    ["i-5", false, undefined],
  ]);
  expect(said.servers.at(-1)?.server).toEqual(silent("ecs:DescribeInstances", { unanswered: "not-found" }));
  expect(counts).toEqual({
    "cdn:CheckCdnDomainICP": 1,
    "companyreg:QuerySuccessIcpData": 1,
    "domain:QueryDomainByDomainName": 1,
    // A page in Hong Kong and two in Hangzhou; then a trial in both, for the one that is nowhere.
    "ecs:DescribeInstances": 5,
    "ecs:DescribeInstanceAutoRenewAttribute": 2,
    "ecs:DescribeRegions": 1,
    "sts:GetCallerIdentity": 1,
  });
});

it("says that it may not see where there are none for want of permission", async () => {
  const { said } = await verified({ ...state, forbidden: ["ecs:DescribeInstances"] });
  expect(said.servers.map(({ server }) => server)).toEqual(
    IDS.map(() => silent("ecs:DescribeInstances", { unanswered: "forbidden", code: "Forbidden.RAM" })),
  );
});

it.each<[string, CloudState, Faults, object]>([
  [
    "it may not be asked",
    { ...state, forbidden: ["companyreg:QuerySuccessIcpData"] },
    {},
    { unanswered: "forbidden", code: "Forbidden.RAM" },
  ],
  [
    "nobody knows it there",
    state,
    { "companyreg:QuerySuccessIcpData": { kind: "error", status: 404, code: "InvalidAction.NotFound" } },
    { unanswered: "failed", code: "InvalidAction.NotFound" },
  ],
  [
    "its error is in its body",
    state,
    {
      "companyreg:QuerySuccessIcpData": { kind: "body", body: '{"Success":false,"ErrorCode":"NoPermission"}' },
    },
    { unanswered: "forbidden", code: "NoPermission" },
  ],
])("is left without the account's own filings, and with all else, where %s", async (_, world, faults, why) => {
  const { said } = await verified(world, faults);
  const { filings, ...others } = said;
  expect(filings).toEqual(silent("companyreg:QuerySuccessIcpData", why));
  const { filings: listed, ...whole } = (await verified(state)).said;
  expect(listed).toHaveProperty("says");
  expect(others).toEqual(whole);
});

it("leaves one question without an answer, and the others with theirs", async () => {
  const { said } = await verified(state, { "cdn:CheckCdnDomainICP": { kind: "reset" } });
  expect(said.domains[0]?.filing).toEqual(silent("cdn:CheckCdnDomainICP", { unanswered: "unreachable" }));
  expect(said.servers.filter(({ server }) => "says" in server)).toHaveLength(4);
});
