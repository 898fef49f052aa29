/** More domains than may be asked about in an hour. */
import { expect, it } from "vitest";
import { askCloud } from "../../src/cloud/ask";
import type { Verified } from "../../src/register/verified";
import { AT, filing } from "./bodies";
import { fakeCloud, holding, saying, type Behaviour } from "./fake-cloud";

const NAMES = Array.from({ length: 12 }, (_, at) => `d${String(at).padStart(2, "0")}.com`);
const QUESTIONS = { domains: NAMES, registrations: NAMES, servers: [], ownFilings: false };
const options = { now: () => new Date("2026-11-26T03:00:00Z"), asOf: "2026-11-20", progress: () => undefined };
const THROTTLED = { unanswered: "throttled", code: "Throttling.User" } as const;

/** A cloud that says of so many domains whether they are filed, and then no more; and of which it was asked. */
function cloudOf(quota: number, behaviour: Behaviour = {}) {
  let left = quota;
  return fakeCloud({
    ...holding({}),
    ...behaviour,
    "cdn:CheckCdnDomainICP": () => (left-- > 0 ? saying(filing()) : THROTTLED),
  });
}

const askedOf = ({ calls }: ReturnType<typeof fakeCloud>): readonly (string | undefined)[] =>
  calls.filter(({ operation }) => operation === "cdn:CheckCdnDomainICP").map(({ query }) => query["DomainName"]);

const saidOf = ({ domains }: Verified): readonly string[] =>
  domains.map(
    ({ domain, filing: told }) => `${domain} ${"says" in told ? `${told.says} ${told.at}` : told.unanswered}`,
  );

const filedAt = (names: readonly string[], at = AT): readonly string[] => names.map((name) => `${name} filed ${at}`);
const throttled = (names: readonly string[]): readonly string[] => names.map((name) => `${name} throttled`);

it("asks no more once the quota is spent, and says of the rest that it was throttled", async () => {
  const cloud = cloudOf(5);
  const said = await askCloud(QUESTIONS, cloud.caller, { ...options, most: 1 });
  expect(askedOf(cloud)).toEqual(NAMES.slice(0, 8));
  expect(saidOf(said)).toEqual([...filedAt(NAMES.slice(0, 5)), ...throttled(NAMES.slice(5))]);
  expect(said.domains.every(({ registration }) => registration && "says" in registration)).toBe(true);
});

it("goes on after two in a row", async () => {
  let count = 0;
  const cloud = fakeCloud({
    ...holding({}),
    "cdn:CheckCdnDomainICP": () => (++count % 3 === 0 ? saying(filing()) : THROTTLED),
  });
  await askCloud(QUESTIONS, cloud.caller, { ...options, most: 1 });
  expect(askedOf(cloud)).toEqual(NAMES);
});

it("asks first about what it was told nothing of, then about what it was told longest ago, and keeps the rest", async () => {
  const first = await askCloud(QUESTIONS, cloudOf(5).caller, { ...options, most: 1 });
  const cloud = cloudOf(4);
  const second = await askCloud(QUESTIONS, cloud.caller, { ...options, most: 1, before: first });
  expect(askedOf(cloud).slice(0, 4)).toEqual(NAMES.slice(5, 9));
  expect(saidOf(second)).toEqual([...filedAt(NAMES.slice(0, 9)), ...throttled(NAMES.slice(9))]);
  const third = cloudOf(12);
  await askCloud(QUESTIONS, third.caller, { ...options, most: 1, before: second });
  expect(askedOf(third)).toEqual([...NAMES.slice(9), ...NAMES.slice(0, 9)]);
});

it.each([
  ["more than a week ago", () => new Date("2026-12-04T03:00:00Z")],
  ["a day that is still to come", () => new Date("2026-11-24T03:00:00Z")],
] as const)("keeps nothing of %s", async (_, now) => {
  const before = await askCloud(QUESTIONS, cloudOf(12).caller, options);
  const said = await askCloud(QUESTIONS, cloudOf(0).caller, { ...options, now, before });
  expect(saidOf(said)).toEqual(throttled(NAMES));
});

it("keeps nothing from before the register was brought up to date", async () => {
  const before = await askCloud(QUESTIONS, cloudOf(12).caller, options);
  const saidAsOf = async (asOf: string, was: string) =>
    saidOf(await askCloud(QUESTIONS, cloudOf(0).caller, { ...options, before: { ...before, asOf: was }, asOf }));
  expect(await saidAsOf("2026-11-27", "2026-11-20")).toEqual(throttled(NAMES));
  expect(await saidAsOf("2026-11-27", "2026-11-27")).toEqual(throttled(NAMES));
  expect(await saidAsOf("2026-11-26", "2026-11-25")).toEqual(throttled(NAMES));
  expect(await saidAsOf("2026-11-26", "2026-11-26")).toEqual(filedAt(NAMES));
  expect(await saidAsOf("2026-11-25", "2026-11-20")).toEqual(filedAt(NAMES));
});

it("keeps what was said a week ago, and nothing in place of another failure", async () => {
  const before = await askCloud(QUESTIONS, cloudOf(12).caller, options);
  const later = { ...options, now: () => new Date("2026-12-03T03:00:00Z"), before };
  expect(saidOf(await askCloud(QUESTIONS, cloudOf(0).caller, later))).toEqual(filedAt(NAMES));
  const refusing = fakeCloud({
    ...holding({}),
    "cdn:CheckCdnDomainICP": () => ({ unanswered: "forbidden", code: "Forbidden.RAM" }),
  });
  const said = await askCloud(QUESTIONS, refusing.caller, later);
  expect(said.domains.map(({ filing: told }) => "unanswered" in told && told.unanswered)).toEqual(
    NAMES.map(() => "forbidden"),
  );
});
