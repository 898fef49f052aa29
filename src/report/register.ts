/** What a report says of the register: all of it that people look up, and what became of its waivers. */
import { daysBetween, today } from "../base/calendar";
import type { Context } from "../filing/context";
import type { Account, App, Edge, Entity, ExternalDns, Filing, FilingServer, Waiver } from "../register/register";
import { disagreementOf, filingInCloud } from "../judging/cloud";
import { stackOf } from "../plan/resource";
import { saidIn } from "../register/verified";
import { concerns, couldMean, isExpired } from "../register/waivers";
import type { RuleId } from "../vocabulary/rule-ids";
import type {
  ReportAccount,
  ReportApex,
  ReportApp,
  ReportEdge,
  ReportEntity,
  ReportExternalDns,
  ReportFiling,
  ReportFilingServer,
  ReportRegister,
  ReportRegisterWaiver,
  ReportVerified,
  ReportWaiverState,
} from "./types";

export function registerIn(context: Context): ReportRegister {
  const { register, today: now } = context;
  return {
    file: register.file ?? null,
    asOf: register.found ? register.asOf : null,
    found: register.found,
    stale: register.found && daysBetween(register.asOf, now) > register.staleAfterDays,
    ...(register.found && { staleAfterDays: register.staleAfterDays }),
    filings: register.filings.map((filing) => toFiling(filing, context)),
    ...section("accounts", register.accounts.map(toAccount)),
    ...section("entities", register.entities.map(toEntity)),
    ...section("apps", register.apps.map(toApp)),
    ...section("externalDns", register.externalDns.map(toExternalDns)),
    ...section("edges", register.edges.map(toEdge)),
    waivers: register.waivers.map((waiver) => toWaiver(waiver, context)),
  };
}

/** A section that has something. */
const section = <Key extends string, Entry>(
  key: Key,
  entries: readonly Entry[],
): Partial<Record<Key, typeof entries>> =>
  (entries.length > 0 ? { [key]: entries } : {}) as Partial<Record<Key, typeof entries>>;

/** A filing as its exposures' domain shows it. */
export function filingIn(
  { domain, number, entity, accessProviders }: Filing,
  context: Context,
): NonNullable<ReportApex["filing"]> {
  const verified = verifiedIn(domain, context);
  return {
    number: number ?? null,
    entity: entity ?? null,
    accessProviders: accessProviders?.map(({ name, status }) => ({ name, status })) ?? null,
    ...(verified && { verified }),
  };
}

/** What the cloud said of a filing, where it said anything, and not two things. */
function verifiedIn(domain: string, context: Context): ReportVerified | undefined {
  const answer = filingInCloud(domain, context);
  const said = saidIn(answer);
  if (!answer || said === undefined || disagreementOf(domain, context)) return undefined;
  return { filed: said === "filed", operation: answer.operation, on: today(new Date(answer.at)) };
}

const toFiling = (filing: Filing, context: Context): ReportFiling => ({
  domain: filing.domain,
  status: filing.status,
  ...filingIn(filing, context),
  approvedAt: filing.approvedAt ?? null,
  domainExpiresOn: filing.registration?.expiresOn ?? null,
  psbNumber: filing.psb?.number ?? null,
  ...(filing.account != null && { account: filing.account }),
  servers: filing.servers.map(toServer),
});

const toServer = ({
  product,
  id,
  resource,
  stack,
  expiresOn,
  account,
  termMonths,
  codesUsed,
}: FilingServer): ReportFilingServer => ({
  product,
  id: id ?? null,
  resource: resource ?? null,
  stack: stack ?? null,
  expiresOn: expiresOn ?? null,
  ...(account != null && { account }),
  ...(termMonths !== undefined && { termMonths }),
  ...(codesUsed !== undefined && { codesUsed }),
});

const toAccount = ({ id, site, entity, ossActivatedOn }: Account): ReportAccount => ({
  id,
  site: site ?? null,
  entity: entity ?? null,
  ossActivatedOn: ossActivatedOn ?? null,
});

const toEntity = ({ id, type, province }: Entity): ReportEntity => ({
  id,
  type: type ?? null,
  province: province ?? null,
});

const toApp = ({ name, hosts, number, status }: App): ReportApp => ({
  name: name ?? null,
  hosts,
  number: number ?? null,
  status: status ?? null,
});

const toExternalDns = ({ host, resource, stack }: ExternalDns): ReportExternalDns => ({
  host,
  resource,
  stack: stack ?? null,
});

const toEdge = ({ host, vendor, mainlandNodes, origin, stack }: Edge): ReportEdge => ({
  host,
  vendor: vendor ?? null,
  mainlandNodes: mainlandNodes ?? null,
  origin: origin ?? null,
  stack: stack ?? null,
});

const toWaiver = (waiver: Waiver, context: Context): ReportRegisterWaiver => ({
  rule: waiver.rule as RuleId,
  resource: waiver.resource ?? null,
  host: waiver.host ?? null,
  apex: waiver.apex ?? null,
  stack: waiver.stack ?? null,
  reason: waiver.reason,
  until: waiver.until,
  owner: waiver.owner ?? null,
  state: stateOf(waiver, context),
});

function stateOf(waiver: Waiver, { plan, exposures, speaking, usedWaivers, today }: Context): ReportWaiverState {
  if (isExpired(waiver, today)) return "expired";
  if (usedWaivers.has(waiver)) return "used";
  const isExposed = (apex: string): boolean => exposures.ofApex(apex).length > 0;
  const isMeant =
    speaking.has(waiver.rule as RuleId) &&
    concerns(waiver, plan.parts.map(stackOf)) &&
    couldMean(waiver, plan, isExposed);
  return isMeant ? "unused" : "elsewhere";
}
