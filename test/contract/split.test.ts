/**
 * Stacks that are judged together are judged as if they were one: a plan of one stack that is told as two gets the same
 * findings, as far as what one tells of the other can be known; and what is only said to come from there is in doubt.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memo } from "../../src/base/memo";
import { isClosed } from "../../src/filing/scope";
import { judge, type Judged } from "../../src/judge";
import { TODAY } from "../support/rule-tester";
import { exceptionFor } from "./exceptions";
import { applied } from "./worlds/applied";
import { corpus, type Sample } from "./worlds/corpus";
import { hold, textOf, type Break } from "./worlds/hold";
import { planFrom, type PlanData } from "./worlds/plan-data";
import { shuffled } from "./worlds/same";
import { split, type Split, type Telling } from "./worlds/split";
import { toldOf, type Told } from "./worlds/told";

let samples: readonly Sample[] = [];
/** The same after their updates: with ids, addresses, and what referred to them. */
let deployed: readonly Sample[] = [];
beforeAll(async () => {
  samples = await corpus("all");
  deployed = samples.map((sample) => ({ ...sample, plan: applied(sample.plan, sample.register) }));
});

/** What is said on one side and not on the other. */
interface Difference {
  readonly side: "whole" | "split";
  readonly rule: string;
  readonly hosts: readonly string[];
  /** All that is said, but for the resources. */
  readonly says: string;
  readonly urns: readonly string[];
  readonly whole: Judged;
  /** What else is said on the other side. */
  readonly others: readonly string[];
}

/** Where a plan told as two may be found to be another one, and why that is right; one that nothing needs fails. */
interface Exception {
  readonly name: string;
  readonly because: string;
  readonly covers: (difference: Difference) => boolean;
}

/** What says something of all others of its account, or is itself told by them. */
const OF_A_WHOLE_ACCOUNT = [
  "alicloud:oss/accountPublicAccessBlock:AccountPublicAccessBlock",
  "alicloud:apig/domain:Domain",
];

const EXCEPTIONS: readonly Exception[] = [
  {
    name: "what a provider's other resources show",
    because:
      "A provider of another stack may be configured otherwise, so that what its resources show is true of them alone.",
    covers: ({ hosts, whole }) => isShownByOthers(whole, hosts),
  },
  {
    name: "a cluster behind a secret",
    because:
      "A kubeconfig is secret: that it comes from a stack does not tell which of its clusters it is of, or if any.",
    covers: ({ whole }) => whole.plan.resources.some(({ type }) => type === "pulumi:providers:kubernetes"),
  },
  {
    name: "what is of a whole account",
    because:
      "Which account a stack is of is not told, so that what one resource says of all others of its account is in doubt there.",
    covers: ({ whole }) => whole.plan.resources.some(({ type }) => OF_A_WHOLE_ACCOUNT.includes(type)),
  },
  {
    name: "one of several",
    because:
      "Of several resources that are to blame one is named, the first by its URN, in which the stack stands first.",
    covers: ({ says, others }) => others.includes(says) || isSaidOfEach(says, others),
  },
];

/** Whether the other resources of a provider show where some hosts are, or that they contradict each other. */
const isShownByOthers = ({ exposures }: Judged, hosts: readonly string[]): boolean =>
  exposures.all
    .filter(({ host }) => host !== undefined && hosts.includes(host))
    .some(({ location }) => location.in === "undetermined" || location.by === "neighbour");

/** Whether the same is said of each host, though not of all together: they stand together with whom they are found with. */
function isSaidOfEach(says: string, others: readonly string[]): boolean {
  const take = (one: string): { readonly hosts: readonly string[]; readonly rest: string } => {
    const all = JSON.parse(one) as readonly unknown[];
    return { hosts: all[4] as readonly string[], rest: JSON.stringify(all.toSpliced(4, 1)) };
  };
  const { hosts, rest } = take(says);
  const said = others.map(take).filter((one) => one.rest === rest);
  return hosts.length > 1 && hosts.every((host) => said.some((one) => one.hosts.includes(host)));
}

const used = new Set<string>();
afterAll(() => {
  expect(EXCEPTIONS.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
});

/** Of a type that nobody describes one resource stands for all: which one is no matter. */
const ONE_STANDS_FOR_ALL = /^icp-undetermined\.(?:type|bridged)$/;

interface Line {
  readonly rule: string;
  readonly hosts: readonly string[];
  readonly says: string;
  readonly urns: readonly string[];
}

/** Every finding, with its resources by the URNs that they had in one stack. */
const linesOf = ({ findings }: Judged, before = (urn: string) => urn): readonly Line[] =>
  findings.map(({ rule, verdict, level, subject, hosts, resources, message, waiver }) => ({
    rule,
    hosts,
    says: JSON.stringify([rule, verdict, level, subject.apex, hosts, message.id, waiver?.rule]),
    urns: ONE_STANDS_FOR_ALL.test(message.id) ? [] : resources.map(({ urn }) => before(urn)).sort(),
  }));

const keyOf = ({ says, urns }: Line): string => [says, ...urns].join(" ");
const judged = (plan: PlanData, { register }: Pick<Sample, "register">): Judged =>
  judge(planFrom(plan), { register, today: TODAY });
const wholeOf = memo((sample: Sample) => judged(sample.plan, sample));
const toldWhole = memo(({ plan, register }: Sample) => toldOf(plan, register));

function differencesOf(sample: Sample, { plan, register, before }: Split): readonly Difference[] {
  const whole = wholeOf(sample);
  const one = linesOf(whole);
  const two = linesOf(judged(plan, { register }), before);
  const missing = (side: Difference["side"], lines: readonly Line[], other: readonly Line[]): readonly Difference[] => {
    const keys = new Set(other.map(keyOf));
    const others = other.map(({ says }) => says);
    return lines.filter((line) => !keys.has(keyOf(line))).map((line) => ({ ...line, side, whole, others }));
  };
  return [...missing("whole", one, two), ...missing("split", two, one)];
}

/** The disagreements that no exception covers. */
const unexcused = (differences: readonly Difference[]): readonly string[] =>
  differences.flatMap((difference) => {
    const exception = EXCEPTIONS.find(({ covers }) => covers(difference));
    if (exception) used.add(exception.name);
    return exception ? [] : [`${difference.side}: ${difference.says} ${difference.urns.join(" ")}`];
  });

/** Checks every plan that can be told as two, and how many that are. */
function overAll(
  seed: number,
  how: Telling,
  check: (sample: Sample, two: Split) => readonly string[],
  given = samples,
): readonly string[] {
  let count = 0;
  const all = given.flatMap((sample) => {
    const two = split(sample.plan, sample.register, seed, how);
    if (two) count++;
    return two ? check(sample, two).map((line) => `[${sample.name}] ${line}`) : [];
  });
  expect(count).toBeGreaterThan(600);
  return all;
}

describe("a plan told as two stacks", { timeout: 120_000 }, () => {
  it.each<[Telling, number]>([
    ["by-urn", 1],
    ["by-urn", 8],
    ["by-value", 3],
    ["by-value", 4],
  ])("gets the same findings, %s (%i)", (how, seed) => {
    expect(overAll(seed, how, (sample, two) => unexcused(differencesOf(sample, two)))).toEqual([]);
  });

  it.each<[Telling, number]>([
    ["by-literal", 1],
    ["by-value", 2],
  ])("gets the same findings once it is deployed, %s (%i)", (how, seed) => {
    expect(overAll(seed, how, (sample, two) => unexcused(differencesOf(sample, two)), deployed)).toEqual([]);
    // Nearly all that is found before is found by what it is called then.
    const violations = (all: readonly Sample[]): number =>
      all.flatMap((sample) => wholeOf(sample).findings.filter(({ verdict }) => verdict === "violation")).length;
    expect(violations(deployed)).toBeGreaterThan(0.95 * violations(samples));
  });

  it("gets the same findings in whichever order stacks and resources come", () => {
    const inOrder = ({ plan, register, before }: Split): readonly string[] =>
      linesOf(judged(plan, { register }), before).map(keyOf);
    expect(
      overAll(5, "by-value", (_, two) => {
        const here = inOrder(two);
        const there = inOrder({ ...two, plan: reversed(shuffled(two.plan, 9)) });
        return here.filter((line, at) => line !== there[at]);
      }),
    ).toEqual([]);
  });
});

/** The same plan with its parts in the other order. */
const reversed = (plan: PlanData): PlanData => ({
  ...plan,
  parts: [...plan.parts].reverse(),
  resources: plan.resources.map(({ data, part }) => ({ data, part: plan.parts.length - 1 - part })),
});

/** Whether a disagreement is none that the contract over everything excuses. */
function isNews(one: Break, sample: Sample): boolean {
  if (ONE_STANDS_FOR_ALL.test(one.told.message)) return false;
  if (one.kind === "wolf" && isClosedIn(sample, one.told)) return false;
  if (one.told.host !== undefined && isShownByOthers(wholeOf(sample), [one.told.host])) return false;
  return !exceptionFor({ ...one, sample: sample.name, type: "", path: "", how: "computed" });
}

/** Whether nothing that a plan opens lets the web in: of what it does not tell that is not presumed (design, Ports). */
const isClosedIn = (sample: Sample, { apex }: Told): boolean =>
  apex !== undefined && wholeOf(sample).exposures.ofApex(apex).some(isClosed);

describe("a plan told as two stacks, of which one only says that it refers to the other", { timeout: 120_000 }, () => {
  it.each([6, 7])("is never taken for fine, nor for certainly wrong (%i)", (seed) => {
    expect(
      overAll(seed, "by-reference", (sample, { plan, register, before }) => {
        const now = toldOf(plan, register).map((told) => ({ ...told, urns: told.urns.map(before) }));
        const breaks = hold(now, [{ name: "of one stack", told: toldWhole(sample) }], false);
        return breaks.filter((one) => isNews(one, sample)).map(textOf);
      }),
    ).toEqual([]);
  });
});
