/** Findings that were accepted before: which of today's they are. */
import { plainParams } from "../messages";
import { groupBy } from "../base/collections";
import type { Plan } from "../plan/plan";
import { stackOf } from "../plan/resource";
import type { JudgedDraft } from "./findings";
import type { Rule } from "./rule";

/**
 * What an accepted finding is recognised by. Lines, and the names of other resources, do not count: each host, or where a
 * finding is about none, each resource, is one by itself.
 */
export interface Accepted {
  /** `project/stack`; of what is about no resource, all stacks that were judged together. */
  readonly stack: string;
  readonly rule: string;
  /** The level it had: one that is heavier now is not accepted. */
  readonly level: "mandatory" | "advisory";
  /** The id of what it says; with the id of the doubt, for one that is undetermined. */
  readonly says: string;
  readonly apex?: string;
  /** The host, else the URN; empty for what is about neither. */
  readonly about: string;
  /** What fills its words and is no name of another resource: a state, a kind, a region, an account. */
  readonly with?: Readonly<Record<string, string>>;
  /** How many there are, where a host is served in several ways that are told alike; one when left out. */
  readonly count?: number;
}

/** What fills words, and may change without the finding being another: names of other resources, and how old data is. */
const INCIDENTAL: ReadonlySet<string> = new Set([
  ...["entry", "on", "server", "bucket", "named", "what", "example", "name"],
  ...["host", "apex", "asOf", "since"],
]);

function acceptedOf(draft: JudgedDraft, plan: Plan): Accepted {
  const { rule, level, subject, message, doubt } = draft;
  const urn = subject.urn ?? draft.resource?.urn;
  const about = subject.host ?? urn;
  // What is about nothing else is told apart by all that it says; so is what stands for many resources that nobody judged.
  const isWhole = about === undefined || rule === "icp-undetermined";
  const filled = Object.entries(plainParams(message.params, "en")).filter(
    ([name, value]) => isWhole || (typeof value === "string" && !INCIDENTAL.has(name) && value !== about),
  );
  // How old a register is, and when the cloud was asked, is another thing each day.
  const isAged = ([name]: readonly [string, unknown]): boolean =>
    name === "at" || (rule === "icp-register-stale" && name === "days");
  const words = filled.filter((one) => !isAged(one)).map(([name, value]) => [name, String(value)] as const);
  if (doubt?.property !== undefined) words.push(["property", doubt.property]);
  return {
    stack: stackIn(plan, urn),
    rule,
    level,
    says: doubt ? `${message.id} ${doubt.why}` : message.id,
    ...(subject.apex !== undefined && { apex: subject.apex }),
    about: about ?? "",
    ...(words.length > 0 && { with: Object.fromEntries(words.sort(([a], [b]) => (a < b ? -1 : 1))) }),
  };
}

function stackIn(plan: Plan, urn: string | undefined): string {
  const resource = urn === undefined ? undefined : plan.resource(urn);
  return resource ? stackOf(resource.part) : allStacks(plan);
}

const allStacks = ({ parts }: Plan): string => parts.map(stackOf).sort().join(" + ");

/** What there is to accept of findings, each once, in an order that does not depend on the plan's. */
export function acceptedAmong(drafts: readonly JudgedDraft[], plan: Plan): readonly Accepted[] {
  const groups = groupBy(
    drafts.map((draft) => acceptedOf(draft, plan)),
    keyOf,
  );
  return inOrder(
    [...groups.values()].map((group) => {
      const level = group.some((one) => one.level === "mandatory") ? ("mandatory" as const) : ("advisory" as const);
      return { ...group[0], level, ...(group.length > 1 && { count: group.length }) };
    }),
  );
}

/** Findings that were accepted, and which of them have been found again. */
export class Baseline {
  private readonly found = new Set<string>();
  private readonly known: ReadonlyMap<string, Accepted>;

  constructor(readonly all: readonly Accepted[]) {
    this.known = new Map(all.map((one) => [keyOf(one), one]));
  }

  /**
   * Those of the findings that were accepted. Where there are more of one kind than were accepted nobody can say which is the
   * new one: then none is. What is waived is found, and needs no accepting.
   */
  readonly among = (drafts: readonly JudgedDraft[], plan: Plan): ReadonlySet<JudgedDraft> => {
    const groups = groupBy(drafts, (draft) => keyOf(acceptedOf(draft, plan)));
    const accepted = new Set<JudgedDraft>();
    for (const [key, group] of groups) {
      const known = this.known.get(key);
      if (!known) continue;
      this.found.add(key);
      const open = group.filter(({ waiver }) => !waiver);
      const isHeavier = known.level === "advisory" && open.some(({ level }) => level === "mandatory");
      if (!isHeavier && open.length <= (known.count ?? 1)) for (const one of open) accepted.add(one);
    }
    return accepted;
  };

  /** Those of what was judged that have not been found. What was not judged by is left out, and so are other stacks. */
  gone(plan: Plan, left: readonly Pick<Rule, "id">[]): readonly Accepted[] {
    const stacks = new Set([...plan.parts.map(stackOf), allStacks(plan)]);
    return this.all.filter(
      (one) => stacks.has(one.stack) && !left.some(({ id }) => id === one.rule) && !this.found.has(keyOf(one)),
    );
  }
}

/** Accepted before and now, each once. */
export const joinAccepted = (before: readonly Accepted[], now: readonly Accepted[]): readonly Accepted[] =>
  inOrder([...new Map([...before, ...now].map((one) => [keyOf(one), one])).values()]);

const inOrder = (all: readonly Accepted[]): readonly Accepted[] =>
  [...all].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));

const keyOf = ({ stack, rule, says, apex = "", about, with: words = {} }: Accepted): string =>
  [stack, rule, apex, about, says, ...Object.entries(words).flat()].join("\u0000");
