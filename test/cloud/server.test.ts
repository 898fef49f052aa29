/** The server that plays the cloud, asked by the vendor's clients: pages, parameters, errors and permissions as documented. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CloudCall, CloudReply } from "../../src/cloud/call";
import { openCaller } from "../../src/cloud/caller";
import { endpointsOf } from "../../src/cloud/endpoints";
import { CLOUD_OPERATIONS, type CloudOperation } from "../../src/vocabulary/cloud-operations";
import { ACCOUNT, askingOf, madeEcsServer, KEY } from "./account";
import { ecsRenewal, ensRenewal, ensServer, registration, sasServer } from "./bodies";
import { startCloud } from "./server";
import type { CloudState } from "./state";

beforeEach(() => {
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", KEY.id);
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEY.secret);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** What the account answers to calls, one after the other, without what all answers have. */
async function asked(calls: readonly CloudCall[], state: CloudState = ACCOUNT) {
  const cloud = await startCloud(state);
  try {
    const caller = await openCaller(askingOf(cloud.url));
    const replies: unknown[] = [];
    for (const call of calls) replies.push(plain(await caller(call)));
    return replies;
  } finally {
    await cloud.close();
  }
}

function plain(reply: CloudReply): unknown {
  if (!("body" in reply)) return [reply.unanswered, reply.code];
  const { RequestId, ...body } = reply.body as Record<string, unknown>;
  expect(RequestId).toEqual(expect.any(String));
  return body;
}

const RegionId = "cn-hangzhou";
const call = (operation: CloudOperation, query: Record<string, string> = {}): CloudCall => ({ operation, query });
const instances = (query: Record<string, string>) => call("ecs:DescribeInstances", { RegionId, ...query });
const renewals = (query: Record<string, string>) =>
  call("ecs:DescribeInstanceAutoRenewAttribute", { RegionId, ...query });
const idsIn = (answers: readonly unknown[]): unknown =>
  answers.map((answer) => {
    const { Instances } = answer as { Instances: { Instance: { InstanceId: string }[] } };
    return Instances.Instance.map(({ InstanceId }) => InstanceId);
  });

it("plays every operation", async () => {
  const queries: Record<CloudOperation, Record<string, string>> = {
    "sts:GetCallerIdentity": {},
    "cdn:CheckCdnDomainICP": { DomainName: "example.cn" },
    "companyreg:QuerySuccessIcpData": { Caller: "skill" },
    "domain:QueryDomainByDomainName": { DomainName: "example.com" },
    "ecs:DescribeRegions": {},
    "ecs:DescribeInstances": { RegionId, InstanceIds: "[]" },
    "ecs:DescribeInstanceAutoRenewAttribute": { RegionId, InstanceId: "i-2" },
    "swas-open:ListRegions": {},
    "swas-open:ListInstances": { RegionId },
    "ens:DescribeInstances": {},
    "ens:DescribeInstanceAutoRenewAttribute": { InstanceIds: "e-1" },
  };
  expect(await asked(CLOUD_OPERATIONS.map((operation) => call(operation, queries[operation])))).toEqual([
    {
      IdentityType: "Account",
      AccountId: "1234567890123456",
      PrincipalId: "1234567890123456",
      UserId: "1234567890123456",
      Arn: "acs:ram::1234567890123456:root",
    },
    { Status: "DomainNotRegistration" },
    {
      Success: true,
      BaSuccessDataWithRiskList: [
        expect.objectContaining({
          IcpNumber: "粤ICP备50000001号",
          WebsiteList: [expect.objectContaining({ SiteRecordNum: "浙ICP备12345678号-1", DomainList: ["example.com"] })],
        }),
      ],
    },
    registration({ RequestId: undefined }),
    {
      Regions: {
        Region: ["cn-hangzhou", "cn-hongkong"].map((region) => ({
          RegionId: region,
          RegionEndpoint: `ecs.${region}.aliyuncs.com`,
          LocalName: region,
        })),
      },
    },
    { TotalCount: 0, Instances: { Instance: [] }, NextToken: "" },
    {
      PageNumber: 1,
      PageSize: 2,
      TotalCount: 1,
      InstanceRenewAttributes: {
        InstanceRenewAttribute: [ecsRenewal("i-2")],
      },
    },
    { Regions: [{ RegionId, RegionEndpoint: "swas.cn-hangzhou.aliyuncs.com", LocalName: RegionId }] },
    {
      PageNumber: 1,
      PageSize: 2,
      TotalCount: 1,
      Instances: [sasServer("s-1")],
    },
    {
      Code: 0,
      PageNumber: 1,
      PageSize: 2,
      TotalCount: 1,
      Instances: { Instance: [ensServer("e-1")] },
    },
    {
      Code: 0,
      InstanceRenewAttributes: { InstanceRenewAttribute: [ensRenewal("e-1")] },
    },
  ]);
});

describe("pages", () => {
  it("are short, and go on by their token, or by their number", async () => {
    const answers = await asked([
      instances({ MaxResults: "100" }),
      instances({ MaxResults: "100", NextToken: "page-2" }),
      instances({ PageNumber: "2", PageSize: "100" }),
    ]);
    expect(idsIn(answers)).toEqual([["i-1", "i-2"], ["i-3"], ["i-3"]]);
    expect(answers).toMatchObject([{ NextToken: "page-2" }, { NextToken: "" }, { TotalCount: 3, PageNumber: 2 }]);
  });

  it("are as long as is asked for where the account lets them", async () => {
    const many = Array.from({ length: 12 }, (_, at) => madeEcsServer(`i-${at}`));
    const state = { ...ACCOUNT, ecs: { [RegionId]: many }, pageSize: 100 };
    const answers = await asked(
      [instances({}), instances({ MaxResults: "1" }), instances({ MaxResults: "11" })],
      state,
    );
    expect((idsIn(answers) as unknown[][]).map(({ length }) => length)).toEqual([10, 10, 11]);
  });
});

describe("errors", () => {
  it.each<[CloudCall, unknown]>([
    [call("cdn:CheckCdnDomainICP"), ["failed", "MissingParameter"]],
    [call("cdn:CheckCdnDomainICP", { DomainName: "strange.example" }), ["not-owned", "-124"]],
    [call("domain:QueryDomainByDomainName"), ["failed", "MissingParameter"]],
    [call("domain:QueryDomainByDomainName", { DomainName: "example.cn" }), ["not-found", "DomainNotExist"]],
    [call("ecs:DescribeInstances"), ["failed", "MissingParameter"]],
    [instances({ RegionId: "mars" }), ["failed", "InvalidRegionId.NotFound"]],
    [instances({ InstanceIds: "i-1" }), ["failed", "InvalidParameter"]],
    [instances({ NextToken: "no" }), ["failed", "InvalidParameter.NextToken"]],
    [renewals({}), ["failed", "MissingParameter"]],
    [renewals({ InstanceId: "i-1,i-9" }), ["not-found", "InvalidInstanceId.NotFound"]],
    [call("swas-open:ListInstances"), ["failed", "MissingParameter"]],
    [call("ens:DescribeInstances", { PageNumber: "0" }), ["failed", "InvalidPageNumber"]],
    [call("ens:DescribeInstanceAutoRenewAttribute"), ["failed", "MissingParameter"]],
    [call("ens:DescribeInstanceAutoRenewAttribute", { InstanceIds: "e-1,e-2" }), ["not-found", "InstanceNotExists"]],
  ])("are those of the documentation: %j", async (given, expected) => {
    expect(await asked([given])).toEqual([expected]);
  });

  it("are given for servers that are paid as they go", async () => {
    const state = {
      ...ACCOUNT,
      ecs: { [RegionId]: [madeEcsServer("i-1"), madeEcsServer("i-2", { InstanceChargeType: "PostPaid" })] },
    };
    expect(await asked([renewals({ InstanceId: "i-1,i-2" })], state)).toEqual([["failed", "ChargeTypeViolation"]]);
  });

  it("are given for an operation that nobody has", async () => {
    const cloud = await startCloud(ACCOUNT);
    const answer = await fetch(cloud.url, { method: "POST", headers: { "x-acs-action": "DeleteInstance" } });
    expect([answer.status, await answer.json()]).toMatchObject([404, { Code: "InvalidAction.NotFound" }]);
    expect(cloud.requests).toMatchObject([{ operation: null, action: "DeleteInstance", accessKeyId: null }]);
    await cloud.close();
  });
});

it("shows no instances to who may not see them, and says so in a trial alone", async () => {
  const forbidden = { ...ACCOUNT, forbidden: ["ecs:DescribeInstances", "ens:DescribeInstances"] as const };
  const calls = [
    instances({}),
    instances({ DryRun: "true" }),
    call("ens:DescribeInstances"),
    call("ecs:DescribeRegions"),
  ];
  const [seen, trial, ens, regions] = await asked(calls, forbidden);
  expect(idsIn([seen])).toEqual([[]]);
  expect([trial, ens]).toEqual([
    ["forbidden", "Forbidden.RAM"],
    ["forbidden", "Forbidden.RAM"],
  ]);
  expect(regions).toHaveProperty("Regions");
  expect(await asked([instances({ DryRun: "true" })])).toEqual([["failed", "DryRunOperation"]]);
});

it("stands for one product while another is asked elsewhere", async () => {
  const [all, cdn] = await Promise.all([startCloud(ACCOUNT), startCloud(ACCOUNT)]);
  const caller = await openCaller({ ...askingOf(), endpoints: endpointsOf([all.url, `cdn=${cdn.url}`]) });
  await caller(call("cdn:CheckCdnDomainICP", { DomainName: "example.com" }));
  await caller(call("sts:GetCallerIdentity"));
  expect([all, cdn].map(({ requests }) => requests.map(({ operation }) => operation))).toEqual([
    ["sts:GetCallerIdentity"],
    ["cdn:CheckCdnDomainICP"],
  ]);
  await Promise.all([all.close(), cdn.close()]);
});
