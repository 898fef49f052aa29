/** What a rule for a transport protocol and a range of ports opens. */
import { isDoubt, type Opening } from "../../../graph/contribution";
import { ALL_PORTS, type Ports, type Transport } from "../../../graph/firewall-rule";
import type { Doubt } from "../../../plan/fact";
import type { Value } from "../../../plan/resource";
import { openingOfTransport } from "./balancer";
import { required, unreadable, keyword } from "../../reading/values";

/** The protocols that rules name, and which transport each of them lets through. */
const PROTOCOLS = {
  tcp: "tcp",
  udp: "udp",
  tcpandudp: "both",
  all: "both",
  any: "both",
  icmp: "neither",
  icmpv6: "neither",
  gre: "neither",
} as const satisfies Readonly<Record<string, Transport>>;

const WORDS = Object.keys(PROTOCOLS) as readonly (keyof typeof PROTOCOLS)[];

/** What the ports of a protocol open. One of the two known to be no web settles it, whatever the other is. */
export function openingOf(protocol: Value, ports: Value): Opening {
  const transport = transportOf(protocol);
  const range = portsOf(protocol, ports);
  if (isDoubt(transport)) return !isDoubt(range) && ofTransport("both", range) === "none" ? "none" : transport;
  if (transport === "neither") return "none";
  return isDoubt(range) ? range : ofTransport(transport, range);
}

const ofTransport = (transport: Exclude<Transport, "neither">, { from, to }: Ports): Opening =>
  openingOfTransport(transport === "udp" ? "udp" : "tcp", from, to);

/** The transport protocols that a rule names. */
export function transportOf(protocol: Value): Transport | Doubt {
  const fact = required(keyword(protocol, WORDS), protocol, WORDS.join(", "));
  return fact.state === "known" ? PROTOCOLS[fact.value] : fact.doubt;
}

/** A security group's protocol `all` comes with all ports, whatever range is written beside it. */
function meansAllPorts(protocol: Value): boolean {
  const fact = protocol.string();
  return fact.state === "known" && fact.value.toLowerCase() === "all";
}

/** The ports of a rule, as written: `80`, `80/90`, `-1/-1` or `any` for all ports; all ports when left out. */
export function portsOf(protocol: Value, ports: Value): Ports | Doubt {
  if (meansAllPorts(protocol)) return ALL_PORTS;
  const fact = ports.string();
  if (fact.state === "unknown") return fact.doubt;
  if (fact.state === "absent" || /^(?:any|-1\/-1)$/i.test(fact.value)) return ALL_PORTS;
  const found = /^(\d{1,5})(?:\/(\d{1,5}))?$/.exec(fact.value);
  const from = Number(found?.[1]);
  const to = Number(found?.[2] ?? found?.[1]);
  return from >= 1 && from <= to && to <= ALL_PORTS.to ? { from, to } : unreadable(ports, "80, 80/90, -1/-1, any");
}
