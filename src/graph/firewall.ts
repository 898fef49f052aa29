/**
 * Weighs the rules of a firewall, those of all its groups together, as Alibaba Cloud does: the rules of all security
 * groups are taken together and sorted by priority, the smallest number first, and of one priority those that drop go
 * before those that accept (Alibaba Cloud: Security group rules; API AuthorizeSecurityGroup, 2026-09). What no rule
 * accepts is closed. The internal access policy of a group is about the private network only.
 */
import { flat } from "../base/collections";
import { doubt, type Doubt } from "../plan/fact";
import { EVERYBODY, isWide, without, type Run } from "./address-space";
import { isDoubt, type Opening } from "./contribution";
import { ALL_PORTS, type FirewallRule, type Ports, type Transport } from "./firewall-rule";
import { openingOfPorts, OTHER_PORTS, QUIC, WEB_PORTS } from "./ports";

const [FIRST, LAST] = [1, 100];
/** No server has more rules by Alibaba Cloud's quotas; what so many come to is not weighed. */
const MOST_RULES = 1_000;

/** What rules open to the public. What is unknown of them leaves a doubt only where the web may be open or not. */
export function openingOfRules(rules: readonly FirewallRule[]): Opening {
  if (rules.length > MOST_RULES) return doubt("opening-unknown");
  const most = weigh(flat(rules, atMost));
  const unsure = rules.filter((rule) => doubtOf(rule) !== undefined);
  if (most !== "web" || unsure.length === 0) return most;
  if (weigh(flat(rules, atLeast)) === "web") return "web";
  const opens = (one: FirewallRule) =>
    weigh(flat(rules, (rule) => (rule === one ? atMost(rule) : atLeast(rule)))) === "web";
  const decisive = unsure.find(opens) ?? unsure[0];
  return (decisive && doubtOf(decisive)) ?? most;
}

/** The first thing that is unknown of a rule. */
function doubtOf({ unsure, policy, transport, ports, sources, priority }: FirewallRule): Doubt | undefined {
  return [unsure, policy, transport, ports, sources, priority].find((part) => isDoubt(part));
}

/** A rule of which everything is known, or settled. */
interface Weighed {
  readonly accepts: boolean;
  readonly priority: number;
  readonly transport: Transport;
  readonly ports: Ports;
  readonly sources: readonly Run[];
}

/** What a rule comes to where all that is unknown opens as much as it may. */
const atMost = (rule: FirewallRule): readonly Weighed[] =>
  rule.policy === "drop" ? narrowest(rule, false) : [widest(rule, true)];

/** What a rule comes to where all that is unknown closes as much as it may. */
const atLeast = (rule: FirewallRule): readonly Weighed[] =>
  rule.policy === "accept" ? narrowest(rule, true) : [widest(rule, false)];

const widest = ({ priority, transport, ports, sources }: FirewallRule, accepts: boolean): Weighed => ({
  accepts,
  priority: isDoubt(priority) ? FIRST : priority,
  transport: isDoubt(transport) ? "both" : transport,
  ports: isDoubt(ports) ? ALL_PORTS : ports,
  sources: isDoubt(sources) ? EVERYBODY : sources,
});

function narrowest(rule: FirewallRule, accepts: boolean): readonly Weighed[] {
  const { priority, transport, ports, sources, unsure } = rule;
  if (unsure || isDoubt(transport) || isDoubt(ports) || isDoubt(sources)) return [];
  return [{ accepts, priority: isDoubt(priority) ? LAST : priority, transport, ports, sources }];
}

function weigh(rules: readonly Weighed[]): Exclude<Opening, Doubt> {
  const sorted = [...rules].sort((a, b) => a.priority - b.priority || Number(a.accepts) - Number(b.accepts));
  let restricted = false;
  for (const port of WEB_PORTS) {
    const open = openAt(sorted, "tcp", port);
    if (isWide(open)) return "web";
    restricted ||= open.length > 0;
  }
  if (restricted) return "restricted";
  const isOpen = otherPorts(rules).some((port) => openAt(sorted, "tcp", port).length > 0);
  return isOpen || openAt(sorted, "udp", QUIC).length > 0 ? "possible" : "none";
}

/** The addresses that rules, in their order, let in at a port. */
function openAt(sorted: readonly Weighed[], transport: "tcp" | "udp", port: number): readonly Run[] {
  const dropped: Run[] = [];
  const open: Run[] = [];
  for (const rule of sorted) {
    const isAbout = rule.transport === transport || rule.transport === "both";
    if (!isAbout || port < rule.ports.from || port > rule.ports.to) continue;
    if (rule.accepts) open.push(...without(rule.sources, dropped));
    else dropped.push(...rule.sources);
  }
  return open;
}

/** The ports of no known use at which something may change: every other port is ruled as the nearest one below it. */
function otherPorts(rules: readonly Weighed[]): readonly number[] {
  const known = [...WEB_PORTS, ...OTHER_PORTS].map((port) => port + 1);
  const edges = new Set([...known, ...flat(rules, ({ ports }) => [ports.from, ports.to + 1])]);
  return [...edges].filter((port) => port <= ALL_PORTS.to && openingOfPorts(port) === "possible");
}
