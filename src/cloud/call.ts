/** One call of an operation, and what comes of it: between what is asked, and how the cloud is reached. */
import type { Unanswered } from "../register/verified";
import type { CloudOperation } from "../vocabulary/cloud-operations";

/** A call of an operation. */
export interface CloudCall {
  readonly operation: CloudOperation;
  /** The region that is asked; left out for what one endpoint answers for all regions. */
  readonly region?: string | undefined;
  /** The operation's parameters, as the cloud names them. */
  readonly query: Readonly<Record<string, string>>;
}

/** What came of a call: the body of the answer, not looked into yet, or why there is none. */
export type CloudReply = {
  /** The moment of the answer, in UTC and whole seconds: `2026-11-26T03:04:05Z`. */
  readonly at: string;
} & (
  | { readonly body: unknown }
  | {
      readonly unanswered: Unanswered;
      /** The cloud's own code of the error, letters, digits, dots, hyphens and underscores alone. */
      readonly code?: string | undefined;
    }
);

/** Calls an operation. It gives every failure as a reply and throws nothing but for bad input, such as no credentials. */
export type Caller = (call: CloudCall) => Promise<CloudReply>;
