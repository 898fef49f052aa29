/** Servers of one stack, and what another one asks of them. */
import { describe, expect, it } from "vitest";
import type { Change } from "../../src/plan/resource";
import { ref, type ResourceSpec } from "../support/plan";
import { register } from "../support/rule-tester";
import { cdn, eip, association, instance, record, subscription, web } from "../support/stacks";
import { found, type Stacks } from "./together";

const SERVER_RULES = /^icp-(?:server|register-stale)/;
const serverLines = (stacks: Stacks, entries: readonly string[], status = "active"): readonly string[] => {
  const declared = `filings: [{ domain: example.com, status: ${status}, servers: [${entries.join(", ")}] }]\n`;
  return found(stacks, register(declared)).filter((line) => SERVER_RULES.test(line));
};

const server = (change: Change, id: string | null = "i-1", name = "filing"): ResourceSpec =>
  instance(name, { ...subscription, securityGroups: ["sg-1"] }, { rest: { change, ...(id !== null && { id }) } });
const address = eip("address", { bandwidth: "5" });
const LOST = "icp-server-removed violation example.com";
const STRAY = "icp-register-stale violation example.com";
const FORGOTTEN = "icp-server-renewal violation example.com";

/** How a register may name the server of stack `a/p`. */
const names = ["id: i-1", "id: i-1, stack: a/p", "id: i-1, stack: '*'", "resource: '*::filing', stack: a/p"];
const entriesOf = (naming: string) => [`{ product: ecs, ${naming}, expiresOn: 2028-01-01 }`];
const applied = { applied: true };

describe("a server that is to file for what another stack serves", () => {
  const site = cdn("site", { scope: "domestic" });
  const here: ResourceSpec = instance("filing", subscription);
  const bound = association("bound", "address", "filing");

  it("satisfies it, whether or not the register names it", () => {
    const stacks: Stacks = { "a/p": { has: [here, ...web] }, "b/p": { has: [site] } };
    expect(serverLines(stacks, [], "unfiled")).toEqual([]);
    expect(serverLines(stacks, ["{ product: ecs, resource: '*::filing', stack: a/p }"], "unfiled")).toEqual([]);
    expect(serverLines({ "b/p": { has: [site] } }, [], "unfiled")).toEqual([
      "icp-server-missing violation example.com",
    ]);
  });

  it.each<[string, ResourceSpec, readonly string[]]>([
    [
      "pay-as-you-go",
      instance("filing", { ...subscription, instanceChargeType: "PostPaid" }),
      ["icp-server-billing violation example.com"],
    ],
    [
      "a month",
      instance("filing", { ...subscription, period: 1, renewalStatus: "Normal" }),
      ["icp-server-term violation example.com"],
    ],
    [
      "no public bandwidth",
      instance("filing", { ...subscription, internetMaxBandwidthOut: 0 }),
      ["icp-server-bandwidth violation example.com"],
    ],
  ])("is judged in its stack: %s", (_, one, lines) => {
    const entries = ["{ product: ecs, resource: '*::filing', stack: a/p }"];
    expect(serverLines({ "a/p": { has: [one, ...web] }, "b/p": { has: [site] } }, entries, "unfiled")).toEqual(lines);
  });

  it("has the bandwidth of an address of a third stack", () => {
    const none = instance("filing", { ...subscription, internetMaxBandwidthOut: 0 });
    const entries = ["{ product: ecs, resource: '*::filing', stack: a/p }"];
    const stacks: Stacks = {
      "a/p": { has: [none, ...web] },
      "b/p": { has: [site] },
      "c/p": { has: [address, bound] },
    };
    expect(serverLines(stacks, entries, "unfiled")).toEqual([]);
  });

  it("is the one behind the address that the host leads to", () => {
    const stacks: Stacks = {
      "a/p": { has: [instance("filing", { ...subscription, instanceChargeType: "PostPaid" }), ...web] },
      "b/p": { has: [address, bound] },
      "c/p": { has: [record("www", ref("address"))] },
    };
    expect(serverLines(stacks, [], "unfiled")).toEqual(["icp-server-billing violation example.com"]);
  });
});

describe("a server that one stack no longer has", () => {
  it.each(names)("lives on where another one adopts it, named by %s", (naming) => {
    for (const change of ["same", "create", "update"] as const) {
      const stacks: Stacks = { "a/p": { has: [address] }, "b/p": { has: [server(change)] } };
      const told = naming.includes("a/p") ? [naming.startsWith("id") ? STRAY : LOST] : [];
      expect(serverLines(stacks, entriesOf(naming))).toEqual(told);
    }
  });

  it.each(names)("lives on where it is forgotten and adopted, named by %s", (naming) => {
    const stacks: Stacks = { "a/p": { has: [server("forget")] }, "b/p": { has: [server("create", "i-1", "moved")] } };
    expect(serverLines(stacks, entriesOf(naming))).toEqual([]);
  });

  it.each(names)("is lost where it is deleted, whoever adopts or reads it, named by %s", (naming) => {
    for (const change of ["create", "same", "read"] as const) {
      const stacks: Stacks = { "a/p": { has: [server("delete")] }, "b/p": { has: [server(change, "i-1", "other")] } };
      expect(serverLines(stacks, entriesOf(naming))).toEqual([LOST]);
    }
  });

  it.each(names)("is lost where it is deleted and an export of another stack still shows it, named by %s", (naming) => {
    const stacks: Stacks = {
      "a/p": { has: [server("delete")] },
      "b/p": { has: [server("read", "i-1", "other")], ...applied },
    };
    expect(serverLines(stacks, entriesOf(naming))).toEqual([LOST]);
  });

  it.each(names)("is lost where it is replaced, whoever reads it, named by %s", (naming) => {
    const type = "alicloud:ecs/instance:Instance";
    const previous = { urn: `urn:pulumi:p::a::${type}::filing`, type, name: "filing", id: "i-1", inputs: {} };
    const replaced: ResourceSpec = instance("filing", subscription, { rest: { change: "replace", previous } });
    const stacks: Stacks = {
      "a/p": { has: [replaced, ...web] },
      "b/p": { has: [server("read", "i-1", "other")] },
    };
    expect(serverLines(stacks, entriesOf(naming))).toEqual([LOST]);
  });

  it.each(names)("is nobody's where it is forgotten and another one only reads it, named by %s", (naming) => {
    const stacks: Stacks = { "a/p": { has: [server("forget")] }, "b/p": { has: [server("read", "i-1", "other")] } };
    expect(serverLines(stacks, ["{ product: ecs, " + naming + " }"])).toEqual([FORGOTTEN]);
  });

  it("is missed by its id, whatever another stack is about to make", () => {
    const stacks: Stacks = { "a/p": { has: [server("same", "i-2")] }, "b/p": { has: [server("create", null)] } };
    expect(serverLines(stacks, entriesOf("id: i-1, stack: a/p"))).toEqual([LOST]);
  });

  it("is not missed while any stack hides resources: it may be there now", () => {
    const stacks: Stacks = { "a/p": { has: [address] }, "b/p": { has: [], missing: 3 } };
    expect(serverLines(stacks, entriesOf("id: i-1, stack: a/p"))).toEqual([
      "icp-server-removed undetermined example.com (incomplete-plans)",
    ]);
  });

  it("is no matter of stacks that the register does not name", () => {
    expect(serverLines({ "b/p": { has: [address] }, "c/p": { has: [] } }, entriesOf("id: i-1, stack: a/p"))).toEqual(
      [],
    );
  });
});

describe("the only live server of a filing", () => {
  const both = ["{ product: ecs, id: i-1, stack: a/p, expiresOn: 2028-01-01 }"];
  const second = (naming: string) => [...both, `{ product: ecs, ${naming}, expiresOn: 2028-01-01 }`];

  it.each(["id: i-2, stack: b/p", "resource: '*::second', stack: b/p", "resource: '*::second'"])(
    "is not the one that is deleted while another stack has %s",
    (naming) => {
      const stacks: Stacks = {
        "a/p": { has: [server("delete")] },
        "b/p": { has: [server("same", "i-2", "second")] },
      };
      expect(serverLines(stacks, second(naming))).toEqual([]);
    },
  );

  it("is lost where both stacks delete theirs", () => {
    const stacks: Stacks = {
      "a/p": { has: [server("delete")] },
      "b/p": { has: [server("delete", "i-2", "second")] },
    };
    expect(serverLines(stacks, second("id: i-2, stack: b/p"))).toEqual([LOST]);
  });

  it("is one of two that a glob over stacks names", () => {
    const stacks: Stacks = { "a/p": { has: [server("delete")] }, "b/p": { has: [server("same", "i-2")] } };
    expect(
      serverLines(stacks, ["{ product: ecs, resource: '*::filing', stack: '*/p', expiresOn: 2028-01-01 }"]),
    ).toEqual([]);
  });
});

describe("a server that another stack reads", () => {
  it("is one server, by either of its names", () => {
    const stacks: Stacks = { "a/p": { has: [server("same")] }, "b/p": { has: [server("read", "i-1", "other")] } };
    for (const naming of [...names, "resource: '*::other', stack: b/p", "resource: '*::other'"]) {
      expect(serverLines(stacks, entriesOf(naming))).toEqual([]);
    }
  });
});
