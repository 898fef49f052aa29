import { describe, expect, it } from "vitest";
import { askCloud } from "../../src/cloud/ask";
import { operationsOf, ramPolicyOf } from "../../src/cloud/policy";
import { questionsOf } from "../../src/cloud/questions";
import { nothingDeclared } from "../../src/register/register";
import { register } from "../support/rule-tester";
import { AT } from "./bodies";
import { fakeCloud, holding } from "./fake-cloud";

const withServers = (servers: string, more = "") =>
  register(`filings:\n  - { domain: example.com, status: active, servers: [${servers}]${more} }\n`);

const ECS = "{ product: ecs, id: i-1 }";
const SAS = "{ product: sas, id: s1 }";
const ENS = "{ product: ens, id: e1 }";
const WORLD = holding({ ecs: { "i-1": {} }, sas: { s1: {} }, ens: { e1: {} } });

describe.each([
  ["nothing", nothingDeclared, []],
  ["domains of plans", nothingDeclared, ["example.com"]],
  ["a filing", withServers(""), []],
  ["a filing and a registration", withServers("", ", registration: {}"), []],
  ["a filing with a number", register(`filings: [{ domain: a.com, status: active, number: 粤ICP备1号-1 }]\n`), []],
  ["ECS", withServers(ECS), []],
  ["Simple Application Server", withServers(SAS), []],
  ["ENS", withServers(ENS), []],
  ["all of them", withServers([ECS, SAS, ENS].join()), ["example.cn"]],
])("%s", (_, declared, further) => {
  it("takes the operations that asking calls, and no other", async () => {
    const { caller, calls } = fakeCloud(WORLD);
    await askCloud(questionsOf(declared, further), caller, { now: () => new Date(AT), progress: () => undefined });
    expect(operationsOf(questionsOf(declared, further))).toEqual(
      [...new Set(calls.map(({ operation }) => operation))].sort(),
    );
  });
});

const policyOf = (servers: string) => ramPolicyOf(questionsOf(withServers(servers), []));
const allow = (Action: readonly string[], ...Resource: readonly string[]) => ({ Effect: "Allow", Action, Resource });
const DOMAIN = allow(["domain:QueryCommonInfo", "domain:QueryDomainByDomainName"], "acs:domain:*:*:*");

it("allows nothing where nothing is asked that needs a permission", () => {
  expect(ramPolicyOf(questionsOf(nothingDeclared, []))).toEqual({ Version: "1", Statement: [] });
});

it("allows what a register of filings alone needs", () => {
  expect(policyOf("")).toEqual({
    Version: "1",
    Statement: [allow(["beian:QuerySuccessIcpData", "cdn:CheckCdnDomainICP", "companyreg:QuerySuccessIcpData"], "*")],
  });
});

it("allows what registrations need where a register says something of one", () => {
  const declared = withServers("", ", registration: { realName: verified }");
  expect(ramPolicyOf(questionsOf(declared, ["example.cn"]))).toEqual({
    Version: "1",
    Statement: [
      allow(["beian:QuerySuccessIcpData", "cdn:CheckCdnDomainICP", "companyreg:QuerySuccessIcpData"], "*"),
      DOMAIN,
    ],
  });
});

it("names no server by what is no id", () => {
  const others = ['"*"', '"i-1,i-2"', '"i-1 "', '"acs:ecs"'].map((id) => `{ product: ecs, id: ${id} }`);
  expect(policyOf(others.join())).toEqual(policyOf(""));
});

it("allows the list of the account's filings by both names that the vendor's tools have for it", () => {
  expect(ramPolicyOf({ ownFilings: true, domains: [], registrations: [], servers: [] })).toEqual({
    Version: "1",
    Statement: [allow(["beian:QuerySuccessIcpData", "companyreg:QuerySuccessIcpData"], "*")],
  });
});

it("allows what servers need, on the servers that are named where an operation can be allowed on them", () => {
  expect(policyOf([ECS, SAS, ENS].join())).toEqual({
    Version: "1",
    Statement: [
      allow(
        [
          "beian:QuerySuccessIcpData",
          "cdn:CheckCdnDomainICP",
          "companyreg:QuerySuccessIcpData",
          "ecs:DescribeRegions",
          "ens:DescribeInstanceAutoRenewAttribute",
          "swas-open:ListRegions",
        ],
        "*",
      ),
      allow(["ecs:DescribeInstanceAutoRenewAttribute", "ecs:DescribeInstances"], "acs:ecs:*:*:instance/i-1"),
      allow(["ens:DescribeInstances"], "acs:ens:*:*:instance/e1"),
      allow(["swas-open:ListInstances"], "acs:swas-open:*:*:instance/*"),
    ],
  });
});

it("names no more servers than a policy has room for", () => {
  const ecs = (count: number) =>
    Array.from({ length: count }, (_, at) => `{ product: ecs, id: i-bp67acfmxazb4p${at} }`).join();
  const resources = (count: number) =>
    policyOf(ecs(count)).Statement.find(({ Action }) => Action.includes("ecs:DescribeInstances"))?.Resource;
  expect(resources(30)).toHaveLength(30);
  expect(resources(31)).toEqual(["acs:ecs:*:*:instance/*"]);
  expect(JSON.stringify(policyOf(ecs(30))).length).toBeLessThan(6144);
});
