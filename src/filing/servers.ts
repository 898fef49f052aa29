/**
 * The servers that could obtain an apex's filing: which of them the server rules judge, and how each does against what
 * a filing asks of a server: mainland, subscription, three months, public bandwidth (S1-33, S3-12 to S3-16).
 */
import { isDoubt, type Charge, type ServerContribution } from "../exposure/contribution";
import type { Exposure } from "../exposure/exposures";
import { glob } from "../glob";
import { once } from "../once";
import { doubt, type Doubt, type Urn } from "../plan/fact";
import { groupBy, type Plan } from "../plan/plan";
import type { Resource } from "../plan/resource";
import type { FilingServer } from "../register/register";
import type { Context } from "../rules/rule";
import { isServed } from "./scope";
import { hasExpired } from "./servers-elsewhere";
import { rulingOf, toBeObtained } from "./standing";
import { atLeast, declaredTerm } from "./term";

/** How a server does on one point. */
export type Check<Bad> =
  | { readonly is: "good" }
  /** Another point has settled it already. */
  | { readonly is: "moot" }
  | { readonly is: "bad"; readonly as: Bad }
  | { readonly is: "unsure"; readonly doubt: Doubt };

/** A server that is to obtain the filing of an apex. */
export interface Candidate {
  readonly apex: string;
  readonly server: ServerContribution;
  /** What the register says about it, when it names it. */
  readonly declared: FilingServer | undefined;
}

/** What the server rules judge for an apex, and whether anything could file it at all. */
export interface Vehicles {
  readonly candidates: readonly Candidate[];
  /** Set when the register names servers that are not in this plan, or when another server of the plan is eligible. */
  readonly otherwise: "declared" | "eligible" | "unsure" | "none";
}

const GOOD = { is: "good" } as const;
const MOOT = { is: "moot" } as const;
const unsure = (why: Doubt) => ({ is: "unsure", doubt: why }) as const;

/** The apexes for which something must still be obtained: in scope here, or named by a server this plan contains. */
export const apexesToObtain = once((context: Context): readonly string[] => {
  const { exposures, register, plan } = context;
  const served = exposures.apexes.filter((apex) => exposures.ofApex(apex).some((one) => lacks(one, apex, context)));
  const named = register.filings
    .filter((filing) => filing.servers.some((server) => resourcesOf(server, plan).length > 0))
    .map((filing) => filing.domain);
  return [...new Set([...served, ...named])].filter((apex) => toBeObtained(context.standing(apex))).sort();
});

/** Whether an exposure lacks what its entry asks for: a CDN domain, for one, asks for no access provider. */
const lacks = (exposure: Exposure, apex: string, context: Context): boolean =>
  isServed(exposure) &&
  exposure.tier !== undefined &&
  rulingOf(context.standing(apex), exposure.tier).verdict === "violation";

/** The servers to judge for an apex: those the register names, else, when none is eligible, those that serve it. */
export function vehiclesOf(apex: string, context: Context): Vehicles {
  const known = vehiclesFound(context);
  let vehicles = known.get(apex);
  if (!vehicles) {
    vehicles = findVehicles(apex, context);
    known.set(apex, vehicles);
  }
  return vehicles;
}

const vehiclesFound = once((_: Context) => new Map<string, Vehicles>());

function findVehicles(apex: string, context: Context): Vehicles {
  const { servers } = context.exposures.graph;
  const declared = context.register.serversOf(apex);
  const named = declared.flatMap((entry) =>
    resourcesOf(entry, context.plan).flatMap((resource) => {
      const server = servers.get(resource.urn);
      return server ? [{ apex, server, declared: entry }] : [];
    }),
  );
  if (named.length > 0) return { candidates: named, otherwise: "none" };
  // One that has run out obtains nothing (S1-38).
  const live = declared.some((server) => !hasExpired(server, context.today));
  if (live) return { candidates: [], otherwise: "declared" };
  const any = anyEligible(context);
  if (any === "yes") return { candidates: [], otherwise: "eligible" };
  const serving = new Set(
    context.exposures
      .ofApex(apex)
      .flatMap((exposure) =>
        exposure.entry && exposure.location.in === "mainland" ? context.exposures.serversBehind(exposure.entry) : [],
      ),
  );
  const candidates = [...serving].flatMap(({ urn }) => {
    const server = servers.get(urn);
    return server?.location.in === "mainland" ? [{ apex, server, declared: undefined }] : [];
  });
  return { candidates, otherwise: any === "unsure" ? "unsure" : "none" };
}

/** Whether any server of the plan could obtain a filing as it is. */
const anyEligible = once((context: Context): "yes" | "no" | "unsure" => {
  let any: "no" | "unsure" = "no";
  for (const server of context.exposures.graph.servers.values()) {
    const mark = eligible({ apex: "", server, declared: undefined }, context);
    if (mark === "yes") return "yes";
    if (mark === "unsure") any = "unsure";
  }
  return any;
});

function eligible(candidate: Candidate, context: Context): "yes" | "no" | "unsure" {
  const checks = [region(candidate), billing(candidate), term(candidate, context), bandwidth(candidate, context)];
  if (checks.some((check) => check.is === "bad" && check.as !== "eip")) return "no";
  return checks.some((check) => check.is === "unsure") ? "unsure" : "yes";
}

/** The living resources of the plan that a declared server means, by id or by URN glob. */
export function resourcesOf(server: FilingServer, plan: Plan): readonly Resource[] {
  return matchesOf(server, plan.resources);
}

/** As `resourcesOf`, among any resources. */
export function matchesOf(server: FilingServer, resources: readonly Resource[]): readonly Resource[] {
  const known = matchesFound(resources);
  let found = known.get(server);
  if (!found) {
    const matches = server.resource === undefined ? undefined : glob(server.resource);
    found = resources.filter(
      (resource) =>
        matches?.(resource.urn) === true ||
        (server.id !== undefined && resource.id.state === "known" && resource.id.value === server.id),
    );
    known.set(server, found);
  }
  return found;
}

/** Several rules ask for each server, and a register for a whole organisation has many. */
const matchesFound = once((_: readonly Resource[]) => new Map<FilingServer, readonly Resource[]>());

/** Mainland or not. */
export function region({ server }: Candidate): Check<string> {
  const { location } = server;
  if (location.in === "undetermined") return unsure(location.doubt);
  return location.in === "mainland" ? GOOD : { is: "bad", as: location.region };
}

/** Subscription or not. */
export function billing({ server }: Candidate): Check<Exclude<Charge, Doubt | "subscription">> {
  const { charge } = server;
  if (isDoubt(charge)) return unsure(charge);
  return charge === "subscription" ? GOOD : { is: "bad", as: charge };
}

/**
 * Three months in total, declared renewals included. What was bought before this plan is not in it: for an existing
 * server, and for one that renews itself, only the register can tell (S3-12, C6).
 */
export function term(candidate: Candidate, context: Context): Check<number> {
  const { server, declared } = candidate;
  if (billing(candidate).is !== "good") return MOOT;
  const settled = declared && declaredTerm(declared, context.today);
  if (settled) return settled;
  const { months, renewal } = server.term;
  if (months.state === "unknown") return unsure(months.doubt);
  if (months.state === "known" && atLeast(months.value).is === "good") return GOOD;
  const exists = server.resource.exists !== "no";
  if (exists || months.state === "absent") return unsure(doubt("term-declare", {}, { urn: server.resource.urn }));
  if (renewal.state === "unknown") return unsure(renewal.doubt);
  if (renewal.state === "known" && renewal.value === "automatic") return unsure(doubt("term-declare"));
  return { is: "bad", as: months.value };
}

/** Public bandwidth of its own; `eip` when an EIP is all it has, which satisfies but should be confirmed. */
export function bandwidth({ server }: Candidate, context: Context): Check<"none" | "eip"> {
  if (server.bandwidth === true) return GOOD;
  const { graph } = context.exposures;
  const fronts = [server.resource, ...frontsOf(server.resource, context)];
  const bound = fronts.some((front) => {
    const entry = graph.entries.get(front.urn);
    if (entry === undefined || entry.kind === "clb") return false;
    return entry.kind === "eip" || entry.attached.some(({ address }) => !graph.addresses.get(address.urn)?.ipv6);
  });
  if (bound) return { is: "bad", as: "eip" };
  if (isDoubt(server.bandwidth)) return unsure(server.bandwidth);
  // Public without an EIP of the plan: by one that it does not show, or over IPv6, which nothing says is enough.
  const opened = fronts.map((front) => graph.entries.get(front.urn)?.reach);
  if (opened.includes("public")) return unsure(doubt("not-in-plan", { what: "EIP" }, { urn: server.resource.urn }));
  const perhaps = opened.find(isDoubt);
  if (perhaps) return unsure(perhaps);
  const absence = context.plan.absenceDoubt;
  return absence ? unsure(absence) : { is: "bad", as: "none" };
}

/** Network interfaces and HaVips in front of an instance, whose EIPs are the instance's. */
const frontsOf = (resource: Resource, context: Context): readonly Resource[] => fronts(context).get(resource.urn) ?? [];

const fronts = once((context: Context): ReadonlyMap<Urn, readonly Resource[]> => {
  const { graph } = context.exposures;
  const pairs = [...graph.entries.values()]
    .filter((entry) => entry.kind === "network-interface" || entry.kind === "ha-vip")
    .flatMap((entry) => graph.behind(entry.resource).map(({ urn }) => ({ urn, front: entry.resource })));
  return new Map([...groupBy(pairs, ({ urn }) => urn)].map(([urn, found]) => [urn, found.map(({ front }) => front)]));
});
