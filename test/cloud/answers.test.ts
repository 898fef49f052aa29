import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAccount } from "../../src/cloud/answers/account";
import { readFiling, readRegistration } from "../../src/cloud/answers/domains";
import type { ListPage } from "../../src/cloud/answers/pages";
import type { Reading } from "../../src/cloud/answers/reading";
import { readOwnFilings } from "../../src/cloud/answers/own-filings";
import { readEcsRegions, readSasRegions } from "../../src/cloud/answers/regions";
import { readEcsRenewals, readEnsRenewals } from "../../src/cloud/answers/renewals";
import { readEcsServers, readEnsServers, readSasServers } from "../../src/cloud/answers/servers";
import { askCloud } from "../../src/cloud/ask";
import { questionsOf } from "../../src/cloud/questions";
import { UNANSWERED_WHY } from "../../src/register/verified";
import { CLOUD_OPERATIONS, type CloudOperation } from "../../src/vocabulary/cloud-operations";
import { register } from "../support/rule-tester";
import {
  AT,
  ecsRegions,
  ecsRenewal,
  ecsRenewals,
  ecsServer,
  ecsServers,
  ensRenewal,
  ensRenewals,
  ensServer,
  ensServers,
  filing,
  identity,
  ownFilings,
  ownSite,
  ownSubject,
  registration,
  sasRegions,
  sasServer,
  sasServers,
  type Fields,
} from "./bodies";
import { fakeCloud, holding, saying } from "./fake-cloud";

/** What is no body of any operation. */
const NO_BODIES: readonly unknown[] = [undefined, null, "", "<html>", 0, true, [], {}, [{}], { RequestId: "x" }];

const NUMBER = "粤ICP备50000001号-1";

/** A whole body of each operation, and how it is read. */
const BODIES = {
  "sts:GetCallerIdentity": [readAccount, identity()],
  "cdn:CheckCdnDomainICP": [readFiling, filing()],
  "companyreg:QuerySuccessIcpData": [readOwnFilings, ownFilings([ownSubject([ownSite(NUMBER, ["example.com"])])])],
  "domain:QueryDomainByDomainName": [readRegistration, registration()],
  "ecs:DescribeRegions": [readEcsRegions, ecsRegions("cn-hangzhou")],
  "ecs:DescribeInstances": [readEcsServers, ecsServers([ecsServer("i-1")])],
  "ecs:DescribeInstanceAutoRenewAttribute": [readEcsRenewals, ecsRenewals([ecsRenewal("i-1")])],
  "swas-open:ListRegions": [readSasRegions, sasRegions("cn-hangzhou")],
  "swas-open:ListInstances": [readSasServers, sasServers([sasServer("s1")])],
  "ens:DescribeInstances": [readEnsServers, ensServers([ensServer("e1")])],
  "ens:DescribeInstanceAutoRenewAttribute": [readEnsRenewals, ensRenewals([ensRenewal("e1")])],
} as const satisfies Readonly<Record<CloudOperation, readonly [Reading<unknown>, unknown]>>;

describe.each(CLOUD_OPERATIONS)("%s", (operation) => {
  const [read, body] = BODIES[operation];

  it("is read with fields that nobody has described", () => {
    expect(read(body, AT)).toBeDefined();
    expect(read({ ...body, New: { field: [1] } }, AT)).toEqual(read(body, AT));
  });

  it.each(NO_BODIES)("is unreadable: %j", (none) => {
    expect(read(none, AT)).toBeUndefined();
  });
});

describe("an account", () => {
  it.each([
    ["1234567890123456", "1234567890123456"],
    [1234567890123456, undefined],
    ["", undefined],
    ["123\n", undefined],
    ["acs:ram::1", undefined],
  ])("%j", (AccountId, said) => {
    expect(readAccount(identity({ AccountId }), AT)).toBe(said);
  });
});

describe("the account's own filings", () => {
  const told = (sites: unknown, more: Fields = {}) => readOwnFilings(ownFilings([ownSubject(sites)], more), AT);

  it("are domains and numbers in their one spelling, sorted, and nothing else", () => {
    const body = ownFilings([
      ownSubject([ownSite("粤ICP備50000001号—2", ["b.com", "a.com"]), ownSite(NUMBER, ["Example.COM", "例子.中国"])]),
      ownSubject([ownSite("津ICP备2023010907号-1", ["a.com"]), ownSite("津ICP备2023010907号-1", ["a.com"])]),
    ]);
    expect(readOwnFilings(body, AT)).toStrictEqual([
      { domain: "a.com", number: "津ICP备2023010907号-1" },
      { domain: "a.com", number: "粤ICP备50000001号-2" },
      { domain: "b.com", number: "粤ICP备50000001号-2" },
      { domain: "example.com", number: NUMBER },
      { domain: "xn--fsqu00a.xn--fiqs8s", number: NUMBER },
    ]);
  });

  it.each<[string, unknown]>([
    ["a number of no known form", ownSite("测BA20251231094500051号-1", ["b.com"])],
    ["the number of the subject", ownSite("粤ICP备50000001号", ["b.com"])],
    ["the number of an app", ownSite("粤ICP备50000001号-2A", ["b.com"])],
    ["no number", ownSite(null, ["b.com"])],
    ["no domains", ownSite(NUMBER, null)],
    ["a name below a domain", ownSite(NUMBER, ["www.b.com"])],
    ["an address", ownSite(NUMBER, ["203.0.113.1"])],
  ])("leave out what cannot be compared, and are unknown where that is all: %s", (_, odd) => {
    expect(told([odd, ownSite(NUMBER, ["a.com"])])).toEqual([{ domain: "a.com", number: NUMBER }]);
    expect(told([odd])).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ["no subject", ownFilings([])],
    ["no website", ownFilings([ownSubject([])])],
    ["apps alone", ownFilings([ownSubject(null)])],
  ])("are none: %s", (_, body) => {
    expect(readOwnFilings(body, AT)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["no success", ownFilings([], { Success: false })],
    ["success in another form", ownFilings([], { Success: "true" })],
    ["no list", ownFilings(null)],
    ["sites in another form", ownFilings([ownSubject({})])],
    ["a number in another form", ownFilings([ownSubject([ownSite(7, ["a.com"])])])],
    ["domains in another form", ownFilings([ownSubject([ownSite(NUMBER, "a.com")])])],
  ])("are unreadable: %s", (_, body) => {
    expect(readOwnFilings(body, AT)).toBeUndefined();
  });
});

describe("a filing", () => {
  it.each([
    ["DomainIsRegistration", "filed"],
    ["DomainNotRegistration", "not-filed"],
    ["domainIsRegistration", undefined],
    ["DomainIsPending", undefined],
    ["", undefined],
    [null, undefined],
    [true, undefined],
    ["constructor", undefined],
  ])("%j", (Status, said) => {
    expect(readFiling(filing(Status), AT)).toBe(said);
  });
});

describe("a registration", () => {
  const usual = { realName: "verified", expiresOn: "2027-01-31", holder: "organisation" };

  it.each<[string, Fields, Fields | undefined]>([
    ["as it is", {}, {}],
    ["that is looked at", { RealNameStatus: "AUDITING" }, { realName: "pending" }],
    ["that was refused", { RealNameStatus: "FAILED" }, { realName: "failed" }],
    ["that nobody has shown", { RealNameStatus: "NONAUDIT" }, { realName: "missing" }],
    ["of a status that nobody knows", { RealNameStatus: "PASSED" }, undefined],
    ["without a status", { RealNameStatus: undefined }, undefined],
    ["of a person", { RegistrantType: "1" }, { holder: "individual" }],
    ["of a holder that is not told", { RegistrantType: "" }, { holder: null }],
    ["of a holder that is left out", { RegistrantType: undefined }, { holder: null }],
    ["of a kind of holder that nobody knows", { RegistrantType: "3" }, undefined],
    ["of a kind of holder in another type", { RegistrantType: 2 }, undefined],
    [
      "that ends as a day begins in Shanghai",
      { ExpirationDateLong: Date.parse("2027-01-31T16:00:00Z") },
      { expiresOn: "2027-02-01" },
    ],
    ["whose text says another day", { ExpirationDate: "2019-12-07 17:02:13" }, {}],
    [
      "whose moment is left out",
      { ExpirationDateLong: undefined, ExpirationDate: "2027-03-31 23:59:59" },
      { expiresOn: "2027-03-31" },
    ],
    ["whose moment is null", { ExpirationDateLong: null }, {}],
    ["whose moment is a text", { ExpirationDateLong: "1801411199000" }, undefined],
    ["whose moment is none", { ExpirationDateLong: 9e15 }, undefined],
    ["whose moment is past all years", { ExpirationDateLong: 253402300800000 }, undefined],
    ["without an end", { ExpirationDateLong: undefined, ExpirationDate: undefined }, undefined],
    ["with an empty end", { ExpirationDateLong: null, ExpirationDate: "" }, undefined],
    ["with a day that there is not", { ExpirationDateLong: null, ExpirationDate: "2027-02-30 00:00:00" }, undefined],
    ["with an hour that there is not", { ExpirationDateLong: null, ExpirationDate: "2027-02-03 24:00:00" }, undefined],
    ["with a day alone", { ExpirationDateLong: null, ExpirationDate: "2027-02-03" }, undefined],
  ])("%s", (_, fields, said) => {
    expect(readRegistration(registration(fields), AT)).toEqual(said && { ...usual, ...said });
  });
});

describe("regions", () => {
  it("are in order, those of the mainland first, each once", () => {
    const ids = ["us-west-1", "cn-shanghai", "cn-hongkong", "cn-beijing", "cn-shanghai", "cn-new-1"];
    const order = ["cn-beijing", "cn-shanghai", "cn-hongkong", "cn-new-1", "us-west-1"];
    expect(readEcsRegions(ecsRegions(...ids), AT)).toEqual(order);
    expect(readSasRegions(sasRegions(...ids), AT)).toEqual(order);
  });

  it.each([[[]], [["cn-beijing", ""]], [["evil.example.com/"]], [["CN-BEIJING"]]])("are unreadable: %j", (ids) => {
    expect(readEcsRegions(ecsRegions(...ids), AT)).toBeUndefined();
    expect(readSasRegions(sasRegions(...ids), AT)).toBeUndefined();
  });
});

/** What is said of the one entry of a page. */
const only = <Value>(page: ListPage<Value> | undefined): Value | undefined => page?.values.get("x");

/** A subscription that runs. */
const USUAL = { region: "cn-hangzhou", charge: "subscription", hasPublicAddress: true, state: "live" };

describe("an ECS server", () => {
  const usual = { ...USUAL, expiresOn: "2027-03-01" };
  const none = { IpAddress: [] };

  it.each<[string, Fields, Fields | undefined]>([
    ["as it is", {}, {}],
    ["that is stopped", { Status: "Stopped" }, {}],
    ["that ends within a day", { ExpiredTime: "2027-02-28T15:59Z" }, { expiresOn: "2027-02-28" }],
    ["that ended as it was asked", { ExpiredTime: "2026-11-26T03:04Z" }, { expiresOn: "2026-11-26", state: "expired" }],
    ["that ends a minute later", { ExpiredTime: "2026-11-26T03:05Z" }, { expiresOn: "2026-11-26" }],
    ["with seconds", { ExpiredTime: "2027-02-28T16:00:00Z" }, {}],
    ["that never ends", { ExpiredTime: "2099-12-31T15:59Z" }, { expiresOn: null }],
    ["pay as you go", { InstanceChargeType: "PostPaid" }, { charge: "pay-as-you-go", expiresOn: null }],
    [
      "pay as you go, whose end is past",
      { InstanceChargeType: "PostPaid", ExpiredTime: "2017-12-10T04:04Z" },
      { charge: "pay-as-you-go", expiresOn: null },
    ],
    [
      "pay as you go, without an end",
      { InstanceChargeType: "PostPaid", ExpiredTime: undefined },
      { charge: "pay-as-you-go", expiresOn: null },
    ],
    ["without an address", { PublicIpAddress: none }, { hasPublicAddress: false }],
    ["without bandwidth", { InternetMaxBandwidthOut: 0 }, { hasPublicAddress: false }],
    [
      "with an EIP alone",
      { PublicIpAddress: none, InternetMaxBandwidthOut: 0, EipAddress: { IpAddress: "203.0.113.11", Bandwidth: 5 } },
      {},
    ],
    ["of a charge that nobody knows", { InstanceChargeType: "Spot" }, undefined],
    ["without a charge", { InstanceChargeType: undefined }, undefined],
    ["without a region", { RegionId: undefined }, undefined],
    ["in a region that is none", { RegionId: "x/y" }, undefined],
    ["without an end", { ExpiredTime: undefined }, undefined],
    ["whose end is empty", { ExpiredTime: "" }, undefined],
    ["whose end is on no day", { ExpiredTime: "2027-02-30T16:00Z" }, undefined],
    ["whose end has no time", { ExpiredTime: "2027-02-28" }, undefined],
    ["whose end is in another zone", { ExpiredTime: "2027-02-28T16:00+08:00" }, undefined],
    ["whose end is a number", { ExpiredTime: 1801411199000 }, undefined],
    ["without word of bandwidth", { InternetMaxBandwidthOut: undefined }, undefined],
    ["without word of addresses", { PublicIpAddress: undefined }, undefined],
    ["with addresses of another form", { PublicIpAddress: { IpAddress: "203.0.113.10" } }, undefined],
    ["without word of an EIP", { EipAddress: undefined }, undefined],
  ])("%s", (_, fields, said) => {
    const page = readEcsServers(ecsServers([ecsServer("x", fields)]), AT);
    expect(only(page)).toEqual(said && { ...usual, ...said });
    expect(page?.values.has("x")).toBe(true);
  });
});

describe("a simple application server", () => {
  const usual = { ...USUAL, expiresOn: "2027-05-09" };

  it.each<[string, Fields, Fields | undefined]>([
    ["as it is", {}, {}],
    ["whose payment is overdue", { BusinessStatus: "Overdue" }, {}],
    ["that has run out", { BusinessStatus: "Expired" }, { state: "expired" }],
    ["of a status that nobody knows", { BusinessStatus: "Locked" }, undefined],
    ["without a status", { BusinessStatus: undefined }, undefined],
    ["pay as you go", { ChargeType: "PostPaid", ExpiredTime: "" }, { charge: "pay-as-you-go", expiresOn: null }],
    ["without a public address", { PublicIpAddress: "" }, { hasPublicAddress: false }],
    ["without word of an address", { PublicIpAddress: undefined }, undefined],
    ["without an end", { ExpiredTime: undefined }, undefined],
    ["whose end is none", { ExpiredTime: "2027-05-08 16:00:00" }, undefined],
    ["without a region", { RegionId: undefined }, undefined],
    ["without a charge", { ChargeType: undefined }, undefined],
  ])("%s", (_, fields, said) => {
    expect(only(readSasServers(sasServers([sasServer("x", fields)]), AT))).toEqual(said && { ...usual, ...said });
  });
});

describe("an edge server", () => {
  const usual = { ...USUAL, region: "cn-beijing-cmcc", charge: null, expiresOn: "2027-07-01" };
  const none = { IpAddress: [] };

  it.each<[string, Fields, Fields | undefined]>([
    ["as it is", {}, {}],
    ["that is stopped", { Status: "Stopped" }, {}],
    ["that has run out", { Status: "Expired" }, { state: "expired" }],
    ["of a status that nobody knows", { Status: "Moved" }, undefined],
    ["with a newer list of addresses alone", { PublicIpAddress: none }, {}],
    ["with the older list of addresses alone", { PublicIpAddresses: undefined }, {}],
    ["without an address", { PublicIpAddress: none, PublicIpAddresses: null }, { hasPublicAddress: false }],
    ["without word of addresses", { PublicIpAddress: undefined, PublicIpAddresses: undefined }, undefined],
    ["that never ends", { ExpiredTime: "2099-12-31T15:59:00Z" }, { expiresOn: null }],
    ["without an end", { ExpiredTime: undefined }, undefined],
    ["whose end is empty", { ExpiredTime: "" }, undefined],
    ["on no node", { EnsRegionId: undefined }, undefined],
  ])("%s", (_, fields, said) => {
    expect(only(readEnsServers(ensServers([ensServer("x", fields)]), AT))).toEqual(said && { ...usual, ...said });
  });

  it("is unreadable where the operation says that it failed", () => {
    expect(readEnsServers({ ...ensServers([]), Code: 1 }, AT)).toBeUndefined();
    expect(readEnsRenewals({ ...ensRenewals([]), Code: "NoPermission" }, AT)).toBeUndefined();
    expect(readEnsServers({ ...ensServers([]), Code: undefined }, AT)).toEqual({ values: new Map(), next: undefined });
  });
});

describe("a renewal", () => {
  it.each([
    ["AutoRenewal", "automatic"],
    ["Normal", "manual"],
    ["NotRenewal", "none"],
    ["Other", undefined],
    [undefined, undefined],
  ])("of ECS: %j", (status, said) => {
    expect(only(readEcsRenewals(ecsRenewals([{ InstanceId: "x", RenewalStatus: status }]), AT))).toBe(said);
  });

  it.each([
    [true, "automatic"],
    [false, "manual"],
    ["true", undefined],
    [undefined, undefined],
  ])("of ENS: %j", (renews, said) => {
    expect(only(readEnsRenewals(ensRenewals([{ InstanceId: "x", AutoRenewal: renews }]), AT))).toBe(said);
  });
});

describe("the next page", () => {
  it.each([
    ["", undefined],
    [null, undefined],
    [undefined, undefined],
    ["caeba0bb", "caeba0bb"],
  ])("by a token: %j", (token, next) => {
    const body = token === undefined ? { ...ecsServers([]), NextToken: undefined } : ecsServers([], token);
    expect(readEcsServers(body, AT)?.next).toBe(next);
  });

  it.each([
    [1, 0, undefined],
    [1, 100, undefined],
    [1, 101, "2"],
    [2, 200, undefined],
    [2, 201, "3"],
  ])("by number: %i of %i", (page, total, next) => {
    expect(readSasServers(sasServers([], page, total), AT)?.next).toBe(next);
    expect(readEnsServers(ensServers([], page, total), AT)?.next).toBe(next);
    expect(readEcsRenewals(ecsRenewals([], page, total), AT)?.next).toBe(next);
  });

  it.each([
    ["PageNumber", undefined],
    ["PageNumber", -1],
    ["PageSize", "100"],
    ["TotalCount", undefined],
    ["TotalCount", 1.5],
  ])("is not told: %s %j", (field, value) => {
    expect(readSasServers({ ...sasServers([]), [field]: value }, AT)).toBeUndefined();
    expect(readEnsServers({ ...ensServers([]), [field]: value }, AT)).toBeUndefined();
    expect(readEcsRenewals({ ...ecsRenewals([]), [field]: value }, AT)).toBeUndefined();
  });
});

describe("any body at all", () => {
  const declared = register(`filings:
  - domain: example.com
    status: active
    registration: {}
    servers: [{ product: ecs, id: x }, { product: sas, id: x }, { product: ens, id: x }]
`);
  const world = holding({ ecs: { x: {} }, sas: { x: {} }, ens: { x: {} } });

  /** A whole body with some value in it, at any depth, changed to anything or left out. */
  const changed = (body: unknown): fc.Arbitrary<unknown> => {
    const keys = typeof body === "object" && body !== null ? Object.keys(body) : [];
    if (keys.length === 0) return fc.jsonValue();
    const inner = fc.constantFrom(...keys).chain((key) => {
      const { [key]: value, ...rest } = body as Fields;
      const put = (next: unknown) => (Array.isArray(body) ? body.with(Number(key), next) : { ...rest, [key]: next });
      return changed(value).map(put);
    });
    return fc.oneof({ weight: 1, arbitrary: fc.jsonValue() }, { weight: 4, arbitrary: inner });
  };

  const isAnswer = (answer: unknown): boolean => {
    const { operation, at, says, unanswered } = answer as Fields;
    return (
      CLOUD_OPERATIONS.includes(operation as CloudOperation) &&
      at === AT &&
      (unanswered === undefined ? says !== undefined : UNANSWERED_WHY.includes(unanswered as "failed"))
    );
  };

  it.each(CLOUD_OPERATIONS)("of %s says what is known, or is unreadable", async (operation) => {
    const whole = world[operation]?.({ operation, region: "cn-hangzhou", query: { InstanceIds: '["x"]' } });
    const usual = whole && "body" in whole ? whole.body : undefined;
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), changed(usual)), async (body) => {
        const { caller } = fakeCloud({ ...world, [operation]: () => saying(body) });
        const options = { now: () => new Date(AT), progress: () => undefined };
        const { account, domains, servers } = await askCloud(questionsOf(declared, []), caller, options);
        const answers = [
          account,
          ...domains.flatMap(({ filing: told, registration: of }) => (of ? [told, of] : [told])),
          ...servers.flatMap(({ server, renewal }) => (renewal ? [server, renewal] : [server])),
        ];
        expect(answers.filter((answer) => !isAnswer(answer))).toEqual([]);
        const why = answers.flatMap((answer) => ("unanswered" in answer ? [answer.unanswered] : []));
        expect(why.filter((one) => one !== "unreadable" && one !== "not-found")).toEqual([]);
        expect(servers.map(({ product, id }) => `${product} ${id}`)).toEqual(["ecs x", "ens x", "sas x"]);
      }),
      { numRuns: 60 },
    );
  });
});
