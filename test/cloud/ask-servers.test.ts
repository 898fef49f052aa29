import { describe, expect, it } from "vitest";
import { askServers, operationsOfServers } from "../../src/cloud/servers";
import type { CloudCall } from "../../src/cloud/call";
import type { AskedProduct } from "../../src/cloud/questions";
import { ANSWERED_BY, ASKABLE, type VerifiedServer } from "../../src/register/verified";
import {
  AT,
  ecsRegions,
  ecsRenewals,
  ecsServer,
  ecsServers,
  ensRenewals,
  ensServer,
  ensServers,
  sasServer,
  sasServers,
} from "./bodies";
import { callText, fakeCloud, holding, idsIn, saying, type Behaviour } from "./fake-cloud";

const PAYG = { InstanceChargeType: "PostPaid", ExpiredTime: "2099-12-31T15:59Z" };
const TRIAL = { unanswered: "failed", code: "DryRunOperation" } as const;
const isTrial = ({ query }: CloudCall) => query["DryRun"] === "true";

it.each(ASKABLE)(
  "asks about servers of %s by the operations whose answers are taken when they are read again",
  (product) => {
    const taken = [...ANSWERED_BY.server[product], ...ANSWERED_BY.renewal[product]];
    expect([...operationsOfServers(product)].sort()).toEqual(taken.sort());
  },
);

/** What is said of servers, and the calls that it took. */
async function asked(behaviour: Behaviour, product: AskedProduct, ids: readonly string[], most = 4) {
  const { caller, calls } = fakeCloud(behaviour);
  const said = await askServers(caller, product, ids, most);
  return { said, calls, told: Object.fromEntries(said.map((one) => [one.id, toldOf(one)])) };
}

const toldOf = ({ server, renewal }: VerifiedServer): string =>
  [
    "says" in server ? server.says.region : server.unanswered,
    ...(renewal ? ["says" in renewal ? renewal.says : renewal.unanswered] : []),
  ].join(" ");

/** Which regions were asked for servers, each with a dry run marked as such. */
const regionsOf = (calls: readonly CloudCall[]): readonly string[] =>
  calls.flatMap((call) =>
    /:(?:Describe|List)Instances$/.test(call.operation) ? [`${isTrial(call) ? "trial " : ""}${call.region ?? ""}`] : [],
  );

const many = (count: number) => Array.from({ length: count }, (_, at) => `i-${String(at).padStart(3, "0")}`);
const all = <Value>(ids: readonly string[], value: Value) => Object.fromEntries(ids.map((id) => [id, value]));

describe("a region that nobody has said", () => {
  const regions = ["us-west-1", "cn-shanghai", "cn-hongkong", "cn-beijing", "ap-southeast-1", "cn-new-1"];
  const order = ["cn-beijing", "cn-shanghai", "ap-southeast-1", "cn-hongkong", "cn-new-1", "us-west-1"];

  it("is looked for in the mainland first, and no further than it has to be", async () => {
    const here = await asked(
      holding({ regions, ecs: { "i-1": { region: "cn-shanghai", fields: PAYG } } }),
      "ecs",
      ["i-1"],
      1,
    );
    expect(here.told).toEqual({ "i-1": "cn-shanghai" });
    expect(regionsOf(here.calls)).toEqual(order.slice(0, 2));

    const far = await asked(holding({ regions, sas: { s1: { region: "us-west-1" } } }), "sas", ["s1"], 4);
    expect(far.told).toEqual({ s1: "us-west-1" });
    expect(regionsOf(far.calls)).toEqual(order);
  });

  it("is asked only of the servers that are still missing", async () => {
    const ecs = { "i-1": { region: "cn-beijing", fields: PAYG }, "i-2": { region: "cn-hongkong", fields: PAYG } };
    const { told, calls } = await asked(holding({ regions, ecs }), "ecs", ["i-1", "i-2"], 2);
    expect(told).toEqual({ "i-1": "cn-beijing", "i-2": "cn-hongkong" });
    expect(calls.map((call) => `${call.region ?? "all"}: ${idsIn(call).join()}`)).toEqual([
      "all: ",
      "cn-beijing: i-1,i-2",
      "cn-shanghai: i-1,i-2",
      "ap-southeast-1: i-2",
      "cn-hongkong: i-2",
    ]);
  });

  it("is none where all were asked, and where an empty list is not one for want of permission", async () => {
    const ecs = await asked(holding({ regions }), "ecs", ["i-1"]);
    expect(ecs.said).toEqual([
      {
        product: "ecs",
        id: "i-1",
        server: { operation: "ecs:DescribeInstances", at: AT, unanswered: "not-found" },
      },
    ]);
    expect(regionsOf(ecs.calls)).toEqual([...order, ...order.map((region) => `trial ${region}`)]);

    // Simple Application Server refuses who has no permission.
    const sas = await asked(holding({ regions }), "sas", ["s1"]);
    expect(sas.told).toEqual({ s1: "not-found" });
    expect(regionsOf(sas.calls)).toEqual(order);
  });

  it.each(["forbidden", "throttled", "unreachable", "failed", "unreadable", "not-activated"] as const)(
    "is in doubt where one could not be asked: %s",
    async (unanswered) => {
      for (const product of ["ecs", "sas"] as const) {
        const operation = product === "ecs" ? "ecs:DescribeInstances" : "swas-open:ListInstances";
        const world = holding({ regions, [product]: { there: { region: "us-west-1", fields: PAYG } } });
        const { said, calls } = await asked(
          {
            ...world,
            [operation]: (call: CloudCall) =>
              call.region === "cn-shanghai" ? { unanswered, code: "Why" } : (world[operation]?.(call) ?? TRIAL),
          },
          product,
          ["gone", "there"],
        );
        expect(said[0]).toEqual({
          product,
          id: "gone",
          server: { operation, at: AT, unanswered, code: "Why" },
        });
        // What was found elsewhere is there, whatever could not be asked.
        expect(said[1]?.server).toMatchObject({ says: { region: "us-west-1" } });
        expect(calls.some(isTrial)).toBe(false);
      }
    },
  );

  it.each([
    ["forbidden", { unanswered: "forbidden", code: "Forbidden.RAM" }, "forbidden"],
    ["throttled", { unanswered: "throttled" }, "throttled"],
    ["refused for another reason", { unanswered: "failed", code: "InvalidDryRun" }, "failed"],
    ["answered, as if it were none", saying(ecsServers([])), "unreadable"],
    [
      "refused, since there is no such server",
      { unanswered: "not-found", code: "InvalidInstanceId.NotFound" },
      "not-found",
    ],
  ] as const)("is in doubt where a trial of one is %s", async (_, answer, expected) => {
    const world = holding({ regions, ecs: { "i-1": { region: "us-west-1", fields: PAYG } } });
    const { told, calls } = await asked(
      {
        ...world,
        "ecs:DescribeInstances": (call) =>
          isTrial(call) && call.region === "cn-shanghai" ? answer : (world["ecs:DescribeInstances"]?.(call) ?? TRIAL),
      },
      "ecs",
      ["i-1", "i-2"],
      1,
    );
    expect(told).toEqual({ "i-1": "us-west-1", "i-2": expected });
    const trials = expected === "not-found" ? order : order.slice(0, 2);
    expect(regionsOf(calls)).toEqual([...order, ...trials.map((region) => `trial ${region}`)]);
    expect(calls.filter(isTrial).map(idsIn)).toEqual(trials.map(() => ["i-2"]));
  });

  it("is nowhere to be asked where nobody lists any", async () => {
    for (const body of [ecsRegions(), ecsRegions("cn-beijing", "x.example.com/")]) {
      const { said, calls } = await asked({ ...holding({}), "ecs:DescribeRegions": () => saying(body) }, "ecs", [
        "i-1",
      ]);
      expect(said[0]?.server).toEqual({ operation: "ecs:DescribeRegions", at: AT, unanswered: "unreadable" });
      expect(calls.map(callText)).toEqual(["ecs:DescribeRegions {}"]);
    }
  });
});

describe("many servers", () => {
  it.each([
    ["ecs", "ecs:DescribeInstances", "ecs:DescribeInstanceAutoRenewAttribute"],
    ["sas", "swas-open:ListInstances", undefined],
    ["ens", "ens:DescribeInstances", "ens:DescribeInstanceAutoRenewAttribute"],
  ] as const)("are asked in hundreds: %s", async (product, listing, renewals) => {
    const ids = many(205);
    const { told, calls } = await asked(holding({ regions: ["cn-hangzhou"], [product]: all(ids, {}) }), product, ids);
    const region = product === "ens" ? "cn-beijing-cmcc" : "cn-hangzhou";
    const renewed = { ecs: " automatic", sas: "", ens: " automatic" }[product];
    expect(told).toEqual(all(ids, `${region}${renewed}`));
    for (const operation of [listing, ...(renewals ? [renewals] : [])]) {
      const batches = calls.filter((call) => call.operation === operation).map(idsIn);
      expect(batches.map((batch) => batch.length)).toEqual([100, 100, 5]);
      expect(batches.flat()).toEqual(ids);
    }
  });

  it("are asked one by one where one that is not there is why nothing is said of the others", async () => {
    const { told, calls } = await asked(
      {
        ...holding({}),
        "ens:DescribeInstances": (call) =>
          idsIn(call).includes("gone")
            ? { unanswered: "not-found", code: "InstanceNotExists" }
            : saying(ensServers(idsIn(call).map((id) => ensServer(id)))),
        "ens:DescribeInstanceAutoRenewAttribute": () => saying(ensRenewals([])),
      },
      "ens",
      ["a", "b", "gone"],
    );
    expect(told).toEqual({ a: "cn-beijing-cmcc not-found", b: "cn-beijing-cmcc not-found", gone: "not-found" });
    expect(calls.filter(({ operation }) => operation === "ens:DescribeInstances").map(idsIn)).toEqual([
      ["a", "b", "gone"],
      ["a"],
      ["b"],
      ["gone"],
    ]);
  });
});

describe("pages", () => {
  const pagesOf = (pages: Readonly<Record<string, unknown>>, parameter: string) => (call: CloudCall) =>
    isTrial(call) ? TRIAL : saying(pages[call.query[parameter] ?? "first"]);
  const payg = (id: string) => ecsServer(id, PAYG);
  const one = { ...holding({ regions: ["cn-hangzhou"] }) };

  it("are followed by token until all are found", async () => {
    const pages = {
      first: ecsServers([payg("i-1")], "A"),
      A: ecsServers([], "B"),
      B: ecsServers([payg("i-2"), payg("i-3")], "C"),
    };
    const { told, calls } = await asked({ ...one, "ecs:DescribeInstances": pagesOf(pages, "NextToken") }, "ecs", [
      "i-1",
      "i-2",
      "i-3",
    ]);
    expect(told).toEqual({ "i-1": "cn-hangzhou", "i-2": "cn-hangzhou", "i-3": "cn-hangzhou" });
    expect(calls.slice(1).map(({ query }) => query["NextToken"])).toEqual([undefined, "A", "B"]);
    expect(new Set(calls.slice(1).map(({ region, query }) => `${region ?? ""} ${query["InstanceIds"] ?? ""}`))).toEqual(
      new Set(['cn-hangzhou ["i-1","i-2","i-3"]']),
    );
  });

  it("are followed by number to the last", async () => {
    const pages = { first: sasServers([sasServer("a")], 1, 101), "2": sasServers([sasServer("b")], 2, 101) };
    const { told, calls } = await asked({ ...one, "swas-open:ListInstances": pagesOf(pages, "PageNumber") }, "sas", [
      "a",
      "b",
      "c",
    ]);
    expect(told).toEqual({ a: "cn-hangzhou", b: "cn-hangzhou", c: "not-found" });
    expect(calls.slice(1).map(({ query }) => query["PageNumber"])).toEqual([undefined, "2"]);
  });

  it("are followed for renewals", async () => {
    const ids = ["i-1", "i-2"];
    const renewals = {
      first: ecsRenewals([{ InstanceId: "i-1", RenewalStatus: "NotRenewal" }], 1, 200),
      "2": ecsRenewals([{ InstanceId: "i-2", RenewalStatus: "Normal" }], 2, 200),
    };
    const { told } = await asked(
      {
        ...holding({ regions: ["cn-hangzhou"], ecs: all(ids, {}) }),
        "ecs:DescribeInstanceAutoRenewAttribute": pagesOf(renewals, "PageNumber"),
      },
      "ecs",
      ids,
    );
    expect(told).toEqual({ "i-1": "cn-hangzhou none", "i-2": "cn-hangzhou manual" });
  });

  it("that come again, or never end, say nothing of what is on none of them", async () => {
    const again = await asked(
      { ...one, "ecs:DescribeInstances": () => saying(ecsServers([payg("i-1")], "A")) },
      "ecs",
      ["i-1", "i-2"],
    );
    expect(again.told).toEqual({ "i-1": "cn-hangzhou", "i-2": "unreadable" });
    expect(again.calls).toHaveLength(3);

    let count = 0;
    const endless = await asked(
      { ...one, "ecs:DescribeInstances": () => saying(ecsServers([], String(count++))) },
      "ecs",
      ["i-1"],
    );
    expect(endless.told).toEqual({ "i-1": "unreadable" });
    expect(endless.calls.length).toBeLessThan(500);

    const numbered = await asked(
      { ...one, "ens:DescribeInstances": () => saying({ ...ensServers([]), PageSize: 0, TotalCount: 1 }) },
      "ens",
      ["a"],
    );
    expect(numbered.told).toEqual({ a: "unreadable" });
    expect(numbered.calls).toHaveLength(2);
  });

  it("of which one fails say why of what is not on those before", async () => {
    const { said } = await asked(
      {
        ...one,
        "ecs:DescribeInstances": ({ query }) =>
          query["NextToken"] === "A"
            ? { unanswered: "throttled", code: "Throttling.User" }
            : saying(ecsServers([payg("i-1")], "A")),
      },
      "ecs",
      ["i-1", "i-2"],
    );
    expect(said[0]?.server).toMatchObject({ says: { region: "cn-hangzhou" } });
    expect(said[1]?.server).toMatchObject({ unanswered: "throttled", code: "Throttling.User" });
  });
});

describe("what is said of one server", () => {
  it("does not speak for another one", async () => {
    const { told } = await asked(
      {
        ...holding({ regions: ["cn-hangzhou"] }),
        "ecs:DescribeInstances": (call) =>
          isTrial(call)
            ? TRIAL
            : saying(ecsServers([ecsServer("i-1", PAYG), ecsServer("i-2", { ExpiredTime: "soon" }), ecsServer("i-9")])),
      },
      "ecs",
      ["i-1", "i-2", "i-3"],
    );
    expect(told).toEqual({ "i-1": "cn-hangzhou", "i-2": "unreadable", "i-3": "not-found" });
  });

  it("speaks for any where it has no id", async () => {
    const { told } = await asked(
      {
        ...holding({ regions: ["cn-hangzhou"] }),
        "ecs:DescribeInstances": () => saying(ecsServers([ecsServer("i-1"), { RegionId: "cn-hangzhou" }])),
      },
      "ecs",
      ["i-1", "i-2"],
    );
    expect(told).toEqual({ "i-1": "unreadable", "i-2": "unreadable" });
  });
});

describe("renewal", () => {
  it("is asked in the region of each server that ends, and of no other", async () => {
    const { told, calls } = await asked(
      holding({
        ecs: {
          "i-1": { region: "cn-shanghai", renewal: "NotRenewal" },
          "i-2": { region: "cn-beijing", renewal: "Normal" },
          "i-3": { region: "cn-shanghai", renewal: "AutoRenewal" },
          "i-4": { region: "cn-shanghai", fields: PAYG },
        },
      }),
      "ecs",
      ["i-1", "i-2", "i-3", "i-4"],
    );
    expect(told).toEqual({
      "i-1": "cn-shanghai none",
      "i-2": "cn-beijing manual",
      "i-3": "cn-shanghai automatic",
      "i-4": "cn-shanghai",
    });
    const renewals = calls.filter(({ operation }) => operation.endsWith("AutoRenewAttribute"));
    expect(renewals.map(({ region, query }) => [region, query["RegionId"], query["InstanceId"]]).sort()).toEqual([
      ["cn-beijing", "cn-beijing", "i-2"],
      ["cn-shanghai", "cn-shanghai", "i-1,i-3"],
    ]);
  });

  it("of an edge server is asked without a region, for those that end", async () => {
    const { told, calls } = await asked(
      holding({
        ens: {
          a: { renewal: true },
          b: { fields: { EnsRegionId: "cn-chengdu-telecom" }, renewal: false },
          c: { fields: { ExpiredTime: "2099-12-31T15:59:00Z" } },
        },
      }),
      "ens",
      ["a", "b", "c", "d"],
    );
    expect(told).toEqual({
      a: "cn-beijing-cmcc automatic",
      b: "cn-chengdu-telecom manual",
      c: "cn-beijing-cmcc",
      d: "not-found",
    });
    expect(calls.map(callText)).toEqual([
      'ens:DescribeInstances {"InstanceIds":"[\\"a\\",\\"b\\",\\"c\\",\\"d\\"]","PageSize":"100"}',
      'ens:DescribeInstanceAutoRenewAttribute {"InstanceIds":"a;b"}',
    ]);
  });
});
