/**
 * What each kind of entry is, in one table: what it asks for, which rule speaks for it, how it serves. Whatever the code
 * asks of a kind is asked here. Every column must be answered: a row that forgets one does not compile.
 */
import type { RuleId } from "./rule-ids";

/** What filing an entry asks for: `access` an active one with Alibaba Cloud as access provider, `number` any active one. */
export type Tier = "access" | "number" | "none";

/** What a kind of entry is. */
export interface Kind {
  /**
   * What filing its entries ask for, where one does not say otherwise; `unknown` where no document tells. `none` is
   * nothing, or what the origin asks for.
   */
  readonly requirement: Tier | "unknown";
  /** The rule that speaks for a host bound on it. `icp-dns-record`: hosts come to it by DNS. */
  readonly rule: RuleId;
  /** Whether it is open for the web by what it is, or as its security groups or its listeners tell. */
  readonly serves: "web" | "what-groups-let-in" | "what-listens";
  /** Whether it serves whatever host leads to it: one of which no host is known may be a website all the same. */
  readonly servesAnyHost: boolean;
  /** Whether its address stays as it is, so that a filing can name it. */
  readonly keepsAddress: boolean;
  /**
   * An edge serves hosts from its own nodes and fetches from origins: `cdn-like` CDN and what gives names of its form,
   * `delivery` another product that delivers domains, `in-between` what stands before or behind one of those.
   */
  readonly edge: "none" | "cdn-like" | "delivery" | "in-between";
  /** Whether its origin decides as well where it is (F-20). */
  readonly originDecides: boolean;
  /** Whether its own documentation asks for Alibaba Cloud as access provider. */
  readonly namesProvider: boolean;
  /** The statement that says what it asks for. */
  readonly ground: string;
  /** The statement that says that it stops serving when the filing goes; undefined where none does. */
  readonly lapse: string | undefined;
  /** The ids of all that its row rests on. */
  readonly source: readonly string[];
}

/** Delivers domains from nodes of its own. */
const DELIVERY = {
  requirement: "number",
  rule: "icp-cdn-coverage",
  serves: "web",
  servesAnyHost: false,
  keepsAddress: false,
  originDecides: false,
  namesProvider: false,
} as const;

/** Delivers domains, under names of the form that CDN gives. */
const CDN = { ...DELIVERY, edge: "cdn-like" } as const;

/** A machine, or a door to one, that security groups guard. */
const GUARDED = {
  requirement: "access",
  rule: "icp-dns-record",
  serves: "what-groups-let-in",
  servesAnyHost: true,
  edge: "none",
  originDecides: false,
  namesProvider: false,
  ground: "S2-05",
  lapse: undefined,
  source: ["S2-05", "F-14"],
} as const;

/** Takes up what comes to it, as far as something listens. */
const LISTENING = {
  serves: "what-listens",
  edge: "none",
  originDecides: false,
  namesProvider: false,
  lapse: undefined,
} as const;

/** A public address, or what is reached by one alone. */
const ADDRESS = { ...LISTENING, requirement: "access", rule: "icp-dns-record" } as const;

/** Passes on what it listens to, for whatever host. */
const BALANCER = {
  ...LISTENING,
  requirement: "access",
  servesAnyHost: true,
  ground: "F-14",
  source: ["S2-05", "F-14"],
} as const;

/** Runs what is given to it and listens for its hosts. */
const PLATFORM = {
  ...LISTENING,
  requirement: "access",
  rule: "icp-gateway-domain",
  servesAnyHost: false,
  keepsAddress: false,
} as const;

/** Serves the web under the domains that are bound on it, and asks for Alibaba Cloud as access provider itself. */
const GATEWAY = {
  requirement: "access",
  serves: "web",
  servesAnyHost: false,
  keepsAddress: false,
  edge: "none",
  originDecides: false,
  namesProvider: true,
  lapse: undefined,
} as const;

/** Stands before what serves, and forwards to it. */
const IN_BETWEEN = {
  requirement: "number",
  servesAnyHost: false,
  keepsAddress: false,
  edge: "in-between",
  namesProvider: false,
  lapse: undefined,
} as const;

const ROWS = {
  cdn: { ...CDN, ground: "S3-20", lapse: "F-04", source: ["S3-20", "F-01"] },
  dcdn: { ...CDN, ground: "F-80", lapse: "F-04", source: ["S3-20", "F-80"] },
  scdn: { ...CDN, ground: "S3-20", lapse: undefined, source: ["S3-20"] },
  esa: { ...DELIVERY, edge: "delivery", ground: "F-08", lapse: undefined, source: ["F-08"] },
  vod: { ...CDN, ground: "F-09", lapse: "F-04", source: ["F-09", "F-04"] },
  live: { ...CDN, ground: "F-09", lapse: "F-04", source: ["F-09", "F-04"] },
  oss: {
    requirement: "number",
    rule: "icp-oss-custom-domain",
    serves: "web",
    servesAnyHost: false,
    keepsAddress: false,
    edge: "none",
    originDecides: false,
    namesProvider: false,
    ground: "S3-19",
    lapse: undefined,
    source: ["S3-19", "F-16"],
  },
  instance: { ...GUARDED, keepsAddress: true },
  "simple-server": {
    ...ADDRESS,
    servesAnyHost: true,
    keepsAddress: true,
    ground: "S2-05",
    source: ["S2-05", "F-14"],
  },
  "ens-instance": { ...GUARDED, keepsAddress: true },
  "container-group": { ...GUARDED, keepsAddress: false },
  "scaling-group": { ...GUARDED, keepsAddress: false },
  "network-interface": { ...GUARDED, keepsAddress: true },
  "ha-vip": { ...GUARDED, keepsAddress: true },
  eip: {
    ...ADDRESS,
    servesAnyHost: true,
    keepsAddress: true,
    ground: "S2-05",
    source: ["S2-05", "F-14"],
  },
  "anycast-eip": {
    ...ADDRESS,
    servesAnyHost: false,
    keepsAddress: false,
    ground: "S2-05",
    source: ["S2-05", "F-77"],
  },
  "ipv6-address": {
    ...ADDRESS,
    servesAnyHost: true,
    keepsAddress: false,
    ground: "F-74",
    source: ["S2-05", "F-74"],
  },
  clb: { ...BALANCER, rule: "icp-gateway-domain", keepsAddress: true },
  alb: { ...BALANCER, rule: "icp-gateway-domain", keepsAddress: false },
  nlb: { ...BALANCER, rule: "icp-dns-record", keepsAddress: false },
  "ens-balancer": { ...BALANCER, rule: "icp-dns-record", keepsAddress: false },
  nat: { ...BALANCER, rule: "icp-dns-record", keepsAddress: true },
  ga: {
    ...IN_BETWEEN,
    rule: "icp-global-accelerator",
    serves: "what-listens",
    originDecides: false,
    ground: "F-05",
    source: ["S0-17", "F-05"],
  },
  waf: {
    ...IN_BETWEEN,
    rule: "icp-protection-domain",
    serves: "web",
    originDecides: true,
    ground: "F-20",
    source: ["S3-21", "F-20"],
  },
  ddos: {
    ...IN_BETWEEN,
    rule: "icp-protection-domain",
    serves: "what-listens",
    originDecides: false,
    ground: "F-22",
    source: ["S3-22", "F-22"],
  },
  function: { ...GATEWAY, rule: "icp-gateway-domain", ground: "F-11", source: ["F-11"] },
  "api-gateway": { ...GATEWAY, rule: "icp-gateway-domain", ground: "F-10", source: ["F-10", "F-12"] },
  mse: { ...GATEWAY, rule: "icp-gateway-domain", ground: "F-12", source: ["F-12"] },
  sae: { ...PLATFORM, ground: "F-15", source: ["F-15"] },
  edas: { ...PLATFORM, ground: "F-14", source: ["S2-05", "F-14"] },
  kubernetes: { ...BALANCER, rule: "icp-gateway-domain", keepsAddress: false },
  gtm: {
    ...ADDRESS,
    servesAnyHost: false,
    keepsAddress: false,
    ground: "S2-05",
    source: ["S0-02", "S2-05"],
  },
  "url-forward": { ...GATEWAY, rule: "icp-url-forward", ground: "F-13", source: ["F-13"] },
  "foreign-edge": {
    ...IN_BETWEEN,
    rule: "icp-dns-record",
    serves: "web",
    originDecides: false,
    ground: "F-09b",
    source: ["S1-22", "F-09b"],
  },
  service: {
    ...LISTENING,
    requirement: "unknown",
    rule: "icp-dns-record",
    servesAnyHost: false,
    keepsAddress: false,
    ground: "S2-05",
    source: ["no-document"],
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** What kind of entry it is; rules choose the kinds they speak about. */
export type EntryKind = keyof typeof ROWS;

/** The table of kinds, in the order in which they are listed. */
export const KINDS: Readonly<Record<EntryKind, Kind>> = ROWS;

/**
 * The day on which the table was held against its sources, and what they are. `access` is an active filing with Alibaba
 * Cloud among its access providers; `number` an active MIIT number through any provider; `none` nothing, or what the
 * origin asks; `unknown` where no document says.
 */
export const kindsSource = { asOf: "2026-11-26", source: "product-docs" } as const;

/** The kinds of which something holds, in the order of the table. */
export const kindsThat = (holds: (kind: Kind) => boolean): readonly EntryKind[] =>
  (Object.keys(KINDS) as EntryKind[]).filter((kind) => holds(KINDS[kind]));

/** What filing entries of a kind ask for; undefined where no document says, so that it may be either. */
export function tierOf(kind: EntryKind): Tier | undefined {
  const { requirement } = KINDS[kind];
  return requirement === "unknown" ? undefined : requirement;
}

/** Whether entries of a kind serve hosts from their own nodes and fetch from origins. */
export const isEdge = (kind: EntryKind): boolean => KINDS[kind].edge !== "none";
