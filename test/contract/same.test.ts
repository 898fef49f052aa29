/** Plans that differ in nothing that matters get the same findings, and a record more takes none away. */
import { beforeAll, describe, expect, it } from "vitest";
import { memo } from "../../src/base/memo";
import { judge } from "../../src/judge";
import type { Register } from "../../src/register/register";
import { TODAY } from "../support/rule-tester";
import { corpus, type Sample } from "./worlds/corpus";
import { planFrom, type PlanData } from "./worlds/plan-data";
import { besides, renamed, SECOND, shuffled, type Beside } from "./worlds/same";
import { aboutOf, isAboutSame, speaker, toldOf, type Told } from "./worlds/told";

let samples: readonly Sample[] = [];

beforeAll(async () => {
  samples = await corpus("all");
});

/** Of a type that nobody describes one resource stands for all: which one is no matter. */
const ONE_STANDS_FOR_ALL = "icp-undetermined.type";

/** Every finding in one line, by the URNs that its resources had before. */
const linesOf = (plan: PlanData, register: Register, before = (urn: string) => urn): readonly string[] =>
  judge(planFrom(plan), { register, today: TODAY })
    .findings.map(({ rule, verdict, level, subject, hosts, resources, message, waiver }) => {
      const urns = message.id === ONE_STANDS_FOR_ALL ? [] : resources.map(({ urn }) => before(urn)).sort();
      return JSON.stringify([rule, verdict, level, subject.apex, hosts, urns, message.id, waiver?.rule]);
    })
    .sort();

/**
 * As `linesOf`, by hosts: of several resources that come to the same, which the captures of Terraform have many of, the first by
 * its URN is named, and what is found of the same one stands together.
 */
const linesByHost = (plan: PlanData, register: Register): readonly string[] => [
  ...new Set(
    judge(planFrom(plan), { register, today: TODAY }).findings.flatMap(
      ({ rule, verdict, level, subject, hosts, message }) =>
        (hosts.length > 0 ? hosts : [""]).map((host) =>
          JSON.stringify([rule, verdict, level, subject.apex, host, message.id]),
        ),
    ),
  ),
];

const linesBefore = memo(({ plan, register }: Sample) => linesOf(plan, register));
const toldBefore = memo(({ plan, register }: Sample) => toldOf(plan, register));

/** What is only on one side. */
const difference = (one: readonly string[], other: readonly string[]): readonly string[] => [
  ...one.filter((line) => !other.includes(line)).map((line) => `- ${line}`),
  ...other.filter((line) => !one.includes(line)).map((line) => `+ ${line}`),
];

const overAll = (check: (sample: Sample) => readonly string[]): readonly string[] =>
  samples.flatMap((sample) => check(sample).map((line) => `[${sample.name}] ${line}`));

const besidesAll = (added: Beside["added"], check: (sample: Sample, beside: Beside) => readonly string[]) =>
  overAll((sample) =>
    besides(sample.plan)
      .filter((beside) => beside.added === added)
      .flatMap((beside) => check(sample, beside)),
  );

const isDemand = (told: Told): boolean => speaker(told) === "icp-dns-record";
const textOf = (told: Told): string => `${told.rule} ${told.verdict} ${aboutOf(told)}`;

/** The violations of the demand for a filing that a plan no longer has. */
function lostIn(sample: Sample, beside: Beside): readonly string[] {
  const now = toldOf(beside.plan, sample.register).filter((told) => isDemand(told) && told.verdict === "violation");
  return toldBefore(sample)
    .filter((told) => isDemand(told) && told.verdict === "violation" && !now.some((one) => isAboutSame(one, told)))
    .map(textOf);
}

describe("the same findings", { timeout: 120_000 }, () => {
  it("for other names of resources", () => {
    expect(
      overAll((sample) => {
        const { plan, register, before } = renamed(sample);
        if (sample.plan.parts.some(({ dialect }) => dialect !== undefined)) {
          return difference(linesByHost(sample.plan, sample.register), linesByHost(plan, register));
        }
        return difference(linesBefore(sample), linesOf(plan, register, before));
      }),
    ).toEqual([]);
  });

  it.each([7, 8])("in another order (%i)", (seed) => {
    expect(
      overAll((sample) => difference(linesBefore(sample), linesOf(shuffled(sample.plan, seed), sample.register))),
    ).toEqual([]);
  });
});

describe("a second record", { timeout: 120_000 }, () => {
  const isSecond = (urn: string): boolean => urn.endsWith("-second");

  it("on another line changes nothing", () => {
    const keyOf = ({ rule, verdict, host, apex, urns }: Told): string =>
      [rule, verdict, host ?? apex ?? urns.filter((urn) => !isSecond(urn)).join()].join(" ");
    const keys = (all: readonly Told[]): readonly string[] =>
      all.filter(({ urns }) => urns.length === 0 || !urns.every(isSecond)).map(keyOf);
    expect(
      besidesAll("line", (sample, beside) =>
        difference(keys(toldBefore(sample)), keys(toldOf(beside.plan, sample.register))),
      ),
    ).toEqual([]);
  });

  it("that leads elsewhere hides nothing", () => {
    expect(besidesAll("target", lostIn)).toEqual([]);
  });

  it("for another host hides nothing, and is judged as the first", () => {
    const missing = (sample: Sample, { plan: after, record }: Beside): readonly string[] => {
      const { domainName, rr } = record.inputs as Readonly<Record<string, string>>;
      const now = toldOf(after, sample.register);
      return toldBefore(sample)
        .filter((told) => isDemand(told) && told.host === `${rr ?? ""}.${domainName ?? ""}`)
        .filter(({ urns }) => urns.includes(record.urn))
        .filter(
          ({ verdict }) =>
            !now.some(
              (one) => isDemand(one) && one.host === `${SECOND}.${domainName ?? ""}` && one.verdict === verdict,
            ),
        )
        .map(textOf);
    };
    expect(besidesAll("host", (sample, beside) => [...lostIn(sample, beside), ...missing(sample, beside)])).toEqual([]);
    expect(samples.flatMap(({ plan }) => besides(plan)).length).toBeGreaterThan(500);
  });
});
