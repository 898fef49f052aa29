/**
 * The servers that could obtain an apex's filing: which of them the server rules judge, and how each does against what
 * a filing asks of a server: mainland, subscription, three months, public bandwidth (S1-33, S3-12 to S3-16).
 */
import type { Context } from "../context";
import { NOT_APPLICABLE, SATISFIED, undeterminedBy, violates, type Verdict } from "../verdict";
import { isDoubt, type Charge, type ServerContribution } from "../../graph/contribution";
import type { Exposure } from "../../graph/exposure";
import { memo, memoIn } from "../../base/memo";
import { doubt, type Doubt, type Urn } from "../../plan/fact";
import { groupBy } from "../../base/collections";
import type { Resource } from "../../plan/resource";
import type { FilingServer } from "../../register/register";
import { fateOf, serverIn, serversNamed } from "./fates";
import type { Candidate, Candidates } from "./candidate";
import { atOrigin } from "../origins";
import { isTakenToObtain } from "../register-alone";
import { isDue } from "../scope";
import { hasExpired, nameOfServer } from "./unplanned";
import { assignmentOf, toBeObtained } from "../state";
import { atLeast, declaredTerm, type TooShort } from "./term";

/** The apexes for which something must still be obtained: in scope here, or named by a server this plan contains. */
export const apexesToObtain = memo((context: Context): readonly string[] => {
  const { exposures, register, stateOf } = context;
  if (context.registerAlone) {
    const domains = register.filings.map(({ domain }) => domain);
    return domains.filter((domain) => isTakenToObtain(stateOf(domain))).sort();
  }
  const served = exposures.apexes.filter((apex) =>
    exposures.ofApex(apex).some((one) => lacks(atOrigin(one, exposures), apex, context)),
  );
  const named = register.filings
    .filter((filing) => filing.servers.some((server) => serversNamed(server, context).living.length > 0))
    .map((filing) => filing.domain);
  return [...new Set([...served, ...named])].filter((apex) => toBeObtained(stateOf(apex))).sort();
});

/** Whether an exposure lacks what its entry asks for: a CDN domain, for one, asks for no access provider. */
const lacks = (exposure: Exposure, apex: string, context: Context): boolean =>
  isDue(exposure) &&
  exposure.tier !== undefined &&
  assignmentOf(context.stateOf(apex), exposure.tier).verdict === "violation";

/** The servers to judge for an apex: those the register names, else, when none is eligible, those that serve it. */
export const candidatesFor = memoIn((apex: string, context: Context): Candidates => {
  const { servers } = context.exposures.graph;
  // One that has run out obtains nothing (S1-38), and neither does one that is gone.
  const declared = context.register.serversOf(apex).filter((server) => !hasExpired(server, context.today));
  const fates = declared.map((entry) => ({ entry, fate: fateOf(entry, context) }));
  const named = fates.flatMap(({ entry, fate }) =>
    (fate.is === "living" ? fate.resources : []).flatMap(({ urn }) => {
      const server = servers.get(urn);
      return server ? [{ apex, server, declared: entry }] : [];
    }),
  );
  const other = fates.find(({ fate }) => fate.is === "unrelated" || fate.is === "forgotten");
  if (named.length > 0) {
    const perhaps = other && doubt("not-in-plan", { what: nameOfServer(other.entry) });
    return { candidates: bestOf(named, context), perhaps, obtained: false };
  }
  if (other) return { candidates: [], perhaps: undefined, obtained: true };
  const any = anyEligible(context);
  if (any === true) return { candidates: [], perhaps: undefined, obtained: true };
  const hidden = fates.flatMap(({ fate }) => (fate.is === "unsure" ? [fate.doubt] : []))[0];
  const serving = serversServing(apex, context, "behind");
  const loose = serving.length > 0 ? [] : serversServing(apex, context, "reached");
  const unsureOf = loose.length > 0 ? doubt("may-lead", { what: apex }) : undefined;
  const perhaps = hidden ?? any ?? context.plan.absenceDoubt ?? unsureOf;
  const candidates = [...serving, ...loose].map((server) => candidateOf(apex, server, context));
  return { candidates, perhaps, obtained: false };
});

/** So many servers of an apex are judged: where all are alike, more say nothing more. */
const MOST_SERVERS = 100;

/** The mainland servers that serve an apex, certainly, or perhaps as well: those that count. */
function serversServing(apex: string, context: Context, how: "behind" | "reached"): readonly ServerContribution[] {
  const entries = context.exposures
    .ofApex(apex)
    .flatMap(({ entry, location }) => (entry && location.in === "mainland" ? [entry.resource] : []));
  const key = `${how} ${[...new Set(entries.map(({ urn }) => urn))].join(" ")}`;
  const known = serversOfEntries(context);
  const servers = known.get(key) ?? serversWith(entries, context, how);
  known.set(key, servers);
  return servers;
}

/** What apexes with the same entries share. */
const serversOfEntries = memo((_: Context) => new Map<string, readonly ServerContribution[]>());

function serversWith(entries: readonly Resource[], context: Context, how: "behind" | "reached") {
  const { links, servers } = context.exposures.graph;
  const candidates = links.with(entries, how).flatMap(({ urn }) => {
    const server = servers.get(urn);
    return server?.location.in === "mainland" ? [candidateOf("", server, context)] : [];
  });
  return bestOf(candidates, context)
    .slice(0, MOST_SERVERS)
    .map(({ server }) => server);
}

/** A server of the plan as a candidate, with what the register says of it in any filing. */
const candidateOf = (apex: string, server: ServerContribution, context: Context): Candidate => ({
  apex,
  server,
  declared: declaredServers(context).get(server.resource.urn),
});

const declaredServers = memo((context: Context): ReadonlyMap<Urn, FilingServer> => {
  const all = context.register.filings.flatMap(({ servers }) => servers);
  return new Map(all.flatMap((entry) => serversNamed(entry, context).living.map(({ urn }) => [urn, entry] as const)));
});

/** The candidates that count: those that are good, else those that may be, else all. */
function bestOf(candidates: readonly Candidate[], context: Context): readonly Candidate[] {
  const checked = candidates.map((candidate) => ({ candidate, eligible: eligibility(candidate, context) }));
  const good = checked.filter(({ eligible }) => eligible === true);
  const unsure = checked.filter(({ eligible }) => eligible !== true && eligible !== false);
  const counting = good.length > 0 ? good : unsure.length > 0 ? unsure : checked;
  return counting.map(({ candidate }) => candidate);
}

/** Whether any server of the plan could obtain a filing as it is: the doubt of one that may; undefined when none does. */
const anyEligible = memo((context: Context): true | Doubt | undefined => {
  let perhaps: Doubt | undefined;
  for (const server of context.exposures.graph.servers.values()) {
    const found = eligibility(candidateOf("", server, context), context);
    if (found === true) return true;
    if (found !== false) perhaps ??= found;
  }
  return perhaps;
});

function eligibility(candidate: Candidate, context: Context): boolean | Doubt {
  const checks = [
    regionVerdict(candidate),
    billingVerdict(candidate),
    termVerdict(candidate, context),
    bandwidthVerdict(candidate, context),
  ];
  if (checks.some((check) => check.is === "violation" && check.as !== "eip")) return false;
  return checks.flatMap((check) => (check.is === "undetermined" ? [check.doubt] : []))[0] ?? true;
}

/** Mainland or not. */
export function regionVerdict({ server }: Candidate): Verdict<string> {
  const { location } = server;
  if (location.in === "undetermined") return undeterminedBy(location.doubt);
  return location.in === "mainland" ? SATISFIED : violates(location.region);
}

/** Subscription or not. */
export function billingVerdict({ server }: Candidate): Verdict<Exclude<Charge, Doubt | "subscription">> {
  const { charge } = server;
  if (isDoubt(charge)) return undeterminedBy(charge);
  return charge === "subscription" ? SATISFIED : violates(charge);
}

/**
 * Three months in total, declared renewals included. What was bought before this plan is not in it: for an existing
 * server, and for one that renews itself, only the register can tell (S3-12, C6).
 */
export function termVerdict(candidate: Candidate, context: Context): Verdict<TooShort> {
  const { server, declared } = candidate;
  if (billingVerdict(candidate).is !== "satisfied") return NOT_APPLICABLE;
  const byRegister = declared && declaredTerm(declared, context.today);
  if (byRegister) return byRegister;
  const { months, renewal } = server.term;
  const isBegun = server.resource.exists !== "no" && !isSubscribedNow(server, context);
  const undeclared = undeterminedBy(doubt(isBegun ? "term-declare" : "term-renews", {}, { urn: server.resource.urn }));
  if (isBegun) return undeclared;
  if (months.state === "unknown") return undeterminedBy(months.doubt);
  if (months.state === "absent") return undeclared;
  const check = atLeast(months.value);
  if (check.is === "satisfied") return check;
  if (renewal.state === "unknown") return undeterminedBy(renewal.doubt);
  return renewal.state === "known" && renewal.value === "automatic" ? undeclared : check;
}

/** Whether a server that exists becomes a subscription with this plan: its term counts from then. */
function isSubscribedNow({ resource }: ServerContribution, context: Context): boolean {
  const before = resource.previous && serverIn(resource.previous, context)?.charge;
  return before !== undefined && !isDoubt(before) && before !== "subscription";
}

/** Public bandwidth of its own; `eip` when an EIP is all it has, which satisfies but should be confirmed. */
export function bandwidthVerdict({ server }: Candidate, context: Context): Verdict<"none" | "eip"> {
  if (server.bandwidth === true) return SATISFIED;
  const { graph } = context.exposures;
  const fronts = [server.resource, ...frontsOf(server.resource, context)];
  const bound = fronts.some(({ urn }) => graph.entries.get(urn)?.attached.some(({ ipv6 }) => !ipv6));
  if (bound) return violates("eip");
  if (isDoubt(server.bandwidth)) return undeterminedBy(server.bandwidth);
  // Public without an EIP of the plan: by one that it does not show, or over IPv6, which nothing says is enough.
  const opened = fronts.map((front) => graph.entries.get(front.urn)?.reach);
  if (opened.includes("public"))
    return undeterminedBy(doubt("not-in-plan", { what: "EIP" }, { urn: server.resource.urn }));
  const perhaps = opened.find(isDoubt);
  if (perhaps) return undeterminedBy(perhaps);
  const absence = context.plan.absenceDoubt;
  return absence ? undeterminedBy(absence) : violates("none");
}

/** Network interfaces and HaVips in front of an instance, whose EIPs are the instance's. */
const frontsOf = (resource: Resource, context: Context): readonly Resource[] => fronts(context).get(resource.urn) ?? [];

const fronts = memo((context: Context): ReadonlyMap<Urn, readonly Resource[]> => {
  const { graph } = context.exposures;
  const pairs = [...graph.entries.values()]
    .filter((entry) => entry.kind === "network-interface" || entry.kind === "ha-vip")
    .flatMap((entry) => graph.links.behind(entry.resource).map(({ urn }) => ({ urn, front: entry.resource })));
  return new Map([...groupBy(pairs, ({ urn }) => urn)].map(([urn, found]) => [urn, found.map(({ front }) => front)]));
});
