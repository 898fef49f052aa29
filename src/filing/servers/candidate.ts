/** Servers that could obtain the filing of an apex, and how they do. */
import type { ServerContribution } from "../../graph/contribution";
import type { Doubt } from "../../plan/fact";
import type { FilingServer } from "../../register/register";

/** A server that is to obtain the filing of an apex. */
export interface Candidate {
  readonly apex: string;
  readonly server: ServerContribution;
  /** What the register says about it, when it names it. */
  readonly declared: FilingServer | undefined;
}

/**
 * What the server rules judge for an apex. One good server suffices (S1-17): where one of them is, only it is judged; where
 * one may be, those that certainly are not are left out.
 */
export interface Candidates {
  readonly candidates: readonly Candidate[];
  /** Why something else may obtain the filing, so that nothing wrong with the candidates is certain to matter. */
  readonly perhaps: Doubt | undefined;
  /** Set when something that is no candidate obtains the filing: a server that the register names in another stack. */
  readonly obtained: boolean;
}
