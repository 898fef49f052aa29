import { expect, it } from "vitest";
import { firstQuestionsOf, questionsOf } from "../../src/cloud/questions";
import { nothingDeclared } from "../../src/register/register";
import { register } from "../support/rule-tester";

it("asks of each filed domain and each server with an id, once and in one order", () => {
  const declared = register(`filings:
  - domain: example.net
    status: active
    servers:
      - { product: ens, id: i-5iq }
      - { product: ecs, id: i-bp2 }
      - { product: ecs, id: i-bp1, expiresOn: 2027-03-01 }
  - domain: example.com
    status: unfiled
    servers:
      - { product: sas, id: 2ad1 }
      - { product: ecs, id: i-bp1 }
      - { product: sas, id: i-bp1 }
externalDns: [{ host: www.example.org, resource: "*" }]
`);
  expect(questionsOf(declared, ["example.cn", "example.com"])).toEqual({
    ownFilings: true,
    domains: ["example.cn", "example.com", "example.net"],
    registrations: [],
    servers: [
      { product: "ecs", id: "i-bp1" },
      { product: "ecs", id: "i-bp2" },
      { product: "ens", id: "i-5iq" },
      { product: "sas", id: "2ad1" },
      { product: "sas", id: "i-bp1" },
    ],
  });
});

it("does not ask of servers without an id, or of products that nobody can be asked about", () => {
  const declared = register(`filings:
  - domain: example.com
    status: active
    servers:
      - { product: ecs, stack: "web/prod", resource: "*::web" }
      - { product: web-hosting, id: hxx1 }
      - { product: iot-studio, id: iot1 }
      - { product: linkedmall, id: lm1 }
      - { id: any }
`);
  expect(questionsOf(declared, [])).toEqual({
    ownFilings: true,
    domains: ["example.com"],
    registrations: [],
    servers: [],
  });
});

it.each([
  ["a star, which stands for all", "*"],
  ["several", "i-1,i-2"],
  ["several, as ENS lists them", "e-1;e-2"],
  ["one with a space around", " i-1 "],
  ["one that turns the direction of text", "i-\u202e1"],
  ["an address of a resource", "acs:ecs:*:*:instance/i-1"],
  ["nothing", ""],
])("does not ask of servers by what is no id: %s", (_, id) => {
  const filings = [{ domain: "example.com", servers: ["ecs", "sas", "ens"].map((product) => ({ product, id })) }];
  expect(questionsOf({ filings }, []).servers).toEqual([]);
});

it("asks how those domains are registered of which the register says something about that", () => {
  const declared = register(`filings:
  - { domain: example.net, status: active, registration: { realName: verified } }
  - { domain: example.com, status: active, registration: {} }
  - { domain: example.cn, status: active }
`);
  expect(questionsOf(declared, ["example.org", "example.com"])).toEqual({
    ownFilings: true,
    domains: ["example.cn", "example.com", "example.net", "example.org"],
    registrations: ["example.com", "example.net"],
    servers: [],
  });
});

it("asks everything about what a first register is made of", () => {
  const filings = ["b.com", "a.com"].map((domain) => ({ domain, servers: [{ product: "sas", id: "s1" }] }));
  expect(firstQuestionsOf({ filings })).toEqual({
    ownFilings: true,
    domains: ["a.com", "b.com"],
    registrations: ["a.com", "b.com"],
    servers: [{ product: "sas", id: "s1" }],
  });
  expect(firstQuestionsOf({ filings: [] })).toEqual(questionsOf(nothingDeclared, []));
});

it("asks nothing of nothing", () => {
  expect(questionsOf(nothingDeclared, [])).toEqual({ ownFilings: false, domains: [], registrations: [], servers: [] });
  expect(questionsOf(nothingDeclared, ["b.com", "a.com", "b.com"]).domains).toEqual(["a.com", "b.com"]);
});

it.each<[string, boolean, string, readonly string[]]>([
  ["a filing in force", true, "status: active", []],
  ["one that waits for Alibaba Cloud", true, "status: pending-access", []],
  ["a number", true, "status: revoked, number: 粤ICP备1号-1", []],
  ["access providers", true, "status: revoked, accessProviders: [{ name: tencent }]", []],
  ["a domain that is none of it", true, "status: unfiled", ["example.cn"]],
  ["nothing of these", false, "status: unfiled", []],
])("asks for the filings of the account where a register has something to compare: %s", (_, asked, more, further) => {
  const declared = register(`filings: [{ domain: example.com, ${more} }]\n`);
  expect(questionsOf(declared, further).ownFilings).toBe(asked);
});
