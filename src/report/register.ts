/** What a report says of the register: all of it that people look up, and what became of its waivers. */
import { daysBetween } from "../base/calendar";
import type { Context } from "../filing/context";
import type { Filing, FilingServer, Waiver } from "../register/register";
import { stackOf } from "../plan/resource";
import { concerns, couldMean, isExpired } from "../register/waivers";
import type { RuleId } from "../vocabulary/rule-ids";
import type {
  ReportFiling,
  ReportFilingServer,
  ReportRegister,
  ReportRegisterWaiver,
  ReportWaiverState,
} from "./types";

export function registerIn(context: Context): ReportRegister {
  const { register, today } = context;
  return {
    file: register.file ?? null,
    asOf: register.found ? register.asOf : null,
    found: register.found,
    stale: register.found && daysBetween(register.asOf, today) > register.staleAfterDays,
    filings: register.filings.map(toFiling),
    waivers: register.waivers.map((waiver) => toWaiver(waiver, context)),
  };
}

/** A filing as its exposures' domain shows it. */
export const filingIn = ({
  number,
  entity,
  accessProviders,
}: Filing): Pick<ReportFiling, "number" | "entity" | "accessProviders"> => ({
  number: number ?? null,
  entity: entity ?? null,
  accessProviders: accessProviders?.map(({ name, status }) => ({ name, status })) ?? null,
});

const toFiling = (filing: Filing): ReportFiling => ({
  domain: filing.domain,
  status: filing.status,
  ...filingIn(filing),
  approvedAt: filing.approvedAt ?? null,
  domainExpiresOn: filing.registration?.expiresOn ?? null,
  psbNumber: filing.psb?.number ?? null,
  servers: filing.servers.map(toServer),
});

const toServer = ({ product, id, resource, stack, expiresOn }: FilingServer): ReportFilingServer => ({
  product,
  id: id ?? null,
  resource: resource ?? null,
  stack: stack ?? null,
  expiresOn: expiresOn ?? null,
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
