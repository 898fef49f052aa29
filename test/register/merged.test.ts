/** What is kept of several runs. */
import { describe, expect, it } from "vitest";
import { merged } from "../../src/register/merged";
import type { CloudAnswer, Unanswered, Verified, VerifiedServer } from "../../src/register/verified";
import { registerAsked, verifiedOf } from "../support/verified";

const THEN = "2026-11-24T04:00:00Z";
const NOW = "2026-11-25T04:00:00Z";
type Filing = CloudAnswer<"filed" | "not-filed">;
const operation = "cdn:CheckCdnDomainICP";
const told = (says: "filed" | "not-filed", at: string, account: string): Filing => ({ operation, at, account, says });
const silent = (unanswered: Unanswered, at: string, account?: string): Filing => ({
  operation,
  at,
  ...(account !== undefined && { account }),
  unanswered,
});
const registration: CloudAnswer<never> = { operation: "domain:QueryDomainByDomainName", at: NOW, unanswered: "failed" };
const ofFiling = (filing: Filing, more: Partial<Verified> = {}): Verified =>
  verifiedOf({ asOf: "2026-11-22", domains: [{ domain: "example.com", filing, registration }], ...more });
const filings = "filings: [{ domain: example.com, status: active }]\n";
const keptOf = (now: Verified, before: Verified | undefined, asOf = "2026-11-22", yaml = filings): Verified =>
  merged(now, before, registerAsked(yaml, {}, asOf));

describe("an answer that says something", () => {
  const before = ofFiling(told("not-filed", THEN, "1"), { at: THEN });

  it.each<[Unanswered, string | undefined, "kept" | "replaced"]>([
    ["forbidden", "1", "kept"],
    ["throttled", "1", "kept"],
    ["unreachable", undefined, "kept"],
    ["failed", "2", "kept"],
    ["unreadable", "1", "kept"],
    ["not-activated", "1", "kept"],
    ["not-found", "1", "replaced"],
    ["not-owned", "1", "replaced"],
    ["not-found", "2", "kept"],
    ["not-owned", "2", "kept"],
    ["not-found", undefined, "kept"],
  ])("where a later run of an account is told %s by %s: is %s", (unanswered, account, becomes) => {
    const now = ofFiling(silent(unanswered, NOW, account));
    const filing = becomes === "kept" ? told("not-filed", THEN, "1") : silent(unanswered, NOW, account);
    expect(keptOf(now, before)).toEqual(ofFiling(filing));
  });

  it("gives way to one of a later run, of whichever account", () => {
    for (const account of ["1", "2"]) {
      const now = ofFiling(told("filed", NOW, account));
      expect(keptOf(now, before)).toEqual(now);
    }
  });

  it.each<[what: string, asOf: string, asked: string, becomes: "kept" | "replaced"]>([
    ["before the day of the register", "2026-11-25", "2026-11-20", "replaced"],
    [
      "on the day of the register, which was of another day when that was asked",
      "2026-11-24",
      "2026-11-20",
      "replaced",
    ],
    ["on the day of the register, which was of that day when that was asked", "2026-11-24", "2026-11-24", "kept"],
    ["after the day of the register", "2026-11-23", "2026-11-20", "kept"],
  ])("of %s: is %s", (_, asOf, asked, becomes) => {
    const now = ofFiling(silent("failed", NOW, "1"));
    expect(keptOf(now, { ...before, asOf: asked }, asOf)).toEqual(
      becomes === "kept" ? ofFiling(told("not-filed", THEN, "1")) : now,
    );
  });

  it("is left out where nobody asks for it any more", () => {
    const now = verifiedOf({ asOf: "2026-11-22" });
    expect(keptOf(now, { ...before, filings: told("filed", THEN, "1") as unknown as Verified["filings"] })).toEqual(
      now,
    );
  });

  it("is that of each question for itself", () => {
    const named = { operation: "companyreg:QuerySuccessIcpData", at: THEN, account: "1", says: [] } as const;
    const known = {
      operation: "domain:QueryDomainByDomainName",
      at: THEN,
      account: "1",
      says: { realName: "verified", expiresOn: "2027-01-01", holder: null },
    } as const;
    const earlier = ofFiling(silent("failed", THEN), {
      filings: named,
      domains: [{ domain: "example.com", filing: silent("failed", THEN), registration: known }],
    });
    const list = { operation: "companyreg:QuerySuccessIcpData", at: NOW, unanswered: "forbidden" } as const;
    const now = ofFiling(told("filed", NOW, "1"), { filings: list });
    expect(keptOf(now, earlier)).toEqual({
      ...now,
      filings: named,
      domains: [{ domain: "example.com", filing: told("filed", NOW, "1"), registration: known }],
    });
  });
});

it("is what this run was told where there was none before", () => {
  const now = ofFiling(silent("failed", NOW, "1"));
  expect(keptOf(now, undefined)).toEqual(now);
  expect(keptOf(now, verifiedOf({ asOf: "2026-11-22" }))).toEqual(now);
});

describe("a server", () => {
  const yaml = `filings: [{ domain: example.com, status: active, servers: [{ product: ecs, id: i-1, account: "1" }] }]\n`;
  const there = (at: string, account: string): VerifiedServer["server"] => ({
    operation: "ecs:DescribeInstances",
    at,
    account,
    says: {
      region: "cn-hangzhou",
      charge: "subscription",
      expiresOn: "2027-01-01",
      hasPublicAddress: true,
      state: "live",
    },
  });
  const not = (unanswered: Unanswered, at: string, account: string): VerifiedServer["server"] => ({
    operation: "ecs:DescribeInstances",
    at,
    account,
    unanswered,
  });
  const renewal = {
    operation: "ecs:DescribeInstanceAutoRenewAttribute",
    at: THEN,
    account: "1",
    says: "manual",
  } as const;
  const of = (server: VerifiedServer["server"], renewed?: VerifiedServer["renewal"]): Verified =>
    verifiedOf({
      asOf: "2026-11-22",
      servers: [{ product: "ecs", id: "i-1", server, ...(renewed && { renewal: renewed }) }],
    });
  const kept = (now: Verified, before: Verified): Verified => keptOf(now, before, undefined, yaml);

  it("that is gone from its account stays gone when another account is asked", () => {
    const gone = of(not("not-found", THEN, "1"));
    expect(kept(of(not("not-found", NOW, "2")), gone)).toEqual(gone);
    expect(kept(of(not("forbidden", NOW, "1")), gone)).toEqual(gone);
    expect(kept(of(not("not-found", NOW, "1")), of(not("not-found", THEN, "2")))).toEqual(
      of(not("not-found", NOW, "1")),
    );
    expect(kept(of(not("not-found", NOW, "3")), of(not("not-found", THEN, "2")))).toEqual(
      of(not("not-found", NOW, "3")),
    );
  });

  it("that another account has is not gone", () => {
    expect(kept(of(there(NOW, "2")), of(not("not-found", THEN, "1")))).toEqual(of(there(NOW, "2")));
    expect(kept(of(not("not-found", NOW, "1")), of(there(THEN, "2")))).toEqual(of(there(THEN, "2")));
  });

  it("keeps how it is renewed with what is kept of it, and not with anything else", () => {
    const before = of(there(THEN, "1"), renewal);
    expect(kept(of(not("unreachable", NOW, "1")), before)).toEqual(before);
    expect(kept(of(there(NOW, "1")), before)).toEqual(of(there(NOW, "1")));
    expect(kept(of(not("not-found", NOW, "1")), before)).toEqual(of(not("not-found", NOW, "1")));
    const refused = {
      operation: "ecs:DescribeInstanceAutoRenewAttribute",
      at: NOW,
      account: "1",
      unanswered: "forbidden",
    } as const;
    expect(kept(of(there(NOW, "1"), refused), before)).toEqual(of(there(NOW, "1"), renewal));
  });
});

describe("the filings of several accounts", () => {
  const [A, B] = ["浙ICP备12345678号-1", "粤ICP备12345678号-2"];
  const listed = (domains: Readonly<Record<string, string>>, at: string, account: string): Verified =>
    ofFiling(told("filed", at, account), {
      at,
      filings: {
        operation: "companyreg:QuerySuccessIcpData",
        at,
        account,
        says: Object.entries(domains).map(([domain, number]) => ({ domain, number })),
      },
    });
  const says = ({ filings: list }: Verified) => list && "says" in list && list.says;
  const LATER = "2026-11-25T05:00:00Z";

  it("stay side by side, each with its account", () => {
    const both = keptOf(listed({ "example.net": B }, NOW, "2"), listed({ "example.com": A }, THEN, "1"));
    expect(says(both)).toEqual([
      { domain: "example.com", number: A, account: "1" },
      { domain: "example.net", number: B },
    ]);
    expect(says(keptOf(listed({}, LATER, "1"), both))).toEqual([{ domain: "example.net", number: B, account: "2" }]);
  });

  it("give way to what the same account has later", () => {
    expect(says(keptOf(listed({}, NOW, "1"), listed({ "example.com": A }, THEN, "1")))).toEqual([]);
  });

  it("are not kept from before the register was brought up to date", () => {
    const now = listed({}, NOW, "2");
    expect(says(keptOf(now, listed({ "example.com": A }, THEN, "1"), "2026-11-25"))).toEqual([]);
  });
});
