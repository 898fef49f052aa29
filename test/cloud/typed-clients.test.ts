/** Our calls, held against those of the vendor's typed clients: both go to the same server, which sees no difference. */
import Cdn, { CheckCdnDomainICPRequest } from "@alicloud/cdn20180510";
import Ecs, * as ecs from "@alicloud/ecs20140526";
import { $OpenApiUtil } from "@alicloud/openapi-core";
import Swas, * as swas from "@alicloud/swas-open20200601";
import { afterAll, beforeAll, beforeEach, afterEach, expect, it, vi } from "vitest";
import regions from "../../data/regions.json";
import type { CloudCall } from "../../src/cloud/call";
import { openCaller } from "../../src/cloud/caller";
import { endpointsOf } from "../../src/cloud/endpoints";
import { ACCOUNT, askingOf, KEY } from "./account";
import { startCloud, type PlayedCloud } from "./server";

let cloud: PlayedCloud;
beforeAll(async () => {
  cloud = await startCloud(ACCOUNT);
});
afterAll(() => cloud.close());
beforeEach(() => {
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", KEY.id);
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEY.secret);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const config = () =>
  new $OpenApiUtil.Config({
    accessKeyId: KEY.id,
    accessKeySecret: KEY.secret,
    endpoint: `127.0.0.1:${cloud.port}`,
    protocol: "http",
  });

const REGION = { regionId: "cn-hangzhou" };
const CALLS: readonly (readonly [CloudCall, () => Promise<unknown>])[] = [
  [
    { operation: "cdn:CheckCdnDomainICP", query: { DomainName: "example.com" } },
    () => new Cdn(config()).checkCdnDomainICP(new CheckCdnDomainICPRequest({ domainName: "example.com" })),
  ],
  [
    { operation: "ecs:DescribeRegions", query: {} },
    () => new Ecs(config()).describeRegions(new ecs.DescribeRegionsRequest({})),
  ],
  [
    {
      operation: "ecs:DescribeInstances",
      region: "cn-hangzhou",
      query: { RegionId: "cn-hangzhou", InstanceIds: '["i-1","i-2"]', MaxResults: "100", NextToken: "page-0" },
    },
    () =>
      new Ecs(config()).describeInstances(
        new ecs.DescribeInstancesRequest({
          ...REGION,
          instanceIds: '["i-1","i-2"]',
          maxResults: 100,
          nextToken: "page-0",
        }),
      ),
  ],
  [
    {
      operation: "ecs:DescribeInstanceAutoRenewAttribute",
      region: "cn-hangzhou",
      query: { RegionId: "cn-hangzhou", InstanceId: "i-1,i-2", PageSize: "100", PageNumber: "1" },
    },
    () =>
      new Ecs(config()).describeInstanceAutoRenewAttribute(
        new ecs.DescribeInstanceAutoRenewAttributeRequest({
          ...REGION,
          instanceId: "i-1,i-2",
          pageSize: "100",
          pageNumber: "1",
        }),
      ),
  ],
  [
    { operation: "swas-open:ListRegions", query: {} },
    () => new Swas(config()).listRegions(new swas.ListRegionsRequest({})),
  ],
  [
    {
      operation: "swas-open:ListInstances",
      region: "cn-hangzhou",
      query: { RegionId: "cn-hangzhou", InstanceIds: '["s-1"]', PageSize: "100", PageNumber: "1" },
    },
    () =>
      new Swas(config()).listInstances(
        new swas.ListInstancesRequest({ ...REGION, instanceIds: '["s-1"]', pageSize: 100, pageNumber: 1 }),
      ),
  ],
];

it.each(CALLS.map(([call, typed]) => [call.operation, call, typed] as const))(
  "sends what the typed client does: %s",
  async (operation, call, typed) => {
    const before = cloud.requests.length;
    await typed();
    const reply = await (await openCaller(askingOf(cloud.url)))(call);
    const [theirs, ours, ...more] = cloud.requests.slice(before);
    expect(reply).toHaveProperty("body.RequestId");
    expect(theirs).toMatchObject({ operation, method: "POST", path: "/", accessKeyId: KEY.id });
    expect(ours).toEqual(theirs);
    expect(more).toEqual([]);
  },
);

it("goes where the typed clients go, in every region that is known", () => {
  const all = [...regions.mainland, ...regions.outside];
  expect(all.length).toBeGreaterThan(40);
  const endpoints = endpointsOf([]);
  const at = (regionId: string) => new $OpenApiUtil.Config({ regionId });
  const theirs = all.map((region) => [region, new Ecs(at(region))._endpoint]);
  expect(all.map((region) => [region, endpoints("ecs", region).host])).toEqual(theirs);
  expect(endpoints("cdn").host).toBe(new Cdn(at("cn-hangzhou"))._endpoint);
});
