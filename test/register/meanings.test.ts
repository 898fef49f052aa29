import { describe, expect, it } from "vitest";
import { InputError } from "../../src/input/error";
import { render } from "../../src/messages";
import { loadRegister } from "../../src/register/load";
import { closest, meaningOf } from "../../src/register/meanings";
import { STATUSES } from "../../src/register/statuses";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { TODAY } from "../support/rule-tester";

const PENDING =
  "pending-initial (the first filing is under review) or pending-access (there is a filing, and Alibaba Cloud is being added)";

describe("a status that is written in other words", () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    active: [
      "filed",
      "Filed",
      "approved",
      "ok",
      "done",
      "registered",
      "已备案",
      "备案成功",
      "正常",
      "true",
      "aproved",
      "filled",
      "fileed",
    ],
    [PENDING]: ["pending", "reviewing", "in-review", "审核中", "备案中", "pendng"],
    "pending-initial": ["首次备案", "initial", "pending-intial", "pending initial"],
    "pending-access": ["接入备案", "新增接入", "pending_access"],
    unfiled: ["none", "no", "not filed", "not-filed", "未备案", "unfield", "unfilled", "false", "unapproved"],
    revoked: ["cancelled", "deleted", "已注销", "revokd", "inactive"],
    cancelling: ["注销中", "canceling"],
    "cancelling (it is being cancelled) or revoked (it is gone)": ["注销"],
    "empty-shell": ["空壳", "空壳网站", "shell", "emptyshell"],
  };
  it.each(Object.entries(cases).flatMap(([means, words]) => words.map((word) => [word, means])))(
    "%s: %s",
    (word, means) => {
      const meant = meaningOf(word, STATUSES);
      expect(typeof meant === "object" ? render("en", meant.id, meant.params) : meant).toBe(means);
    },
  );

  it.each(["", "x", "末备案", "whatever", "5"])("%j means nothing", (word) => {
    expect(meaningOf(word, STATUSES)).toBeUndefined();
  });
});

describe("what is told of another enumeration", () => {
  const told = (yaml: string): readonly string[] => {
    try {
      loadRegister(`version: 1\nasOf: 2026-11-22\n${yaml}`, { file: "icp.yaml", knownRules: RULE_IDS, today: TODAY });
    } catch (error) {
      if (error instanceof InputError) return error.said("en").map((line) => line.replace(/^.*; found /, ""));
    }
    return [];
  };
  const filing = (key: string, ...values: string[]) =>
    `filings:\n${values.map((value, at) => `  - { domain: example${at}.com, status: active, ${key.replace("%", value)} }\n`).join("")}`;

  it("of an access provider's status", () => {
    expect(told(filing("accessProviders: [{ name: a, status: % }]", "filed", "审核中", "取消接入", "deleted"))).toEqual(
      [
        '"filed": did you mean active?',
        '"审核中": did you mean pending?',
        '"取消接入": did you mean removing (still going on) or removed (done)?',
        '"deleted": did you mean removed?',
      ],
    );
  });

  it("of a server's product", () => {
    const server = "servers: [{ product: % }]";
    expect(told(filing(server, "server", "swas", "lighthouse", "轻量", "vm", "虚拟主机", "esc", "ECS"))).toEqual([
      '"server": did you mean ecs (Elastic Compute Service) or sas (Simple Application Server)?',
      '"swas": did you mean sas?',
      '"lighthouse": did you mean sas?',
      '"轻量": did you mean sas?',
      '"vm": did you mean ecs?',
      '"虚拟主机": did you mean web-hosting?',
      '"esc"',
      '"ECS": did you mean ecs?',
    ]);
  });

  it("of the verification of a holder", () => {
    const real = "registration: { realName: % }";
    expect(told(filing(real, "done", "true", "已实名", "reviewing", "审核中", "unverified", "未实名", "no"))).toEqual([
      '"done": did you mean verified?',
      "true: did you mean verified?",
      '"已实名": did you mean verified?',
      '"reviewing": did you mean pending?',
      '"审核中": did you mean pending?',
      '"unverified": did you mean missing?',
      '"未实名": did you mean missing?',
      '"no": did you mean missing?',
    ]);
  });

  it("of an entity's type, an account's site and a rule's level", () => {
    const types = ["company", "wfoe", "个人", "政府", "foreign"]
      .map((type) => `{ id: ${type}, type: ${type} }`)
      .join(", ");
    const persons =
      "individual-mainland (with a mainland identity card) or individual-hk-mo-tw (of Hong Kong, Macau or Taiwan) or individual-foreign (of another country)";
    expect(
      told(
        `accounts: [{ id: a, site: intl }]\nentities: [${types}]\nrules: { icp-ip-drift: warn, icp-psb-filing: off }\n`,
      ),
    ).toEqual([
      '"intl": did you mean international?',
      '"company": did you mean enterprise?',
      '"wfoe": did you mean foreign-invested?',
      `"个人": did you mean ${persons}?`,
      '"政府": did you mean government?',
      '"foreign": did you mean foreign-invested (a company in the mainland with foreign capital) or foreign-no-presence (one without any presence there)?',
      '"warn": did you mean advisory?',
      '"off": did you mean disabled?',
    ]);
  });
});

describe("the closest word", () => {
  it.each<[string, readonly string[], string | undefined]>([
    ["filed", ["unfiled"], undefined],
    ["unfiled", ["filed"], undefined],
    ["verified", ["unverified"], undefined],
    ["inactive", ["active"], undefined],
    ["unregisterd", ["registered"], undefined],
    ["unfield", ["unfiled"], "unfiled"],
    ["nfiled", ["unfiled"], "unfiled"],
    ["intrnational", ["china", "international"], "international"],
    ["determined", ["undetermined"], undefined],
    ["jsn", ["text", "json"], "json"],
  ])("to %s among %j: %s", (word, among, found) => {
    expect(closest(word, among)).toBe(found);
  });
});
