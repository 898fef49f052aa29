/** Findings that were accepted before: which of today's they are. */
import { groupBy } from "../base/collections";
import { stackOf } from "../plan/resource";
import type { JudgedDraft } from "./findings";

/**
 * What an accepted finding is recognised by. Lines, names of other resources and what else is found with it do not count:
 * each host, or where a finding is about none, each resource, is one by itself.
 */
export interface Accepted {
  /** `project/stack`; empty for what is of no stack. */
  readonly stack: string;
  readonly rule: string;
  /** The id of what it says; with the id of the doubt, for one that is undetermined. */
  readonly says: string;
  readonly apex?: string;
  /** The host, else the URN, else what else tells it from others. */
  readonly about: string;
}

/** What a finding is recognised by. */
export function acceptedOf({ rule, subject, resource, message, doubt }: JudgedDraft): Accepted {
  // Numbers change by themselves, as that of days does.
  const words = Object.values(message.params).filter((value) => typeof value === "string");
  return {
    stack: resource ? stackOf(resource.part) : "",
    rule,
    says: doubt ? `${message.id} ${doubt.why}` : message.id,
    ...(subject.apex !== undefined && { apex: subject.apex }),
    about: subject.host ?? subject.urn ?? resource?.urn ?? words.join(" "),
  };
}

/** Findings that were accepted, and which of them have been found again. */
export class Baseline {
  private readonly found = new Set<string>();
  private readonly known: ReadonlySet<string>;

  constructor(readonly all: readonly Accepted[]) {
    this.known = new Set(all.map(keyOf));
  }

  /** Whether a finding was accepted; it counts as found from then on. */
  readonly accepts = (draft: JudgedDraft): boolean => {
    const key = keyOf(acceptedOf(draft));
    if (!this.known.has(key)) return false;
    this.found.add(key);
    return true;
  };

  /** Those of these stacks, and of none, that have not been found. */
  gone(stacks: readonly string[]): readonly Accepted[] {
    return this.all.filter((one) => (one.stack === "" || stacks.includes(one.stack)) && !this.found.has(keyOf(one)));
  }
}

/** Each once, in an order that does not depend on the plan's. */
export const distinct = (all: readonly Accepted[]): readonly Accepted[] =>
  [...groupBy(all, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, [one]]) => one);

const keyOf = ({ stack, rule, says, apex = "", about }: Accepted): string =>
  [stack, rule, apex, about, says].join("\u0000");
