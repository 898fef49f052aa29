/** `register --verify --print-policy`: what it prints, and that it asks nobody. */
import { describe, expect, it, vi } from "vitest";
import { preview } from "./terminal";
import { CONFIRMED, filesIn, verifying, withKeyOfTests } from "./verifying";

withKeyOfTests();

describe("--print-policy", () => {
  it("prints what suffices for the register, asks nothing and needs no credentials", async () => {
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", undefined);
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", undefined);
    const { code, out, err, requests } = await verifying(["--print-policy"], { register: CONFIRMED });
    expect({ code, err, requests }).toEqual({ code: 0, err: "", requests: [] });
    const allow = (Action: readonly string[], Resource: string) => ({ Effect: "Allow", Action, Resource: [Resource] });
    const policy = {
      Version: "1",
      Statement: [
        allow(
          [
            "beian:QuerySuccessIcpData",
            "cdn:CheckCdnDomainICP",
            "companyreg:QuerySuccessIcpData",
            "ecs:DescribeRegions",
            "swas-open:ListRegions",
          ],
          "*",
        ),
        allow(["domain:QueryCommonInfo", "domain:QueryDomainByDomainName"], "acs:domain:*:*:*"),
        allow(["ecs:DescribeInstanceAutoRenewAttribute", "ecs:DescribeInstances"], "acs:ecs:*:*:instance/i-1"),
        allow(["swas-open:ListInstances"], "acs:swas-open:*:*:instance/*"),
      ],
    };
    expect(out).toBe(`${JSON.stringify(policy, null, 2)}\n`);
  });

  it("says that nothing is to be allowed where nothing is asked that needs a permission", async () => {
    const register = "version: 1\nasOf: 2026-11-20\nfilings: []\n";
    const empty = `${JSON.stringify({ Version: "1", Statement: [] }, null, 2)}\n`;
    expect(await verifying(["--print-policy"], { register })).toMatchObject({
      code: 0,
      out: empty,
      err: "Nothing is asked of this register that needs a permission; RAM takes no policy that allows nothing, and none is needed\n",
      requests: [],
    });
    expect(await verifying(["--print-policy", "--lang", "zh"], { register })).toMatchObject({
      code: 0,
      out: empty,
      err: "此备案台账所需的查询不需要任何权限；RAM 不接受空的权限策略，也无须创建\n",
    });
  });

  it("names nothing by what is no id of a server", async () => {
    const servers = ["*", "i-1,i-2", " i-1 ", "i-\\u202e1"].map((id) => `{ product: ecs, id: "${id}" }`);
    const register = `version: 1\nasOf: 2026-11-20\nfilings:\n  - { domain: example.com, status: active, servers: [${servers.join()}] }\n`;
    const { code, out, err } = await verifying(["--print-policy"], { register });
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toEqual({
      Version: "1",
      Statement: [
        {
          Effect: "Allow",
          Action: ["beian:QuerySuccessIcpData", "cdn:CheckCdnDomainICP", "companyreg:QuerySuccessIcpData"],
          Resource: ["*"],
        },
      ],
    });
  });

  it("allows what the domains of a plan take besides", async () => {
    const argv = ["--plan", preview("cdn-scope-omitted"), "--register", "icp.yaml", "--print-policy"];
    const { out, requests } = await verifying(argv, { register: "version: 1\nasOf: 2026-11-20\nfilings: []\n" });
    expect(requests).toEqual([]);
    expect(out).toContain('"cdn:CheckCdnDomainICP"');
  });
});

it.each([
  [["--write"], "--write"],
  [["--write", "--dry-run"], "--write"],
  [["--output", "policy.json"], "--output"],
  [["--format", "json=report.json"], "--format"],
])("is refused with %j, which it would ignore", async (more, other) => {
  const { code, out, err, requests, cwd } = await verifying(["--print-policy", ...more], { register: CONFIRMED });
  expect({ code, out, err, requests }).toEqual({
    code: 2,
    out: "",
    err: `alicloud-icp: --print-policy: asks nothing and makes no report; leave out ${other}\n`,
    requests: [],
  });
  expect(filesIn(cwd)).toEqual({ "icp.yaml": CONFIRMED });
  const chinese = await verifying(["--print-policy", ...more, "--lang", "zh"], { register: CONFIRMED });
  expect(chinese).toMatchObject({
    code: 2,
    err: `alicloud-icp: --print-policy：不作查询，也不生成报告；请去掉 ${other}\n`,
  });
});
