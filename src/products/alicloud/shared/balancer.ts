/** What the load balancers (CLB, ALB, NLB) share: backends, listeners' ports, host bindings, addresses. */
import { locate } from "../../../location/locate";
import {
  referenceTo,
  type BindingContribution,
  type Contribution,
  type LinkContribution,
  type Opening,
  type Reach,
} from "../../../graph/contribution";
import { openingOfPorts, QUIC } from "../../../graph/ports";
import { doubt } from "../../../plan/fact";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { INSIDE } from "./inside";
import { referredBy, required, keyword } from "../../reading/values";
import { EIPS } from "./tokens";
import type { EntryKind } from "../../../vocabulary/kinds";

/** What load balancers and accelerators forward to, by id or by an address inside the VPC. */
export const SERVERS = { types: [...INSIDE.types, "alicloud:fc/v3Function:V3Function"], by: INSIDE.by } as const;

/** The servers that values name, by id or private address. */
export const serversOf = (plan: Plan, values: readonly Value[]): readonly Reference[] =>
  referredBy(plan, values, SERVERS);

/** The servers that descriptions name: by `serverId`, or by `serverIp` where the id is no server of the plan. */
export const describedServers = (plan: Plan, servers: readonly Pick<Value, "at">[]): readonly Reference[] =>
  serversOf(
    plan,
    servers.map((server) => {
      const [id, address] = [server.at("serverId"), server.at("serverIp")];
      const isFound = (value: Value) => serversOf(plan, [value]).some((reference) => reference.is === "resource");
      return !isFound(id) && isFound(address) ? address : id;
    }),
  );

/** Traffic goes on from one resource to others. */
export const linksTo = (by: Resource, from: Reference, to: readonly Reference[]): readonly LinkContribution[] =>
  to.map((target) => ({ is: "link", by, from, to: target }));

/** What a listener on a range of ports opens. Over UDP only HTTP/3 carries the web. */
export function openingOfTransport(transport: "tcp" | "udp", from: number, to: number): Opening {
  if (transport === "tcp") return openingOfPorts(from, to);
  return from <= QUIC && QUIC <= to ? "possible" : "none";
}

/** A listener that was stopped opens nothing. */
export function openingUnlessStopped(listener: Resource, openingOf: (listener: Resource) => Opening): Opening {
  const status = listener.string("status");
  if (status.state === "unknown") return status.doubt;
  return status.state === "known" && status.value === "Stopped" ? "none" : openingOf(listener);
}

/** A host bound on a load balancer, which may be outside the plan. */
export const hostOn = (
  kind: EntryKind,
  balancer: Reference,
  by: Resource,
  plan: Plan,
  host: Value,
  through: readonly Resource[],
): BindingContribution => ({
  is: "binding",
  by,
  host: required(host.string(), host, "text"),
  property: host.path,
  to: balancer,
  ...(through.length > 0 ? { through } : {}),
  standIn: { kind, location: locate(by, plan), reach: reachOfAbsent(balancer) },
});

function reachOfAbsent(balancer: Reference): Reach {
  if (balancer.is === "unknown") return balancer.doubt;
  return doubt("not-in-plan", balancer.is === "elsewhere" ? { what: balancer.value } : {});
}

/**
 * Reads an ALB or NLB: public when its IPv4 or its IPv6 side is, by `addressType` and `ipv6AddressType`, in any case.
 * The EIPs of its zones lead to it.
 */
export const newBalancer =
  (kind: EntryKind) =>
  (balancer: Resource, plan: Plan): readonly Contribution[] => {
    const allocations = balancer
      .at("zoneMappings")
      .elements()
      .map((zone) => zone.at("allocationId"));
    const addresses = referredBy(plan, allocations, { types: EIPS }).filter((address) => address.is !== "unknown");
    return [
      {
        is: "entry",
        resource: balancer,
        kind,
        location: locate(balancer, plan),
        reach: reachOf(balancer),
        addresses: [balancer.output("dnsName")],
      },
      ...addresses.map((address): Contribution => ({
        is: "attachment",
        by: balancer,
        address,
        to: referenceTo(balancer),
        opens: "target",
        kind,
      })),
    ];
  };

function reachOf(balancer: Resource): Reach {
  const property = balancer.at("addressType");
  const ipv4 = required(keyword(property, ["Internet", "Intranet"]), property, "Internet, Intranet");
  const ipv6 = keyword(balancer.at("ipv6AddressType"), ["Internet", "Intranet"]);
  const sides = [ipv4, ipv6];
  if (sides.some((side) => side.state === "known" && side.value === "Internet")) return "public";
  const unsure = sides.find((side) => side.state === "unknown");
  return unsure ? unsure.doubt : "private";
}
