/** From a verdict to a judgement: the one place where a verdict gets its subject, its place and its words. */
import type { Subject } from "../filing/context";
import type { Verdict } from "../filing/verdict";
import { message, type Message } from "../messages";
import type { Doubt } from "../plan/fact";
import {
  notApplicable,
  satisfied,
  undetermined,
  violation,
  type FindingDraft,
  type Judgement,
  type Remedy,
} from "./rule";

/** What a judgement says beside its verdict. What only a finding shows is asked for when it becomes one. */
export interface Presentation {
  /** What it is about, for the text of a doubt. */
  readonly what: string;
  /** Where it is, what it rests on, and what is at fault. */
  readonly on: () => Omit<FindingDraft, "verdict" | "subject" | "message" | "doubt" | "remedies">;
  /** What to do about it. */
  readonly remedies: () => readonly Remedy[];
  /** What to do about a doubt; the same when left out. */
  readonly against?: (why: Doubt) => readonly Remedy[];
  /** What should be confirmed although it is satisfied. */
  readonly note?: () => Message | undefined;
}

/** The judgement of a subject that a verdict comes to. */
export function judgementOf(verdict: Verdict<Message>, subject: Subject, presented: Presentation): Judgement {
  switch (verdict.is) {
    case "satisfied":
      return satisfied(subject, presented.note?.());
    case "not-applicable":
      return notApplicable(subject);
    case "violation":
      return violation(subject, { ...presented.on(), message: verdict.as, remedies: presented.remedies() });
    case "undetermined": {
      const { doubt } = verdict;
      const remedies = presented.against ? presented.against(doubt) : presented.remedies();
      const says = message("undetermined", { what: presented.what });
      return undetermined(subject, { ...presented.on(), message: says, doubt, remedies });
    }
  }
}
