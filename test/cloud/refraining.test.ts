import { expect, it } from "vitest";
import { askCloud } from "../../src/cloud/ask";
import { AT, filing } from "./bodies";
import { fakeCloud, holding, saying, type Answer } from "./fake-cloud";

const DOMAINS = ["a.cn", "b.cn", "c.cn", "d.cn", "e.cn", "f.cn"];
const THROTTLED: Answer = { unanswered: "throttled", code: "Throttling.User" };

/** What CDN said of each domain, and of which it was asked; `throttled` are those of which it is refused. */
async function asked(throttled: readonly string[], most: number) {
  const { caller, calls } = fakeCloud({
    ...holding({}),
    "cdn:CheckCdnDomainICP": ({ query }) =>
      throttled.includes(query["DomainName"] ?? "") ? THROTTLED : saying(filing()),
  });
  const options = { now: () => new Date(AT), progress: () => undefined, most };
  const { domains } = await askCloud({ domains: DOMAINS, servers: [] }, caller, options);
  const of = (operation: string) =>
    calls.filter((call) => call.operation === operation).map(({ query }) => query["DomainName"]);
  return {
    said: domains.map((one) => ("says" in one.filing ? one.filing.says : one.filing.unanswered)),
    asked: of("cdn:CheckCdnDomainICP"),
    others: of("domain:QueryDomainByDomainName"),
  };
}

const filed = (count: number) => Array.from({ length: count }, () => "filed");
const refused = (count: number) => Array.from({ length: count }, () => "throttled");

it("asks nothing more of an operation that was throttled three times in a row, and all of the others", async () => {
  const three = DOMAINS.slice(0, 3);
  expect(await asked(three, 1)).toEqual({ said: refused(6), asked: three, others: DOMAINS });
  expect(await asked(DOMAINS.slice(1, 4), 1)).toEqual({
    said: [...filed(1), ...refused(5)],
    asked: DOMAINS.slice(0, 4),
    others: DOMAINS,
  });
});

it("goes on where it was not three times in a row", async () => {
  const throttled = ["a.cn", "b.cn", "d.cn", "e.cn"];
  expect(await asked(throttled, 1)).toEqual({
    said: [...refused(2), ...filed(1), ...refused(2), ...filed(1)],
    asked: DOMAINS,
    others: DOMAINS,
  });
});

it("ends as soon where several are asked at a time: with those that are under way", async () => {
  const { said, asked: called } = await asked(DOMAINS, 4);
  expect(said).toEqual(refused(6));
  expect(called.length).toBeLessThan(DOMAINS.length);
});
