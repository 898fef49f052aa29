import type { Doubt } from "../plan/fact";
import type { Run } from "./address-space";

/** Which transport protocols a rule is about: `both` are TCP and UDP, `neither` is ICMP and the like. */
export type Transport = "tcp" | "udp" | "both" | "neither";

/** The ports from one to another, both included. */
export interface Ports {
  readonly from: number;
  readonly to: number;
}

/** A rule for what comes in. Each part of it is known, or in doubt by itself. */
export interface FirewallRule {
  readonly policy: "accept" | "drop" | Doubt;
  /** A smaller number goes first. */
  readonly priority: number | Doubt;
  readonly transport: Transport | Doubt;
  readonly ports: Ports | Doubt;
  /** The public addresses it is about. */
  readonly sources: readonly Run[] | Doubt;
  /** Why it may not apply at all. */
  readonly unsure?: Doubt;
}

/** All ports. */
export const ALL_PORTS: Ports = { from: 1, to: 65535 };
