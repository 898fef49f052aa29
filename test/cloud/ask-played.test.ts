/** What is asked, by the vendor's own clients, of a server on this machine that speaks the cloud's protocol. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { askCloud } from "../../src/cloud/ask";
import { questionsOf } from "../../src/cloud/questions";
import { openCaller } from "../../src/cloud/caller";
import type { CloudAnswer, CloudRegistration, CloudServer, Verified } from "../../src/register/verified";
import { readVerified, verifiedText } from "../../src/register/verified-file";
import { register } from "../support/rule-tester";
import { askingOf, KEY } from "./account";
import * as body from "./bodies";
import { startCloud } from "./server";
import type { CloudState, Faults } from "./state";

beforeEach(() => {
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", KEY.id);
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEY.secret);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const ecs = (id: string, more: body.Fields = {}) => ({
  instance: body.ecsServer(id, more),
  renewal: { RenewalStatus: "Normal" },
});

const STATE: CloudState = {
  account: "1234567890123456",
  keys: [KEY],
  domains: { "example.com": { filing: "DomainIsRegistration", registration: body.registration() } },
  ecs: {
    "cn-hangzhou": ["i-1", "i-2", "i-3", "i-4", "i-5"].map((id) => ecs(id)),
    "cn-shanghai": [ecs("i-payg", { InstanceChargeType: "PostPaid" })],
    "cn-hongkong": [],
  },
  swas: { "cn-beijing": [], "ap-southeast-1": [{ instance: body.sasServer("s1") }] },
  ens: [{ instance: body.ensServer("e1"), renewal: { AutoRenewal: false } }],
  pageSize: 2,
};

const declared = register(`filings:
  - domain: example.com
    status: active
    registration: {}
    servers:
      - { product: ecs, id: i-1 }
      - { product: ecs, id: i-3 }
      - { product: ecs, id: i-5 }
      - { product: ecs, id: i-payg }
      - { product: ecs, id: i-gone }
      - { product: sas, id: s1 }
      - { product: sas, id: s2 }
      - { product: ens, id: e1 }
      - { product: ens, id: e2 }
  - { domain: example.net, status: unfiled, registration: { realName: missing } }
  - { domain: example.org, status: unfiled }
`);

/** What the server says, and what it was asked, in lines. */
async function asked(state: CloudState = STATE, faults: Faults = {}) {
  const cloud = await startCloud(state, faults);
  try {
    const caller = await openCaller(askingOf(cloud.url));
    const options = { now: () => new Date("2026-11-28T03:04:05Z"), progress: () => undefined };
    const said = await askCloud(questionsOf(declared, []), caller, options);
    return { said, told: toldOf(said), requests: cloud.requests, most: cloud.most() };
  } finally {
    await cloud.close();
  }
}

const toldOf = ({ domains, servers }: Verified): readonly string[] => [
  ...domains.flatMap(({ domain, filing, registration }) =>
    (registration ? [filing, registration] : [filing]).map((answer) => `${domain} ${wordsOf(answer)}`),
  ),
  ...servers.map(({ product, id, server, renewal }) =>
    [product, id, wordsOf(server), ...(renewal ? [wordsOf(renewal)] : [])].join(" "),
  ),
];

const wordsOf = (answer: CloudAnswer<string | CloudServer | CloudRegistration>): string => {
  if ("unanswered" in answer) return [answer.unanswered, ...(answer.code === undefined ? [] : [answer.code])].join(" ");
  if (typeof answer.says === "string") return answer.says;
  return "region" in answer.says
    ? `${answer.says.region} until ${answer.says.expiresOn ?? "ever"}`
    : `${answer.says.realName} until ${answer.says.expiresOn}`;
};

const FOUND = [
  "example.com filed",
  "example.com verified until 2027-01-31",
  "example.net not-owned -124",
  "example.net not-found DomainNotExist",
  "example.org not-owned -124",
  "ecs i-1 cn-hangzhou until 2027-03-01 manual",
  "ecs i-3 cn-hangzhou until 2027-03-01 manual",
  "ecs i-5 cn-hangzhou until 2027-03-01 manual",
  "ecs i-gone not-found",
  "ecs i-payg cn-shanghai until ever",
  "ens e1 cn-beijing-cmcc until 2027-07-01 manual",
  "ens e2 not-found",
  "sas s1 ap-southeast-1 until 2027-05-09",
  "sas s2 not-found",
];

it("finds out everything, through pages and regions", async () => {
  const { said, told, requests, most } = await asked();
  expect(told).toEqual(FOUND);
  expect(said.account).toEqual({
    operation: "sts:GetCallerIdentity",
    at: "2026-11-28T03:04:05Z",
    says: "1234567890123456",
  });
  expect(requests.map(({ operation }) => operation).filter((operation) => operation === null)).toEqual([]);
  expect(requests[0]?.operation).toBe("sts:GetCallerIdentity");
  expect(most).toBeLessThanOrEqual(4);
  const sought = requests.filter(({ operation }) => operation === "ecs:DescribeInstances");
  expect(
    sought
      .map(({ region, query }) => [region, query["NextToken"] ?? "", query["DryRun"] ?? ""].join(" ").trim())
      .sort(),
  ).toEqual([
    "cn-hangzhou",
    "cn-hangzhou  true",
    "cn-hangzhou page-2",
    "cn-hongkong",
    "cn-hongkong  true",
    "cn-shanghai",
    "cn-shanghai  true",
  ]);
});

it("says what icp.verified.json can keep", async () => {
  const { said } = await asked();
  const file = join(mkdtempSync(join(tmpdir(), "icp-asked-")), "icp.verified.json");
  writeFileSync(file, verifiedText(said));
  expect(readVerified(file, { name: "icp.verified.json", today: "2026-11-28" })).toEqual(said);
});

it("does not take for gone what it may not see", async () => {
  const { told } = await asked({ ...STATE, forbidden: ["ecs:DescribeInstances", "cdn:CheckCdnDomainICP"] });
  expect(told).toEqual(
    FOUND.map((line) => {
      const [what, id] = line.split(" ");
      if (what === "ecs") return `ecs ${id ?? ""} forbidden Forbidden.RAM`;
      return /filed|not-owned/.test(line) ? `${what ?? ""} forbidden Forbidden.RAM` : line;
    }),
  );
});

it("says what could not be asked, and why, of an account that is throttled and a body that breaks", async () => {
  const { told } = await asked(STATE, {
    "ens:DescribeInstances": { kind: "error", status: 400, code: "Throttling.User" },
    "swas-open:ListRegions": { kind: "body", body: "<html>" },
  });
  expect(told).toEqual(
    FOUND.map((line) =>
      line.replace(/^(ens \S+) .*/, "$1 throttled Throttling.User").replace(/^(sas \S+) .*/, "$1 unreadable"),
    ),
  );
});
