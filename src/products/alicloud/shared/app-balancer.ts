/**
 * How platforms for applications (SAE, EDAS) make one reachable: through load balancers that the user brings or that the
 * platform buys, with listeners that the platform adds.
 */
import { locate } from "../../../location/locate";
import { referenceTo, type Contribution, type Opening, type Reach } from "../../../graph/contribution";
import type { Fact } from "../../../plan/fact";
import type { Plan } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { linksTo, openingOfTransport } from "./balancer";
import { required, keyword } from "../../reading/values";
import { CLASSIC_BALANCERS } from "./tokens";
import type { EntryKind } from "../../../vocabulary/kinds";

/** A load balancer, and what its listeners open. */
export interface Balanced {
  /** Where the one the user brings is named. */
  readonly balancer: Value;
  readonly openings: readonly Opening[];
}

/** How an attachment is reached. */
export interface AttachedApp {
  readonly kind: EntryKind;
  readonly reach: Reach;
  readonly addresses: readonly Fact<string>[];
  readonly balancers: readonly Balanced[];
}

/** Reads what attaches load balancers to an application: an entry, which leads on to those that the user brought. */
export function attachedBalancers(attachment: Resource, plan: Plan, attached: AttachedApp): readonly Contribution[] {
  const { kind, reach, addresses, balancers } = attached;
  const location = locate(attachment, plan);
  return [
    { is: "entry", resource: attachment, kind, location, reach, addresses },
    ...balancers.flatMap(({ balancer, openings }) => {
      const brought = plan.refer(balancer, { types: CLASSIC_BALANCERS });
      const on = brought.is === "absent" ? [referenceTo(attachment)] : [referenceTo(attachment), brought];
      const listeners = on.flatMap((reference) =>
        openings.map((opening): Contribution => ({ is: "listener", by: attachment, on: reference, opening })),
      );
      return [...listeners, ...linksTo(attachment, referenceTo(attachment), on.slice(1))];
    }),
  ];
}

const PROTOCOLS = ["HTTP", "HTTPS", "TCP"] as const;

/** What a listener of a protocol on a port opens. */
export function openingOfListener(protocol: Value, port: Value): Opening {
  const spoken = required(keyword(protocol, PROTOCOLS), protocol, PROTOCOLS.join(", "));
  if (spoken.state === "unknown") return spoken.doubt;
  if (spoken.value !== "TCP") return "web";
  return openingOfPort(port);
}

/** What a TCP listener on a port opens. */
export function openingOfPort(port: Value): Opening {
  const number = required(port.number(), port, "a number");
  return number.state === "known" ? openingOfTransport("tcp", number.value, number.value) : number.doubt;
}
