import { describe, expect, it } from "vitest";
import { askCloud } from "../../src/cloud/ask";
import { untilSpent } from "../../src/cloud/spent";
import type { Unanswered } from "../../src/register/verified";
import { AT, filing } from "./bodies";
import { fakeCloud, holding, saying } from "./fake-cloud";

const DOMAINS = ["a.cn", "b.cn", "c.cn", "d.cn", "e.cn", "f.cn"];

/** What CDN said of each domain, and of which it was asked; of those in vain it says nothing, for this reason. */
async function asked(why: Unanswered, inVain: readonly string[], most: number) {
  const { caller, calls } = fakeCloud({
    ...holding({}),
    "cdn:CheckCdnDomainICP": ({ query }) =>
      inVain.includes(query["DomainName"] ?? "") ? { unanswered: why } : saying(filing()),
  });
  const options = { now: () => new Date(AT), progress: () => undefined, most };
  const questions = { ownFilings: false, domains: DOMAINS, registrations: DOMAINS, servers: [] };
  const { domains } = await askCloud(questions, caller, options);
  const of = (operation: string) =>
    calls.filter((call) => call.operation === operation).map(({ query }) => query["DomainName"]);
  return {
    said: domains.map((one) => ("says" in one.filing ? one.filing.says : one.filing.unanswered)),
    asked: of("cdn:CheckCdnDomainICP"),
    others: of("domain:QueryDomainByDomainName"),
  };
}

const times = <What>(count: number, what: What): readonly What[] => Array.from({ length: count }, () => what);

describe.each(["throttled", "unreachable"] as const)("what was %s three times in a row", (why) => {
  it("is asked nothing more, and all else is", async () => {
    const three = DOMAINS.slice(0, 3);
    expect(await asked(why, three, 1)).toEqual({ said: times(6, why), asked: three, others: DOMAINS });
    expect(await asked(why, DOMAINS.slice(1, 4), 1)).toEqual({
      said: ["filed", ...times(5, why)],
      asked: DOMAINS.slice(0, 4),
      others: DOMAINS,
    });
  });

  it("is asked nothing more but what is under way, where several are asked at a time", async () => {
    const { said, asked: called } = await asked(why, DOMAINS, 4);
    expect(said).toEqual(times(6, why));
    expect(called.length).toBeLessThan(DOMAINS.length);
  });
});

it("goes on where it was not three times in a row", async () => {
  expect(await asked("throttled", ["a.cn", "b.cn", "d.cn", "e.cn"], 1)).toEqual({
    said: ["throttled", "throttled", "filed", "throttled", "throttled", "filed"],
    asked: DOMAINS,
    others: DOMAINS,
  });
});

it.each(["forbidden", "failed", "not-owned"] as const)(
  "goes on where the next may be another case: %s",
  async (why) => {
    expect(await asked(why, DOMAINS, 1)).toEqual({ said: times(6, why), asked: DOMAINS, others: DOMAINS });
  },
);

it("asks in other regions, where nobody answers in one", async () => {
  const { caller, calls } = fakeCloud({ "ecs:DescribeInstances": () => ({ unanswered: "unreachable" }) });
  const call = untilSpent(caller);
  for (const region of ["cn-hangzhou", "cn-hangzhou", "cn-hangzhou", "cn-hangzhou", "cn-shanghai"])
    await call({ operation: "ecs:DescribeInstances", region, query: {} });
  expect(calls.map(({ region }) => region)).toEqual(["cn-hangzhou", "cn-hangzhou", "cn-hangzhou", "cn-shanghai"]);
});
