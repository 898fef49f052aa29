/** What a judgement may look at, whichever rule makes it. */
import type { RuleId } from "../vocabulary/rule-ids";
import type { Exposures } from "../graph/exposures";
import type { Message } from "../messages";
import type { Urn } from "../plan/fact";
import type { Plan } from "../plan/plan";
import type { Register, Waiver } from "../register/register";
import type { FilingState } from "./state";

/** All a rule may look at. Rules are pure functions of it. */
export interface Context {
  readonly plan: Plan;
  readonly exposures: Exposures;
  readonly register: Register;
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly today: string;
  /** The state of the filing of an apex, by register and clock. */
  readonly stateOf: (apex: string) => FilingState;
  /** What is wrong with the tool's own input, where that can only be said as a finding. */
  readonly problems: readonly Problem[];
  /** The rules that speak in this run. */
  readonly speaking: ReadonlySet<RuleId>;
  /** The waivers that waived something. */
  readonly usedWaivers: ReadonlySet<Waiver>;
  /** Whether there is no plan, and all of the register is judged; what is then taken for given is in `register-alone.ts`. */
  readonly registerAlone: boolean;
}

/** Something wrong with the tool's own input. */
export interface Problem {
  readonly message: Message;
  /** What is to be done about it. */
  readonly remedy: "fix-register" | "fix-config" | "fix-clock" | "fewer-places";
  /** Whether nothing can be judged because of it: then no rule but icp-register speaks. */
  readonly silences: boolean;
}

/** What a judgement is about. */
export interface Subject {
  readonly apex?: string;
  readonly host?: string;
  readonly urn?: Urn;
}
