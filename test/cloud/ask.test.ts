import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askCloud } from "../../src/cloud/ask";
import { questionsOf } from "../../src/cloud/questions";
import type { CloudReply } from "../../src/cloud/call";
import { InputError } from "../../src/input/error";
import { message } from "../../src/messages";
import { nothingDeclared, type Register } from "../../src/register/register";
import { UNANSWERED_WHY, type Verified } from "../../src/register/verified";
import { CLOUD_OPERATIONS, type CloudOperation } from "../../src/vocabulary/cloud-operations";
import { register } from "../support/rule-tester";
import { AT, filing, registration } from "./bodies";
import { callText, fakeCloud, holding, saying, type Behaviour } from "./fake-cloud";

const options = { now: () => new Date("2026-11-26T03:00:00.999Z"), progress: () => undefined };

/** A register with servers of all products that can be asked. */
const everything: Register = register(`filings:
  - domain: example.com
    number: 粤ICP备50000001号-1
    status: active
    registration: {}
    servers:
      - { product: ecs, id: i-sub }
      - { product: ecs, id: i-payg }
      - { product: sas, id: sas1 }
      - { product: ens, id: ens1 }
`);

const WORLD = holding({
  ecs: {
    "i-sub": { region: "cn-shanghai", renewal: "Normal" },
    "i-payg": { fields: { InstanceChargeType: "PostPaid", ExpiredTime: "2099-12-31T15:59Z" } },
  },
  sas: { sas1: { region: "cn-beijing" } },
  ens: { ens1: { renewal: false } },
  filings: { "example.com": "粤ICP备50000001号-1" },
});

const ACCOUNT = "1234567890123456";
const answered = <Said>(operation: CloudOperation, says: Said) => ({ operation, at: AT, account: ACCOUNT, says });

const SAID: Verified = {
  version: 1,
  at: "2026-11-26T03:00:00Z",
  asOf: "2026-11-26",
  account: { operation: "sts:GetCallerIdentity", at: AT, says: ACCOUNT },
  filings: answered("companyreg:QuerySuccessIcpData", [{ domain: "example.com", number: "粤ICP备50000001号-1" }]),
  domains: [
    {
      domain: "example.cn",
      filing: answered("cdn:CheckCdnDomainICP", "filed"),
    },
    {
      domain: "example.com",
      filing: answered("cdn:CheckCdnDomainICP", "filed"),
      registration: answered("domain:QueryDomainByDomainName", {
        realName: "verified",
        expiresOn: "2027-01-31",
        holder: "organisation",
      }),
    },
  ],
  servers: [
    {
      product: "ecs",
      id: "i-payg",
      server: answered("ecs:DescribeInstances", {
        region: "cn-hangzhou",
        charge: "pay-as-you-go",
        expiresOn: null,
        hasPublicAddress: true,
        state: "live",
      }),
    },
    {
      product: "ecs",
      id: "i-sub",
      server: answered("ecs:DescribeInstances", {
        region: "cn-shanghai",
        charge: "subscription",
        expiresOn: "2027-03-01",
        hasPublicAddress: true,
        state: "live",
      }),
      renewal: answered("ecs:DescribeInstanceAutoRenewAttribute", "manual"),
    },
    {
      product: "ens",
      id: "ens1",
      server: answered("ens:DescribeInstances", {
        region: "cn-beijing-cmcc",
        charge: null,
        expiresOn: "2027-07-01",
        hasPublicAddress: true,
        state: "live",
      }),
      renewal: answered("ens:DescribeInstanceAutoRenewAttribute", "manual"),
    },
    {
      product: "sas",
      id: "sas1",
      server: answered("swas-open:ListInstances", {
        region: "cn-beijing",
        charge: "subscription",
        expiresOn: "2027-05-09",
        hasPublicAddress: true,
        state: "live",
      }),
    },
  ],
};

it("asks each question once and tells what was said", async () => {
  const { caller, calls } = fakeCloud(WORLD);
  expect(await askCloud(questionsOf(everything, ["example.cn"]), caller, options)).toEqual(SAID);
  const ids = '"InstanceIds":"[\\"i-payg\\",\\"i-sub\\"]","MaxResults":"100"';
  const inRegion = (region: string) => `ecs:DescribeInstances at ${region} {${ids},"RegionId":"${region}"}`;
  const sas = (region: string) =>
    `swas-open:ListInstances at ${region} {"InstanceIds":"[\\"sas1\\"]","PageSize":"100","RegionId":"${region}"}`;
  const four = ["cn-beijing", "cn-hangzhou", "cn-shanghai", "cn-shenzhen"];
  expect(calls.map(callText).sort()).toEqual(
    [
      "sts:GetCallerIdentity {}",
      'companyreg:QuerySuccessIcpData {"Caller":"skill"}',
      'cdn:CheckCdnDomainICP {"DomainName":"example.cn"}',
      'cdn:CheckCdnDomainICP {"DomainName":"example.com"}',
      'domain:QueryDomainByDomainName {"DomainName":"example.com"}',
      "ecs:DescribeRegions {}",
      ...four.map(inRegion),
      'ecs:DescribeInstanceAutoRenewAttribute at cn-shanghai {"InstanceId":"i-sub","PageSize":"100","RegionId":"cn-shanghai"}',
      "swas-open:ListRegions {}",
      ...four.map(sas),
      'ens:DescribeInstances {"InstanceIds":"[\\"ens1\\"]","PageSize":"100"}',
      'ens:DescribeInstanceAutoRenewAttribute {"InstanceIds":"ens1"}',
    ].sort(),
  );
});

it("asks nothing but whose the credentials are of a register that has nothing to ask about", async () => {
  const { caller, calls } = fakeCloud(WORLD);
  const said = await askCloud(questionsOf(nothingDeclared, []), caller, options);
  const { version, at, asOf, account } = SAID;
  expect(said).toStrictEqual({ version, at, asOf, account, domains: [], servers: [] });
  expect(calls.map(callText)).toEqual(["sts:GetCallerIdentity {}"]);
});

it("says the same in whichever order answers come", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const { caller } = fakeCloud(WORLD);
      const asking = askCloud(questionsOf(everything, ["example.cn"]), scheduler.scheduleFunction(caller), options);
      expect(await scheduler.waitFor(asking)).toEqual(SAID);
    }),
    { numRuns: 50 },
  );
});

it.each([
  [undefined, 4],
  [1, 1],
  [2, 2],
])("has no more calls under way than it may: %s", async (most, expected) => {
  const { caller } = fakeCloud(WORLD);
  let under = 0;
  let highest = 0;
  await askCloud(
    questionsOf(everything, ["a.com", "b.com", "c.com"]),
    async (call) => {
      highest = Math.max(highest, ++under);
      const reply = await caller(call);
      under--;
      return reply;
    },
    { ...options, most },
  );
  expect(highest).toBe(expected);
});

it("asks whose the credentials are before anything else", async () => {
  const { caller, calls } = fakeCloud(WORLD);
  let identified: (reply: CloudReply) => void = () => undefined;
  const asking = askCloud(
    questionsOf(everything, []),
    (call) =>
      call.operation === "sts:GetCallerIdentity"
        ? new Promise((resolve) => {
            identified = resolve;
          })
        : caller(call),
    options,
  );
  await Promise.resolve();
  expect(calls).toEqual([]);
  identified({ at: AT, unanswered: "forbidden" });
  expect((await asking).account).toEqual({ operation: "sts:GetCallerIdentity", at: AT, unanswered: "forbidden" });
});

it("tells how far it is, question by question", async () => {
  const { caller } = fakeCloud(WORLD);
  const told: string[] = [];
  await askCloud(questionsOf(everything, ["example.cn"]), caller, {
    ...options,
    progress: (asked, all) => told.push(`${asked}/${all}`),
  });
  expect(told).toHaveLength(2 + 2 + 1 + 3);
  expect(told[0]).toBe("1/9");
  expect(told.at(-1)).toBe("9/9");
  expect([...told].sort()).toEqual(told);
});

it("passes on what its caller throws", async () => {
  const wrong = new InputError(message("input.register-unreadable", {}), { file: "x" });
  await expect(askCloud(questionsOf(everything, []), () => Promise.reject(wrong), options)).rejects.toBe(wrong);
});

/** What of an answer each operation is told for, by the register above. */
const TOLD: Readonly<Record<CloudOperation, (said: Verified) => readonly unknown[]>> = {
  "sts:GetCallerIdentity": ({ account }) => [account],
  "cdn:CheckCdnDomainICP": ({ domains }) => domains.map(({ filing: told }) => told),
  "companyreg:QuerySuccessIcpData": ({ filings }) => (filings ? [filings] : []),
  "domain:QueryDomainByDomainName": ({ domains }) => domains.flatMap(({ registration: told }) => told ?? []),
  "ecs:DescribeRegions": (said) => serversOf(said, "ecs"),
  "ecs:DescribeInstances": (said) => serversOf(said, "ecs"),
  "ecs:DescribeInstanceAutoRenewAttribute": (said) => renewalsOf(said, "ecs"),
  "swas-open:ListRegions": (said) => serversOf(said, "sas"),
  "swas-open:ListInstances": (said) => serversOf(said, "sas"),
  "ens:DescribeInstances": (said) => serversOf(said, "ens"),
  "ens:DescribeInstanceAutoRenewAttribute": (said) => renewalsOf(said, "ens"),
};
const serversOf = ({ servers }: Verified, of: string) =>
  servers.flatMap(({ product, server }) => (product === of ? [server] : []));
const renewalsOf = ({ servers }: Verified, of: string) =>
  servers.flatMap(({ product, renewal }) => (product === of && renewal ? [renewal] : []));

describe.each(CLOUD_OPERATIONS)("%s", (operation) => {
  // Whose account it is, nobody else can say.
  const by = operation === "sts:GetCallerIdentity" ? {} : { account: ACCOUNT };
  const told = async (behaviour: Behaviour) =>
    TOLD[operation](await askCloud(questionsOf(everything, []), fakeCloud({ ...WORLD, ...behaviour }).caller, options));

  it.each(UNANSWERED_WHY)("has no answer: %s", async (unanswered) => {
    const answers = await told({ [operation]: () => ({ unanswered, code: "Some.Code" }) });
    expect(answers).not.toEqual([]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ operation, at: AT, unanswered, code: "Some.Code", ...by })]),
    );
  });

  it("has no answer, and no code", async () => {
    const [first] = await told({ [operation]: () => ({ unanswered: "unreachable" }) });
    expect(JSON.stringify(first)).toBe(JSON.stringify({ operation, at: AT, unanswered: "unreachable", ...by }));
  });

  it("says something that nobody knows", async () => {
    const answers = await told({ [operation]: () => saying({ RequestId: "x" }) });
    expect(answers).not.toEqual([]);
    for (const answer of answers) expect(answer).toEqual({ operation, at: AT, unanswered: "unreadable", ...by });
  });
});

it("keeps what only one domain says apart from the others, and nothing of people", async () => {
  const { caller } = fakeCloud({
    ...WORLD,
    "cdn:CheckCdnDomainICP": ({ query }) =>
      query["DomainName"] === "example.cn"
        ? { unanswered: "not-owned", code: "-124" }
        : saying(filing("DomainNotRegistration")),
    "domain:QueryDomainByDomainName": () => saying(registration({ RegistrantType: "1", RealNameStatus: "FAILED" })),
  });
  const said = await askCloud(questionsOf(everything, ["example.cn"]), caller, options);
  expect(
    said.domains.map(({ domain, filing: told }) => [domain, "says" in told ? told.says : told.unanswered]),
  ).toEqual([
    ["example.cn", "not-owned"],
    ["example.com", "not-filed"],
  ]);
  expect(JSON.stringify(said)).toContain('"individual"');
  expect(JSON.stringify(said)).not.toMatch(/Zhang|张三|Acme|某|@|verify/);
});
