/** What a rule for a transport protocol and a range of ports opens. */
import { isDoubt, type Opening } from "../exposure/contribution";
import { openingOfPorts } from "../exposure/ports";
import type { Doubt } from "../plan/fact";
import type { Value } from "../plan/resource";
import { required, unreadable, word } from "./read";

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
} as const;
type Transport = (typeof PROTOCOLS)[keyof typeof PROTOCOLS];

const WORDS = Object.keys(PROTOCOLS) as readonly (keyof typeof PROTOCOLS)[];
/** The port of HTTP/3 over QUIC. */
const QUIC = 443;
const LAST = 65535;

interface Ports {
  readonly from: number;
  readonly to: number;
}

/** What the ports of a protocol open. One of the two known to be no web settles it, whatever the other is. */
export function openingOf(protocol: Value, ports: Value): Opening {
  const transport = transportOf(protocol);
  const range = transport === "both" && protocolMeansAllPorts(protocol) ? ALL : portsOf(ports);
  if (isDoubt(transport)) return !isDoubt(range) && ofTransport("both", range) === "none" ? "none" : transport;
  if (transport === "neither") return "none";
  return isDoubt(range) ? range : ofTransport(transport, range);
}

const ALL: Ports = { from: 1, to: LAST };

function ofTransport(transport: Exclude<Transport, "neither">, { from, to }: Ports): Opening {
  if (transport !== "udp") return openingOfPorts(from, to);
  return from <= QUIC && QUIC <= to ? "possible" : "none";
}

function transportOf(protocol: Value): Transport | Doubt {
  const fact = required(word(protocol, WORDS), protocol, WORDS.join(", "));
  return fact.state === "known" ? PROTOCOLS[fact.value] : fact.doubt;
}

/** A security group's protocol `all` comes with all ports, whatever range is written beside it. */
function protocolMeansAllPorts(protocol: Value): boolean {
  const fact = protocol.string();
  return fact.state === "known" && fact.value.toLowerCase() === "all";
}

/** A range as rules write it: `80`, `80/90`, `-1/-1` or `any` for all ports; all ports when left out. */
function portsOf(value: Value): Ports | Doubt {
  const fact = value.string();
  if (fact.state === "unknown") return fact.doubt;
  if (fact.state === "absent" || /^(?:any|-1\/-1)$/i.test(fact.value)) return ALL;
  const found = /^(\d{1,5})(?:\/(\d{1,5}))?$/.exec(fact.value);
  const from = Number(found?.[1]);
  const to = Number(found?.[2] ?? found?.[1]);
  return from >= 1 && from <= to && to <= LAST ? { from, to } : unreadable(value, "80, 80/90, -1/-1, any");
}
