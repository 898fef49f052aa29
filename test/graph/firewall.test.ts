import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import ports from "../../data/ports.json";
import { EVERYBODY, publicRuns } from "../../src/graph/address-space";
import { isDoubt, type Opening } from "../../src/graph/contribution";
import { openingOfRules } from "../../src/graph/firewall";
import { ALL_PORTS, type FirewallRule } from "../../src/graph/firewall-rule";
import { doubt } from "../../src/plan/fact";

const from = (...texts: string[]) => texts.flatMap((text) => publicRuns(text) ?? []);
const range = (low: number, high = low) => ({ from: low, to: high });
/** A rule that accepts the web from everybody. */
const rule = (over: Partial<FirewallRule> = {}): FirewallRule => ({
  policy: "accept",
  priority: 1,
  transport: "tcp",
  ports: range(443),
  sources: from("0.0.0.0/0"),
  ...over,
});
const drop = (over: Partial<FirewallRule> = {}) => rule({ policy: "drop", ...over });
const why = (what: string) => doubt("computed", { property: what });
const said = (rules: readonly FirewallRule[]): string => {
  const opening = openingOfRules(rules);
  return isDoubt(opening) ? `(${String(opening.params["property"])})` : opening;
};

describe("rules that accept", () => {
  test.each<[string, FirewallRule[], string]>([
    ["no rule", [], "none"],
    ["the web from everybody", [rule()], "web"],
    ["the web from everybody by IPv6", [rule({ sources: from("::/0") })], "web"],
    ["the web from an office", [rule({ sources: from("47.100.1.0/24") })], "restricted"],
    ["the web from one address", [rule({ sources: from("47.100.1.7") })], "restricted"],
    ["the web from inside", [rule({ sources: from("10.0.0.0/8") })], "none"],
    ["the web from many networks", [rule({ sources: from("47.96.0.0/16", "47.97.0.0/16") })], "web"],
    ["the same by two rules", ["47.96.0.0/16", "47.97.0.0/16"].map((net) => rule({ sources: from(net) })), "web"],
    ["another port", [rule({ ports: range(12345) })], "possible"],
    ["another port from an office", [rule({ ports: range(12345), sources: from("47.100.1.0/24") })], "possible"],
    [
      "another port, and the web from an office",
      [rule({ ports: range(12345) }), rule({ sources: from("47.1.1.1") })],
      "restricted",
    ],
    ["a port that is no web", [rule({ ports: range(22) })], "none"],
    ["a range of such ports", [rule({ ports: range(20, 23) })], "none"],
    ["a range past them", [rule({ ports: range(20, 24) })], "possible"],
    ["HTTP/3", [rule({ transport: "udp" })], "possible"],
    ["UDP on another port", [rule({ transport: "udp", ports: range(80) })], "none"],
    ["both transports", [rule({ transport: "both" })], "web"],
    ["neither", [rule({ transport: "neither", ports: ALL_PORTS })], "none"],
  ])("%s", (_, rules, expected) => {
    expect(said(rules)).toBe(expected);
  });
});

describe("a rule that drops", () => {
  const all = { ports: ALL_PORTS, transport: "both" } as const;
  test.each<[string, FirewallRule[], string]>([
    ["goes before one of its priority", [rule(), drop()], "none"],
    ["goes before one of a larger number", [rule({ priority: 2 }), drop()], "none"],
    ["goes behind one of a smaller number", [rule(), drop({ priority: 2, ...all })], "web"],
    ["opens nothing", [drop()], "none"],
    ["all but the web", [rule({ ...all, priority: 2 }), drop({ ports: range(1, 79) })], "web"],
    ["all web ports, and leaves others", [rule({ ...all, priority: 2 }), drop({ ports: range(80, 9443) })], "possible"],
    ["all ports but SSH", [rule(all), drop({ ports: range(1, 21) }), drop({ ports: range(23, 65535) })], "possible"],
    [
      "all ports but SSH, HTTP/3 too",
      [rule(all), drop({ ...all, ports: range(1, 21) }), drop({ ...all, ports: range(23, 65535) })],
      "none",
    ],
    ["for another transport", [rule(), drop({ transport: "udp" })], "web"],
    ["for both transports", [rule(), drop(all)], "none"],
    ["some addresses of the world", [rule(), drop({ sources: from("47.100.0.0/16") })], "web"],
    ["half of the world", [rule(), drop({ sources: from("0.0.0.0/1") })], "web"],
    [
      "both halves of it",
      [rule(), drop({ sources: from("0.0.0.0/1") }), drop({ sources: from("128.0.0.0/1") })],
      "none",
    ],
    [
      "all but a network",
      [rule({ sources: from("47.96.0.0/15") }), drop({ sources: from("47.96.0.0/16") })],
      "restricted",
    ],
    [
      "an office that another accepts",
      [rule({ sources: from("47.100.1.0/24") }), drop({ sources: from("47.100.1.0/25") })],
      "restricted",
    ],
    [
      "all of that office",
      [rule({ sources: from("47.100.1.0/24") }), drop({ sources: from("47.100.0.0/16") })],
      "none",
    ],
    ["IPv4 only", [rule(), rule({ sources: from("::/0") }), drop()], "web"],
    ["IPv6 only", [rule(), drop({ sources: from("::/0") })], "web"],
    ["insiders only", [rule(), drop({ sources: from("10.0.0.0/8") })], "web"],
    [
      "but for the web of the office",
      [rule({ sources: from("47.100.1.0/24") }), drop({ priority: 100, ...all })],
      "restricted",
    ],
  ])("%s", (_, rules, expected) => {
    expect(said(rules)).toBe(expected);
  });
});

describe("what is unknown", () => {
  const office = { sources: from("47.100.1.0/24") };
  test.each<[string, FirewallRule[], string]>([
    ["the port of a rule that accepts", [rule({ ports: why("port") })], "(port)"],
    ["its source", [rule({ sources: why("source") })], "(source)"],
    ["its transport", [rule({ transport: why("transport") })], "(transport)"],
    ["its policy", [rule({ policy: why("policy") })], "(policy)"],
    ["its priority, which decides nothing", [rule({ priority: why("priority") })], "web"],
    ["its priority beside one that drops", [rule({ priority: why("priority") }), drop({ priority: 2 })], "(priority)"],
    ["whether it applies", [rule({ unsure: why("group") })], "(group)"],
    ["its source, for SSH", [rule({ ports: range(22), sources: why("source") })], "none"],
    ["its source, for another port", [rule({ ports: range(12345), sources: why("source") })], "possible"],
    ["its port, for an office", [rule({ ports: why("port"), ...office })], "restricted"],
    ["its policy, for an office", [rule({ policy: why("policy"), ...office })], "restricted"],
    ["its policy, for insiders", [rule({ policy: why("policy"), sources: [] })], "none"],
    ["a rule beside one that opens", [rule(), rule({ sources: why("source") })], "web"],
    ["the port of one that drops", [rule(), drop({ ports: why("port") })], "(port)"],
    ["its source", [rule(), drop({ sources: why("source") })], "(source)"],
    ["its priority", [rule(), drop({ priority: why("priority") })], "(priority)"],
    ["its priority beside the last one", [rule({ priority: 100 }), drop({ priority: why("priority") })], "none"],
    ["whether it applies", [rule(), drop({ unsure: why("group") })], "(group)"],
    ["the source of one that goes behind", [rule(), drop({ sources: why("source"), priority: 2 })], "web"],
    ["the source of one that drops SSH", [rule(), drop({ sources: why("source"), ports: range(22) })], "web"],
    ["one that perhaps drops what nobody accepts", [drop({ policy: why("policy") })], "(policy)"],
    [
      "two, of which the second opens",
      [drop({ ports: why("port") }), rule({ priority: 2, sources: why("source") })],
      "(source)",
    ],
    ["two that may close", [rule({ priority: 2 }), drop({ ports: why("one") }), drop({ ports: why("two") })], "(one)"],
  ])("%s", (_, rules, expected) => {
    expect(said(rules)).toBe(expected);
  });
});

/** Addresses as blocks of 256 in 47.96.0.0/13, so that all of them can be asked one by one. */
const BLOCKS = 2048;
const BITS_OF_NETWORK = 13;
const RANGES = [range(22), range(80), range(443), range(12345), range(1, 65535), range(8000, 9000), range(20, 23)];
const PROBES = [...new Set([...ports.web, ...RANGES.flatMap(({ from, to }) => [from - 1, from, to, to + 1])])];
const NOT_WEB = new Set(Object.values(ports.notWeb).flat());

interface Simple {
  readonly policy: "accept" | "drop";
  readonly priority: number;
  readonly transport: "tcp" | "udp" | "both" | "neither";
  readonly ports: { readonly from: number; readonly to: number };
  readonly first: number;
  readonly bits: number;
}

const simple: fc.Arbitrary<Simple> = fc.record({
  policy: fc.constantFrom("accept", "drop"),
  priority: fc.integer({ min: 1, max: 3 }),
  transport: fc.constantFrom("tcp", "udp", "both", "neither"),
  ports: fc.constantFrom(...RANGES),
  first: fc.integer({ min: 0, max: BLOCKS - 1 }),
  bits: fc.integer({ min: BITS_OF_NETWORK, max: 24 }),
});

const asRule = ({ first, bits, ...rest }: Simple): FirewallRule => {
  const address = `47.${96 + (first >> 8)}.${first & 255}.0`;
  return { ...rest, sources: from(`${address}/${bits}`) };
};

/** The first rule that is about an address and port decides. */
function letsIn(rules: readonly Simple[], transport: "tcp" | "udp", port: number, block: number): boolean {
  const about = rules.filter(
    (one) =>
      (one.transport === transport || one.transport === "both") &&
      one.ports.from <= port &&
      port <= one.ports.to &&
      one.first >> (24 - one.bits) === block >> (24 - one.bits),
  );
  const best = Math.min(...about.map(({ priority }) => priority));
  const decisive = about.filter(({ priority }) => priority === best);
  return decisive.length > 0 && decisive.every(({ policy }) => policy === "accept");
}

/** The most blocks in a row that get in. */
function longest(rules: readonly Simple[], transport: "tcp" | "udp", port: number): number {
  let [most, row] = [0, 0];
  for (let block = 0; block < BLOCKS; block += 1) {
    row = letsIn(rules, transport, port, block) ? row + 1 : 0;
    most = Math.max(most, row);
  }
  return most;
}

function oracle(rules: readonly Simple[]): Opening {
  const web = ports.web.map((port) => longest(rules, "tcp", port));
  if (web.some((row) => row > 256)) return "web";
  if (web.some((row) => row > 0)) return "restricted";
  const others = PROBES.filter((port) => port > 0 && !ports.web.includes(port) && !NOT_WEB.has(port));
  const isOpen = others.some((port) => longest(rules, "tcp", port) > 0);
  return isOpen || longest(rules, "udp", 443) > 0 ? "possible" : "none";
}

it("weighs rules as asking for every address and port does", () => {
  fc.assert(
    fc.property(fc.array(simple, { maxLength: 5 }), (rules) => {
      expect(openingOfRules(rules.map(asRule))).toBe(oracle(rules));
    }),
    { numRuns: 60 },
  );
}, 60_000);

type Part = keyof FirewallRule;
/** What an unknown part may turn out to be, the extremes among it; `unsure` known means that the rule is not there. */
const WORLDS: readonly [Part, readonly unknown[]][] = [
  ["policy", ["accept", "drop"]],
  ["priority", [1, 2, 100]],
  ["transport", ["both", "tcp", "udp", "neither"]],
  ["ports", [ALL_PORTS, range(443), range(22)]],
  ["sources", [EVERYBODY, from("47.96.0.0/16"), []]],
  ["unsure", [true, false]],
];

interface Gap {
  readonly rule: number;
  readonly part: number;
}

/** The rules with their gaps filled in each possible way. */
function worlds(rules: readonly FirewallRule[], gaps: readonly Gap[]): readonly (readonly FirewallRule[])[] {
  const [gap, ...rest] = gaps;
  if (!gap || rules.length === 0) return [rules];
  const at = gap.rule % rules.length;
  const [part, values] = WORLDS[gap.part] ?? ["unsure", []];
  return values
    .flatMap((value) => worlds(fill(rules, at, part, value), rest))
    .map((world) => world.filter(({ unsure }) => unsure !== GONE));
}

const GONE = doubt("unbound");

const fill = (rules: readonly FirewallRule[], at: number, part: Part, value: unknown): readonly FirewallRule[] =>
  rules.map((one, index) => {
    if (index !== at) return one;
    if (part !== "unsure") return { ...one, [part]: value };
    return value === true ? one : { ...one, unsure: GONE };
  });

const STRENGTH = ["none", "possible", "restricted", "web"];

it("says of unknown rules what holds whatever they turn out to be", () => {
  const gap = fc.record({ rule: fc.nat(3), part: fc.integer({ min: 0, max: WORLDS.length - 1 }) });
  fc.assert(
    fc.property(fc.array(simple, { minLength: 1, maxLength: 4 }), fc.array(gap, { maxLength: 3 }), (simples, gaps) => {
      const rules = simples.map(asRule);
      const unknown = gaps.reduce<readonly FirewallRule[]>((all, { rule: index, part }) => {
        const [name] = WORLDS[part] ?? ["unsure"];
        return all.map((one, at) => (at === index % all.length ? { ...one, [name]: why("gap") } : one));
      }, rules);
      const found = worlds(rules, gaps).map((world) => STRENGTH.indexOf(openingOfRules(world) as string));
      const opening = openingOfRules(unknown);
      const certain = found.every((one) => one === 3);
      expect(isDoubt(opening)).toBe(found.includes(3) && !certain);
      if (!isDoubt(opening)) expect(STRENGTH.indexOf(opening)).toBe(Math.max(...found));
    }),
    { numRuns: 200 },
  );
});
