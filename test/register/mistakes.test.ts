import { describe, expect, it } from "vitest";
import { loadRegister, takeRegister } from "../../src/register/load";
import { TODAY } from "../support/rule-tester";
import { errorOf, filing, load, options, start } from "./loading";

describe("what is there for others", () => {
  it("is not read: the schema's address, and keys that hold anchors", () => {
    const text = `$schema: ./icp.schema.json\nx-servers: &web [{ id: i-1 }]\n${start}filings:\n  - { domain: example.com, status: active, servers: *web }\n`;
    const { register, positions } = load(text);
    expect(Object.keys(register)).not.toContain("x-servers");
    expect(register.filings[0]?.servers).toEqual([{ id: "i-1", product: "other" }]);
    expect(positions(["asOf"])).toEqual({ line: 4, column: 1 });
    expect(takeRegister({ version: 1, asOf: "2026-11-22", $schema: 5, "x-": null }, options).register.words).toEqual(
      [],
    );
  });

  it("is unknown below the top", () => {
    expect(errorOf(() => load(`${start}rules: { x-mine: advisory }\n`)).message).toBe(
      "icp.yaml:3: rules.x-mine: unknown rule; remove it",
    );
    expect(errorOf(() => load(filing("    x-mine: 1\n"))).message).toMatch(
      /^icp\.yaml:6: filings\[0\]\.x-mine: unknown key/,
    );
    expect(errorOf(() => load(`${start}schema: a\n`)).message).toBe(
      "icp.yaml:3: schema: unknown key; did you mean $schema?",
    );
  });
});

describe("days", () => {
  const approved = (day: string): string => filing(`    approvedAt: ${day}\n`);
  it("may be today's", () => {
    expect(load(approved(TODAY).replace("2026-11-22", TODAY)).register).toMatchObject({
      asOf: TODAY,
      filings: [{ approvedAt: TODAY }],
    });
  });

  it("are those that it is read on", () => {
    expect(loadRegister(approved("2027-05-01"), { ...options, today: "2027-05-01" }).register.filings).toHaveLength(1);
  });

  it.each<[string, string, string]>([
    [
      "the register's own, tomorrow",
      "version: 1\nasOf: 2026-11-26\n",
      "icp.yaml:2: asOf: 2026-11-26 lies in the future, today is 2026-11-25; write the day on which the register was last brought up to date",
    ],
    [
      "an approval, tomorrow",
      approved("2026-11-26"),
      "icp.yaml:6: filings[0].approvedAt: 2026-11-26 lies in the future, today is 2026-11-25; write the day of the approval, or leave it out until then",
    ],
    [
      "no such day",
      approved("2027-02-30"),
      'icp.yaml:6: filings[0].approvedAt: expected a calendar day as YYYY-MM-DD; found "2027-02-30"',
    ],
  ])("%s", (_, text, message) => {
    expect(errorOf(() => load(text)).message).toBe(message);
  });

  it("of what is still to come may lie ahead", () => {
    const text = `${start}filings:
  - domain: example.com
    status: active
    approvedAt:
    servers: [{ id: i-1, expiresOn: 2028-01-01 }]
    psb: { siteOpenedOn: 2027-01-01 }
    registration: { expiresOn: 2028-01-01 }
`;
    expect(load(text).register.filings).toHaveLength(1);
  });
});

describe("a filing without number", () => {
  const statuses = (status: string, number: string) => [
    `${start}filings:\n  - { domain: example.com, status: ${status}${number} }\n`,
    `${start}filings: []\napps:\n  - { hosts: [www.example.com], status: ${status}${number} }\n`,
  ];
  it.each(["active", "pending-access"])("is none that is %s", (status) => {
    const [filed = "", app = ""] = statuses(status, ", number: null");
    const says = `null says that there is no number, while the status ${status} says that there is a filing; write its number, leave the key out, or correct the status`;
    expect(errorOf(() => load(filed)).message).toBe(`icp.yaml:4: filings[0].number: ${says}`);
    expect(errorOf(() => load(app)).message).toBe(`icp.yaml:5: apps[0].number: ${says}`);
    for (const text of statuses(status, "")) expect(() => load(text)).not.toThrow();
  });

  it.each(["unfiled", "pending-initial", "cancelling", "revoked", "empty-shell"])("may be %s", (status) => {
    for (const text of statuses(status, ", number: null")) expect(() => load(text)).not.toThrow();
  });
});

describe("what is wrong", () => {
  it("is told all at once, in the order of the file", () => {
    const error = errorOf(() => load("version: 3\nasOf: soon\nfilings: 1\n"));
    expect(error.message).toBe(error.said("en").join("\n"));
    expect(error).toMatchObject({ file: "icp.yaml", line: 1, key: "version" });
    expect(error.said("en")).toEqual([
      "icp.yaml:1: version: expected 1; found 3",
      'icp.yaml:2: asOf: expected a calendar day as YYYY-MM-DD; found "soon"',
      "icp.yaml:3: filings: expected a list; found 1",
    ]);
  });

  it("is told together: keys, values, and what contradicts something else", () => {
    const text = `${start}filings:
  - domain: example.com
    status: actve
    status: active
    number: 12345
    entity: b
    hosts: [www.example.net, 5]
  - domain: EXAMPLE.com
    state: active
entities: [{ id: a, type: shop }]
waivers:
  - { <<: {}, rule: icp-ip-drift, reason: why, until: 2027-01-01 }
`;
    expect(errorOf(() => load(text)).said("en")).toEqual([
      'icp.yaml:5: filings[0].status: expected one of unfiled, pending-initial, pending-access, active, cancelling, revoked, empty-shell; found "actve": did you mean active?',
      "icp.yaml:6: filings[0].status: this key stands twice in one map; keep one",
      "icp.yaml:7: filings[0].number: expected text; found 12345: put it in quotes",
      'icp.yaml:8: filings[0].entity: "b" is none of the ids under entities; add it there, or correct it',
      'icp.yaml:9: filings[0].hosts[0]: "www.example.net" is not a name under example.com; move it to the filing of its own domain',
      "icp.yaml:9: filings[0].hosts[1]: expected a host name, or a map with the key host; found 5",
      "icp.yaml:10: filings[1].status: is missing; expected one of unfiled, pending-initial, pending-access, active, cancelling, revoked, empty-shell",
      'icp.yaml:10: filings[1].domain: this domain ("example.com") stands twice, first at filings[0].domain; keep one',
      "icp.yaml:11: filings[1].state: unknown key; did you mean status?",
      'icp.yaml:12: entities[0].type: expected one of enterprise, foreign-invested, branch, rep-office, individual-mainland, individual-hk-mo-tw, individual-foreign, government, public-institution, foreign-no-presence, proxy; found "shop"',
      "icp.yaml:14: waivers[0]: waives the whole rule; say for which resource, host or apex",
      "icp.yaml:14: waivers[0]: merge keys (<<) are not supported; write the keys out",
    ]);
  });

  it("is told once: what is wrong by itself contradicts nothing", () => {
    const text = `${start}filings:
  - { domain: example.com, status: active, entity: b, hosts: [www.example] }
  - { domain: www.example.com, status: unfiled }
entities: [{ id: 5 }]
waivers:
  - { rule: icp-ip-drift, reason: why, until: 2027-01-01, ressource: "*" }
`;
    expect(errorOf(() => load(text)).said("en")).toEqual([
      'icp.yaml:4: filings[0].hosts[0]: expected a public host name such as www.example.com; found "www.example": it is a special-use name',
      'icp.yaml:5: filings[1].domain: expected a registrable domain; found "www.example.com", which is a name under example.com: write example.com',
      "icp.yaml:6: entities[0].id: expected text; found 5: put it in quotes",
      "icp.yaml:8: waivers[0].ressource: unknown key; did you mean resource?",
    ]);
  });

  it("is told up to a number", () => {
    const many = Array.from({ length: 60 }, (_, at) => `x${at}: 1\n`).join("");
    const error = errorOf(() => load(`${start}${many}`));
    const details = error.said("en");
    expect(details).toHaveLength(51);
    expect(details.slice(-2)).toEqual([expect.stringMatching(/^icp\.yaml:52: x49: unknown key/), "and 10 more"]);
    expect(error.message.split("\n")).toEqual(details);
  });

  it("is told in one line each, whatever a key holds", () => {
    expect(errorOf(() => load(`${start}"a\\nb": 1\n`)).said("en")).toEqual([
      expect.stringMatching(/^icp\.yaml:3: a b: unknown key; expected one of /),
    ]);
  });
});
