/** What is kept of earlier runs of `register --verify --write`, and what is done where that cannot be read. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CloudAnswer, Verified } from "../../src/register/verified";
import { ACCOUNT } from "../cloud/account";
import type { CloudState } from "../cloud/state";
import { cli } from "./terminal";
import { CONFIRMED, DENIED, filesIn, verifying, withKeyOfTests } from "./verifying";

withKeyOfTests();

const LATER = "2026-11-26T05:06:07Z";
const REFUSING: CloudState = { ...ACCOUNT, forbidden: ["cdn:CheckCdnDomainICP", "companyreg:QuerySuccessIcpData"] };
/** An account that has nothing. */
const OTHER: CloudState = { account: "2", keys: ACCOUNT.keys, ecs: { "cn-hangzhou": [] }, swas: { "cn-hangzhou": [] } };

const keptIn = (cwd: string): Verified => JSON.parse(readFileSync(join(cwd, "icp.verified.json"), "utf8")) as Verified;
const answerOf = (answer: CloudAnswer<unknown> | undefined): string =>
  answer
    ? `${"says" in answer ? JSON.stringify(answer.says) : answer.unanswered} ${answer.account ?? "-"} ${answer.at.slice(0, 10)}`
    : "none";
/** The answers that a file holds about domains and whether servers are there. */
const answersIn = (cwd: string): readonly string[] => {
  const { domains, servers } = keptIn(cwd);
  return [
    ...domains.map(({ domain, filing }) => `${domain} ${answerOf(filing)}`),
    ...servers.map(
      ({ id, server }) =>
        `${id} ${"says" in server ? "there" : server.unanswered} ${server.account ?? "-"} ${server.at.slice(0, 10)}`,
    ),
  ];
};
const findingsOf = (out: string): readonly string[] =>
  (JSON.parse(out) as { findings: { rule: string; verdict: string; apex?: string }[] }).findings
    .filter(({ rule }) => rule.startsWith("icp-register-"))
    .map(({ rule, verdict, apex }) => `${verdict} ${rule} ${apex ?? "-"}`);
const judged = async (cwd: string, now = LATER) => {
  const { code, out } = await cli(["register", "-f", "json"], { cwd, now });
  return { code, findings: findingsOf(out) };
};

describe("what an earlier run was told", () => {
  const CONTRADICTED = { code: 1, findings: ["violation icp-register-contradicted example.cn"] };

  it("is not forgotten where a later one is refused, which says of itself that it was told nothing", async () => {
    const { cwd } = await verifying(["--write"], { register: CONFIRMED + DENIED });
    expect(await judged(cwd)).toEqual(CONTRADICTED);
    const refused = await verifying(["--write", "-f", "json"], { cwd, state: REFUSING, now: LATER });
    expect([...findingsOf(refused.out)].sort()).toEqual([
      "undetermined icp-register-contradicted example.cn",
      "undetermined icp-register-contradicted example.com",
      "undetermined icp-register-differs -",
    ]);
    expect(await judged(cwd)).toEqual(CONTRADICTED);
    expect(keptIn(cwd)).toMatchObject({ at: LATER, asOf: "2026-11-20" });
    expect(answersIn(cwd)).toEqual([
      'example.cn "not-filed" 1234567890123456 2026-11-25',
      'example.com "filed" 1234567890123456 2026-11-25',
      "i-1 there 1234567890123456 2026-11-26",
      "s-1 there 1234567890123456 2026-11-26",
    ]);
  });

  it("does not date the register, though nothing contradicts it", async () => {
    const { cwd } = await verifying(["--write"], { register: CONFIRMED });
    await verifying(["--write"], { cwd, state: REFUSING, now: LATER });
    expect(filesIn(cwd)["icp.yaml"]).toBe(CONFIRMED.replace("2026-11-20", "2026-11-25"));
    expect(keptIn(cwd)).toMatchObject({ at: LATER, asOf: "2026-11-25" });
  });

  it("stays where another account is asked, and both together date the register", async () => {
    const other: CloudState = { ...OTHER, domains: { "example.cn": { filing: "DomainIsRegistration" } } };
    const both = CONFIRMED + DENIED.replace("    number: 浙ICP备12345678号-2\n", "");
    const own: CloudState = { ...ACCOUNT, domains: { "example.com": ACCOUNT.domains?.["example.com"] ?? {} } };
    const { cwd } = await verifying(["--write"], { register: both, state: own });
    expect(filesIn(cwd)["icp.yaml"]).toBe(both);
    await verifying(["--write"], { cwd, state: other });
    expect(answersIn(cwd)).toEqual([
      'example.cn "filed" 2 2026-11-25',
      'example.com "filed" 1234567890123456 2026-11-25',
      "i-1 there 1234567890123456 2026-11-25",
      "s-1 there 1234567890123456 2026-11-25",
    ]);
    expect(filesIn(cwd)["icp.yaml"]).toBe(both.replace("2026-11-20", "2026-11-25"));
    expect(await judged(cwd)).toEqual({ code: 0, findings: [] });
  });

  it("is gone where its account has it no more", async () => {
    const { cwd } = await verifying(["--write"], { register: CONFIRMED });
    await verifying(["--write"], { cwd, state: { ...ACCOUNT, ecs: { "cn-hangzhou": [] }, domains: {} }, now: LATER });
    expect(answersIn(cwd)).toEqual([
      "example.com not-owned 1234567890123456 2026-11-26",
      "i-1 not-found 1234567890123456 2026-11-26",
      "s-1 there 1234567890123456 2026-11-26",
    ]);
  });

  it("counts no more once the register is brought up to date, on the same day too", async () => {
    const { cwd } = await verifying(["--write"], { register: CONFIRMED + DENIED });
    const corrected = (CONFIRMED + DENIED).replace("2026-11-20", "2026-11-25");
    writeFileSync(join(cwd, "icp.yaml"), corrected);
    expect(await judged(cwd, "2026-11-25T06:00:00Z")).toEqual({ code: 0, findings: [] });
    await verifying(["--write"], { cwd, state: REFUSING, now: "2026-11-25T07:00:00Z" });
    expect(answersIn(cwd).slice(0, 2)).toEqual([
      "example.cn forbidden 1234567890123456 2026-11-25",
      "example.com forbidden 1234567890123456 2026-11-25",
    ]);
    await verifying(["--write"], { cwd, now: "2026-11-25T08:00:00Z" });
    expect(await judged(cwd)).toEqual(CONTRADICTED);
  });
});

describe("a file that cannot be used", () => {
  const FAULTY: readonly (readonly [string, string, string])[] = [
    ["nothing in it", "", ": is no JSON; expected what alicloud-icp register --verify --write has written"],
    [
      "marks of a conflict",
      "<<<<<<< ours\n{}\n",
      ": is no JSON; expected what alicloud-icp register --verify --write has written",
    ],
    ["another version", '{ "version": 2, "at": "2026-11-25T04:00:00Z" }', ":1: version: expected version 1; found 2"],
  ];

  it.each(FAULTY)("is said and left aside by who asks anew: %s", async (_, text, why) => {
    const { cwd } = await verifying(["--write"], { register: CONFIRMED });
    const sound = filesIn(cwd);
    writeFileSync(join(cwd, "icp.verified.json"), text);
    const said = `icp.verified.json${why}; what it said is not used\n`;
    const policy = await verifying(["--print-policy"], { cwd });
    expect(policy).toMatchObject({ code: 0, err: said, requests: [] });
    expect(JSON.parse(policy.out)).toHaveProperty("Statement");
    expect(await verifying([], { cwd })).toMatchObject({ code: 0, err: said });
    expect(filesIn(cwd)).toEqual({ ...sound, "icp.verified.json": text });
    expect(await cli(["register"], { cwd })).toMatchObject({ code: 2, out: "" });
    const written = await verifying(["--write"], { cwd });
    expect([written.code, written.err.startsWith(said)]).toEqual([0, true]);
    expect(filesIn(cwd)).toEqual(sound);
  });

  it("is one of a later day than the register is judged on, too", async () => {
    const { cwd } = await verifying(["--write"], { register: CONFIRMED });
    writeFileSync(join(cwd, "icp.yaml"), CONFIRMED);
    const { code, err } = await verifying(["--now", "2026-11-21"], { cwd });
    expect([code, err]).toEqual([
      0,
      "icp.verified.json:3: at: 2026-11-25T04:00:00Z lies in the future, today is 2026-11-21; what it said is not used\n",
    ]);
  });

  it("says so in Chinese", async () => {
    const { cwd } = await verifying(["--write"], { register: CONFIRMED });
    writeFileSync(join(cwd, "icp.verified.json"), '{ "version": 2 }');
    const { err } = await verifying(["--print-policy", "--lang", "zh"], { cwd });
    expect(err).toMatch(/^icp\.verified\.json:1：version：.*；不使用其中的内容\n$/);
  });
});
